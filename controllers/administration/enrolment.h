// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/tenantchange.h"

namespace Sonde::Client {

/// Makes tokens, each good for one device to enrol with, and says what to type there.
class Enrolment final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Enrolment)

public:
    using Answer = std::function<void(const Result<Message::EnrolmentToken> &)>;

    /// `client` outlives it.
    explicit Enrolment(TenantClient &client, QObject *parent = nullptr);

    [[nodiscard]] std::optional<Error> whyNotMade() const;
    /// `tag`: what the device gets; empty: none.
    void make(const QString &tag, std::chrono::seconds valid, QObject *context, Answer answer);
    /// Reads the token from the standard input, so that it is in no list of processes and in no history. Empty before the first connection.
    [[nodiscard]] QString commandLine() const;
    /// A service that others cannot reach: it listens on this computer alone.
    [[nodiscard]] bool isLocalOnly() const;

Q_SIGNALS:
    /// whyNotMade() or commandLine() is another.
    void changed();

private:
    TenantClient &m_client;
};

} // namespace Sonde::Client
