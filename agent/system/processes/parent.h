// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

namespace Sonde::Agent {

/// The first line of standard input, without its end; not one byte beyond it is read.
[[nodiscard]] QByteArray readInputLine();

/// Tells on the event loop when standard input ends, which is when the parent that holds its other end does, whatever ends it.
class ParentWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ParentWatch)

public:
    explicit ParentWatch(QObject *parent = nullptr);
    ~ParentWatch() override;

Q_SIGNALS:
    void ended();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Sonde::Agent
