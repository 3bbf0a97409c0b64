// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/bulk/bulkstream.h"

#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "transport/tls/sslcontext.h"
#include "transport/tls/tlsclient.h"

#include <QtEndian>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr qsizetype HeadBytes = 5;
constexpr size_t ReadAheadBytes = 128 * 1024;
constexpr long SentAtOnceBytes = BulkChunkBytes + BulkChunkBytes / 32; ///< a chunk with its records' heads
constexpr qsizetype MaxControlFrame = 64 * 1024;
/// For the other side to hear why we go.
constexpr std::chrono::seconds LingerTime{2};
enum class FrameKind : quint8 { Data, Control };

struct SslFree {
    void operator()(SSL *ssl) const { SSL_free(ssl); }
};

} // namespace

// ---- keys and trust

struct BulkTls::Private {
    SslContext context;
};

BulkTls::BulkTls(std::unique_ptr<Private> own)
    : d(std::move(own))
{
}

BulkTls::~BulkTls() = default;

Result<std::shared_ptr<const BulkTls>> BulkTls::make(bool isServer, const QSslCertificate &authority, const Own &own)
{
    auto made =
        makeSslContext(isServer ? TlsSide::Server : TlsSide::Client, authority, {own.chain, own.key}, BulkProtocol);
    if (!made)
        return std::unexpected(made.error());
    SSL_CTX *context = made->get();
    SSL_CTX_set_mode(context, SSL_MODE_AUTO_RETRY);
    // As much as there is in one system call, not a record's head and body each in its own.
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_default_read_buffer_len(context, ReadAheadBytes);
    return std::shared_ptr<const BulkTls>(new BulkTls(std::make_unique<Private>(*std::move(made))));
}

Result<std::shared_ptr<const BulkTls>> BulkTls::client(const QSslCertificate &authority, const Own &own)
{
    return make(false, authority, own);
}

Result<std::shared_ptr<const BulkTls>> BulkTls::server(const QSslCertificate &authority, const Own &own)
{
    return make(true, authority, own);
}

// ---- one connection

struct BulkStream::Private {
    Private(BulkSocket ownedSocket, SSL_CTX *context, std::stop_token token)
        : socket(std::move(ownedSocket))
        , ssl(SSL_new(context))
        , stop(std::move(token))
        , out(std::make_unique_for_overwrite<char[]>(HeadBytes + BulkChunkBytes))
        , in(std::make_unique_for_overwrite<char[]>(BulkChunkBytes))
        , hangUp(stop, [this] { socket.shutDown(); })
    {
        SSL_set_fd(ssl.get(), int(socket.descriptor()));
        // A chunk's records leave together, not each in a system call of its own that wakes the other side.
        BIO *gathering = BIO_new(BIO_f_buffer());
        BIO_set_write_buffer_size(gathering, SentAtOnceBytes);
        BIO *plain = SSL_get_wbio(ssl.get());
        BIO_up_ref(plain);
        SSL_set0_wbio(ssl.get(), BIO_push(gathering, plain));
    }

    [[nodiscard]] Error error(int result, Reason why) const
    {
        if (stop.stop_requested())
            return {ErrorCode::Cancelled, {}, {}, {}};
        const int kind = SSL_get_error(ssl.get(), result);
        // With a blocking socket these mean that the socket's own time-out struck.
        if (kind == SSL_ERROR_WANT_READ || kind == SSL_ERROR_WANT_WRITE || BIO_should_retry(SSL_get_wbio(ssl.get())))
            return errorBecause(Reason::NoAnswerInTime, ErrorCode::TimedOut, {});
        Error lost = errorBecause(why, ErrorCode::Interrupted, {});
        if (const QString words = takeSslReason(); !words.isEmpty())
            lost.reason += u": "_s + words; // for the log
        return lost;
    }
    [[nodiscard]] Result<void> write(const char *bytes, qsizetype size) const
    {
        ERR_clear_error();
        size_t written = 0;
        const int result = SSL_write_ex(ssl.get(), bytes, size_t(size), &written);
        if (result != 1 || BIO_flush(SSL_get_wbio(ssl.get())) != 1)
            return std::unexpected(error(result == 1 ? 0 : result, Reason::ConnectionCut));
        return {};
    }
    [[nodiscard]] Result<void> read(char *bytes, qsizetype size)
    {
        return readMost(bytes, size) == size ? Result<void>() : std::unexpected(*lost);
    }
    /// Fewer bytes than asked for when the connection is lost.
    [[nodiscard]] qsizetype readMost(char *bytes, qsizetype size)
    {
        qsizetype done = 0;
        while (done < size && !lost) {
            ERR_clear_error();
            size_t got = 0;
            const int result = SSL_read_ex(ssl.get(), bytes + done, size_t(size - done), &got);
            if (result != 1)
                lost = error(result, Reason::ConnectionCut);
            done += qsizetype(got);
        }
        return done;
    }

    std::optional<Error> lost; ///< nothing more can be read
    bool saidWhy = false;      ///< a Failed was sent: nothing follows
    qint64 moved = 0;          ///< file bytes
    BulkSocket socket;
    std::unique_ptr<SSL, SslFree> ssl;
    std::stop_token stop;
    std::unique_ptr<char[]> out;
    std::unique_ptr<char[]> in;
    std::stop_callback<std::function<void()>> hangUp;
};

BulkStream::BulkStream(std::unique_ptr<Private> own)
    : d(std::move(own))
{
}

BulkStream::~BulkStream()
{
    // A farewell, as far as one can be sent without waiting.
    if (d->stop.stop_requested())
        return;
    SSL_shutdown(d->ssl.get());
    if (d->saidWhy)
        d->socket.linger(LingerTime);
}

Result<std::unique_ptr<BulkStream>> BulkStream::connect(
    const BulkEndpoint &endpoint, const QString &ticket, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    auto socket = BulkSocket::connect(endpoint.service.host(), quint16(endpoint.service.port(443)), OpeningPatience);
    if (!socket)
        return std::unexpected(socket.error());
    auto d = std::make_unique<Private>(*std::move(socket), endpoint.tls->d->context.get(), stop);
    SSL *ssl = d->ssl.get();
    SSL_set1_host(ssl, ServiceTlsName);
    ERR_clear_error();
    if (const int result = SSL_connect(ssl); result != 1) {
        const long verdict = SSL_get_verify_result(ssl);
        if (verdict != X509_V_OK)
            return fail(ErrorCode::CertificateRefused, endpoint.service.toString(),
                QString::fromLatin1(X509_verify_cert_error_string(verdict)));
        return std::unexpected(d->error(result, Reason::NoTlsHandshake));
    }
    d->socket.setPatience(Patience);
    std::unique_ptr<BulkStream> stream(new BulkStream(std::move(d)));
    if (const auto sent = stream->send(Bulk::Open{ticket}); !sent)
        return std::unexpected(sent.error());
    return stream;
}

Result<BulkStream::Accepted> BulkStream::accept(qintptr descriptor, const BulkTls &tls, const std::stop_token &stop)
{
    BulkSocket socket(descriptor);
    socket.setPatience(OpeningPatience);
    auto d = std::make_unique<Private>(std::move(socket), tls.d->context.get(), stop);
    ERR_clear_error();
    if (const int result = SSL_accept(d->ssl.get()); result != 1)
        return std::unexpected(d->error(result, Reason::NoTlsHandshake));
    Accepted accepted;
    if (const X509 *shown = SSL_get0_peer_certificate(d->ssl.get())) {
        accepted.certificate.resize(EVP_MAX_MD_SIZE);
        unsigned size = 0;
        X509_digest(shown, EVP_sha256(), reinterpret_cast<unsigned char *>(accepted.certificate.data()), &size);
        accepted.certificate.resize(size);
    }
    accepted.stream.reset(new BulkStream(std::move(d)));
    auto open = accepted.stream->expect<Bulk::Open>();
    if (!open)
        return std::unexpected(open.error());
    accepted.ticket = open->ticket;
    accepted.stream->d->socket.setPatience(Patience);
    return accepted;
}

std::span<char> BulkStream::dataBuffer()
{
    return {d->out.get() + HeadBytes, size_t(BulkChunkBytes)};
}

qint64 BulkStream::moved() const
{
    return d->moved;
}

Result<void> BulkStream::sendData(qsizetype size)
{
    qToBigEndian(quint32(size), d->out.get());
    d->out[4] = char(FrameKind::Data);
    d->moved += size;
    return d->write(d->out.get(), HeadBytes + size);
}

Result<void> BulkStream::send(const Bulk::Control &control)
{
    const QByteArray payload = Codec::toBytes(control);
    QByteArray frame(HeadBytes, Qt::Uninitialized);
    qToBigEndian(quint32(payload.size()), frame.data());
    frame[4] = char(FrameKind::Control);
    frame += payload;
    d->saidWhy = std::holds_alternative<Bulk::Failed>(control);
    return d->write(frame.constData(), frame.size());
}

Result<Bulk::Frame> BulkStream::receive()
{
    std::array<char, HeadBytes> head{};
    if (const auto read = d->read(head.data(), HeadBytes); !read)
        return std::unexpected(read.error());
    const qsizetype size = qFromBigEndian<quint32>(head.data());
    const auto kind = FrameKind(head[4]);
    if (kind == FrameKind::Data && size <= BulkChunkBytes) {
        // Cut in the midst of it, what came of it is as good as a frame of its own.
        const qsizetype got = d->readMost(d->in.get(), size);
        if (got < size && got == 0)
            return std::unexpected(*d->lost);
        d->moved += got;
        return Bulk::Frame(std::span<const char>(d->in.get(), size_t(got)));
    }
    if (kind != FrameKind::Control || size > MaxControlFrame)
        return fail(
            ErrorCode::ProtocolViolation, {}, u"a bulk frame of kind %1 with %2 bytes"_s.arg(head[4]).arg(size));
    QByteArray payload(size, Qt::Uninitialized);
    if (const auto read = d->read(payload.data(), size); !read)
        return std::unexpected(read.error());
    auto control = Codec::fromPeer<Bulk::Control>(payload);
    if (!control)
        return std::unexpected(control.error());
    if (const auto *failed = std::get_if<Bulk::Failed>(&*control))
        return std::unexpected(failed->error);
    return Bulk::Frame(*std::move(control));
}

bool BulkStream::hasInput() const
{
    return SSL_has_pending(d->ssl.get()) == 1 || d->socket.hasInput();
}

void BulkStream::setPatience(std::chrono::milliseconds patience)
{
    d->socket.setPatience(patience);
}

void BulkStream::hangUp() const
{
    d->socket.shutDown();
}

const std::stop_token &BulkStream::stopToken() const
{
    return d->stop;
}

} // namespace Sonde
