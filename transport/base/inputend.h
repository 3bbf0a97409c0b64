// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Sonde {

/// The first line of standard input, without its end; not one byte beyond it is read. At most 64 KiB.
[[nodiscard]] QByteArray readInputLine();

/// The end of standard input, reported on the event loop: it comes when whoever started this process is gone, however it went. What else
/// comes on it is dropped. On Windows, where others may have come by the other end of the pipe, also the end of who started it. One per
/// process.
class InputEnd final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InputEnd)

public:
    explicit InputEnd(QObject *parent = nullptr);

Q_SIGNALS:
    /// Once.
    void reached();
};

} // namespace Sonde
