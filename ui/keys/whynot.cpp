// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/whynot.h"

#include "ui/toolkit/announce.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr std::chrono::milliseconds Shown = 8s;

void addActionsOf(const QMenu &menu, QList<QAction *> &actions)
{
    for (QAction *action : menu.actions()) {
        actions += action;
        if (action->menu())
            addActionsOf(*action->menu(), actions);
    }
}

/// What keys can mean where the focus is: the nearest first.
QList<QAction *> actionsAt(const QWidget &window)
{
    QList<QAction *> actions;
    for (const QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        actions += widget->actions();
    if (const auto *bar = window.findChild<QMenuBar *>()) {
        for (const QAction *entry : bar->actions()) {
            if (entry->menu())
                addActionsOf(*entry->menu(), actions);
        }
    }
    return actions;
}

const QAction *refusedBy(const QWidget &window, const QKeyEvent &key)
{
    const QKeySequence pressed(key.keyCombination());
    for (const QAction *action : actionsAt(window)) {
        if (action->isVisible() && !action->isEnabled() && !action->statusTip().isEmpty()
            && action->shortcuts().contains(pressed))
            return action;
    }
    return nullptr;
}

} // namespace

WhyNot::WhyNot()
{
    qApp->installEventFilter(this);
}

/// A key that comes as far as the window was wanted by nobody.
bool WhyNot::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWidgetType())
        return false;
    auto &widget = static_cast<QWidget &>(*watched);
    if (auto *menu = qobject_cast<QMenu *>(&widget); menu && event->type() == QEvent::Show)
        follow(*menu);
    if (event->type() != QEvent::KeyPress || !widget.isWindow())
        return false;
    const QAction *action = refusedBy(widget, static_cast<const QKeyEvent &>(*event));
    if (!action)
        return false;
    announce(widget, action->statusTip(), Urgency::Assertive);
    if (auto *line = widget.findChild<QStatusBar *>())
        line->showMessage(action->statusTip(), int(Shown.count()));
    return true;
}

void WhyNot::follow(QMenu &menu)
{
    if (m_followed.contains(&menu))
        return;
    m_followed.insert(&menu);
    menu.setToolTipsVisible(true);
    connect(&menu, &QObject::destroyed, this, [this](const QObject *gone) { m_followed.remove(gone); });
    connect(&menu, &QMenu::hovered, this, [&menu](const QAction *action) {
        if (!action->isEnabled())
            announce(menu, action->statusTip(), Urgency::Polite);
    });
}

} // namespace Sonde::Client

#include "moc_whynot.cpp"
