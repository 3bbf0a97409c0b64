// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/clocktabbar.h"

#include <QStyleOption>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

ClockTabBar::ClockTabBar(QWidget *parent)
    : QTabBar(parent)
{
}

QString ClockTabBar::suffix(int index) const
{
    return clock(index).isEmpty() ? QString() : QString(u"  "_s + clock(index));
}

void ClockTabBar::setClock(int index, const QString &clock)
{
    const QString before = this->clock(index);
    if (before == clock)
        return;
    setTabData(index, clock);
    if (before.size() == clock.size())
        update(tabRect(index));
    else
        setTabText(index, tabText(index)); // has the tabs laid out
}

QSize ClockTabBar::tabSizeHint(int index) const
{
    QString widest = suffix(index);
    for (QChar &figure : widest) {
        if (figure.isDigit())
            figure = u'0';
    }
    return QTabBar::tabSizeHint(index) + QSize(fontMetrics().horizontalAdvance(widest), 0);
}

void ClockTabBar::initStyleOption(QStyleOptionTab *option, int index) const
{
    QTabBar::initStyleOption(option, index);
    if (clock(index).isEmpty())
        return;
    const QRect room = style()->subElementRect(QStyle::SE_TabBarTabText, option, this);
    option->text =
        fontMetrics().elidedText(tabText(index) + suffix(index), elideMode(), room.width(), Qt::TextShowMnemonic);
}

} // namespace Sonde::Client

#include "moc_clocktabbar.cpp"
