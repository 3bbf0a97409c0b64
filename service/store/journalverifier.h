// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/proof/entrytree.h"
#include "protocol/wire/messages.h"
#include "service/store/removalfold.h"
#include "service/store/signingkey.h"
#include "service/store/tablefold.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <map>
#include <stop_token>

namespace Sonde::Service {

/// Recomputes a journal from its database file with a read-only connection of its own, in slices so that the writer's log can be folded
/// in between: hash chain, signed checkpoints and head, the output beside it, and the tables that have to say what the journal says. Output
/// that is gone is a fault unless an entry says that it was removed. For a thread other than the event loop's.
///
/// What it proves: whoever wrote the file without the service's key is found out. Who has the key, or puts an older copy of all files in
/// their place, is not: that takes a witness outside (JournalWriter::settled()).
class JournalVerifier final
{
public:
    JournalVerifier(const QString &path, SigningKey key, std::stop_token stop = {})
        : m_path(path)
        , m_key(std::move(key))
        , m_stop(std::move(stop))
    {
    }

    /// `request` is left 0.
    [[nodiscard]] Message::JournalVerdict run();

private:
    struct Broken {
        quint64 at = 0;
        QString reason;
    };
    using Checked = std::expected<void, Broken>;

    [[nodiscard]] Checked checkAll(QSqlDatabase &database);
    [[nodiscard]] Checked checkEnd(QSqlDatabase &database);
    [[nodiscard]] Checked loadCheckpoints(QSqlDatabase &database);
    [[nodiscard]] std::expected<SignedHead, Broken> loadHead(QSqlDatabase &database) const;
    [[nodiscard]] Checked checkSlices(QSqlDatabase &database);
    /// Checks the next slice; `more` tells whether there was one.
    [[nodiscard]] Checked checkSlice(QSqlDatabase &database, bool &more);
    [[nodiscard]] Checked checkEntry(const JournalEntry &entry, const QByteArray &storedEvent);
    [[nodiscard]] Checked checkOutput(
        QSqlDatabase &database, const JournalEntry &entry, const Event::CommandFinished &finished);
    /// Takes the chunks up to this one into the chain; all when there are fewer.
    void addOutputs(QSqlDatabase &database, quint64 upTo);
    void addOutput(const QSqlDatabase &database, const QSqlQuery &row);
    void noteGone(const QSqlDatabase &database, CommandId command);

    QString m_path;
    SigningKey m_key;
    std::stop_token m_stop;
    std::map<quint64, QByteArray> m_checkpoints;
    TableFold m_tables;
    RemovalFold m_removals;
    EntryTree m_tree;
    OutputChain m_outputs;
    quint64 m_outputRow = 0;
    quint64 m_lastCheckpoint = 0;
    quint64 m_since = 0;
    quint64 m_number = 0;
    QByteArray m_hash{32, '\0'};
};

} // namespace Sonde::Service
