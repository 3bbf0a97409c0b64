// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/proof/statements.h"

namespace Sonde {

namespace {

QByteArray words(const JournalPoint &point)
{
    return QByteArray::number(point.size) + ' ' + point.hash.toHex() + ' ' + point.root.toHex();
}

} // namespace

QByteArray pointText(const JournalPoint &point)
{
    return "sonde journal tree " + words(point);
}

QByteArray caseText(const CaseStatement &statement)
{
    return "sonde case statement " + QByteArray::number(statement.session.value()) + ' ' + words(statement.at) + ' '
        + QByteArray::number(statement.entries) + ' ' + statement.digest.toHex();
}

QByteArray countersignText(const QByteArray &journalKey, const JournalPoint &point)
{
    return "sonde countersignature " + journalKey.toHex() + ' ' + words(point);
}

QByteArray sealText(const QByteArray &sha256)
{
    return "sonde case file " + sha256.toHex();
}

} // namespace Sonde
