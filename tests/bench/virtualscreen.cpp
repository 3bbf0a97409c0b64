// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/virtualscreen.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {
constexpr int StartMilliseconds = 20'000;
}

VirtualScreen::~VirtualScreen()
{
    m_server.terminate();
    if (!m_server.waitForFinished(StartMilliseconds))
        m_server.kill();
    m_server.waitForFinished();
}

Result<void> VirtualScreen::start()
{
    m_server.start(
        u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-nolisten"_s, u"tcp"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s});
    while (!m_server.canReadLine()) {
        if (!m_server.waitForReadyRead(StartMilliseconds))
            return fail(ErrorCode::CannotStart, m_server.program(), m_server.errorString());
    }
    m_display = u':' + QString::fromLatin1(m_server.readLine()).trimmed();
    return {};
}

} // namespace Sonde::Client::Bench
