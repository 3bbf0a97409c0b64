// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"
#include "tests/measuring/samples.h"

#include <QProcess>
#include <QTemporaryDir>

namespace Sonde::Client::Bench {

/// The workstation itself as a user starts it, with an embedded tenant, on a screen that is not there. Its programs end with the object.
class WorkstationProcess final
{
    Q_DISABLE_COPY_MOVE(WorkstationProcess)

public:
    /// Keeps everything in `folder`.
    explicit WorkstationProcess(const QString &folder)
        : m_folder(folder)
    {
    }
    ~WorkstationProcess();

    /// Starts it and waits until its inventory has its device.
    [[nodiscard]] Result<void> start();

    /// Milliseconds since it was started.
    [[nodiscard]] double paintedAfter() const { return m_painted; }
    [[nodiscard]] double readyAfter() const { return m_ready; }
    [[nodiscard]] qint64 pid() const { return m_program.processId(); }
    [[nodiscard]] qint64 service() const { return m_service; }
    [[nodiscard]] qint64 agent() const { return m_agent; }

private:
    void readAnnouncements(const Stopwatch &watch);

    QString m_folder;
    QProcess m_program;
    double m_painted = 0;
    double m_ready = 0;
    qint64 m_service = 0;
    qint64 m_agent = 0;
};

} // namespace Sonde::Client::Bench
