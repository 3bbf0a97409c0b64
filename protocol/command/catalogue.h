// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QList>
#include <QStringList>
#include <chrono>

namespace Sonde {

struct ParameterSpec {
    QString name;
    ValueType type = ValueType::Text;
    bool required = false;
    /// Accepted values, when there are only some.
    QStringList choices = {};
    /// False: bound by its name only (`-max 10`), never by position.
    bool positional = true;
};

struct FlagSpec {
    QString name; ///< without the dash
    /// At most one flag of a group is given; empty: goes with every other.
    QString group = {};
};

/// One column of a command's rows. Rows carry all of a command's columns in this order; a table shows the main ones, JSON all.
/// A dotted id ("memory_usage.working_set") is one nested JSON object's member.
struct ColumnSpec {
    QString id;
    ValueType type = ValueType::Text;
    bool main = true;
};

/// Everything there is to know of a command, declared once. Parser, validator, completion, hints, help, role checks, README and tests
/// are made from it.
struct CommandSpec {
    QString verb;
    QStringList aliases = {};
    QList<ParameterSpec> parameters = {};
    QList<FlagSpec> flags = {};
    Level level = Level::Basic;
    Platforms platforms = Platforms::fromInt(AllPlatforms);
    Runs runs = Runs::Device;
    std::chrono::milliseconds timeLimit = std::chrono::minutes(10);
    OutputType output = OutputType::Table;
    QList<ColumnSpec> columns = {};
    /// Only reads, so the same id may run again: after the agent was restarted it goes on instead of being interrupted, and a time limit
    /// counts only while nothing moves.
    bool resumable = false;
    /// The column whose values name the lists that JSON consists of (persistence); empty: JSON is one list.
    QString groupedBy = {};
    /// The columns that say which thing a row is about, so that two runs can be compared; empty: they cannot.
    QStringList identity = {};
    /// Lines to learn from; each parses (a test sees to it).
    QStringList examples = {};
    /// True: a single record (fileinfo), shown as field/value pairs, `output` of JSON is one object instead of an array.
    bool singleRow = false;

    /// By name, case-insensitive, as an analyst may type it; nullptr when there is none.
    [[nodiscard]] const ParameterSpec *parameter(QStringView name) const;
    [[nodiscard]] const FlagSpec *flag(QStringView name) const;
    [[nodiscard]] bool hasFlag(QStringView name) const { return flag(name); }
    /// -1 when there is none; `id` is exact.
    [[nodiscard]] qsizetype columnIndex(QStringView id) const;
};

/// The commands this build of Sonde knows.
class Catalogue final
{
public:
    /// The one catalogue, const and shared by all threads.
    [[nodiscard]] static const Catalogue &instance();

    [[nodiscard]] const QList<CommandSpec> &commands() const { return m_commands; }
    /// By verb or alias, case-insensitive; nullptr when there is none.
    [[nodiscard]] const CommandSpec *find(QStringView verbOrAlias) const;
    /// Verbs nearest to what was typed (edit distance over verbs and aliases), best first, at most three; empty when nothing is near.
    [[nodiscard]] QStringList nearestVerbs(QStringView typed) const;

private:
    Catalogue();

    QList<CommandSpec> m_commands;
};

} // namespace Sonde
