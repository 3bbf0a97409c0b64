// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/files/files.h"

namespace Sonde::Agent {

/// What a folder is, itself and no link; nothing where there is none, or none that may be looked at.
using FolderFacts = std::function<std::optional<FileFacts>(const QByteArray &folder)>;
[[nodiscard]] FolderFacts factsFrom(const FileSystem &files);

/// Whether every account may put files into the folder of this file, or could make that folder. Rights tell, and no names: a folder that
/// root has made in /tmp for itself is none of these, because there nobody takes away what is somebody else's.
[[nodiscard]] bool liesInOpenFolder(const QByteArray &path, const FolderFacts &factsOf);

} // namespace Sonde::Agent
