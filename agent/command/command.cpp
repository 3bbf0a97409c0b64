// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/command/command.h"

#include "agent/base/devicefolder.h"
#include "agent/base/log.h"
#include "agent/system/isolation/isolation.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"
#include "transport/bulk/transferattempts.h"

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

/// The first rows come early, so that the analyst sees something at once; later ones in whole chunks, or when they have waited.
constexpr qsizetype FirstRows = 64;
constexpr qsizetype MostTogether = 2 * ChunkBytes;
constexpr auto FirstDelay = 50ms;
constexpr auto LaterDelay = 250ms;
constexpr auto ProgressInterval = 250ms;
constexpr size_t ErrorsKept = 64;

/// Bytes up to a UTF-8 character that is cut off at the end; all of them when what is there is none.
qsizetype wholeCharacters(QByteArrayView text)
{
    constexpr qsizetype longest = 4;
    const auto isContinuation = [](char c) { return (uchar(c) & 0xC0) == 0x80; };
    qsizetype start = text.size() - 1;
    while (start >= 0 && text.size() - start < longest && isContinuation(text.at(start)))
        --start;
    if (start < 0)
        return text.size();
    const auto first = uchar(text.at(start));
    const qsizetype length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    return start + length > text.size() ? start : text.size();
}

/// While the device is isolated nobody can be asked for the service's address.
BulkEndpoint whereToConnect(const AgentSurroundings &around)
{
    BulkEndpoint endpoint = around.bulk;
    if (around.isolation)
        endpoint.service = around.isolation->reachable(endpoint.service);
    return endpoint;
}

} // namespace

CommandContext::CommandContext(const Message::RunCommand &order, std::stop_token stop, OutputSink &sink)
    : m_order(order)
    , m_spec(*Catalogue::instance().find(order.invocation.verb))
    , m_stop(std::move(stop))
    , m_sink(sink)
{
    m_sinceFlush.start();
}

QByteArray CommandContext::workingDirectory() const
{
    return absolutePath("/", DevicePath::fromTyped(m_order.workingDirectory).bytes());
}

Result<QByteArray> CommandContext::path(const QString &parameter) const
{
    const QString typed = invocation().value(parameter);
    const QByteArray bytes = DevicePath::fromTyped(typed).bytes();
    if (bytes.contains('\0'))
        return fail(ErrorCode::BadValue, typed, Reason::NulInPath).with(Fact::Parameter, parameter);
    return absolutePath(workingDirectory(), bytes);
}

std::optional<qint64> CommandContext::number(const QString &parameter) const
{
    bool isNumber = false;
    const qint64 number = invocation().value(parameter).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

Wildcard CommandContext::wildcard(const QString &parameter) const
{
    const QString typed = invocation().value(parameter);
    return Wildcard(typed.isEmpty() ? QByteArray("*") : DevicePath::fromTyped(typed).bytes());
}

std::vector<LibraryBlob> CommandContext::examinedBy() const
{
    return m_order.examinedBy.value_or(std::vector<LibraryBlob>());
}

Result<LibraryBlob> CommandContext::libraryFile() const
{
    if (!m_order.blob)
        return fail(ErrorCode::ProtocolViolation, m_spec.verb, Reason::NoLibraryFile);
    return *m_order.blob;
}

std::optional<qint64> CommandContext::limit(TenantSetting setting) const
{
    const QCborValue value = m_order.limits.value(settingKey(setting));
    return value.isInteger() ? std::optional(value.toInteger()) : std::nullopt;
}

QString CommandContext::policy(TenantSetting setting) const
{
    return m_order.limits.value(settingKey(setting)).toString();
}

bool CommandContext::mayGoOn()
{
    if (m_stop.stop_requested())
        return false;
    const auto patience = m_hasFlushed ? LaterDelay : FirstDelay;
    return m_sinceFlush.durationElapsed() < patience || flush();
}

bool CommandContext::addRow(const QCborArray &cells)
{
    m_rows.addRow(cells);
    if (m_areTogether && m_rows.byteCount() < MostTogether)
        return true;
    return sendDueRows();
}

bool CommandContext::sendDueRows()
{
    if (m_rows.byteCount() >= ChunkBytes || (!m_hasFlushed && m_rows.rowCount() >= FirstRows))
        return flush();
    return mayGoOn();
}

bool CommandContext::addText(ChunkFormat stream, const QByteArray &text)
{
    QByteArray &waiting = stream == ChunkFormat::ErrorText ? m_errorText : m_text;
    waiting += text;
    return waiting.size() >= ChunkBytes ? flush() : mayGoOn();
}

void CommandContext::addError(const Error &error)
{
    if (m_errors.size() < ErrorsKept)
        m_errors.push_back(error);
    else
        ++m_moreErrors;
}

void CommandContext::showProgress(const Progress &progress)
{
    if (m_sinceProgress.isValid() && m_sinceProgress.durationElapsed() < ProgressInterval)
        return;
    m_sinceProgress.start();
    m_sink.showProgress(progress);
}

void CommandContext::endProgress()
{
    if (m_sinceProgress.isValid())
        m_sink.showProgress({});
}

namespace {

/// On a thread of its own, as the one it is called on does other commands afterwards.
Result<void> inBackground(const std::function<Result<void>()> &work)
{
    Result<void> result;
    std::jthread([&] {
        giveWay();
        result = work();
    }).join();
    return result;
}

} // namespace

Result<void> CommandContext::transfer(const AnyMessage &ask, const std::function<Result<void>(BulkStream &)> &move)
{
    return repeatTransfer(m_stop, [&](qint64 &moved) {
        const auto result = m_sink.askTicket(ask)
                                .and_then([this](const QString &ticket) {
                                    return BulkStream::connect(whereToConnect(m_sink.surroundings()), ticket, m_stop);
                                })
                                .and_then([&](const std::unique_ptr<BulkStream> &stream) {
                                    const auto moving = inBackground([&] { return move(*stream); });
                                    moved = stream->moved();
                                    return moving;
                                });
        if (!result)
            qCInfo(agentLog).noquote() << "a transfer of the command" << command().value() << "broke off after" << moved
                                       << "bytes:" << debugText(result.error());
        return result;
    });
}

bool CommandContext::finish()
{
    return flush(Cut::Anywhere);
}

std::vector<Error> CommandContext::errors() const
{
    auto errors = m_errors;
    if (m_moreErrors)
        errors.back().facts.set(Fact::More, m_moreErrors);
    return errors;
}

bool CommandContext::flush(Cut cut)
{
    m_sinceFlush.start();
    // All of it goes, also when the first did not.
    const bool rowsTaken = flushRows();
    const bool textTaken = flushText(ChunkFormat::Text, m_text, cut);
    const bool errorsTaken = flushText(ChunkFormat::ErrorText, m_errorText, cut);
    return rowsTaken && textTaken && errorsTaken;
}

bool CommandContext::flushRows()
{
    if (m_rows.rowCount() == 0)
        return true;
    m_hasFlushed = true;
    const auto rows = quint32(m_rows.rowCount());
    const QByteArray bytes = m_rows.take();
    if (m_guard)
        m_guard(rows, bytes);
    return m_sink.put(ChunkFormat::Rows, rows, bytes);
}

bool CommandContext::sendAgain(quint32 rows, const QByteArray &bytes)
{
    m_hasFlushed = true;
    return m_sink.put(ChunkFormat::Rows, rows, bytes);
}

bool CommandContext::flushText(ChunkFormat stream, QByteArray &text, Cut cut)
{
    // The other stream's chunk may come before the rest of a character.
    const qsizetype size = cut == Cut::Anywhere ? text.size() : wholeCharacters(text);
    if (size == 0)
        return true;
    m_hasFlushed = true;
    const QByteArray chunk = text.first(size);
    text.remove(0, size);
    return m_sink.put(stream, 0, chunk);
}

QCborValue textCell(const QString &text)
{
    return text.isEmpty() ? QCborValue(nullptr) : QCborValue(text);
}

QCborValue bytesCell(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QCborValue(nullptr) : DevicePath(bytes).toCbor();
}

QCborValue numberCell(std::optional<qint64> number)
{
    return number ? QCborValue(*number) : QCborValue(nullptr);
}

QCborArray listCell(const QByteArrayList &list)
{
    QCborArray cells;
    for (const QByteArray &text : list)
        cells.append(DevicePath(text).toCbor());
    return cells;
}

QCborValue timeCell(std::optional<qint64> nanosecondsSinceEpoch, int digits)
{
    return nanosecondsSinceEpoch ? QCborValue(isoTime(*nanosecondsSinceEpoch, digits)) : QCborValue(nullptr);
}

} // namespace Sonde::Agent
