// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/commands/deviceverb.h"
#include "agent/evidence/evidencearchive.h"
#include "agent/system/files/files.h"
#include "protocol/base/devicepath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

/// What is in a folder, by name; only the file itself when it is none.
struct Listing {
    QByteArray folder;
    std::vector<QByteArray> names;
};

Listing listingOfFile(const QByteArray &path)
{
    return {parentFolder(path), {lastName(path).toByteArray()}};
}

Result<Listing> readListing(const QByteArray &path, const std::stop_token &stop)
{
    Listing listing{path, {}};
    std::vector<QByteArray> files;
    const auto read = readDirectory(path, [&](const DirectoryEntry &entry) {
        (entry.isDirectory ? listing.names : files).push_back(entry.name.toByteArray());
        return !stop.stop_requested();
    });
    if (!read && read.error().code == ErrorCode::NotADirectory)
        return listingOfFile(path);
    if (!read)
        return std::unexpected(read.error());
    // As people look for them: directories first, then everything else.
    std::ranges::sort(listing.names);
    std::ranges::sort(files);
    std::ranges::move(files, std::back_inserter(listing.names));
    return listing;
}

Outcome dir(CommandContext &context)
{
    const auto path = context.path(u"path"_s);
    if (!path)
        return std::unexpected(path.error());
    const auto listing = readListing(*path, context.stop());
    if (!listing)
        return std::unexpected(withoutPattern(listing.error(), *path));

    const bool fullPaths = context.invocation().hasFlag(u"full_path"_s);
    const FileSystem files;
    for (const QByteArray &name : listing->names) {
        const QByteArray full = joinedPath(listing->folder, name);
        const auto facts = files.facts(full, Links::Keep);
        if (!facts) {
            context.addError(facts.error());
            if (!context.mayGoOn())
                return fail(ErrorCode::Cancelled);
            continue;
        }
        const bool goOn = context.addRow<Verbs::Dir>(cell<"path">(bytesCell(fullPaths ? full : name)),
            cell<"isDirectory">(facts->kind == FileKind::Directory), cell<"type">(kindName(facts->kind)),
            cell<"size">(facts->size), cell<"created">(timeCell(facts->created)),
            cell<"modified">(timeCell(facts->modified)), cell<"hidden">(facts->hidden),
            cell<"readOnly">(facts->readOnly), cell<"isCompressed">(facts->compressed), cell<"owner">(facts->owner),
            cell<"mode">(facts->mode), cell<"target">(bytesCell(facts->target)));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    // A file that was named and is not there is the whole answer.
    const bool nothingCame = listing->folder != *path && !context.errors().empty();
    return nothingCame ? Outcome(std::unexpected(context.errors().front())) : Outcome();
}

} // namespace

constinit const DeviceVerb Dir{Verbs::Dir, &dir};

} // namespace Sonde::Agent::Commands
