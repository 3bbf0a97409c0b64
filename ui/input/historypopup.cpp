// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/historypopup.h"

#include "models/session/commandhistory.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/celldelegate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStringListModel>
#include <QVBoxLayout>

namespace Sonde::Client {

HistoryPopup::HistoryPopup(const Theme &theme, const CommandHistory &history, QWidget *anchor)
    : PopupList(theme, anchor)
    , m_history(history)
    , m_filter(new QLineEdit(this))
    , m_lines(new QStringListModel(this))
{
    setModel(m_lines);
    list()->setItemDelegate(new CellDelegate(theme, list()));
    list()->setFont(theme.consoleFont());
    area()->addWidget(m_filter);
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &HistoryPopup::refresh);
    connect(this, &PopupList::chosen, this, &HistoryPopup::choose);
}

void HistoryPopup::start(const QString &filter)
{
    m_filter->setPlaceholderText(tr("Find in history"));
    m_filter->setAccessibleName(tr("Find in history"));
    list()->setAccessibleName(tr("History"));
    m_filter->setText(filter);
    m_filter->selectAll();
    refresh();
    open();
    m_filter->setFocus(Qt::PopupFocusReason);
}

void HistoryPopup::refresh()
{
    m_lines->setStringList(m_history.search(m_filter->text()));
    selectFirst();
    if (isVisible())
        open();
}

void HistoryPopup::choose(int row)
{
    if (row < 0)
        return;
    const QString line = m_lines->stringList().at(row);
    hide();
    Q_EMIT lineChosen(line);
}

void HistoryPopup::cancel()
{
    if (!isVisible())
        return;
    hide();
    Q_EMIT cancelled();
}

bool HistoryPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        cancel();
    if (event->type() != QEvent::KeyPress)
        return PopupList::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_R:
        if (key->modifiers() != Qt::ControlModifier)
            return false;
        move(1); // again: the one before
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(currentRow()); return true;
    case Qt::Key_Escape: cancel(); return true;
    default: return false;
    }
}

} // namespace Sonde::Client

#include "moc_historypopup.cpp"
