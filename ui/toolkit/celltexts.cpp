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

constexpr int MostLines = 40; ///< of a wrapped text; who reads more opens it in a window

QTextOption wrapAnywhere()
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

/// One line, or at a width as many as it needs.
void layOut(CellText &text, int width)
{
    text.layout.beginLayout();
    const int most = width < 0 ? 1 : MostLines;
    qreal height = 0;
    for (int count = 0; count < most; ++count) {
        QTextLine line = text.layout.createLine();
        if (!line.isValid())
            break;
        if (width >= 0)
            line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    text.layout.endLayout(); // which is what lays a single line out
    for (int i = 0; i < text.layout.lineCount(); ++i)
        text.size.setWidth(std::max(text.size.width(), text.layout.lineAt(i).naturalTextWidth()));
    text.size.setHeight(text.layout.lineCount() == 1 ? text.layout.lineAt(0).height() : height);
}

} // namespace

const CellText &CellTexts::of(
    const QString &original, const QStyleOptionViewItem &option, int width, const QColor &markColor)
{
    keepOnlyFor(option.font, markColor);
    const bool bold = option.font.bold();
    const CellText &whole = shaped({original, -1, Whole, bold}, option.font);
    if (whole.size.width() <= width)
        return whole;
    return shaped({original, width, int(option.textElideMode), bold}, option.font);
}

const CellText &CellTexts::wrapped(
    const QString &original, const QStyleOptionViewItem &option, int width, const QColor &markColor)
{
    keepOnlyFor(option.font, markColor);
    return shaped({original, std::max(1, width), Wrapped, option.font.bold()}, option.font);
}

const CellText &CellTexts::shaped(const Key &key, const QFont &font)
{
    if (const CellText *known = m_texts.object(key))
        return *known;
    const VisibleText shown = VisibleText::of(key.text);
    const bool cut = key.mode != Whole && key.mode != Wrapped;
    auto *text = new CellText;
    text->layout.setFont(font);
    text->layout.setText(
        cut ? QFontMetrics(font).elidedText(shown.text, Qt::TextElideMode(key.mode), key.width) : shown.text);
    text->layout.setFormats(marksOf(shown, m_markColor));
    text->layout.setCacheEnabled(true); // else the glyphs are made anew with each paint
    if (key.mode == Wrapped)
        text->layout.setTextOption(wrapAnywhere());
    layOut(*text, key.mode == Wrapped ? key.width : -1);
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
