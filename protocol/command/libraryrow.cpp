// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/libraryrow.h"

#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde {

QMap<QString, QCborValue> libraryRow(const LibraryFile &file)
{
    return {{u"fileName"_s, file.name}, {u"description"_s, file.description}, {u"hasParameters"_s, file.hasParameters},
        {u"parametersDescription"_s, file.parametersDescription}, {u"signature"_s, Codec::wireName(file.signature)},
        {u"signer"_s, file.signer}, {u"size"_s, file.size}, {u"sha256"_s, QString::fromLatin1(file.sha256.toHex())},
        {u"version"_s, qint64(file.version)}, {u"createdBy"_s, file.createdBy},
        {u"creationTime"_s, file.created.toString(Qt::ISODateWithMs)}, {u"lastUpdatedBy"_s, file.updatedBy},
        {u"lastUpdatedTime"_s, file.updated.toString(Qt::ISODateWithMs)}, {u"uses"_s, qint64(file.uses)}};
}

} // namespace Sonde
