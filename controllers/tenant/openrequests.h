// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

#include <QPointer>
#include <functional>
#include <map>

namespace Sonde::Client {

/// The questions of a TenantClient that have no answer yet. A question outlives a connection when asking it twice does no harm.
class OpenRequests final
{
public:
    using Answer = std::function<void(Result<AnyMessage>)>;

    /// `repeatable`: may be sent again on the next connection. An answer is not told when `context` is gone.
    void add(quint32 number, AnyMessage message, bool repeatable, QObject *context, Answer answer);
    /// True when the message answers one of them: it is told and forgotten.
    bool settle(const AnyMessage &message);
    /// Those that outlive a connection, in the order they were asked.
    [[nodiscard]] std::vector<AnyMessage> repeatable() const;
    /// Tells the others that their fate is unknown.
    void failUnrepeatable(const Error &reason);
    void failAll(const Error &reason);
    [[nodiscard]] bool isEmpty() const { return m_open.empty(); }

private:
    struct Open {
        AnyMessage message;
        bool repeatable = false;
        QPointer<QObject> context;
        Answer answer;
    };
    void fail(const Error &reason, bool alsoRepeatable);

    std::map<quint32, Open> m_open;
};

/// The request number of a request or reply; 0 for anything else.
[[nodiscard]] quint32 requestNumber(const AnyMessage &message);

} // namespace Sonde::Client
