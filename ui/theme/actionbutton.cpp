// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/actionbutton.h"

#include "ui/theme/plaintext.h"

#include <QAction>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace Sonde::Client {

ElidedButton::ElidedButton(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedButton::minimumSizeHint() const
{
    constexpr int letters = 8;
    const QSize whole = sizeHint();
    const int words = wordsWidth();
    return {std::min(whole.width(), whole.width() - words + letters * fontMetrics().horizontalAdvance(u'n')),
        whole.height()};
}

void ElidedButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    if (const int missing = sizeHint().width() - width(); missing > 0) {
        QStringList lines = text().split(u'\n');
        for (QString &line : lines)
            line = fontMetrics().elidedText(line, Qt::ElideRight, wordsWidth() - missing);
        option.text = lines.join(u'\n');
    }
    QStylePainter(this).drawControl(QStyle::CE_PushButton, option);
}

/// Pixels of its longest line.
int ElidedButton::wordsWidth() const
{
    int width = 0;
    for (const QString &line : text().split(u'\n'))
        width = std::max(width, fontMetrics().horizontalAdvance(line));
    return width;
}

void ActionButton::setAction(QAction &action)
{
    connect(this, &QAbstractButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, this, [this, &action] { follow(action); });
    follow(action);
}

void ActionButton::setBrief(bool brief)
{
    if (std::exchange(m_brief, brief) != brief)
        setText(brief ? m_briefWords : m_words);
}

int ActionButton::wholeWidth() const
{
    return sizeHint().width() + fontMetrics().horizontalAdvance(m_words) - fontMetrics().horizontalAdvance(text());
}

int ActionButton::briefWidth() const
{
    return wholeWidth() + fontMetrics().horizontalAdvance(m_briefWords) - fontMetrics().horizontalAdvance(m_words);
}

// An action's `statusTip` says why it cannot be used; its tool tip would say its name again.
void ActionButton::follow(const QAction &action)
{
    m_words = withoutMnemonic(action.text());
    m_briefWords = withoutMnemonic(action.iconText());
    setText(m_brief ? m_briefWords : m_words);
    setAccessibleName(m_words);
    setEnabled(action.isEnabled());
    setHint(this, action.statusTip());
}

} // namespace Sonde::Client

#include "moc_actionbutton.cpp"
