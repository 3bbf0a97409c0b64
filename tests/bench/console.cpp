// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/textbuffer.h"
#include "tests/bench/benchmark.h"
#include "tests/bench/painting.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"
#include "tests/measuring/waiting.h"
#include "ui/toolkit/textview.h"

#include <QCoreApplication>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr int BatchLines = 1'000;
constexpr int LineBytes = 100; ///< with its line break
constexpr double Mebibyte = 1024 * 1024;

QByteArray batch(int number)
{
    QByteArray lines;
    lines.reserve(BatchLines * LineBytes);
    for (int i = 0; i < BatchLines; ++i) {
        const QByteArray line = QByteArray::number(number * BatchLines + i).rightJustified(9, '0')
            + " 2026-11-21T04:51:09.000Z sshd[4242]: Accepted publickey for root from 192.0.2.7 port 50022 ssh2";
        lines += line.leftJustified(LineBytes - 1, '.', true) + '\n';
    }
    return lines;
}

struct Appending {
    double total = 0;        ///< seconds until all is there and painted
    double longestStall = 0; ///< milliseconds in which the event loop did not turn
    double memory = 0;       ///< what the process grew by ÷ the text
};

/// Appends batch after batch as they would come from a session, and lets the view paint in between.
Appending appendAll(int lines, QAbstractScrollArea &view, const std::function<void(const QByteArray &)> &append)
{
    showWindow(view);
    const qint64 self = QCoreApplication::applicationPid();
    const double before = memoryOf(self).resident;
    Samples stalls;
    const Stopwatch total;
    for (int i = 0; i < lines / BatchLines; ++i) {
        const QByteArray text = batch(i);
        const Stopwatch stall;
        append(text);
        takeTurn();
        stalls.add(stall.milliseconds());
    }
    (void)millisecondsToPaint(*view.viewport(), [&view] { view.viewport()->update(); });
    const double seconds = total.seconds();
    const double grown = memoryOf(self).resident - before;
    return {seconds, stalls.worst(), grown * Mebibyte / (double(lines) * LineBytes)};
}

Appending ours(int lines)
{
    const Look look;
    TextBuffer buffer;
    TextView view(look.theme);
    view.setBuffer(&buffer);
    return appendAll(lines, view, [&buffer](const QByteArray &text) { buffer.append(text); });
}

Appending reference(int lines)
{
    QPlainTextEdit view;
    view.setReadOnly(true);
    view.setUndoRedoEnabled(false);
    view.setLineWrapMode(QPlainTextEdit::NoWrap);
    return appendAll(
        lines, view, [&view](const QByteArray &text) { view.appendPlainText(QString::fromUtf8(text).chopped(1)); });
}

} // namespace

Result<Measurements> console()
{
    // The larger one first: memory is measured in a process that has not freed any yet.
    const Appending million = ours(1'000'000);
    const Appending part = ours(200'000);
    const Appending plain = reference(200'000);
    const QString words = u"QPlainTextEdit without wrapping"_s;
    return Measurements{
        {u"console.1000000.stall"_s, million.longestStall, u"ms"_s, {.most = 16}, {}, {}},
        {u"console.1000000.memory"_s, million.memory, u"x the text"_s, {.most = 2}, {}, {}},
        {u"console.1000000.total"_s, million.total, u"s"_s, {}, {}, {}},
        {u"console.200000.stall"_s, part.longestStall, u"ms"_s, {.most = 16}, words, plain.longestStall},
        {u"console.200000.total"_s, part.total, u"s"_s, {}, words, plain.total},
    };
}

} // namespace Sonde::Client::Bench
