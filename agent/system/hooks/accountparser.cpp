// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/accountparser.h"

#include <algorithm>
#include <array>

namespace Sonde::Agent::Linux {

namespace {

/// Of each line that is neither empty nor a comment.
std::vector<QByteArrayList> colonFields(QByteArrayView bytes, qsizetype least)
{
    std::vector<QByteArrayList> all;
    const QByteArrayList lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArrayList fields = line.split(':');
        if (fields.size() >= least && !line.startsWith('#'))
            all.push_back(fields);
    }
    return all;
}

QByteArray withoutReturn(QByteArray text)
{
    if (text.endsWith('\r'))
        text.chop(1);
    return text;
}

} // namespace

PasswordKind passwordKind(QByteArrayView field)
{
    if (field.isEmpty())
        return PasswordKind::None;
    if (field == "x")
        return PasswordKind::InShadow;
    return field.startsWith('!') || field.startsWith('*') ? PasswordKind::Locked : PasswordKind::Set;
}

std::vector<ShadowLine> parseShadow(QByteArrayView bytes)
{
    std::vector<ShadowLine> lines;
    for (const QByteArrayList &fields : colonFields(bytes, 2)) {
        bool isNumber = false;
        const qint64 changed = fields.value(2).toLongLong(&isNumber);
        lines.push_back({fields.at(0), passwordKind(fields.at(1)), isNumber ? std::optional(changed) : std::nullopt});
    }
    return lines;
}

std::vector<GroupLine> parseGroups(QByteArrayView bytes)
{
    std::vector<GroupLine> groups;
    for (const QByteArrayList &fields : colonFields(bytes, 4)) {
        bool isNumber = false;
        GroupLine group{.name = fields.at(0), .id = fields.at(2).toUInt(&isNumber), .members = {}};
        group.members = withoutReturn(fields.at(3)).split(',');
        group.members.removeAll(QByteArray());
        if (isNumber)
            groups.push_back(group);
    }
    return groups;
}

std::optional<SudoersLine> parseSudoersLine(QByteArrayView line)
{
    static constexpr std::array<QByteArrayView, 4> aliases{"User_Alias", "Runas_Alias", "Host_Alias", "Cmnd_Alias"};
    // What keeps a variable of the user's that decides what runs, asks nobody, or runs something itself.
    static constexpr std::array<QByteArrayView, 9> settings{"env_keep", "!authenticate", "!env_reset", "setenv",
        "secure_path", "editor", "mailerpath", "sudoedit_follow", "askpass"};
    const QByteArray text = line.trimmed().toByteArray();
    const qsizetype end = std::ranges::find_if(text, [](char c) { return c == ' ' || c == '\t'; }) - text.begin();
    const QByteArray first = text.first(end);
    const QByteArray rest = text.sliced(end).trimmed();
    if (first == "@include" || first == "#include")
        return SudoersLine{SudoersLine::Kind::Include, {}, rest};
    if (first == "@includedir" || first == "#includedir")
        return SudoersLine{SudoersLine::Kind::IncludeFolder, {}, rest};
    const bool isId = first.size() > 1 && first.startsWith('#') && first.at(1) >= '0' && first.at(1) <= '9';
    if (first.isEmpty() || (first.startsWith('#') && !isId) || std::ranges::contains(aliases, QByteArrayView(first)))
        return {};
    if (first.startsWith("Defaults")) {
        const bool givesRights =
            std::ranges::any_of(settings, [&rest](QByteArrayView setting) { return rest.contains(setting); });
        if (!givesRights)
            return {};
    }
    return SudoersLine{SudoersLine::Kind::Rule, first, rest};
}

} // namespace Sonde::Agent::Linux
