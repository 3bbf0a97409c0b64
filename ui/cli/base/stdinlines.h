// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

namespace Sonde::Client {

/// Lines of stdin as they come, read on a thread of its own so that nobody waits for them.
class StdinLines final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StdinLines)

public:
    explicit StdinLines(QObject *parent = nullptr);
    ~StdinLines() override;

Q_SIGNALS:
    void lineRead(const QString &line);

protected:
    void run() override;
};

} // namespace Sonde::Client
