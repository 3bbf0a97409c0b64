// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/sessionwatch.h"

namespace Sonde::Client {

/// Says what the getfile commands of a session have brought, and keeps the session watched after its tab was closed until each of them has
/// begun to bring something, or has ended.
class EvidenceWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EvidenceWatch)

public:
    explicit EvidenceWatch(std::shared_ptr<SessionWatch> session, QObject *parent = nullptr);

    /// Goes through all that is known so far.
    void lookAtAll();
    /// It had ended before anybody here looked: what it brought is brought here only when that is asked for.
    [[nodiscard]] bool isPast() const { return m_past; }
    /// Nobody looks at the session any more: finished() follows as soon as there is nothing to wait for.
    void leave();

Q_SIGNALS:
    /// There is evidence, or more is known of it; also said again.
    void evidenceChanged(const Sonde::CommandRecord &command, const Sonde::SessionRecord &session);
    void finished();

private:
    void look(CommandId command);
    void finishWhenDone();

    const std::shared_ptr<SessionWatch> m_session;
    bool m_left = false;
    bool m_past = false;
};

} // namespace Sonde::Client
