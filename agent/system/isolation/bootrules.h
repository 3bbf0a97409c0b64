// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

namespace Sonde::Agent {

/// Rules that are there before the network is, when the device starts again: a unit of systemd's that loads them from the agent's folder.
/// What belongs to devices that come later is loaded by the agent.
class BootRules final
{
public:
    /// `root`: where the device's "/" is; elsewhere in tests.
    BootRules(QString folder, QString root);

    /// NoSubsystem where systemd does not run; StorageFailed.
    [[nodiscard]] Result<void> install(
        const QString &nft, const QByteArray &hostTable, const QByteArray &deviceTable) const;
    void remove() const;
    /// The unit is there, is started with the device and is the one that install() made.
    [[nodiscard]] bool isInstalled(const QString &nft) const;

private:
    [[nodiscard]] QString hostPath() const { return m_folder + QStringLiteral("/isolation.nft"); }
    [[nodiscard]] QString devicePath() const { return m_folder + QStringLiteral("/isolation-devices.nft"); }
    [[nodiscard]] QString unitPath() const;
    [[nodiscard]] QString wantPath() const;
    [[nodiscard]] QByteArray unit(const QString &nft) const;

    QString m_folder;
    QString m_root;
};

} // namespace Sonde::Agent
