// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include <QFontMetrics>
#include <QHash>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastLine = 18; ///< so that all fields are equally high

QHash<QStringView, QString> words(const Colors &colors, const QFont &font, Script script)
{
    const auto hex = [&colors](Color color) { return pick(colors, color).name(); };
    const auto points = [size = font.pointSizeF()](
                            double factor) { return QString::number(size * factor, 'f', 1) + "pt"_L1; };
    return {
        {u"Surface", hex(Color::Surface)},
        {u"Raised", hex(Color::Raised)},
        {u"Sunken", hex(Color::Sunken)},
        {u"Border", hex(Color::Border)},
        {u"ControlBorder", hex(Color::ControlBorder)},
        {u"Text", hex(Color::Text)},
        {u"DimText", hex(Color::DimText)},
        {u"Accent", hex(Color::Accent)},
        {u"AccentText", hex(Color::AccentText)},
        {u"Selection", hex(Color::Selection)},
        {u"SelectionText", hex(Color::SelectionText)},
        {u"Hover", hex(Color::Hover)},
        {u"Good", hex(Color::Good)},
        {u"Warning", hex(Color::Warning)},
        {u"Bad", hex(Color::Bad)},
        {u"line", QString::number(std::max(LeastLine, QFontMetrics(font).height())) + "px"_L1},
        {u"small", points(0.9)},
        {u"caption", points(script == Script::Dense ? 1.0 : 0.9)},
        {u"weight", script == Script::Dense ? u"normal"_s : u"600"_s},
        {u"normal", points(1.0)},
        {u"large", points(1.4)},
    };
}

} // namespace

QString styleSheet(const QString &sheetTemplate, const Colors &colors, const QFont &font, Script script)
{
    const auto known = words(colors, font, script);
    const QStringView text(sheetTemplate);
    QString sheet;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', done)) {
        qsizetype end = at + 1;
        while (end < text.size() && text[end].isLetter())
            ++end;
        const QStringView word = text.sliced(at + 1, end - at - 1);
        Q_ASSERT_X(known.contains(word), "styleSheet", qPrintable(word.toString()));
        sheet += text.sliced(done, at - done);
        sheet += known.value(word);
        done = end;
    }
    sheet += text.sliced(done);
    return sheet;
}

} // namespace Sonde::Client
