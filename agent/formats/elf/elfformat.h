// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/bytesource.h"

#include <QList>
#include <optional>
#include <utility>
#include <vector>

namespace Sonde::Agent {

struct ElfSection {
    QByteArray name;
    quint32 type = 0;
    quint64 flags = 0;
    quint64 address = 0;
    qint64 offset = 0;
    qint64 size = 0; ///< in the file
};

/// An ELF file (System V ABI, gabi) as its headers tell. What a broken one does not have is empty; a section table may have been cut off,
/// what the loader needs is read from the program headers.
struct ElfFile {
    enum class Relro { None, Partial, Full };

    bool is64 = false;
    ByteOrder order = ByteOrder::Little;
    quint8 abi = 0;
    quint16 type = 0;
    quint16 machine = 0;
    quint64 entry = 0;
    QByteArray interpreter;
    QList<QByteArray> libraries;
    QByteArray soname;
    QList<QByteArray> runPaths;
    QByteArray buildId; ///< binary
    QByteArray compiler;
    std::vector<ElfSection> sections; ///< MostListed of them at most
    qint64 sectionCount = 0;
    QList<std::pair<QByteArray, QByteArray>> moduleFacts; ///< of a kernel module: license, description, vermagic…
    Relro relro = Relro::None;
    bool isDynamic = false;
    bool isPie = false;
    bool isStripped = true;
    bool hasExecutableStack = true; ///< so it is where nothing is said
    bool hasWritableCode = false;
    bool hasCanary = false;
    bool isFortified = false;
    bool entryIsInCode = false;
    bool isUpx = false;
    qint64 end = 0; ///< of all that the headers describe; what follows is an overlay
};

/// None when it is not ELF.
[[nodiscard]] std::optional<ElfFile> readElf(const ByteSource &source);

} // namespace Sonde::Agent
