// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QColor>
#include <QTextLayout>

class QStyleOptionViewItem;

namespace Sonde::Client {

/// A text as it is painted: shaped, cut to the room there is, hostile characters as coloured marks.
struct CellText {
    QTextLayout layout;
    QSizeF size;
};

/// The texts of a table, kept for the next paint: making glyphs of a text takes ten times as long as painting them, and a table is painted
/// with every change of what is around it.
class CellTexts final
{
public:
    /// `original` in the font and elide mode of `option`; valid until the next call.
    [[nodiscard]] const CellText &of(
        const QString &original, const QStyleOptionViewItem &option, int width, const QColor &markColor);

    /// The same on as many lines as it needs.
    [[nodiscard]] const CellText &wrapped(
        const QString &original, const QStyleOptionViewItem &option, int width, const QColor &markColor);

private:
    enum Mode { Whole = -1, Wrapped = -2 }; ///< besides the elide modes
    struct Key {
        QString text;
        int width; ///< that it was cut to, or wraps at; -1: whole
        int mode;
        bool bold;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, key.text, key.width, key.mode, key.bold);
        }
    };

    [[nodiscard]] const CellText &shaped(const Key &key, const QFont &font);
    void keepOnlyFor(const QFont &font, const QColor &markColor);

    QCache<Key, CellText> m_texts{2000};
    QFont m_font; ///< of those kept, but for their weight
    QColor m_markColor;
};

} // namespace Sonde::Client
