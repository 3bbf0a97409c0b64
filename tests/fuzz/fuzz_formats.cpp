// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/fileformat.h"
#include "agent/formats/type/filetype.h"

using namespace Sonde;
using namespace Sonde::Agent;

/// Whatever a file holds, something is told of it or nothing, and what is told has a format's name.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const BufferSource source(bytes);
    const SignatureTerms terms{QList<QSslCertificate>(), QDateTime::fromSecsSinceEpoch(1'800'000'000)};
    if (fileType(bytes).name.isEmpty())
        qFatal("a type without a name");
    ContentPass pass;
    const auto reader = formatReader(source, QStringLiteral("a.ps1"), pass, terms);
    pass.add(bytes);
    if (!reader)
        return 0;
    const FormatReport report = reader->report();
    if (report.details.value(QStringLiteral("format")).toString().isEmpty())
        qFatal("details without a format");
    (void)QCborValue(report.details).toCbor();
    return 0;
}
