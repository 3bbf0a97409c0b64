// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/bystander.h"

#include "transport/bulk/bulktransfer.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service::Soak {

namespace {

constexpr int AnswerPatience = 30'000;
constexpr auto LineInterval = 200ms;

Result<QByteArray> download(const BulkEndpoint &endpoint, const QString &ticket, const QString &path)
{
    PartialFile file(path);
    QByteArray sha256;
    ReceiveOptions options;
    options.keep = [&sha256](PartialFile &whole, const QByteArray &received) -> Result<void> {
        sha256 = received;
        whole.discard();
        return {};
    };
    return file.open()
        .and_then([&] { return BulkStream::connect(endpoint, ticket, {}); })
        .and_then([&](const std::unique_ptr<BulkStream> &stream) { return receiveContent(*stream, file, options); })
        .transform([&] { return sha256; });
}

} // namespace

Bystander::Bystander(const TestService &service)
    : m_service(service)
    , m_client(service.client())
    , m_file(service.folder() + u"/evidence"_s)
{
}

Result<void> Bystander::begin(const QString &password)
{
    QFile file(m_file);
    QByteArray content(FileBytes, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(content.data()), FileBytes / 4);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != FileBytes)
        return fail(ErrorCode::CannotWrite, m_file);
    m_sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256);

    const auto answer = m_client.post(u"/api/sign-in"_s, {{u"user"_s, u"ada"_s}, {u"password"_s, password}});
    m_peer = m_client.openWorkstation(answer.body.value("token"_L1).toString());
    if (!m_peer)
        return fail(ErrorCode::CannotConnect, m_client.refusal());
    m_peer->send(Message::WatchTenant{1});
    const auto online = [this] {
        const auto devices = m_peer->last<Message::Devices>().devices;
        return !devices.empty() && devices.front().online;
    };
    if (!QTest::qWaitFor(online, AnswerPatience))
        return fail(ErrorCode::DeviceOffline);
    m_peer->send(Message::StartSession{2, m_peer->last<Message::Devices>().devices.front().id, u"soak"_s, false});
    if (!QTest::qWaitFor([this] { return m_peer->reply<Message::SessionStarted>(2).has_value(); }, AnswerPatience))
        return fail(ErrorCode::SessionUnknown);
    m_session = m_peer->reply<Message::SessionStarted>(2)->session.id;
    m_peer->send(Message::WatchSession{3, m_session, 0});
    return QTest::qWaitFor([this] { return !m_peer->entries<Event::SessionConnected>().empty(); }, AnswerPatience)
        ? Result<void>()
        : fail(ErrorCode::SessionUnknown, u"not connected"_s);
}

Result<CommandId> Bystander::submit(const QString &line)
{
    const quint32 request = ++m_request;
    m_peer->send(Message::SubmitLine{request, m_session, line, QString::number(request)});
    const auto isReplied = [&] {
        return m_peer->reply<Message::LineTaken>(request) || m_peer->reply<Message::Refused>(request);
    };
    if (!QTest::qWaitFor(isReplied, AnswerPatience))
        return fail(ErrorCode::TimedOut, line);
    if (const auto taken = m_peer->reply<Message::LineTaken>(request))
        return taken->command;
    return std::unexpected(m_peer->reply<Message::Refused>(request)->error);
}

bool Bystander::finished(CommandId command) const
{
    const auto ended = m_peer->entries<Event::CommandFinished>();
    return std::ranges::contains(ended, command, &JournalEntry::command);
}

void Bystander::typeLine()
{
    QElapsedTimer clock;
    clock.start();
    const auto command = submit(u"cd /"_s);
    if (command && QTest::qWaitFor([&] { return finished(*command); }, AnswerPatience))
        m_roundTrips.push_back(double(clock.nsecsElapsed()) / 1e6);
    else
        ++m_lost;
}

void Bystander::work(const QDeadlineTimer &over)
{
    while (!over.hasExpired() && !m_peer->isClosed()) {
        const QDeadlineTimer next(LineInterval);
        typeLine();
        goOnWithTransfer();
        std::ignore = QTest::qWaitFor([&next] { return next.hasExpired(); }, 1000);
        // What was heard is not needed any more, but for what a transfer waits for.
        if (!m_getfile.isValid() && m_opening == 0)
            m_peer->forget();
    }
    if (m_peer->isClosed())
        m_broken.append(u"the analyst was hung up"_s);
    if (m_download.valid())
        endTransfer();
}

void Bystander::goOnWithTransfer()
{
    if (m_download.valid()) {
        if (m_download.wait_for(0s) == std::future_status::ready)
            endTransfer();
    } else if (m_opening != 0) {
        openTransfer();
    } else if (!m_getfile.isValid()) {
        m_getfile = submit(u"getfile "_s + m_file + u" &"_s).value_or(CommandId());
    } else if (finished(m_getfile)) {
        m_opening = ++m_request;
        m_peer->send(Message::OpenEvidence{m_opening, std::exchange(m_getfile, {})});
    }
}

void Bystander::openTransfer()
{
    if (const auto refused = m_peer->reply<Message::Refused>(m_opening)) {
        m_broken.append(debugText(refused->error));
        m_opening = 0;
    }
    const auto ticket = m_peer->reply<Message::Ticket>(m_opening);
    if (!ticket)
        return;
    m_opening = 0;
    const BulkEndpoint endpoint{
        m_service.url(), BulkTls::client(QSslCertificate::fromPath(m_service.authority()).value(0)).value()};
    const QString path = m_service.folder() + u"/download"_s;
    m_download = std::async(std::launch::async, download, endpoint, ticket->ticket, path);
}

void Bystander::endTransfer()
{
    const auto sha256 = m_download.get();
    if (sha256 && *sha256 == m_sha256)
        ++m_transfers;
    else
        m_broken.append(sha256 ? u"another content"_s : debugText(sha256.error()));
}

} // namespace Sonde::Service::Soak
