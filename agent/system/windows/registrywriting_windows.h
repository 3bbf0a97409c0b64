// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/windows/registrykey_windows.h"

/// Changes to the registry, by the kernel's own functions where names are counted: one with a NUL in it is written and deleted as any other.
namespace Sonde::Agent::Windows {

/// A key that is there. NotFound, AccessDenied.
[[nodiscard]] Result<void> setValue(const QString &key, RegistryView view, const StoredValue &value);
[[nodiscard]] Result<void> deleteValue(const QString &key, RegistryView view, const QString &name);

/// A key with all that is in it.
struct KeyTree {
    QString name = {};      ///< the last part of its path
    QString security = {};  ///< SDDL of owner, group and who may do what with it; empty: that could not be read
    qint64 lastWritten = 0; ///< nanoseconds since the epoch
    std::vector<StoredValue> values = {};
    std::vector<KeyTree> keys = {};
};

/// TooLarge when its names and values are more than `most` bytes.
[[nodiscard]] Result<KeyTree> readTree(const QString &key, RegistryView view, qint64 most);
/// Makes a key that is not there, with all that is in it. FileExists when it is there; what was made is gone again when not all could be.
[[nodiscard]] Result<void> makeTree(const QString &key, RegistryView view, const KeyTree &tree);
/// A key with all that is in it; what cannot be deleted stays, and fails.
[[nodiscard]] Result<void> deleteTree(const QString &key, RegistryView view);

/// What the kernel calls a key, whichever view led to it: "\REGISTRY\MACHINE\SOFTWARE\Wow6432Node\X".
[[nodiscard]] Result<QString> kernelPath(const QString &key, RegistryView view);

} // namespace Sonde::Agent::Windows
