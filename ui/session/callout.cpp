// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/callout.h"

#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/announce.h"
#include "ui/toolkit/stateglyph.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

Callout::Callout(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_glyph(new StateGlyph(theme, this))
    , m_label(new PlainLabel(this))
    , m_action(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 8, 18, 8);
    layout->setSpacing(10);
    layout->addWidget(m_glyph, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action, 0, Qt::AlignTop);
    m_action->setAutoDefault(false);
    connect(m_action, &QAbstractButton::clicked, this, &Callout::actionChosen);
    m_glyph->setLook({u"warning"_s, Color::Warning});
    m_label->setWordWrap(true);
    hide();
}

void Callout::setText(const QString &text, const QString &action)
{
    if (m_label->text() == text && m_action->text() == action)
        return; // said all the time
    m_label->setText(text);
    m_action->setText(action);
    setName(*m_action, action);
    m_action->setVisible(!action.isEmpty());
    setVisible(!text.isEmpty());
}

QString Callout::text() const
{
    return m_label->text();
}

void Callout::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Color::Raised));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(Color::Warning));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Color::Border));
}

} // namespace Sonde::Client

#include "moc_callout.cpp"
