// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/clamd/clamdsession.h"

#include "protocol/base/reason.h"

#include <QDeadlineTimer>
#include <QDir>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

using Linux::Descriptor;

const QString EngineName = u"ClamAV"_s;
constexpr auto PollInterval = 50ms;
constexpr auto VersionPatience = 10s;
constexpr time_t SendSeconds = 10;
constexpr qsizetype LongestReply = 8 * 1024;

std::unexpected<Error> engineFailed(const QString &reason)
{
    return fail(ErrorCode::EngineFailed, EngineName, reason);
}

bool sendAll(int socket, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t sent = ::send(socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        bytes = bytes.sliced(sent);
    }
    return true;
}

/// A byte that nobody reads carries the open file.
bool sendFile(int socket, int file)
{
    std::array<char, 1> byte{};
    iovec content{byte.data(), byte.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &content;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr *part = CMSG_FIRSTHDR(&message);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(part), &file, sizeof file);
    ssize_t sent = -1;
    do
        sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == 1;
}

/// The process at the other end. Where systemd listens for it (clamav-daemon.socket) it is systemd that is named.
qint64 processBehind(const Descriptor &socket)
{
    constexpr pid_t firstProcess = 1;
    ucred who{};
    socklen_t size = sizeof who;
    if (::getsockopt(socket.number(), SOL_SOCKET, SO_PEERCRED, &who, &size) != 0)
        return 0;
    return who.pid == firstProcess ? processNamed("clamd", "/proc") : who.pid;
}

} // namespace

qint64 processNamed(const QByteArray &name, const QByteArray &proc)
{
    qint64 lowest = 0;
    const auto entries = QDir(QFile::decodeName(proc)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isNumber = false;
        const qint64 number = entry.toLongLong(&isNumber);
        const QByteArray path = proc + '/' + QByteArray::number(number);
        const Descriptor folder(isNumber ? ::open(path.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC) : -1);
        if (folder.isOpen() && (lowest == 0 || number < lowest)
            && Linux::readSmall(folder, "comm").value_or(QByteArray()).trimmed() == name)
            lowest = number;
    }
    return lowest;
}

ClamdReply parseClamdReply(const QByteArray &reply)
{
    const auto colon = reply.indexOf(": ");
    bool isNumber = false;
    const qint64 id = colon < 0 ? 0 : reply.first(colon).toLongLong(&isNumber);
    if (!isNumber)
        return {0, engineFailed(QString::fromUtf8(reply))};
    const QByteArray words = reply.sliced(colon + 2);
    // What comes before is the file's name, which for an open file is "fd[9]".
    const auto last = words.lastIndexOf(": ");
    const QByteArray said = last < 0 ? words : words.sliced(last + 2);
    if (said == "OK")
        return {id, ClamdAnswer{}};
    constexpr QByteArrayView found(" FOUND");
    if (said.endsWith(found) && said.size() > found.size())
        return {id, ClamdAnswer{true, QString::fromUtf8(said.chopped(found.size()))}};
    return {id, engineFailed(QString::fromUtf8(words))};
}

ClamdSession::ClamdSession(QByteArray socket)
    : m_path(std::move(socket))
{
}

Result<void> ClamdSession::connect()
{
    m_received.clear();
    m_asked = 0;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (m_path.size() >= qsizetype(sizeof address.sun_path))
        return engineFailed(u"the path of its socket is too long"_s);
    std::memcpy(address.sun_path, m_path.constData(), size_t(m_path.size()));
    m_socket = Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const timeval patience{SendSeconds, 0};
    ::setsockopt(m_socket.number(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience); // connect() obeys it, too
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as sockets want it
    if (::connect(m_socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        const int why = errno;
        m_socket = Descriptor(-1);
        return engineFailed(errorFromErrno(why, {}).reason);
    }
    constexpr QByteArrayView begin("zIDSESSION\0", 11);
    if (!sendAll(m_socket.number(), begin)) {
        m_socket = Descriptor(-1);
        return fail(ErrorCode::EngineFailed, EngineName, Reason::EngineGone);
    }
    m_process = processBehind(m_socket);
    return {};
}

Result<QByteArray> ClamdSession::readReply(std::chrono::milliseconds patience, const std::stop_token &stop)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        if (const auto end = m_received.indexOf('\0'); end >= 0) {
            const QByteArray reply = m_received.first(end);
            m_received.remove(0, end + 1);
            return reply;
        }
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (deadline.hasExpired())
            return fail(ErrorCode::EngineFailed, EngineName, Reason::EngineTooSlow);
        pollfd news{m_socket.number(), POLLIN, 0};
        if (::poll(&news, 1, int(PollInterval.count())) <= 0)
            continue;
        std::array<char, 1024> piece{};
        const ssize_t size = ::recv(m_socket.number(), piece.data(), piece.size(), 0);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0 || m_received.size() > LongestReply)
            return fail(ErrorCode::EngineFailed, EngineName, Reason::EngineGone);
        m_received.append(piece.data(), size);
    }
}

Result<QByteArray> ClamdSession::ask(
    const QByteArray &command, int file, std::chrono::milliseconds patience, const std::stop_token &stop)
{
    // A session that lay idle is ended by clamd, and a daemon may have been restarted since: that is worth a second try.
    for (const bool isLast : {!m_socket.isOpen(), true}) {
        if (!m_socket.isOpen()) {
            if (const auto connected = connect(); !connected)
                return std::unexpected(connected.error());
        }
        ++m_asked;
        const bool isSent =
            sendAll(m_socket.number(), QByteArray(command + '\0')) && (file < 0 || sendFile(m_socket.number(), file));
        auto reply = isSent ? readReply(patience, stop) : fail(ErrorCode::EngineFailed, EngineName, Reason::EngineGone);
        if (reply)
            return reply;
        m_socket = Descriptor(-1);
        const bool isLost = reasonOf(reply.error()) == Reason::EngineGone;
        if (isLast || !isLost)
            return reply;
    }
    return fail(ErrorCode::EngineFailed, EngineName, Reason::EngineGone);
}

Result<ClamdAnswer> ClamdSession::scan(int file, std::chrono::milliseconds patience, const std::stop_token &stop)
{
    const auto reply = ask("zFILDES", file, patience, stop);
    if (!reply)
        return std::unexpected(reply.error());
    const ClamdReply parsed = parseClamdReply(*reply);
    if (parsed.answer && parsed.id == m_asked)
        return parsed.answer;
    m_socket = Descriptor(-1); // whatever comes next in it would be the answer to something else
    return parsed.answer ? Result<ClamdAnswer>(engineFailed(QString::fromUtf8(*reply))) : parsed.answer;
}

Result<QString> ClamdSession::version(const std::stop_token &stop)
{
    return ask("zVERSION", -1, VersionPatience, stop).and_then([this](const QByteArray &reply) -> Result<QString> {
        const auto colon = reply.indexOf(": ");
        if (colon < 0 || reply.first(colon).toLongLong() != m_asked) {
            m_socket = Descriptor(-1);
            return engineFailed(QString::fromUtf8(reply));
        }
        return QString::fromUtf8(reply.sliced(colon + 2));
    });
}

} // namespace Sonde::Agent
