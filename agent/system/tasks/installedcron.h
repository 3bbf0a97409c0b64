// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Sonde::Agent::Linux {

class FileTree;

/// What the cron of a device does with what others do otherwise.
class InstalledCron final
{
public:
    enum class Kind {
        Unknown, ///< none is there, or another one: it is taken to do what any of them does
        Debian,  ///< Paul Vixie's, as Debian has it
        Cronie   ///< of Red Hat, SUSE, Arch
    };
    /// Whose run-parts is there: Debian's program, or the script of Red Hat's crontabs.
    enum class RunParts { Debian, RedHat };
    explicit InstalledCron(Kind kind, RunParts runParts = RunParts::Debian)
        : m_kind(kind)
        , m_runParts(runParts)
    {
    }

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// Whether a file of this name in /etc/cron.d is one of its tables.
    [[nodiscard]] bool readsTable(const QByteArray &name) const;
    /// Whether run-parts starts a file of this name.
    [[nodiscard]] bool runsPart(const QByteArray &name) const;
    /// Whether CRON_TZ changes when its lines run.
    [[nodiscard]] bool knowsTimeZones() const { return m_kind != Kind::Debian; }

private:
    Kind m_kind;
    RunParts m_runParts;
};

/// By what stands in the program itself. None where it is neither: busybox, dcron…
[[nodiscard]] InstalledCron::Kind cronKind(QByteArrayView program);
[[nodiscard]] InstalledCron installedCron(FileTree &tree);

} // namespace Sonde::Agent::Linux
