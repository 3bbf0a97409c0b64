// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/cellcommands.h"

#include "models/files/librarymodel.h"
#include "models/result/cellformat.h"
#include "protocol/base/devicepath.h"
#include "protocol/command/grammar.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client::CellCommands {

namespace {

constexpr auto BytesPrefix = "bytes:"_L1;

bool isAbsolute(QStringView path)
{
    const bool drive = path.size() >= 3 && path[0].isLetter() && path[1] == u':' && path[2] == u'\\';
    return path.startsWith(u'/') || path.startsWith("\\\\"_L1) || drive;
}

QChar separatorOf(QStringView absolutePath)
{
    return absolutePath.startsWith(u'/') ? u'/' : u'\\';
}

/// In front of a typed path that is relative. The `bytes:` form keeps its prefix first, and doubles the backslashes it is given.
QString inFolder(const QString &folder, const QString &typed)
{
    if (folder.isEmpty() || !isAbsolute(folder))
        return typed;
    const QChar separator = separatorOf(folder);
    QString start = folder.endsWith(separator) ? folder : QString(folder + separator);
    if (!typed.startsWith(BytesPrefix))
        return start + typed;
    start.replace(u'\\', "\\\\"_L1);
    return BytesPrefix + start + typed.sliced(BytesPrefix.size());
}

QString absoluteForm(const DevicePath &path, const QString &folder)
{
    const QString typed = path.typed();
    const QString plain = typed.startsWith(BytesPrefix) ? typed.sliced(BytesPrefix.size()) : typed;
    return isAbsolute(plain) ? typed : inFolder(folder, typed);
}

/// The folder a path is in, in the form it was typed in; empty when it has none.
QString parentFolder(const QString &typed)
{
    const qsizetype begin = typed.startsWith(BytesPrefix) ? BytesPrefix.size() : 0;
    const QStringView path = QStringView(typed).sliced(begin);
    if (!isAbsolute(path))
        return {};
    const qsizetype last = path.lastIndexOf(separatorOf(path));
    const bool isRoot = last == 0 || (last == 2 && path[1] == u':');
    const QStringView parent = path.first(isRoot ? last + 1 : last);
    return parent.size() == path.size() ? QString() : QString(QStringView(typed).first(begin) % parent);
}

/// What a row says of the thing its paths name, where it says it.
enum class PathKind { Unknown, File, Folder };

/// Most useful first; a verb that is not here comes after these, in the catalogue's order.
constexpr const Verb *Preferred[]{&Verbs::Fileinfo, &Verbs::Processes, &Verbs::Services, &Verbs::Scheduledtasks,
    &Verbs::Registry, &Verbs::Status, &Verbs::Run, &Verbs::Connections, &Verbs::Getfile, &Verbs::Putfile,
    &Verbs::Analyze, &Verbs::Scan, &Verbs::Dir, &Verbs::Cd, &Verbs::Fg};

/// What commands that act on several kinds of things call a thing of this type (`remediate process 812`); empty: nothing.
QLatin1StringView entityWord(ValueType type)
{
    switch (type) {
    case ValueType::Path: return "file"_L1;
    case ValueType::Pid: return "process"_L1;
    case ValueType::ServiceName: return "service"_L1;
    case ValueType::TaskName: return "task"_L1;
    case ValueType::RegistryKey: return "registry"_L1;
    default: return {};
    }
}

bool isKindOfThing(const ParameterSpec &parameter, ValueType type)
{
    const QLatin1StringView word = entityWord(type);
    return !word.isEmpty() && parameter.choices.contains(word);
}

/// The parameter a value of this type is for. One that is a plain text counts where another one says what kind of thing it is.
const ParameterSpec *parameterFor(const CommandSpec &command, ValueType type)
{
    const auto takes = [type](const ParameterSpec &parameter) {
        return parameter.type == type && parameter.choices.isEmpty();
    };
    if (const auto found = std::ranges::find_if(command.parameters, takes); found != command.parameters.end())
        return &*found;
    const bool asksKind = std::ranges::any_of(
        command.parameters, [type](const auto &one) { return one.required && isKindOfThing(one, type); });
    const auto plain = std::ranges::find_if(command.parameters,
        [](const ParameterSpec &one) { return one.required && one.choices.isEmpty() && one.type == ValueType::Text; });
    return asksKind && plain != command.parameters.end() ? &*plain : nullptr;
}

/// `verb value`, with what else the command must have; nullopt when that cannot be known.
std::optional<QString> lineFor(const CommandSpec &command, ValueType type, const QString &value)
{
    const ParameterSpec *wanted = parameterFor(command, type);
    if (!wanted)
        return {};
    QString line = command.verb;
    bool inPlace = true; // nothing in front of it was left out
    for (const ParameterSpec &parameter : command.parameters) {
        if (&parameter == wanted) {
            line += (inPlace && parameter.positional ? u" "_s : QString(u" -"_s % parameter.name % u' ')) + value;
        } else if (isKindOfThing(parameter, type) && parameter.required) {
            line += u' ' + entityWord(type);
        } else if (parameter.required) {
            return {};
        } else if (&parameter < wanted) {
            if (!parameter.choices.isEmpty())
                return {}; // what the value is for depends on a choice that is the analyst's
            inPlace = false;
        }
    }
    return line;
}

/// The value as it is typed; empty when it cannot be asked about.
QString typedValue(ValueType type, const QCborValue &value, const QString &folder)
{
    switch (type) {
    case ValueType::Path: {
        const bool isPath = value.isString() || value.isByteArray();
        const DevicePath path = isPath ? DevicePath::fromCbor(value) : DevicePath();
        return path.isEmpty() ? QString() : absoluteForm(path, folder);
    }
    case ValueType::Pid:
        return value.isInteger() && value.toInteger() > 0 ? QString::number(value.toInteger()) : QString();
    case ValueType::CommandNumber: return value.isInteger() ? QString::number(value.toInteger()) : QString();
    case ValueType::Verb:
        return value.isString() && Catalogue::instance().find(value.toString()) ? value.toString() : QString();
    case ValueType::ServiceName:
    case ValueType::TaskName:
    case ValueType::RegistryKey:
    case ValueType::LibraryName: return value.toString();
    default: return {};
    }
}

/// A folder's commands are for what a path is in, too, and for a file only for that.
QStringList pathLines(const CommandSpec &command, const QString &typed, PathKind kind)
{
    const bool listsFolder = command.has(Trait::ListsFolder);
    const bool isFolders = listsFolder || command.has(Trait::EntersFolder);
    QStringList paths;
    if (!isFolders || (kind != PathKind::File && (listsFolder || kind == PathKind::Folder)))
        paths += typed;
    if (const QString parent = parentFolder(typed); isFolders && !parent.isEmpty() && kind != PathKind::Folder)
        paths += parent;
    QStringList lines;
    for (const QString &path : paths) {
        if (const auto line = lineFor(command, ValueType::Path, quoted(path)))
            lines += *line;
    }
    return lines;
}

QStringList linesFor(
    ValueType type, const QCborValue &value, const QString &folder, PathKind kind, const QList<CommandSpec> &commands)
{
    const QString typed = typedValue(type, value, folder);
    if (typed.isEmpty())
        return {};
    QList<const CommandSpec *> ordered;
    for (const CommandSpec &command : commands) {
        if (!command.has(Trait::Acts))
            ordered += &command;
    }
    std::ranges::stable_sort(ordered, {}, [](const CommandSpec *command) {
        return std::ranges::find(Preferred, command->verb, &Verb::name) - Preferred;
    });
    QStringList lines;
    for (const CommandSpec *command : ordered) {
        if (type == ValueType::Path)
            lines += pathLines(*command, typed, kind);
        else if (command->has(Trait::RunsScript) && !isScript(typed))
            continue;
        else if (const auto line = lineFor(*command, type, quoted(typed)))
            lines += *line;
    }
    return lines;
}

PathKind kindOf(const CommandSpec &command, const QCborArray &row, qsizetype column)
{
    const auto says = command.columnIndex(u"isDirectory");
    const QCborValue is = says < 0 ? QCborValue() : row.at(says);
    if (is.isBool())
        return is.toBool() ? PathKind::Folder : PathKind::File;
    constexpr QLatin1StringView programs[] = {"image_path"_L1, "binary_path"_L1, "executablePath"_L1};
    return std::ranges::contains(programs, command.columns.at(column).id) ? PathKind::File : PathKind::Unknown;
}

} // namespace

QString typed(ValueType type, const QCborValue &value, const QString &folder)
{
    return typedValue(type, value, folder);
}

QStringList forValue(ValueType type, const QCborValue &value, const QString &folder, const QList<CommandSpec> &commands)
{
    return linesFor(type, value, folder, PathKind::Unknown, commands);
}

QStringList forCell(const CommandSpec &command, const QCborArray &row, qsizetype column, const QString &folder)
{
    return linesFor(command.columns.at(column).type, row.at(column), folder, kindOf(command, row, column),
        Catalogue::instance().commands());
}

QList<Group> forRow(const CommandSpec &command, const QCborArray &row, qsizetype column, const QString &folder)
{
    QList<qsizetype> order{column};
    for (qsizetype i = 0; i < command.columns.size(); ++i) {
        if (i != column)
            order += i;
    }
    QSet<QString> known;
    QList<Group> groups;
    for (const qsizetype i : order) {
        Group group{i, {}};
        for (const QString &line : forCell(command, row, i, folder)) {
            if (!known.contains(line))
                group.lines += line;
        }
        known.unite(QSet<QString>(group.lines.begin(), group.lines.end()));
        if (!group.lines.isEmpty())
            groups += group;
    }
    return groups;
}

} // namespace Sonde::Client::CellCommands
