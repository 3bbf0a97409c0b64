// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/inventorycontroller.h"

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {
constexpr auto Frame = 16ms;
} // namespace

InventoryController::InventoryController(
    TenantClient &client, DeviceModel &devices, SessionListModel &sessions, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_devices(devices)
    , m_sessions(sessions)
{
    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, &InventoryController::flush);
    connect(&m_client, &TenantClient::pushed, this, &InventoryController::apply);
    connect(&m_client, &TenantClient::stateChanged, this, &InventoryController::watch);
    watch();
}

void InventoryController::fetchEligibility(const DeviceId &device, QObject *context, EligibilityAnswer answer)
{
    m_client.request<Message::Eligibility>(Message::FetchEligibility{.device = device}, context, std::move(answer));
}

void InventoryController::startSession(
    const DeviceId &device, QObject *context, SessionAnswer answer, const QString &reason, bool takeOver)
{
    const Message::StartSession start{.device = device, .reason = reason, .takeOver = takeOver};
    m_client.request<Message::SessionStarted>(
        start, context, [answer = std::move(answer)](Result<Message::SessionStarted> started) {
            answer(started.transform([](const Message::SessionStarted &reply) { return reply.session; }));
        });
}

void InventoryController::closeSession(
    SessionId session, QObject *context, std::function<void(Result<Message::Done>)> answer)
{
    m_client.request<Message::Done>(Message::CloseSession{.session = session}, context, std::move(answer));
}

void InventoryController::watch()
{
    if (m_client.state() == TenantClient::State::SignedOut) {
        m_devices.clear();
        m_sessions.clear();
    }
    if (!m_client.isOnline())
        return;
    m_devicesComplete = false;
    m_sessionsComplete = false;
    m_client.request<Message::Done>(Message::WatchTenant{}, this, [this](const Result<Message::Done> &done) {
        // A connection lost meanwhile is asked again when it is back.
        if (!done && done.error().code != ErrorCode::Interrupted)
            Q_EMIT failed(done.error());
    });
}

void InventoryController::apply(const AnyMessage &message)
{
    const bool wasComplete = isComplete();
    if (const auto *devices = std::get_if<Message::Devices>(&message)) {
        m_pendingDevices.insert(m_pendingDevices.end(), devices->devices.begin(), devices->devices.end());
        m_devicesComplete |= devices->complete;
    } else if (const auto *sessions = std::get_if<Message::Sessions>(&message)) {
        m_pendingSessions.insert(m_pendingSessions.end(), sessions->sessions.begin(), sessions->sessions.end());
        m_sessionsComplete |= sessions->complete;
    } else {
        return;
    }
    if (isComplete() && !wasComplete) {
        flush();
        Q_EMIT completed();
    } else if (!m_frame.isActive()) {
        m_frame.start(Frame);
    }
}

void InventoryController::flush()
{
    m_frame.stop();
    // Who hears of the first device may take the inventory for complete, as it is: the sessions must be there by then.
    m_sessions.update(std::exchange(m_pendingSessions, {}));
    m_devices.update(std::exchange(m_pendingDevices, {}));
}

} // namespace Sonde::Client

#include "moc_inventorycontroller.cpp"
