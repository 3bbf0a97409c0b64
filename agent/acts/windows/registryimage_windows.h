// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/windows/registrywriting_windows.h"

/// What is kept of the registry, as bytes (CBOR): every name and every byte of a value as it is, also a lone surrogate and a NUL.
namespace Sonde::Agent::RegistryImage {

[[nodiscard]] QByteArray ofValue(const Windows::StoredValue &value);
[[nodiscard]] Result<Windows::StoredValue> value(const QByteArray &bytes);
/// When its keys were written last is not in it: that changes with every look of some programs, and cannot be restored.
[[nodiscard]] QByteArray ofTree(const Windows::KeyTree &tree);
[[nodiscard]] Result<Windows::KeyTree> tree(const QByteArray &bytes);

/// Makes what is missing of a key that is there only in part; what is there stays.
[[nodiscard]] Result<void> fillGaps(const QString &key, Windows::RegistryView view, const Windows::KeyTree &tree);

} // namespace Sonde::Agent::RegistryImage
