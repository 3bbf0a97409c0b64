// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <functional>
#include <memory>
#include <mutex>

namespace Sonde::Service {

/// What is left on the tenant's disk, and how much of that is promised already. Transfers stop while there is still room for the journal,
/// and what people ask for stops while there is still room for what has to be written down: sign-ins, ends of commands, what a full disk
/// itself brings about. Thread-safe.
class DiskSpace final
{
    Q_DISABLE_COPY_MOVE(DiskSpace)

public:
    /// Left free by transfers, and by all that can be refused.
    static constexpr qint64 TransferReserve = 256LL * 1024 * 1024;
    static constexpr qint64 JournalReserve = 64LL * 1024 * 1024;
    /// Of a file that is there to be given up, when somebody else has used up all the rest.
    static constexpr qint64 LastReserve = 16LL * 1024 * 1024;

    /// Bytes that are free; negative: nobody knows.
    using Measure = std::function<qint64()>;

    explicit DiskSpace(const QString &folder);
    /// Instead of what the system says.
    void setMeasure(Measure measure);

    /// What transfers were promised, all together. Outlives the disk's guardian, as transfers may.
    struct Promises {
        std::mutex mutex;
        qint64 bytes = 0;
    };
    /// Room that a transfer still needs; given back bit by bit, as it is filled, and wholly when it goes.
    class Share final
    {
        Q_DISABLE_COPY_MOVE(Share)

    public:
        /// Of bytes that were promised already.
        Share(std::shared_ptr<Promises> promises, qint64 bytes)
            : m_promises(std::move(promises))
            , m_bytes(bytes)
        {
        }
        ~Share() { keep(0); }
        /// So much is still to come.
        void keep(qint64 bytes);

    private:
        std::shared_ptr<Promises> m_promises;
        qint64 m_bytes;
    };

    /// NoSpace (facts: limit, actual) unless `bytes` more leave the reserve free after all that others were promised.
    [[nodiscard]] Result<std::shared_ptr<Share>> reserve(qint64 bytes);
    /// NoSpace when a transfer that is under way has to end.
    [[nodiscard]] Result<void> checkTransfer() const;
    [[nodiscard]] Result<void> checkJournal() const;

    /// Makes the file of LastReserve when it is not there and there is room enough.
    void holdLastReserve() const;
    void giveUpLastReserve() const;

private:
    [[nodiscard]] Result<void> check(qint64 bytes, qint64 reserve) const;
    [[nodiscard]] QString reservePath() const { return m_folder + QStringLiteral("/reserve"); }

    mutable std::mutex m_mutex;
    QString m_folder;
    Measure m_measure;
    std::shared_ptr<Promises> m_promises = std::make_shared<Promises>();
};

} // namespace Sonde::Service
