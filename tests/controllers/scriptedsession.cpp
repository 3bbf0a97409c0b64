// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/controllers/scriptedsession.h"

#include <QTest>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QByteArray processChunk(int first, int count)
{
    const CommandSpec &spec = *Catalogue::instance().find(u"processes");
    RowWriter writer;
    for (int i = first; i < first + count; ++i) {
        QCborArray row;
        for (const ColumnSpec &column : spec.columns)
            row.append(column.id == u"pid"_s ? QCborValue(i)
                    : column.id == u"name"_s ? QCborValue(u"p%1"_s.arg(i))
                                             : QCborValue(nullptr));
        writer.addRow(row);
    }
    return writer.take();
}

QList<qint64> pids(const CommandOutput &output)
{
    QList<qint64> all;
    for (int row = 0; output.table() && row < output.table()->rowCount(); ++row)
        all.append(output.table()->row(row).at(1).toInteger());
    return all;
}

QList<qint64> upTo(int count)
{
    QList<qint64> all(count);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

void ScriptedSession::setUp()
{
    m_tenant = std::make_unique<ScriptedTenant>();
    m_client = std::make_unique<TenantClient>(std::make_unique<LoopbackLink>(*m_tenant));
    m_id = m_tenant->openSession();
    m_client->signIn({});
    QTRY_VERIFY(m_client->isOnline());
}

void ScriptedSession::tearDown()
{
    m_client.reset();
    m_tenant.reset();
}

std::unique_ptr<SessionController> ScriptedSession::open()
{
    auto session = std::make_unique<SessionController>(*m_client, m_id);
    if (!QTest::qWaitFor([&] { return session->isCaughtUp(); }))
        qFatal("never caught up");
    return session;
}

} // namespace Sonde::Client
