// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/disk/partialfile.h"

#include "transport/disk/disk.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr qsizetype BlockBytes = 256 * 1024;
/// The system is asked to write this much at a time in the background, so that little is left to wait for at the end.
constexpr qint64 FlushBytes = 16 * 1024 * 1024;

} // namespace

Result<void> PartialFile::open()
{
    if (!m_file.open(QFile::ReadWrite, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::CannotWrite, path(), m_file.errorString());
    QByteArray block(BlockBytes, Qt::Uninitialized);
    for (;;) {
        const qint64 count = m_file.read(block.data(), block.size());
        if (count < 0)
            return fail(ErrorCode::ReadFailed, path(), m_file.errorString());
        if (count == 0)
            break;
        m_hash.add(std::span<const char>(block.constData(), size_t(count)));
        m_size += count;
    }
    m_flushing = m_size;
    // From here on it is appended to by descriptor.
    return m_file.seek(m_size) ? Result<void>() : fail(ErrorCode::ReadFailed, path(), m_file.errorString());
}

Result<void> PartialFile::append(std::span<const char> bytes)
{
    if (const int error = Disk::writeAt(m_file.handle(), m_size, bytes); error != 0) {
        const auto code = Disk::meansFull(error) ? ErrorCode::NoSpace : ErrorCode::CannotWrite;
        return fail(code, path(), errorFromErrno(error, {}).reason);
    }
    m_hash.add(bytes);
    m_size += qint64(bytes.size());
    if (!m_passing && m_size - m_flushing >= FlushBytes) {
        Disk::startFlush(m_file.handle(), m_flushing, m_size - m_flushing);
        m_flushing = m_size;
    }
    return {};
}

Result<void> PartialFile::restart()
{
    if (!m_file.resize(0) || !m_file.seek(0))
        return fail(ErrorCode::CannotWrite, path(), m_file.errorString());
    m_hash = Sha256();
    m_size = m_flushing = 0;
    return {};
}

Result<void> PartialFile::finish(qint64 size, const QByteArray &sha256)
{
    const QByteArray actual = m_hash.soFar();
    if (size != m_size || sha256 != actual) {
        const auto mismatch = fail(ErrorCode::HashMismatch, path())
                                  .with(Fact::Limit, size)
                                  .with(Fact::Actual, m_size)
                                  .with(Fact::Expected, QString::fromLatin1(sha256.toHex()))
                                  .with(Fact::Found, QString::fromLatin1(actual.toHex()));
        discard();
        return mismatch;
    }
    if (const int error = m_passing ? 0 : Disk::flush(m_file.handle()); error != 0)
        return fail(ErrorCode::CannotWrite, path(), errorFromErrno(error, {}).reason);
    return {};
}

Result<void> PartialFile::renameTo(const QString &target)
{
    m_file.close();
    if (const int error = Disk::replace(path(), target); error != 0)
        return fail(ErrorCode::CannotWrite, target, errorFromErrno(error, {}).reason);
    syncFolder(QFileInfo(target).absolutePath());
    return {};
}

void PartialFile::discard()
{
    m_file.close();
    QFile::remove(path());
}

void syncFolder(const QString &folder)
{
    Disk::flushFolder(folder);
}

qint64 freeSpace(const QString &path)
{
    // The folder may still have to be made.
    QString existing = path;
    while (!QFileInfo::exists(existing) && existing != QFileInfo(existing).path())
        existing = QFileInfo(existing).path();
    return QStorageInfo(existing).bytesAvailable();
}

} // namespace Sonde
