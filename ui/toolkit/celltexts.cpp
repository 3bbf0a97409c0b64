// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/celltexts.h"

#include "models/text/visibletext.h"

#include <QStyleOptionViewItem>

namespace Sonde::Client {

namespace {

QList<QTextLayout::FormatRange> marksOf(const VisibleText &shown, const QColor &color)
{
    QList<QTextLayout::FormatRange> formats;
    for (const auto &mark : shown.marks) {
        formats.append({int(mark.start), int(mark.length), {}});
        formats.last().format.setForeground(color);
    }
    return formats;
}

} // namespace

const CellText &CellTexts::of(
    const QString &original, const QStyleOptionViewItem &option, int width, const QColor &markColor)
{
    keepOnlyFor(option.font, markColor);
    const bool bold = option.font.bold();
    const CellText &whole = shaped({original, -1, 0, bold}, option.font, -1);
    if (whole.size.width() <= width)
        return whole;
    return shaped({original, width, int(option.textElideMode), bold}, option.font, width);
}

const CellText &CellTexts::shaped(const Key &key, const QFont &font, int width)
{
    if (const CellText *known = m_texts.object(key))
        return *known;
    const VisibleText shown = VisibleText::of(key.text);
    auto *text = new CellText;
    text->layout.setFont(font);
    text->layout.setText(
        width < 0 ? shown.text : QFontMetrics(font).elidedText(shown.text, Qt::TextElideMode(key.mode), width));
    text->layout.setFormats(marksOf(shown, m_markColor));
    text->layout.setCacheEnabled(true); // else the glyphs are made anew with each paint
    text->layout.beginLayout();
    const QTextLine line = text->layout.createLine();
    text->layout.endLayout(); // which is what lays the line out
    if (line.isValid())
        text->size = {line.naturalTextWidth(), line.height()};
    constexpr qsizetype unit = 64; // characters
    m_texts.insert(key, text, std::min(1 + key.text.size() / unit, m_texts.maxCost()));
    return *text;
}

void CellTexts::keepOnlyFor(const QFont &font, const QColor &markColor)
{
    QFont plain = font;
    plain.setBold(false);
    if (plain == m_font && markColor == m_markColor)
        return;
    m_texts.clear();
    m_font = plain;
    m_markColor = markColor;
}

} // namespace Sonde::Client
