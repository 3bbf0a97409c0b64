// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/devicefiles.h"
#include "tests/chaos/watch.h"
#include "tests/chaos/workplace.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

namespace Sonde::Client::Chaos {

/// An analyst asks for all the files; from then on programs are killed and connections cut until all have arrived; then it is seen what
/// became of them.
class Trial final
{
    Q_DISABLE_COPY_MOVE(Trial)

public:
    explicit Trial(const Plan &plan);

    /// Fails when it could not be held.
    [[nodiscard]] Result<void> hold();
    /// What is not as it must be. After hold().
    [[nodiscard]] const QStringList &findings() const { return m_findings; }
    /// How it went, in figures.
    [[nodiscard]] QJsonObject figures() const;

private:
    [[nodiscard]] Result<void> askForFiles();
    [[nodiscard]] Result<void> endure();
    void strike();
    void say(const QString &what) const;
    [[nodiscard]] bool allHere();
    void judge();
    void judgeFiles();
    void judgeLeftovers();
    void judgeJournal();
    [[nodiscard]] Result<QByteArray> hashOfDelivered(const DeviceFile &file) const;

    const Plan m_plan;
    QRandomGenerator m_random;
    Relay m_relay;
    Workplace m_place;
    Watch m_watch;
    std::vector<DeviceFile> m_files;
    std::vector<Victim> m_next; ///< victims of this round
    QMap<Victim, int> m_kills;
    int m_struck = 0; ///< all together
    QElapsedTimer m_clock;
    qsizetype m_here = 0; ///< files that are finished
    double m_seconds = 0;
    QStringList m_findings;
};

} // namespace Sonde::Client::Chaos
