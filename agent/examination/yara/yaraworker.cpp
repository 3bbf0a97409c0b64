// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/yara/yaraworker.h"

#include "agent/examination/yara/packet.h"
#include "agent/examination/yara/workerloop.h"
#include "protocol/base/codec.h"
#include "protocol/base/reason.h"

#include <QDeadlineTimer>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

using namespace Linux;

constexpr auto PollInterval = 50ms;
const QString EngineName = u"YARA"_s;

/// Between fork() and execve() nothing may be allocated.
[[noreturn]] void becomeWorker(int socket, char *const *arguments, char *const *environment)
{
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const bool isPlaced = socket == YaraWorkerSocket ? ::fcntl(socket, F_SETFD, 0) == 0
                                                     : ::dup2(socket, YaraWorkerSocket) == YaraWorkerSocket;
    if (isPlaced && ::close_range(YaraWorkerSocket + 1, ~0U, 0) == 0)
        ::execve(arguments[0], arguments, environment);
    ::_exit(127);
}

Result<Descriptor> openProcessFile(qint64 pid, const char *name)
{
    const QByteArray path = "/proc/" + QByteArray::number(pid) + '/' + name;
    Descriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC));
    if (file.isOpen())
        return file;
    if (errno == ENOENT || errno == ESRCH)
        return fail(ErrorCode::NoSuchProcess, QString::number(pid));
    return std::unexpected(errorFromErrno(errno, QString::fromUtf8(path)));
}

} // namespace

YaraWorker::YaraWorker(pid_t process, Descriptor socket)
    : m_process(process)
    , m_socket(std::move(socket))
{
}

YaraWorker::~YaraWorker()
{
    ::kill(m_process, SIGKILL);
    while (::waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {}
}

Result<std::unique_ptr<YaraWorker>> YaraWorker::start(const QByteArray &program)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(ErrorCode::EngineFailed, EngineName, errorFromErrno(errno, {}).reason);
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]);
    const int largest = int(MostPacketBytes) * 2;
    for (const int end : ends)
        ::setsockopt(end, SOL_SOCKET, SO_SNDBUF, &largest, sizeof largest);
    QByteArray path = program;
    QByteArray option = YaraWorkerOption;
    QByteArray language = "LC_ALL=C.UTF-8";
    const std::array<char *, 3> arguments{path.data(), option.data(), nullptr};
    const std::array<char *, 2> environment{language.data(), nullptr};
    const pid_t process = ::fork();
    if (process == 0)
        becomeWorker(theirs.number(), arguments.data(), environment.data());
    if (process < 0)
        return fail(ErrorCode::EngineFailed, EngineName, errorFromErrno(errno, {}).reason);
    return std::unique_ptr<YaraWorker>(new YaraWorker(process, std::move(ours)));
}

std::unexpected<Error> YaraWorker::giveUp(Reason reason)
{
    m_socket = Descriptor(-1);
    ::kill(m_process, SIGKILL);
    return fail(ErrorCode::EngineFailed, EngineName, reason);
}

Result<YaraAnswer> YaraWorker::ask(const YaraOrder &order, std::span<const int> files, const std::stop_token &stop)
{
    if (isOver() || !sendPacket(m_socket.number(), Codec::toBytes(order), files))
        return giveUp(Reason::EngineGone);
    const QDeadlineTimer deadline(std::chrono::seconds(order.seconds) + Grace);
    for (;;) {
        pollfd news{m_socket.number(), POLLIN, 0};
        if (::poll(&news, 1, int(PollInterval.count())) > 0)
            break;
        if (stop.stop_requested()) {
            std::ignore = giveUp(Reason::EngineGone);
            return fail(ErrorCode::Cancelled);
        }
        if (deadline.hasExpired())
            return giveUp(Reason::EngineTooSlow);
    }
    const auto packet = receivePacket(m_socket.number());
    auto answer = packet ? Codec::fromBytes<YaraAnswer>(packet->bytes) : fail(ErrorCode::EngineFailed);
    if (!answer)
        return giveUp(Reason::EngineGone);
    return answer;
}

Result<void> YaraWorker::compile(const std::vector<QString> &names, std::span<const Descriptor> sources,
    const Descriptor &output, const std::stop_token &stop)
{
    std::vector<int> files;
    for (const Descriptor &source : sources)
        files.push_back(source.number());
    files.push_back(output.number());
    const auto answer = ask({u"compile"_s, names, Patience.count(), 0}, files, stop);
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->stopped == u"rules")
        return fail(ErrorCode::RulesMalformed, answer->name, answer->words).with(Fact::Line, answer->line);
    return answer->stopped.isEmpty() ? Result<void>() : fail(ErrorCode::EngineFailed, EngineName, answer->stopped);
}

Result<qint64> YaraWorker::load(const Descriptor &compiled, const std::stop_token &stop)
{
    const std::array files{compiled.number()};
    const auto answer = ask({u"load"_s, {}, Patience.count(), 0}, files, stop);
    if (!answer)
        return std::unexpected(answer.error());
    return answer->stopped.isEmpty() ? Result<qint64>(answer->rules)
                                     : fail(ErrorCode::EngineFailed, EngineName, answer->stopped);
}

Result<YaraAnswer> YaraWorker::scanFile(int file, const std::stop_token &stop)
{
    const std::array files{file};
    return ask({u"file"_s, {}, Patience.count(), 0}, files, stop);
}

Result<YaraAnswer> YaraWorker::scanArchive(int file, const std::stop_token &stop)
{
    const std::array files{file};
    return ask({u"archive"_s, {}, Patience.count(), MostArchiveBytes}, files, stop);
}

Result<YaraAnswer> YaraWorker::scanMemory(qint64 pid, const std::stop_token &stop)
{
    std::vector<Descriptor> open;
    std::vector<int> files;
    for (const char *name : {"mem", "pagemap", "maps"}) {
        auto file = openProcessFile(pid, name);
        if (!file)
            return std::unexpected(file.error());
        files.push_back(file->number());
        open.push_back(std::move(*file));
    }
    return ask({u"memory"_s, {}, Patience.count(), MostMemoryBytes}, files, stop);
}

} // namespace Sonde::Agent
