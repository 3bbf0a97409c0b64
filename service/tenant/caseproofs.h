// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/caseproof.h"
#include "service/store/signingkey.h"

#include <QHash>
#include <QThreadPool>
#include <functional>

namespace Sonde::Service {

/// Makes proofs for case files on a thread of its own, one after the other: each reads the hashes of the whole journal.
class CaseProofs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseProofs)

public:
    using Done = std::function<void(const Result<CaseProof> &)>;

    CaseProofs(const QString &databasePath, const SigningKey &key, QObject *parent = nullptr);

    /// Of what is committed now. `done` is not called when the receiver has gone. RateLimited when it waits for too many.
    [[nodiscard]] Result<void> prove(QObject *receiver, SessionId session, quint64 size, const Done &done);

private:
    QString m_path;
    SigningKey m_key;
    QThreadPool m_thread;
    QHash<const QObject *, int> m_waiting; ///< for how many each receiver waits
};

} // namespace Sonde::Service
