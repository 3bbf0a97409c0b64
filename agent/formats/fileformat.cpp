// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileformat.h"

#include "elfreader.h"
#include "pereader.h"

namespace Sonde {

std::unique_ptr<FormatReader> formatReader(const ByteSource &source, ContentPass &pass, const SignatureTerms &terms)
{
    if (auto elf = readElf(source))
        return elfReader(std::move(*elf), source, pass);
    return peReader(source, pass, terms);
}

} // namespace Sonde
