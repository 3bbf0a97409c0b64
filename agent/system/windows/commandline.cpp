// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/commandline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Windows {

namespace {

bool isBlank(QChar character)
{
    return character == u' ' || character == u'\t';
}

bool needsQuotes(QStringView argument)
{
    return argument.isEmpty()
        || std::ranges::any_of(argument, [](QChar c) { return isBlank(c) || c == u'"' || c == u'\n' || c == u'\v'; });
}

/// Backslashes count only before a quotation mark: there each of them is doubled.
QString quoted(QStringView argument)
{
    QString text = u"\""_s;
    qsizetype backslashes = 0;
    for (const QChar character : argument) {
        if (character == u'"')
            text += QString(backslashes + 1, u'\\');
        backslashes = character == u'\\' ? backslashes + 1 : 0;
        text += character;
    }
    return text + QString(backslashes, u'\\') + u'"';
}

} // namespace

QString commandLineOf(const QStringList &arguments)
{
    QString line;
    for (const QString &argument : arguments) {
        if (line.isEmpty())
            line = u'"' + argument + u'"';
        else
            line += u' ' + (needsQuotes(argument) ? quoted(argument) : argument);
    }
    return line;
}

bool isBatchInterpreter(const QString &program)
{
    const QString name = program.section(u'\\', -1).section(u'/', -1);
    return name.compare(u"cmd.exe"_s, Qt::CaseInsensitive) == 0 || name.compare(u"cmd"_s, Qt::CaseInsensitive) == 0;
}

std::optional<QString> batchLineOf(const QStringList &arguments)
{
    const qsizetype command = arguments.indexOf(u"/c"_s);
    const auto isSayable = [](const QString &text) {
        return std::ranges::none_of(text, [](QChar c) { return c == u'"' || c == u'%' || c < u' '; });
    };
    if (command < 0 || !std::ranges::all_of(arguments.sliced(command + 1), isSayable))
        return {};
    const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || u"-_./:\\@+"_s.contains(c); };
    QStringList words;
    for (const QString &one : arguments.sliced(command + 1))
        words += !words.isEmpty() && !one.isEmpty() && std::ranges::all_of(one, isPlain) ? one : u'"' + one + u'"';
    // The outermost quotation marks are taken away again ("/s").
    return u'"' + arguments.first() + u"\" "_s + arguments.first(command + 1).sliced(1).join(u' ') + u" \""_s
        + words.join(u' ') + u'"';
}

} // namespace Sonde::Agent::Windows
