// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <memory>

namespace Sonde {

/// Says when this process is asked to end: SIGTERM, SIGINT, and for an embedded service the end of standard input, which comes even when
/// the parent is killed.
class StopSignals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StopSignals)

public:
    explicit StopSignals(bool watchInput, QObject *parent = nullptr);

Q_SIGNALS:
    void stopRequested();

private:
    void watchSignals();
    void watchInput();

    std::unique_ptr<QSocketNotifier> m_signalNotifier;
    std::unique_ptr<QSocketNotifier> m_inputNotifier;
};

} // namespace Sonde
