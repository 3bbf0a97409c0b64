// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/findbar.h"

#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

FindBar::FindBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLineEdit(this))
    , m_message(new PlainLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 14, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_message);
    for (QToolButton *button : {m_previous, m_next, m_close}) {
        setRole(button, ButtonRole::Quiet);
        layout->addWidget(button);
    }
    m_text->setMaximumWidth(420);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_count = -1;
        m_unread = 0;
        setFound(true);
        Q_EMIT textChanged(text);
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT findRequested(text(), true); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT findRequested(text(), false); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(&theme, &Theme::changed, this, &FindBar::restyle);
    restyle();
    retranslate();
    hide();
    onLanguageChange(this, &FindBar::retranslate);
}

void FindBar::open()
{
    show();
    m_text->selectAll();
    m_text->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT textChanged(text());
}

void FindBar::close()
{
    hide();
    Q_EMIT textChanged({});
    Q_EMIT closed();
}

QString FindBar::text() const
{
    return m_text->text();
}

void FindBar::setFound(bool found)
{
    m_found = found;
    showMessage();
}

void FindBar::setCount(qsizetype count, bool more, qsizetype unread)
{
    m_found = count > 0 || more;
    m_count = count;
    m_more = more;
    m_unread = unread;
    showMessage();
}

/// What is not here yet may hold it: nothing is said to be missing before that was looked at.
void FindBar::showMessage()
{
    setTone(m_message, m_found || m_unread > 0 ? Tone::Dim : Tone::Warning);
    if (text().isEmpty())
        return m_message->setText({});
    QStringList parts{foundText()};
    if (m_unread > 0)
        //: Outputs that are still being loaded
        parts << tr("%Ln output(s) not searched yet", nullptr, int(m_unread));
    parts.removeAll(QString());
    m_message->setText(parts.join(u" · "_s));
}

QString FindBar::foundText() const
{
    if (!m_found)
        return m_unread > 0 ? QString() : tr("Not found");
    if (m_count <= 0)
        return {};
    //: Places where a text was found; … while more are looked for
    return m_more ? tr("%n match(es)…", nullptr, int(m_count)) : tr("%n match(es)", nullptr, int(m_count));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT findRequested(text(), !event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QWidget::keyPressEvent(event);
}

void FindBar::retranslate()
{
    m_text->setPlaceholderText(tr("Find in outputs"));
    m_text->setAccessibleName(tr("Find in outputs"));
    setNameAndHint(m_previous, tr("Previous (Enter)"));
    setNameAndHint(m_next, tr("Next (Shift+Enter)"));
    setNameAndHint(m_close, tr("Close (Esc)"));
    showMessage();
}

void FindBar::restyle()
{
    m_previous->setIcon(m_theme.icon(u"up"_s, Color::DimText));
    m_next->setIcon(m_theme.icon(u"down"_s, Color::DimText));
    m_close->setIcon(m_theme.icon(u"close"_s, Color::DimText));
    update();
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Color::Raised));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Color::Border));
}

} // namespace Sonde::Client

#include "moc_findbar.cpp"
