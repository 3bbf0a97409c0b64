// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/measuring/processmeter.h"

#include "tests/measuring/samples.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <ctime>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString procPath(qint64 pid, QLatin1StringView file)
{
    return u"/proc/%1/%2"_s.arg(pid).arg(file);
}

/// Of a line such as "Pss:    1234 kB".
double mebibytes(const QByteArray &content, QByteArrayView field)
{
    for (const QByteArray &line : content.split('\n')) {
        if (line.startsWith(field))
            return line.sliced(field.size()).simplified().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

} // namespace

MemoryUse memoryOf(qint64 pid)
{
    const QByteArray content = contentOf(procPath(pid, "smaps_rollup"_L1));
    return {mebibytes(content, "Rss:"), mebibytes(content, "Pss:")};
}

double peakMemoryOf(qint64 pid)
{
    return mebibytes(contentOf(procPath(pid, "status"_L1)), "VmHWM:");
}

double cpuSeconds(qint64 pid)
{
    // Threads that have ended count too.
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(pid_t(pid), &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return 0;
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

bool isRunning(qint64 pid)
{
    // "4242 (name) S …"; a zombie only waits for its parent to notice.
    const QByteArray stat = contentOf(procPath(pid, "stat"_L1));
    const qsizetype nameEnd = stat.lastIndexOf(')');
    return nameEnd > 0 && stat.sliced(nameEnd + 1).trimmed().at(0) != 'Z';
}

qint64 childOf(qint64 parent, QByteArrayView name)
{
    const QDir threads(procPath(parent, "task"_L1));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QByteArray &child : contentOf(threads.filePath(thread + "/children"_L1)).simplified().split(' ')) {
            if (contentOf(procPath(child.toLongLong(), "comm"_L1)).trimmed() == name)
                return child.toLongLong();
        }
    }
    return 0;
}

qint64 processOf(const QString &program)
{
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const qint64 pid = entry.toLongLong();
        if (pid > 0 && QFile::symLinkTarget(procPath(pid, "exe"_L1)) == program && isRunning(pid))
            return pid;
    }
    return 0;
}

std::optional<double> secondsOf(const QStringList &command)
{
    std::vector<QByteArray> words;
    words.reserve(size_t(command.size()));
    for (const QString &word : command)
        words.push_back(QFile::encodeName(word));
    std::vector<char *> arguments;
    arguments.reserve(words.size() + 1);
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (const int stream : {0, 1, 2})
        posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0);
    pid_t pid = 0;
    int status = -1;
    const Stopwatch watch;
    const bool ended = posix_spawnp(&pid, arguments.front(), &files, nullptr, arguments.data(), environ) == 0
        && waitpid(pid, &status, 0) == pid;
    const double seconds = watch.seconds();
    posix_spawn_file_actions_destroy(&files);
    return ended && status == 0 ? std::optional(seconds) : std::nullopt;
}

QString toolPath(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/bin"_s}) : found;
}

bool allowOpenFiles(quint64 count)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= count)
        return true;
    limit.rlim_cur = count;
    limit.rlim_max = std::max<rlim_t>(limit.rlim_max, count);
    return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

} // namespace Sonde::Client::Bench
