// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/lookagain.h"

#include "agent/acts/processes/processset.h"
#include "agent/system/files/files.h"
#include "protocol/base/devicepath.h"

#include <QCborArray>
#include <algorithm>
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

/// Of a file of configuration, as far as it is one.
QByteArray contentOf(const QByteArray &path)
{
    constexpr qsizetype most = 16 * 1024 * 1024;
    const auto file = openRegularFile(path);
    if (!file)
        return {};
    QByteArray content(std::min<qsizetype>((*file)->size(), most), Qt::Uninitialized);
    content.truncate((*file)->read(content).value_or(0));
    return content;
}

/// Files and lines that somebody has put back.
void addThingsBack(QCborArray &back, const ActStep &step)
{
    const FileSystem files;
    const QCborArray paths = step.identity.value(u"files"_s).toArray();
    for (const QCborValue file : paths) {
        const QByteArray path = DevicePath::fromTyped(file.toString()).bytes();
        const auto facts = files.facts(path, Links::Keep);
        if (facts && facts->target != "/dev/null") // that would be its mask
            back.append(file);
    }
    const QCborArray lines = step.identity.value(u"lines"_s).toArray();
    for (const QCborValue line : lines) {
        const QByteArray path = DevicePath::fromTyped(line[u"path"_s].toString()).bytes();
        QByteArrayList now = contentOf(path).split('\n');
        for (QByteArray &one : now)
            one = one.trimmed();
        if (now.contains(DevicePath::fromTyped(line[u"line"_s].toString()).bytes()))
            back.append(line[u"path"_s]);
    }
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
    addThingsBack(back, step);
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
