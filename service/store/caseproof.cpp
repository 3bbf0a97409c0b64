// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/caseproof.h"

#include "protocol/digest/digest.h"
#include "protocol/proof/entrytree.h"
#include "service/store/signingkey.h"
#include "service/store/sqliteschema.h"
#include "service/store/sqlitevalues.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

Result<CaseProof> proofIn(const QSqlDatabase &database, const SigningKey &key, SessionId session, quint64 size)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT hash, session FROM journal WHERE number<=? ORDER BY number"_s);
    query.addBindValue(size ? stored(size) : std::numeric_limits<qlonglong>::max());
    if (!query.exec())
        return std::unexpected(storageError(query));
    QByteArray hashes;
    std::vector<quint64> numbers;
    Sha256 digest;
    quint64 number = 0;
    while (query.next()) {
        const QByteArray hash = query.value(0).toByteArray();
        ++number;
        hashes += hash;
        if (session.isValid() && query.value(1).toULongLong() != session.value())
            continue;
        numbers.push_back(number);
        digest.add(hash);
    }
    if (number == 0 || (size && number != size) || quint64(hashes.size()) != number * quint64(HashSize))
        return fail(ErrorCode::JournalBroken, QString::number(size));
    TreeProof proof = proveEntries(hashes, numbers);
    const CaseStatement statement{
        session, {number, hashes.last(HashSize), std::move(proof.root)}, numbers.size(), digest.result()};
    return CaseProof{statement, key.signProof(caseText(statement)), std::move(proof.beside)};
}

} // namespace

Result<CaseProof> proveCase(const QString &path, const SigningKey &key, SessionId session, quint64 size)
{
    const QString connection = QUuid::createUuid().toString();
    Result<CaseProof> proof = fail(ErrorCode::StorageFailed);
    {
        const auto database = openSqlite(path, connection, true);
        proof = database ? proofIn(*database, key, session, size) : std::unexpected(database.error());
    }
    QSqlDatabase::removeDatabase(connection);
    return proof;
}

} // namespace Sonde::Service
