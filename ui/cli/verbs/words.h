// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/codec.h"

namespace Sonde::Client {

/// Of a list that is separated by commas.
[[nodiscard]] inline QStringList wordsOf(const QString &typed)
{
    QStringList words;
    for (const QString &word : typed.split(u',', Qt::SkipEmptyParts))
        words << word.trimmed();
    return words;
}

/// What an E can be, as it is typed.
template<typename E>
[[nodiscard]] QStringList wireWords()
{
    QStringList words;
    for (const auto &[number, name] : Codec::wireNames<E>())
        words << name;
    return words;
}

} // namespace Sonde::Client
