// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/linehash.h"

#include <QCryptographicHash>
#include <QString> // its + joins byte arrays too

namespace Sonde::Agent {

QByteArray lineHash(const QByteArray &content)
{
    constexpr qsizetype digits = 8;
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().first(digits);
}

QByteArray lineId(const QByteArray &path, const QByteArray &content, int occurrence)
{
    const QByteArray id = path + '#' + lineHash(content);
    return occurrence ? id + '-' + QByteArray::number(occurrence + 1) : id;
}

} // namespace Sonde::Agent
