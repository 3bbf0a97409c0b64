// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/acts/files/fileimage.h"
#include "agent/acts/files/pinnedfile.h"

namespace Sonde::Agent {

/// All of a file. TooLarge.
[[nodiscard]] Result<QByteArray> readContent(const PinnedFile &file, qint64 most);

/// Gives a name other content, at one stroke: a new file, which is what the image says, changes places with the one that is held; when it
/// was another that had the name, they change back. Refused: nothing was changed.
[[nodiscard]] StepResult replaceContent(
    const PinnedFile &file, const QByteArray &content, const FileImage &image, const QString &item);
/// A new file under a name that nobody has. Refused with UndoConflict when somebody has.
[[nodiscard]] StepResult makeFile(const QByteArray &content, const FileImage &image, const QString &item);
/// After a crash in replaceContent(): either content has the name, and nothing else is left. `before` is the file that had it.
void tidyReplacement(const QByteArray &path, const FileImage &before, const QString &item);

} // namespace Sonde::Agent
