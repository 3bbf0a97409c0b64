// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/commandoutput.h"
#include "models/session/commandrecords.h"
#include "models/session/commandtrace.h"
#include "models/session/deliveries.h"

#include <QAbstractListModel>

namespace Sonde::Client {

/// The console: one block for each command that the analyst typed in the session, oldest first, those before the last cls left out. A line
/// is shown as soon as it is typed and becomes the journal's command when the service has taken it; a line that cannot be sent stays as a
/// local note.
class ConsoleModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleModel)

public:
    enum Role {
        BlockRole = Qt::UserRole, ///< const ConsoleModel::Block *, valid until the model changes
        CommandIdRole,            ///< quint64; 0: the service has not taken the line
        RecordRole,               ///< const CommandRecord *
        OutputRole,               ///< CommandOutput *, nullptr: not looked at yet
        LineRole,                 ///< QString
        DeliveryRole,             ///< only says what changed: how much of the block's evidence is here
    };

    struct Block {
        /// The record of CommandRecords itself, which it does not own; for a line not taken yet one of its own: the line, state Created,
        /// no id; for a local note its errors, state Rejected. Never nullptr.
        std::shared_ptr<const CommandRecord> record = std::make_shared<const CommandRecord>();
        QString submission;                ///< of a line typed here; empty otherwise
        CommandOutput *output = nullptr;   ///< not owned
        bool waiting = false;              ///< the line waits for the connection
        QString savedTo;                   ///< where its output or its file was written
        std::optional<Error> saveError;    ///< …or why it was not
        std::optional<CommandTrace> trace; ///< while trace is on
        std::optional<bool> tracing;       ///< of a `trace` line: what it switched to
        Arrival arrival = Arrival::None;   ///< of its evidence
        std::optional<Download> download;  ///< that brings it here
        bool mayBring = false;             ///< it is the analyst's own
        QString otherTypist = {};          ///< who typed it, where that is not the session's analyst
        std::vector<Error> removals = {};  ///< what retention has removed of it
        int unseenBefore =
            0; ///< commands between the block before and this one that have no block: completion asked them
    };

    /// Shows `records` from now on; they outlive the model.
    explicit ConsoleModel(const CommandRecords &records, QObject *parent = nullptr);
    /// What becomes of the evidence of their commands; outlives the model. Without it nothing is said of that.
    void setDeliveries(const Deliveries &deliveries);

    [[nodiscard]] const Block *block(int row) const;
    [[nodiscard]] const Block *block(CommandId id) const;
    [[nodiscard]] int rowOf(CommandId id) const;
    [[nodiscard]] int rowOfSubmission(const QString &submission) const;

    /// It printed something that is not (all) here, and that there still is: nobody has looked at it yet, or it is on its way.
    [[nodiscard]] static bool isOutputMissing(const Block &block);
    /// `help` blocks have no output of the journal: ui/words makes it for this verb (empty: the overview). nullopt for other blocks.
    [[nodiscard]] static std::optional<QString> helpVerb(const Block &block);

    // ---- for the controller
    void appendLocal(Block block);
    /// The service took the line: its block is that command's from now on.
    void adopt(const QString &submission, CommandId id);
    /// The line came to nothing: its block becomes a local note.
    void reject(const QString &submission, const Error &error);
    // These do nothing when the block is not, or no longer, shown.
    void setWaiting(const QString &submission, bool waiting);
    void setOutput(CommandId id, CommandOutput *output);
    /// Where its output or its file was written, or why it was not.
    void setSaved(CommandId id, const Result<QString> &path);
    void setTrace(CommandId id, const CommandTrace &trace);
    /// Empties the screen; commands up to now stay away, also when they go on. The journal's `cls` does it by itself.
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void update(CommandId id);
    void updateDelivery(CommandId id);
    void showDelivery(Block &block) const;
    [[nodiscard]] int unseenBefore(CommandId id) const;
    [[nodiscard]] std::shared_ptr<const CommandRecord> journalled(CommandId id) const;
    void changeRow(int row, const std::function<void(Block &)> &what);
    void removeBlock(int row);
    void clearUpTo(CommandId id);

    const CommandRecords &m_records;
    const Deliveries *m_deliveries = nullptr;
    std::vector<Block> m_blocks;
    CommandId m_clearedUpTo; ///< commands up to this one were cleared
};

} // namespace Sonde::Client
