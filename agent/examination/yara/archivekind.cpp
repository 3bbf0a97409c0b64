// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/yara/archivekind.h"

#include <algorithm>
#include <array>

namespace Sonde::Agent {

namespace {

using namespace std::string_view_literals;

constexpr std::array beginnings{"PK\x03\x04"sv, "PK\x05\x06"sv, "7z\xbc\xaf\x27\x1c"sv, "Rar!\x1a\x07"sv, "MSCF"sv,
    "!<arch>\n"sv, "070701"sv, "070702"sv, "\x1f\x8b\x08"sv, "BZh"sv, "\xfd\x37zXZ\0"sv, "\x28\xb5\x2f\xfd"sv};
constexpr qsizetype TarMark = 257; ///< where "ustar" stands

} // namespace

bool looksLikeArchive(QByteArrayView head)
{
    const bool begins = std::ranges::any_of(
        beginnings, [head](std::string_view begin) { return head.startsWith(QByteArrayView(begin)); });
    return begins || (head.size() > TarMark && head.sliced(TarMark).startsWith("ustar"));
}

} // namespace Sonde::Agent
