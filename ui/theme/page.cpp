// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/page.h"

#include <utility>

namespace Sonde::Client {

QSize Page::sizeHint() const
{
    return m_wasSeen || isWindow() ? QWidget::sizeHint() : QSize();
}

QSize Page::minimumSizeHint() const
{
    return m_wasSeen || isWindow() ? QWidget::minimumSizeHint() : QSize();
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_wasSeen, true))
        updateGeometry();
}

} // namespace Sonde::Client

#include "moc_page.cpp"
