// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/steadytabs.h"

#include <QEvent>
#include <QTabBar>

namespace Sonde::Client {

bool SteadyTabs::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        const std::pair needed(tabBar()->sizeHint(), minimumSizeHint());
        if (std::exchange(m_needed, needed) == needed)
            return true;
    }
    return QTabWidget::event(event);
}

} // namespace Sonde::Client

#include "moc_steadytabs.cpp"
