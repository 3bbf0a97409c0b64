// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/proof/entrytree.h"
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
    /// What a witness outside is told: an entry that is on the disk, whatever happens to the machine, as a signed checkpoint. It is some
    /// seconds old.
    [[nodiscard]] Checkpoint settled();
    /// The entry that a witness was told of is not the journal's any more, though the service signed it then.
    [[nodiscard]] bool isContradictedBy(const Checkpoint &witnessed) const;
    [[nodiscard]] QByteArray hashOf(quint64 number) const;
    /// When it was opened it did not end where it was signed: where it should have, as far as that is known.
    [[nodiscard]] const std::optional<JournalHead> &missedHead() const { return m_missed; }

Q_SIGNALS:
    void appended(const Sonde::JournalEntry &entry);

private:
    [[nodiscard]] QDateTime nextTime();
    [[nodiscard]] bool signedHeadsBefore() const;
    /// Signs where journal and output are, before each commit.
    void signHead();
    void loadTree(const QByteArray &peaks);
    void settle(const JournalHead &head, const EntryTree &tree);
    void noteFlushed();

    Store &m_store;
    const SigningKey &m_key;
    quint64 m_number = 0;
    quint64 m_signed = 0;
    QByteArray m_hash;
    EntryTree m_tree; ///< of all entries
    QDateTime m_time;
    std::optional<JournalHead> m_missed;
    SignedHead m_head;
    /// Signed, and on its way to the disk with this commit.
    struct Settling {
        quint64 commit = 0;
        JournalHead head;
        EntryTree tree;
    };
    std::optional<Settling> m_settling;
    Checkpoint m_settled;
};

} // namespace Sonde::Service
