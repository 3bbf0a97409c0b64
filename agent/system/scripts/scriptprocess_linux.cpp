// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/scripts/scriptprocess.h"

#include "agent/system/device/device.h"
#include "agent/system/processes/procparser.h"
#include "agent/system/scripts/supervisor.h"
#include "protocol/base/devicepath.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QHash>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

using Linux::Descriptor;

constexpr size_t ReadBytes = 64 * 1024;
constexpr qsizetype MostKept = 1024 * 1024;

struct Pair {
    Descriptor ours{-1};
    Descriptor theirs{-1};
};

std::unexpected<Error> cannotStart()
{
    return fail(ErrorCode::CannotStart, u"script"_s, errorFromErrno(errno, {}).reason);
}

Result<Pair> makePipe()
{
    std::array<int, 2> ends;
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return cannotStart();
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return Pair{Descriptor(ends[0]), Descriptor(ends[1])};
}

Result<Pair> makeControl()
{
    std::array<int, 2> ends;
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return cannotStart();
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return Pair{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// The strings' own bytes, as execve() wants them.
std::vector<char *> pointers(QByteArrayList &strings)
{
    std::vector<char *> all;
    for (QByteArray &string : strings)
        all.push_back(string.data());
    all.push_back(nullptr);
    return all;
}

/// Waits until the program runs, or until it is said why it does not.
Result<void> awaitStart(const Descriptor &failure, const ProcessOrder &order)
{
    std::array<int, 2> report;
    pollfd source{failure.number(), POLLIN, 0};
    ssize_t size = -1;
    do {
        ::poll(&source, 1, -1);
        size = ::read(failure.number(), report.data(), sizeof report);
    } while (size < 0 && (errno == EINTR || errno == EAGAIN));
    if (size != sizeof report)
        return {};
    switch (Linux::Step(report[0])) {
    case Linux::Step::Folder: return std::unexpected(errorFromErrno(report[1], DevicePath(order.folder).typed()));
    case Linux::Step::Program:
        return std::unexpected(errorFromErrno(report[1], DevicePath(order.command.first()).typed()));
    case Linux::Step::Fork: break;
    }
    return fail(ErrorCode::CannotStart, u"script"_s, errorFromErrno(report[1], {}).reason);
}

/// Process ids by their parent's.
QMultiHash<qint64, Linux::ProcStat> processTree()
{
    QMultiHash<qint64, Linux::ProcStat> tree;
    const auto names = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Unsorted);
    for (const QString &name : names) {
        if (!name.front().isDigit())
            continue;
        const auto stat = Linux::readWhole("/proc/" + name.toLatin1() + "/stat").and_then(Linux::parseProcStat);
        if (stat && stat->state != 'Z')
            tree.insert(stat->parent, *stat);
    }
    return tree;
}

std::vector<Linux::ProcStat> descendants(qint64 ancestor)
{
    const auto tree = processTree();
    std::vector<Linux::ProcStat> found;
    std::vector<qint64> parents{ancestor};
    for (size_t i = 0; i < parents.size(); ++i) {
        for (auto it = tree.constFind(parents[i]); it != tree.cend() && it.key() == parents[i]; ++it) {
            found.push_back(*it);
            parents.push_back(it->pid);
        }
    }
    return found;
}

} // namespace

QStringList programFolders()
{
    return {u"/usr/local/sbin"_s, u"/usr/local/bin"_s, u"/usr/sbin"_s, u"/usr/bin"_s, u"/sbin"_s, u"/bin"_s};
}

QByteArrayList scriptEnvironment(CommandId command)
{
    const QByteArray user = agentUser().toUtf8();
    return {"PATH=" + programFolders().join(u':').toUtf8(), "HOME=" + QFile::encodeName(QDir::homePath()),
        "USER=" + user, "LOGNAME=" + user, "SHELL=/bin/sh", "LANG=C.UTF-8", "TERM=dumb", "NO_COLOR=1",
        "SONDE_COMMAND=" + command.toString().toLatin1(), "PYTHONUNBUFFERED=1", "POWERSHELL_TELEMETRY_OPTOUT=1",
        "POWERSHELL_UPDATECHECK=Off"};
}

struct ScriptProcess::Private {
    pid_t supervisor = -1;
    Descriptor output{-1};
    Descriptor errors{-1};
    Descriptor control{-1};
    std::optional<qint32> exitStatus;
    bool drained = false;
    Output kept; ///< read while everything was made to end

    [[nodiscard]] bool isSupervised() const { return control.isOpen(); }
    void waitForNews(std::chrono::milliseconds patience);
    void readControl();
    [[nodiscard]] static QByteArray readPipe(Descriptor &pipe);
    void reapSupervisor();
    /// Until nothing runs any more, or the time is up.
    void awaitEnd(std::chrono::milliseconds patience);
};

void ScriptProcess::Private::waitForNews(std::chrono::milliseconds patience)
{
    // poll() passes over what is closed.
    std::array<pollfd, 3> sources{
        {{output.number(), POLLIN, 0}, {errors.number(), POLLIN, 0}, {control.number(), POLLIN, 0}}};
    ::poll(sources.data(), sources.size(), int(patience.count()));
}

void ScriptProcess::Private::readControl()
{
    if (!isSupervised())
        return;
    Linux::ProgramEnd status = 0;
    ssize_t size = 0;
    while ((size = ::recv(control.number(), &status, sizeof status, 0)) == sizeof status)
        exitStatus = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    if (size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR))
        reapSupervisor(); // nothing that it looked after runs any more
}

void ScriptProcess::Private::reapSupervisor()
{
    control = Descriptor(-1);
    while (::waitpid(std::exchange(supervisor, -1), nullptr, 0) < 0 && errno == EINTR) {}
}

QByteArray ScriptProcess::Private::readPipe(Descriptor &pipe)
{
    if (!pipe.isOpen())
        return {};
    QByteArray bytes(ReadBytes, Qt::Uninitialized);
    const ssize_t size = ::read(pipe.number(), bytes.data(), ReadBytes);
    if (size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR))
        pipe = Descriptor(-1);
    bytes.truncate(std::max<ssize_t>(0, size));
    return bytes;
}

void ScriptProcess::Private::awaitEnd(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (isSupervised() && !deadline.hasExpired()) {
        // What is said at the end is the analyst's too; who says too much waits for nobody.
        const bool full = kept.text.size() + kept.errors.size() > MostKept;
        waitForNews(full ? 0ms : 20ms);
        readControl();
        if (!full) {
            kept.text += readPipe(output);
            kept.errors += readPipe(errors);
        } else {
            std::this_thread::sleep_for(20ms);
        }
    }
}

ScriptProcess::ScriptProcess(std::unique_ptr<Private> own)
    : d(std::move(own))
{
}

Result<std::unique_ptr<ScriptProcess>> ScriptProcess::start(const ProcessOrder &order)
{
    auto output = makePipe();
    auto errors = makePipe();
    auto failure = makePipe();
    auto control = makeControl();
    if (!output || !errors || !failure || !control)
        return cannotStart();
    ProcessOrder own = order;
    const auto arguments = pointers(own.command);
    const auto environment = pointers(own.environment);
    const pid_t supervisor = Linux::startSupervisor({own.folder.constData(), arguments.data(), environment.data()},
        {output->theirs.number(), errors->theirs.number(), control->theirs.number(), failure->theirs.number()});
    if (supervisor < 0)
        return cannotStart();
    failure->theirs = Descriptor(-1);
    auto started = std::make_unique<Private>(
        supervisor, std::move(output->ours), std::move(errors->ours), std::move(control->ours));
    std::unique_ptr<ScriptProcess> script(new ScriptProcess(std::move(started)));
    if (const auto runs = awaitStart(failure->ours, order); !runs)
        return std::unexpected(runs.error());
    return script;
}

ScriptProcess::~ScriptProcess()
{
    if (d->isSupervised()) {
        ::shutdown(d->control.number(), SHUT_RDWR);
        d->reapSupervisor();
    }
}

ScriptProcess::Output ScriptProcess::read(std::chrono::milliseconds patience)
{
    if (!d->kept.text.isEmpty() || !d->kept.errors.isEmpty())
        return std::exchange(d->kept, {});
    d->waitForNews(patience);
    d->readControl();
    const Output news{Private::readPipe(d->output), Private::readPipe(d->errors)};
    d->drained = news.text.isEmpty() && news.errors.isEmpty();
    return news;
}

bool ScriptProcess::isOver() const
{
    // Somebody outside may hold the pipes when nothing of ours runs any more; nobody could when they are closed.
    const bool isClosed = !d->output.isOpen() && !d->errors.isOpen();
    const bool isRead = d->kept.text.isEmpty() && d->kept.errors.isEmpty();
    return isRead && (d->isSupervised() ? isClosed && d->exitStatus : isClosed || d->drained);
}

std::optional<qint32> ScriptProcess::exitStatus() const
{
    return d->exitStatus;
}

std::vector<qint64> ScriptProcess::running() const
{
    std::vector<qint64> ids;
    if (d->isSupervised()) {
        for (const Linux::ProcStat &process : descendants(d->supervisor))
            ids.push_back(process.pid);
    }
    return ids;
}

bool ScriptProcess::endAll()
{
    for (const qint64 id : running())
        ::kill(pid_t(id), SIGTERM);
    d->awaitEnd(PolitePatience);
    auto left = running();
    if (d->isSupervised())
        std::ignore = ::send(d->control.number(), &Linux::EndAll, 1, MSG_NOSIGNAL);
    d->awaitEnd(FirmPatience);
    // What the supervisor could not end when it gave up is not its child any more.
    std::erase_if(left, [](qint64 id) { return ::kill(pid_t(id), 0) != 0 && errno == ESRCH; });
    return !d->isSupervised() && left.empty();
}

void ScriptProcess::letGo()
{
    if (!d->isSupervised())
        return;
    std::ignore = ::send(d->control.number(), &Linux::LetGo, 1, MSG_NOSIGNAL);
    d->reapSupervisor();
}

} // namespace Sonde::Agent
