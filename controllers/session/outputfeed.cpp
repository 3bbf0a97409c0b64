// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/outputfeed.h"

#include "protocol/base/reason.h"
#include "transport/threads/guarded.h"

#include <QTimer>

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

/// Decoded in one go: large enough to keep the pool busy, small enough for the first rows to be seen at once.
constexpr qsizetype BatchBytes = 1024 * 1024;
constexpr quint32 FetchedAtOnce = 64;
/// The service may be a little behind with what it stores; asked again this often before it counts as a failure.
constexpr int MostFruitless = 5;
constexpr auto FetchPause = 200ms;

struct Decoded {
    ResultRows rows;
    std::optional<Error> error;
};

Decoded decodeRows(const std::vector<QByteArray> &chunks)
{
    Decoded decoded;
    for (const QByteArray &chunk : chunks) {
        auto rows = readRows(chunk);
        if (!rows)
            decoded.error = rows.error();
        else
            decoded.rows.insert(
                decoded.rows.end(), std::make_move_iterator(rows->begin()), std::make_move_iterator(rows->end()));
    }
    return decoded;
}

} // namespace

OutputFeed::OutputFeed(TenantClient &client, CommandId command, CommandOutput &output, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_command(command)
    , m_output(output)
{
}

void OutputFeed::add(const Message::CommandOutput &chunk)
{
    m_seen = std::max(m_seen, chunk.index + 1);
    if (chunk.index >= m_next)
        m_waiting.try_emplace(chunk.index, chunk);
    decodeNext();
    fetchMissing();
}

void OutputFeed::finish(quint32 chunks)
{
    m_total = chunks;
    m_seen = std::max(m_seen, chunks);
    fetchMissing();
    checkWhole();
}

void OutputFeed::fetchMissing(bool all)
{
    if (const auto from = firstMissing())
        fetch(*from);
    else if (all && !m_total)
        fetch(m_next + quint32(m_waiting.size()));
}

std::optional<quint32> OutputFeed::firstMissing() const
{
    quint32 index = m_next;
    for (const auto &[waiting, chunk] : m_waiting) {
        if (waiting != index)
            break;
        ++index;
    }
    return index < m_seen ? std::optional(index) : std::nullopt;
}

void OutputFeed::fetch(quint32 from)
{
    if (std::exchange(m_fetching, true))
        return;
    m_nextAtFetch = from;
    m_output.setFetching(true);
    const Message::FetchOutput question{.command = m_command, .from = from, .count = FetchedAtOnce};
    m_client.request<Message::Done>(question, this, [this](const Result<Message::Done> &done) {
        m_fetching = false;
        m_output.setFetching(false);
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        const auto missing = firstMissing();
        if (!missing)
            return;
        m_fruitless = *missing > m_nextAtFetch ? 0 : m_fruitless + 1;
        if (m_fruitless == 0)
            fetch(*missing);
        else if (m_fruitless < MostFruitless)
            QTimer::singleShot(FetchPause, this, [this] { fetchMissing(); });
        else
            Q_EMIT failed(errorBecause(Reason::OutputMissing, ErrorCode::EvidenceUnknown, m_command.toString()));
    });
}

OutputFeed::Batch OutputFeed::takeBatch()
{
    Batch batch;
    while (!m_waiting.empty() && m_waiting.begin()->first == m_next && batch.bytes < BatchBytes) {
        Message::CommandOutput &chunk = m_waiting.begin()->second;
        if (!batch.chunks.empty() && chunk.format != batch.format)
            break;
        batch.format = chunk.format;
        batch.bytes += chunk.bytes.size();
        batch.chunks.push_back(std::move(chunk.bytes));
        m_waiting.erase(m_waiting.begin());
        ++m_next;
    }
    return batch;
}

void OutputFeed::decodeNext()
{
    if (m_decoding)
        return;
    const Batch batch = takeBatch();
    if (!batch.chunks.empty())
        show(batch);
}

void OutputFeed::show(const Batch &batch)
{
    m_decoding = true;
    if (batch.format == ChunkFormat::Report) // the journal tells it
        return shown();
    if (batch.format != ChunkFormat::Rows) {
        const auto stream = batch.format == ChunkFormat::ErrorText ? TextStream::Errors : TextStream::Output;
        for (const QByteArray &text : batch.chunks)
            m_output.appendText(text, stream);
        return shown();
    }
    runGuarded(
        this, [chunks = batch.chunks] { return decodeRows(chunks); },
        [this, bytes = batch.bytes](Decoded decoded) {
            m_output.appendRows(std::move(decoded.rows), bytes);
            if (decoded.error)
                Q_EMIT failed(*decoded.error);
            shown();
        });
}

void OutputFeed::shown()
{
    m_decoding = false;
    decodeNext();
    checkWhole();
}

void OutputFeed::checkWhole()
{
    if (m_total && m_next >= *m_total && !m_decoding)
        m_output.setWhole();
}

} // namespace Sonde::Client

#include "moc_outputfeed.cpp"
