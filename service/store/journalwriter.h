// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/store.h"

namespace Sonde::Service {

class SigningKey;

/// What an entry is about; each part may be none.
struct Subject {
    DeviceId device = {};
    SessionId session = {};
    CommandId command = {};
};

inline const auto ServiceActor = QStringLiteral("service");
inline const auto AgentActor = QStringLiteral("agent");

/// Appends to the hash chain, signs where it is at each commit, and a checkpoint every so often: a tail that was cut is seen, and so is a
/// chain that was made anew.
class JournalWriter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JournalWriter)

public:
    static constexpr quint64 CheckpointEvery = 256;

    JournalWriter(Store &store, const SigningKey &key, QObject *parent = nullptr);

    void append(const QString &actor, const Subject &subject, JournalEvent event);
    /// Signs where the journal is now.
    void signCheckpoint();
    [[nodiscard]] quint64 lastNumber() const { return m_number; }

Q_SIGNALS:
    void appended(const Sonde::JournalEntry &entry);

private:
    /// Signs where journal and output are, before each commit.
    void signHead();

    Store &m_store;
    const SigningKey &m_key;
    quint64 m_number = 0;
    quint64 m_signed = 0;
    QByteArray m_hash;
    QDateTime m_time;
    SignedHead m_head;
};

} // namespace Sonde::Service
