// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QObject>

namespace Sonde::Agent {

/// This process, where the system's service manager started it: tells the manager how it is, and its program when to end. One per process.
class ServiceRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceRun)

public:
    explicit ServiceRun(const QString &name, QObject *parent = nullptr);
    ~ServiceRun() override;

    /// Until now it starts. From now on what it logs, warnings and worse, goes where this system's services say such things. NotSupported
    /// where services are programs like all others; CannotStart when no manager started this process.
    [[nodiscard]] Result<void> begin();
    void reportRunning();
    /// Nothing more is told, and the process ends. One that failed is started again after some seconds.
    void reportEnded(bool failed);

Q_SIGNALS:
    /// To end: the service is stopped, or the system shuts down.
    void asked();
};

} // namespace Sonde::Agent
