// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/pendingrequest.h"

#include "protocol/base/codec.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {

constexpr auto EndOfHead = "\r\n\r\n";
constexpr auto CloseTime = 2s;

struct Status {
    int code;
    const char *phrase;
};
constexpr Status Statuses[] = {{400, "Bad Request"}, {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"},
    {408, "Request Timeout"}, {409, "Conflict"}, {413, "Content Too Large"}, {426, "Upgrade Required"},
    {429, "Too Many Requests"}};

QByteArray phraseOf(int code)
{
    const auto found = std::ranges::find(Statuses, code, &Status::code);
    return found == std::end(Statuses) ? "Error" : found->phrase;
}

} // namespace

bool RequestHead::has(QByteArrayView name) const
{
    return std::ranges::any_of(headers, [&](const auto &header) { return header.first == name; });
}

QByteArray RequestHead::value(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(headers, [&](const auto &header) { return header.first == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

Result<std::optional<RequestHead>> parseHead(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf(EndOfHead);
    if (end < 0)
        return std::nullopt;
    const auto lines = bytes.first(end).split('\n');
    const auto words = lines.first().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1.") || !words.at(1).startsWith('/'))
        return fail(ErrorCode::ProtocolViolation, {}, u"not an HTTP/1.1 request"_s);
    RequestHead head{words.at(0), words.at(1).split('?').first(), {}};
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return fail(ErrorCode::ProtocolViolation, {}, u"not a header line"_s);
        head.headers.emplace_back(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    return head;
}

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotSignedIn:
    case ErrorCode::SignInFailed:
    case ErrorCode::TokenInvalid: return 401;
    case ErrorCode::CertificateRefused:
    case ErrorCode::OutOfScope:
    case ErrorCode::SecondFactorNeeded:
    case ErrorCode::NotPermitted: return 403;
    case ErrorCode::NotFound: return 404;
    case ErrorCode::TimedOut: return 408;
    case ErrorCode::UserExists: return 409;
    case ErrorCode::TooLarge: return 413;
    case ErrorCode::VersionMismatch: return 426;
    case ErrorCode::LimitReached:
    case ErrorCode::RateLimited: return 429;
    default: return 400;
    }
}

QByteArray errorJson(const Error &error)
{
    const QJsonObject told{{u"code"_s, Codec::wireName(error.code)}, {u"subject"_s, error.subject},
        {u"reason"_s, error.reason}, {u"facts"_s, QCborValue(error.facts.wire()).toJsonValue()}};
    return QJsonDocument(QJsonObject{{u"error"_s, told}}).toJson(QJsonDocument::Compact);
}

QByteArray httpRefusal(const Error &error)
{
    const int status = httpStatus(error.code);
    const QByteArray body = errorJson(error);
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + phraseOf(status)
        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

PendingRequest::PendingRequest(QSslSocket &socket)
    : QObject(&socket)
    , m_socket(socket)
{
    // One byte more than may come, to see that it is too much.
    m_socket.setReadBufferSize(MaxBytes + 1);
    connect(&m_socket, &QSslSocket::encrypted, this, &PendingRequest::look);
    connect(&m_socket, &QSslSocket::readyRead, this, &PendingRequest::look);
    connect(&m_deadline, &QTimer::timeout, this,
        [this] { refuse({ErrorCode::TimedOut, {}, u"no request within %1 s"_s.arg(Deadline.count()), {}}); });
    m_deadline.setSingleShot(true);
    m_deadline.start(Deadline);
}

void PendingRequest::look()
{
    // What a client said that has hung up since is not served: its socket is being deleted.
    if (m_over || !m_socket.isEncrypted() || m_socket.state() != QAbstractSocket::ConnectedState)
        return;
    const QByteArray bytes = m_socket.peek(MaxBytes + 1);
    const auto head = parseHead(bytes);
    if (!head)
        return refuse(head.error());
    const auto whole = *head ? isBodyThere(**head, bytes) : Result<bool>(false);
    if (!whole)
        return refuse(whole.error());
    if (*whole) {
        m_over = true;
        m_deadline.stop();
        Q_EMIT complete(**head);
    } else if (bytes.size() > MaxBytes) {
        refuse(Error{ErrorCode::TooLarge, {}, u"a request has at most %1 bytes"_s.arg(MaxBytes), {}}.with(
            Fact::Limit, MaxBytes));
    }
}

Result<bool> PendingRequest::isBodyThere(const RequestHead &head, const QByteArray &bytes) const
{
    if (head.has("transfer-encoding"))
        return fail(ErrorCode::ProtocolViolation, {}, u"a request says its Content-Length"_s);
    bool isNumber = true;
    const qint64 length = head.has("content-length") ? head.value("content-length").toLongLong(&isNumber) : 0;
    if (!isNumber || length < 0)
        return fail(ErrorCode::ProtocolViolation, {}, u"not a Content-Length"_s);
    const qint64 total = bytes.indexOf(EndOfHead) + 4 + std::min(length, MaxBytes + 1);
    if (total > MaxBytes)
        return fail(ErrorCode::TooLarge, {}, u"a request has at most %1 bytes"_s.arg(MaxBytes))
            .with(Fact::Limit, MaxBytes);
    // Whoever serves the first would take what follows for another one.
    if (bytes.size() > total)
        return fail(ErrorCode::ProtocolViolation, {}, u"there is one request on a connection"_s);
    return bytes.size() == total;
}

void PendingRequest::refuse(const Error &error)
{
    if (std::exchange(m_over, true))
        return;
    m_deadline.stop();
    if (m_socket.isEncrypted()) {
        m_socket.write(httpRefusal(error));
        m_socket.disconnectFromHost();
        QTimer::singleShot(CloseTime, &m_socket, &QSslSocket::abort);
    } else {
        m_socket.abort();
    }
    Q_EMIT refused(error);
}

} // namespace Sonde::Service

#include "moc_pendingrequest.cpp"
