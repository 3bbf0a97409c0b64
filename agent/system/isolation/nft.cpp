// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/nft.h"

#include "agent/system/isolation/nftscript.h"
#include "protocol/base/reason.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Nft {

namespace {

/// Milliseconds. It takes 20 of them; a device that is short of everything may need longer.
constexpr int ToolPatience = 20'000;

} // namespace

Result<Tool> Tool::find()
{
    const QString path = QStandardPaths::findExecutable(
        u"nft"_s, {u"/usr/sbin"_s, u"/sbin"_s, u"/usr/bin"_s, u"/bin"_s, u"/usr/local/sbin"_s});
    if (path.isEmpty())
        return fail(ErrorCode::NoSubsystem, u"nft"_s, Reason::NoNftables);
    return Tool(path);
}

Result<void> Tool::apply(const QByteArray &script)
{
    return run({u"-f"_s, u"-"_s}, script).transform([](const QByteArray &) {});
}

Result<ListedTable> Tool::list(const QByteArray &family)
{
    return run({u"-j"_s, u"list"_s, u"table"_s, QString::fromLatin1(family), QString::fromLatin1(TableName)}, {})
        .and_then(parseListing);
}

Result<QByteArray> Tool::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(u"/"_s);
    process.start(m_path, arguments);
    if (!process.waitForStarted(ToolPatience))
        return fail(ErrorCode::CannotStart, m_path, process.errorString());
    if (!input.isEmpty())
        m_lastProcess = process.processId();
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(ToolPatience)) {
        process.kill();
        process.waitForFinished();
        return fail(ErrorCode::TimedOut, m_path);
    }
    const QString complaint = QString::fromUtf8(process.readAllStandardError()).trimmed();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return process.readAllStandardOutput();
    const bool isMissing = complaint.contains("No such file or directory"_L1);
    return fail(isMissing ? ErrorCode::NotFound : ErrorCode::NotSupported, m_path, complaint.section(u'\n', 0, 2));
}

} // namespace Sonde::Agent::Nft
