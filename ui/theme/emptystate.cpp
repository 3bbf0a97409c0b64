// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/emptystate.h"

#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Sonde::Client {

namespace {

constexpr int IconSize = 40;
constexpr int TextWidth = 460;
constexpr int Around = 24; ///< pixels
constexpr int AroundInLow = 6;
constexpr int LowHeight = 170; ///< pixels: in less the sign would stand over the words

} // namespace

EmptyState::EmptyState(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_icon(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_text(new PlainLabel(this))
    , m_action(new QPushButton(this))
{
    setTone(m_title, Tone::Title);
    setTone(m_text, Tone::Dim);
    for (PlainLabel *label : {m_icon, m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(TextWidth);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_column->setContentsMargins(Around, Around, Around, Around);
    m_column->setSpacing(10);
    m_column->addStretch(2);
    m_column->addWidget(m_icon);
    m_column->addWidget(m_title);
    auto *centred = new QHBoxLayout;
    centred->addStretch();
    centred->addWidget(m_text, 1000);
    centred->addStretch();
    m_column->addLayout(centred);
    m_column->addSpacing(6);
    m_column->addWidget(m_action, 0, Qt::AlignHCenter);
    m_column->addStretch(3);

    connect(m_action, &QAbstractButton::clicked, this, &EmptyState::actionChosen);
    connect(&theme, &Theme::changed, this, &EmptyState::drawIcon);
}

void EmptyState::setContent(const QString &icon, const QString &title, const QString &text, const QString &action)
{
    m_iconName = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    drawIcon();
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool low = height() < LowHeight;
    const int above = low ? AroundInLow : Around;
    m_icon->setVisible(!low);
    m_column->setContentsMargins(Around, above, Around, above);
}

void EmptyState::drawIcon()
{
    m_icon->setPixmap(m_theme.icon(m_iconName, Color::DimText).pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

} // namespace Sonde::Client

#include "moc_emptystate.cpp"
