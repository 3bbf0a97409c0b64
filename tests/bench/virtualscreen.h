// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QProcess>

namespace Sonde::Client::Bench {

/// An X server (Xvfb) that nobody sees. It ends with the object.
class VirtualScreen final
{
    Q_DISABLE_COPY_MOVE(VirtualScreen)

public:
    VirtualScreen() = default;
    ~VirtualScreen();

    [[nodiscard]] Result<void> start();
    /// ":77".
    [[nodiscard]] const QString &display() const { return m_display; }

private:
    QProcess m_server;
    QString m_display;
};

} // namespace Sonde::Client::Bench
