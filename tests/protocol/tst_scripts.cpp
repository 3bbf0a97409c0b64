// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/grammar.h"
#include "protocol/command/scripttype.h"
#include "protocol/command/tokenizer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;

class ScriptsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- what a script is given

    void argumentsAreSplit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("blanks") << u" \t "_s << QStringList();
        QTest::newRow("one") << u"a"_s << QStringList{u"a"_s};
        QTest::newRow("several") << u" a  b\tc "_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("the promise") << uR"(; & | ! $ ( ) "a b" *)"_s
                                     << QStringList{
                                            u";"_s, u"&"_s, u"|"_s, u"!"_s, u"$"_s, u"("_s, u")"_s, u"a b"_s, u"*"_s};
        QTest::newRow("shell words stay text")
            << u"$HOME `id` $(id) ~ > < # ;"_s
            << QStringList{u"$HOME"_s, u"`id`"_s, u"$(id)"_s, u"~"_s, u">"_s, u"<"_s, u"#"_s, u";"_s};
        QTest::newRow("single quotes") << u"'a b' c"_s << QStringList{u"a b"_s, u"c"_s};
        QTest::newRow("quotes in quotes") << u"\"it's\" 'say \"hi\"'"_s << QStringList{u"it's"_s, uR"(say "hi")"_s};
        QTest::newRow("pieces") << uR"(a"b c"'d e'f)"_s << QStringList{u"ab cd ef"_s};
        QTest::newRow("empty ones") << uR"("" '' a)"_s << QStringList{QString(u""_s), QString(u""_s), u"a"_s};
        QTest::newRow("backslashes") << uR"(C:\a\ "C:\b\" \n)"_s
                                     << QStringList{uR"(C:\a\)"_s, uR"(C:\b\)"_s, uR"(\n)"_s};
        QTest::newRow("dashes") << u"-processName Registry --x=1"_s
                                << QStringList{u"-processName"_s, u"Registry"_s, u"--x=1"_s};
        QTest::newRow("any script") << u"日本\u3000語 é😀"_s << QStringList{u"日本"_s, u"語"_s, u"é😀"_s};
    }
    void argumentsAreSplit()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, arguments);
        const auto split = splitArguments(text);
        QVERIFY(split);
        QCOMPARE(*split, arguments);
    }

    void anOpenQuoteIsNamed()
    {
        const auto split = splitArguments(u"a \"b c");
        QVERIFY(!split);
        QCOMPARE(split.error().code, ErrorCode::UnclosedQuote);
        QCOMPARE(split.error().subject, u"b c"_s);
    }

    void whatIsQuotedIsOneArgument()
    {
        const QStringList hard{
            u"a b"_s, u"'"_s, u"\""_s, u"'\""_s, QString(u""_s), u"-x"_s, u"a>b&"_s, u" "_s, u"\\"_s};
        QStringList words;
        for (const QString &argument : hard)
            words += quoted(argument);
        QCOMPARE(splitArguments(words.join(u' ')).value(), hard);
    }

    /// The line of the issue, through the grammar.
    void aLineReachesTheScript()
    {
        const auto run = parseLine(uR"(run script.sh -parameters '; & | ! $ ( ) "a b" *')");
        QVERIFY(run);
        QCOMPARE(splitArguments(run->value(u"parameters"_s)).value(),
            (QStringList{u";"_s, u"&"_s, u"|"_s, u"!"_s, u"$"_s, u"("_s, u")"_s, u"a b"_s, u"*"_s}));
        const auto again = parseLine(toLine(*run));
        QVERIFY(again);
        QCOMPARE(*again, *run);
    }

    // ---- what it is written in

    void typesAreSeen_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("interpreter");
        QTest::addColumn<QByteArrayList>("options");
        const auto row = [](const char *tag, const QString &name, const QByteArray &head, const QString &interpreter,
                             const QByteArrayList &options = {}) {
            QTest::newRow(tag) << name << head << interpreter << options;
        };
        row("extension", u"a.sh"_s, "echo", u"sh"_s);
        row("extension in capitals", u"A.PS1"_s, "exit 1", u"pwsh"_s);
        row("bash", u"a.bash"_s, "", u"bash"_s);
        row("python", u"a.py"_s, "print()", u"python3"_s);
        row("the first line decides", u"a.sh"_s, "#!/usr/bin/python3\n", u"python3"_s);
        row("without extension", u"triage"_s, "#! /bin/bash -eu\nls", u"bash"_s, {"-eu"});
        row("env", u"triage"_s, "#!/usr/bin/env bash\n", u"bash"_s);
        row("env with options", u"triage"_s, "#!/usr/bin/env -S A=b bash -e -u\n", u"bash"_s, {"-e", "-u"});
        row("a version", u"triage"_s, "#!/usr/local/bin/python3.13", u"python3"_s);
        row("PowerShell", u"triage"_s, "#!/usr/bin/env pwsh\r\n", u"pwsh"_s);
        row("batch file", u"a.cmd"_s, "@echo off\r\n", u"cmd"_s);
        row("batch file, the older name", u"A.BAT"_s, "", u"cmd"_s);
        row("byte order mark", u"triage"_s, "\xEF\xBB\xBF#!/bin/sh\n", u"sh"_s);
        row("Windows lines", u"triage"_s, "#!/bin/sh\r\n", u"sh"_s);
        row("nothing behind it", u"a.sh"_s, "#!\n", u"sh"_s);
    }
    void typesAreSeen()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, head);
        QFETCH(QString, interpreter);
        QFETCH(QByteArrayList, options);
        const auto type = scriptType(name, head);
        QVERIFY(type);
        QCOMPARE(interpreterName(type->language), interpreter);
        QCOMPARE(type->options, options);
    }

    void whatIsNoScriptIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("program") << u"tool.exe"_s << QByteArray("MZ");
        QTest::newRow("another language") << u"a.sh"_s << QByteArray("#!/usr/bin/perl -w\n");
        QTest::newRow("no name for it") << u"sh"_s << QByteArray("echo");
        QTest::newRow("a name inside") << u"a.sh.txt"_s << QByteArray("echo");
    }
    void whatIsNoScriptIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, head);
        const auto type = scriptType(name, head);
        QVERIFY(!type);
        QCOMPARE(type.error().code, ErrorCode::NoInterpreter);
        QCOMPARE(type.error().subject, name);
        QVERIFY(!type.error().reason.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ScriptsTest)
#include "tst_scripts.moc"
