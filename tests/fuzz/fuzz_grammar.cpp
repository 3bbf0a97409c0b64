// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/grammar.h"

using namespace Sonde;

/// A line is refused, or it means the same when it is written out and read again; the cursor may stand anywhere in it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString line = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const qsizetype cursor : {qsizetype(0), line.size() / 3, line.size() / 2, line.size()}) {
        const auto context = contextAt(line, cursor);
        if (context.start < 0 || context.start + context.length > line.size())
            qFatal("a word outside the line");
    }
    const auto invocation = parseLine(line);
    if (!invocation)
        return 0;
    if (!validate(*invocation))
        qFatal("parsed, but not valid");
    const QString written = toLine(*invocation);
    if (written.toUtf8().size() > MaxLineBytes)
        return 0; // quotes made it too long
    const auto again = parseLine(written);
    if (!again || *again != *invocation)
        qFatal("not the same invocation: %ls", qUtf16Printable(written));
    return 0;
}
