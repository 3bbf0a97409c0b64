// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/filterrow.h"

#include "ui/theme/actionbutton.h"
#include "ui/theme/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

namespace Sonde::Client {

namespace {

constexpr int LeastLetters = 24;  ///< that can be read of what is typed
constexpr int AroundLetters = 44; ///< pixels: the frame, and the button that clears it

} // namespace

FilterRow::FilterRow(QLineEdit &filter, PlainLabel &count, QWidget *parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_count(count)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(14, 10, 14, 8);
    m_layout->setSpacing(10);
    m_layout->addWidget(&filter, 1);
    m_layout->addWidget(&count);
}

void FilterRow::add(QWidget &part)
{
    m_layout->addWidget(&part);
    m_parts += &part;
}

int FilterRow::leastFilter() const
{
    return LeastLetters * m_filter.fontMetrics().horizontalAdvance(u'n') + AroundLetters;
}

int FilterRow::around(bool withCount, bool brief) const
{
    const QMargins margins = m_layout->contentsMargins();
    int width = margins.left() + margins.right();
    for (const QWidget *part : m_parts) {
        const auto *button = qobject_cast<const ActionButton *>(part);
        const int whole = button ? button->wholeWidth() : part->sizeHint().width();
        width += (brief && button ? button->briefWidth() : whole) + m_layout->spacing();
    }
    return width + (withCount && !m_count.isHidden() ? m_count.sizeHint().width() + m_layout->spacing() : 0);
}

QSize FilterRow::minimumSizeHint() const
{
    return {leastFilter() + around(false, true), QWidget::minimumSizeHint().height()};
}

void FilterRow::fit()
{
    const int room = width() - leastFilter();
    m_count.setMaximumWidth(around(true, false) <= room ? QWIDGETSIZE_MAX : 0);
    const bool brief = around(false, false) > room;
    for (QWidget *part : std::as_const(m_parts)) {
        if (auto *button = qobject_cast<ActionButton *>(part))
            button->setBrief(brief);
    }
}

bool FilterRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void FilterRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace Sonde::Client

#include "moc_filterrow.cpp"
