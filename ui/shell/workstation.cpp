// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workstation.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

Workstation::Workstation(const QUrl &tenant, const UserName &user, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_tenant(tenant)
    , m_user(user)
    , m_dataFolder(dataFolder)
    , m_inventory(m_client, m_devices, m_sessions)
    , m_downloads(m_client, m_devices, m_downloadList, downloadsFile())
    , m_library(m_client, m_libraryFiles)
    , m_acts(m_client, m_actList)
    , m_activity(m_client, m_activityList)
    , m_administration(m_client)
{
    connect(&m_embedded, &EmbeddedTenant::ready, this, &Workstation::signIn);
    connect(&m_embedded, &EmbeddedTenant::failed, this, &Workstation::fail);
    connect(&m_embedded, &EmbeddedTenant::childRestarted, this, &Workstation::childRestarted);
    connect(&m_witness, &HeadWitness::differs, this, &Workstation::journalDiffers);
    connect(&m_client, &TenantClient::stateChanged, this, &Workstation::followClient);
    connect(&m_inventory, &InventoryController::completed, this, &Workstation::followInventory);
    connect(&m_inventory, &InventoryController::failed, this, &Workstation::fail);
    connect(&m_devices, &DeviceModel::countChanged, this, &Workstation::followInventory);
}

/// Each tenant's are kept apart: their commands have the same numbers.
QString Workstation::downloadsFile() const
{
    const QString name = isEmbedded()
        ? u"downloads.cbor"_s
        : u"downloads-%1-%2.cbor"_s.arg(m_tenant.host().toLower()).arg(m_tenant.port(443));
    return QDir(m_dataFolder).filePath(name);
}

void Workstation::start()
{
    m_failure.reset();
    if (!isEmbedded()) {
        setPhase(Phase::SignInNeeded);
        return;
    }
    setPhase(Phase::StartingTenant);
    m_embedded.start(m_dataFolder);
}

void Workstation::retry()
{
    if (m_client.state() == TenantClient::State::Reconnecting)
        m_client.retryNow();
    else
        start();
}

void Workstation::signIn(const Credentials &credentials)
{
    m_failure.reset();
    if (m_client.state() != TenantClient::State::Reconnecting)
        setPhase(Phase::SigningIn);
    m_client.signIn(credentials);
}

void Workstation::leave()
{
    connect(&m_client, &TenantClient::left, &m_embedded, &EmbeddedTenant::end);
    connect(&m_embedded, &EmbeddedTenant::stopped, this, &Workstation::left);
    m_client.leave();
}

void Workstation::followClient()
{
    switch (m_client.state()) {
    case TenantClient::State::Online:
        m_failure.reset();
        // After a lost connection the inventory that is shown stays, and is brought up to date.
        if (m_phase != Phase::Ready)
            setPhase(Phase::Listing);
        followInventory();
        break;
    case TenantClient::State::Refused: fail(m_client.lastError()); break;
    case TenantClient::State::SignedOut:
    case TenantClient::State::SigningIn:
    case TenantClient::State::Reconnecting: break;
    }
}

// The embedded tenant always has a device, this computer: an inventory without it is one that is not there yet.
void Workstation::followInventory()
{
    const bool listed = m_inventory.isComplete() && (!isEmbedded() || m_devices.totalCount() > 0);
    if (listed && m_phase == Phase::Listing)
        setPhase(Phase::Ready);
}

void Workstation::fail(const Error &error)
{
    m_failure = error;
    setPhase(isEmbedded() ? Phase::Failed : Phase::SignInNeeded);
}

void Workstation::setPhase(Phase phase)
{
    const bool again = phase == Phase::Failed || phase == Phase::SignInNeeded;
    if (phase == m_phase && !again)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged(phase);
}

} // namespace Sonde::Client

#include "moc_workstation.cpp"
