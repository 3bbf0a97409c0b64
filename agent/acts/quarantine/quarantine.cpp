// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/quarantine/quarantine.h"

#include "agent/acts/quarantine/filebytes.h"
#include "agent/system/storage/storage.h"
#include "protocol/base/reason.h"
#include "transport/disk/partialfile.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <openssl/rand.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// What must stay free on the agent's disk.
constexpr qint64 SpareBytes = 256LL * 1024 * 1024;

} // namespace

Quarantine::Quarantine(const QString &agentFolder)
    : m_folder(agentFolder + u"/quarantine"_s)
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
    return makePrivateFolder(m_folder.path()).and_then([this] { return m_folder.open(); }).and_then([this] {
        return loadKey();
    });
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
    return m_folder.usedBytes();
}

Result<void> Quarantine::checkRoom(const QString &subject, qint64 bytes, qint64 limit) const
{
    const qint64 onDisk = freeSpace(m_folder.path());
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
    auto file = m_folder.create(name);
    if (!file)
        return std::unexpected(file.error());
    auto sealed = SealedFile::write(handle, (*file)->handle(), m_key, item.toLatin1(), stop);
    const auto onDisk = sealed ? FileBytes::flush((*file)->handle()) : Result<void>();
    if (!onDisk)
        sealed = fail(ErrorCode::StorageFailed, QString::fromLatin1(name), onDisk.error().reason);
    file->reset();
    if (!sealed)
        m_folder.remove(name); // half of one
    flush();
    return sealed;
}

Result<SealedFile::Seal> Quarantine::copyOut(const QString &item, int handle) const
{
    const auto sealed = m_folder.openForReading(sealedName(item));
    if (sealed && SealedFile::isWhole(sealed->handle()))
        return FileBytes::rewind(sealed->handle()).and_then([&] {
            return SealedFile::read(sealed->handle(), handle, m_key, item.toLatin1());
        });
    const auto raw = m_folder.openForReading(rawName(item));
    if (!raw)
        return fail(ErrorCode::NotFound, item, Reason::NotInQuarantine);
    // By way of a sealed one that nobody sees, so that holes and hash are seen to in one place.
    const auto between = m_folder.createPassing();
    if (!between)
        return fail(ErrorCode::StorageFailed, item);
    return SealedFile::write(raw->handle(), between->handle(), m_key, item.toLatin1(), {})
        .and_then([&](const SealedFile::Seal &) { return FileBytes::rewind(between->handle()); })
        .and_then([&] { return SealedFile::read(between->handle(), handle, m_key, item.toLatin1()); });
}

bool Quarantine::hasRaw(const QString &item) const
{
    return m_folder.has(rawName(item));
}

bool Quarantine::hasSealed(const QString &item) const
{
    const auto file = m_folder.openForReading(sealedName(item));
    return file && SealedFile::isWhole(file->handle());
}

void Quarantine::removeRaw(const QString &item)
{
    m_folder.remove(rawName(item));
    flush();
}

void Quarantine::remove(const QString &item)
{
    stopSealing(item);
    m_folder.remove(rawName(item));
    removeSealed(item);
}

void Quarantine::removeSealed(const QString &item)
{
    m_folder.remove(sealedName(item));
    for (int more = 1; m_folder.remove(sealedName(u"%1_%2"_s.arg(item).arg(more))); ++more) {}
}

QStringList Quarantine::items() const
{
    QStringList items;
    const QStringList names = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &name : names) {
        const QString item = name.section(u'.', 0, 0).section(u'_', 0, 0);
        if (!items.contains(item))
            items += item;
    }
    return items;
}

void Quarantine::flush()
{
    m_folder.flush();
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
    auto raw = m_folder.openForReading(rawName(item));
    const bool isSealed = raw && (hasSealed(item) || seal(raw->handle(), item, stop)) && !stop.stop_requested();
    raw.reset();
    if (isSealed)
        removeRaw(item);
}

} // namespace Sonde::Agent
