// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/earlierruns.h"
#include "controllers/session/sessioncontroller.h"
#include "controllers/tenant/embeddedtenant.h"
#include "controllers/tenant/inventorycontroller.h"
#include "protocol/access/analyst.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {
constexpr int Patience = 30'000;
} // namespace

/// The real programs: TLS, enrolment, sign-in, a session, and kill -9 of either child.
class EmbeddedTenantTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A client that signs in whenever the tenant says it is ready.
    static void wire(EmbeddedTenant &tenant, TenantClient &client)
    {
        tenant.setProgramFolder(QStringLiteral(SONDE_BIN_DIR));
        connect(&tenant, &EmbeddedTenant::ready, &client, &TenantClient::signIn);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral(SONDE_BIN_DIR "/sonde-service"))
            || !QFile::exists(QStringLiteral(SONDE_BIN_DIR "/sonde-agent")))
            QSKIP("sonde-service and sonde-agent are not built");
        QVERIFY(m_folder.isValid());
    }

    void saysWhenAProgramIsMissing()
    {
        const QTemporaryDir folder;
        EmbeddedTenant tenant;
        tenant.setProgramFolder(folder.path());
        QSignalSpy failed(&tenant, &EmbeddedTenant::failed);
        tenant.start(folder.filePath(u"data"_s));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::CannotStart);
    }

    // Its owner is half gone by then.
    void saysNothingOnceItStops()
    {
        const QTemporaryDir folder;
        QFile program(folder.filePath(u"sonde-service"_s));
        QVERIFY(program.open(QFile::WriteOnly));
        // Ready when it is asked to end, as one may be that is still starting.
        program.write("#!/bin/sh\ncat > /dev/null\necho '{\"url\": \"https://127.0.0.1:1\"}'\n");
        program.close();
        QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        EmbeddedTenant tenant;
        tenant.setProgramFolder(folder.path());
        QSignalSpy ready(&tenant, &EmbeddedTenant::ready);
        QSignalSpy failed(&tenant, &EmbeddedTenant::failed);
        QSignalSpy restarted(&tenant, &EmbeddedTenant::childRestarted);
        tenant.start(folder.filePath(u"data"_s));
        QVERIFY(tenant.service().processId() != 0);
        tenant.stop();
        QCOMPARE(tenant.service().processId(), 0);
        QCOMPARE(ready.size() + failed.size() + restarted.size(), 0);
    }

    // Nobody can go on with what it was given.
    void aClientThatEndsSignsOut()
    {
        const QTemporaryDir folder;
        EmbeddedTenant tenant;
        TenantClient client;
        wire(tenant, client);
        Credentials credentials;
        connect(&tenant, &EmbeddedTenant::ready, this, [&](const Credentials &given) { credentials = given; });
        tenant.start(folder.filePath(u"tenant"_s));
        QTRY_VERIFY_WITH_TIMEOUT(client.isOnline(), Patience);
        const UserName ada(u"ada"_s);
        const QString password = u"correct horse"_s;
        bool added = false;
        client.request<Message::Done>(Message::AddUser{0, ada, password, {Role::Analyst}}, &client,
            [&](const Result<Message::Done> &done) { added = done.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(added, Patience);
        {
            TenantClient other;
            other.signIn({credentials.service, credentials.fingerprint, ada, password, {}});
            QTRY_VERIFY_WITH_TIMEOUT(other.isOnline(), Patience);
            QSignalSpy left(&other, &TenantClient::left);
            other.leave();
            QTRY_COMPARE(left.size(), 1);
        }
        QStringList signedOut;
        bool answered = false;
        client.request<Message::JournalPage>(
            Message::FetchJournal{}, &client, [&](const Result<Message::JournalPage> &page) {
                answered = page.has_value();
                for (const JournalEntry &entry : page.value_or(Message::JournalPage{}).entries) {
                    if (std::holds_alternative<Event::SignedOut>(entry.event))
                        signedOut += entry.actor;
                }
            });
        QTRY_VERIFY_WITH_TIMEOUT(answered, Patience);
        QCOMPARE(signedOut, QStringList{ada.value()});
    }

    void aSessionSurvivesItsTenantsDeaths()
    {
        EmbeddedTenant tenant;
        TenantClient client;
        wire(tenant, client);
        DeviceModel devices;
        SessionListModel sessions;
        InventoryController inventory(client, devices, sessions);
        QSignalSpy deviceReady(&tenant, &EmbeddedTenant::deviceReady);
        QSignalSpy restarted(&tenant, &EmbeddedTenant::childRestarted);
        tenant.start(m_folder.filePath(u"tenant"_s));
        QTRY_VERIFY_WITH_TIMEOUT(client.isOnline(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(deviceReady.size(), 1, Patience);
        const auto device = deviceReady.at(0).at(0).value<DeviceId>();
        QTRY_VERIFY_WITH_TIMEOUT(devices.device(device) && devices.device(device)->online, Patience);

        // Nobody else may use this data.
        EmbeddedTenant second;
        second.setProgramFolder(QStringLiteral(SONDE_BIN_DIR));
        QSignalSpy refused(&second, &EmbeddedTenant::failed);
        second.start(m_folder.filePath(u"tenant"_s));
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.at(0).at(0).value<Error>().code, ErrorCode::AlreadyRunning);

        SessionId id;
        inventory.startSession(device, this, [&](const Result<SessionRecord> &started) {
            QVERIFY2(started, qPrintable(started ? QString() : debugText(started.error())));
            id = started->id;
        });
        QTRY_VERIFY_WITH_TIMEOUT(id.isValid(), Patience);
        SessionController session(client, id);
        QTRY_COMPARE_WITH_TIMEOUT(session.session().state, SessionState::Connected, Patience);

        const auto runIn = [&](SessionController &where, const QString &line) {
            QSignalSpy taken(&where, &SessionController::taken);
            const QString submission = where.submit(line);
            if (!QTest::qWaitFor([&] { return !taken.isEmpty(); }, Patience))
                return CommandId();
            const auto command = taken.at(0).at(1).value<CommandId>();
            const bool ended = QTest::qWaitFor(
                [&] {
                    return where.command(command) && isFinal(where.command(command)->state)
                        && where.output(command)->whole();
                },
                Patience);
            return ended ? command : CommandId();
        };
        const auto run = [&](const QString &line) { return runIn(session, line); };
        const CommandId first = run(u"processes"_s);
        QVERIFY(first.isValid());
        QCOMPARE(session.command(first)->state, CommandState::Completed);
        QVERIFY(session.output(first)->table()->rowCount() > 2);
        const int rows = session.log().rowCount();

        // kill -9 of the service: back on the same port, the log as it was, the next command runs.
        const QUrl url = tenant.credentials().service;
        ::kill(pid_t(tenant.service().processId()), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(
            restarted.size() == 1 && client.state() == TenantClient::State::Reconnecting, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(client.isOnline(), Patience);
        QCOMPARE(tenant.credentials().service, url);
        QCOMPARE(session.log().rowCount(), rows);
        QTRY_VERIFY_WITH_TIMEOUT(devices.device(device)->online, Patience);
        const CommandId second2 = run(u"dir /"_s);
        QVERIFY(second2.isValid());
        QCOMPARE(session.command(second2)->state, CommandState::Completed);

        // …and of the agent.
        ::kill(pid_t(tenant.agent().processId()), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(deviceReady.size(), 2, Patience);
        QCOMPARE(deviceReady.at(1).at(0).value<DeviceId>(), device);
        const CommandId third = run(u"dir /etc"_s);
        QVERIFY(third.isValid());
        QCOMPARE(session.command(third)->state, CommandState::Completed);
        QCOMPARE(devices.totalCount(), 1);

        // A workstation that starts anew sees the same log.
        SessionController again(client, id);
        QTRY_VERIFY_WITH_TIMEOUT(again.isCaughtUp(), Patience);
        QCOMPARE(again.log().rowCount(), session.log().rowCount());
        QTRY_VERIFY_WITH_TIMEOUT(again.output(first)->whole(), Patience);
        QCOMPARE(again.output(first)->table()->rowCount(), session.output(first)->table()->rowCount());

        // What ran in the last session can be compared with.
        session.disconnectSession();
        QTRY_VERIFY_WITH_TIMEOUT(session.isEnded(), Patience);
        SessionId nextId;
        inventory.startSession(
            device, this, [&](const Result<SessionRecord> &started) { nextId = started ? started->id : SessionId(); });
        QTRY_VERIFY_WITH_TIMEOUT(nextId.isValid(), Patience);
        SessionController next(client, nextId);
        QTRY_COMPARE_WITH_TIMEOUT(next.session().state, SessionState::Connected, Patience);
        const CommandId now = runIn(next, u"processes"_s);
        EarlierRuns runs(client, next);
        runs.lookUp();
        QTRY_VERIFY_WITH_TIMEOUT(runs.isComplete(), Patience);
        QCOMPARE(runs.before(now).size(), 1);
        QCOMPARE(runs.before(now).first().command.id, first);
        QVERIFY(!runs.before(now).first().thisSession);
        ResultModel &compared = *next.output(now)->model();
        runs.fetch(runs.before(now).first(), this,
            [&](const Result<ResultSnapshot> &earlier) { compared.compareWith(earlier.value(), u"1"_s); });
        QTRY_VERIFY_WITH_TIMEOUT(compared.comparison(), Patience);
        const ResultComparison &found = *compared.comparison();
        QVERIFY(found.count(ResultComparison::Change::None) > 0); // those that ran all the time
        QVERIFY(found.count(ResultComparison::Change::Gone) > 0); // service and agent were killed

        const qint64 service = tenant.service().processId();
        tenant.stop();
        QVERIFY(::kill(pid_t(service), 0) != 0);
    }

    void aWrongFingerprintIsRefused()
    {
        EmbeddedTenant tenant;
        TenantClient client;
        tenant.setProgramFolder(QStringLiteral(SONDE_BIN_DIR));
        connect(&tenant, &EmbeddedTenant::ready, &client, [&](Credentials credentials) {
            credentials.fingerprint = QString(64, u'0');
            client.signIn(credentials);
        });
        tenant.start(m_folder.filePath(u"other"_s));
        QTRY_COMPARE_WITH_TIMEOUT(client.state(), TenantClient::State::Refused, Patience);
        QCOMPARE(client.lastError().code, ErrorCode::CertificateRefused);
    }
};

QTEST_GUILESS_MAIN(EmbeddedTenantTest)
#include "tst_embeddedtenant.moc"
