// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <span>

namespace Sonde::Client {

/// A line of a table of words: what it is about, and what is said of it.
struct Phrase {
    const char *key;
    const char *text; ///< marked with QT_TRANSLATE_NOOP("Sonde::Client::Words", …)
};

/// In the language of the installed translators; empty when the table says nothing of `key`.
[[nodiscard]] inline QString phrase(std::span<const Phrase> table, const QString &key)
{
    for (const Phrase &one : table) {
        if (key == QLatin1StringView(one.key))
            return QCoreApplication::translate("Sonde::Client::Words", one.text);
    }
    return {};
}

} // namespace Sonde::Client
