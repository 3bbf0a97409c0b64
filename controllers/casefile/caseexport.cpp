// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/casefile/caseexport.h"

#include "controllers/casefile/caseproofs.h"
#include "controllers/tenant/workstationkey.h"
#include "models/casefile/casearchive.h"
#include "protocol/base/reason.h"
#include "transport/threads/guarded.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr quint32 EntriesAtOnce = 500;
/// About two million bytes.
constexpr quint32 ChunksAtOnce = 16;

using WrittenCase = Result<std::shared_ptr<CaseWriter>>;

WrittenCase createCase(const QString &path)
{
    auto writer = CaseWriter::create(path);
    if (!writer)
        return std::unexpected(writer.error());
    return std::shared_ptr<CaseWriter>(*std::move(writer));
}

Result<void> finishCase(
    CaseWriter &writer, const CaseContents &contents, const CaseExport::Order &order, const std::atomic<bool> &givenUp)
{
    const auto key = loadWorkstationKey(order.keyFile);
    if (!key)
        return std::unexpected(key.error());
    writer.add(CaseNames::Outputs, outputsJson(contents));
    writer.add(CaseNames::Evidence, evidenceJson(contents));
    writer.add(CaseNames::Acts, actsJson(contents));
    for (const auto &[of, proof] : contents.proofs)
        writer.add(placeOf(CaseNames::ProofFolder, of.first, of.second), proof);
    for (const SignedStatement &statement : contents.index.statements)
        writer.add(placeOf(CaseNames::EntriesFolder, statement.said.session, statement.said.at.size),
            contents.hashesOf(statement.said.session));
    writer.add(CaseNames::Journal, journalCbor(contents));
    writer.add(CaseNames::Index, toJson(contents.index));
    if (order.reports) {
        for (const auto &[name, bytes] : order.reports(contents))
            writer.add(name, bytes);
    }
    if (givenUp)
        return {};
    return writer.finish(key->point(), [&key](const QByteArray &text) { return key->sign(text); });
}

} // namespace

CaseExport::CaseExport(TenantClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&m_client, &TenantClient::pushed, this, &CaseExport::collect);
}

/// Nobody waits for what is being written.
CaseExport::~CaseExport()
{
    *m_givenUp = true;
}

void CaseExport::start(Order order)
{
    m_order = std::move(order);
    CaseIndex &index = m_contents->index;
    index.made = QDateTime::currentDateTimeUtc();
    index.madeBy = m_client.welcome().user.value();
    index.tenant = m_client.welcome().tenant;
    index.program = u"Sonde "_s + QLatin1StringView(SONDE_VERSION);
    index.sessions = m_order.sessions;
    std::ranges::sort(index.sessions);
    index.sessions.erase(std::ranges::unique(index.sessions).begin(), index.sessions.end());
    m_contents->devices = m_order.devices;
    runGuarded(
        this, [path = m_order.path] { return createCase(path); },
        [this](const WrittenCase &writer) {
            if (!writer)
                return end(std::unexpected(writer.error()));
            m_writer = *writer;
            prepare();
        });
}

void CaseExport::prepare()
{
    std::vector<SessionId> sessions = m_contents->index.sessions;
    if (sessions.empty())
        sessions.emplace_back();
    for (const SessionId session : sessions)
        m_steps.emplace_back([this, session] { prove(session); });
    for (const SessionId session : sessions)
        m_steps.emplace_back([this, session] { fetchEntries(session, 0); });
    m_steps.emplace_back([this] { planRest(); });
    next();
}

void CaseExport::next()
{
    if (m_ended || m_steps.empty())
        return;
    Q_EMIT progressed(m_done, m_done + qint64(m_steps.size()));
    ++m_done;
    const Step step = std::move(m_steps.front());
    m_steps.pop_front();
    step();
}

void CaseExport::end(const Result<void> &result)
{
    if (!std::exchange(m_ended, true))
        Q_EMIT finished(result);
}

/// All statements are about the journal as it was for the first one.
void CaseExport::prove(SessionId session)
{
    fetchProof(m_client, session, m_size, this, [this, session](const Result<FetchedProof> &proof) {
        if (!proof)
            return end(std::unexpected(proof.error()));
        const JournalPoint &at = proof->statement.said.at;
        if (at.size == 0 || (m_size && at.size != m_size))
            return end(fail(ErrorCode::ProtocolViolation));
        m_size = at.size;
        m_contents->index.journalKey = proof->key;
        m_contents->index.statements.push_back(proof->statement);
        m_contents->proofs.emplace(std::pair(session, m_size), proof->beside);
        next();
    });
}

void CaseExport::fetchEntries(SessionId session, quint64 after)
{
    const Message::FetchJournal question{.after = after, .most = EntriesAtOnce, .session = session};
    m_client.request<Message::JournalPage>(question, this, [this, session](const Result<Message::JournalPage> &page) {
        if (!page)
            return end(std::unexpected(page.error()));
        for (const JournalEntry &entry : page->entries) {
            if (entry.number > m_size)
                return next();
            if (const auto added = m_contents->add(entry); !added)
                return end(added);
        }
        if (page->entries.empty() || page->entries.back().number >= m_size)
            next();
        else
            fetchEntries(session, page->entries.back().number);
    });
}

/// What there is to ask for is known from the entries.
void CaseExport::planRest()
{
    m_contents->index.countersignatures = m_order.countersignatures;
    for (const Countersignature &signature : m_order.countersignatures) {
        for (const SignedStatement &statement : m_contents->index.statements) {
            // Of what the journal does not reach any more there is no proof, which says enough.
            if (signature.at.size < m_size)
                m_steps.emplace_back([this, session = statement.said.session, size = signature.at.size] {
                    proveCountersigned(session, size);
                });
        }
    }
    for (const auto &[session, projection] : m_contents->sessions) {
        const SessionRecord *record = projection.session(session);
        if (record && record->outputRemoved)
            continue;
        for (const CommandRecord &command : projection.commands()) {
            if (command.outputSha256 && command.chunks > 0)
                m_steps.emplace_back([this, id = command.id, bytes = qint64(command.bytes), chunks = command.chunks] {
                    m_command = id;
                    m_bytes = bytes;
                    fetchOutput(id, 0, chunks);
                });
        }
    }
    m_steps.emplace_back([this] { writeRest(); });
    next();
}

void CaseExport::proveCountersigned(SessionId session, quint64 size)
{
    fetchProof(m_client, session, size, this, [this, session, size](const Result<FetchedProof> &proof) {
        if (!proof)
            return end(std::unexpected(proof.error()));
        m_contents->proofs.emplace(std::pair(session, size), proof->beside);
        next();
    });
}

void CaseExport::collect(const AnyMessage &message)
{
    if (const auto *chunk = std::get_if<Message::CommandOutput>(&message); chunk && chunk->command == m_command)
        m_chunks.emplace(chunk->index, *chunk);
}

void CaseExport::fetchOutput(CommandId command, quint32 from, quint32 chunks)
{
    if (from >= chunks)
        return next();
    const quint32 count = std::min(ChunksAtOnce, chunks - from);
    m_chunks.clear();
    m_client.request<Message::Done>(Message::FetchOutput{.command = command, .from = from, .count = count}, this,
        [this, command, from, count, chunks](const Result<Message::Done> &done) {
            if (!done)
                return end(std::unexpected(done.error()));
            QByteArray bytes;
            for (quint32 index = from; index < from + count; ++index) {
                const auto chunk = m_chunks.find(index);
                if (chunk == m_chunks.end())
                    return end(std::unexpected(
                        errorBecause(Reason::OutputMissing, ErrorCode::EvidenceUnknown, command.toString())));
                m_contents->outputs[command].push_back(
                    {chunk->second.format, chunk->second.rows, chunk->second.bytes.size()});
                bytes += chunk->second.bytes;
            }
            runGuarded(
                this,
                [writer = m_writer, bytes, command, whole = from == 0 ? m_bytes : -1] {
                    if (whole >= 0)
                        writer->begin(CaseNames::OutputFolder + QByteArray::number(command.value()), whole);
                    writer->write(bytes);
                    return true;
                },
                [this, command, next = from + count, chunks](bool) { fetchOutput(command, next, chunks); });
        });
}

void CaseExport::writeRest()
{
    runGuarded(
        this,
        [writer = m_writer, contents = m_contents, order = m_order, givenUp = m_givenUp] {
            return finishCase(*writer, *contents, order, *givenUp);
        },
        [this](const Result<void> &result) { end(result); });
}

} // namespace Sonde::Client

#include "moc_caseexport.cpp"
