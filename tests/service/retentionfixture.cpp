// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/retentionfixture.h"

#include "service/store/journalverifier.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

QByteArray RetentionFixture::hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void RetentionFixture::set(const QString &key, int value)
{
    const Analyst admin{UserName(u"root"_s), {Role::GlobalAdministrator}};
    QVERIFY(m_bench->tenant().changeSetting(admin, key, QString::number(value)));
}

void RetentionFixture::runAsOf(const QDateTime &now)
{
    Retention &retention = m_bench->tenant().retention;
    retention.run(now);
    QTRY_VERIFY_WITH_TIMEOUT(retention.isIdle(), 30'000);
    m_bench->tenant().turn.finish();
}

SessionId RetentionFixture::live()
{
    const SessionId session = m_bench->tenant().sessions.nextSession();
    m_bench->tenant().journal.append(u"ada"_s, {m_device, session, {}}, Event::SessionCreated{});
    return session;
}

QDateTime RetentionFixture::close(SessionId session)
{
    Tenant &tenant = m_bench->tenant();
    tenant.journal.append(u"ada"_s, {m_device, session, {}}, Event::SessionDisconnected{EndReason::User, {}});
    tenant.turn.finish();
    const QDateTime closed = tenant.sessions.recallSession(session)->ended;
    std::ignore = QTest::qWaitFor([&closed] { return QDateTime::currentDateTimeUtc() > closed; });
    return closed;
}

CommandId RetentionFixture::accepted(SessionId session, const QString &line)
{
    Tenant &tenant = m_bench->tenant();
    const CommandId command = tenant.sessions.nextCommand();
    Invocation invocation;
    invocation.verb = line.section(u' ', 0, 0);
    tenant.journal.append(u"ada"_s, {m_device, session, command}, Event::CommandAccepted{line, invocation});
    return command;
}

void RetentionFixture::finish(SessionId session, CommandId command, const QByteArrayList &chunks)
{
    Event::CommandFinished finished;
    QByteArray all;
    for (const QByteArray &bytes : chunks) {
        store().addOutput({command, finished.chunks++, ChunkFormat::Text, 1, bytes});
        all += bytes;
    }
    finished.bytes = quint64(all.size());
    finished.outputSha256 = hashOf(all);
    m_bench->tenant().journal.append(AgentActor, {m_device, session, command}, finished);
}

CommandId RetentionFixture::printed(SessionId session, const QByteArrayList &chunks)
{
    const CommandId command = accepted(session, u"processes"_s);
    finish(session, command, chunks);
    return command;
}

CommandId RetentionFixture::brought(SessionId session, const QByteArray &content, bool isOver)
{
    Tenant &tenant = m_bench->tenant();
    const CommandId command = accepted(session, u"getfile /etc/hosts"_s);
    SourceFile file;
    file.path = "/etc/hosts";
    file.size = content.size();
    const QByteArray sha256 = hashOf(content);
    tenant.journal.append(AgentActor, {m_device, session, command}, Event::TransferStarted{file, 0});
    QFile blob(tenant.evidenceBlobs.path(sha256));
    const bool isKept = tenant.evidenceBlobs.prepare() && tenant.evidenceBlobs.makePlaceFor(sha256)
        && blob.open(QFile::WriteOnly) && blob.write(content) == content.size();
    tenant.journal.append(AgentActor, {m_device, session, command}, Event::EvidenceStored{content.size(), sha256});
    if (isOver)
        finish(session, command);
    return isKept ? command : CommandId();
}

Message::JournalVerdict RetentionFixture::verify()
{
    m_bench->tenant().turn.finish();
    return JournalVerifier(m_bench->databasePath(), m_bench->key()).run();
}

} // namespace Sonde::Service
