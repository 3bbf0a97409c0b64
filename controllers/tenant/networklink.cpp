// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/networklink.h"

#include "controllers/tenant/networkworker.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

NetworkLink::NetworkLink(QObject *parent)
    : TenantLink(parent)
    , m_worker(new NetworkWorker)
{
    m_thread.setObjectName(u"network"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(
        m_worker, &NetworkWorker::trusted, this, [this](const BulkEndpoint &endpoint) { m_bulkEndpoint = endpoint; });
    connect(m_worker, &NetworkWorker::opened, this, &TenantLink::opened);
    connect(m_worker, &NetworkWorker::received, this, &TenantLink::received);
    connect(m_worker, &NetworkWorker::fellSilent, this, &TenantLink::fellSilent);
    connect(m_worker, &NetworkWorker::closed, this, &TenantLink::closed);
    connect(m_worker, &NetworkWorker::forgotten, this, &TenantLink::forgotten);
    m_thread.start();
}

NetworkLink::~NetworkLink()
{
    m_thread.quit();
    m_thread.wait();
}

void NetworkLink::open(const Credentials &credentials)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, credentials] { worker->open(credentials); });
}

void NetworkLink::send(const AnyMessage &message)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, message] { worker->send(message); });
}

void NetworkLink::close()
{
    QMetaObject::invokeMethod(m_worker, &NetworkWorker::close);
}

void NetworkLink::forget()
{
    QMetaObject::invokeMethod(m_worker, &NetworkWorker::forget);
}

} // namespace Sonde::Client

#include "moc_networklink.cpp"
