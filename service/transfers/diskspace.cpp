// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/transfers/diskspace.h"

#include "transport/disk/disk.h"

#include <QFile>

namespace Sonde::Service {

DiskSpace::DiskSpace(const QString &folder)
    : m_folder(folder)
    , m_measure([folder] { return Disk::freeBytes(folder); })
{
}

void DiskSpace::setMeasure(Measure measure)
{
    const std::scoped_lock lock(m_mutex);
    m_measure = std::move(measure);
}

void DiskSpace::Share::keep(qint64 bytes)
{
    const std::scoped_lock lock(m_promises->mutex);
    m_promises->bytes += bytes - m_bytes;
    m_bytes = bytes;
}

Result<std::shared_ptr<DiskSpace::Share>> DiskSpace::reserve(qint64 bytes)
{
    const std::scoped_lock lock(m_mutex, m_promises->mutex);
    const qint64 wanted = std::max<qint64>(0, bytes);
    qint64 &promised = m_promises->bytes;
    if (const auto fits = check(promised + wanted, TransferReserve); !fits) {
        Error error = fits.error();
        error.facts.set(Fact::Limit, std::max<qint64>(0, error.facts.number(Fact::Limit) - promised));
        error.facts.set(Fact::Actual, wanted);
        return std::unexpected(error);
    }
    promised += wanted;
    return std::make_shared<Share>(m_promises, wanted);
}

Result<void> DiskSpace::checkTransfer() const
{
    const std::scoped_lock lock(m_mutex);
    return check(0, TransferReserve);
}

Result<void> DiskSpace::checkJournal() const
{
    const std::scoped_lock lock(m_mutex);
    return check(0, JournalReserve);
}

Result<void> DiskSpace::check(qint64 bytes, qint64 reserve) const
{
    const qint64 free = m_measure();
    if (free < 0 || bytes + reserve <= free)
        return {};
    return fail(ErrorCode::NoSpace, m_folder)
        .with(Fact::Limit, std::max<qint64>(0, free - reserve))
        .with(Fact::Actual, bytes);
}

void DiskSpace::holdLastReserve() const
{
    QFile file(reservePath());
    {
        const std::scoped_lock lock(m_mutex);
        if (file.size() >= LastReserve || !check(LastReserve, 2 * JournalReserve))
            return;
    }
    if (!file.open(QFile::WriteOnly | QFile::Truncate))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    // Written, because a file that only says that it is long takes no room.
    const QByteArray block(1024 * 1024, '\0');
    for (qint64 size = 0; size < LastReserve; size += block.size()) {
        if (file.write(block) != block.size())
            break;
    }
}

void DiskSpace::giveUpLastReserve() const
{
    QFile::remove(reservePath());
}

} // namespace Sonde::Service
