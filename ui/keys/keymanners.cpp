// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keymanners.h"

#include "ui/toolkit/typing.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace Sonde::Client {

namespace {

bool isEnter(const QKeyEvent &key)
{
    const bool plain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return plain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

/// A check box is none: Enter in a form means the form.
bool isPressedByEnter(QObject *object)
{
    return qobject_cast<QPushButton *>(object) || qobject_cast<QToolButton *>(object);
}

bool isArrow(const QKeyEvent &key)
{
    return (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down) && (key.modifiers() & ~Qt::KeypadModifier) == 0;
}

/// A list that gets the focus has a current row at once, but none that is selected; false when there is nothing to do.
bool selectCurrent(QAbstractItemView *view)
{
    if (!view || !view->selectionModel() || view->selectionModel()->hasSelection() || !view->currentIndex().isValid()
        || view->selectionMode() == QAbstractItemView::NoSelection)
        return false;
    const bool rows = view->selectionBehavior() == QAbstractItemView::SelectRows;
    const QItemSelectionModel::SelectionFlags part = rows ? QItemSelectionModel::Rows : QItemSelectionModel::NoUpdate;
    view->selectionModel()->setCurrentIndex(view->currentIndex(), QItemSelectionModel::ClearAndSelect | part);
    return view->selectionModel()->hasSelection();
}

} // namespace

KeyManners::KeyManners()
{
    qApp->installEventFilter(this);
}

bool KeyManners::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (!(isOverride || event->type() == QEvent::KeyPress) || !watched->isWidgetType())
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    if (isOverride) {
        // Where these are also keys of a panel, they still mean the button that has the focus.
        if (isPressedByEnter(watched) && (isEnter(key) || key.key() == Qt::Key_Space))
            event->accept();
        return event->isAccepted();
    }
    if (isEnter(key) && isPressedByEnter(watched)) {
        if (!key.isAutoRepeat()) // held down it would press what comes next
            static_cast<QAbstractButton *>(watched)->click();
        return true;
    }
    if (isArrow(key) && selectCurrent(qobject_cast<QAbstractItemView *>(watched)))
        return true;
    // The command line has Alt keys of its own.
    return isAltLetter(key) && qobject_cast<QLineEdit *>(watched);
}

} // namespace Sonde::Client

#include "moc_keymanners.cpp"
