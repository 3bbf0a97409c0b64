// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/processset.h"

#include <QCoreApplication>
#include <algorithm>

namespace Sonde::Agent {

Result<ProcessView> ProcessView::take(const ProcessTable &table)
{
    const auto ids = table.ids();
    if (!ids)
        return std::unexpected(ids.error());
    ProcessView view;
    for (const qint64 pid : *ids) {
        if (auto facts = table.facts(pid))
            view.m_all.push_back(std::move(*facts));
    }
    for (const ProcessFacts *one = view.find(QCoreApplication::applicationPid());
        one && !view.m_ours.contains(one->pid);) {
        view.m_ours.insert(one->pid);
        one = view.find(one->parent);
    }
    return view;
}

const ProcessFacts *ProcessView::find(qint64 pid) const
{
    const auto found = std::ranges::lower_bound(m_all, pid, {}, &ProcessFacts::pid);
    return found == m_all.end() || found->pid != pid ? nullptr : &*found;
}

bool ProcessView::isProtected(qint64 pid) const
{
    const ProcessFacts *facts = find(pid);
    return pid <= 1 || m_ours.contains(pid) || (facts && isSystemsOwn(*facts));
}

QSet<qint64> ProcessView::withDescendants(QSet<qint64> pids) const
{
    for (qsizetype before = -1; before != pids.size();) {
        before = pids.size();
        for (const ProcessFacts &facts : m_all) {
            if (pids.contains(facts.parent) && !isProtected(facts.pid))
                pids.insert(facts.pid);
        }
    }
    return pids;
}

QSet<qint64> ProcessView::withImage(const QByteArray &image) const
{
    QSet<qint64> pids;
    for (const ProcessFacts &facts : m_all) {
        if (!image.isEmpty() && facts.image == image && !isProtected(facts.pid))
            pids.insert(facts.pid);
    }
    return pids;
}

} // namespace Sonde::Agent
