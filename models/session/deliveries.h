// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"
#include "models/session/commandrecords.h"

namespace Sonde::Client {

/// How far the evidence of a getfile has come, seen from this machine. The journal's "completed" only says that the service has it.
enum class Arrival {
    None,      ///< there is no evidence, or none that anybody brings yet or can bring any more
    Coming,    ///< under way to this machine, or waiting for its turn
    Asking,    ///< it goes on when the analyst has said how
    Paused,    ///< it goes on when the analyst says so
    Elsewhere, ///< the service has it, nobody brings it here
    Earlier, ///< who asked for it has had it once, whole and verified: on another computer, or the list here was cleared since
    Delivered, ///< whole and verified on this machine
};

/// What becomes of the evidence of one session on this machine. Told by who brings it.
class Deliveries final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Deliveries)

public:
    /// `records` outlive it.
    explicit Deliveries(const CommandRecords &records, QObject *parent = nullptr);

    /// Who works here: evidence leaves the tenant only for who asked for it.
    void setAnalyst(const QString &analyst) { m_analyst = analyst; }
    [[nodiscard]] bool mayBring() const { return m_records.session().createdBy == m_analyst; }
    void set(const Download &download);
    /// It is not in the list of downloads any more.
    void remove(CommandId command);
    /// Nothing when it is not in the list of downloads.
    [[nodiscard]] std::optional<Download> download(CommandId command) const;
    [[nodiscard]] Arrival arrival(const CommandRecord &command) const;
    /// Something of the session is on its way here, or waits for the analyst.
    [[nodiscard]] bool isBringing() const;

Q_SIGNALS:
    void changed(Sonde::CommandId command);

private:
    const CommandRecords &m_records;
    QString m_analyst;
    QHash<CommandId, Download> m_downloads;
};

} // namespace Sonde::Client
