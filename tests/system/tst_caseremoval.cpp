// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/password.h"
#include "tests/service/servicefixture.h"
#include "tests/system/testtenant.h"
#include "transport/tls/tlsclient.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Service;

namespace {

constexpr int Days = 10;
constexpr int RunMilliseconds = 60'000;
const auto Content = "content"_ba;

} // namespace

/// A case file of a session whose content is kept no longer: the service runs in this process, because nobody else may set its clock; who
/// makes and checks the file is sonde-cli.
class CaseRemovalTest final : public QObject, private ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init();
    void cleanup() { tearDown(); }
    void whatRetentionRemovedBreaksNoCase();

private:
    struct Run {
        int status = -1;
        QByteArray output;
        QByteArray errors;
    };
    Run cli(const QStringList &verb);
    Run cliOfTenant(const QStringList &verb);
    QJsonObject verified();
    /// A command that printed something, and one that brought a file.
    void act();
    void bring(const Subject &subject);
    void removeAll();
    [[nodiscard]] QString path(const QString &name) const { return m_directory->filePath(name); }

    SessionId m_session;
};

void CaseRemovalTest::init()
{
    setUp();
    QVERIFY(m_service->tenant().addUser(
        ServiceActor, UserName(u"ada"_s), hashPassword(u"correct horse"_s), {Role::GlobalAdministrator}));
    QFile password(path(u"password"_s));
    QVERIFY(password.open(QFile::WriteOnly) && password.write("correct horse") > 0
        && password.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
}

/// The service lives on this thread: nobody waits without letting it work.
CaseRemovalTest::Run CaseRemovalTest::cli(const QStringList &verb)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, m_directory->path()); // where the key of the workstation is kept
    process.setProcessEnvironment(environment);
    process.start(Client::TestTenant::program(u"sonde-cli"_s), QStringList{u"--language"_s, u"en"_s} + verb);
    const bool hasEnded =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, RunMilliseconds);
    if (!hasEnded) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), "did not end in time: " + process.readAllStandardError()};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
        process.readAllStandardError()};
}

CaseRemovalTest::Run CaseRemovalTest::cliOfTenant(const QStringList &verb)
{
    return cli(QStringList{u"--tenant"_s, ready("url"_L1), u"--fingerprint"_s, ready("fingerprint"_L1), u"--user"_s,
                   u"ada"_s, u"--password-file"_s, path(u"password"_s)}
        + verb);
}

QJsonObject CaseRemovalTest::verified()
{
    const QString file = path(u"case.zip"_s);
    const Run made = cliOfTenant({u"--overwrite"_s, u"case"_s, m_session.toString(), u"-o"_s, file});
    if (made.status != 0)
        qWarning("%s", made.errors.constData());
    const Run verified = cli({u"--output"_s, u"json"_s, u"verify"_s, file});
    QJsonObject verdict = QJsonDocument::fromJson(verified.output).object();
    verdict.insert(u"status"_s, verified.status);
    return verdict;
}

void CaseRemovalTest::act()
{
    const auto device = m_client.enrol(ready("enrolment_token"_L1));
    const auto agent = m_client.openAgent(device);
    const auto analyst = m_client.openWorkstation(embeddedAccess());
    QVERIFY2(agent && analyst, qPrintable(m_client.refusal()));
    analyst->send(Message::StartSession{1, device.id, {}, false});
    QTRY_COMPARE(agent->count<Message::RunCommand>(), 1);
    agent->send(
        Message::CommandEnded{agent->last<Message::RunCommand>().command, CommandState::Completed, {}, 0, {}, {}, {}});
    QTRY_VERIFY(analyst->reply<Message::SessionStarted>(1));
    m_session = analyst->reply<Message::SessionStarted>(1)->session.id;
    analyst->send(Message::SubmitLine{2, m_session, u"dir /etc"_s, {}});
    QTRY_COMPARE(agent->last<Message::RunCommand>().invocation.verb, u"dir"_s);
    const CommandId command = agent->last<Message::RunCommand>().command;
    agent->send(Message::CommandOutput{command, 0, ChunkFormat::Text, 1, "printed\n"});
    agent->send(Message::CommandEnded{command, CommandState::Completed, {}, 1, {}, {}, {}});
    QTRY_COMPARE(agent->last<Message::EndStored>().command, command);
    bring({device.id, m_session, m_service->tenant().sessions.nextCommand()});
    analyst->send(Message::CloseSession{3, m_session});
    QTRY_VERIFY(analyst->reply<Message::Done>(3));
}

void CaseRemovalTest::bring(const Subject &subject)
{
    Tenant &tenant = m_service->tenant();
    const QByteArray sha256 = QCryptographicHash::hash(Content, QCryptographicHash::Sha256);
    Invocation getfile;
    getfile.verb = u"getfile"_s;
    tenant.journal.append(u"ada"_s, subject, Event::CommandAccepted{u"getfile /etc/hosts"_s, getfile});
    SourceFile file;
    file.path = "/etc/hosts";
    file.size = Content.size();
    tenant.journal.append(AgentActor, subject, Event::TransferStarted{file, 0});
    QVERIFY(tenant.evidenceBlobs.prepare() && tenant.evidenceBlobs.makePlaceFor(sha256));
    QFile blob(tenant.evidenceBlobs.path(sha256));
    QVERIFY(blob.open(QFile::WriteOnly) && blob.write(Content) == Content.size());
    tenant.journal.append(AgentActor, subject, Event::EvidenceStored{Content.size(), sha256});
    Event::CommandFinished finished;
    finished.outputSha256 = QCryptographicHash::hash({}, QCryptographicHash::Sha256);
    tenant.journal.append(AgentActor, subject, finished);
    tenant.turn.finish();
}

void CaseRemovalTest::removeAll()
{
    Tenant &tenant = m_service->tenant();
    const Analyst admin{UserName(u"root"_s), {Role::GlobalAdministrator}};
    for (const QString &setting : {u"output-days"_s, u"evidence-days"_s})
        QVERIFY(tenant.changeSetting(admin, setting, QString::number(Days)));
    tenant.retention.run(QDateTime::currentDateTimeUtc().addDays(Days + 1));
    QTRY_VERIFY_WITH_TIMEOUT(tenant.retention.isIdle(), RunMilliseconds);
    tenant.turn.finish();
    QCOMPARE(inJournal<Event::ContentRemoved>(), 2);
}

/// What is not there is said to be gone by the journal, which is signed: the file is whole, and the exit status that of success.
void CaseRemovalTest::whatRetentionRemovedBreaksNoCase()
{
    act();
    const QJsonObject before = verified();
    QCOMPARE(before.value("status"_L1).toInt(), 0);
    QVERIFY(before.value("whole"_L1).toBool());
    QVERIFY(before.value("removals"_L1).toArray().isEmpty());

    removeAll();
    const QJsonObject after = verified();
    QCOMPARE(after.value("status"_L1).toInt(), 0);
    QVERIFY(after.value("whole"_L1).toBool());
    QCOMPARE(after.value("findings"_L1).toArray(), QJsonArray());
    QStringList removed;
    const QJsonArray removals = after.value("removals"_L1).toArray();
    for (const QJsonValue removal : removals) {
        QCOMPARE(removal["session"_L1].toInteger(), qint64(m_session.value()));
        removed += removal["what"_L1].toString();
    }
    removed.sort();
    QCOMPARE(removed, (QStringList{u"evidence"_s, u"output"_s}));
    const Run read = cli({u"verify"_s, path(u"case.zip"_s)});
    QCOMPARE(read.status, 0);
    QVERIFY2(read.output.contains("removed by retention"), read.output.constData());
    // It was made of what there is now, and what somebody takes out of an older one is missed.
    QFile file(path(u"case.zip"_s));
    QVERIFY(file.open(QFile::ReadWrite) && file.resize(file.size() / 2));
    file.close();
    QCOMPARE(cli({u"verify"_s, path(u"case.zip"_s)}).status, 1);
}

int main(int argc, char *argv[])
{
    return runInServiceLoop<CaseRemovalTest>(argc, argv);
}
#include "tst_caseremoval.moc"
