// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/loop/eventloop.h"
#include "service/serviceprogram.h"
#include "tests/service/networkclient.h"

#include <QTemporaryDir>
#include <QTest>

namespace Sonde::Service {

/// Where sonde-service itself lies.
[[nodiscard]] QString serviceProgram();

/// What tests over the real port share: a service with a folder of its own, and a client that trusts it.
class ServiceFixture
{
protected:
    void setUp();
    void tearDown();
    void restart(bool embedded);
    /// A service that nobody has set up.
    void startAfresh();

    QString ready(QLatin1StringView fact) { return m_service->readyFacts().value(fact).toString(); }
    QString embeddedAccess();
    template<typename E>
    std::vector<JournalEntry> entries()
    {
        m_service->tenant().turn.finish();
        auto found = m_service->tenant().store.entries(0, 100'000);
        std::erase_if(found, [](const JournalEntry &entry) { return !std::holds_alternative<E>(entry.event); });
        return found;
    }
    template<typename E>
    qsizetype inJournal()
    {
        return qsizetype(entries<E>().size());
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ServiceProgram> m_service;
    NetworkClient m_client;
};

/// main() of a test, in the event loop that the service has.
template<typename Test>
int runInServiceLoop(int argc, char *argv[])
{
    if (auto dispatcher = makeEventDispatcher())
        QCoreApplication::setEventDispatcher(dispatcher.release());
    QCoreApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace Sonde::Service
