// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/hostilemark.h"

#include "models/text/visibletext.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextDocument>

namespace Sonde::Client {

HostileMark::HostileMark(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
}

QSizeF HostileMark::intrinsicSize(QTextDocument *, int, const QTextFormat &format)
{
    const QFontMetricsF metrics(m_theme.consoleFont());
    return {metrics.horizontalAdvance(visible(format.stringProperty(OriginalProperty))), metrics.ascent()};
}

void HostileMark::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int, const QTextFormat &format)
{
    painter->save();
    painter->setFont(m_theme.consoleFont());
    painter->setPen(m_theme.color(Color::Warning));
    painter->drawText(rect.bottomLeft(), visible(format.stringProperty(OriginalProperty)));
    painter->restore();
}

} // namespace Sonde::Client

#include "moc_hostilemark.cpp"
