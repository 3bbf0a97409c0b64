// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/tokenlist.h"

namespace Sonde::Client {

namespace {
constexpr int TokenColumns = 4;
}

TokenList::TokenList(TenantClient &client, QObject *parent)
    : AdministeredList(client, Permission::CoreSecuritySettings, Permission::CoreSecuritySettings, parent)
    , m_tokens(
          TokenColumns, [](const EnrolmentTokenRecord &token) { return QString::fromLatin1(token.sha256.toHex()); })
{
}

void TokenList::fetch()
{
    load<Message::EnrolmentTokens>(Message::FetchEnrolmentTokens{}, [this](const Message::EnrolmentTokens &tokens) {
        m_total = int(tokens.total);
        m_tokens.assign(tokens.tokens);
    });
}

void TokenList::withdraw(const QByteArray &sha256, QObject *context, ChangeAnswer answer)
{
    submit(Message::WithdrawEnrolmentToken{.sha256 = sha256}, context, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_tokenlist.cpp"
