// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "protocol/base/sizetext.h"
#include "protocol/command/grammar.h"
#include "protocol/journal/activity.h"
#include "protocol/time/timetext.h"
#include "ui/words/errorsentences.h"
#include "ui/words/factwords.h"
#include "ui/words/words.h"

#include <QCborArray>
#include <QCborMap>
#include <QDirIterator>
#include <QFile>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <cerrno>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

constexpr auto CommandsBegin = "<!-- commands: made from the catalogue by tst_words -->\n"_L1;
constexpr auto CommandsEnd = "<!-- end of commands -->\n"_L1;
constexpr auto SettingsBegin = "<!-- settings: made from their table by tst_words -->\n"_L1;
constexpr auto SettingsEnd = "<!-- end of settings -->\n"_L1;

/// What is made stands in the README between the two marks.
void checkReadme(QLatin1StringView beginMark, QLatin1StringView endMark, const QString &made)
{
    QFile file(QStringLiteral(SONDE_SOURCE_DIR "/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString readme = QString::fromUtf8(file.readAll());
    const qsizetype begin = readme.indexOf(beginMark) + beginMark.size();
    const qsizetype end = readme.indexOf(endMark);
    QVERIFY(begin > beginMark.size() && end >= begin);
    const QString before = readme.sliced(begin, end - begin);
    if (before != made && qEnvironmentVariableIsSet("SONDE_WRITE_README")) {
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QString(readme.first(begin) + made + readme.sliced(end)).toUtf8());
        return;
    }
    QVERIFY2(
        before == made, "the README's table is not what it is made from: SONDE_WRITE_README=1 ./dev test -R words");
}

/// The README's table of commands.
QString commandTable()
{
    QString table = u"| command | what it does | permission | platforms |\n|---|---|---|---|\n"_s;
    for (const CommandSpec &command : Catalogue::instance().commands()) {
        const QString line = usage(command).replace(u'|', "\\|"_L1);
        const QString aliases =
            command.aliases.isEmpty() ? QString() : u" Also: %1."_s.arg(command.aliases.join(u", "_s));
        table += u"| `%1` | %2%3 | %4 | %5 |\n"_s.arg(line, Words::commandPurpose(command.verb), aliases,
            Words::permissionsText(command.needs.permissions()), Words::platformsText(command.platforms));
    }
    return table;
}

/// The README's table of settings.
QString settingTableText()
{
    QString table = u"| setting | what it is for | default | values |\n|---|---|---|---|\n"_s;
    for (const SettingSpec &spec : settingTable()) {
        const QString unit = Words::unitText(spec.unit);
        table += u"| `%1` | %2 | %3 | %4 |\n"_s.arg(spec.key, Words::settingPurpose(spec.id), spec.fallback,
            Words::settingRange(spec) + (unit.isEmpty() ? QString() : u' ' + unit));
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

/// The places of a sentence: "%1", "%2", "%n".
QSet<QString> placesOf(const QString &text)
{
    static const QRegularExpression place(u"%[1-9n]"_s);
    QSet<QString> places;
    for (const auto &match : place.globalMatch(text))
        places.insert(match.captured());
    return places;
}

QSet<QString> placesFor(const ErrorSentence &sentence)
{
    QSet<QString> places;
    for (const SentencePart &part : sentence.parts) {
        if (part.form != SentencePart::Form::Nothing)
            places.insert(part.form == SentencePart::Form::Count ? u"%n"_s : u'%' + QString::number(places.size() + 1));
    }
    return places;
}

QString translated(const ErrorSentence &sentence)
{
    const bool counts = std::ranges::contains(sentence.parts, SentencePart::Form::Count, &SentencePart::form);
    // Asked for without a number, a sentence keeps its %n.
    return QCoreApplication::translate("Sonde::Client::Words", sentence.text, nullptr, counts ? 3 : -1)
        .replace(counts ? u"3"_s : QString(u'\0'), u"%n"_s);
}

/// As the sources say it: "RetryAfter".
QString enumeratorOf(Fact fact)
{
    QString name;
    for (const QString &word : QString(factName(fact)).split(u'_'))
        name += word.front().toUpper() + word.sliced(1);
    return name;
}

/// A place in the sources where an error is made, and the facts it gets there.
struct MadeError {
    QString where;
    QString code;
    QSet<QString> facts;
    QString why; ///< the value of Fact::Why, where it is written out
};

/// Those that can be seen: `fail(ErrorCode::…)` and `Error{ErrorCode::…}` with all that follows up to the end of the statement.
std::vector<MadeError> errorsMadeIn(const QString &path)
{
    static const QRegularExpression made(
        u"(?:\\bfail\\(|\\bError(?: \\w+)?\\{|\\(\\{)\\s*ErrorCode::(\\w+)(.*?)(?:;|(?=\\bErrorCode::))"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression fact(u"\\bFact::(\\w+)"_s);
    static const QRegularExpression why(u"\\bFact::Why, u\"([^\"]+)\""_s);
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return {};
    std::vector<MadeError> errors;
    const QString text = QString::fromUtf8(file.readAll());
    for (const auto &match : made.globalMatch(text)) {
        const qsizetype line = QStringView(text).first(match.capturedStart()).count(u'\n') + 1;
        MadeError error{
            u"%1:%2"_s.arg(path).arg(line), match.captured(1), {}, why.match(match.captured(2)).captured(1)};
        for (const auto &name : fact.globalMatch(match.captured(2)))
            error.facts.insert(name.captured(1));
        errors.push_back(error);
    }
    return errors;
}

std::vector<MadeError> errorsMade()
{
    std::vector<MadeError> errors;
    for (const auto &layer :
        {u"agent"_s, u"controllers"_s, u"models"_s, u"protocol"_s, u"service"_s, u"transport"_s, u"ui"_s}) {
        const QString folder = QStringLiteral(SONDE_SOURCE_DIR "/") + layer;
        QDirIterator sources(folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            const auto here = errorsMadeIn(sources.next());
            errors.insert(errors.end(), here.begin(), here.end());
        }
    }
    for (MadeError &error : errors) {
        // Whoever parses or checks a line adds its usage; the agent prints the usage of its options below the error.
        if (error.where.contains("/protocol/command/"_L1) || error.where.contains("/agentoptions.cpp:"_L1))
            error.facts.insert(u"Usage"_s);
    }
    return errors;
}

} // namespace

/// What is said of commands is there for each of them, in each language, and in the README.
class WordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readmeHasTheCatalogue() { checkReadme(CommandsBegin, CommandsEnd, commandTable()); }

    /// What steps are bound to is read by people: none of its names is one of a program.
    void factsOfStepsHaveNames()
    {
        for (const QString &fact :
            {u"pid"_s, u"name"_s, u"user_name"_s, u"user"_s, u"creation_time"_s, u"start_ticks"_s, u"image_path"_s,
                u"tree"_s, u"processes"_s, u"known"_s, u"images"_s, u"command_lines"_s, u"files"_s, u"lines"_s,
                u"line"_s, u"line_number"_s, u"units"_s, u"masked"_s, u"path"_s, u"size"_s, u"sha256"_s, u"inode"_s,
                u"modified"_s, u"changed"_s, u"found"_s, u"groups"_s, u"sealed"_s, u"was"_s, u"is"_s, u"load"_s,
                u"not_restored"_s, u"state"_s, u"not_covered"_s, u"refused"_s, u"service"_s, u"extras"_s})
            QVERIFY2(FactWords::title(fact) != fact, qPrintable(fact));
        for (const QString &fact :
            {u"generation"_s, u"of_step"_s, u"of_act"_s, u"known_as"_s, u"item"_s, u"start_ticks"_s})
            QVERIFY2(FactWords::isInner(fact), qPrintable(fact));
        const TimeText utc(QTimeZone::UTC);
        QCOMPARE(FactWords::value(u"modified"_s, qint64(1'795'714'326'000'000'000), utc), u"2026-11-26 17:32:06 UTC"_s);
        QCOMPARE(FactWords::value(u"sealed"_s, true, utc), u"yes"_s);
        QCOMPARE(FactWords::value(u"images"_s, QCborArray{u"/a"_s, u"/b"_s}, utc), u"/a, /b"_s);
        QCOMPARE(FactWords::value(u"lines"_s, QCborArray{QCborMap{{u"path"_s, u"/a"_s}, {u"line"_s, u"x"_s}}}, utc),
            u"Path: /a, Line: x"_s);
    }

    /// Each event that is listed as something that was done has words of its own.
    void everyActivityHasWords()
    {
        const auto check = []<typename... Ts>(const std::variant<Ts...> *) {
            QStringList wordless;
            const auto look = [&wordless](const JournalEvent &event) {
                const QString kind = eventName(event);
                if (activityOf({1, {}, {}, {}, {}, {}, event, {}, {}}) && Words::activityText(kind) == kind)
                    wordless += kind;
            };
            (look(Ts{}), ...);
            return wordless;
        };
        QCOMPARE(check(static_cast<const JournalEvent::variant *>(nullptr)), QStringList());
    }

    void progressOfJobsIsReadInWords()
    {
        const auto text = [](const QString &cell) { return FactWords::jobCellText(u"progress", cell); };
        QCOMPARE(text(u"42 folders, 2 rows"_s), u"42 folder(s), 2 row(s)"_s);
        QCOMPARE(text(u"40 % of 7 files"_s), u"40 % of 7 file(s)"_s);
        QCOMPARE(text(u"7 gadgets"_s), u"7 gadgets"_s);
        QCOMPARE(FactWords::jobCellText(u"state", u"7 rows"_s), QString());
    }

    /// What was meant is said, not what it resembles.
    void refusalsSayWhatWasMeant()
    {
        const auto text = [](ErrorCode code, const QString &why) {
            Error error = Error{code, u"subject"_s, {}, {}}.with(Fact::Role, u"global-administrator"_s);
            return Words::errorText(std::move(error).with(Fact::Usage, u"processes"_s).with(Fact::Why, why));
        };
        QVERIFY(text(ErrorCode::NotPermitted, u"last-administrator"_s).contains(u"somebody else"_s));
        QVERIFY(text(ErrorCode::NotWhollyScanned, u"nothing-in"_s).startsWith(u"Nothing was scanned in"_s));
        QVERIFY(text(ErrorCode::NotFound, u"no-pattern"_s).contains(u"findfile"_s));
        QVERIFY(text(ErrorCode::BadValue, u"pipe"_s).contains(u"piped"_s));
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
        const QString page = Words::helpPage(command, {});
        for (const QString &words : english)
            QVERIFY2(page.contains(words) == (language == "en"_L1), qPrintable(words));
        for (const ColumnSpec &column : command.columns)
            QVERIFY2(
                page.contains(column.id) && !Words::columnPurpose(verb, column.id).isEmpty(), qPrintable(column.id));
        for (const auto &part : {command.examples.first(), usage(command), Words::platformsText(command.platforms),
                 Words::permissionsText(command.needs.permissions())})
            QVERIFY2(page.contains(part), qPrintable(part));
        for (const QString &alias : command.aliases)
            QVERIFY2(page.contains(alias), qPrintable(alias));
        if (command.runs == Runs::Device)
            QVERIFY(page.contains(Words::durationText(command.timeLimit)));
    }

    void nothingFoundSaysWhatWasLookedFor()
    {
        CommandRecord record;
        record.state = CommandState::Completed;
        for (const CommandSpec &command : Catalogue::instance().commands()) {
            record.invocation = {};
            record.invocation.verb = command.verb;
            for (const ParameterSpec &parameter : command.parameters)
                record.invocation.values.insert(parameter.name, u"what"_s);
            const QString text = Words::nothingFound(record);
            const bool lists = !command.columns.isEmpty() && !command.singleRow;
            QCOMPARE(!text.isEmpty(), lists);
            QVERIFY2(
                !text.contains(u'%') && text != u"Nothing was found."_s, qPrintable(command.verb)); // each has its own
        }
        record.invocation = *parseLine(u"findfile *.zzz -path /etc"_s);
        QCOMPARE(Words::nothingFound(record), u"There is no file “*.zzz” in “/etc” or below."_s);
        record.errors = {Error{ErrorCode::AccessDenied, u"/etc/ssl/private"_s, {}, {}}};
        QCOMPARE(Words::nothingFound(record),
            u"Not everything could be read. In what could: There is no file “*.zzz” in “/etc” or below."_s);
        record.errors.clear();
        record.rows = 1;
        QCOMPARE(Words::nothingFound(record), QString());
        record.rows = 0;
        record.state = CommandState::Failed;
        QCOMPARE(Words::nothingFound(record), QString());
    }

    void reasonsHaveCodes()
    {
        const auto meta = QMetaEnum::fromType<Reason>();
        for (int i = 0; i < meta.keyCount(); ++i) {
            const Error error = errorBecause(Reason(meta.value(i)), ErrorCode::ReadFailed, u"x"_s);
            QCOMPARE(reasonOf(error), std::optional(Reason(meta.value(i))));
            QCOMPARE(Words::reasonText(error), reasonText(Reason(meta.value(i)))); // the same words in the table
            const Error bare{error.code, error.subject, error.reason, {}};         // wrapped, its facts lost
            QCOMPARE(reasonOf(bare), std::optional(Reason(meta.value(i))));
        }
        QTranslator japanese;
        QVERIFY(japanese.load(u":/i18n/sonde_ja.qm"_s));
        QCoreApplication::installTranslator(&japanese);
        for (const Error &error :
            {errorFromErrno(EACCES, u"/root"_s), Error{ErrorCode::CannotConnect, u"h"_s, u"Connection refused"_s, {}},
                errorBecause(Reason::SocketsHidden, ErrorCode::AccessDenied, u"/proc"_s)}) {
            const QString text = Words::errorText(error).remove(error.subject);
            QVERIFY2(!text.contains(QRegularExpression(u"[a-z]{3}"_s)), qPrintable(text));
        }
        QCoreApplication::removeTranslator(&japanese);
        QCOMPARE(
            Words::reasonText({ErrorCode::ReadFailed, {}, u"words of some library"_s, {}}), u"words of some library"_s);
    }

    /// Reasons in the words of the service that reach an analyst, and of the way there. The other side of a protocol that was not kept,
    /// and whoever starts a program, read English.
    void serviceGivesNoReasonInWords()
    {
        static const QRegularExpression words(
            uR"(ErrorCode::(?!ProtocolViolation|CertificateRefused|CannotStart|AlreadyRunning|RateLimited|SignInFailed|NotSignedIn|Internal)\w+,\s*[^,;]+,\s*(u|QStringLiteral\()\x22[a-z][^\x22]* [^\x22]*\x22)"_s);
        // What is told to programs that do not speak the protocol, to who starts a service, and to who writes a rule:
        // it stands with the line of the rule's text that it is about.
        const QStringList exempt{u"httpapi.cpp"_s, u"peeradmission.cpp"_s, u"pendingrequest.cpp"_s,
            u"certificateauthority.cpp"_s, u"compiledrules.cpp"_s};
        const QDir root(QStringLiteral(SONDE_SOURCE_DIR));
        QStringList found;
        for (const auto &folder : {u"protocol"_s, u"service/commands"_s, u"service/evidence"_s, u"service/identity"_s,
                 u"service/library"_s, u"service/net"_s, u"service/sessions"_s, u"service/settings"_s,
                 u"service/transfers"_s, u"transport/bulk"_s, u"transport/channel"_s, u"transport/tls"_s,
                 u"controllers/downloads"_s, u"controllers/library"_s, u"controllers/session"_s}) {
            QDirIterator sources(root.filePath(folder), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (sources.hasNext()) {
                QFile file(sources.next());
                if (exempt.contains(sources.fileName()))
                    continue;
                QVERIFY(file.open(QFile::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (const auto &match : words.globalMatch(text))
                    found += root.relativeFilePath(file.fileName()) + u": "_s + match.captured();
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(u"use protocol/base/reason.h:\n"_s + found.join(u'\n')));
    }

    /// What a device says is read in three languages.
    void agentGivesNoReasonInWords()
    {
        static const QRegularExpression words(
            uR"((fail\(|Error\{|addError\(\{|\{ErrorCode::)[^;]{0,160}(u|QStringLiteral\()\x22[a-z][^\x22%]* [^\x22]*\x22)"_s);
        const QDir root(QStringLiteral(SONDE_SOURCE_DIR "/agent"));
        QStringList found;
        for (const auto &folder : {u"acts"_s, u"command"_s, u"commands"_s, u"engine"_s, u"evidence"_s, u"system"_s}) {
            QDirIterator sources(root.filePath(folder), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (sources.hasNext()) {
                QFile file(sources.next());
                QVERIFY(file.open(QFile::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                if (const auto match = words.match(text); match.hasMatch())
                    found += root.relativeFilePath(file.fileName()) + u": "_s + match.captured();
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(u"use protocol/base/reason.h:\n"_s + found.join(u'\n')));
    }

    void timesAreToldWhole()
    {
        QTranslator english; // which knows plurals
        QVERIFY(english.load(u":/i18n/sonde_en.qm"_s));
        QCoreApplication::installTranslator(&english);
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "America/New_York");
        const QDateTime time(QDate(2026, 11, 26), QTime(17, 12, 6, 4), QTimeZone::UTC);
        DeviceFacts tokyo;
        tokyo.timeZone = u"Asia/Tokyo"_s;
        QCOMPARE(Words::timeDetails(time, TimeText(tokyo), time.addSecs(190)),
            u"2026-11-26 17:12:06.004 UTC\n"
            u"2026-11-26 12:12:06.004 America/New_York\n"
            u"2026-11-27 02:12:06.004 Asia/Tokyo\n"
            u"3 min ago"_s);
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
        QCOMPARE(Words::timeDetails({}, TimeText()), QString());
        QCOMPARE(Words::ageText(time, time), u"now"_s);
        QCOMPARE(Words::ageText(time, time.addDays(400)), u"400 days ago"_s);
        QCOMPARE(Words::ageText(time.addDays(1), time), u"in 1 day"_s); // clocks differ, and files lie
        // A refusal says since when, and by which clock.
        const Error held = Error{ErrorCode::DeviceHeld, u"desk-1"_s, {}, {}}
                               .with(Fact::Holder, u"b"_s)
                               .with(Fact::Since, TimeText::iso(time));
        QVERIFY2(Words::errorText(held).contains(u"2026-11-26 17:12:06 UTC"_s), qPrintable(Words::errorText(held)));
    }

    void sizesAreToldExactly()
    {
        QTranslator english; // which knows plurals
        QVERIFY(english.load(u":/i18n/sonde_en.qm"_s));
        QCoreApplication::installTranslator(&english);
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        using namespace std::chrono_literals;
        QCOMPARE(Words::durationText(300us), u"1 ms"_s);
        QCOMPARE(Words::durationText(42ms), u"42 ms"_s);
        QCOMPARE(Words::durationText(2190ms), u"2.19 s"_s);
        QCOMPARE(Words::durationText(61s), u"1 min 1 s"_s);
        QCOMPARE(sizeText(1), u"1 byte"_s);
        QCOMPARE(sizeText(606), u"606 bytes"_s);
        QCOMPARE(sizeText(512 * 1024), u"512 KiB"_s);
        QCOMPARE(sizeText(56'144), u"54.8 KiB"_s);
        QCOMPARE(sizeText(1, QLocale(QLocale::French)), u"1 octet"_s);
        QCOMPARE(Words::sizeText(0), u"0 bytes"_s);
        QCOMPARE(Words::sizeText(1), u"1 byte"_s);
        QCOMPARE(Words::sizeText(56'144), u"56,144 bytes (54.8 KiB)"_s);
        QCOMPARE(Words::sizeText(qint64(5) << 30), u"5,368,709,120 bytes (5 GiB)"_s);
        QLocale::setDefault(before);
    }

    void unitsStandBesideTheirColumns()
    {
        const QString page = Words::helpPage(Catalogue::instance().of(Verbs::Processes), {});
        const auto lineOf = [&page](const QString &column) {
            const qsizetype begin = page.indexOf(u"\n  "_s + column + u' ');
            return page.sliced(begin + 1, page.indexOf(u'\n', begin + 1) - begin - 1);
        };
        QVERIFY2(lineOf(u"memory_usage.working_set"_s).endsWith(u"(bytes)"), qPrintable(page));
        QVERIFY(lineOf(u"cpu_time"_s).endsWith(u"(seconds)"));
        QVERIFY(lineOf(u"creation_time"_s).endsWith(u"(UTC)"));
        QVERIFY(!lineOf(u"name"_s).endsWith(u')'));
    }

    void helpTellsWhatIsNotOfferedAndWhatIsLimited()
    {
        SettingValues settings;
        settings.set(TenantSetting::GetfileBytes, u"2097152"_s);
        settings.set(TenantSetting::AllowPythonScripts, u"false"_s);
        const QString text = Words::helpOverview({{builtInGrants({Role::Analyst}), {}, {}}, Platform::Linux, settings});
        const qsizetype others = text.indexOf(u"Not offered here"_s);
        QVERIFY(others > 0);
        QVERIFY(text.indexOf(u"\n  dir "_s) < others);
        const qsizetype registry = text.indexOf(u"  registry "_s);
        QVERIFY(registry > others);
        const QString reason = text.sliced(registry, text.indexOf(u'\n', registry) - registry);
        QVERIFY2(reason.contains(u"Windows"_s) && reason.contains(u"Linux"_s), qPrintable(reason));
        QVERIFY(text.indexOf(u"Limits of this tenant"_s) > others);
        QVERIFY2(text.contains(u"  2 MB "_s) || text.contains(u"  2 MiB "_s), qPrintable(text));
        for (const QString &line : text.split(u'\n'))
            QVERIFY2(line.size() < 200, qPrintable(line));
        QVERIFY(Words::helpPage(Catalogue::instance().of(Verbs::Run), {fullAccess(), Platform::Linux, settings})
                .contains(u"no Python scripts"_s));
    }

    void readmeHasTheSettings() { checkReadme(SettingsBegin, SettingsEnd, settingTableText()); }

    void everySettingIsExplained_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("setting");
        for (const auto &language : {u"en"_s, u"fr"_s, u"ja"_s}) {
            for (const SettingSpec &spec : settingTable())
                QTest::addRow("%s, %s", spec.key.data(), qPrintable(language)) << language << int(spec.id);
        }
    }

    void everySettingIsExplained()
    {
        QFETCH(QString, language);
        QFETCH(int, setting);
        const SettingSpec &spec = settingTable().at(size_t(setting));
        QCOMPARE(int(spec.id), setting); // the table is in the order of its enumeration
        QVERIFY(checkSetting(spec, spec.fallback));
        QCOMPARE(spec.type == SettingType::Integer, spec.unit != SettingUnit::None);
        QCOMPARE(Words::unitText(spec.unit).isEmpty(), spec.unit == SettingUnit::None);
        const QString english = Words::settingPurpose(spec.id);
        const Language installed(language);
        QVERIFY(!Words::settingRange(spec).isEmpty());
        QCOMPARE(Words::settingPurpose(spec.id) == english, language == "en"_L1);
    }

    void everyErrorIsSaid()
    {
        const auto codes = QMetaEnum::fromType<ErrorCode>();
        for (int i = 0; i < codes.keyCount(); ++i) {
            std::vector<bool> conditional;
            for (const ErrorSentence &sentence : errorSentences()) {
                if (int(sentence.code) == codes.value(i))
                    conditional.push_back(sentence.condition.fact.has_value());
            }
            // The last is said when no other is, and none would be after it.
            QVERIFY2(
                !conditional.empty() && std::ranges::find(conditional, false) == conditional.end() - 1, codes.key(i));
        }
    }

    void errorsAreSaidWithTheirFacts_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("said");
        const auto row = [](const Error &error, const QString &said) {
            QTest::addRow("%s", qPrintable(said.left(30))) << error << said;
        };
        row(Error{ErrorCode::OsUnsupported, u"desk-1"_s, {}, {}}.with(Fact::Actual, u"Windows 8"_s), u"Windows 8"_s);
        row(Error{ErrorCode::TooLarge, u"/core"_s, {}, {}}.with(Fact::Limit, 2048).with(Fact::Actual, 4096),
            u"“/core” has 4 KiB, and the limit is 2 KiB."_s);
        row(Error{ErrorCode::TooLarge, u"/core"_s, u"it grew while it was read"_s, {}}.with(Fact::Limit, 2048),
            u"“/core” has more than 2 KiB, which is the limit. Reason: it grew while it was read"_s);
        row(Error{ErrorCode::NotFound, u"a%2b"_s, u"%1"_s, {}}, u"“a%2b” does not exist on the device."_s);
        row(Error{ErrorCode::Cancelled, u"a.sh"_s, {}, {}}.with(Fact::Processes, 3),
            u"“a.sh” was stopped: 3 process"_s);
        row(Error{ErrorCode::UnknownVerb, u"di"_s, {}, {}}.with(Fact::Nearest, QCborArray{u"dir"_s, u"cd"_s}),
            u"Did you mean: dir, cd?"_s);
        row(Error{ErrorCode::UnknownVerb, u"di"_s, {}, {}}.with(Fact::Nearest, QCborArray()),
            u"There is no command “di”. Type “help” for the list."_s);
        row(Error{ErrorCode::BadName, QString(), {}, {}}.with(Fact::Why, u"empty"_s), u"A file needs a name."_s);
        row(Error{ErrorCode::NotPermitted, u"a.py"_s, {}, {}}.with(
                Fact::Setting, settingKey(TenantSetting::AllowPythonScripts)),
            u"“a.py” may not run: Python scripts are switched off"_s);
        row(Error{ErrorCode::RoleTooLow, u"run"_s, {}, {}}
                .with(Fact::Permission, u"advanced-live-response"_s)
                .with(Fact::Role, u"responder"_s)
                .with(Fact::Eligible, u"responder"_s),
            u"You may take the role “responder” for a time"_s);
        row(Error{ErrorCode::BadValue, u"k"_s, {}, {}}.with(Fact::Least, 1).with(Fact::Most, 90),
            u"“k” takes a number from 1 to 90."_s);
        row(Error{ErrorCode::BadValue, u"k"_s, {}, {}}.with(Fact::Choices, QCborArray{u"on"_s, u"off"_s}),
            u"Possible values: on, off"_s);
        row(Error{ErrorCode::Interrupted, {}, {}, {}}.with(Fact::Limit, 64), u"64 are on their way already"_s);
        // No role would help.
        row(errorBecause(Reason::OwnRequest, ErrorCode::NotPermitted, u"7"_s), u"somebody else has to decide"_s);
        row(Error{ErrorCode::SessionClosed, u"3"_s, {}, {}}.with(Fact::Holder, u"sam"_s), u"was closed by sam"_s);
    }

    void errorsAreSaidWithTheirFacts()
    {
        QFETCH(Error, error);
        QFETCH(QString, said);
        const QString text = Words::errorText(error);
        QVERIFY2(text.contains(said), qPrintable(text));
    }

    void everyPlaceHasItsPart_data()
    {
        QTest::addColumn<QString>("language");
        for (const auto &language : {u"en"_s, u"fr"_s, u"ja"_s})
            QTest::addRow("%s", qPrintable(language)) << language;
    }

    void everyPlaceHasItsPart()
    {
        QFETCH(QString, language);
        const Language installed(language);
        for (const ErrorSentence &sentence : errorSentences()) {
            const QString text = translated(sentence);
            QVERIFY2(placesOf(text) == placesFor(sentence), qPrintable(text));
            QVERIFY2((text == QString::fromUtf8(sentence.text)) == (language == "en"_L1), sentence.text);
        }
    }

    /// Of the sentences that may be said of an error, none has a place that would stay empty.
    void everyFactIsSet()
    {
        QStringList wrong;
        const auto errors = errorsMade();
        QVERIFY(errors.size() > 300);
        for (const MadeError &error : errors) {
            for (const ErrorSentence &sentence : errorSentences()) {
                if (QLatin1StringView(QMetaEnum::fromType<ErrorCode>().valueToKey(int(sentence.code))) != error.code)
                    continue;
                const auto &condition = sentence.condition;
                if (condition.fact && !error.facts.contains(enumeratorOf(*condition.fact)))
                    continue;
                if (condition.fact == Fact::Why && !error.why.isEmpty() && condition.value != error.why)
                    continue;
                for (const SentencePart &part : sentence.parts) {
                    if (part.fact && !error.facts.contains(enumeratorOf(*part.fact)))
                        wrong << u"%1: %2 without %3"_s.arg(error.where, error.code, enumeratorOf(*part.fact));
                }
                if (condition.value.isEmpty() && !condition.setting)
                    break; // no other is said
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(WordsTest)

#include "tst_words.moc"
