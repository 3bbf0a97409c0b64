// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stopsignals.h"

#include <csignal>
#include <array>
#include <fcntl.h>
#include <unistd.h>

namespace Sonde {

namespace {

// A signal handler can reach nothing but a global.
std::array<int, 2> signalPipe{-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

} // namespace

StopSignals::StopSignals(bool alsoInput, QObject *parent)
    : QObject(parent)
{
    watchSignals();
    if (alsoInput)
        watchInput();
}

void StopSignals::watchSignals()
{
    if (::pipe(signalPipe.data()) != 0)
        return;
    for (const int end : signalPipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    m_signalNotifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_signalNotifier.get(), &QSocketNotifier::activated, this, [this] {
        m_signalNotifier->setEnabled(false);
        Q_EMIT stopRequested();
    });
}

void StopSignals::watchInput()
{
    m_inputNotifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_inputNotifier.get(), &QSocketNotifier::activated, this, [this] {
        std::array<char, 256> ignored{};
        if (::read(STDIN_FILENO, ignored.data(), ignored.size()) > 0)
            return;
        m_inputNotifier->setEnabled(false);
        Q_EMIT stopRequested();
    });
}

} // namespace Sonde
