// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/inputend.h"

#include <QSocketNotifier>
#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>

namespace Sonde {

namespace {

constexpr qsizetype LongestLine = 64 * 1024;

/// Bytes read; 0 at the end of the input, and when it cannot be read.
ssize_t readInput(char *buffer, size_t size)
{
    ssize_t count = -1;
    do
        count = ::read(STDIN_FILENO, buffer, size);
    while (count < 0 && errno == EINTR);
    return std::max<ssize_t>(count, 0);
}

} // namespace

QByteArray readInputLine()
{
    QByteArray line;
    for (char c = 0; line.size() < LongestLine && readInput(&c, 1) == 1 && c != '\n';)
        line += c;
    return line.trimmed();
}

InputEnd::InputEnd(QObject *parent)
    : QObject(parent)
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        std::array<char, 256> ignored{};
        if (readInput(ignored.data(), ignored.size()) > 0)
            return;
        notifier->setEnabled(false);
        Q_EMIT reached();
    });
}

} // namespace Sonde

#include "moc_inputend.cpp"
