// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Sonde::Client {

/// Text from a device made harmless to look at: control, bidirectional, zero-width and other invisible characters and lone surrogates
/// become marks such as `[U+202E]`, and bytes that are no UTF-8 (utf8text.h) marks such as `[\xE9]`, shown and never obeyed. Copying takes the original through toOriginal().
struct VisibleText {
    struct Mark {
        qsizetype start = 0; ///< in `text`
        qsizetype length = 0;
        qsizetype original = 0; ///< in what was given
        qsizetype originalLength = 0;

        bool operator==(const Mark &) const = default;
    };

    QString text;
    QList<Mark> marks; ///< ascending

    /// `keep` are characters that stay themselves, e.g. a tab.
    [[nodiscard]] static VisibleText of(QStringView original, QStringView keep = {});

    /// Positions in `text` and in the original; a position inside a mark is the mark's beginning.
    [[nodiscard]] qsizetype toOriginal(qsizetype position) const;
    [[nodiscard]] qsizetype fromOriginal(qsizetype position) const;
};

/// Would be shown as a mark.
[[nodiscard]] bool isHostile(char32_t character);
/// Only the text, for tool tips, titles and tables.
[[nodiscard]] QString visible(QStringView original);

} // namespace Sonde::Client
