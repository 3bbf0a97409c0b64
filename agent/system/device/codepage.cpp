// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/device/codepage.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Windows {

namespace {

struct NamedPage {
    quint32 number;
    QLatin1StringView name;
};

/// Those whose name does not follow from their number.
constexpr std::array namedPages{
    NamedPage{858, "IBM00858"_L1},
    NamedPage{874, "windows-874"_L1},
    NamedPage{932, "windows-31j"_L1},
    NamedPage{936, "GBK"_L1},
    NamedPage{949, "windows-949"_L1},
    NamedPage{950, "Big5"_L1},
    NamedPage{20127, "US-ASCII"_L1},
    NamedPage{20866, "KOI8-R"_L1},
    NamedPage{21866, "KOI8-U"_L1},
    NamedPage{28591, "ISO-8859-1"_L1},
    NamedPage{28592, "ISO-8859-2"_L1},
    NamedPage{28605, "ISO-8859-15"_L1},
    NamedPage{51932, "EUC-JP"_L1},
    NamedPage{54936, "GB18030"_L1},
    NamedPage{Utf8Page, "UTF-8"_L1},
};

/// Above are those of Windows itself.
constexpr quint32 EndOfPagesOfDos = 1000;

} // namespace

QString encodingOfCodePage(quint32 page)
{
    const auto *const named = std::ranges::find(namedPages, page, &NamedPage::number);
    if (named != namedPages.end())
        return named->name;
    return page < EndOfPagesOfDos ? u"IBM%1"_s.arg(page, 3, 10, QChar(u'0')) : u"windows-%1"_s.arg(page);
}

QByteArray pythonEncodingOfCodePage(quint32 page)
{
    return page == Utf8Page ? "utf-8"_ba : "cp" + QByteArray::number(page);
}

} // namespace Sonde::Agent::Windows
