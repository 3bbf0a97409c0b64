// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/columnfit.h"

#include <QEvent>
#include <QTest>
#include <QWidget>
#include <algorithm>

namespace Sonde::Client {

/// Counts events of a type that reach a widget; reset() forgets them.
class EventCount final : public QObject
{
public:
    EventCount(QWidget &widget, QEvent::Type type)
        : m_type(type)
    {
        widget.installEventFilter(this);
    }
    [[nodiscard]] int count() const { return m_count; }
    void reset() { m_count = 0; }

    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == m_type;
        return false;
    }

private:
    QEvent::Type m_type;
    int m_count = 0;
};

/// No table of `page` has widths that are yet to follow its cells.
inline bool isFitted(const QWidget &page)
{
    return std::ranges::none_of(page.findChildren<ColumnFit *>(), &ColumnFit::isDue);
}

/// What is due is handled, again and again until it causes nothing more.
inline void settle()
{
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

} // namespace Sonde::Client
