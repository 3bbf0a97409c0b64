// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/childprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {
constexpr auto StartDeadline = 30s;
/// A first restart is at once; one that keeps dying is given time.
constexpr std::chrono::milliseconds RestartDelay = 200ms;
constexpr int StopDeadline = 3000;
constexpr qsizetype KeptWords = 2000;
} // namespace

ChildProgram::ChildProgram(const QString &name, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_folder(QCoreApplication::applicationDirPath())
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ChildProgram::readLine);
    connect(&m_process, &QProcess::readyReadStandardError, this, &ChildProgram::keepLastWords);
    connect(&m_process, &QProcess::finished, this, &ChildProgram::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart && m_stopping)
            Q_EMIT stopped();
        else if (error == QProcess::FailedToStart)
            Q_EMIT failed({ErrorCode::CannotStart, m_name, m_process.errorString(), {}});
    });
    m_restart.setSingleShot(true);
    connect(&m_restart, &QTimer::timeout, this, &ChildProgram::launch);
    m_startDeadline.setSingleShot(true);
    connect(&m_startDeadline, &QTimer::timeout, &m_process, &QProcess::kill);
    m_stopDeadline.setSingleShot(true);
    connect(&m_stopDeadline, &QTimer::timeout, &m_process, &QProcess::kill);
}

ChildProgram::~ChildProgram()
{
    stop();
}

void ChildProgram::start(const QStringList &arguments, const QString &secret)
{
    setArguments(arguments, secret);
    m_failures = 0;
    launch();
}

void ChildProgram::setArguments(const QStringList &arguments, const QString &secret)
{
    m_arguments = arguments;
    m_secret = secret;
}

void ChildProgram::stop()
{
    m_stopping = true;
    m_restart.stop();
    m_startDeadline.stop();
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(StopDeadline)) {
        m_process.kill();
        m_process.waitForFinished(StopDeadline);
    }
}

void ChildProgram::end()
{
    m_stopping = true;
    m_restart.stop();
    m_startDeadline.stop();
    if (m_process.state() == QProcess::NotRunning) {
        QMetaObject::invokeMethod(this, &ChildProgram::stopped, Qt::QueuedConnection);
        return;
    }
    m_process.closeWriteChannel();
    m_stopDeadline.start(StopDeadline);
}

void ChildProgram::launch()
{
    m_ready = false;
    m_stopping = false;
    m_line.clear();
    m_lastWords.clear();
    m_startDeadline.start(StartDeadline);
    m_process.start(QDir(m_folder).filePath(m_name), m_arguments);
    if (!m_secret.isEmpty())
        m_process.write(m_secret.toUtf8() + '\n');
}

void ChildProgram::readLine()
{
    m_line += m_process.readAllStandardOutput();
    const qsizetype end = m_line.indexOf('\n');
    if (m_ready || m_stopping || end < 0)
        return;
    const auto line = QJsonDocument::fromJson(m_line.first(end));
    if (!line.isObject()) {
        m_lastWords = m_line;
        m_process.kill();
        return;
    }
    m_ready = true;
    m_failures = 0;
    m_startDeadline.stop();
    Q_EMIT ready(line.object());
}

void ChildProgram::keepLastWords()
{
    m_lastWords += m_process.readAllStandardError();
    m_lastWords.slice(std::max<qsizetype>(0, m_lastWords.size() - KeptWords));
}

void ChildProgram::ended()
{
    m_startDeadline.stop();
    m_stopDeadline.stop();
    if (m_stopping) {
        Q_EMIT stopped();
        return;
    }
    const QString words = QString::fromUtf8(m_lastWords).trimmed();
    if (!m_ready && ++m_failures >= MostFailures) {
        Q_EMIT failed(Error{ErrorCode::CannotStart, m_name, words, {}}.with(Fact::ExitCode, m_process.exitCode()));
        return;
    }
    const bool first = m_ready;
    m_ready = false;
    m_restart.start(first ? 0ms : RestartDelay * m_failures);
    Q_EMIT died(words);
}

} // namespace Sonde::Client

#include "moc_childprogram.cpp"
