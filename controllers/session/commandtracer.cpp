// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/commandtracer.h"

#include "protocol/base/alternatives.h"
#include "protocol/time/timetext.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

using Step = CommandTrace::Step;

std::optional<Step> stepOf(const JournalEvent &event)
{
    return std::visit(Overloaded{
                          [](const Event::CommandAccepted &) { return std::optional(Step::Accepted); },
                          [](const Event::CommandRejected &) { return std::optional(Step::Finished); },
                          [](const Event::CommandSent &) { return std::optional(Step::Sent); },
                          [](const Event::CommandStarted &) { return std::optional(Step::Started); },
                          [](const Event::CommandFinished &) { return std::optional(Step::Finished); },
                          [](const auto &) { return std::optional<Step>(); },
                      },
        event);
}

QString entryText(const JournalEntry &entry)
{
    return u"#%1 %2 %3"_s.arg(entry.number).arg(eventName(entry.event), TimeText().clock(entry.time));
}

} // namespace

CommandTracer::CommandTracer(TenantClient &client, SessionId session, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_session(session)
{
    m_clock.start();
    m_tell.setSingleShot(true);
    m_tell.setInterval(100ms);
    connect(&m_tell, &QTimer::timeout, this, [this] {
        for (const CommandId command : std::exchange(m_touched, {}))
            Q_EMIT changed(command);
    });
}

void CommandTracer::setOn(bool on)
{
    if (std::exchange(m_on, on) == on)
        return;
    if (on)
        connect(&m_client, &TenantClient::passed, this, &CommandTracer::passed);
    else
        m_client.disconnect(this);
}

void CommandTracer::typed(const QString &submission)
{
    if (!m_on)
        return;
    Traced what{{}, m_clock.nsecsElapsed()};
    stamp(what, Step::Typed);
    m_typed.insert(submission, what);
}

void CommandTracer::rendered(CommandId command)
{
    const auto found = m_commands.find(command);
    if (found == m_commands.end() || found->second.trace.steps.contains(Step::Rendered))
        return;
    stamp(found->second, Step::Rendered);
    touch(command);
}

const CommandTrace *CommandTracer::trace(CommandId command) const
{
    const auto found = m_commands.find(command);
    return found == m_commands.end() ? nullptr : &found->second.trace;
}

// ---- what passes

void CommandTracer::passed(TenantClient::Way way, const AnyMessage &message)
{
    const bool outgoing = way == TenantClient::Way::Out;
    const auto size = [&message] { return encode(message).size(); };
    std::visit(Overloaded{
                   [&](const Message::SubmitLine &line) { record(line, size()); },
                   [&](const Message::LineTaken &taken) { record(taken, size()); },
                   [&](const Message::CommandOutput &chunk) { record(chunk, size()); },
                   [&](const Message::JournalEntries &entries) { record(entries, size()); },
                   [&](const Message::AskCancel &cancel) {
                       record(cancel.command, outgoing, u"ask-cancel %1"_s.arg(cancel.request), size());
                   },
                   [&](const Message::FetchOutput &fetch) {
                       record(fetch.command, outgoing,
                           u"fetch-output %1 from chunk %2"_s.arg(fetch.request).arg(fetch.from), size());
                   },
                   [&](const Message::CommandProgress &progress) {
                       record(progress.command, outgoing, u"command-progress"_s, size());
                   },
                   [](const auto &) {},
               },
        message);
}

void CommandTracer::record(const Message::SubmitLine &message, qint64 bytes)
{
    const auto typed = m_typed.find(message.submission);
    if (typed == m_typed.end())
        return;
    m_requests.insert(message.request, message.submission);
    addPacket(*typed, true, u"submit-line %1"_s.arg(message.request), bytes);
}

void CommandTracer::record(const Message::LineTaken &message, qint64 bytes)
{
    const QString submission = m_requests.take(message.request);
    const auto typed = m_typed.constFind(submission);
    if (typed == m_typed.cend())
        return;
    // The journal may have been faster: what it brought goes behind what was typed.
    Traced whole = *typed;
    m_typed.erase(typed);
    if (const auto known = m_commands.find(message.command); known != m_commands.end()) {
        const auto ahead =
            duration_cast<CommandTrace::Time>(std::chrono::nanoseconds(known->second.began - whole.began));
        for (const auto &[step, at] : known->second.trace.steps)
            whole.trace.steps.emplace(step, at + ahead);
        for (auto packet : known->second.trace.packets) {
            packet.at += ahead;
            whole.trace.add(std::move(packet));
        }
    }
    stamp(whole, Step::Accepted);
    addPacket(whole, false, u"line-taken %1 command %2"_s.arg(message.request).arg(message.command.value()), bytes);
    m_commands.insert_or_assign(message.command, std::move(whole));
    touch(message.command);
}

void CommandTracer::record(const Message::CommandOutput &message, qint64 bytes)
{
    const auto known = m_commands.find(message.command);
    if (known == m_commands.end())
        return;
    Traced &what = known->second;
    stamp(what, Step::FirstByte);
    what.trace.steps[Step::LastByte] = sinceBegan(what);
    record(message.command, false, u"command-output chunk %1, %2 rows"_s.arg(message.index).arg(message.rows), bytes);
}

void CommandTracer::record(const Message::JournalEntries &message, qint64 bytes)
{
    QMap<CommandId, QStringList> texts;
    for (const JournalEntry &entry : message.entries) {
        if (entry.session != m_session || !entry.command.isValid())
            continue;
        if (const auto step = stepOf(entry.event))
            stamp(traced(entry.command), *step);
        texts[entry.command] << entryText(entry);
    }
    for (const auto &[command, entries] : texts.asKeyValueRange())
        record(command, false, u"journal-entries "_s + entries.join(u", "_s), bytes);
}

void CommandTracer::record(CommandId command, bool outgoing, const QString &what, qint64 bytes)
{
    if (const auto known = m_commands.find(command); known != m_commands.end()) {
        addPacket(known->second, outgoing, what, bytes);
        touch(command);
    }
}

// ---- what is kept

CommandTracer::Traced &CommandTracer::traced(CommandId command)
{
    return m_commands.try_emplace(command, Traced{{}, m_clock.nsecsElapsed()}).first->second;
}

void CommandTracer::stamp(Traced &what, CommandTrace::Step step) const
{
    what.trace.steps.emplace(step, sinceBegan(what));
}

void CommandTracer::addPacket(Traced &what, bool outgoing, const QString &text, qint64 bytes) const
{
    what.trace.add({outgoing, text, bytes, sinceBegan(what)});
}

CommandTrace::Time CommandTracer::sinceBegan(const Traced &what) const
{
    return duration_cast<CommandTrace::Time>(std::chrono::nanoseconds(m_clock.nsecsElapsed() - what.began));
}

void CommandTracer::touch(CommandId command)
{
    m_touched.insert(command);
    if (!m_tell.isActive())
        m_tell.start();
}

} // namespace Sonde::Client

#include "moc_commandtracer.cpp"
