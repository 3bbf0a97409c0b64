// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/commandline.h"
#include "ui/cli/base/verbhelp.h"
#include "ui/cli/verbs/cliverbs.h"

#include <QFile>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// Everything that is said of a verb and is to be translated.
QStringList sentencesOf(const VerbSpec &verb)
{
    QStringList sentences{QString::fromUtf8(verb.purpose), QString::fromUtf8(verb.details)};
    for (const VerbForm &form : verb.forms) {
        if (form.purpose)
            sentences << QString::fromUtf8(form.purpose);
    }
    for (const OptionSpec &option : verb.options)
        sentences << QString::fromUtf8(option.purpose);
    return sentences;
}

/// As a shell parts a line; what it would redirect is left out.
QStringList shellWords(const QString &line)
{
    static const QRegularExpression word(uR"re('([^']*)'|"([^"]*)"|([^\s'"]+))re"_s);
    QStringList words;
    for (const auto &match : word.globalMatch(QString(line).remove(QRegularExpression(uR"( [<>] \S+$)"_s))))
        words << match.captured(1) + match.captured(2) + match.captured(3);
    return words;
}

/// The command lines of sonde-cli in the README.
QStringList readmeLines()
{
    QFile file(QStringLiteral(SONDE_SOURCE_DIR "/README.md"));
    QStringList lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const qsizetype start = line.indexOf("sonde-cli "_L1);
        if (line.startsWith("./dev exec sonde-cli "_L1) || start == 0)
            lines << line.sliced(start);
    }
    return lines;
}

} // namespace

/// The table of sonde-cli's verbs: what is checked and what is said of each comes from its object.
class CliVerbsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { addVerbs(m_verbs); }

    void namesAreUnique()
    {
        QSet<QString> names;
        for (const auto &verb : m_verbs.verbs()) {
            QVERIFY2(!names.contains(verb->spec().name), qPrintable(verb->spec().name));
            names << verb->spec().name;
            QCOMPARE(m_verbs.find(verb->spec().name).value(), verb.get());
        }
        QCOMPARE(names.size(), 24);
    }

    void everyVerbHasHelp_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        for (const auto &language : {u"en"_s, u"fr"_s, u"ja"_s}) {
            for (const auto &verb : m_verbs.verbs())
                QTest::addRow("%s, %s", qPrintable(verb->spec().name), qPrintable(language))
                    << language << verb->spec().name;
        }
    }

    void everyVerbHasHelp()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, name);
        const VerbSpec &verb = m_verbs.find(name).value()->spec();
        QTranslator translator;
        if (language != "en"_L1) {
            QVERIFY(translator.load(u":/i18n/sonde_%1.qm"_s.arg(language)));
            QCoreApplication::installTranslator(&translator);
        }
        const QString page = verbPage(verb);
        const QString overview = verbsOverview(m_verbs);
        for (const QString &sentence : sentencesOf(verb)) {
            QVERIFY(!sentence.isEmpty());
            QCOMPARE(page.contains(sentence), language == "en"_L1);
        }
        QCOMPARE(overview.contains(QString::fromUtf8(verb.purpose)), language == "en"_L1);
        for (const VerbForm &form : verb.forms)
            QVERIFY2(page.contains(u"sonde-cli "_s + callOf(verb, form)), qPrintable(page));
        for (const OptionSpec &option : verb.options)
            QVERIFY2(page.contains((option.name.size() == 1 ? u"-"_s : u"--"_s) + option.name), qPrintable(page));
        QVERIFY(!verb.examples.isEmpty());
        for (const QString &example : verb.examples)
            QVERIFY2(page.contains(u"sonde-cli "_s + example), qPrintable(page));
    }

    void examplesAreUnderstood_data()
    {
        QTest::addColumn<QString>("line");
        QCOMPARE_GT(readmeLines().size(), 8);
        for (const QString &line : readmeLines())
            QTest::newRow(qPrintable(u"README: "_s + line)) << line;
        for (const auto &verb : m_verbs.verbs()) {
            for (const QString &example : verb->spec().examples)
                QTest::newRow(qPrintable(example)) << QString(u"sonde-cli "_s + example);
        }
    }

    void examplesAreUnderstood()
    {
        QFETCH(const QString, line);
        const auto options = CommandLine(shellWords(line), m_verbs).options();
        QVERIFY2(options, options ? "" : qPrintable(debugText(options.error())));
        QVERIFY2(line.contains(options->verb), qPrintable(options->verb));
    }

    void argumentsFitAForm_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("subject");
        const auto wrong = [](const QStringList &words, ErrorCode code, const QString &subject) {
            QTest::newRow(qPrintable(words.join(u' '))) << words << code << subject;
        };
        wrong({u"exec"_s}, ErrorCode::MissingParameter, u"DEVICE"_s);
        wrong({u"exec"_s, u"this"_s}, ErrorCode::MissingParameter, u"LINE"_s);
        wrong({u"library"_s, u"upload"_s}, ErrorCode::MissingParameter, u"FILE"_s);
        wrong({u"library"_s, u"download"_s, u"a"_s, u"b"_s}, ErrorCode::BadValue, u"b"_s);
        wrong({u"library"_s, u"download"_s, u"a"_s, u"1"_s, u"2"_s}, ErrorCode::TooManyParameters, u"2"_s);
        wrong({u"library"_s, u"burn"_s}, ErrorCode::BadValue, u"burn"_s);
        wrong({u"sessions"_s, u"close"_s, u"all"_s}, ErrorCode::BadValue, u"all"_s);
        wrong({u"settings"_s, u"a"_s, u"b"_s, u"c"_s}, ErrorCode::BadValue, u"a"_s);
        wrong({u"settings"_s, u"set"_s, u"a"_s}, ErrorCode::MissingParameter, u"VALUE"_s);
        wrong({u"settings"_s, u"revert"_s}, ErrorCode::MissingParameter, u"KEY"_s);
        wrong({u"roles"_s, u"add"_s}, ErrorCode::MissingParameter, u"NAME"_s);
        wrong({u"groups"_s, u"burn"_s}, ErrorCode::BadValue, u"burn"_s);
        wrong({u"--rank"_s, u"first"_s, u"groups"_s, u"list"_s}, ErrorCode::BadValue, u"first"_s);
        wrong({u"tags"_s, u"add"_s, u"a"_s}, ErrorCode::MissingParameter, u"DEVICE"_s);
        wrong({u"journal"_s, u"all"_s}, ErrorCode::TooManyParameters, u"all"_s);
        wrong({u"journ"_s}, ErrorCode::UnknownVerb, u"journ"_s);
        wrong({u"--since"_s, u"noon"_s, u"journal"_s}, ErrorCode::BadValue, u"noon"_s);
        wrong({u"--output"_s, u"xml"_s, u"journal"_s}, ErrorCode::BadValue, u"xml"_s);
    }

    void argumentsFitAForm()
    {
        QFETCH(const QStringList, words);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, subject);
        const auto options = CommandLine(QStringList{u"sonde-cli"_s, u"--embedded"_s} + words, m_verbs).options();
        QVERIFY(!options);
        QCOMPARE(options.error().code, code);
        QCOMPARE(options.error().subject, subject);
        QCOMPARE(exitStatusFor(options.error()), ExitStatus::Usage);
    }

    void helpNeedsNoTenant()
    {
        for (const QStringList &words : {QStringList{u"--help"_s}, {u"help"_s}, {u"library"_s, u"-h"_s}}) {
            const auto options = CommandLine(QStringList{u"sonde-cli"_s} + words, m_verbs).options();
            QVERIFY(options);
            QCOMPARE(options->verb, u"help"_s);
        }
        QVERIFY(!CommandLine({u"sonde-cli"_s, u"journal"_s}, m_verbs).options());
        QVERIFY(!CommandLine({u"sonde-cli"_s, u"--tenant"_s, u"https://a"_s, u"journal"_s}, m_verbs).options());
    }

    void statusOfAnError_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<ExitStatus>("status");
        QTest::newRow("typed wrongly") << ErrorCode::UnknownVerb << ExitStatus::Usage;
        QTest::newRow("not allowed") << ErrorCode::NotPermitted << ExitStatus::Refused;
        QTest::newRow("not there") << ErrorCode::NotFound << ExitStatus::Failed;
        QTest::newRow("cannot write") << ErrorCode::CannotWrite << ExitStatus::Failed;
        QTest::newRow("no space") << ErrorCode::NoSpace << ExitStatus::Failed;
        QTest::newRow("hash mismatch") << ErrorCode::HashMismatch << ExitStatus::Failed;
        QTest::newRow("no connection") << ErrorCode::CannotConnect << ExitStatus::NotConnected;
        QTest::newRow("cancelled") << ErrorCode::Cancelled << ExitStatus::Cancelled;
    }

    void statusOfAnError()
    {
        QFETCH(const ErrorCode, code);
        QFETCH(const ExitStatus, status);
        QCOMPARE(exitStatusFor({code, {}, {}, {}}), status);
    }

    void noErrorIsCompleted()
    {
        const auto codes = QMetaEnum::fromType<ErrorCode>();
        for (int i = 0; i < codes.keyCount(); ++i)
            QVERIFY2(exitStatusFor({ErrorCode(codes.value(i)), {}, {}, {}}) != ExitStatus::Completed, codes.key(i));
    }

private:
    VerbTable m_verbs;
};

QTEST_GUILESS_MAIN(CliVerbsTest)

#include "tst_cliverbs.moc"
