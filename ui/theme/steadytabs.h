// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

namespace Sonde::Client {

/// Qt's own lays itself out, and paints all of itself, whenever anything in one of its pages asks for a layout; this one only when its tabs
/// or its pages need other room than before.
class SteadyTabs : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SteadyTabs)

public:
    using QTabWidget::QTabWidget;

protected:
    bool event(QEvent *event) override;

private:
    std::pair<QSize, QSize> m_needed; ///< by the tabs, and by all
};

} // namespace Sonde::Client
