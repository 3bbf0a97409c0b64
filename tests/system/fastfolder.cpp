// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/fastfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QString fastFolder(qint64 bytes)
{
    const auto memory = u"/dev/shm"_s;
    return QFileInfo(memory).isWritable() && QStorageInfo(memory).bytesAvailable() >= bytes ? memory : QDir::tempPath();
}

} // namespace Sonde::Client
