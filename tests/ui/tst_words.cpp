// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/grammar.h"
#include "ui/words/words.h"

#include <QFile>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

constexpr auto Begin = "<!-- commands: made from the catalogue by tst_words -->\n"_L1;
constexpr auto End = "<!-- end of commands -->\n"_L1;

/// The README's table of commands.
QString commandTable()
{
    QString table = u"| command | what it does | role | platforms |\n|---|---|---|---|\n"_s;
    for (const CommandSpec &command : Catalogue::instance().commands()) {
        const QString line = usage(command).replace(u'|', "\\|"_L1);
        const QString aliases =
            command.aliases.isEmpty() ? QString() : u" Also: %1."_s.arg(command.aliases.join(u", "_s));
        table += u"| `%1` | %2%3 | %4 | %5 |\n"_s.arg(line, Words::commandPurpose(command.verb), aliases,
            Words::levelText(command.level), Words::platformsText(command.platforms));
    }
    return table;
}

class Language final
{
public:
    explicit Language(const QString &name)
    {
        if (name != "en"_L1 && m_translator.load(u":/i18n/sonde_%1.qm"_s.arg(name)))
            QCoreApplication::installTranslator(&m_translator);
    }

private:
    QTranslator m_translator;
};

} // namespace

/// What is said of commands is there for each of them, in each language, and in the README.
class WordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readmeHasTheCatalogue()
    {
        QFile file(QStringLiteral(SONDE_SOURCE_DIR "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString readme = QString::fromUtf8(file.readAll());
        const qsizetype begin = readme.indexOf(Begin) + Begin.size();
        const qsizetype end = readme.indexOf(End);
        QVERIFY(begin > Begin.size() && end >= begin);
        const QString before = readme.sliced(begin, end - begin);
        if (before != commandTable() && qEnvironmentVariableIsSet("SONDE_WRITE_README")) {
            file.close();
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QString(readme.first(begin) + commandTable() + readme.sliced(end)).toUtf8());
            return;
        }
        QVERIFY2(before == commandTable(),
            "the README's table of commands is not the catalogue's: SONDE_WRITE_README=1 ./dev test -R words");
    }

    void everyCommandIsExplained_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("verb");
        for (const auto &language : {u"en"_s, u"fr"_s, u"ja"_s}) {
            for (const CommandSpec &command : Catalogue::instance().commands())
                QTest::addRow("%s, %s", qPrintable(command.verb), qPrintable(language)) << language << command.verb;
        }
    }

    void everyCommandIsExplained()
    {
        QFETCH(QString, language);
        QFETCH(QString, verb);
        const CommandSpec &command = *Catalogue::instance().find(verb);
        QStringList english{Words::commandPurpose(verb)};
        for (const ParameterSpec &parameter : command.parameters)
            english << Words::parameterPurpose(verb, parameter.name);
        for (const FlagSpec &flag : command.flags)
            english << Words::flagPurpose(verb, flag.name);
        for (const ColumnSpec &column : command.columns)
            english << Words::columnPurpose(verb, column.id);
        for (const QString &words : english)
            QVERIFY2(!words.isEmpty(), qPrintable(verb));

        const Language installed(language);
        const QString page = Words::helpPage(command, Level::Basic);
        for (const QString &words : english)
            QVERIFY2(page.contains(words) == (language == "en"_L1), qPrintable(words));
        for (const ColumnSpec &column : command.columns)
            QVERIFY2(
                page.contains(column.id) && !Words::columnPurpose(verb, column.id).isEmpty(), qPrintable(column.id));
        for (const auto &part : {command.examples.first(), usage(command), Words::platformsText(command.platforms),
                 Words::levelText(command.level)})
            QVERIFY2(page.contains(part), qPrintable(part));
        for (const QString &alias : command.aliases)
            QVERIFY2(page.contains(alias), qPrintable(alias));
        if (command.runs == Runs::Device)
            QVERIFY(page.contains(Words::durationText(command.timeLimit)));
    }

    void unitsStandBesideTheirColumns()
    {
        const QString page = Words::helpPage(Catalogue::instance().of(Verbs::Processes), Level::Basic);
        const auto lineOf = [&page](const QString &column) {
            const qsizetype begin = page.indexOf(u"\n  "_s + column + u' ');
            return page.sliced(begin + 1, page.indexOf(u'\n', begin + 1) - begin - 1);
        };
        QVERIFY2(lineOf(u"memory_usage.working_set"_s).endsWith(u"(bytes)"), qPrintable(page));
        QVERIFY(lineOf(u"cpu_time"_s).endsWith(u"(seconds)"));
        QVERIFY(lineOf(u"creation_time"_s).endsWith(u"(UTC)"));
        QVERIFY(!lineOf(u"name"_s).endsWith(u')'));
    }
};

QTEST_GUILESS_MAIN(WordsTest)

#include "tst_words.moc"
