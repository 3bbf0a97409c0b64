// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QDeadlineTimer>
#include <QObject>
#include <array>

namespace Sonde::Client {

/// When to lay out next: a few layouts may follow each other at once, so that what a short command prints is shown as it comes; of what
/// comes all the time, one layout a frame is enough.
class LayoutPacer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LayoutPacer)

public:
    LayoutPacer();
    ~LayoutPacer() override;

    /// due() follows, once for all requests until then.
    void request();

Q_SIGNALS:
    void due();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QBasicTimer m_timer;
    std::array<QDeadlineTimer, 4> m_frames; ///< of the latest layouts: when each is long enough ago
    size_t m_oldest = 0;
};

} // namespace Sonde::Client
