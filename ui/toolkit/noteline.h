// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"

#include <QWidget>

namespace Sonde::Client {

class PlainLabel;
class StateGlyph;
class Theme;

/// A sentence with a sign before it; wraps. What came from a device in it is marked where hostile.
class NoteLine final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Bad, Good };

    NoteLine(const Theme &theme, Kind kind, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

private:
    Kind m_kind;
    PlainLabel *m_label;
};

} // namespace Sonde::Client
