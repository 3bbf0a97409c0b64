// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/administration/typedlist.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QStringList typedValues(const QString &typed)
{
    QString plain = typed;
    // An input method leaves its own commas behind.
    for (const QChar comma : {QChar(0x3001), QChar(0xFF0C)})
        plain.replace(comma, u',');
    QStringList values;
    for (const QString &value : plain.split(u',')) {
        if (const QString clean = value.simplified(); !clean.isEmpty())
            values << clean;
    }
    values.removeDuplicates();
    return values;
}

QString typedList(const QStringList &values)
{
    return values.join(", "_L1);
}

} // namespace Sonde::Client
