// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/link/channelchoice.h"
#include "protocol/base/identifiers.h"
#include "protocol/base/result.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

namespace Sonde::Agent {

/// Who this device is to its tenant. The key was made here and never leaves.
struct AgentIdentity {
    QUrl service;
    DeviceId device;
    QSslCertificate certificate;
    QSslCertificate authority; ///< the only one trusted
    QSslKey key;
    ChannelChoice channel = ChannelChoice::Automatic;

    bool operator==(const AgentIdentity &) const = default;
};

/// The agent's folder: its lock, its identity, its command log. Nobody but the agent's account may look in.
class AgentFolder final
{
public:
    explicit AgentFolder(QString path)
        : m_path(std::move(path))
    {
    }

    /// Makes it when it is missing. StorageFailed.
    [[nodiscard]] Result<void> prepare() const;
    [[nodiscard]] QString lockPath() const { return m_path + QStringLiteral("/lock"); }
    [[nodiscard]] QString commandLogPath() const { return m_path + QStringLiteral("/commands.log"); }
    /// What became of the isolation while the service was away.
    [[nodiscard]] QString untoldPath() const { return m_path + QStringLiteral("/untold"); }
    /// What the service said of its journal.
    [[nodiscard]] QString witnessPath() const { return m_path + QStringLiteral("/witness"); }
    [[nodiscard]] QString blobPath() const { return m_path + QStringLiteral("/blobs"); }

    [[nodiscard]] bool isEnrolled() const;
    /// NotFound when the device has not been enrolled; StorageFailed when what is there cannot be used, as where its key was sealed on
    /// another machine.
    [[nodiscard]] Result<AgentIdentity> loadIdentity() const;
    /// The key is sealed for this machine, where the system can.
    [[nodiscard]] Result<void> saveIdentity(const AgentIdentity &identity) const;
    /// Seals a key that an earlier version left as it is.
    [[nodiscard]] Result<void> sealKey() const;

private:
    [[nodiscard]] QString identityPath() const { return m_path + QStringLiteral("/identity.json"); }

    QString m_path;
};

} // namespace Sonde::Agent
