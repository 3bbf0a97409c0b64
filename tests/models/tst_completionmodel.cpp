// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/librarymodel.h"
#include "models/session/completionmodel.h"
#include "protocol/command/offering.h"
#include "tests/models/recordedsession.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

const CommandSpec &spec(const QString &verb)
{
    return *Catalogue::instance().find(verb);
}

CommandRecord command(quint64 id, const QString &line, CommandState state = CommandState::Completed)
{
    CommandRecord record;
    record.id = CommandId(id);
    record.line = line;
    record.invocation = parseLine(line).value_or(Invocation());
    record.state = state;
    return record;
}

QCborArray row(const QString &verb, const QMap<QString, QCborValue> &cells)
{
    QCborArray row;
    for (const ColumnSpec &column : spec(verb).columns)
        row.append(cells.value(column.id, QCborValue(nullptr)));
    return row;
}

QCborArray entry(const QString &path, bool folder)
{
    return row(u"dir"_s, {{u"path"_s, path}, {u"isDirectory"_s, folder}});
}

/// Inserts offered for `line` with the cursor at '|'.
QStringList offered(CompletionModel &model, QString line)
{
    const qsizetype cursor = line.indexOf(u'|');
    model.update(line.remove(u'|'), cursor);
    QStringList inserts;
    for (int i = 0; i < model.rowCount(); ++i)
        inserts.append(model.candidate(i).insert);
    return inserts;
}

} // namespace

class CompletionModelTest final : public QObject
{
    Q_OBJECT

    RecordedSession m_session;
    CompletionSources m_sources{m_session.records};

private Q_SLOTS:
    void initTestCase()
    {
        m_session.setWorkingDirectory(u"/home/mia"_s);
        m_sources.learn(command(1, u"dir /etc"_s), u"/"_s,
            {entry(u"passwd"_s, false), entry(u"pam.d"_s, true), entry(u"two words"_s, false)});
        m_sources.learn(command(2, u"dir"_s), u"/home/mia"_s,
            {entry(u"/home/mia/notes.txt"_s, false), entry(u"/home/mia/my docs"_s, true)});
        m_sources.learn(command(3, u"processes"_s), u"/"_s,
            {row(u"processes"_s, {{u"name"_s, u"sshd"_s}, {u"pid"_s, 812}}),
                row(u"processes"_s, {{u"name"_s, u"bash"_s}, {u"pid"_s, 8001}})});
        m_session.put(command(1233, u"dir /etc"_s));
        m_session.put(command(1234, u"findfile x"_s, CommandState::Running));
    }

    void offers_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("inserts");

        QTest::newRow("verbs by beginning") << u"fi|"_s << QStringList{u"fileinfo "_s, u"findfile "_s};
        QTest::newRow("a verb by its alias") << u"pro|"_s << QStringList{u"processes "_s};
        QTest::newRow("an alias offers the verb") << u"ls|"_s << QStringList{u"dir "_s};
        QTest::newRow("no such verb") << u"zz|"_s << QStringList();
        QTest::newRow("flags and names") << u"dir -|"_s
                                         << QStringList{
                                                u"-path "_s, u"-full_path "_s, u"-relative_path "_s, u"-output "_s};
        QTest::newRow("flags by beginning") << u"dir -f|"_s << QStringList{u"-full_path "_s};
        QTest::newRow("output types") << u"processes -output |"_s << QStringList{u"json "_s, u"table "_s};
        QTest::newRow("output type by beginning") << u"processes -output j|"_s << QStringList{u"json "_s};
        QTest::newRow("help wants a verb") << u"help con|"_s << QStringList{u"connect "_s, u"connections "_s};
        QTest::newRow("fg wants what runs") << u"fg |"_s << QStringList{u"1234 "_s};
        QTest::newRow("status wants any, newest first") << u"status 12|"_s << QStringList{u"1234 "_s, u"1233 "_s};
        QTest::newRow("pids by number") << u"processes 81|"_s << QStringList{u"812 "_s};
        QTest::newRow("pids by name") << u"processes ba|"_s << QStringList{u"8001 "_s};
        QTest::newRow("absolute path") << u"fileinfo /etc/pa|"_s << QStringList{u"/etc/passwd "_s, u"/etc/pam.d/"_s};
        QTest::newRow("path with dots") << u"fileinfo ../../etc/pas|"_s << QStringList{u"../../etc/passwd "_s};
        QTest::newRow("relative path") << u"fileinfo n|"_s << QStringList{u"notes.txt "_s};
        QTest::newRow("cd wants folders") << u"cd /etc/p|"_s << QStringList{u"/etc/pam.d/"_s};
        QTest::newRow("blanks are quoted") << u"fileinfo /etc/t|"_s << QStringList{u"\"/etc/two words\" "_s};
        QTest::newRow("a folder with blanks stays open") << u"cd m|"_s << QStringList{u"\"my docs/"_s};
        QTest::newRow("a file to write is the analyst's own") << u"dir > |"_s << QStringList();
    }

    void offers()
    {
        QFETCH(QString, line);
        CompletionModel model(m_sources);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTEST(offered(model, line), "inserts");
    }

    void saysHowTheDeviceIsAsked_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("lookup");

        QTest::newRow("a folder") << u"fileinfo /srv/x|"_s << u"dir /srv"_s;
        QTest::newRow("the working directory") << u"fileinfo |"_s << u"dir /home/mia"_s;
        QTest::newRow("with a blank") << u"cd '/srv/two words/|"_s << u"dir \"/srv/two words\""_s;
        QTest::newRow("not UTF-8") << u"fileinfo bytes:/srv/caf\\xE9/|"_s << u"dir bytes:/srv/caf\\xE9"_s;
        QTest::newRow("processes") << u"processes |"_s << u"processes"_s;
        QTest::newRow("services") << u"services ss|"_s << u"services"_s;
        QTest::newRow("tasks") << u"scheduledtasks |"_s << u"scheduledtasks"_s;
        QTest::newRow("a registry key") << u"registry HKEY_CURRENT_USER\\Con|"_s << u"registry HKEY_CURRENT_USER"_s;
        QTest::newRow("nothing of the device") << u"help con|"_s << QString();
        QTest::newRow("a parameter's name") << u"dir -|"_s << QString();
    }

    void saysHowTheDeviceIsAsked()
    {
        QFETCH(QString, line);
        CompletionModel model(m_sources);
        (void)offered(model, line);
        QTEST(model.lookup(), "lookup");
    }

    void knowsHowOldItIs()
    {
        const QString line = CompletionSources::folderLine(u"/etc"_s);
        const CompletionSources::Listing *listing = m_sources.listing(line);
        QVERIFY(listing);
        QVERIFY(!m_sources.isStale(line, listing->asOf.addSecs(5)));
        QVERIFY(m_sources.isStale(line, listing->asOf.addSecs(60)));
        QVERIFY(m_sources.isStale(CompletionSources::folderLine(u"/srv"_s)));
    }

    void aPartOfTheProcessesIsNotAll()
    {
        const RecordedSession session;
        CompletionSources sources(session.records);
        sources.learn(command(1, u"processes -name sshd"_s), u"/"_s, {});
        QVERIFY(!sources.listing(u"processes"_s));
        sources.learn(command(2, u"processes"_s), u"/"_s, {});
        QVERIFY(sources.listing(u"processes"_s));
    }

    void asksOnceAndKeepsWhyNot()
    {
        const RecordedSession session;
        CompletionSources sources(session.records);
        sources.setAsked(u"services"_s);
        QVERIFY(sources.isAsked(u"services"_s));
        sources.setFailed(u"services"_s, {ErrorCode::AccessDenied, u"services"_s, {}, {}});
        QVERIFY(!sources.isAsked(u"services"_s));
        QCOMPARE(sources.listing(u"services"_s)->error->code, ErrorCode::AccessDenied);
        sources.learn(command(1, u"services"_s), u"/"_s,
            {row(u"services"_s,
                {{u"service_name"_s, u"ssh.service"_s}, {u"display_name"_s, u"OpenBSD Secure Shell"_s}})});
        QVERIFY(!sources.listing(u"services"_s)->error);
        CompletionModel model(sources);
        QCOMPARE(offered(model, u"services open|"_s), QStringList{u"ssh.service "_s});
    }

    void offersNamesThatAreNotUtf8()
    {
        const RecordedSession session;
        CompletionSources sources(session.records);
        sources.learn(command(1, u"dir /srv"_s), u"/"_s,
            {row(u"dir"_s, {{u"path"_s, QByteArray("caf\xE9")}, {u"isDirectory"_s, false}}),
                row(u"dir"_s, {{u"path"_s, QByteArray("d\xE9pot")}, {u"isDirectory"_s, true}})});
        CompletionModel model(sources);
        QCOMPARE(offered(model, u"fileinfo /srv/ca|"_s), QStringList{quoted(u"bytes:/srv/caf\\xE9"_s) + u' '});
        QCOMPARE(offered(model, u"fileinfo bytes:/srv/d|"_s).size(), 1);
        sources.learn(command(2, u"dir bytes:/srv/d\\xE9pot"_s), u"/"_s, {entry(u"in"_s, false)});
        QCOMPARE(offered(model, u"fileinfo bytes:/srv/d\\xE9pot/|"_s),
            QStringList{quoted(u"bytes:/srv/d\\xE9pot/in"_s) + u' '});
    }

    void givesWhatAllShare()
    {
        CompletionModel model(m_sources);
        (void)offered(model, u"con|"_s);
        QCOMPARE(model.commonInsert(), u"connect"_s);
        (void)offered(model, u"fileinfo /etc/p|"_s);
        QCOMPARE(model.commonInsert(), u"/etc/pa"_s);
        (void)offered(model, u"connect|"_s);
        QCOMPARE(model.commonInsert(), QString());
    }

    void offersTheFilesOfTheLibrary()
    {
        LibraryModel library;
        LibraryFile triage;
        triage.name = u"my triage.sh"_s;
        triage.description = u"what to look at first"_s;
        LibraryFile tool;
        tool.name = u"tool.exe"_s;
        library.setFiles({triage, tool});
        const RecordedSession session;
        CompletionSources sources(session.records);
        CompletionModel model(sources);
        model.update(u"run "_s, 4);
        QCOMPARE(model.rowCount(), 0); // not known yet
        sources.library = &library;
        model.update(u"putfile "_s, 8);
        QCOMPARE(model.rowCount(), 2);
        model.update(u"run MY"_s, 6);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.candidate(0).insert, u"\"my triage.sh\" "_s);
        QCOMPARE(model.candidate(0).detail, u"what to look at first"_s);
    }

    void saysWhyAVerbIsNotOffered()
    {
        CommandSpec registry{
            .verb = u"registry"_s, .needs = onDevice(Permission::AdvancedLiveResponse), .platforms = Platform::Windows};
        const DeviceAccess analyst{builtInGrants({Role::Analyst}), u"desks"_s, {}};
        QCOMPARE(notOffered(registry, fullAccess(), Platform::Linux)->code, ErrorCode::PlatformNotOffered);
        const auto refused = notOffered(registry, analyst, Platform::Windows);
        QCOMPARE(refused->code, ErrorCode::RoleTooLow);
        QCOMPARE(refused->facts.text(Fact::Permission), u"advanced-live-response"_s);
        QCOMPARE(refused->facts.text(Fact::Role), Role::Responder);
        QVERIFY(!notOffered(registry, fullAccess(), Platform::Windows));
        const Grants ofDesks({{u"tier 1"_s, {Permission::AdvancedLiveResponse}, {u"desks"_s}}});
        QVERIFY(!notOffered(registry, {ofDesks, u"desks"_s, {}}, Platform::Windows));
        const auto elsewhere = notOffered(registry, {ofDesks, u"servers"_s, {}}, Platform::Windows);
        QCOMPARE(elsewhere->code, ErrorCode::OutOfScope);
        QCOMPARE(elsewhere->facts.text(Fact::Group), u"servers"_s);
    }

    void makesPathsAbsolute_data()
    {
        QTest::addColumn<int>("platform");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("absolute");

        QTest::newRow("absolute") << int(Platform::Linux) << u"/etc//ssh/"_s << u"/etc/ssh"_s;
        QTest::newRow("relative") << int(Platform::Linux) << u"a/b"_s << u"/here/a/b"_s;
        QTest::newRow("dots") << int(Platform::Linux) << u"./../x/./y/.."_s << u"/x"_s;
        QTest::newRow("above the root") << int(Platform::Linux) << u"/../.."_s << u"/"_s;
        QTest::newRow("a backslash is a character") << int(Platform::Linux) << u"a\\b"_s << u"/here/a\\b"_s;
        QTest::newRow("drive") << int(Platform::Windows) << u"C:\\Users\\..\\x/y"_s << u"C:\\x\\y"_s;
    }

    void makesPathsAbsolute()
    {
        QFETCH(int, platform);
        QFETCH(QString, path);
        const RecordedSession session;
        CompletionSources sources(session.records);
        sources.platform = Platform(platform);
        QTEST(sources.absolute(path, u"/here"_s), "absolute");
    }
};

QTEST_GUILESS_MAIN(CompletionModelTest)
#include "tst_completionmodel.moc"
