// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/bytesource.h"
#include "agent/formats/base/contentpass.h"

#include <QList>
#include <QUuid>
#include <optional>
#include <vector>

namespace Sonde::Agent {

struct MachOSection {
    QByteArray name; ///< "__TEXT,__text"
    qint64 offset = 0;
    qint64 size = 0; ///< in the file
};

/// A Mach-O file (Apple's <mach-o/loader.h>) for one machine. What a broken one does not have is empty.
struct MachOFile {
    quint32 machine = 0;
    quint32 type = 0;
    quint32 flags = 0;
    QList<QByteArray> libraries;
    QList<QByteArray> runPaths;
    QByteArray installName; ///< of a library
    QByteArray interpreter;
    QUuid uuid;
    quint32 platform = 0;
    quint32 minimumVersion = 0; ///< 0xXXXXYYZZ is X.Y.Z
    quint32 sdkVersion = 0;
    std::optional<quint64> entryPoint; ///< where in the file
    bool isEncrypted = false;
    bool hasCanary = false;
    bool hasWritableCode = false;
    std::vector<MachOSection> sections; ///< MostListed of them at most
    Region signature;                   ///< size 0: it has none
};

/// None when it is not Mach-O for one machine.
[[nodiscard]] std::optional<MachOFile> readMachO(const ByteSource &source);

/// Where the files for single machines lie in one for several ("universal"); none when it is not one.
[[nodiscard]] std::vector<Region> readUniversal(const ByteSource &source);

} // namespace Sonde::Agent
