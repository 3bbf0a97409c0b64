// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/commandoutputs.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

CommandOutputs::CommandOutputs(TenantClient &client, const CommandRecords &records, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_records(records)
{
    connect(&m_client, &TenantClient::pushed, this, &CommandOutputs::receive);
    connect(&m_client, &TenantClient::stateChanged, this, [this] {
        if (!m_client.isOnline())
            m_followed.clear();
    });
    connect(&m_records, &CommandRecords::changed, this, &CommandOutputs::update);
}

CommandOutputs::~CommandOutputs() = default;

void CommandOutputs::receive(const AnyMessage &message)
{
    if (const auto *chunk = std::get_if<Message::CommandOutput>(&message); chunk && m_records.command(chunk->command))
        shown(chunk->command).feed->add(*chunk);
    const auto *progress = std::get_if<Message::CommandProgress>(&message);
    if (progress && m_records.command(progress->command))
        shown(progress->command).output->setProgress(progress->done, progress->total, progress->what);
}

CommandOutput *CommandOutputs::output(CommandId command)
{
    if (!m_records.command(command)) {
        // How its rows are to be read is not known yet: what came of it would be lost.
        m_awaited.insert(command);
        return nullptr;
    }
    const bool fresh = !isShown(command);
    Shown &what = shown(command);
    // Not pushed to us from its beginning on: look what there is.
    if (fresh && !what.output->whole() && !m_followed.contains(command))
        what.feed->fetchMissing(true);
    return what.output.get();
}

void CommandOutputs::fetch(CommandId command)
{
    if (Shown &what = shown(command); !what.output->whole())
        what.feed->fetchMissing(true);
}

void CommandOutputs::fetchMissing()
{
    for (auto &[command, shown] : m_shown) {
        if (!shown.output->whole())
            shown.feed->fetchMissing(true);
    }
}

void CommandOutputs::update(CommandId command)
{
    const CommandRecord &record = *m_records.command(command);
    if (m_awaited.remove(command))
        output(command);
    if (const auto found = m_shown.find(command); found != m_shown.end())
        showRecord(found->second, record);
    if (isFinal(record.state))
        m_followed.remove(command);
}

CommandOutputs::Shown &CommandOutputs::shown(CommandId command)
{
    const auto [found, fresh] = m_shown.try_emplace(command);
    Shown &what = found->second;
    if (!fresh)
        return what;
    const CommandRecord &record = *m_records.command(command);
    what.output =
        std::make_unique<CommandOutput>(Catalogue::instance().find(record.invocation.verb), record.invocation.output);
    what.feed = std::make_unique<OutputFeed>(m_client, command, *what.output);
    connect(what.output.get(), &CommandOutput::wholeChanged, this, [this, command] { Q_EMIT whole(command); });
    connect(what.feed.get(), &OutputFeed::failed, this,
        [this, command](const Error &error) { Q_EMIT failed(command, error); });
    Q_EMIT made(command, what.output.get());
    showRecord(what, record);
    return what;
}

/// What the journal says of the output: how it reads, and, at the end, how much of it there is.
void CommandOutputs::showRecord(Shown &shown, const CommandRecord &record)
{
    shown.output->setDeclaredEncoding(record.encoding);
    if (!isFinal(record.state) || std::exchange(shown.finished, true))
        return;
    if (record.invocation.has(Trait::RunsScript))
        shown.output->setScript(
            record.file ? record.file->name : record.invocation.value(u"name"_s), record.exitStatus);
    shown.feed->finish(record.chunks);
}

} // namespace Sonde::Client

#include "moc_commandoutputs.cpp"
