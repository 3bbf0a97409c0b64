// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/governance/elevationscontroller.h"

namespace Sonde::Client {

ElevationsController::ElevationsController(TenantClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &TenantClient::pushed, this, [this](const AnyMessage &message) {
        const auto *said = std::get_if<Message::Elevations>(&message);
        if (said && said->request == 0)
            follow(*said);
    });
    // Somebody else may sign in next.
    connect(&client, &TenantClient::stateChanged, this, [this](TenantClient::State state) {
        if (state == TenantClient::State::SignedOut || state == TenantClient::State::Refused)
            follow({});
    });
}

void ElevationsController::follow(const Message::Elevations &said)
{
    const auto now = std::chrono::steady_clock::now();
    m_own.clear();
    for (const ElevationRecord &record : said.elevations)
        m_own.push_back({record, now + record.left});
    m_eligible = said.eligible;
    Q_EMIT changed();
}

void ElevationsController::elevate(
    const QString &role, std::chrono::minutes valid, const QString &reason, QObject *context, Done done)
{
    m_client.request<Message::Done>(Message::ElevateRole{.role = role, .valid = valid, .reason = reason}, context,
        [done = std::move(done)](
            const Result<Message::Done> &answer) { done(answer.transform([](const Message::Done &) {})); });
}

void ElevationsController::end(const QString &role, QObject *context, Done done)
{
    m_client.request<Message::Done>(
        Message::EndElevation{.role = role}, context, [done = std::move(done)](const Result<Message::Done> &answer) {
            done(answer.transform([](const Message::Done &) {}));
        });
}

} // namespace Sonde::Client

#include "moc_elevationscontroller.cpp"
