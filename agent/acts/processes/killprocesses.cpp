// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/killprocesses.h"

#include "protocol/base/reason.h"

#include <QCborArray>
#include <algorithm>
#include <csignal>
#include <map>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

/// A process that waits for hardware stops for nobody.
constexpr auto StopPatience = 500ms;
constexpr auto EndPatience = 5s;
/// Who starts processes faster than they can be found is stopped by then.
constexpr int MostRounds = 100;

std::vector<ProcessIdentity> processesOf(const ActStep &step)
{
    std::vector<ProcessIdentity> processes;
    for (const QCborValue &one : step.identity.value(u"processes"_s).toArray())
        processes.push_back(ProcessIdentity::fromCbor(one.toMap()));
    return processes;
}

QCborArray shownProcesses(const std::vector<qint64> &pids)
{
    QCborArray names;
    for (const qint64 pid : pids)
        names.append(shownProcess(pid));
    return names;
}

} // namespace

/// The processes that are held, and stopped.
class KillProcessesWorker::Catch final
{
    Q_DISABLE_COPY_MOVE(Catch)

public:
    Catch() = default;

    [[nodiscard]] const std::map<qint64, HeldProcess> &held() const { return m_held; }
    /// Who was not stopped within the patience.
    [[nodiscard]] const QSet<qint64> &unstoppable() const { return m_unstoppable; }

    /// Takes hold of one and stops it; false when it has ended.
    bool add(const ProcessIdentity &identity)
    {
        auto process = HeldProcess::open(identity, m_table);
        if (!process || m_held.contains(identity.pid) || !process->signal(SIGSTOP))
            return false;
        m_held.emplace(identity.pid, std::move(*process));
        return true;
    }
    /// And what they start, until all of it stands still.
    void addDescendants()
    {
        for (int round = 0; round < MostRounds; ++round) {
            waitForStops();
            if (!addNewOnes())
                return;
        }
    }
    void waitForStops()
    {
        for (const auto &[pid, process] : m_held) {
            if (!process.waitForStop(StopPatience))
                m_unstoppable.insert(pid);
        }
    }
    void letGo() const
    {
        for (const auto &[pid, process] : m_held)
            process.signal(SIGCONT);
    }

private:
    bool addNewOnes()
    {
        const auto view = ProcessView::take(m_table);
        QSet<qint64> pids;
        for (const auto &[pid, process] : m_held)
            pids.insert(pid);
        bool isNew = false;
        for (const qint64 pid : view ? view->withDescendants(pids) : pids) {
            if (const ProcessFacts *facts = m_held.contains(pid) ? nullptr : view->find(pid))
                isNew = add(ProcessIdentity::of(*facts)) || isNew;
        }
        return isNew;
    }

    const ProcessTable m_table;
    std::map<qint64, HeldProcess> m_held;
    QSet<qint64> m_unstoppable;
};

ActStep killProcessesStep(const std::vector<ProcessIdentity> &processes, bool tree)
{
    QCborArray list;
    QStringList pids;
    for (const ProcessIdentity &one : processes) {
        list.append(one.toCbor());
        pids += QString::number(one.pid);
    }
    return {StepKind::KillProcesses, pids.join(u", "_s), {{u"processes"_s, list}, {u"tree"_s, tree}}};
}

StepResult KillProcessesWorker::apply(const StepOrder &order)
{
    const auto planned = processesOf(order.step);
    Catch caught;
    for (const ProcessIdentity &one : planned)
        caught.add(one);
    if (caught.held().empty())
        return {StepState::AlreadySo, {}, {}};
    if (order.step.identity.value(u"tree"_s).toBool())
        caught.addDescendants();
    else
        caught.waitForStops();
    QCborMap facts{{u"images"_s, keepImages(caught, order.item)}, {u"found"_s, qint64(caught.held().size())}};
    for (const auto &[pid, process] : caught.held())
        process.signal(SIGKILL);
    std::vector<qint64> left;
    const auto end = std::chrono::steady_clock::now() + EndPatience;
    for (const auto &[pid, process] : caught.held()) {
        const auto patience = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (!process.waitForEnd(std::max(patience, 0ms)))
            left.push_back(pid);
    }
    if (left.empty())
        return StepResult::done(facts);
    // The kill is with the kernel: as soon as what they wait for answers, they end.
    return {StepState::NotConfirmed,
        errorBecause(Reason::KilledAndWaiting, ErrorCode::StillThere, order.step.subject)
            .with(Fact::Processes, shownProcesses(left)),
        facts};
}

QCborArray KillProcessesWorker::keepImages(const Catch &caught, const QString &item)
{
    QCborArray images;
    std::vector<std::pair<dev_t, ino_t>> kept;
    for (const auto &[pid, process] : caught.held()) {
        const Linux::Descriptor image = process.openImage();
        struct stat stat;
        // Whose name is still there is not lost by killing it. The "(deleted)" of the link could be part of a name.
        if (!image.isOpen() || ::fstat(image.number(), &stat) != 0 || stat.st_nlink > 0
            || std::ranges::contains(kept, std::pair(stat.st_dev, stat.st_ino)))
            continue;
        const QString name = kept.empty() ? item : u"%1_%2"_s.arg(item).arg(kept.size());
        const auto sealed = m_quarantine.seal(image.number(), name);
        kept.emplace_back(stat.st_dev, stat.st_ino);
        images.append(QCborMap{{u"pid"_s, pid}, {u"item"_s, name},
            {u"sha256"_s, sealed ? QCborValue(QString::fromLatin1(sealed->sha256.toHex())) : QCborValue(nullptr)}});
    }
    return images;
}

StepResult KillProcessesWorker::recover(const StepOrder &order)
{
    // Who was stopped and not killed runs on, also those that were found only then.
    const auto planned = processesOf(order.step);
    const ProcessTable table;
    QSet<qint64> alive;
    for (const ProcessIdentity &one : planned) {
        if (const auto process = HeldProcess::open(one, table))
            alive.insert(one.pid);
    }
    const auto view = ProcessView::take(table);
    for (const qint64 pid : view ? view->withDescendants(alive) : alive) {
        const ProcessFacts *facts = view ? view->find(pid) : nullptr;
        const auto process = facts ? HeldProcess::open(ProcessIdentity::of(*facts), table) : fail(ErrorCode::NotFound);
        if (process && process->state() == 'T')
            process->signal(SIGCONT);
    }
    if (alive.isEmpty())
        return StepResult::done();
    const Error error = errorBecause(Reason::TheyRunOn, ErrorCode::Interrupted, order.step.subject);
    return size_t(alive.size()) == planned.size() ? StepResult::refused(error) : StepResult::failed(error);
}

} // namespace Sonde::Agent
