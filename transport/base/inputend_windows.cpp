// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/inputend.h"

#include <array>
#include <io.h>
#include <thread>

namespace Sonde {

namespace {

constexpr qsizetype LongestLine = 64 * 1024;
constexpr int StandardInput = 0;

} // namespace

QByteArray readInputLine()
{
    QByteArray line;
    for (char c = 0; line.size() < LongestLine && _read(StandardInput, &c, 1) == 1 && c != '\n';)
        line += c;
    return line.trimmed();
}

InputEnd::InputEnd(QObject *parent)
    : QObject(parent)
{
    // The end of a pipe can only be waited for by reading it; the thread ends with the process.
    std::thread([this] {
        std::array<char, 256> ignored{};
        while (_read(StandardInput, ignored.data(), unsigned(ignored.size())) > 0) {}
        QMetaObject::invokeMethod(this, &InputEnd::reached, Qt::QueuedConnection);
    }).detach();
}

} // namespace Sonde

#include "moc_inputend.cpp"
