// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/activity/activitycontroller.h"
#include "controllers/acts/actlistcontroller.h"
#include "controllers/administration/administration.h"
#include "controllers/downloads/downloadmanager.h"
#include "controllers/library/librarycontroller.h"
#include "controllers/tenant/embeddedtenant.h"
#include "controllers/tenant/headwitness.h"
#include "controllers/tenant/inventorycontroller.h"

namespace Sonde::Client {

/// A tenant to work with, from "not there yet" to an inventory on the screen: the embedded one of this computer, or one at an address.
class Workstation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workstation)

public:
    enum class Phase {
        StartingTenant, ///< the programs of the embedded tenant are coming up
        SignInNeeded,   ///< the analyst must say who they are; failure() says why, when it was refused
        SigningIn,
        Listing, ///< connected, the inventory is on its way
        Ready,
        Failed, ///< failure() says why; retry() tries again
    };
    Q_ENUM(Phase)

    /// An empty `tenant` means the embedded one, kept in `dataFolder`; `user` is who wants to sign in, when that is known.
    Workstation(const QUrl &tenant, const UserName &user, const QString &dataFolder, QObject *parent = nullptr);

    void start();
    void retry();
    void signIn(const Credentials &credentials);
    /// Before the program ends: gives up the access, and has the embedded tenant end. left() follows, in some seconds at most.
    void leave();

    [[nodiscard]] bool isEmbedded() const { return m_tenant.isEmpty(); }
    [[nodiscard]] const QUrl &tenant() const { return m_tenant; }
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }
    /// Who is signed in, or wants to be.
    [[nodiscard]] const UserName &user() const
    {
        return m_client.welcome().user.isValid() ? m_client.welcome().user : m_user;
    }
    [[nodiscard]] TenantClient &client() { return m_client; }
    [[nodiscard]] DeviceModel &devices() { return m_devices; }
    [[nodiscard]] SessionListModel &sessions() { return m_sessions; }
    [[nodiscard]] const DownloadModel &downloadList() const { return m_downloadList; }
    [[nodiscard]] QList<LibraryUpload> openUploads() const { return m_library.uploads().open(); }
    [[nodiscard]] DownloadManager &downloads() { return m_downloads; }
    [[nodiscard]] InventoryController &inventory() { return m_inventory; }
    [[nodiscard]] LibraryController &library() { return m_library; }
    [[nodiscard]] ActListController &acts() { return m_acts; }
    [[nodiscard]] ActivityController &activity() { return m_activity; }
    [[nodiscard]] Administration &administration() { return m_administration; }

Q_SIGNALS:
    void phaseChanged(Sonde::Client::Workstation::Phase phase);
    /// A program of the embedded tenant ended unexpectedly and runs again.
    void childRestarted(const QString &program);
    /// The journal has another past than when this user was connected last.
    void journalDiffers(const Sonde::Error &error);
    void left();

private:
    [[nodiscard]] QString downloadsFile() const;
    void followClient();
    void followInventory();
    void fail(const Error &error);
    void setPhase(Phase phase);

    QUrl m_tenant;
    UserName m_user;
    QString m_dataFolder;
    EmbeddedTenant m_embedded;
    TenantClient m_client;
    HeadWitness m_witness{m_client};
    DeviceModel m_devices;
    SessionListModel m_sessions;
    InventoryController m_inventory;
    DownloadModel m_downloadList;
    DownloadManager m_downloads;
    LibraryModel m_libraryFiles;
    LibraryController m_library;
    ActListModel m_actList;
    ActListController m_acts;
    ActivityModel m_activityList;
    ActivityController m_activity;
    Administration m_administration;
    Phase m_phase = Phase::StartingTenant;
    std::optional<Error> m_failure;
};

} // namespace Sonde::Client
