// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/chips.h"

#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QPainter>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

constexpr int Padding = 8;
constexpr int Gap = 5;

QFont chipFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

// One more than the advance: it is rounded, and a word that is cut for a fraction of a pixel looks like a mistake.
int wordWidth(const QFontMetrics &metrics, const QString &word)
{
    return metrics.horizontalAdvance(word) + 1 + 2 * Padding;
}

} // namespace

int chipsWidth(const QStringList &words, const QFont &font)
{
    const QFontMetrics metrics(chipFont(font));
    int width = 0;
    for (const QString &word : words)
        width += wordWidth(metrics, word) + Gap;
    return width;
}

void paintChips(QPainter &painter, const QRect &area, const QStringList &words, const QFont &font, const Theme &theme)
{
    const QFontMetrics metrics(chipFont(font));
    const int height = metrics.height() + 3;
    QRect chip(area.left(), area.top() + (area.height() - height + 1) / 2, 0, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(chipFont(font));
    for (const QString &word : words) {
        const int room = area.right() + 1 - chip.left();
        if (room < 3 * Padding)
            break;
        chip.setWidth(std::min(wordWidth(metrics, word), room));
        painter.setPen(theme.color(Color::Border));
        painter.setBrush(theme.color(Color::Surface));
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0, height / 2.0);
        painter.setPen(theme.color(Color::DimText));
        painter.drawText(chip, Qt::AlignCenter, metrics.elidedText(word, Qt::ElideRight, chip.width() - 2 * Padding));
        chip.moveLeft(chip.right() + 1 + Gap);
    }
    painter.restore();
}

Chips::Chips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Chips::setWords(const QStringList &words)
{
    m_words = words;
    setAccessibleDescription(Words::listText(words));
    updateGeometry();
    update();
}

QSize Chips::sizeHint() const
{
    return {chipsWidth(m_words, font()), lineHeight()};
}

int Chips::heightForWidth(int width) const
{
    return int(std::max<qsizetype>(1, lines(width).size())) * lineHeight();
}

void Chips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect line(0, 0, width(), lineHeight());
    for (const QStringList &words : lines(width())) {
        paintChips(painter, line, words, font(), m_theme);
        line.translate(0, lineHeight());
    }
}

QList<QStringList> Chips::lines(int width) const
{
    QList<QStringList> lines;
    for (const QString &word : m_words) {
        if (lines.isEmpty() || chipsWidth(lines.last() + QStringList{word}, font()) > width)
            lines.append(QStringList());
        lines.last().append(word);
    }
    return lines;
}

int Chips::lineHeight() const
{
    return QFontMetrics(chipFont(font())).height() + 7;
}

} // namespace Sonde::Client

#include "moc_chips.cpp"
