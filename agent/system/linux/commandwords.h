// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>
#include <vector>

/// The ways in which Linux's configuration writes down what is to be started, as pure functions of their bytes.
namespace Sonde::Agent::Linux {

/// What is started, and with what.
struct StartCommand {
    QByteArray program = {};
    QByteArray arguments = {}; ///< as written

    bool operator==(const StartCommand &) const = default;
};

/// Letters, digits and _: what a variable may be called.
[[nodiscard]] bool isVariableName(QByteArrayView name);
/// Without the blanks around it, and the quotes when it has a pair of them.
[[nodiscard]] QByteArray unquoted(QByteArrayView value);

/// Words parted by blanks; '…' and "…" keep theirs, a backslash keeps the next character.
[[nodiscard]] QByteArrayList splitWords(QByteArrayView text);
/// The first word and the rest.
[[nodiscard]] StartCommand splitCommand(QByteArrayView text);
/// An Exec… line of a unit without the signs that say how it is run (systemd.service(5): @ - : + !).
[[nodiscard]] QByteArrayView withoutExecPrefix(QByteArrayView line);

/// The commands of an Exec… line of a unit, as they are run: quotes and escapes undone (systemd.syntax(7)), parted at a `;` that stands alone
/// (systemd.service(5)); the arguments as a shell would take them. A variable stays as it is written.
[[nodiscard]] std::vector<StartCommand> unitCommands(QByteArrayView line);
/// The same as one line, " ; " between commands.
[[nodiscard]] QByteArray unitCommandLine(QByteArrayView line);

/// An argument as a shell has to be given it.
[[nodiscard]] QByteArray shellQuoted(const QByteArray &argument);

/// A command of a crontab or a shell script: the program is the first word that is neither an assignment nor a shell's keyword.
[[nodiscard]] StartCommand splitShellCommand(QByteArrayView text);

} // namespace Sonde::Agent::Linux
