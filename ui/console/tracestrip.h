// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/commandtrace.h"

#include <QWidget>

namespace Sonde::Client {

class PlainLabel;
class Theme;

/// What `trace` tells of a command: its steps in words and to scale, and the messages that went for it.
class TraceStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TraceStrip)

public:
    explicit TraceStrip(const Theme &theme, QWidget *parent = nullptr);

    void setTrace(const CommandTrace &trace);
    [[nodiscard]] QString text() const;

private:
    class Scale;

    PlainLabel *m_steps;
    Scale *m_scale;
    PlainLabel *m_packets;
};

} // namespace Sonde::Client
