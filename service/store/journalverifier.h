// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"
#include "service/store/signingkey.h"

#include <QSqlDatabase>
#include <map>

namespace Sonde::Service {

/// Recomputes a journal from its database file with a read-only connection of its own, in slices so that the writer's log can be folded
/// in between: hash chain, signed checkpoints, and the hashes of the output beside it. For a thread other than the event loop's.
class JournalVerifier final
{
public:
    JournalVerifier(const QString &path, SigningKey key)
        : m_path(path)
        , m_key(std::move(key))
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
    [[nodiscard]] Checked loadCheckpoints(QSqlDatabase &database);
    /// Checks the next slice; `more` tells whether there was one.
    [[nodiscard]] Checked checkSlice(QSqlDatabase &database, bool &more);
    [[nodiscard]] Checked checkEntry(const JournalEntry &entry, const QByteArray &storedEvent);
    [[nodiscard]] Checked checkOutput(
        QSqlDatabase &database, const JournalEntry &entry, const Event::CommandFinished &finished);

    QString m_path;
    SigningKey m_key;
    std::map<quint64, QByteArray> m_checkpoints;
    quint64 m_number = 0;
    QByteArray m_hash{32, '\0'};
};

} // namespace Sonde::Service
