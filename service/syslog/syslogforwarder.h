// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/turn.h"
#include "transport/base/backoff.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>
#include <deque>

namespace Sonde::Service {

/// Where the journal is sent, and who is believed to be there.
struct SyslogTarget {
    QString host;
    quint16 port = 6514;
    QList<QSslCertificate> authorities; ///< none: the system's
};

/// HOST[:PORT], and a file of certificates in PEM (none: the system's). BadValue, ReadFailed.
[[nodiscard]] Result<SyslogTarget> syslogTarget(const QString &address, const QString &authorityFile);

/// Sends every entry of the journal to another host, by syslog over TLS (RFC 5425), in order and from where it was when the service ended.
/// Nobody confirms what comes by syslog: after a broken connection the last ones are sent again, and have the same numbers. While the
/// other host is not there, nothing is kept in memory: the journal has it.
class SyslogForwarder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyslogForwarder)

public:
    /// The place reached is kept in `positionFile`. `store` and `turn` outlive it.
    SyslogForwarder(
        Store &store, Turn &turn, const SyslogTarget &target, const QString &positionFile, QObject *parent = nullptr);
    ~SyslogForwarder() override;

    /// Entries below it need not be sent again.
    [[nodiscard]] quint64 position() const { return m_position; }

private:
    void connectNow();
    void lost();
    void send();
    void noteCommitted();
    void settle();
    void savePosition();

    Store &m_store;
    SyslogTarget m_target;
    QString m_positionFile;
    QSslSocket m_socket;
    QTimer m_retry;
    QTimer m_settling;
    Backoff m_backoff;
    quint64 m_committed = 0;
    quint64 m_sent = 0;
    quint64 m_position = 0;
    quint64 m_writtenLately = 0; ///< had been given to the system when it was looked last
};

} // namespace Sonde::Service
