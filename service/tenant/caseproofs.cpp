// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tenant/caseproofs.h"

#include "transport/threads/guardedpool.h"

#include <QPointer>

namespace Sonde::Service {

namespace {
/// Of one receiver: nobody keeps others from theirs.
constexpr int MostWaiting = 2;
} // namespace

CaseProofs::CaseProofs(const QString &databasePath, const SigningKey &key, QObject *parent)
    : QObject(parent)
    , m_path(databasePath)
    , m_key(key)
{
    m_thread.setMaxThreadCount(1);
}

Result<void> CaseProofs::prove(QObject *receiver, SessionId session, quint64 size, const Done &done)
{
    if (m_waiting.value(receiver) >= MostWaiting)
        return fail(ErrorCode::RateLimited);
    ++m_waiting[receiver];
    runGuardedOn(
        m_thread, this, [path = m_path, key = m_key, session, size] { return proveCase(path, key, session, size); },
        [this, place = receiver, receiver = QPointer(receiver), done](const Result<CaseProof> &proof) {
            if (--m_waiting[place] <= 0)
                m_waiting.remove(place);
            if (receiver)
                done(proof);
        });
    return {};
}

} // namespace Sonde::Service

#include "moc_caseproofs.cpp"
