// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/service/tenantfixture.h"

namespace Sonde::Service {

/// What tests of retention share: sessions that are written into the journal as if they had been, and the clock by which their time is over.
class RetentionFixture : protected TenantFixture
{
protected:
    static constexpr int Days = 10;

    [[nodiscard]] static QByteArray hashOf(const QByteArray &bytes);
    void set(const QString &key, int value);
    /// When the time of what closed then is over.
    [[nodiscard]] static QDateTime overFor(const QDateTime &closed) { return closed.addDays(Days); }
    void runAsOf(const QDateTime &now);
    SessionId live();
    /// When it closed. What closes after it closes later.
    QDateTime close(SessionId session);
    CommandId accepted(SessionId session, const QString &line);
    void finish(SessionId session, CommandId command, const QByteArrayList &chunks = {});
    CommandId printed(SessionId session, const QByteArrayList &chunks);
    CommandId brought(SessionId session, const QByteArray &content, bool isOver = true);
    [[nodiscard]] bool isThere(CommandId command) { return store().output(command, 0).has_value(); }
    [[nodiscard]] Store &store() { return m_bench->tenant().store; }
    /// Of what is committed.
    Message::JournalVerdict verify();
};

} // namespace Sonde::Service
