// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/pinchoices.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qsizetype MostSessions = 50;

} // namespace

// Two tenants may count their sessions alike; a device's id is one of many.
PinChoices::PinChoices(Settings &settings, const SessionRecord &session)
    : m_settings(settings)
    , m_start(session.device.value() % u' ' % session.id.toString() % u' ')
{
}

QList<CommandId> PinChoices::pinned() const
{
    QList<CommandId> commands;
    for (const QString &line : m_settings.get(Settled::PinnedBlocks)) {
        if (!line.startsWith(m_start))
            continue;
        for (const QString &number : line.sliced(m_start.size()).split(u' ', Qt::SkipEmptyParts))
            commands += CommandId(number.toULongLong());
    }
    return commands;
}

void PinChoices::choose(const QList<CommandId> &commands)
{
    QStringList lines = m_settings.get(Settled::PinnedBlocks);
    lines.removeIf([this](const QString &line) { return line.startsWith(m_start); });
    QStringList numbers;
    for (const CommandId command : commands)
        numbers += command.toString();
    if (!numbers.isEmpty())
        lines += QString(m_start % numbers.join(u' '));
    m_settings.set(Settled::PinnedBlocks, lines.last(std::min(lines.size(), MostSessions)));
}

} // namespace Sonde::Client
