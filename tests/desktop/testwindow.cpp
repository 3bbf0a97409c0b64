// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/testwindow.h"

#include "tests/desktop/testdesktop.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int EndMilliseconds = 20'000;

} // namespace

TestWindow::TestWindow(const TestDesktop &desktop, const QString &language, const QStringList &more)
{
    m_sonde.setProcessEnvironment(desktop.environment());
    start(QStringList{
              u"--language"_s, language, u"--theme"_s, u"light"_s, u"--width"_s, u"1200"_s, u"--height"_s, u"800"_s}
        + more);
}

void TestWindow::start(const QStringList &more)
{
    m_said.clear();
    m_sonde.start(
        QStringLiteral(SONDE_BIN_DIR "/sonde"), QStringList{u"--data"_s, m_data.path(), u"--announce"_s} + more);
}

void TestWindow::startAgain()
{
    start({});
}

TestWindow::~TestWindow()
{
    m_sonde.terminate();
    if (!m_sonde.waitForFinished(EndMilliseconds))
        m_sonde.kill();
    m_sonde.waitForFinished();
}

QString TestWindow::ending() const
{
    if (m_sonde.state() != QProcess::NotRunning)
        return {};
    return m_sonde.exitStatus() == QProcess::NormalExit ? u"exit %1"_s.arg(m_sonde.exitCode()) : u"crash"_s;
}

bool TestWindow::hasSaid(QByteArrayView event)
{
    m_said += m_sonde.readAllStandardOutput();
    return m_said.contains(QByteArray("\"event\":\"" + event.toByteArray() + '"'));
}

QString TestWindow::complaints()
{
    return QString::fromUtf8(m_sonde.readAllStandardError());
}

} // namespace Sonde::Client
