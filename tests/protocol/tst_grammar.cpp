// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/grammar.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;

using Values = QMap<QString, QString>;

/// Reads like the table of the command reference: what is typed, and what it means.
class TestGrammar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void nothingIsPiped();
    void whatExcludesEachOtherIsNotRepeated();
    void tokenizes_data();
    void tokenizes();
    void quotes_data();
    void quotes();
    void usageReadsLikeTheReference_data();
    void usageReadsLikeTheReference();
    void knowsWhatIsUnderTheCursor_data();
    void knowsWhatIsUnderTheCursor();
    void choicesAreSpelledAsDeclared();
    void suggestsTheNearestVerb();
    void limitsTheLine();
    void validatesWhatItParsed();
    void validateRefuses_data();
    void validateRefuses();
};

namespace {

Invocation invocation(const QString &verb, const Values &values = {}, const QStringList &flags = {})
{
    return {.verb = verb,
        .values = values,
        .flags = flags,
        .output = Catalogue::instance().find(verb)->output,
        .toFile = {}};
}

Invocation as(OutputType output, Invocation invocation)
{
    invocation.output = output;
    return invocation;
}

Invocation to(const QString &file, Invocation invocation)
{
    invocation.toFile = file;
    return invocation;
}

Invocation inBackground(Invocation invocation)
{
    invocation.background = true;
    return invocation;
}

QByteArray nameOf(const char *what, const QString &line)
{
    return QByteArray(what) + ": " + line.toUtf8();
}

} // namespace

void TestGrammar::parses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Invocation>("expected");
    const auto row = [](const char *rule, const QString &line, const Invocation &expected) {
        QTest::newRow(nameOf(rule, line).constData()) << line << expected;
    };
    const auto etc = invocation(u"dir"_s, {{u"path"_s, u"/etc"_s}});
    const auto connections = invocation(u"connections"_s);

    row("verb", u"connections"_s, connections);
    row("verb", u"  ConnecTions\t"_s, connections);
    row("verb", u"\u3000connections\u3000"_s, connections); // the blank of a Japanese keyboard
    row("verb", uR"("connections")"_s, connections);
    row("alias", u"ls /etc"_s, etc);
    row("alias", u"Connexions"_s, connections);
    row("alias", u"Aide"_s, invocation(u"help"_s));
    row("alias", u"TÂCHES"_s, invocation(u"jobs"_s));
    row("alias", u"ta\u0302ches"_s, invocation(u"jobs"_s));
    row("alias", u"Processus"_s, invocation(u"processes"_s));
    row("alias", u"quit"_s, invocation(u"disconnect"_s));
    row("alias", u"EXIT"_s, invocation(u"disconnect"_s));

    row("positional", u"dir /etc"_s, etc);
    row("positional", u"processes 4"_s, invocation(u"processes"_s, {{u"pid"_s, u"4"_s}}));
    row("positional", u"help ls"_s, invocation(u"help"_s, {{u"command"_s, u"dir"_s}}));
    row("named", u"dir -path /etc"_s, etc);
    row("named", u"dir -PATH /etc"_s, etc);
    row("named", u"dir - path /etc"_s, etc);
    const auto find = invocation(u"findfile"_s, {{u"name"_s, u"*.log"_s}, {u"path"_s, u"/var"_s}, {u"max"_s, u"10"_s}});
    row("named, in order", u"findfile *.log -path /var -max 10"_s, find);
    row("named, any order", u"findfile -max 10 -path /var -name *.log"_s, find);
    row("named before positional", u"findfile -max 10 *.log -path /var"_s, find);

    const auto several = invocation(u"remediate"_s,
        {{u"type"_s, u"process"_s}, {u"id"_s, u"42"_s}, {u"more"_s, u"service evil file \"/a b\""_s}}, {u"auto"_s});
    row("pairs", u"remediate process 42 service evil file '/a b' -auto"_s, several);
    row("pairs, flag between", u"remediate process 42 Service evil -auto file \"/a b\""_s, several);
    row("pairs, named", u"remediate -auto -more \"service evil file '/a b'\" -id 42 -type process"_s, several);

    row("flag", u"dir /etc -full_path"_s, invocation(u"dir"_s, {{u"path"_s, u"/etc"_s}}, {u"full_path"_s}));
    row("flag", u"dir -FULL_PATH /etc"_s, invocation(u"dir"_s, {{u"path"_s, u"/etc"_s}}, {u"full_path"_s}));
    row("flag with a blank", u"dir /etc - full_path"_s,
        invocation(u"dir"_s, {{u"path"_s, u"/etc"_s}}, {u"full_path"_s}));

    const auto path = [](const QString &value) { return invocation(u"fileinfo"_s, {{u"path"_s, value}}); };
    row("quoting", uR"(fileinfo "/tmp/a b")"_s, path(u"/tmp/a b"_s));
    row("quoting", u"fileinfo '/tmp/a b'"_s, path(u"/tmp/a b"_s));
    row("quoting", uR"(fileinfo "it's")"_s, path(u"it's"_s));
    row("quoting", uR"(fileinfo 'say "hi"')"_s, path(uR"(say "hi")"_s));
    row("quoting", uR"(fileinfo /tmp/"a b"'c d'e)"_s, path(u"/tmp/a bc de"_s));
    row("quoting", uR"(fileinfo "a>b&")"_s, path(u"a>b&"_s));
    row("quoted dash is a value", uR"(fileinfo "-processName Registry")"_s, path(u"-processName Registry"_s));
    row("quoted dash is a value", uR"(fileinfo -path "-full_path")"_s, path(u"-full_path"_s));
    row("quoted output is a value", uR"(dir "json")"_s, invocation(u"dir"_s, {{u"path"_s, u"json"_s}}));
    row("backslash", uR"(fileinfo C:\Windows\notepad.exe)"_s, path(uR"(C:\Windows\notepad.exe)"_s));
    row("backslash", uR"(fileinfo "C:\Program Files\")"_s, path(uR"(C:\Program Files\)"_s));
    row("backslash", uR"(fileinfo \\server\share\"a b"\n)"_s, path(uR"(\\server\share\a b\n)"_s));
    row("ampersand inside", u"fileinfo a&b"_s, path(u"a&b"_s));
    row("any name", u"fileinfo /tmp/日本語/éà😀"_s, path(u"/tmp/日本語/éà😀"_s));

    row("output", u"connections -output json"_s, as(OutputType::Json, connections));
    row("output", u"connections -OUTPUT Json"_s, as(OutputType::Json, connections));
    row("output", u"connections -output table"_s, connections);
    row("output", u"dir -output json /etc"_s, as(OutputType::Json, etc));
    row("output, positional", u"connections json"_s, as(OutputType::Json, connections));
    row("output, positional", u"dir /etc JSON"_s, as(OutputType::Json, etc));
    row("output, positional", u"processes 4 table"_s, invocation(u"processes"_s, {{u"pid"_s, u"4"_s}}));
    row("output, where no pid can be", u"processes json"_s, as(OutputType::Json, invocation(u"processes"_s)));
    row("a path is the next free parameter", u"dir json"_s, invocation(u"dir"_s, {{u"path"_s, u"json"_s}}));
    row("a path is the next free parameter", u"dir json json"_s,
        as(OutputType::Json, invocation(u"dir"_s, {{u"path"_s, u"json"_s}})));

    row("to a file", u"dir /etc > etc.txt"_s, to(u"etc.txt"_s, etc));
    row("to a file", u"dir /etc >etc.txt"_s, to(u"etc.txt"_s, etc));
    row("to a file", u"dir /etc>etc.txt"_s, to(u"etc.txt"_s, etc));
    row("to a file", u"dir /etc> etc.txt"_s, to(u"etc.txt"_s, etc));
    row("to a file", uR"(dir /etc > "my file.txt")"_s, to(u"my file.txt"_s, etc));
    row("to a file", uR"(dir /etc > C:\cases\etc.txt)"_s, to(uR"(C:\cases\etc.txt)"_s, etc));
    row("to a file, chosen type", u"dir /etc json > etc.json"_s, to(u"etc.json"_s, as(OutputType::Json, etc)));
    row("to a file, chosen type", u"dir /etc > etc.json -output json"_s, to(u"etc.json"_s, as(OutputType::Json, etc)));

    row("background", u"dir /etc &"_s, inBackground(etc));
    row("background", u"dir /etc&"_s, inBackground(etc));
    row("background", u"dir /etc &  "_s, inBackground(etc));
    row("background", u"connections&"_s, inBackground(connections));
    row("background", u"dir /etc > etc.txt&"_s, inBackground(to(u"etc.txt"_s, etc)));
    row("command id", u"fg 1234"_s, invocation(u"fg"_s, {{u"command_id"_s, u"1234"_s}}));
}

void TestGrammar::parses()
{
    QFETCH(QString, line);
    QFETCH(Invocation, expected);
    const auto parsed = parseLine(line);
    QVERIFY2(parsed, parsed ? "" : qPrintable(debugText(parsed.error())));
    QCOMPARE(toLine(*parsed), toLine(expected));
    QVERIFY(*parsed == expected);

    const auto again = parseLine(toLine(expected));
    QVERIFY2(again, qPrintable(toLine(expected)));
    QVERIFY2(*again == expected, qPrintable(toLine(expected)));
}

void TestGrammar::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<int>("position");
    const auto row = [](const QString &line, ErrorCode code, const QString &subject, int position) {
        QTest::newRow(nameOf("", line).constData()) << line << code << subject << position;
    };
    using enum ErrorCode;
    row(u""_s, EmptyLine, u""_s, 0);
    row(u" \t "_s, EmptyLine, u""_s, 0);
    row(u"&"_s, EmptyLine, u""_s, 0);
    row(u"> file"_s, EmptyLine, u""_s, 0);
    row(u"  proceses"_s, UnknownVerb, u"proceses"_s, 2);
    row(u"-output json"_s, UnknownVerb, u"-output"_s, 0);
    row(u"help nonsense"_s, UnknownVerb, u"nonsense"_s, 5);

    row(u"fileinfo"_s, MissingParameter, u"path"_s, 8);
    row(u"fg"_s, MissingParameter, u"command_id"_s, 2);
    row(u"dir -path"_s, MissingParameter, u"path"_s, 9);
    row(u"dir -path -full_path"_s, MissingParameter, u"path"_s, 10);
    row(u"dir -path > x"_s, MissingParameter, u"path"_s, 10);
    row(u"dir -path &"_s, MissingParameter, u"path"_s, 10);
    row(u"remediate file /a file"_s, MissingParameter, u"id"_s, 22);
    row(u"remediate file /a list x"_s, BadValue, u"list"_s, 18);
    row(u"remediate file /a file b more"_s, BadValue, u"more"_s, 25);
    row(u"remediate file /a -more 'file'"_s, MissingParameter, u"id"_s, 24);
    row(u"remediate file /a -more 'file b' file c"_s, TooManyParameters, u"file"_s, 33);
    row(u"remediate file /a file b -more 'file c'"_s, RepeatedParameter, u"more"_s, 31);
    row(u"dir -output"_s, MissingParameter, u"output"_s, 11);
    row(u"dir >"_s, MissingFileName, u""_s, 5);
    row(u"dir > &"_s, MissingFileName, u""_s, 6);
    row(u"dir > ''"_s, MissingFileName, u""_s, 6);
    row(u"dir > > x"_s, MissingFileName, u""_s, 6);
    row(u"dir > -full_path"_s, MissingFileName, u""_s, 6);

    row(u"connections 4"_s, TooManyParameters, u"4"_s, 12);
    row(u"dir a b"_s, TooManyParameters, u"b"_s, 6);
    row(u"dir > my file.txt"_s, TooManyParameters, u"file.txt"_s, 9);
    row(u"dir /etc json table"_s, TooManyParameters, u"table"_s, 14);
    row(u"findfile a /etc"_s, TooManyParameters, u"/etc"_s, 11);
    row(u"dir /etc & &"_s, TooManyParameters, u"&"_s, 9);

    row(u"dir -recursive"_s, UnknownFlag, u"-recursive"_s, 4);
    row(u"dir - recursive"_s, UnknownFlag, u"-recursive"_s, 6);
    row(u"dir -"_s, UnknownFlag, u"-"_s, 5);
    row(u"dir - -full_path"_s, UnknownFlag, u"-"_s, 6);
    row(u"dir - 'full_path'"_s, UnknownFlag, u"-"_s, 6);
    row(u"dir --full_path"_s, UnknownFlag, u"--full_path"_s, 4);

    row(u"processes four"_s, BadValue, u"four"_s, 10);
    row(u"processes -pid json"_s, BadValue, u"json"_s, 15);
    row(u"processes 'json'"_s, BadValue, u"json"_s, 10);
    row(u"processes 4294967296"_s, BadValue, u"4294967296"_s, 10);
    row(u"processes 0x10"_s, BadValue, u"0x10"_s, 10);
    row(u"processes +4"_s, BadValue, u"+4"_s, 10);
    row(u"fg 0"_s, BadValue, u"0"_s, 3);
    row(u"findfile a -max '-1'"_s, BadValue, u"-1"_s, 16);
    row(u"findfile ''"_s, BadValue, u""_s, 9);
    row(u"cd \"\""_s, BadValue, u""_s, 3);
    row(u"dir -output xml"_s, BadValue, u"xml"_s, 12);

    row(u"fileinfo \"/tmp/a b"_s, UnclosedQuote, u"/tmp/a b"_s, 9);
    row(u"dir 'a&"_s, UnclosedQuote, u"a&"_s, 4);
    row(u"processes 4 -pid 5"_s, RepeatedParameter, u"pid"_s, 17);
    row(u"dir > a > b"_s, RepeatedParameter, u">"_s, 8);
    row(u"dir -full_path -relative_path"_s, RepeatedParameter, u"-relative_path"_s, 15);
    row(u"dir -full_path -full_path"_s, RepeatedParameter, u"-full_path"_s, 15);
    row(u"dir -output json -output table"_s, RepeatedParameter, u"output"_s, 25);
}

void TestGrammar::refuses()
{
    QFETCH(QString, line);
    QFETCH(ErrorCode, code);
    QFETCH(QString, subject);
    QFETCH(int, position);
    const auto parsed = parseLine(line);
    QVERIFY(!parsed);
    const auto &error = parsed.error();
    QCOMPARE(error.code, code);
    QCOMPARE(error.subject, subject);
    QCOMPARE(error.facts.value(Fact::Position).toInteger(-1), position);
    const bool verbKnown = code != ErrorCode::EmptyLine && Catalogue::instance().find(line.split(u' ').first());
    QCOMPARE(error.facts.contains(Fact::Usage), verbKnown);
}

/// Who knows a shell tries it; as a name it is quoted.
void TestGrammar::nothingIsPiped()
{
    const auto piped = parseLine(u"processes | grep x"_s);
    QVERIFY(!piped);
    QCOMPARE(piped.error().facts.text(Fact::Why), u"pipe"_s);
    QCOMPARE(quoted(u"|"_s), u"\"|\""_s);
    QVERIFY(parseLine(u"dir \"|\""_s));
}

void TestGrammar::whatExcludesEachOtherIsNotRepeated()
{
    const auto both = parseLine(u"dir -full_path -relative_path"_s);
    QVERIFY(!both);
    QCOMPARE(both.error().facts.text(Fact::Flag), u"-full_path"_s);
    const auto twice = parseLine(u"dir -full_path -full_path"_s);
    QVERIFY(!twice);
    QVERIFY(!twice.error().facts.contains(Fact::Flag));
}

void TestGrammar::tokenizes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("expected"); // kind, text, place, "q"uoted, "o"pen
    const auto row = [](const QString &line, const QStringList &expected) {
        QTest::newRow(qPrintable(line)) << line << expected;
    };
    row(u""_s, {});
    row(u"dir"_s, {u"word dir 0+3 "_s});
    row(u"dir a>b"_s, {u"word dir 0+3 "_s, u"word a 4+1 "_s, u"redirect > 5+1 "_s, u"word b 6+1 "_s});
    row(u"a& b&"_s, {u"word a& 0+2 "_s, u"word b 3+1 "_s, u"ampersand & 4+1 "_s});
    row(u"'a b'c"_s, {u"word a bc 0+6 q"_s});
    row(u"c'a b'"_s, {u"word ca b 0+6 "_s});
    row(u"x 'a b"_s, {u"word x 0+1 "_s, u"word a b 2+4 qo"_s});
    row(u"''"_s, {u"word  0+2 q"_s});
    row(u"'&'"_s, {u"word & 0+3 q"_s});
}

void TestGrammar::tokenizes()
{
    QFETCH(QString, line);
    QFETCH(QStringList, expected);
    QStringList seen;
    for (const auto &token : tokenize(line)) {
        const QString kind = token.kind == TokenKind::Word ? u"word"_s
            : token.kind == TokenKind::Redirect            ? u"redirect"_s
                                                           : u"ampersand"_s;
        seen += u"%1 %2 %3+%4 %5%6"_s.arg(kind, token.text)
                    .arg(token.start)
                    .arg(token.length)
                    .arg(token.quoted ? u"q"_s : QString(), token.closed ? QString() : u"o"_s);
    }
    QCOMPARE(seen, expected);
}

void TestGrammar::quotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &text, const QString &expected) {
        QTest::newRow(qPrintable(text)) << text << expected;
    };
    row(u"plain"_s, u"plain"_s);
    row(uR"(C:\a)"_s, uR"(C:\a)"_s);
    row(u""_s, uR"("")"_s);
    row(u"a b"_s, uR"("a b")"_s);
    row(u"-auto"_s, uR"("-auto")"_s);
    row(u"a&"_s, uR"("a&")"_s);
    row(u"it's"_s, uR"("it's")"_s);
    row(uR"(say "hi")"_s, uR"('say "hi"')"_s);
    row(uR"(it's "it")"_s, uR"("it's "'"it"')"_s);
    row(uR"(-'"'")"_s, {});
}

void TestGrammar::quotes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    if (!expected.isNull())
        QCOMPARE(quoted(text), expected);
    const auto tokens = tokenize(QString(u"fileinfo "_s + quoted(text)));
    QCOMPARE(tokens.size(), 2);
    QCOMPARE(tokens.last().text, text);
    QVERIFY(tokens.last().closed);
    QVERIFY(tokens.last().quoted || !text.startsWith(u'-'));
}

void TestGrammar::usageReadsLikeTheReference_data()
{
    QTest::addColumn<QString>("expected");
    for (const auto &expected :
        {u"cls"_s, u"fileinfo <path>"_s, u"findfile <name> [-path <path>] [-max <max>] [-everywhere]"_s,
            u"help [<command>]"_s, u"processes [<pid>] [-name <name>] [-baseline <baseline>]"_s,
            u"dir [<path>] [-full_path | -relative_path]"_s})
        QTest::newRow(qPrintable(expected)) << expected;
}

void TestGrammar::usageReadsLikeTheReference()
{
    QFETCH(QString, expected);
    QCOMPARE(usage(*Catalogue::instance().find(expected.section(u' ', 0, 0))), expected);
}

void TestGrammar::knowsWhatIsUnderTheCursor_data()
{
    QTest::addColumn<QString>("line"); // the cursor is at the |
    QTest::addColumn<CursorPlace>("place");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("word"); // what completion replaces
    const auto row = [](const QString &line, CursorPlace place, const QString &parameter, const QString &prefix,
                         const QString &word) {
        QTest::newRow(qPrintable(line)) << line << place << parameter << prefix << word;
    };
    using enum CursorPlace;
    row(u"|"_s, Verb, {}, {}, {});
    row(u"  |"_s, Verb, {}, {}, {});
    row(u"fi|"_s, Verb, {}, u"fi"_s, u"fi"_s);
    row(u"fi|leinfo /tmp"_s, Verb, {}, u"fi"_s, u"fileinfo"_s);
    row(u"nonsense |"_s, Nothing, {}, {}, {});
    row(u"fileinfo |"_s, Parameter, u"path"_s, {}, {});
    row(u"fileinfo /tm|p x"_s, Parameter, u"path"_s, u"/tm"_s, u"/tmp"_s);
    row(u"fileinfo \"/tmp/a b|"_s, Parameter, u"path"_s, u"/tmp/a b"_s, u"\"/tmp/a b"_s);
    row(u"fileinfo a&|"_s, Nothing, {}, {}, {});
    row(u"fileinfo a&|b"_s, Parameter, u"path"_s, u"a&"_s, u"a&b"_s);
    row(u"fileinfo /tmp |"_s, OutputValue, {}, {}, {});
    row(u"fileinfo /tmp json |"_s, Nothing, {}, {}, {});
    row(u"remediate file /a |"_s, Parameter, u"more"_s, {}, {});
    row(u"remediate file /a service ev|"_s, Parameter, u"id"_s, u"ev"_s, u"ev"_s);
    row(u"findfile x -|"_s, ParameterName, {}, u"-"_s, u"-"_s);
    row(u"findfile x -pa|"_s, ParameterName, {}, u"-pa"_s, u"-pa"_s);
    row(u"findfile x - pa|"_s, ParameterName, {}, u"-pa"_s, u"- pa"_s);
    row(u"findfile x -path |"_s, Parameter, u"path"_s, {}, {});
    row(u"findfile x -path /v|"_s, Parameter, u"path"_s, u"/v"_s, u"/v"_s);
    row(u"findfile -path /v |"_s, Parameter, u"name"_s, {}, {});
    row(u"findfile '-pa|'"_s, Parameter, u"name"_s, u"-pa"_s, u"'-pa'"_s);
    row(u"dir -output |"_s, OutputValue, {}, {}, {});
    row(u"dir -output js|"_s, OutputValue, {}, u"js"_s, u"js"_s);
    row(u"dir > |"_s, FileName, {}, {}, {});
    row(u"dir >et|"_s, FileName, {}, u"et"_s, u"et"_s);
    row(u"dir > etc.txt |"_s, Nothing, {}, {}, {});
    row(u"dir > etc.txt -|"_s, ParameterName, {}, u"-"_s, u"-"_s);
    row(u"processes four |"_s, OutputValue, {}, {}, {});
    row(u"help fi|"_s, Parameter, u"command"_s, u"fi"_s, u"fi"_s);
    row(u"|dir /etc"_s, Verb, {}, {}, {});
}

void TestGrammar::knowsWhatIsUnderTheCursor()
{
    QFETCH(QString, line);
    QFETCH(CursorPlace, place);
    QFETCH(QString, parameter);
    QFETCH(QString, prefix);
    QFETCH(QString, word);
    const qsizetype cursor = line.indexOf(u'|');
    line.remove(cursor, 1);
    const auto context = contextAt(line, cursor);
    QCOMPARE(int(context.place), int(place));
    QCOMPARE(context.parameter ? context.parameter->name : QString(), parameter);
    QCOMPARE(context.prefix, prefix);
    QCOMPARE(line.sliced(context.start, context.length), word);
    if (word.isEmpty())
        QCOMPARE(context.start, cursor);
}

void TestGrammar::choicesAreSpelledAsDeclared()
{
    const auto parsed = parseLine(u"HELP Connexions"_s);
    QVERIFY(parsed);
    QCOMPARE(parsed->value(u"command"_s), u"connections"_s);
}

void TestGrammar::suggestsTheNearestVerb()
{
    const auto parsed = parseLine(u"proceses"_s);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().facts.value(Fact::Nearest).toArray(), QCborArray{u"processes"_s});
}

void TestGrammar::limitsTheLine()
{
    const QString verb = u"cd "_s;
    const QString longest = verb + QString(MaxLineBytes - verb.size(), u'a');
    QVERIFY(parseLine(longest));
    const auto tooLong = parseLine(QString(longest + u'a'));
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().code, ErrorCode::LineTooLong);
    QCOMPARE(tooLong.error().facts.value(Fact::Limit).toInteger(), MaxLineBytes);
    QCOMPARE(tooLong.error().facts.value(Fact::Actual).toInteger(), MaxLineBytes + 1);
    // Bytes are counted, not characters.
    QVERIFY(!parseLine(QString(verb + QString(MaxLineBytes / 2, u'語'))));
}

void TestGrammar::validatesWhatItParsed()
{
    for (const auto &command : Catalogue::instance().commands()) {
        for (const auto &example : command.examples)
            QVERIFY2(validate(*parseLine(example)), qPrintable(example));
    }
}

void TestGrammar::validateRefuses_data()
{
    QTest::addColumn<Invocation>("wrong");
    QTest::addColumn<ErrorCode>("code");
    using enum ErrorCode;
    Invocation unknown;
    unknown.verb = u"format"_s;
    Invocation alias = invocation(u"dir"_s);
    alias.verb = u"ls"_s;
    QTest::newRow("no verb") << Invocation() << UnknownVerb;
    QTest::newRow("an unknown verb") << unknown << UnknownVerb;
    QTest::newRow("an alias") << alias << UnknownVerb;
    QTest::newRow("nothing for a required parameter") << invocation(u"cd"_s) << MissingParameter;
    QTest::newRow("an unknown parameter")
        << invocation(u"cd"_s, {{u"path"_s, u"/"_s}, {u"depth"_s, u"1"_s}}) << TooManyParameters;
    QTest::newRow("another spelling") << invocation(u"cd"_s, {{u"Path"_s, u"/"_s}}) << TooManyParameters;
    QTest::newRow("a value of another type") << invocation(u"processes"_s, {{u"pid"_s, u"init"_s}}) << BadValue;
    QTest::newRow("an empty value") << invocation(u"cd"_s, {{u"path"_s, u""_s}}) << BadValue;
    QTest::newRow("an unresolved verb") << invocation(u"help"_s, {{u"command"_s, u"ls"_s}}) << BadValue;
    QTest::newRow("an unknown flag") << invocation(u"dir"_s, {}, {u"recursive"_s}) << UnknownFlag;
    QTest::newRow("a flag twice") << invocation(u"dir"_s, {}, {u"full_path"_s, u"full_path"_s}) << RepeatedParameter;
    QTest::newRow("flags that exclude each other")
        << invocation(u"dir"_s, {}, {u"full_path"_s, u"relative_path"_s}) << RepeatedParameter;
    QTest::newRow("text from a table") << as(OutputType::Text, invocation(u"dir"_s)) << BadValue;
}

void TestGrammar::validateRefuses()
{
    QFETCH(Invocation, wrong);
    QFETCH(ErrorCode, code);
    const auto valid = validate(wrong);
    QVERIFY(!valid);
    QCOMPARE(valid.error().code, code);
}

QTEST_GUILESS_MAIN(TestGrammar)
#include "tst_grammar.moc"
