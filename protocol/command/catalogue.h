// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/needs.h"
#include "protocol/base/result.h"
#include "protocol/command/verbs.h"

#include <QList>
#include <QStringList>
#include <chrono>
#include <optional>

namespace Sonde {

struct ParameterSpec {
    QString name;
    ValueType type = ValueType::Text;
    bool required = false;
    /// Accepted values, when there are only some.
    QStringList choices = {};
    /// False: bound by its name only (`-max 10`), never by position.
    bool positional = true;
    /// All the words that are left, in pairs of one of `choices` and any other word, quoted where they must be: `service evil file "/a b"`.
    bool takesPairs = false;
};

struct FlagSpec {
    QString name; ///< without the dash
    /// At most one flag of a group is given; empty: goes with every other.
    QString group = {};
};

/// A Column (verbs.h) as models and tables hold it. A table shows the main ones, JSON all.
struct ColumnSpec {
    QString id;
    ValueType type = ValueType::Text;
    bool main = true;
    Unit unit = unitOf(type);
    bool fleeting = type == ValueType::Duration; ///< another one whenever one looks
    bool ofBaseline = false;                     ///< only a run that is compared with a baseline fills it
};

/// What sets a command apart for those who have to treat it so: they ask for the trait, never for the verb.
enum class Trait : quint32 {
    OpensSession = 1 << 0,     ///< the service orders it when a session begins; until it is done nothing else is sent
    EndsSession = 1 << 1,      ///< when it is done, the session is over
    MakesEvidence = 1 << 2,    ///< brings a file of the device, which is kept as evidence
    NeedsLibraryFile = 1 << 3, ///< its `name` is a file of the library, which goes to the device with the order
    RunsScript = 1 << 4,       ///< that file is a script: what it prints is the output
    ListsFolder = 1 << 5,      ///< its rows are what is in the folder `path`
    EntersFolder = 1 << 6,     ///< its `path` is a folder
    WantsOpenCommand = 1 << 7, ///< its `command_id` is that of a command that has not ended
    ClearsConsole = 1 << 8,    ///< what came before it is not shown any more; nor is it itself
    TracesConsole = 1 << 9,    ///< switches tracing on or off
    ShowsHelp = 1 << 10,       ///< shows the page of the verb that is its `command`
    Acts = 1 << 11,            ///< changes the device by a plan: one at a time, never cut in half (actline.h)
    Examines = 1 << 12,        ///< judges what it looks at, with the library's rules and hash lists (examinationfile.h)
    Collects = 1 << 13,        ///< takes what the service's definitions of artefacts say (protocol/artifacts)
};
Q_DECLARE_FLAGS(Traits, Trait)

/// Which columns of a command's rows complete what an analyst types: the value, and what it is called.
struct Completes {
    QString value;
    QString detail = {};
};

/// Everything there is to know of a command, declared once. Parser, validator, completion, hints, help, permissions, README and tests
/// are made from it.
struct CommandSpec {
    QString verb;
    /// What whoever types it must be allowed, and where.
    Needs needs;
    /// Besides, where its parameter `action` has one of these values.
    QList<std::pair<QString, Needs>> actionNeeds = {};
    QStringList aliases = {};
    QList<ParameterSpec> parameters = {};
    QList<FlagSpec> flags = {};
    Platforms platforms = Platforms::fromInt(AllPlatforms);
    Runs runs = Runs::Device;
    Traits traits = {};
    std::chrono::milliseconds timeLimit = std::chrono::minutes(10);
    OutputType output = OutputType::Table;
    QList<ColumnSpec> columns = {};
    /// Only reads, so the same id may run again: after the agent was restarted it goes on instead of being interrupted, and a time limit
    /// counts only while nothing moves.
    bool resumable = false;
    /// The columns that people read first, in this order, where it is another one than that in which rows carry them; the others follow.
    QStringList readFirst = {};
    /// The column whose values name the lists that JSON consists of (persistence); empty: JSON is one list.
    QString groupedBy = {};
    /// The columns that say which thing a row is about, so that two runs can be compared; empty: they cannot.
    QStringList identity = {};
    /// The columns that say so on another day and on another device, where a process has another number; empty: it takes no -baseline.
    QStringList lasting = {};
    /// The columns that are compared with a baseline; the others are another value whenever the thing starts.
    QStringList compared = {};
    /// Set: its rows are all that a value of that column's type may be on the device.
    std::optional<Completes> completes = {};
    /// Lines to learn from; each parses (a test sees to it).
    QStringList examples = {};
    /// True: a single record (fileinfo), shown as field/value pairs, `output` of JSON is one object instead of an array.
    bool singleRow = false;

    /// By name, case-insensitive, as an analyst may type it; nullptr when there is none.
    [[nodiscard]] const ParameterSpec *parameter(QStringView name) const;
    [[nodiscard]] const FlagSpec *flag(QStringView name) const;
    [[nodiscard]] bool hasFlag(QStringView name) const { return flag(name); }
    [[nodiscard]] bool has(Trait trait) const { return traits.testFlag(trait); }
    /// What its rows complete, if anything.
    [[nodiscard]] std::optional<ValueType> completedType() const;
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
    /// The command of a verb that this build has: that is, any of verbs.h.
    [[nodiscard]] const CommandSpec &of(const Verb &verb) const { return *find(QString(verb.name)); }
    /// The command whose rows complete values of this type; nullptr when there is none.
    [[nodiscard]] const CommandSpec *completing(ValueType type) const;
    /// The verbs that a word means when it means several, and so none of them: people of different languages call them by it.
    [[nodiscard]] static QStringList meanings(QStringView typed);
    /// Verbs nearest to what was typed (edit distance over verbs and aliases), best first, at most three; empty when nothing is near.
    [[nodiscard]] QStringList nearestVerbs(QStringView typed) const;

private:
    Catalogue();

    QList<CommandSpec> m_commands;
};

} // namespace Sonde

Q_DECLARE_OPERATORS_FOR_FLAGS(Sonde::Traits)
