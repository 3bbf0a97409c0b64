// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>

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
[[nodiscard]] QByteArray withoutExecPrefix(QByteArrayView line);

/// A command of a crontab or a shell script: the program is the first word that is neither an assignment nor a shell's keyword.
[[nodiscard]] StartCommand splitShellCommand(QByteArrayView text);

} // namespace Sonde::Agent::Linux
