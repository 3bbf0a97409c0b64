// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/embeddedcli.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

QSet<qint64> runningProcesses()
{
    QSet<qint64> pids;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const qint64 pid = name.toLongLong(&isNumber);
        if (isNumber)
            pids << pid;
    }
    return pids;
}

} // namespace

/// sonde-cli as a script would use it: an embedded tenant of real processes, answers compared with the machine.
class TestCli final : public QObject, private EmbeddedCli
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeTenant(); }
    void processesAgreeWithProc();
    void connectionsShowAListeningSocket();
    void dirAgreesWithTheDirectory();
    void outputGoesToAFile();
    void everyLineIsOneObject();
    void exitStatus_data();
    void exitStatus();
    void helpSpeaksTheLanguage();
    void everyVerbIsExplained_data();
    void everyVerbIsExplained();
    void oneSettingIsShown();
    void anEnrolmentTokenIsWithdrawn();
    void unknownSettingNamesTheNearest();
    void sessionReadsStdin();
    void stateIsKeptBetweenRuns();
    void secretsAreNotOnCommandLines();
    void usersComeAndGo();
    void rolesAndGroupsComeAndGo();
    void rolesAreTakenForATime();
    void settingsAreTakenBack();
    void aDeviceIsRemoved();
    void theEndOfTheJournalIsKeptElsewhere();
    void whatWasDoneIsListedAndFound();
    void aCaseFileIsMadeAndChecked_data();
    void aCaseFileIsMadeAndChecked();
};

void TestCli::processesAgreeWithProc()
{
    const auto before = runningProcesses();
    const auto run = cli({u"exec"_s, u"this"_s, u"processes -output json"_s});
    const auto after = runningProcesses();
    QVERIFY2(run.status == 0, run.errors.constData());

    QSet<qint64> shown;
    for (const auto &row : QJsonDocument::fromJson(run.output).array()) {
        shown << row["pid"_L1].toInteger();
        if (row["pid"_L1].toInteger() == QCoreApplication::applicationPid())
            QCOMPARE(row["name"_L1].toString(), u"tst_cli"_s);
    }
    // What ran before and after ran in between; what is shown was seen at one of the times, or came and went.
    const auto throughout = QSet<qint64>(before).intersect(after);
    QVERIFY(throughout.contains(QCoreApplication::applicationPid()));
    QCOMPARE(QSet<qint64>(throughout).subtract(shown), QSet<qint64>());
}

void TestCli::connectionsShowAListeningSocket()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto run = cli({u"--output"_s, u"json"_s, u"exec"_s, u"this"_s, u"connections"_s});
    QVERIFY2(run.status == 0, run.errors.constData());
    QJsonObject found;
    for (const auto &row : jsonLines(run.output).value(0).value("output"_L1).toArray()) {
        // Others may have this port, too, at another address of this machine, or have had it.
        if (row["local_port"_L1].toInt() == server.serverPort() && row["local_ip"_L1].toString() == u"127.0.0.1"
            && row["status_display"_L1].toString().contains("LISTEN"_L1, Qt::CaseInsensitive))
            found = row.toObject();
    }
    QCOMPARE(found.value("pid"_L1).toInteger(), QCoreApplication::applicationPid());
    QVERIFY(found.value("protocol"_L1).toString().startsWith("tcp"_L1, Qt::CaseInsensitive));
}

void TestCli::dirAgreesWithTheDirectory()
{
    const auto run = cli({u"--output"_s, u"json"_s, u"exec"_s, u"this"_s, u"dir /etc"_s});
    QVERIFY2(run.status == 0, run.errors.constData());
    QStringList shown;
    for (const auto &row : jsonLines(run.output).value(0).value("output"_L1).toArray())
        shown << row["path"_L1].toString();
    QStringList there =
        QDir(u"/etc"_s).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    shown.sort();
    there.sort();
    QCOMPARE(shown, there);
}

void TestCli::outputGoesToAFile()
{
    const auto run = cli({u"exec"_s, u"this"_s, u"dir /etc > etc.txt"_s});
    QVERIFY2(run.status == 0, run.errors.constData());
    QFile file(m_directory.filePath(u"etc.txt"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("passwd"));

    // Never silently over a file that exists.
    const auto again = cli({u"exec"_s, u"this"_s, u"dir / > etc.txt"_s});
    QCOMPARE(again.status, 3);
    QVERIFY2(again.errors.contains("etc.txt"), again.errors.constData());
    file.seek(0);
    QVERIFY(file.readAll().contains("passwd"));

    // A failure leaves no file that could be taken for "nothing was found", and says so.
    const auto failed = cli({u"exec"_s, u"this"_s, u"dir /no/such -output json > none.json"_s});
    QCOMPARE(failed.status, 1);
    QVERIFY2(failed.errors.contains("none.json"), failed.errors.constData());
    QVERIFY(!QFile::exists(m_directory.filePath(u"none.json"_s)));

    // What could not be all looked at says so in its name.
    const auto some =
        cli({u"--output"_s, u"json"_s, u"exec"_s, u"this"_s, u"findfile * -path /etc -max 1 > some.txt"_s});
    QVERIFY(jsonLines(some.output).value(0).value("partial"_L1).toBool());
    QVERIFY(QFile::exists(m_directory.filePath(u"some.partial.txt"_s)));
    QVERIFY(!QFile::exists(m_directory.filePath(u"some.txt"_s)));
}

void TestCli::everyLineIsOneObject()
{
    const auto run = cli({u"--output"_s, u"json"_s, u"exec"_s, u"this"_s, u"cd /etc"_s, u"fileinfo passwd"_s,
        u"nonsense"_s, u"dir /nowhere"_s});
    const auto objects = jsonLines(run.output);
    QCOMPARE(objects.size(), 4);
    for (const QJsonObject &object : objects) {
        for (const auto key : {"command_id"_L1, "command_line"_L1, "status"_L1, "duration_seconds"_L1, "output_type"_L1,
                 "output"_L1, "errors"_L1})
            QVERIFY2(object.contains(key), key.data());
    }
    QCOMPARE(objects.at(1).value("output"_L1).toObject().value("path"_L1).toString(), u"/etc/passwd"_s);
    const QByteArray sum = TestTenant::run(u"sha256sum"_s, {u"/etc/passwd"_s}).output.left(64);
    QCOMPARE(objects.at(1).value("output"_L1).toObject().value("sha256"_L1).toString(), QString::fromLatin1(sum));
    QCOMPARE(objects.at(2).value("status"_L1).toString(), u"rejected"_s);
    QCOMPARE(objects.at(3).value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(objects.at(3).value("errors"_L1).toArray().at(0).toObject().value("code"_L1).toString(), u"not-found"_s);
}

void TestCli::exitStatus_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");

    QTest::newRow("completed") << QStringList{u"exec"_s, u"this"_s, u"cd /tmp"_s} << 0 << QByteArray();
    QTest::newRow("wrong verb") << QStringList{u"exec"_s, u"this"_s, u"procesess"_s} << 2 << QByteArray("processes");
    QTest::newRow("missing parameter") << QStringList{u"exec"_s, u"this"_s, u"fileinfo"_s} << 2 << QByteArray("path");
    QTest::newRow("file not there") << QStringList{u"exec"_s, u"this"_s, u"fileinfo /no/such"_s} << 1
                                    << QByteArray("/no/such");
    QTest::newRow("unknown device") << QStringList{u"exec"_s, u"nobody"_s, u"dir"_s} << 3 << QByteArray("nobody");
    QTest::newRow("no line") << QStringList{u"exec"_s, u"this"_s} << 2 << QByteArray("LINE");
    QTest::newRow("unknown verb") << QStringList{u"dance"_s} << 2 << QByteArray("dance");
    QTest::newRow("mistyped verb") << QStringList{u"librar"_s} << 2 << QByteArray("library");
    // A wrong count of arguments names what was expected, whatever the verb.
    QTest::newRow("devices") << QStringList{u"devices"_s, u"a"_s, u"b"_s} << 2 << QByteArray("devices [FILTER]");
    QTest::newRow("session") << QStringList{u"session"_s} << 2 << QByteArray("session DEVICE");
    QTest::newRow("sessions") << QStringList{u"sessions"_s, u"close"_s} << 2 << QByteArray("sessions close ID");
    QTest::newRow("library") << QStringList{u"library"_s, u"download"_s} << 2
                             << QByteArray("library download NAME [VERSION]");
    QTest::newRow("library, too many") << QStringList{u"library"_s, u"delete"_s, u"a"_s, u"b"_s} << 2
                                       << QByteArray("library delete NAME");
    QTest::newRow("library, no version") << QStringList{u"library"_s, u"download"_s, u"a"_s, u"newest"_s} << 2
                                         << QByteArray("newest");
    QTest::newRow("downloads") << QStringList{u"downloads"_s, u"get"_s} << 2 << QByteArray("downloads get ID");
    QTest::newRow("journal") << QStringList{u"journal"_s, u"all"_s} << 2 << QByteArray("Usage: sonde-cli journal");
    QTest::newRow("users") << QStringList{u"users"_s, u"add"_s} << 2 << QByteArray("users add NAME");
    QTest::newRow("enrol") << QStringList{u"enrol"_s, u"me"_s} << 2 << QByteArray("Usage: sonde-cli enrol");
    QTest::newRow("settings") << QStringList{u"settings"_s, u"set"_s, u"a"_s} << 2
                              << QByteArray("settings set KEY VALUE");
    QTest::newRow("roles") << QStringList{u"roles"_s, u"remove"_s, u"nobody"_s} << 3 << QByteArray("nobody");
    QTest::newRow("no permission") << QStringList{u"roles"_s, u"add"_s, u"x"_s, u"--permissions"_s, u"fly"_s} << 2
                                   << QByteArray("basic-live-response");
    QTest::newRow("no level") << QStringList{u"groups"_s, u"add"_s, u"x"_s, u"--names"_s, u"x"_s, u"--level"_s,
        u"half"_s} << 2 << QByteArray("semi-core-folders");
    QTest::newRow("no tag") << QStringList{u"tags"_s, u"add"_s, u"a"_s, u"nobody"_s} << 3 << QByteArray("nobody");
    QTest::newRow("no certificate") << QStringList{u"publishers"_s, u"add"_s, u"/etc/hostname"_s} << 2
                                    << QByteArray("PEM");
    QTest::newRow("help") << QStringList{u"help"_s, u"danse"_s} << 2 << QByteArray("danse");
    QTest::newRow("cannot write") << QStringList{u"--download-dir"_s, u"/proc/nowhere"_s, u"exec"_s, u"this"_s,
        u"dir / > out.txt"_s} << 1 << QByteArray("/proc/nowhere");
    QTest::newRow("case, nowhere") << QStringList{u"case"_s, u"1"_s} << 2 << QByteArray("-o");
    QTest::newRow("case, no session") << QStringList{u"case"_s, u"none"_s, u"-o"_s, u"/x"_s} << 2 << QByteArray("none");
    QTest::newRow("case, unknown session")
        << QStringList{u"case"_s, u"99999"_s, u"-o"_s, m_directory.filePath(u"none.zip"_s)} << 3 << QByteArray("99999");
    QTest::newRow("verify, no file") << QStringList{u"verify"_s, u"/no/such"_s} << 1 << QByteArray("/no/such");
    QTest::newRow("unknown session") << QStringList{u"sessions"_s, u"close"_s, u"99999"_s} << 3 << QByteArray("99999");
}

void TestCli::exitStatus()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, status);
    QFETCH(const QByteArray, says);
    const auto run = cli(arguments);
    QCOMPARE(run.status, status);
    QVERIFY2(run.errors.contains(says), run.errors.constData());
}

void TestCli::helpSpeaksTheLanguage()
{
    const auto english = cli({u"exec"_s, u"this"_s, u"help findfile"_s});
    QVERIFY2(english.output.contains("Finds files by name"), english.errors.constData());
    const auto french = cli({u"--language"_s, u"fr"_s, u"exec"_s, u"this"_s, u"aide findfile"_s});
    QVERIFY2(french.status == 0 && !french.output.isEmpty(), french.errors.constData());
    QVERIFY(!french.output.contains("Finds files by name"));
}

void TestCli::everyVerbIsExplained_data()
{
    QTest::addColumn<QString>("verb");
    for (const auto &verb : {u"devices"_s, u"exec"_s, u"session"_s, u"sessions"_s, u"library"_s, u"downloads"_s,
             u"journal"_s, u"settings"_s, u"users"_s, u"roles"_s, u"groups"_s, u"tags"_s, u"publishers"_s, u"enrol"_s,
             u"release-code"_s, u"setup"_s, u"help"_s, u"verify"_s, u"case"_s, u"activity"_s, u"elevate"_s,
             u"elevations"_s, u"approvals"_s, u"second-factor"_s})
        QTest::newRow(qPrintable(verb)) << verb;
}

void TestCli::everyVerbIsExplained()
{
    QFETCH(const QString, verb);
    const auto ask = [](const QStringList &arguments) {
        return TestTenant::run(TestTenant::program(u"sonde-cli"_s), QStringList{u"--language"_s, u"en"_s} + arguments);
    };
    const auto overview = ask({u"help"_s});
    QCOMPARE(overview.status, 0);
    QVERIFY2(overview.output.contains(QByteArray("\n  " + verb.toUtf8())), overview.output.constData());
    const auto page = ask({u"help"_s, verb});
    QVERIFY2(page.status == 0, page.errors.constData());
    QVERIFY2(page.output.contains(QByteArray("sonde-cli " + verb.toUtf8())), page.output.constData());
    const auto flag = ask({verb, u"--help"_s});
    QCOMPARE(flag.status, 0);
    QCOMPARE(flag.output, page.output);
    const auto french = ask({u"help"_s, verb, u"--language"_s, u"fr"_s});
    QVERIFY(french.status == 0 && !french.output.isEmpty());
    QVERIFY(french.output != page.output);
}

void TestCli::oneSettingIsShown()
{
    const auto run = cli({u"--output"_s, u"json"_s, u"settings"_s, u"inactivity-minutes"_s});
    QVERIFY2(run.status == 0, run.errors.constData());
    const auto shown = jsonLines(run.output);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().value("key"_L1).toString(), u"inactivity-minutes"_s);
    QCOMPARE(shown.first().value("value"_L1).toString(), u"30"_s);
    QVERIFY(jsonLines(cli({u"--output"_s, u"json"_s, u"settings"_s}).output).size() > 5);
}

void TestCli::anEnrolmentTokenIsWithdrawn()
{
    const auto listed = [this] {
        const auto run = cli({u"--output"_s, u"json"_s, u"enrol"_s, u"list"_s});
        QStringList hashes;
        for (const QJsonObject &token : jsonLines(run.output))
            hashes << token.value("sha256"_L1).toString();
        return run.status == 0 ? hashes : QStringList{QString::fromUtf8(run.errors)};
    };
    const auto made = cli({u"enrol"_s, u"--group"_s, u"lost"_s});
    QVERIFY2(made.status == 0, made.errors.constData());
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(made.output.trimmed(), QCryptographicHash::Sha256).toHex());
    QVERIFY(listed().contains(hash));
    const auto withdrawn = cli({u"enrol"_s, u"withdraw"_s, hash});
    QVERIFY2(withdrawn.status == 0, withdrawn.errors.constData());
    QVERIFY(!listed().contains(hash));
    const auto again = cli({u"enrol"_s, u"withdraw"_s, hash});
    QCOMPARE(again.status, 3);
    QVERIFY2(again.errors.contains("This token is not valid"), again.errors.constData());
}

void TestCli::unknownSettingNamesTheNearest()
{
    for (const QStringList &arguments : {QStringList{u"inactivity-minute"_s}, {u"inactivity-minute"_s, u"40"_s}}) {
        const auto run = cli(QStringList{u"settings"_s} + arguments);
        QCOMPARE(run.status, 2);
        QVERIFY(run.output.isEmpty());
        QVERIFY2(run.errors.contains("inactivity-minutes"), run.errors.constData());
    }
}

void TestCli::sessionReadsStdin()
{
    const auto run = cli({u"session"_s, u"this"_s}, "cd /etc\nfileinfo passwd\n\ndir /proc/self/task &\njobs\n");
    QVERIFY2(run.status == 0, run.errors.constData());
    QVERIFY2(run.output.contains("/etc/passwd"), run.output.constData());
}

void TestCli::stateIsKeptBetweenRuns()
{
    const auto sessions = cli({u"--output"_s, u"json"_s, u"sessions"_s});
    QVERIFY(jsonLines(sessions.output).size() > 1);
    const auto verify = cli({u"journal"_s, u"--verify"_s});
    QVERIFY2(verify.status == 0, verify.errors.constData());
    const auto journal = cli({u"--output"_s, u"json"_s, u"journal"_s});
    const auto entries = jsonLines(journal.output);
    QVERIFY(entries.size() > 20);
    for (qsizetype i = 0; i < entries.size(); ++i)
        QCOMPARE(entries.at(i).value("number"_L1).toInteger(), i + 1);
}

void TestCli::secretsAreNotOnCommandLines()
{
    const auto run = cli({u"exec"_s, u"this"_s, u"processes -output json"_s});
    QVERIFY2(run.status == 0, run.errors.constData());
    int programs = 0;
    for (const auto &row : QJsonDocument::fromJson(run.output).array()) {
        const QString line = row["command_line"_L1].toString();
        if (!line.contains("sonde-"_L1) || !line.contains(m_directory.path()))
            continue;
        ++programs;
        const auto words = line.split(u' ');
        const qsizetype token = words.indexOf("--token"_L1);
        if (token >= 0)
            QCOMPARE(words.value(token + 1), u"-"_s);
        QVERIFY(!line.contains("password="_L1));
    }
    QVERIFY(programs >= 3); // the service, the agent and sonde-cli itself
}

void TestCli::usersComeAndGo()
{
    const auto ben = [this] {
        for (const QJsonObject &user : jsonLines(cli({u"--output"_s, u"json"_s, u"users"_s, u"list"_s}).output)) {
            if (user.value("name"_L1).toString() == u"ben")
                return user;
        }
        return QJsonObject();
    };
    QVERIFY(ben().isEmpty());
    const auto added = cli({u"users"_s, u"add"_s, u"ben"_s}, "a good password\n");
    QVERIFY2(added.status == 0, added.errors.constData());
    QCOMPARE(ben().value("disabled"_L1).toBool(), false);
    for (const QStringList &change : {QStringList{u"disable"_s}, {u"role"_s, u"responder"_s}, {u"sign-out"_s}}) {
        const auto done = cli(QStringList{u"users"_s, change.first(), u"ben"_s} + change.sliced(1));
        QVERIFY2(done.status == 0, done.errors.constData());
    }
    QCOMPARE(ben().value("disabled"_L1).toBool(), true);
    QCOMPARE(ben().value("roles"_L1).toArray(), QJsonArray{u"responder"_s});
    QCOMPARE(cli({u"users"_s, u"password"_s, u"ben"_s}, "another password\n").status, 0);
    QCOMPARE(cli({u"users"_s, u"disable"_s, u"nobody"_s}).status, 3);
    const auto verify = cli({u"journal"_s, u"--verify"_s});
    QVERIFY2(verify.status == 0, verify.errors.constData());
}

/// A team is set up by a script.
void TestCli::rolesAndGroupsComeAndGo()
{
    const auto run = [this](const QStringList &arguments, const QByteArray &input = {}) {
        const auto done = cli(arguments, input);
        return done.status == 0 ? QByteArray() : done.errors;
    };
    const auto rows = [this](const QString &verb) {
        return jsonLines(cli({u"--output"_s, u"json"_s, verb, u"list"_s}).output);
    };
    QCOMPARE(
        run({u"groups"_s, u"add"_s, u"bench"_s, u"--tags"_s, u"bench,test"_s, u"--level"_s, u"semi-core-folders"_s}),
        QByteArray());
    QCOMPARE(run({u"tags"_s, u"add"_s, u"bench"_s, u"this"_s}), QByteArray());
    const auto group = rows(u"groups"_s).first();
    QCOMPARE(group.value("name"_L1).toString(), u"bench"_s);
    QCOMPARE(group.value("devices"_L1).toInt(), 1);
    QCOMPARE(group.value("level"_L1).toString(), u"semi-core-folders"_s);
    QVERIFY(!group.value("changed_by"_L1).toString().isEmpty());
    QCOMPARE(run({u"roles"_s, u"add"_s, u"tier 1"_s, u"--permissions"_s, u"security-data-read,basic-live-response"_s,
                 u"--groups"_s, u"bench"_s}),
        QByteArray());
    QCOMPARE(run({u"roles"_s, u"change"_s, u"tier 1"_s, u"--description"_s, u"first look"_s}), QByteArray());
    const auto role = rows(u"roles"_s).last();
    QCOMPARE(role.value("permissions"_L1).toArray().size(), 2);
    QCOMPARE(role.value("groups"_L1).toArray(), QJsonArray{u"bench"_s});
    QCOMPARE(role.value("description"_L1).toString(), u"first look"_s);
    QCOMPARE(
        run({u"users"_s, u"add"_s, u"tia"_s, u"--role"_s, u"tier 1,analyst"_s}, "a good password\n"), QByteArray());
    QCOMPARE(cli({u"roles"_s, u"remove"_s, u"tier 1"_s}).status, 3);
    QCOMPARE(cli({u"groups"_s, u"remove"_s, u"bench"_s}).status, 3);
    const auto preview =
        jsonLines(cli({u"--output"_s, u"json"_s, u"groups"_s, u"preview"_s, u"--systems"_s, u"Linux"_s}).output);
    QCOMPARE(preview.first().value("count"_L1).toInt(), 0); // the first group has it already
    QCOMPARE(run({u"users"_s, u"role"_s, u"tia"_s, u"analyst"_s}), QByteArray());
    QCOMPARE(run({u"roles"_s, u"remove"_s, u"tier 1"_s}), QByteArray());
    QCOMPARE(run({u"groups"_s, u"remove"_s, u"bench"_s}), QByteArray());
    QCOMPARE(run({u"tags"_s, u"remove"_s, u"bench"_s, u"this"_s}), QByteArray());
    const auto verify = cli({u"journal"_s, u"--verify"_s});
    QVERIFY2(verify.status == 0, verify.errors.constData());
}

void TestCli::rolesAreTakenForATime()
{
    const auto rows = [this](const QString &verb) {
        return jsonLines(cli({u"--output"_s, u"json"_s, verb, u"list"_s}).output);
    };
    QCOMPARE(cli({u"users"_s, u"add"_s, u"eli"_s}, "a good password\n").status, 0);
    QCOMPARE(cli({u"users"_s, u"eligible"_s, u"eli"_s, u"responder"_s}).status, 0);
    const auto users = rows(u"users"_s);
    const auto eli =
        std::ranges::find_if(users, [](const QJsonObject &user) { return user.value("name"_L1).toString() == u"eli"; });
    QCOMPARE(eli->value("eligible"_L1).toArray(), QJsonArray{u"responder"_s});
    const QStringList grant{u"elevate"_s, u"responder"_s, u"--for"_s, u"eli"_s, u"--minutes"_s, u"20"_s};
    QVERIFY(cli(grant).errors.contains("reason"));
    const auto granted = cli(grant + QStringList{u"--reason"_s, u"case 7"_s});
    QVERIFY2(granted.status == 0, granted.errors.constData());
    QVERIFY2(granted.errors.contains("responder until"), granted.errors.constData());
    // It outlives the service.
    const auto elevation = rows(u"elevations"_s).first();
    QCOMPARE(elevation.value("user"_L1).toString(), u"eli"_s);
    QCOMPARE(elevation.value("reason"_L1).toString(), u"case 7"_s);
    QCOMPARE(cli({u"elevations"_s, u"end"_s, u"responder"_s, u"--for"_s, u"eli"_s}).status, 0);
    QVERIFY(rows(u"elevations"_s).isEmpty());
    QCOMPARE(cli({u"elevations"_s, u"end"_s, u"responder"_s, u"--for"_s, u"eli"_s}).status, 3);
    QVERIFY(rows(u"approvals"_s).isEmpty());
    QCOMPARE(cli({u"approvals"_s, u"approve"_s, u"99999"_s}).status, 3);
    const auto verify = cli({u"journal"_s, u"--verify"_s});
    QVERIFY2(verify.status == 0, verify.errors.constData());
}

void TestCli::settingsAreTakenBack()
{
    const auto limit = [this] {
        return jsonLines(cli({u"--output"_s, u"json"_s, u"settings"_s, u"user-session-limit"_s}).output).first();
    };
    QVERIFY(limit().value("changed_by"_L1).isNull());
    QCOMPARE(cli({u"settings"_s, u"set"_s, u"user-session-limit"_s, u"7"_s}).status, 0);
    QCOMPARE(limit().value("value"_L1).toString(), u"7"_s);
    QVERIFY(!limit().value("changed_by"_L1).toString().isEmpty());
    QCOMPARE(cli({u"settings"_s, u"revert"_s, u"user-session-limit"_s}).status, 0);
    QCOMPARE(limit().value("value"_L1).toString(), u"10"_s);
}

void TestCli::aDeviceIsRemoved()
{
    QCOMPARE(cli({u"devices"_s, u"remove"_s, u"no-such-device"_s}).status, 3);
}

void TestCli::theEndOfTheJournalIsKeptElsewhere()
{
    const auto head = cli({u"journal"_s, u"--head"_s});
    QVERIFY2(head.status == 0, head.errors.constData());
    QCOMPARE(head.output.simplified().split(' ').size(), 3);
    const auto same = cli({u"journal"_s, u"--verify"_s, u"--head"_s}, head.output);
    QVERIFY2(same.status == 0, same.errors.constData());
    QByteArrayList words = head.output.simplified().split(' ');
    words[1] = QByteArray(64, '0');
    const auto other = cli({u"journal"_s, u"--verify"_s, u"--head"_s}, words.join(' ') + '\n');
    QVERIFY(other.status != 0);
    QVERIFY2(other.errors.contains(words[0]), other.errors.constData());
    QCOMPARE(cli({u"journal"_s, u"--verify"_s, u"--head"_s}, "nonsense\n").status, 2);
}

void TestCli::whatWasDoneIsListedAndFound()
{
    const QString line = u"fileinfo /etc/hostname"_s;
    QCOMPARE(cli({u"exec"_s, u"this"_s, line}).status, 0);
    const auto lines = [&](const QStringList &more) {
        return jsonLines(cli(QStringList{u"--output"_s, u"json"_s, u"activity"_s} + more).output);
    };
    // The index follows in a moment.
    QTRY_VERIFY(std::ranges::any_of(lines({u"--most"_s, u"200"_s}), [&](const QJsonObject &done) {
        return done.value("what"_L1) == line && done.value("outcome"_L1) == "done"_L1;
    }));
    QVERIFY(!lines({u"hostname"_s, u"--by"_s, lines({u"hostname"_s}).value(0).value("user"_L1).toString()}).isEmpty());
    QVERIFY(lines({u"hostname"_s, u"--by"_s, u"nobody"_s}).isEmpty());
    QCOMPARE(cli({u"activity"_s, u"--outcome"_s, u"nonsense"_s}).status, 2);
    QCOMPARE(cli({u"activity"_s, u"--from"_s, u"yesterday"_s}).status, 2);
    QVERIFY(!lines({u"fileinfo"_s, u"/etc/hostname"_s}).isEmpty());
    const QByteArray csv = cli({u"activity"_s, u"--format"_s, u"csv"_s}).output;
    QVERIFY(csv.startsWith("entry,time,user"));
    QVERIFY(csv.count('\n') > 5);
    QVERIFY(!csv.contains("[U+000D][U+000A]")); // its lines end as lines
    const auto events = jsonLines(cli({u"activity"_s, u"--format"_s, u"ocsf"_s, u"--most"_s, u"3"_s}).output);
    QCOMPARE(events.size(), 3);
    QVERIFY(events.first().value("class_uid"_L1).toInt() > 0);
}

void TestCli::aCaseFileIsMadeAndChecked_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("a session") << u"1"_s;
    QTest::newRow("everything") << u"all"_s;
}

void TestCli::aCaseFileIsMadeAndChecked()
{
    QFETCH(QString, what);
    QCOMPARE(cli({u"exec"_s, u"this"_s, u"dir /proc/self"_s}).status, 0);
    const QString path = m_directory.filePath(u"case-%1.zip"_s.arg(what));
    const auto made = cli({u"case"_s, what, u"-o"_s, path});
    QVERIFY2(made.status == 0, made.errors.constData());
    QCOMPARE(cli({u"case"_s, what, u"-o"_s, path}).status, 3); // it is there
    const QStringList check{u"--language"_s, u"en"_s, u"--output"_s, u"json"_s, u"verify"_s, path};
    const auto verified = TestTenant::run(TestTenant::program(u"sonde-cli"_s), check);
    QVERIFY2(verified.status == 0, verified.output.constData());
    const QJsonObject verdict = jsonLines(verified.output).value(0);
    QVERIFY(verdict.value("whole"_L1).toBool());
    QVERIFY(verdict.value("entries"_L1).toInteger() > 3);
    QVERIFY(verdict.value("countersignatures"_L1).toInteger() > 0);
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (!python.isEmpty()) {
        const auto independent = TestTenant::run(
            python, {u"-B"_s, QStringLiteral(SONDE_SOURCE_DIR "/resources/casefile/verify_case.py"), path});
        QVERIFY2(independent.status == 0, independent.output.constData());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
    file.write("changed");
    file.close();
    const auto changed = TestTenant::run(TestTenant::program(u"sonde-cli"_s), check);
    QCOMPARE(changed.status, 1);
    QVERIFY(!jsonLines(changed.output).value(0).value("whole"_L1).toBool());
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
