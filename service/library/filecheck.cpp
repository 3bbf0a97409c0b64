// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/filecheck.h"

#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "protocol/examination/examinationfile.h"
#include "service/library/examinationcheck.h"
#include "transport/base/processlimits.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {

enum CheckStatus { Fits = 0, Refused = 1, CannotCheck = 2 };

constexpr auto CheckPoll = 50ms;
constexpr qint64 MostComplaint = 64 * 1024; ///< bytes of an error

ErrorCode refusalOf(const QString &name)
{
    switch (examinationFile(name)) {
    case ExaminationFile::Rules: return ErrorCode::RulesMalformed;
    case ExaminationFile::Artifacts: return ErrorCode::ArtifactsMalformed;
    case ExaminationFile::None: return ErrorCode::BaselineMalformed;
    default: return ErrorCode::HashesMalformed;
    }
}

/// Of a checker that was given up, or has died.
Failure tooCostly(const QString &name, Reason reason)
{
    return fail(refusalOf(name), name, reasonText(reason)).with(Fact::Why, u"cost"_s);
}

Result<void> readComplaint(QProcess &checker, const QString &name)
{
    if (checker.exitStatus() == QProcess::NormalExit && checker.exitCode() == Fits)
        return {};
    if (checker.exitStatus() != QProcess::NormalExit || checker.exitCode() != Refused)
        return tooCostly(name, Reason::EngineGone);
    const auto error = Codec::fromBytes<Error>(checker.read(MostComplaint));
    return error ? std::unexpected(*error) : Result<void>(tooCostly(name, Reason::EngineGone));
}

void prepare(QProcess &checker)
{
    checker.setStandardInputFile(QProcess::nullDevice());
    checker.setStandardErrorFile(QProcess::nullDevice());
#ifdef Q_OS_UNIX
    checker.setUnixProcessParameters(
        QProcess::UnixProcessFlag::CloseFileDescriptors | QProcess::UnixProcessFlag::ResetSignalHandlers);
#endif
}

} // namespace

FileCheck::FileCheck(QString program)
    : FileCheck(std::move(program), {})
{
}

Result<void> FileCheck::check(const QString &name, const QString &path, const std::stop_token &stop) const
{
    if (!isChecked(name))
        return {};
    QProcess checker;
    prepare(checker);
    checker.start(m_program,
        {QString::fromLatin1(FileCheckOption), name, path, QString::number(m_limits.memory),
            QString::number(m_limits.time.count())});
    if (!checker.waitForStarted())
        return fail(ErrorCode::CannotStart, m_program, checker.errorString());
    const auto giveUp = qScopeGuard([&checker] {
        checker.kill();
        checker.waitForFinished();
    });
    for (const QDeadlineTimer deadline(m_limits.time); !checker.waitForFinished(int(CheckPoll.count()));) {
        if (checker.state() == QProcess::NotRunning)
            break;
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (deadline.hasExpired() || checker.bytesAvailable() > MostComplaint)
            return tooCostly(name, Reason::EngineTooSlow);
    }
    return readComplaint(checker, name);
}

int runFileCheck(std::span<char *const> arguments)
{
    if (arguments.size() != 4)
        return CannotCheck;
    const QString name = QString::fromLocal8Bit(arguments[0]);
    QFile content(QString::fromLocal8Bit(arguments[1]));
    if (!content.open(QFile::ReadOnly))
        return CannotCheck;
    becomeWorker({.memory = QByteArrayView(arguments[2]).toLongLong(),
        .written = 0,
        .time = std::chrono::seconds(QByteArrayView(arguments[3]).toLongLong()),
        // The service's user may open its database and its keys: nothing is opened after this file.
        .descriptors = content.handle() + 1});
    const auto checked = checkExaminationFile(name, content);
    if (checked)
        return Fits;
    if (checked.error().code == ErrorCode::Internal)
        return CannotCheck;
    const QByteArray complaint = Codec::toBytes(checked.error());
    std::fwrite(complaint.constData(), 1, size_t(complaint.size()), stdout);
    std::fflush(stdout);
    return Refused;
}

} // namespace Sonde::Service
