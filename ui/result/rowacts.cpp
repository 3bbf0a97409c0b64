// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/rowacts.h"

#include "protocol/base/devicepath.h"
#include "protocol/command/grammar.h"
#include "ui/result/cellcommands.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// A column whose cells name something that can be acted on.
struct Names {
    const Verb *verb;
    QStringView column;
    const char *entity; ///< as `remediate` calls it
    const char *text;
    const char *flag = nullptr;
};

constexpr const char *ProcessText =
    QT_TRANSLATE_NOOP("Sonde::Client::RowActs", "Remediate this process and its image…");
constexpr const char *TreeText =
    QT_TRANSLATE_NOOP("Sonde::Client::RowActs", "Remediate this process, its image and all that it has started…");
constexpr const char *FileText = QT_TRANSLATE_NOOP("Sonde::Client::RowActs", "Remediate this file…");
constexpr const char *ProgramText = QT_TRANSLATE_NOOP("Sonde::Client::RowActs", "Remediate the file of its program…");

constexpr Names Table[]{
    {&Verbs::Processes, u"pid", "process", ProcessText},
    {&Verbs::Processes, u"pid", "process", TreeText, "tree"},
    {&Verbs::Processes, u"image_path", "file", ProgramText},
    {&Verbs::Connections, u"pid", "process",
        QT_TRANSLATE_NOOP("Sonde::Client::RowActs", "Remediate the process behind it and its image…")},
    {&Verbs::Services, u"service_name", "service",
        QT_TRANSLATE_NOOP("Sonde::Client::RowActs", "Remediate this service…")},
    {&Verbs::Services, u"binary_path", "file", ProgramText},
    {&Verbs::Scheduledtasks, u"id", "scheduledtask",
        QT_TRANSLATE_NOOP("Sonde::Client::RowActs", "Remediate this scheduled task…")},
    {&Verbs::Startupfolders, u"filePath", "startupfolder",
        QT_TRANSLATE_NOOP("Sonde::Client::RowActs", "Remediate this startup item…")},
    {&Verbs::Startupfolders, u"executablePath", "file", ProgramText},
    {&Verbs::Persistence, u"id", "persistence",
        QT_TRANSLATE_NOOP("Sonde::Client::RowActs", "Remediate this persistence entry…")},
    {&Verbs::Dir, u"path", "file", FileText},
    {&Verbs::Findfile, u"path", "file", FileText},
    {&Verbs::Fileinfo, u"path", "file", FileText},
    {&Verbs::Analyze, u"path", "file", FileText},
    {&Verbs::Analyze, u"pid", "process", ProcessText},
    {&Verbs::Scan, u"path", "file", FileText},
};

QCborValue cellOf(const CommandSpec &command, const QCborArray &row, QStringView column)
{
    const qsizetype at = command.columnIndex(column);
    return at < 0 ? QCborValue() : row.at(at);
}

/// The name by which a cell's thing is remediated. A text is one already, whatever its bytes.
QString idIn(ValueType type, const QCborValue &cell, const QString &folder)
{
    if (type != ValueType::Text)
        return CellCommands::typed(type, cell, folder);
    return cell.isString() || cell.isByteArray() ? DevicePath::fromCbor(cell).typed() : QString();
}

/// A row of `remediate list`: an act that stands.
std::optional<RowActs::Act> undoOf(const CommandSpec &command, const QCborArray &row)
{
    const QCborValue act = cellOf(command, row, u"act");
    const QString action = cellOf(command, row, u"action").toString();
    const QString state = cellOf(command, row, u"state").toString();
    const bool stands = state == u"done" || state == u"partly" || state == u"not-confirmed";
    if (command.verb != Verbs::Remediate.name || !act.isInteger() || action != u"remediate" || !stands)
        return {};
    return RowActs::Act{
        RowActs::tr("Undo this…"), u"undo %1 %2"_s.arg(cellOf(command, row, u"type").toString()).arg(act.toInteger())};
}

} // namespace

QList<RowActs::Act> RowActs::of(const CommandSpec &command, const QCborArray &row, const QString &folder)
{
    QList<Act> acts;
    if (const auto undo = undoOf(command, row))
        acts += *undo;
    const bool isFolder = cellOf(command, row, u"isDirectory").toBool();
    for (const Names &names : Table) {
        if (command.verb != names.verb->name || isFolder)
            continue;
        const ColumnSpec &column = command.columns.at(command.columnIndex(names.column));
        const QString id = idIn(column.type, cellOf(command, row, names.column), folder);
        if (id.isEmpty())
            continue;
        QString line = u"remediate %1 %2"_s.arg(QLatin1StringView(names.entity), quoted(id));
        if (names.flag)
            line += u" -"_s + QLatin1StringView(names.flag);
        acts += {tr(names.text), line};
    }
    return acts;
}

} // namespace Sonde::Client
