// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/sessioncontroller.h"
#include "controllers/tenant/inventorycontroller.h"

#include <QTest>

namespace Sonde::Client {

/// The workstation without its windows; destroying it is what kill -9 does to it as far as the service can tell.
struct TestWorkstation {
    static constexpr std::chrono::seconds Patience{60};

    explicit TestWorkstation(const Credentials &credentials)
        : inventory(client, devices, sessions)
    {
        client.signIn(credentials);
    }

    /// A connected session on the one device; nullptr, after a failure in the test's output, when there is none in time.
    [[nodiscard]] std::unique_ptr<SessionController> openSession()
    {
        std::optional<SessionId> id;
        std::unique_ptr<SessionController> session;
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(devices.rowCount() == 1 && devices.device(0)->online, Patience);
            inventory.startSession(devices.device(0)->id, &client, [&id](const Result<SessionRecord> &started) {
                QVERIFY2(started, started ? "" : qPrintable(debugText(started.error())));
                id = started->id;
            });
            QTRY_VERIFY_WITH_TIMEOUT(id, Patience);
            session = std::make_unique<SessionController>(client, *id);
            QTRY_COMPARE_WITH_TIMEOUT(session->session().state, SessionState::Connected, Patience);
        }();
        return session;
    }

    /// The command a line became.
    [[nodiscard]] static CommandId submit(SessionController &session, const QString &line)
    {
        CommandId id;
        const auto connection = QObject::connect(
            &session, &SessionController::taken, &session, [&id](const QString &, CommandId command) { id = command; });
        session.submit(line);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(id.isValid(), Patience); }();
        QObject::disconnect(connection);
        return id;
    }

    DeviceModel devices;
    SessionListModel sessions;
    TenantClient client;
    InventoryController inventory;
};

} // namespace Sonde::Client
