// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/isolation/nftlisting.h"

#include <QString>

namespace Sonde::Agent::Nft {

/// The program nft of this device. It gets nothing of the agent's environment. For one thread at a time; needs no event loop.
class Tool final
{
public:
    /// NoSubsystem when there is none.
    [[nodiscard]] static Result<Tool> find();

    [[nodiscard]] const QString &path() const { return m_path; }
    /// All of the script or nothing. NotSupported with nft's own words when the kernel refuses it; TimedOut.
    [[nodiscard]] Result<void> apply(const QByteArray &script);
    /// NotFound when there is no such table.
    [[nodiscard]] Result<ListedTable> list(const QByteArray &family);
    /// Of the process that made the last change: the kernel names it as the one who changed the rules.
    [[nodiscard]] qint64 lastProcess() const { return m_lastProcess; }

private:
    explicit Tool(QString path)
        : m_path(std::move(path))
    {
    }
    [[nodiscard]] Result<QByteArray> run(const QStringList &arguments, const QByteArray &input);

    QString m_path;
    qint64 m_lastProcess = 0;
};

} // namespace Sonde::Agent::Nft
