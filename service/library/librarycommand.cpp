// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/librarycommand.h"

#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

QMap<QString, QCborValue> cellsOf(const LibraryFile &file)
{
    return {{u"fileName"_s, file.name}, {u"description"_s, file.description}, {u"hasParameters"_s, file.hasParameters},
        {u"parametersDescription"_s, file.parametersDescription}, {u"signature"_s, Codec::wireName(file.signature)},
        {u"size"_s, file.size}, {u"sha256"_s, QString::fromLatin1(file.sha256.toHex())},
        {u"version"_s, qint64(file.version)}, {u"createdBy"_s, file.createdBy},
        {u"creationTime"_s, file.created.toString(Qt::ISODateWithMs)},
        {u"lastUpdatedTime"_s, file.updated.toString(Qt::ISODateWithMs)}, {u"uses"_s, qint64(file.uses)}};
}

ServiceAnswer listed(const std::vector<LibraryFile> &files)
{
    const CommandSpec &command = *Catalogue::instance().find(u"library");
    RowWriter rows;
    for (const LibraryFile &file : files)
        rows.addRow(rowOf(command, cellsOf(file)));
    return answerRows(rows);
}

ServiceAnswer failed(const Error &error)
{
    return {CommandState::Failed, {error}, {}, 0};
}

} // namespace

ServiceAnswer answerLibrary(LibraryDesk &library, const Analyst &analyst, const Invocation &invocation)
{
    const QString name = invocation.value(u"name"_s);
    if (invocation.value(u"action"_s) == u"delete") {
        if (name.isEmpty())
            return failed({ErrorCode::MissingParameter, u"name"_s, {}, {{u"usage"_s, u"library delete <name>"_s}}});
        const auto removed = library.remove(analyst, name);
        return removed ? ServiceAnswer() : failed(removed.error());
    }
    if (name.isEmpty())
        return listed(library.list());
    const auto versions = library.versions(name);
    return versions ? listed(*versions) : failed(versions.error());
}

} // namespace Sonde::Service
