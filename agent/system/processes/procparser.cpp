// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/procparser.h"

#include "agent/system/linux/commandwords.h"
#include "protocol/base/reason.h"

#include <QList>
#include <array>
#include <linux/capability.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

/// TASK_COMM_LEN of the kernel, without its NUL.
constexpr qsizetype CommLength = 15;

QByteArrayView baseName(QByteArrayView path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

/// The value of a "Key:\tvalue" line, trimmed; empty when there is none.
QByteArrayView field(QByteArrayView bytes, QByteArrayView key)
{
    qsizetype start = 0;
    while (start < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', start);
        if (end < 0)
            end = bytes.size();
        const QByteArrayView line = bytes.sliced(start, end - start);
        if (line.startsWith(key))
            return line.sliced(key.size()).trimmed();
        start = end + 1;
    }
    return {};
}

/// "1234 kB" in bytes.
qint64 kilobytes(QByteArrayView value)
{
    return value.first(std::max<qsizetype>(value.indexOf(' '), 0)).toLongLong() * 1024;
}

/// The number of "kind:[number]".
std::optional<quint64> bracketed(QByteArrayView text)
{
    const qsizetype open = text.indexOf(":[");
    if (open < 0 || !text.endsWith(']'))
        return {};
    bool ok = false;
    const quint64 number = text.sliced(open + 2).chopped(1).toULongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

Result<ProcStat> parseProcStat(QByteArrayView bytes)
{
    // The name stands in parentheses and may contain them: the last one ends it.
    const qsizetype open = bytes.indexOf('(');
    const qsizetype close = open < 0 ? -1 : bytes.lastIndexOf(')'); // which reads a byte even where there is none
    if (open < 0 || close < open)
        return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
    // Numbered from 3 (state) in proc(5). Each process has some fifty: only these are looked at, and none is copied.
    constexpr size_t first = 3;
    constexpr size_t last = 22;
    std::array<QByteArrayView, last - first + 1> fields;
    QByteArrayView rest = bytes.sliced(close + 1).trimmed();
    for (QByteArrayView &field : fields) {
        const qsizetype blank = rest.indexOf(' ');
        field = rest.first(blank < 0 ? rest.size() : blank);
        rest = rest.sliced(blank < 0 ? rest.size() : blank + 1);
    }
    const auto at = [&fields](size_t number) { return fields[number - first]; };
    if (at(last).isEmpty() || at(3).size() != 1)
        return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
    constexpr quint64 kernelThread = 0x00200000; // PF_KTHREAD of linux/sched.h
    return ProcStat{bytes.first(open).trimmed().toLongLong(), bytes.sliced(open + 1, close - open - 1).toByteArray(),
        at(3).front(), at(4).toLongLong(), at(6).toLongLong(), at(20).toLongLong(), at(14).toULongLong(),
        at(15).toULongLong(), at(last).toULongLong(), (at(9).toULongLong() & kernelThread) != 0};
}

Result<ProcStatus> parseProcStatus(QByteArrayView bytes)
{
    // Real, effective, saved, file system.
    const QList<QByteArray> users = field(bytes, "Uid:").toByteArray().split('\t');
    if (users.size() < 4)
        return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
    return ProcStatus{users.at(1).toUInt(), kilobytes(field(bytes, "VmRSS:")), kilobytes(field(bytes, "RssAnon:")),
        kilobytes(field(bytes, "VmSwap:")), field(bytes, "CapEff:").toByteArray().trimmed().toULongLong(nullptr, 16)};
}

bool seesEverything(const ProcStatus &status)
{
    const auto may = [&status](int capability) { return (status.capabilities & (1ULL << capability)) != 0; };
    return status.effectiveUser == 0 && (may(CAP_DAC_OVERRIDE) || may(CAP_DAC_READ_SEARCH)) && may(CAP_SYS_PTRACE);
}

Result<qint64> parseBootTime(QByteArrayView bytes)
{
    bool ok = false;
    const qint64 seconds = field(bytes, "btime ").toLongLong(&ok);
    if (!ok)
        return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
    return seconds;
}

QByteArray commandLine(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    QByteArray text = bytes.toByteArray();
    if (text.endsWith('\0'))
        text.chop(1);
    QList<QByteArray> arguments = text.split('\0');
    const bool isTitle =
        std::all_of(arguments.begin() + 1, arguments.end(), [](const auto &rest) { return rest.isEmpty(); });
    if (isTitle && arguments.constFirst().contains(' '))
        return arguments.constFirst().trimmed();
    for (QByteArray &argument : arguments)
        argument = shellQuoted(argument);
    return arguments.join(' ');
}

QByteArray processName(const QByteArray &comm, QByteArrayView image, QByteArrayView arguments)
{
    if (comm.size() < CommLength)
        return comm;
    const qsizetype end = arguments.indexOf('\0');
    const QByteArrayView first = end < 0 ? arguments : arguments.first(end);
    for (const QByteArrayView candidate : {baseName(image), baseName(first)}) {
        if (candidate.startsWith(comm))
            return candidate.toByteArray();
    }
    return comm;
}

QString stateName(char state)
{
    switch (state) {
    case 'R': return u"running"_s;
    case 'S': return u"sleeping"_s;
    case 'D': return u"waiting"_s; // for a device, uninterruptible
    case 'T': return u"stopped"_s;
    case 't': return u"traced"_s;
    case 'Z': return u"zombie"_s;
    case 'I': return u"idle"_s;
    case 'X':
    case 'x': return u"dead"_s;
    default: return QString(QLatin1Char(state));
    }
}

Image parseImage(const QByteArray &linkTarget)
{
    constexpr QByteArrayView mark = " (deleted)";
    if (!linkTarget.endsWith(mark))
        return {linkTarget, false};
    return {linkTarget.chopped(mark.size()), true};
}

std::optional<quint64> socketInode(QByteArrayView linkTarget)
{
    return linkTarget.startsWith("socket:[") ? bracketed(linkTarget) : std::nullopt;
}

std::optional<quint64> namespaceNumber(QByteArrayView linkTarget)
{
    return bracketed(linkTarget);
}

} // namespace Sonde::Agent::Linux
