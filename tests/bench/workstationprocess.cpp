// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workstationprocess.h"

#include "tests/measuring/processmeter.h"
#include "tests/measuring/waiting.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {
constexpr int EndMilliseconds = 5'000;
}

WorkstationProcess::~WorkstationProcess()
{
    m_program.terminate();
    if (!m_program.waitForFinished(EndMilliseconds)) {
        m_program.kill();
        m_program.waitForFinished(EndMilliseconds);
    }
    // They end because their standard input did; their folder is about to be removed.
    (void)waitUntil([this] { return !isRunning(m_service) && !isRunning(m_agent); });
}

Result<void> WorkstationProcess::start()
{
    m_program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const Stopwatch watch;
    m_program.start(
        QStringLiteral(SONDE_BIN_DIR "/sonde"), {u"--data"_s, m_folder, u"--language"_s, u"en"_s, u"--announce"_s});
    const bool decided = waitUntil([&] {
        readAnnouncements(watch);
        return m_ready > 0 || m_program.state() == QProcess::NotRunning;
    });
    if (!decided || m_ready == 0)
        return fail(
            decided ? ErrorCode::CannotStart : ErrorCode::TimedOut, m_program.program(), u"it did not become ready"_s);
    m_service = childOf(pid(), "sonde-service");
    m_agent = childOf(pid(), "sonde-agent");
    return {};
}

void WorkstationProcess::readAnnouncements(const Stopwatch &watch)
{
    while (m_program.canReadLine()) {
        const QString event = QJsonDocument::fromJson(m_program.readLine()).object().value("event"_L1).toString();
        if (event == "painted"_L1)
            m_painted = watch.milliseconds();
        else if (event == "ready"_L1)
            m_ready = watch.milliseconds();
    }
}

} // namespace Sonde::Client::Bench
