// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/libraryrow.h"

#include "protocol/base/codec.h"
#include "protocol/command/row.h"

namespace Sonde {

QCborArray libraryRow(const LibraryFile &file)
{
    return rowOf<Verbs::Library>(cell<"fileName">(file.name), cell<"description">(file.description),
        cell<"hasParameters">(file.hasParameters), cell<"parametersDescription">(file.parametersDescription),
        cell<"signature">(Codec::wireName(file.signature)), cell<"size">(file.size),
        cell<"sha256">(QString::fromLatin1(file.sha256.toHex())), cell<"version">(qint64(file.version)),
        cell<"createdBy">(file.createdBy), cell<"creationTime">(file.created.toString(Qt::ISODateWithMs)),
        cell<"lastUpdatedTime">(file.updated.toString(Qt::ISODateWithMs)), cell<"uses">(qint64(file.uses)));
}

} // namespace Sonde
