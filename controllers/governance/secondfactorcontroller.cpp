// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/governance/secondfactorcontroller.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

SecondFactorSecret secretFrom(const QString &base32, const TenantClient &client)
{
    constexpr qsizetype letters = 4;
    QStringList groups;
    for (qsizetype at = 0; at < base32.size(); at += letters)
        groups << base32.sliced(at, std::min(letters, base32.size() - at));
    const auto endpoint = client.bulkEndpoint();
    const QString issuer = endpoint ? u"Sonde "_s + endpoint->service.host() : u"Sonde"_s;
    const auto quoted = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return {groups.join(u' '),
        u"otpauth://totp/%1:%2?secret=%3&issuer=%1"_s.arg(
            quoted(issuer), quoted(client.welcome().user.value()), base32)};
}

SecondFactorController::SecondFactorController(TenantClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &TenantClient::pushed, this, [this](const AnyMessage &message) {
        if (const auto *said = std::get_if<Message::SecondFactor>(&message)) {
            m_state = said->state;
            m_shown = said->shown;
            Q_EMIT changed();
        }
    });
    connect(&client, &TenantClient::grantsChanged, this, &SecondFactorController::changed);
    connect(&client, &TenantClient::stateChanged, this, &SecondFactorController::changed);
}

void SecondFactorController::make(QObject *context, Made made)
{
    m_client.request<Message::SecondFactorSecret>(Message::MakeSecondFactor{}, context,
        [this, made = std::move(made)](const Result<Message::SecondFactorSecret> &answer) {
            made(answer.transform(
                [this](const Message::SecondFactorSecret &said) { return secretFrom(said.secret, m_client); }));
        });
}

void SecondFactorController::show(const QString &code, QObject *context, Done done)
{
    m_client.request<Message::Done>(Message::ShowSecondFactor{.code = code}, context,
        [done = std::move(done)](
            const Result<Message::Done> &answer) { done(answer.transform([](const Message::Done &) {})); });
}

} // namespace Sonde::Client

#include "moc_secondfactorcontroller.cpp"
