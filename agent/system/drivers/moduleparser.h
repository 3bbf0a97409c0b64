// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayList>
#include <QByteArrayView>
#include <QHash>
#include <QSet>
#include <vector>

/// What Linux keeps of its kernel's modules, as pure functions of bytes.
namespace Sonde::Agent::Linux {

/// A line of /proc/modules.
struct LoadedModule {
    QByteArray name = {};
    qint64 size = 0;
    QByteArrayList users = {};
    QByteArray state = {};  ///< "Live", "Loading", "Unloading"
    QByteArray taints = {}; ///< letters, "OE"

    bool operator==(const LoadedModule &) const = default;
};
[[nodiscard]] std::vector<LoadedModule> parseModules(QByteArrayView bytes);
/// Takes from `hidden` what stands in the list that was read later, and describes it as that list does.
void dropListed(std::vector<LoadedModule> &modules, QSet<QByteArray> &hidden, const std::vector<LoadedModule> &later);

/// Names of a module are written with - and _ alike; the kernel's own way is _.
[[nodiscard]] QByteArray moduleName(const QByteArray &path);

/// modules.dep and modules.builtin: paths as written, below /lib/modules/RELEASE or absolute.
[[nodiscard]] QByteArrayList parseModulePaths(QByteArrayView bytes);

/// What a module says of itself; of a field that comes often (alias, parm) the first.
using ModuleInfo = QHash<QByteArray, QByteArray>;
/// The .modinfo section: key=value, each ended by NUL.
[[nodiscard]] ModuleInfo parseModuleInfo(QByteArrayView bytes);
/// modules.builtin.modinfo: the same with the module's name and a dot before each key.
[[nodiscard]] QHash<QByteArray, ModuleInfo> parseBuiltinInfo(QByteArrayView bytes);

/// A section of an ELF file of either size and byte order. ReadFailed when there is none, or no whole one.
[[nodiscard]] Result<QByteArrayView> elfSection(QByteArrayView file, QByteArrayView name);

/// "none", or "SIGNER (sha256)" from the signature that is appended to a module; what is wrong with it when it cannot be read. Whether
/// the kernel has the signer's key cannot be seen from the file.
[[nodiscard]] QString moduleSignature(QByteArrayView file);

/// "proprietary", "out-of-tree", "unsigned"… for the letters of /proc/modules (Documentation/admin-guide/tainted-kernels.rst).
[[nodiscard]] QStringList taintNames(QByteArrayView letters);

} // namespace Sonde::Agent::Linux
