// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/commands/deviceverb.h"
#include "agent/evidence/blobcache.h"
#include "agent/evidence/workingfolder.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

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
    const bool goOn =
        context.addRow<Verbs::Putfile>(cell<"path">(bytesCell(devicePathOf(*path))), cell<"size">(blob->size),
            cell<"sha256">(textCell(QString::fromLatin1(blob->sha256.toHex()))), cell<"kept">(keep));
    return goOn ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

} // namespace

constinit const DeviceVerb Putfile{Verbs::Putfile, &putfile};

} // namespace Sonde::Agent::Commands
