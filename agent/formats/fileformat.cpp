// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/fileformat.h"

#include "agent/formats/elf/elfreader.h"
#include "agent/formats/macho/machoreader.h"
#include "agent/formats/pe/pereader.h"
#include "agent/formats/script/scriptreader.h"
#include "agent/formats/small/smallformats.h"

namespace Sonde::Agent {

namespace {

/// Of a format that needs no second look.
class ReadyReport final : public FormatReader
{
public:
    explicit ReadyReport(const QCborMap &details)
        : m_details(details)
    {
    }

    [[nodiscard]] FormatReport report() override { return {m_details, {}}; }

private:
    QCborMap m_details;
};

} // namespace

std::unique_ptr<FormatReader> formatReader(
    const ByteSource &source, const QString &name, ContentPass &pass, const SignatureTerms &terms)
{
    if (auto elf = readElf(source))
        return elfReader(std::move(*elf), source, pass);
    if (auto pe = peReader(source, pass, terms))
        return pe;
    if (auto machO = machOReader(source, pass, terms))
        return machO;
    if (QCborMap details = smallFormatDetails(source); !details.isEmpty())
        return std::make_unique<ReadyReport>(std::move(details));
    return scriptReader(source, name, pass, terms);
}

} // namespace Sonde::Agent
