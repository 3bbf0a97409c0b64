// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/typedahead.h"

#include "ui/toolkit/typing.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QWidget>
#include <utility>

namespace Sonde::Client {

namespace {

bool isEnter(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

/// Other keys go on to mean what they mean there.
bool isKept(const QKeyEvent &key)
{
    const bool plain = key.modifiers() == Qt::NoModifier || key.modifiers() == Qt::ShiftModifier;
    return isTyping(key) || (plain && (key.key() == Qt::Key_Space || key.key() == Qt::Key_Backspace || isEnter(key)));
}

} // namespace

TypedAhead::TypedAhead(QWidget &place)
    : m_place(place)
{
}

void TypedAhead::begin()
{
    m_text.clear();
    m_isLine = false;
    if (!std::exchange(m_isOn, true))
        QCoreApplication::instance()->installEventFilter(this);
}

QString TypedAhead::end()
{
    if (std::exchange(m_isOn, false))
        QCoreApplication::instance()->removeEventFilter(this);
    return std::exchange(m_text, {});
}

bool TypedAhead::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (!widget || (widget != &m_place && !m_place.isAncestorOf(widget)))
        return false;
    if (event->type() == QEvent::InputMethod) {
        m_text += m_isLine ? QString() : static_cast<const QInputMethodEvent *>(event)->commitString();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto &key = *static_cast<const QKeyEvent *>(event);
    if (key.key() == Qt::Key_Escape)
        m_text.clear();
    if (!isKept(key))
        return false;
    take(key);
    return true;
}

/// A second Enter of who is impatient comes before anything was typed, and means nothing.
void TypedAhead::take(const QKeyEvent &key)
{
    if (isEnter(key))
        m_isLine = m_isLine || !m_text.isEmpty();
    else if (m_isLine)
        return;
    else if (key.key() == Qt::Key_Backspace)
        m_text.chop(1);
    else
        m_text += key.text();
}

} // namespace Sonde::Client

#include "moc_typedahead.cpp"
