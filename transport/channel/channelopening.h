// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel/channel.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QUrl>

namespace Sonde {

/// One attempt to open a channel to a service. The certificate there must be the service's own (by ServiceTlsName, whatever its address is)
/// and vouched for by whom the TLS configuration trusts. Reports once: opened() or failed().
class ChannelOpening : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelOpening)

public:
    struct Order {
        QUrl service;          ///< https://host:port
        QSslConfiguration tls; ///< clientTls()
        std::chrono::seconds patience{10};
    };

    using QObject::QObject;

    virtual void start() = 0;
    /// In a slot of opened(), so that no message is missed.
    [[nodiscard]] virtual std::unique_ptr<Channel> takeChannel() = 0;
    /// Where the service was reached; before takeChannel().
    [[nodiscard]] virtual QHostAddress peerHost() const = 0;

Q_SIGNALS:
    void opened();
    /// The socket may be what is calling: delete this object later.
    void failed(const Sonde::Error &reason);
};

/// Makes openings of one kind.
using ChannelOpener = std::function<std::unique_ptr<ChannelOpening>(const ChannelOpening::Order &)>;

} // namespace Sonde
