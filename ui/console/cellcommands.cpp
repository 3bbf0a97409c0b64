// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cellcommands.h"

#include "devicepath.h"
#include "grammar.h"
#include "librarymodel.h"

using namespace Qt::StringLiterals;

namespace Sonde::CellCommands {

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

QStringList forPath(const QCborValue &cell, const QString &folder)
{
    const DevicePath path = DevicePath::fromCbor(cell);
    if (path.isEmpty())
        return {};
    const QString typed = absoluteForm(path, folder);
    QStringList lines{"fileinfo "_L1 + quoted(typed), "dir "_L1 + quoted(typed)};
    if (const QString parent = parentFolder(typed); !parent.isEmpty())
        lines += QStringList{"dir "_L1 + quoted(parent), "cd "_L1 + quoted(parent)};
    return lines;
}

QStringList forName(const QString &verb, const QCborValue &cell)
{
    return cell.isString() && !cell.toString().isEmpty() ? QStringList{verb + u' ' + quoted(cell.toString())} : QStringList();
}

/// What may be done with a file of the library; only what is a script can be run.
QStringList forLibraryFile(const QString &name)
{
    QStringList lines{"putfile "_L1 + quoted(name)};
    if (isScript(name))
        lines.prepend("run "_L1 + quoted(name));
    return lines;
}

} // namespace

QStringList forCell(ValueType type, const QCborValue &cell, const QString &folder)
{
    switch (type) {
    case ValueType::Path:
        return cell.isString() || cell.isByteArray() ? forPath(cell, folder) : QStringList();
    case ValueType::Pid:
        return cell.isInteger() && cell.toInteger() > 0 ? QStringList{u"processes %1"_s.arg(cell.toInteger()), u"connections -pid %1"_s.arg(cell.toInteger())} : QStringList();
    case ValueType::CommandNumber:
        return cell.isInteger() ? QStringList{u"status %1"_s.arg(cell.toInteger()), u"fg %1"_s.arg(cell.toInteger())}
                                : QStringList();
    case ValueType::Verb:
        return cell.isString() && Catalogue::instance().find(cell.toString()) ? QStringList{"help "_L1 + cell.toString()}
                                                                              : QStringList();
    case ValueType::ServiceName:
        return forName(u"services"_s, cell);
    case ValueType::TaskName:
        return forName(u"scheduledtasks"_s, cell);
    case ValueType::LibraryName:
        return cell.isString() && !cell.toString().isEmpty() ? forLibraryFile(cell.toString()) : QStringList();
    default:
        return {};
    }
}

QStringList forRow(const CommandSpec &command, const QCborArray &row, qsizetype column, const QString &folder)
{
    QStringList lines;
    const auto linesOf = [&](qsizetype i) { return forCell(command.columns.at(i).type, row.at(i), folder); };
    const QStringList known = column >= 0 && column < command.columns.size() ? linesOf(column) : QStringList();
    for (qsizetype i = 0; i < command.columns.size(); ++i) {
        for (const auto &line : linesOf(i)) {
            if (!known.contains(line) && !lines.contains(line))
                lines += line;
        }
    }
    return lines;
}

} // namespace Sonde::CellCommands
