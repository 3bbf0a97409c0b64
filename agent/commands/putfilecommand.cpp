// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/command/command.h"
#include "agent/evidence/blobcache.h"
#include "agent/evidence/workingfolder.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

Outcome putfile(CommandContext &context)
{
    const auto blob = context.libraryFile();
    if (!blob)
        return std::unexpected(blob.error());
    const bool keep = context.invocation().hasFlag(u"keep"_s);
    const auto path =
        context.surroundings().working->place({blob->name, context.invocation().hasFlag(u"overwrite"_s), keep},
            [&](PartialFile &file) { return context.surroundings().blobs->deliver(context, *blob, file); });
    if (!path)
        return std::unexpected(path.error());
    const RowShape shape(context.spec(), {u"path", u"size", u"sha256", u"kept"});
    const bool goOn = context.addRow(shape.row(
        {bytesCell(QFile::encodeName(*path)), blob->size, textCell(QString::fromLatin1(blob->sha256.toHex())), keep}));
    return goOn ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

} // namespace Sonde::Agent::Commands
