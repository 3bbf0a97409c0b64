// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/scripttype.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

struct Spelling {
    QLatin1StringView text;
    ScriptLanguage language;
};

/// The same program under its other names: python, python3, python3.13.
constexpr Spelling programs[]{
    {"sh"_L1, ScriptLanguage::Sh},
    {"dash"_L1, ScriptLanguage::Sh},
    {"bash"_L1, ScriptLanguage::Bash},
    {"python"_L1, ScriptLanguage::Python},
    {"pwsh"_L1, ScriptLanguage::PowerShell},
    {"powershell"_L1, ScriptLanguage::PowerShell},
};
constexpr Spelling extensions[]{
    {".sh"_L1, ScriptLanguage::Sh},
    {".bash"_L1, ScriptLanguage::Bash},
    {".py"_L1, ScriptLanguage::Python},
    {".ps1"_L1, ScriptLanguage::PowerShell},
    {".cmd"_L1, ScriptLanguage::Batch},
    {".bat"_L1, ScriptLanguage::Batch},
};

std::optional<ScriptLanguage> languageOfProgram(const QByteArray &path)
{
    QString name = QString::fromUtf8(path.sliced(path.lastIndexOf('/') + 1));
    while (!name.isEmpty() && (name.back().isDigit() || name.back() == u'.'))
        name.chop(1);
    const auto found = std::ranges::find(programs, name, &Spelling::text);
    return found == std::end(programs) ? std::nullopt : std::optional(found->language);
}

/// The words of the `#!` line behind "#!" and behind env and its options; empty: there is no such line.
QByteArrayList commandOfFirstLine(QByteArrayView head)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    if (head.startsWith(byteOrderMark)) // the kernel would not know it, but we need not ask the kernel
        head = head.sliced(byteOrderMark.size());
    if (!head.startsWith("#!"))
        return {};
    const auto end = head.indexOf('\n');
    QByteArrayList words = (end < 0 ? head : head.first(end)).sliced(2).toByteArray().simplified().split(' ');
    if (words.first().endsWith("/env") || words.first() == "env") {
        do
            words.removeFirst();
        while (!words.isEmpty() && (words.first().startsWith('-') || words.first().contains('=')));
    }
    words.removeAll(QByteArray());
    return words;
}

std::unexpected<Error> noInterpreter(const QString &name, const QString &program, const QString &reason)
{
    return fail(ErrorCode::NoInterpreter, name, reason).with(Fact::Interpreter, program);
}

} // namespace

Result<ScriptType> scriptType(const QString &name, QByteArrayView head)
{
    if (const QByteArrayList command = commandOfFirstLine(head); !command.isEmpty()) {
        const auto language = languageOfProgram(command.first());
        if (!language)
            return noInterpreter(
                name, QString::fromUtf8(command.first()), u"its #! line asks for another interpreter"_s);
        return ScriptType{*language, command.sliced(1)};
    }
    const auto found = std::ranges::find_if(
        extensions, [&name](const Spelling &extension) { return name.endsWith(extension.text, Qt::CaseInsensitive); });
    if (found == std::end(extensions))
        return noInterpreter(name, {}, u"it has no #! line, and its name does not say what it is written in"_s);
    return ScriptType{found->language, {}};
}

QString interpreterName(ScriptLanguage language)
{
    switch (language) {
    case ScriptLanguage::Sh: return u"sh"_s;
    case ScriptLanguage::Bash: return u"bash"_s;
    case ScriptLanguage::Python: return u"python3"_s;
    case ScriptLanguage::Batch: return u"cmd"_s;
    case ScriptLanguage::PowerShell: break;
    }
    return u"pwsh"_s;
}

bool needsUnixLines(ScriptLanguage language)
{
    return language == ScriptLanguage::Sh || language == ScriptLanguage::Bash;
}

} // namespace Sonde
