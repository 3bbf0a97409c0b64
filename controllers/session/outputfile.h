// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/commandoutput.h"

#include <QObject>
#include <functional>

/// `> file`: a command's output as a file on the analyst's machine.
namespace Sonde::Client {

enum class Overwrite { No, Yes };

/// Where `name` goes: an absolute path as it is, anything else below `folder`. BadValue when it leads out of it.
[[nodiscard]] Result<QString> savePath(const QString &name, const QString &folder);

/// "out.partial.json" for "out.json": whoever opens it later must not take it for the whole.
[[nodiscard]] QString partialName(const QString &path);
/// The same, of a file that is not there yet: "out.partial-2.json" when the first one is.
[[nodiscard]] QString freePartialName(const QString &path);

/// Takes the name `path` for us, so that nobody's file is replaced: makes it exclusively, empty; the content comes by rename. FileExists,
/// CannotWrite.
[[nodiscard]] Result<void> claimFile(const QString &path);

/// Calls `rename`, which gives a finished file the name `path`: claims it first, unless overwriting, and gives it up when that fails.
[[nodiscard]] Result<void> nameFile(
    const QString &path, Overwrite overwrite, const std::function<Result<void>()> &rename);

/// Writes through a temporary name beside it, fsync and rename. FileExists unless overwriting (checked again at the rename).
[[nodiscard]] Result<void> writeFile(const QString &path, const QByteArray &bytes, Overwrite overwrite);

/// Renders and writes on the thread pool: a table as aligned text with its header, JSON indented, text as it came.
void saveOutput(const CommandOutput &output, OutputType type, const QString &path, Overwrite overwrite,
    QObject *context, std::function<void(Result<void>)> done);

} // namespace Sonde::Client
