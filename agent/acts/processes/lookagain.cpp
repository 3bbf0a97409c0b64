// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/lookagain.h"

#include "agent/acts/processes/processset.h"
#include "protocol/base/devicepath.h"

#include <QCborArray>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// False when it was asked to stop.
bool waitUntil(std::chrono::steady_clock::time_point time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_until(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

bool hasText(const QCborArray &texts, const QByteArray &bytes)
{
    return !bytes.isEmpty() && texts.contains(QCborValue(DevicePath(bytes).typed()));
}

QCborArray whoIsBack(const ActStep &step)
{
    const QCborArray images = step.identity.value(u"images"_s).toArray();
    const QCborArray lines = step.identity.value(u"command_lines"_s).toArray();
    const QCborArray known = step.identity.value(u"known"_s).toArray();
    QCborArray back;
    const ProcessTable table;
    const auto view = ProcessView::take(table);
    for (const ProcessFacts &facts : view ? view->all() : std::vector<ProcessFacts>()) {
        const bool isIt = hasText(images, facts.image) || hasText(lines, facts.commandLine);
        const bool isKnown = isIt && known.contains(QCborValue(ProcessIdentity::of(facts).toCbor()));
        if (isIt && !isKnown && facts.status != u"zombie" && !view->isProtected(facts.pid))
            back.append(shownProcess(facts.pid));
    }
    return back;
}

} // namespace

StepResult LookAgainWorker::apply(const StepOrder &order)
{
    const auto begin = std::chrono::steady_clock::now();
    for (const auto delay : m_after) {
        if (!waitUntil(begin + delay, order.stop))
            return {StepState::NotConfirmed, {}, {}};
        const QCborArray back = whoIsBack(order.step);
        if (!back.isEmpty())
            return StepResult::failed(
                Error{ErrorCode::StillThere, order.step.subject, {}, {}}.with(Fact::Processes, back));
    }
    return StepResult::done();
}

StepResult LookAgainWorker::recover(const StepOrder &order)
{
    const QCborArray back = whoIsBack(order.step);
    return back.isEmpty()
        ? StepResult{StepState::NotConfirmed, {}, {}}
        : StepResult::failed(Error{ErrorCode::StillThere, order.step.subject, {}, {}}.with(Fact::Processes, back));
}

} // namespace Sonde::Agent
