// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/watch.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Chaos {

void Watch::look()
{
    for (const QString &path : leftovers()) {
        // Listed a moment ago: it may have been finished since it was listed.
        const QFileInfo file(path);
        if (!file.exists())
            continue;
        qint64 &longest = m_longest[path];
        if (file.size() < longest)
            m_complaints.append(u"%1 has %2 bytes and had %3"_s.arg(path).arg(file.size()).arg(longest));
        longest = file.size();
    }
}

QStringList Watch::leftovers() const
{
    QStringList paths;
    for (const QString &pattern : m_patterns) {
        const QFileInfo info(pattern);
        for (const QFileInfo &file : info.dir().entryInfoList({info.fileName()}, QDir::Files | QDir::Hidden))
            paths.append(file.filePath());
    }
    return paths;
}

} // namespace Sonde::Client::Chaos
