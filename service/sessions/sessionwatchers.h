// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"

#include <QHash>
#include <QObject>

namespace Sonde::Service {

/// Who reads along in sessions of others.
class SessionWatchers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionWatchers)

public:
    using QObject::QObject;

    /// `connection`: by which they do; nobody looks at it.
    void add(SessionId session, const QString &user, const QObject *connection);
    void remove(SessionId session, const QObject *connection);
    /// All that this connection read.
    void removeAll(const QObject *connection);
    /// Each once, by name.
    [[nodiscard]] QStringList of(SessionId session) const;

Q_SIGNALS:
    /// Somebody came or went.
    void changed(Sonde::SessionId session);

private:
    QHash<SessionId, QHash<const QObject *, QString>> m_watchers;
};

} // namespace Sonde::Service
