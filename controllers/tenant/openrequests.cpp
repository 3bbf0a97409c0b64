// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/openrequests.h"

namespace Sonde::Client {

void OpenRequests::add(quint32 number, AnyMessage message, bool repeatable, QObject *context, Answer answer)
{
    m_open.insert_or_assign(number, Open{std::move(message), repeatable, context, std::move(answer)});
}

bool OpenRequests::settle(const AnyMessage &message)
{
    const quint32 number = requestNumber(message);
    const auto found = number ? m_open.find(number) : m_open.end();
    if (found == m_open.end())
        return false;
    // Out of the list first: the answer may ask anew.
    const Open open = std::move(found->second);
    m_open.erase(found);
    if (!open.context)
        return true;
    if (const auto *refused = std::get_if<Message::Refused>(&message))
        open.answer(std::unexpected(refused->error));
    else
        open.answer(message);
    return true;
}

std::vector<AnyMessage> OpenRequests::repeatable() const
{
    std::vector<AnyMessage> messages;
    for (const auto &[number, open] : m_open) {
        if (open.repeatable && open.context)
            messages.push_back(open.message);
    }
    return messages;
}

void OpenRequests::failUnrepeatable(const Error &reason)
{
    fail(reason, false);
}

void OpenRequests::failAll(const Error &reason)
{
    fail(reason, true);
}

void OpenRequests::fail(const Error &reason, bool alsoRepeatable)
{
    std::vector<Open> failed;
    for (auto it = m_open.begin(); it != m_open.end();) {
        if (alsoRepeatable || !it->second.repeatable) {
            failed.push_back(std::move(it->second));
            it = m_open.erase(it);
        } else {
            ++it;
        }
    }
    for (const Open &open : failed) {
        if (open.context)
            open.answer(std::unexpected(reason));
    }
}

quint32 requestNumber(const AnyMessage &message)
{
    return std::visit(
        []<typename T>(const T &any) -> quint32 {
            if constexpr (requires { any.request; })
                return any.request;
            else
                return 0;
        },
        message);
}

} // namespace Sonde::Client
