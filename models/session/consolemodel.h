// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/commandoutput.h"
#include "models/session/commandtrace.h"

#include <QAbstractListModel>

namespace Sonde::Client {

/// The console: one block per command of the session, oldest first, those before the last cls left out. A line is shown as soon as it is
/// typed and becomes the journal's command when the service has taken it; a line that cannot be sent stays as a local note.
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
    };

    struct Block {
        /// What the journal says; for a line not taken yet: the line, state Created, no id; for a local note its errors, state Rejected.
        CommandRecord record;
        QString submission;                ///< of a line typed here; empty otherwise
        CommandOutput *output = nullptr;   ///< not owned
        bool waiting = false;              ///< the line waits for the connection
        QString savedTo;                   ///< `> file`: where the output was written
        std::optional<Error> saveError;    ///< …or why it was not
        std::optional<CommandTrace> trace; ///< while trace is on
        std::optional<bool> tracing;       ///< of a `trace` line: what it switched to
    };

    explicit ConsoleModel(QObject *parent = nullptr);

    [[nodiscard]] const Block *block(int row) const;
    [[nodiscard]] const Block *block(CommandId id) const;
    [[nodiscard]] int rowOf(CommandId id) const;
    [[nodiscard]] int rowOfSubmission(const QString &submission) const;

    /// `help` blocks have no output of the journal: ui/words makes it for this verb (empty: the overview). nullopt for other blocks.
    [[nodiscard]] static std::optional<QString> helpVerb(const Block &block);

    // ---- for the controller
    void appendLocal(Block block);
    /// The service took the line: its block is that command's from now on.
    void adopt(const QString &submission, CommandId id);
    void update(const CommandRecord &record);
    void setOutput(CommandId id, CommandOutput *output);
    /// Changes a block in place and tells the views; does nothing when it is not (or no longer) shown.
    void change(CommandId id, const std::function<void(Block &)> &what);
    void changeSubmission(const QString &submission, const std::function<void(Block &)> &what);
    /// Empties the screen; commands up to now stay away, also when they go on. The journal's `cls` does it by itself.
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void changeRow(int row, const std::function<void(Block &)> &what);
    void removeBlock(int row);
    void clearUpTo(CommandId id);

    std::vector<Block> m_blocks;
    CommandId m_clearedUpTo; ///< commands up to this one were cleared
};

} // namespace Sonde::Client
