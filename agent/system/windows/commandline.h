// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

/// Windows starts a program with one line; programs take it apart as CommandLineToArgvW does.
namespace Sonde::Agent::Windows {

/// A line that comes apart into exactly these arguments, the first of which is the program: a path has no quotation mark in it.
[[nodiscard]] QString commandLineOf(const QStringList &arguments);
/// A line with which cmd.exe gives a batch file exactly its arguments: the interpreter, its options up to "/c", the file, the arguments. None
/// when one of them has what the interpreter takes for its own in quotes, too: a quotation mark, a percent sign, the end of a line.
[[nodiscard]] std::optional<QString> batchLineOf(const QStringList &arguments);
/// Whether a program is the interpreter of batch files.
[[nodiscard]] bool isBatchInterpreter(const QString &program);

} // namespace Sonde::Agent::Windows
