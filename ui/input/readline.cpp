// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/readline.h"

#include "models/session/commandhistory.h"
#include "ui/input/commandedit.h"

#include <QKeyEvent>

namespace Sonde::Client {

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Shift || key == Qt::Key_Meta
        || key == Qt::Key_AltGr;
}

} // namespace

Readline::Readline(CommandEdit &edit, const CommandHistory &history)
    : m_edit(edit)
    , m_history(history)
{
}

bool Readline::press(const QKeyEvent &event)
{
    if (isModifier(event.key()))
        return false;
    const std::optional<LineKey> key = lineKeyOf(event);
    if (key)
        apply(*key);
    m_last = key;
    return key.has_value();
}

void Readline::apply(LineKey key)
{
    const QString line = m_edit.line();
    const qsizetype cursor = m_edit.cursorColumn();
    if (const auto change = lineChange(key, line, cursor)) {
        // Elsewhere than in terminals this selects everything: so it does when it is pressed twice.
        if (key == LineKey::LineStart && m_last == LineKey::LineStart)
            return m_edit.selectAll();
        if (isKill(key))
            kill(key, line, *change);
        if (change->length > 0 || !change->text.isEmpty())
            m_edit.replace(change->start, change->length, change->text);
        return m_edit.setCursorColumn(change->cursor);
    }
    switch (key) {
    case LineKey::Yank: return yank();
    case LineKey::YankEarlier: return yankEarlier();
    case LineKey::LastArgument: return insertLastArgument();
    case LineKey::Undo: return m_edit.undo();
    default: return;
    }
}

void Readline::kill(LineKey key, const QString &line, const LineChange &change)
{
    const QString killed = line.sliced(change.start, change.length);
    if (killed.isEmpty())
        return;
    if (!m_last || !isKill(*m_last) || m_kills.isEmpty())
        m_kills.append(QString());
    const bool forward = key == LineKey::KillToEnd || key == LineKey::KillWord;
    QString &newest = m_kills.last();
    forward ? newest.append(killed) : newest.prepend(killed);
    if (m_kills.size() > MostKills)
        m_kills.removeFirst();
}

/// Puts a text where the one stands that the key before put in; or, after any other key, where the cursor is.
void Readline::replaceInserted(const QString &text)
{
    m_edit.replace(m_insertStart, m_insertLength, text);
    m_insertLength = text.size();
}

void Readline::yank()
{
    if (m_kills.isEmpty())
        return;
    m_yanked = 0;
    m_insertStart = m_edit.cursorColumn();
    m_insertLength = 0;
    replaceInserted(m_kills.last());
}

void Readline::yankEarlier()
{
    if (m_kills.isEmpty() || (m_last != LineKey::Yank && m_last != LineKey::YankEarlier))
        return;
    m_yanked = (m_yanked + 1) % m_kills.size();
    replaceInserted(m_kills[m_kills.size() - 1 - m_yanked]);
}

void Readline::insertLastArgument()
{
    const bool again = m_last == LineKey::LastArgument;
    const qsizetype back = again ? m_argumentOf + 1 : 0;
    const qsizetype lines = m_history.lines().size();
    if (back >= lines)
        return;
    if (!again) {
        m_insertStart = m_edit.cursorColumn();
        m_insertLength = 0;
    }
    m_argumentOf = back;
    replaceInserted(lastArgument(m_history.lines()[lines - 1 - back]));
}

} // namespace Sonde::Client
