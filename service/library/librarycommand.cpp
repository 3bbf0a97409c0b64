// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/librarycommand.h"

#include "protocol/command/libraryrow.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

ServiceAnswer listed(const std::vector<LibraryFile> &files)
{
    RowWriter rows;
    for (const LibraryFile &file : files)
        rows.addRow(libraryRow(file));
    return answerRows(rows);
}

ServiceAnswer failed(const Error &error)
{
    return {CommandState::Failed, {error}, {}, 0};
}

} // namespace

ServiceAnswer answerLibrary(LibraryService &library, const Analyst &analyst, const Invocation &invocation)
{
    const QString name = invocation.value(u"name"_s);
    if (invocation.value(u"action"_s) == u"delete") {
        if (name.isEmpty())
            return failed(
                Error{ErrorCode::MissingParameter, u"name"_s, {}, {}}.with(Fact::Usage, u"library delete <name>"_s));
        const auto removed = library.remove(analyst, name);
        return removed ? ServiceAnswer() : failed(removed.error());
    }
    if (name.isEmpty())
        return listed(library.list());
    const auto versions = library.versions(name);
    return versions ? listed(*versions) : failed(versions.error());
}

} // namespace Sonde::Service
