// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/agent/servicescript.h"

#include <QSslServer>
#include <QTemporaryDir>
#include <QWebSocketServer>

namespace Sonde::Agent {

/// As much of a service as an agent meets: a CA made by the openssl tool, one TLS port on loopback, enrolment for the token "good", and
/// WebSockets for those who show a certificate of that CA.
class FakeService final : public QObject
{
public:
    FakeService();

    /// False with a message when a CA cannot be made.
    [[nodiscard]] bool prepare();
    [[nodiscard]] bool listen(quint16 port = 0);
    void stopListening();

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString fingerprint() const;

    /// PEM, of the request of a device (PEM); nothing when it is none.
    [[nodiscard]] QByteArray certify(const QByteArray &request, const QString &device);

    bool certificatesEndSoon = false;                   ///< of a fortnight, a day is left
    std::vector<std::unique_ptr<ServiceScript>> agents; ///< one for each connection, oldest first
    QStringList devices;                                ///< common names of their certificates
    QStringList enrolledNames;

private:
    [[nodiscard]] bool openssl(const QStringList &arguments, const QByteArray &input = {});
    [[nodiscard]] QByteArray content(const QString &name) const;
    [[nodiscard]] bool write(const QString &name, const QByteArray &bytes) const;
    void look(QSslSocket *socket);
    void enrol(QSslSocket *socket, const QByteArray &body);

    QTemporaryDir m_folder;
    QSslServer m_server;
    QWebSocketServer m_sockets;
};

} // namespace Sonde::Agent
