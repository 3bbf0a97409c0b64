// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>
#include <optional>
#include <vector>

/// Who may sign in and become whom, as pure functions of bytes.
namespace Sonde::Agent::Linux {

/// What a field for a password lets somebody do.
enum class PasswordKind {
    InShadow, ///< "x" in passwd(5)
    None,     ///< nobody has to type one
    Locked,   ///< none fits: "*", "!…"
    Set
};
[[nodiscard]] PasswordKind passwordKind(QByteArrayView field);

/// A line of shadow(5).
struct ShadowLine {
    QByteArray name = {};
    PasswordKind password = PasswordKind::Locked;
    std::optional<qint64> changed = {}; ///< days since the epoch
};
[[nodiscard]] std::vector<ShadowLine> parseShadow(QByteArrayView bytes);

/// A line of group(5).
struct GroupLine {
    QByteArray name = {};
    quint32 id = 0;
    QByteArrayList members = {};
};
[[nodiscard]] std::vector<GroupLine> parseGroups(QByteArrayView bytes);

/// A line of sudoers(5): who may do what, or a file or folder that is read too.
struct SudoersLine {
    enum class Kind { Rule, Include, IncludeFolder };
    Kind kind = Kind::Rule;
    QByteArray who = {};  ///< of a rule: user, "%group", "#id", alias; of a setting "Defaults…"
    QByteArray text = {}; ///< what follows; a path
};
/// Of one line, which may be a joined one; empty for comments, aliases and settings that give nobody a right.
[[nodiscard]] std::optional<SudoersLine> parseSudoersLine(QByteArrayView line);

} // namespace Sonde::Agent::Linux
