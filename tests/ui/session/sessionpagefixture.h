// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventory/devicemodel.h"
#include "models/session/commandhistory.h"
#include "tests/controllers/scriptedsession.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/session/sessionpage.h"

namespace Sonde::Client {

class CommandEdit;

/// A device that is online.
[[nodiscard]] DeviceRecord workstation();

/// What tests of a session's page share: the page, shown and with the focus in its input line.
class SessionPageFixture : protected ScriptedSession
{
protected:
    /// Once for all tests, before the first setUp().
    void applyLook();
    void setUp();
    void tearDown();

    CommandEdit *edit();
    void run(const QString &line);
    template<typename T>
    T *named(const QString &name)
    {
        for (T *widget : m_page->findChildren<T *>()) {
            if (WidgetAudit::nameOf(*widget) == name)
                return widget;
        }
        return nullptr;
    }
    /// A command that has ended, with these rows.
    CommandId finished(const QString &line, const ResultRows &rows);

    std::unique_ptr<ConsoleFixture::Look> m_look;
    std::unique_ptr<DeviceModel> m_devices;
    std::unique_ptr<CommandHistory> m_history;
    std::unique_ptr<SessionController> m_session;
    std::unique_ptr<SessionPage> m_page;
};

} // namespace Sonde::Client
