// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/bulk/bulktransfer.h"

#include "transport/bulk/receiving.h"

#include <QDeadlineTimer>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr qint64 FirstWindow = 1024 * 1024;
constexpr qint64 LargestWindow = 8 * 1024 * 1024;
/// Gigabytes may still be on their way to a slow disk.
constexpr std::chrono::minutes VerdictPatience{10};
/// A slow disk is read for so long before the other side hears of us.
constexpr std::chrono::seconds PrefixPatience{1};

/// Tells the other side why it goes no further, unless that side is who said so or is not there.
std::unexpected<Error> refuse(BulkStream &stream, const Error &error)
{
    if (!isPassing(error) && error.code != ErrorCode::Cancelled)
        std::ignore = stream.send(Bulk::Failed{error});
    return std::unexpected(error);
}

/// The other side hung up: what it said before may tell the reason.
std::unexpected<Error> hearWhy(BulkStream &stream, const Error &cut)
{
    if (cut.code != ErrorCode::Interrupted)
        return std::unexpected(cut);
    for (;;) {
        if (const auto frame = stream.receive(); !frame)
            return std::unexpected(frame.error().code == ErrorCode::Interrupted ? cut : frame.error());
    }
}

/// Hears what the receiver says until there is credit, or nothing more to hear without waiting.
Result<void> hearCredit(BulkStream &stream, qint64 &credit)
{
    while (credit <= 0 || stream.hasInput()) {
        const auto more = stream.expect<Bulk::Credit>();
        if (!more)
            return std::unexpected(more.error());
        // Who says nothing, again and again, is not working on it.
        if (more->bytes <= 0 || more->bytes > LargestWindow)
            return fail(ErrorCode::ProtocolViolation, {}, u"credit for %1 bytes"_s.arg(more->bytes));
        credit += more->bytes;
    }
    return {};
}

/// Who sends learns what went wrong with a file here, not where it lies.
std::unexpected<Error> refuseHere(BulkStream &stream, const Error &error)
{
    Error told = error;
    told.subject = QFileInfo(error.subject).fileName();
    std::ignore = refuse(stream, told);
    return std::unexpected(error);
}

/// Where to go on, after telling the other side when that is not where it stopped.
Result<qint64> agreeOnStart(BulkStream &stream, ContentSource &source, const Bulk::Ready &ready)
{
    for (;;) {
        const auto start = source.skip(ready.offset, ready.sha256);
        if (!start)
            return refuse(stream, start.error());
        if (*start == ready.offset)
            return ready.offset;
        // Not knowing yet is said too, by bytes that are none: the other side then knows that we are here.
        const auto sent = *start ? stream.send(Bulk::Restart{}) : stream.sendData(0);
        if (!sent)
            return hearWhy(stream, sent.error());
        if (*start)
            return 0;
    }
}

Result<void> awaitVerified(BulkStream &stream)
{
    stream.setPatience(VerdictPatience);
    for (;;) {
        auto frame = stream.receive();
        if (!frame)
            return std::unexpected(frame.error());
        const auto *control = std::get_if<Bulk::Control>(&*frame);
        if (control && std::holds_alternative<Bulk::Verified>(*control))
            return {};
        if (!control || !std::holds_alternative<Bulk::Credit>(*control))
            return fail(ErrorCode::ProtocolViolation, {}, u"no verdict on what was sent"_s);
    }
}

/// What the sender says to who has all of it.
Result<bool> hearWhetherSame(BulkStream &stream, qint64 size, const QByteArray &sha256)
{
    for (;;) {
        const auto frame = stream.receive();
        if (!frame)
            return std::unexpected(frame.error());
        if (const auto *bytes = std::get_if<std::span<const char>>(&*frame); bytes && bytes->empty())
            continue; // it is looking
        const auto *control = std::get_if<Bulk::Control>(&*frame);
        if (const auto *end = control ? std::get_if<Bulk::End>(control) : nullptr)
            return end->size == size && end->sha256 == sha256;
        if (control && std::holds_alternative<Bulk::Restart>(*control))
            return false;
        return fail(ErrorCode::ProtocolViolation, {}, u"neither the end nor a restart"_s);
    }
}

/// The credit a receiver grants: a window that grows while the sender uses it up.
class Window final
{
public:
    [[nodiscard]] qint64 first() const { return m_size; }
    /// After `bytes` more were stored: what may be sent beyond what was granted already.
    qint64 stored(qint64 bytes)
    {
        m_unused += bytes;
        if (m_unused < m_size / 4)
            return 0;
        const qint64 grown = std::min(LargestWindow, m_size * 2);
        const qint64 grant = std::exchange(m_unused, 0) + grown - m_size;
        m_size = grown;
        return grant;
    }

private:
    qint64 m_size = FirstWindow;
    qint64 m_unused = 0;
};

} // namespace

bool isPassing(const Error &error)
{
    return error.code == ErrorCode::Interrupted || error.code == ErrorCode::TimedOut
        || error.code == ErrorCode::CannotConnect;
}

Result<void> sendContent(BulkStream &stream, ContentSource &source, const TransferProgress &progress)
{
    const auto ready = stream.expect<Bulk::Ready>();
    if (!ready)
        return std::unexpected(ready.error());
    const auto start = agreeOnStart(stream, source, *ready);
    if (!start)
        return std::unexpected(start.error());
    qint64 done = *start;
    qint64 credit = 0;
    for (;;) {
        if (const auto heard = hearCredit(stream, credit); !heard)
            return heard;
        const auto buffer = stream.dataBuffer().first(size_t(std::min<qint64>(credit, BulkChunkBytes)));
        const auto got = source.read(buffer);
        if (!got)
            return refuse(stream, got.error());
        if (!*got)
            break;
        // Nothing yet is said too: the other side then knows that we are here.
        if (const auto sent = stream.sendData(**got); !sent)
            return hearWhy(stream, sent.error());
        credit -= **got;
        done += **got;
        if (progress)
            progress(done);
    }
    if (const auto sent = stream.send(Bulk::End{source.size(), source.sha256()}); !sent)
        return sent;
    return awaitVerified(stream);
}

Result<void> receiveContent(BulkStream &stream, PartialFile &file, const ReceiveOptions &options)
{
    return receiveWithin(stream, file, options, [] { return Result<void>(); });
}

Result<void> receiveWithin(
    BulkStream &stream, PartialFile &file, const ReceiveOptions &options, const std::function<Result<void>()> &room)
{
    Window window;
    bool begun = false;
    if (const auto sent = stream.send(Bulk::Ready{file.size(), file.sha256()}); !sent)
        return sent;
    if (const auto sent = stream.send(Bulk::Credit{window.first()}); !sent)
        return sent;
    for (;;) {
        // Much may have arrived already: who asks to stop does not wait for it.
        if (stream.stopToken().stop_requested())
            return fail(ErrorCode::Cancelled);
        const auto frame = stream.receive();
        if (!frame)
            return std::unexpected(frame.error());
        if (const auto *bytes = std::get_if<std::span<const char>>(&*frame)) {
            if (file.size() + qint64(bytes->size()) > options.limit)
                return refuse(stream,
                    Error{ErrorCode::TooLarge, {}, {}, {}}
                        .with(Fact::Limit, options.limit)
                        .with(Fact::Actual, file.size() + qint64(bytes->size())));
            begun |= !bytes->empty();
            if (const auto fits = room(); !fits)
                return refuseHere(stream, fits.error());
            if (const auto written = file.append(*bytes); !written)
                return refuseHere(stream, written.error());
            if (options.progress)
                options.progress(file.size());
            if (options.throttle)
                options.throttle(qint64(bytes->size()));
            // When this fails the connection is gone, which the next read finds out after everything that had arrived before.
            if (const qint64 grant = window.stored(qint64(bytes->size())); grant > 0)
                std::ignore = stream.send(Bulk::Credit{grant});
            continue;
        }
        const auto &control = std::get<Bulk::Control>(*frame);
        if (std::holds_alternative<Bulk::Restart>(control) && !begun) {
            if (const auto restarted = file.restart(); !restarted)
                return refuseHere(stream, restarted.error());
            if (options.progress)
                options.progress(0);
            continue;
        }
        const auto *end = std::get_if<Bulk::End>(&control);
        if (!end)
            return refuse(stream, {ErrorCode::ProtocolViolation, {}, u"neither bytes nor their end"_s, {}});
        const auto kept = file.finish(end->size, end->sha256).and_then([&] { return options.keep(file, end->sha256); });
        if (!kept)
            return refuseHere(stream, kept.error());
        return stream.send(Bulk::Verified{});
    }
}

Result<void> confirmContent(
    BulkStream &stream, qint64 size, const QByteArray &sha256, const std::function<Result<void>()> &keep)
{
    if (const auto sent = stream.send(Bulk::Ready{size, sha256}); !sent)
        return sent;
    if (const auto sent = stream.send(Bulk::Credit{FirstWindow}); !sent)
        return sent;
    const auto same = hearWhetherSame(stream, size, sha256);
    if (!same)
        return std::unexpected(same.error());
    if (!*same)
        return refuse(stream, {ErrorCode::HashMismatch, {}, {}, {}});
    if (const auto kept = keep ? keep() : Result<void>(); !kept)
        return refuseHere(stream, kept.error());
    return stream.send(Bulk::Verified{});
}

Result<void> awaitNoted(BulkStream &stream)
{
    return stream.expect<Bulk::Noted>().transform([](Bulk::Noted) {});
}

Result<std::optional<bool>> PrefixCheck::goOn(QFile &file, qint64 size, const QByteArray &sha256)
{
    if (!file.seek(m_done))
        return fail(ErrorCode::ReadFailed, QFileInfo(file.fileName()).fileName(), file.errorString());
    QByteArray block(BulkChunkBytes, Qt::Uninitialized);
    for (const QDeadlineTimer until(PrefixPatience); m_done < size;) {
        if (until.hasExpired())
            return std::optional<bool>();
        const qint64 count = file.read(block.data(), std::min<qint64>(size - m_done, block.size()));
        if (count < 0)
            return fail(ErrorCode::ReadFailed, QFileInfo(file.fileName()).fileName(), file.errorString());
        if (count == 0)
            return std::optional(false);
        m_hash.add(std::span<const char>(block.constData(), size_t(count)));
        m_done += count;
    }
    return std::optional(size == 0 || m_hash.soFar() == sha256);
}

Result<std::optional<qint64>> BlobSource::skip(qint64 offset, const QByteArray &sha256)
{
    // Whoever asked for the content is told what went wrong, not where it lies here.
    if (!m_file.isOpen() && !m_file.open(QFile::ReadOnly | QFile::Unbuffered))
        return fail(ErrorCode::ReadFailed, QFileInfo(m_file.fileName()).fileName(), m_file.errorString());
    // Its own hash need not be computed again.
    const bool isWhole = offset == m_file.size();
    const auto same = isWhole ? Result<std::optional<bool>>(sha256 == m_sha256) : m_prefix.goOn(m_file, offset, sha256);
    if (!same)
        return std::unexpected(same.error());
    if (!*same)
        return std::optional<qint64>();
    const qint64 start = **same ? offset : 0;
    return m_file.seek(start)
        ? Result<std::optional<qint64>>(start)
        : fail(ErrorCode::ReadFailed, QFileInfo(m_file.fileName()).fileName(), m_file.errorString());
}

Result<std::optional<qsizetype>> BlobSource::read(std::span<char> buffer)
{
    const qint64 count = m_file.read(buffer.data(), qint64(buffer.size()));
    if (count < 0)
        return fail(ErrorCode::ReadFailed, QFileInfo(m_file.fileName()).fileName(), m_file.errorString());
    return count == 0 ? std::optional<qsizetype>() : std::optional(qsizetype(count));
}

} // namespace Sonde
