// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Sonde::Client {

/// A page beside others. As long as nobody has seen it it asks for no room: to know how much it wants, everything on it would be styled and
/// measured before the window is painted.
class Page : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    using QWidget::QWidget;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    bool m_wasSeen = false;
};

} // namespace Sonde::Client
