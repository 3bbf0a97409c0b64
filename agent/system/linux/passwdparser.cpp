// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/linux/passwdparser.h"

#include <QList>

namespace Sonde::Agent::Linux {

std::vector<PasswdEntry> parsePasswd(QByteArrayView bytes)
{
    std::vector<PasswdEntry> entries;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.split(':');
        bool isNumber = false;
        const quint32 id = fields.value(2).toUInt(&isNumber);
        if (fields.size() < 7 || !isNumber || fields.at(0).isEmpty() || line.startsWith('#'))
            continue;
        QByteArray shell = fields.at(6);
        if (shell.endsWith('\r'))
            shell.chop(1);
        entries.push_back({fields.at(0), fields.at(1), id, fields.at(3).toUInt(), fields.at(5), shell});
    }
    return entries;
}

} // namespace Sonde::Agent::Linux
