// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/tasks/cronparser.h"

#include "agent/system/linux/commandwords.h"

#include <QList>
#include <algorithm>
#include <array>
#include <utility>

namespace Sonde::Agent::Linux {

namespace {

constexpr int TimeFields = 5;
constexpr qint64 SecondsPerMinute = 60;

/// Takes the next word off the front of `text`.
QByteArray takeWord(QByteArrayView &text)
{
    text = text.trimmed();
    qsizetype end = 0;
    while (end < text.size() && text.at(end) != ' ' && text.at(end) != '\t')
        ++end;
    const QByteArray word = text.first(end).toByteArray();
    text = text.sliced(end).trimmed();
    return word;
}

/// NAME=value, blanks allowed around the sign and quotes around both; crontab(5). Cron itself takes any name without blanks.
std::optional<CronVariable> assignmentIn(QByteArrayView line)
{
    const qsizetype equals = line.indexOf('=');
    if (equals <= 0)
        return {};
    const QByteArrayView written = line.first(equals).trimmed();
    const QByteArray name = unquoted(written);
    const bool isQuoted = name.size() != written.size();
    const bool isOne = !name.isEmpty() && (isQuoted || !(name.contains(' ') || name.contains('\t')));
    return isOne ? std::optional(CronVariable{name, unquoted(line.sliced(equals + 1))}) : std::nullopt;
}

/// They decide what runs, or what runs before it: none of them is left out, however many others there are.
bool decidesWhatRuns(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 30> names{"SHELL", "BASH_ENV", "ENV", "PATH", "HOME", "IFS", "CDPATH",
        "SHELLOPTS", "BASHOPTS", "PS4", "PROMPT_COMMAND", "LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH", "GLIBC_TUNABLES",
        "GCONV_PATH", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONHOME", "PERL5OPT", "PERL5LIB", "PERL5DB", "RUBYOPT",
        "RUBYLIB", "NODE_OPTIONS", "NODE_PATH", "JAVA_TOOL_OPTIONS", "CLASSPATH", "CRON_TZ", "TZ"};
    return std::ranges::contains(names, name);
}

constexpr QByteArrayView Ellipsis = "…";

/// What each of many lines has, as CRON_TZ: no name of a time zone is as long.
QByteArray shortened(const QByteArray &value)
{
    constexpr qsizetype most = 255;
    return value.size() <= most ? value : value.first(most) + Ellipsis;
}

/// What is set so far.
class Environment final
{
public:
    void set(const CronVariable &variable)
    {
        const bool decides = decidesWhatRuns(variable.name);
        if (decides) {
            put(m_fresh, variable);
            put(m_deciding, {variable.name, shortened(variable.value)});
            m_shortBytes = 0;
            for (const CronVariable &one : m_deciding)
                m_shortBytes += sizeOf(one);
        }
        const auto known = std::ranges::find(m_variables, variable.name, &CronVariable::name);
        if (known == m_variables.end() && m_variables.size() >= MostVariables && !decides)
            return;
        m_bytes += sizeOf(variable) - (known == m_variables.end() ? 0 : sizeOf(*known));
        put(m_variables, variable);
    }

    /// For one more line. Who sets much for many lines hides nothing by it: from then on a line has all that decides what runs, without
    /// the ends of long values; and when that becomes much, too, only what was set since the line before, and a mark.
    [[nodiscard]] std::vector<CronVariable> forLine()
    {
        std::vector<CronVariable> fresh = std::exchange(m_fresh, {});
        m_given += m_bytes;
        if (m_given <= MostGiven)
            return m_variables;
        m_shortGiven += m_shortBytes;
        if (m_shortGiven <= MostGiven)
            return m_deciding;
        if (!m_deciding.empty())
            fresh.push_back({Ellipsis.toByteArray(), Ellipsis.toByteArray()});
        return fresh;
    }

private:
    static constexpr size_t MostVariables = 64;
    static constexpr qsizetype MostGiven = 16 * 1024 * 1024; ///< bytes, with all lines

    static void put(std::vector<CronVariable> &variables, const CronVariable &variable)
    {
        const auto known = std::ranges::find(variables, variable.name, &CronVariable::name);
        if (known == variables.end())
            variables.push_back(variable);
        else
            known->value = variable.value;
    }
    static qsizetype sizeOf(const CronVariable &variable)
    {
        return qsizetype(sizeof variable) + variable.name.size() + variable.value.size();
    }

    std::vector<CronVariable> m_variables;
    std::vector<CronVariable> m_fresh;    ///< of those that decide, set since the last line
    std::vector<CronVariable> m_deciding; ///< each once, shortened
    qsizetype m_bytes = 0;                ///< of m_variables
    qsizetype m_given = 0;
    qsizetype m_shortBytes = 0; ///< of m_deciding
    qsizetype m_shortGiven = 0;
};

/// Parted at the first bare %; in what follows each further one ends a line.
void takeCommand(CronLine &line, QByteArrayView text)
{
    bool isInput = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        QByteArray &into = isInput ? line.input : line.command;
        if (text.at(i) == '\\' && i + 1 < text.size() && text.at(i + 1) == '%')
            into += text.at(++i);
        else if (text.at(i) != '%')
            into += text.at(i);
        else if (isInput)
            into += '\n';
        else
            isInput = true;
    }
    line.command = line.command.trimmed();
}

QByteArray takeSchedule(QByteArrayView &text)
{
    if (text.startsWith('@'))
        return takeWord(text);
    QByteArrayList fields;
    for (int i = 0; i < TimeFields; ++i)
        fields += takeWord(text);
    return fields.join(' ');
}

/// A line's content; empty for blank lines and comments.
QByteArrayView contentOf(const QByteArray &line)
{
    const QByteArrayView content = QByteArrayView(line).trimmed();
    return content.startsWith('#') ? QByteArrayView() : content;
}

} // namespace

std::vector<CronLine> parseCrontab(QByteArrayView bytes, CronUsers users)
{
    std::vector<CronLine> lines;
    QByteArray timeZone;
    Environment environment;
    const QByteArrayList texts = bytes.toByteArray().split('\n');
    for (const QByteArray &text : texts) {
        QByteArrayView rest = contentOf(text);
        if (rest.isEmpty())
            continue;
        if (const auto variable = assignmentIn(rest)) {
            environment.set(*variable);
            if (variable->name == "CRON_TZ")
                timeZone = shortened(variable->value);
            continue;
        }
        CronLine line{.line = rest.toByteArray(), .timeZone = timeZone, .environment = environment.forLine()};
        if (rest.startsWith('-')) // SUSE's and cronie's way not to log it
            rest = rest.sliced(1);
        line.schedule = takeSchedule(rest);
        if (users == CronUsers::Named)
            line.user = takeWord(rest);
        takeCommand(line, rest);
        if (!line.command.isEmpty())
            lines.push_back(line);
    }
    return lines;
}

std::vector<AnacronLine> parseAnacrontab(QByteArrayView bytes)
{
    std::vector<AnacronLine> lines;
    Environment environment;
    const QByteArrayList texts = bytes.toByteArray().split('\n');
    for (const QByteArray &text : texts) {
        QByteArrayView rest = contentOf(text);
        if (rest.isEmpty())
            continue;
        if (const auto variable = assignmentIn(rest)) {
            environment.set(*variable);
            continue;
        }
        AnacronLine line{.line = rest.toByteArray(), .environment = environment.forLine()};
        line.period = takeWord(rest);
        line.delay = takeWord(rest);
        line.job = takeWord(rest);
        line.command = rest.toByteArray();
        if (!line.command.isEmpty())
            lines.push_back(line);
    }
    return lines;
}

std::optional<int> anacronDays(QByteArrayView period)
{
    if (period == "@daily")
        return 1;
    if (period == "@weekly")
        return 7;
    if (period == "@monthly")
        return 30;
    if (period == "@yearly" || period == "@annually")
        return 365;
    bool isNumber = false;
    const int days = period.toByteArray().toInt(&isNumber);
    return isNumber && days > 0 ? std::optional(days) : std::nullopt;
}

std::optional<AtJob> parseAtJobName(const QByteArray &fileName)
{
    constexpr qsizetype length = 14;
    if (fileName.size() != length)
        return {};
    bool hasNumber = false;
    bool hasTime = false;
    const qint64 number = fileName.sliced(1, 5).toLongLong(&hasNumber, 16);
    const qint64 minutes = fileName.sliced(6, 8).toLongLong(&hasTime, 16);
    if (!hasNumber || !hasTime)
        return {};
    return AtJob{number, fileName.front(), minutes * SecondsPerMinute};
}

QByteArray atJobCommands(QByteArrayView script)
{
    // ${SHELL:-/bin/sh} << 'marcinDELIMITER12345678' … marcinDELIMITER12345678, and before that the environment.
    const QByteArray text = script.toByteArray();
    const qsizetype here = text.lastIndexOf("<< 'marcinDELIMITER");
    if (here >= 0) {
        const qsizetype quote = text.indexOf('\'', here);
        const QByteArray delimiter =
            text.sliced(quote + 1, std::max<qsizetype>(text.indexOf('\'', quote + 1) - quote - 1, 0));
        const qsizetype start = text.indexOf('\n', here) + 1;
        const qsizetype end = text.indexOf(QByteArray("\n" + delimiter), start);
        return start > 0 ? text.sliced(start, (end < start ? text.size() : end) - start).trimmed() : QByteArray();
    }
    // Elsewhere the commands follow the line that leaves when the folder is gone.
    const qsizetype folder = text.indexOf("\n}\n");
    return (folder < 0 ? text : text.sliced(folder + 3)).trimmed();
}

} // namespace Sonde::Agent::Linux
