// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/areas.h"

#include <QApplication>
#include <QFocusEvent>
#include <QPointer>
#include <QWidget>

#include <tuple>

namespace Sonde::Client {

namespace {

constexpr char AreaProperty[] = "area";

bool canHaveFocus(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

class Door final : public QObject
{
public:
    explicit Door(QWidget &widget)
        : QObject(&widget)
    {
        widget.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn && part)
            part->setFocus(static_cast<QFocusEvent *>(event)->reason());
        return QObject::eventFilter(watched, event);
    }

    QPointer<QWidget> part;
};

Door *ownDoor(const QWidget &widget)
{
    for (QObject *child : widget.children()) {
        if (auto *door = dynamic_cast<Door *>(child))
            return door;
    }
    return nullptr;
}

/// Where the focus goes in an area: where it was, else to itself, else to the first part that Tab reaches.
QWidget *doorOf(QWidget &area)
{
    if (QWidget *last = area.focusWidget(); last && canHaveFocus(*last))
        return last;
    const Door *door = ownDoor(area);
    QWidget *first = door ? door->part.get() : area.focusProxy() ? area.focusProxy() : &area;
    if (first && canHaveFocus(*first))
        return first;
    for (QWidget *next = area.nextInFocusChain(); next != &area; next = next->nextInFocusChain()) {
        if (area.isAncestorOf(next) && canHaveFocus(*next))
            return next;
    }
    return nullptr;
}

QList<QWidget *> areasOf(const QWidget &window)
{
    QList<QWidget *> areas;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->property(AreaProperty).toBool() && widget->isVisible() && doorOf(*widget))
            areas += widget;
    }
    const auto place = [&window](const QWidget *area) {
        const QPoint corner = area->mapTo(&window, QPoint());
        const bool isSideBar = corner.x() > window.width() / 2 && area->height() > window.height() / 3;
        return std::tuple(isSideBar, corner.y(), corner.x());
    };
    // A side bar comes after all that is beside it.
    std::ranges::stable_sort(areas, {}, place);
    return areas;
}

} // namespace

void makeArea(QWidget &widget)
{
    widget.setProperty(AreaProperty, true);
}

void setDoor(QWidget &widget, QWidget &door)
{
    Door *own = ownDoor(widget);
    if (!own)
        own = new Door(widget);
    own->part = &door;
}

void goToArea(QWidget &window, bool backwards)
{
    const QList<QWidget *> areas = areasOf(window);
    if (areas.isEmpty())
        return;
    const QWidget *focused = QApplication::focusWidget();
    const auto holds = [focused](const QWidget *area) { return area == focused || area->isAncestorOf(focused); };
    const auto current = focused ? std::ranges::find_if(areas, holds) : areas.end();
    const qsizetype count = areas.size();
    const qsizetype from = current == areas.end() ? (backwards ? count : -1) : current - areas.begin();
    doorOf(*areas[(from + (backwards ? count - 1 : 1)) % count])->setFocus(Qt::ShortcutFocusReason);
}

} // namespace Sonde::Client
