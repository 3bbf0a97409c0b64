// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/scripts/interpreter.h"

#include "agent/base/devicefolder.h"
#include "agent/system/scripts/scriptprocess.h"
#include "protocol/command/scripttype.h"

#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// A script of that many bytes is read for its line ends; what is longer shows them before.
constexpr qsizetype LineBytes = 1024 * 1024;

QByteArrayList ownOptions(ScriptLanguage language)
{
    if (language == ScriptLanguage::PowerShell)
        return {"-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File"};
    if (language == ScriptLanguage::Batch)
        return {"/d", "/e:on", "/v:off", "/s", "/c"};
    return {};
}

/// Its path; empty where there is none. Every Windows has the older PowerShell.
QString findProgram(ScriptLanguage language)
{
    const QString found = QStandardPaths::findExecutable(interpreterName(language), programFolders());
    if (!found.isEmpty() || language != ScriptLanguage::PowerShell)
        return found;
    return QStandardPaths::findExecutable(u"powershell"_s, programFolders());
}

Result<void> checkLineEnds(const QString &name, const QByteArray &text)
{
    const auto found = text.indexOf("\r\n");
    if (found < 0)
        return {};
    return fail(ErrorCode::WindowsLineEnds, name).with(Fact::Line, text.first(found).count('\n') + 1);
}

} // namespace

Result<QByteArrayList> interpreterFor(const QString &name, const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorCode::ReadFailed, name, file.errorString());
    const QByteArray text = file.read(LineBytes);
    const auto type = scriptType(name, text.first(std::min(text.size(), ScriptHeadBytes)));
    if (!type)
        return std::unexpected(type.error());
    const QString program = interpreterName(type->language);
    const QString found = findProgram(type->language);
    if (found.isEmpty())
        return fail(ErrorCode::NoInterpreter, name, u"%1 is not installed"_s.arg(program))
            .with(Fact::Interpreter, program)
            .with(Fact::Missing, true);
    if (needsUnixLines(type->language)) {
        if (const auto checked = checkLineEnds(name, text); !checked)
            return std::unexpected(checked.error());
    }
    return QByteArrayList{devicePathOf(found)} + type->options + ownOptions(type->language)
        + QByteArrayList{devicePathOf(path)};
}

} // namespace Sonde::Agent
