// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/inventorycontroller.h"
#include "controllers/tenant/tenantclient.h"
#include "ui/cli/base/printer.h"

namespace Sonde::Client {

/// The verbs that list or change something of the tenant: devices, sessions, journal, users, enrol, settings. One is run, then
/// finished() is told.
class TenantVerbs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TenantVerbs)

public:
    TenantVerbs(
        TenantClient &client, InventoryController &inventory, const CliOptions &options, QObject *parent = nullptr);

    /// The verbs this class knows; exec and session are a SessionRunner's.
    [[nodiscard]] static bool knows(const QString &verb);
    void run();

Q_SIGNALS:
    void finished(Sonde::Client::ExitStatus status);

private:
    void listDevices();
    void sessions();
    void journal();
    void fetchJournal(quint64 after);
    void verifyJournal();
    void addUser();
    void enrol();
    void settings();
    void refuse(const Error &error);

    TenantClient &m_client;
    InventoryController &m_inventory;
    const CliOptions &m_options;
    Printer m_printer;
};

} // namespace Sonde::Client
