// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/outputfeed.h"
#include "models/session/commandrecords.h"

#include <QSet>

namespace Sonde::Client {

/// What the commands of a session printed, each made when it is looked at or when the service pushes it.
class CommandOutputs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandOutputs)

public:
    /// `client` and `records` outlive it.
    CommandOutputs(TenantClient &client, const CommandRecords &records, QObject *parent = nullptr);
    ~CommandOutputs() override;

    /// Never nullptr for a command of the records; what is missing is fetched. A command that they do not have yet gets its output as soon
    /// as they do: made() follows.
    CommandOutput *output(CommandId command);
    [[nodiscard]] bool isShown(CommandId command) const { return m_shown.contains(command); }
    /// All of a command's output is pushed to us: there is no need to ask what there is already.
    void setFollowed(CommandId command) { m_followed.insert(command); }
    /// Asks for what is missing of an output, also when that failed before; whole() or failed() follows.
    void fetch(CommandId command);
    /// Fetches what was pushed while nobody listened.
    void fetchMissing();

Q_SIGNALS:
    /// The first output() of a command made it.
    void made(Sonde::CommandId command, Sonde::Client::CommandOutput *output);
    /// All that the command printed is here.
    void whole(Sonde::CommandId command);
    /// Something of an output cannot be had.
    void failed(Sonde::CommandId command, const Sonde::Error &error);

private:
    struct Shown {
        std::unique_ptr<CommandOutput> output;
        std::unique_ptr<OutputFeed> feed; ///< goes first: it fills the output
        bool finished = false;            ///< the feed knows how much there is
    };
    void receive(const AnyMessage &message);
    void update(CommandId command);
    Shown &shown(CommandId command);
    void showRecord(Shown &shown, const CommandRecord &record);

    TenantClient &m_client;
    const CommandRecords &m_records;
    std::map<CommandId, Shown> m_shown;
    QSet<CommandId> m_followed; ///< that have not ended
    QSet<CommandId> m_awaited;  ///< looked at before the journal spoke of them
};

} // namespace Sonde::Client
