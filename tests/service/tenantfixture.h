// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/service/testtenantbench.h"

namespace Sonde::Service {

/// What tests of sessions share: a tenant with one device, whose agent and whose analyst the test plays. Each step waits until the service
/// has followed; an invalid number says that it did not.
class TenantFixture
{
protected:
    void setUp(const QStringList &roles = {Role::Responder});
    void tearDown();

    // ---- what the agent says
    static Message::CommandOutput chunk(CommandId command, quint32 index, const QByteArray &text = "text\n");
    static Message::CommandEnded end(
        CommandId command, quint32 chunks = 0, CommandState state = CommandState::Completed);

    // ---- what the analyst does
    SessionId openSession();
    /// Its device is online and has not answered the connect: whatever is typed waits.
    SessionId openConnecting();
    CommandId submit(const QString &line);
    CommandId sent(const QString &line);
    CommandId started(const QString &line);
    /// A getfile whose file the agent has offered.
    CommandId offered();

    // ---- what the service knows
    template<typename E>
    std::vector<E> events()
    {
        std::vector<E> found;
        for (const JournalEntry &entry : m_bench->journal()) {
            if (const auto *event = std::get_if<E>(&entry.event))
                found.push_back(*event);
        }
        return found;
    }
    template<typename E>
    qsizetype inJournal()
    {
        return qsizetype(events<E>().size());
    }
    const CommandRecord &record(CommandId id) { return *m_bench->tenant().sessions.command(id); }

    std::unique_ptr<TenantBench> m_bench;
    std::unique_ptr<TestPeer> m_agent;
    std::unique_ptr<TestPeer> m_analyst;
    DeviceId m_device;
    SessionId m_session;
    quint32 m_request = 100;
};

} // namespace Sonde::Service
