// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/commandlinelabel.h"

#include "models/text/visibletext.h"
#include "protocol/command/grammar.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

CommandLineLabel::CommandLineLabel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void CommandLineLabel::setLine(const QString &line)
{
    if (m_line == line)
        return;
    m_line = line;
    setAccessibleName(visible(line));
    updateGeometry();
    update();
}

QSize CommandLineLabel::sizeHint() const
{
    QFont strong = m_theme.consoleFont();
    strong.setWeight(QFont::Bold);
    const QFontMetrics metrics(strong);
    return {metrics.horizontalAdvance(visible(m_line)) + 4, metrics.height()};
}

QSize CommandLineLabel::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

void CommandLineLabel::paintEvent(QPaintEvent *)
{
    const VisibleText shown = VisibleText::of(m_line);
    QTextLayout layout(shown.text, m_theme.consoleFont());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);

    QList<QTextLayout::FormatRange> formats;
    const QList<Token> tokens = tokenize(m_line);
    if (!tokens.isEmpty()) {
        const qsizetype end = shown.fromOriginal(tokens.first().start + tokens.first().length);
        formats.append({0, int(end), {}});
        formats.last().format.setFontWeight(QFont::Bold);
    }
    for (const auto &mark : shown.marks) {
        formats.append({int(mark.start), int(mark.length), {}});
        formats.last().format.setForeground(m_theme.color(Color::Warning));
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid())
        return;

    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    const qreal top = (height() - line.height()) / 2;
    const bool tooLong = line.naturalTextWidth() > width();
    const int ellipsis = tooLong ? QFontMetrics(m_theme.consoleFont()).horizontalAdvance(u'…') : 0;
    painter.save();
    painter.setClipRect(0, 0, width() - ellipsis, height());
    layout.draw(&painter, {0, top});
    painter.restore();
    painter.setFont(m_theme.consoleFont());
    if (tooLong)
        painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, u"…"_s);
}

bool CommandLineLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const bool whole = sizeHint().width() <= width();
    QToolTip::showText(
        static_cast<QHelpEvent *>(event)->globalPos(), whole ? QString() : plainToolTip(visible(m_line)), this);
    return true;
}

} // namespace Sonde::Client

#include "moc_commandlinelabel.cpp"
