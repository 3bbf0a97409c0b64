// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/textbuffer.h"

namespace Sonde::Client {

/// A place in a text as the device sent it: marks for hostile characters do not count.
using TextPosition = TextBuffer::Position;

/// A selection: where it was begun and where it has come to.
struct TextRange {
    TextPosition anchor;
    TextPosition cursor;

    [[nodiscard]] TextPosition begin() const { return std::min(anchor, cursor); }
    [[nodiscard]] TextPosition end() const { return std::max(anchor, cursor); }
    [[nodiscard]] bool isEmpty() const { return anchor == cursor; }

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

} // namespace Sonde::Client
