// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/plan.h"
#include "tests/chaos/relay.h"

#include <QProcess>
#include <QTemporaryDir>

namespace Sonde::Client::Chaos {

enum class Victim { Agent, Service, Workstation };
inline constexpr std::array Victims{Victim::Agent, Victim::Service, Victim::Workstation};
[[nodiscard]] QString nameOf(Victim victim);

/// An analyst's computer in a folder: the programs as they are installed, the workstation's data with its embedded tenant, the downloads,
/// and the files of the device, which is the same computer. The one thing that is not as installed: what the others take for the service
/// stands before it, so that they reach it through a relay.
class Workplace final
{
    Q_DISABLE_COPY_MOVE(Workplace)

public:
    Workplace(const Plan &plan, const Relay &relay);
    /// Ends what still runs.
    ~Workplace();

    [[nodiscard]] Result<void> prepare();

    [[nodiscard]] QString programs() const { return m_folder.filePath(QStringLiteral("bin")); }
    [[nodiscard]] QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    [[nodiscard]] QString downloads() const { return m_folder.filePath(QStringLiteral("downloads")); }
    [[nodiscard]] QString deviceFiles() const { return m_folder.filePath(QStringLiteral("device")); }
    [[nodiscard]] QString evidence() const { return data() + QStringLiteral("/service/evidence"); }

    /// The workstation, on a screen that is not there; service and agent come up with it.
    void startWorkstation();
    [[nodiscard]] bool workstationRuns() const { return m_workstation.state() != QProcess::NotRunning; }
    /// As a user ends it: the others end with it. False when one of them does not.
    [[nodiscard]] bool stopWorkstation();
    /// kill -9. False when it does not run at this moment. A workstation is started again at once; the others it starts itself.
    [[nodiscard]] bool kill(Victim victim);
    /// What sonde-cli says about the same tenant, while no workstation runs; nothing when it fails.
    [[nodiscard]] std::optional<QByteArray> ask(const QStringList &verb) const;
    /// What workstation and service said last, for who wonders.
    [[nodiscard]] QString lastWords() const;

private:
    [[nodiscard]] QString behindRelay() const { return programs() + QStringLiteral("/behind"); }
    [[nodiscard]] QString log() const { return m_folder.filePath(QStringLiteral("programs.log")); }
    [[nodiscard]] qint64 pidOf(Victim victim) const;
    [[nodiscard]] Result<void> installService() const;
    [[nodiscard]] Result<void> writeSettings() const;
    [[nodiscard]] static QProcessEnvironment environmentIn(const QString &home);

    const Plan &m_plan;
    const Relay &m_relay;
    QTemporaryDir m_folder;
    QProcess m_workstation;
};

} // namespace Sonde::Client::Chaos
