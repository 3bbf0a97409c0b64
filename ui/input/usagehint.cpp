// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/usagehint.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

UsageHint::UsageHint(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, [this] {
        m_size.reset();
        updateGeometry();
    });
}

void UsageHint::setContext(const CursorContext &context)
{
    const QString before = m_text;
    const auto strongBefore = std::pair(m_strongStart, m_strongLength);
    m_text = context.command ? usage(*context.command) : QString();
    m_strongStart = m_strongLength = 0;
    if (context.command && context.parameter) {
        const QString place = '<'_L1 + context.parameter->name + '>'_L1;
        m_strongStart = std::max<qsizetype>(0, m_text.indexOf(place));
        m_strongLength = m_text.contains(place) ? place.size() : 0;
    }
    if (m_text != before) {
        m_size.reset();
        setAccessibleName(m_text);
        updateGeometry(); // lays out the whole window: not for each key
    }
    if (m_text != before || strongBefore != std::pair(m_strongStart, m_strongLength))
        update();
}

QSize UsageHint::sizeHint() const
{
    if (!m_size) {
        QFont strong = m_theme.consoleFont();
        strong.setWeight(QFont::Bold);
        const QFontMetrics metrics(strong);
        m_size = QSize(m_text.isEmpty() ? 0 : metrics.horizontalAdvance(m_text) + 2, metrics.height());
    }
    return *m_size;
}

void UsageHint::paintEvent(QPaintEvent *)
{
    // Half a usage would mislead.
    if (m_text.isEmpty() || width() < sizeHint().width())
        return;
    QTextLayout layout(m_text, m_theme.consoleFont());
    QTextLayout::FormatRange strong{int(m_strongStart), int(m_strongLength), {}};
    strong.format.setFontWeight(QFont::Bold);
    strong.format.setForeground(m_theme.color(Color::Text));
    layout.setFormats({strong});
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    QPainter painter(this);
    painter.setPen(m_theme.color(Color::DimText));
    layout.draw(&painter, {width() - line.naturalTextWidth(), (height() - line.height()) / 2});
}

} // namespace Sonde::Client

#include "moc_usagehint.cpp"
