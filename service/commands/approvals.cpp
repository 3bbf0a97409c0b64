// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/commands/approvals.h"

using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
/// The clock may be set forward at any time.
constexpr std::chrono::milliseconds LongestWait = 5s;
} // namespace

Approvals::Approvals(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { sweep(QDateTime::currentDateTimeUtc()); });
}

void Approvals::add(HeldLine line)
{
    const CommandId command = line.subject.command;
    m_lines.insert_or_assign(command, std::move(line));
    arm();
    Q_EMIT changed();
}

std::optional<HeldLine> Approvals::take(CommandId command)
{
    auto taken = m_lines.extract(command);
    if (taken.empty())
        return {};
    arm();
    Q_EMIT changed();
    return std::move(taken.mapped());
}

const HeldLine *Approvals::find(CommandId command) const
{
    const auto found = m_lines.find(command);
    return found == m_lines.end() ? nullptr : &found->second;
}

std::vector<CommandId> Approvals::of(SessionId session) const
{
    std::vector<CommandId> commands;
    for (const auto &[command, line] : m_lines) {
        if (line.subject.session == session)
            commands.push_back(command);
    }
    return commands;
}

void Approvals::arm()
{
    if (m_lines.empty())
        return m_timer.stop();
    std::chrono::milliseconds next = LongestWait;
    for (const auto &[command, line] : m_lines)
        next = std::min(next, line.deadline.left());
    m_timer.start(next);
}

void Approvals::sweep(const QDateTime &now)
{
    std::vector<CommandId> over;
    for (const auto &[command, line] : m_lines) {
        if (line.deadline.leftAt(now).count() == 0)
            over.push_back(command);
    }
    for (const CommandId command : over)
        Q_EMIT overdue(command);
    arm();
}

ApprovalRecord recordOf(const HeldLine &line, const QString &group)
{
    return {line.subject.command, line.subject.session, line.subject.device, group, line.analyst, line.asked.line,
        line.asked.reason, line.time, line.asked.expires, line.deadline.left(), line.plan.isValid()};
}

} // namespace Sonde::Service

#include "moc_approvals.cpp"
