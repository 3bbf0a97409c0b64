// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/quarantine/quarantine.h"

#include "agent/system/storage/storage.h"
#include "protocol/base/reason.h"
#include "transport/disk/partialfile.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <openssl/rand.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// What must stay free on the agent's disk.
constexpr qint64 SpareBytes = 256LL * 1024 * 1024;

std::unexpected<Error> failedOn(const QByteArray &name)
{
    return fail(ErrorCode::StorageFailed, QString::fromLatin1(name), errorFromErrno(errno, {}).reason);
}

/// In a folder that nobody else may enter.
Linux::Descriptor openWithoutName(int folder)
{
    Linux::Descriptor file(::openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (file.isOpen())
        return file;
    // Not every file system knows files without a name.
    constexpr auto name = "between";
    ::unlinkat(folder, name, 0);
    file = Linux::Descriptor(
        ::openat(folder, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    ::unlinkat(folder, name, 0);
    return file;
}

} // namespace

Quarantine::Quarantine(const QString &agentFolder)
    : m_path(agentFolder + u"/quarantine"_s)
    , m_keyPath(agentFolder + u"/quarantine.key"_s)
{
}

Quarantine::~Quarantine()
{
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    m_stopCurrent.request_stop();
}

Result<void> Quarantine::prepare()
{
    if (const auto made = makePrivateFolder(m_path); !made)
        return made;
    m_handle = Linux::Descriptor(
        ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    return m_handle.isOpen() ? loadKey() : Result<void>(failedOn(QFile::encodeName(m_path)));
}

Result<void> Quarantine::loadKey()
{
    QFile file(m_keyPath);
    if (file.open(QFile::ReadOnly))
        m_key = file.readAll();
    if (m_key.size() == SealedFile::KeyBytes)
        return {};
    // Without its key everything that may be there is lost: only a new quarantine gets a new one.
    if (usedBytes() > 0)
        return fail(ErrorCode::StorageFailed, m_keyPath, Reason::QuarantineKeyGone);
    m_key = QByteArray(SealedFile::KeyBytes, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char *>(m_key.data()), SealedFile::KeyBytes) != 1)
        return fail(ErrorCode::StorageFailed, m_keyPath, Reason::NoRandomNumbers);
    return savePrivateFile(m_keyPath, m_key);
}

qint64 Quarantine::usedBytes() const
{
    qint64 bytes = 0;
    const auto entries = QDir(m_path).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QFileInfo &entry : entries) {
        struct stat stat;
        if (::fstatat(folder(), QFile::encodeName(entry.fileName()).constData(), &stat, AT_SYMLINK_NOFOLLOW) == 0)
            bytes += std::min<qint64>(stat.st_size, stat.st_blocks * 512);
    }
    return bytes;
}

Result<void> Quarantine::checkRoom(const QString &subject, qint64 bytes, qint64 limit) const
{
    const qint64 onDisk = freeSpace(m_path);
    const qint64 room = std::min(limit - usedBytes(), onDisk < 0 ? limit : onDisk - SpareBytes);
    if (bytes <= std::max<qint64>(room, 0))
        return {};
    return fail(ErrorCode::QuarantineFull, subject)
        .with(Fact::Actual, bytes)
        .with(Fact::Limit, std::max<qint64>(room, 0));
}

Result<SealedFile::Seal> Quarantine::seal(int handle, const QString &item, const std::stop_token &stop)
{
    const QByteArray name = sealedName(item);
    ::unlinkat(folder(), name.constData(), 0); // half of one
    const Linux::Descriptor file(
        ::openat(folder(), name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR));
    if (!file.isOpen())
        return failedOn(name);
    auto sealed = SealedFile::write(handle, file.number(), m_key, item.toLatin1(), stop);
    if (sealed && ::fsync(file.number()) != 0)
        sealed = failedOn(name);
    if (!sealed)
        ::unlinkat(folder(), name.constData(), 0);
    flush();
    return sealed;
}

Result<SealedFile::Seal> Quarantine::copyOut(const QString &item, int handle) const
{
    const Linux::Descriptor sealed(::openat(folder(), sealedName(item).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (sealed.isOpen() && SealedFile::isWhole(sealed.number()))
        return SealedFile::read(sealed.number(), handle, m_key, item.toLatin1());
    const Linux::Descriptor raw(::openat(folder(), rawName(item).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    struct stat stat;
    if (!raw.isOpen() || ::fstat(raw.number(), &stat) != 0)
        return fail(ErrorCode::NotFound, item, Reason::NotInQuarantine);
    // By way of a sealed one in memory, so that holes and hash are seen to in one place.
    const Linux::Descriptor between = openWithoutName(folder());
    const auto written = SealedFile::write(raw.number(), between.number(), m_key, item.toLatin1(), {});
    if (!written || ::lseek(between.number(), 0, SEEK_SET) != 0)
        return written;
    return SealedFile::read(between.number(), handle, m_key, item.toLatin1());
}

bool Quarantine::has(const QByteArray &name) const
{
    struct stat stat;
    return ::fstatat(folder(), name.constData(), &stat, AT_SYMLINK_NOFOLLOW) == 0;
}

bool Quarantine::hasRaw(const QString &item) const
{
    return has(rawName(item));
}

bool Quarantine::hasSealed(const QString &item) const
{
    const Linux::Descriptor file(::openat(folder(), sealedName(item).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    return file.isOpen() && SealedFile::isWhole(file.number());
}

void Quarantine::removeRaw(const QString &item)
{
    ::unlinkat(folder(), rawName(item).constData(), 0);
    flush();
}

void Quarantine::remove(const QString &item)
{
    stopSealing(item);
    ::unlinkat(folder(), rawName(item).constData(), 0);
    ::unlinkat(folder(), sealedName(item).constData(), 0);
    for (int more = 1; ::unlinkat(folder(), sealedName(u"%1_%2"_s.arg(item).arg(more)).constData(), 0) == 0; ++more) {}
}

QStringList Quarantine::items() const
{
    QStringList items;
    const QStringList names = QDir(m_path).entryList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &name : names) {
        const QString item = name.section(u'.', 0, 0).section(u'_', 0, 0);
        if (!items.contains(item))
            items += item;
    }
    return items;
}

void Quarantine::flush()
{
    ::fsync(folder());
}

// ---- in the background

void Quarantine::sealLater(const QString &item)
{
    beginWork(m_waiting, item);
}

void Quarantine::removeLater(const QString &item)
{
    beginWork(m_unwanted, item);
}

void Quarantine::beginWork(std::deque<QString> &queue, const QString &item)
{
    {
        const std::lock_guard lock(m_mutex);
        if (item != m_current && !std::ranges::contains(queue, item))
            queue.push_back(item);
        if (!m_thread.joinable())
            m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
    }
    m_changed.notify_all();
}

void Quarantine::stopSealing(const QString &item)
{
    std::unique_lock lock(m_mutex);
    std::erase(m_waiting, item);
    if (m_current == item)
        m_stopCurrent.request_stop();
    m_changed.wait(lock, [&] { return m_current != item; });
}

void Quarantine::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty() || !m_unwanted.empty(); })) {
        if (!m_unwanted.empty()) {
            const QString unwanted = m_unwanted.front();
            m_unwanted.pop_front();
            lock.unlock();
            remove(unwanted);
            lock.lock();
            continue;
        }
        m_current = m_waiting.front();
        m_waiting.pop_front();
        m_stopCurrent = std::stop_source();
        const std::stop_token stopThis = m_stopCurrent.get_token();
        const QString item = m_current;
        lock.unlock();
        sealRaw(item, stopThis);
        lock.lock();
        m_current.clear();
        m_changed.notify_all();
    }
}

void Quarantine::sealRaw(const QString &item, const std::stop_token &stop)
{
    const Linux::Descriptor raw(::openat(folder(), rawName(item).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (raw.isOpen() && (hasSealed(item) || seal(raw.number(), item, stop)) && !stop.stop_requested())
        removeRaw(item);
}

} // namespace Sonde::Agent
