// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/bulk/bulksocket.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

namespace Sonde::Service {

/// Finds out from the TLS ClientHello, without taking a byte of it, whether an accepted connection wants bulk transfer, is an
/// agent's, or is anything else: the first goes to a thread of its own, the others to the event loop. Closes the connection when it says
/// nothing in time.
class FirstBytes final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstBytes)

public:
    static constexpr std::chrono::seconds Deadline{10};

    FirstBytes(qintptr descriptor, QObject *parent);
    ~FirstBytes() override;

Q_SIGNALS:
    /// Whoever takes it owns the descriptor from now on.
    void bulk(qintptr descriptor);
    void agent(qintptr descriptor);
    void other(qintptr descriptor);
    /// It went away, or took too long.
    void gone();

private:
    void look();
    [[nodiscard]] qintptr release();

    qintptr m_descriptor;
    QSocketNotifier m_readable;
    QTimer m_again;
    std::chrono::milliseconds m_pause;
    qsizetype m_seen = 0;
    QTimer m_deadline;
};

} // namespace Sonde::Service
