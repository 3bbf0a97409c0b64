// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Sonde::Agent {

/// A text file's content, and what its bytes turned out to be, whatever the text says of itself.
struct DecodedText {
    QString text;     ///< without its mark
    QString encoding; ///< "UTF-8", "UTF-16LE", "UTF-16BE", "8-bit"
};

/// By the byte order mark; without one UTF-16 where every second of the first bytes is zero, else UTF-8, else what an XML declaration says,
/// else Latin-1. A character that the end cuts is left out.
[[nodiscard]] DecodedText decodedText(QByteArrayView bytes);

} // namespace Sonde::Agent
