// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/quarantine/quarantinefolder.h"
#include "agent/acts/quarantine/sealedfile.h"

#include <QString>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace Sonde::Agent {

/// What was taken away, in a folder that only the agent may enter: encrypted with a key that lies beside it, so that no scanner cries, no
/// indexer reads and nobody starts it. A file that was moved here as it is (raw) is sealed at once when it is small, else in the background.
///
/// Items are named by who keeps them ("7-0"). Thread-safe.
class Quarantine final
{
    Q_DISABLE_COPY_MOVE(Quarantine)

public:
    /// Up to here sealing is not noticed.
    static constexpr qint64 SealedAtOnce = 16 * 1024 * 1024;

    explicit Quarantine(const QString &agentFolder);
    ~Quarantine();

    /// Makes folder and key. StorageFailed.
    [[nodiscard]] Result<void> prepare();

    /// The folder, to move files into under rawName().
    [[nodiscard]] int folder() const { return m_folder.handle(); } ///< Linux only
    [[nodiscard]] QByteArray rawPath(const QString &item) const { return m_folder.pathOf(rawName(item)); }
    [[nodiscard]] static QByteArray rawName(const QString &item) { return item.toLatin1() + ".raw"; }

    /// QuarantineFull when `bytes` more would be above `limit`, or above what the disk has.
    [[nodiscard]] Result<void> checkRoom(const QString &subject, qint64 bytes, qint64 limit) const;
    [[nodiscard]] qint64 usedBytes() const;

    /// Keeps the content of an open file; on disk when this returns.
    [[nodiscard]] Result<SealedFile::Seal> seal(int handle, const QString &item, const std::stop_token &stop = {});
    /// Seals a raw item some time soon; until then it stays as it is.
    void sealLater(const QString &item);
    /// Returns when nobody seals this item, nor will.
    void stopSealing(const QString &item);

    [[nodiscard]] bool hasRaw(const QString &item) const;
    [[nodiscard]] bool hasSealed(const QString &item) const;
    /// Writes the content of an item, sealed or raw, into an open empty file. NotFound, HashMismatch.
    [[nodiscard]] Result<SealedFile::Seal> copyOut(const QString &item, int handle) const;
    /// What was raw and is sealed by now.
    void removeRaw(const QString &item);
    /// What was sealed of it; one that is raw stays.
    void removeSealed(const QString &item);
    /// With what was kept beside it under the same name: "7-0_1", "7-0_2"…
    void remove(const QString &item);
    /// The same some time soon: on some disks each takes milliseconds. What is not gone when the agent ends is in items() then.
    void removeLater(const QString &item);
    /// All that it has something of.
    [[nodiscard]] QStringList items() const;
    void flush();

private:
    [[nodiscard]] static QByteArray sealedName(const QString &item) { return item.toLatin1() + ".sealed"; }
    [[nodiscard]] Result<void> loadKey();
    void beginWork(std::deque<QString> &queue, const QString &item);
    void work(const std::stop_token &stop);
    void sealRaw(const QString &item, const std::stop_token &stop);

    QuarantineFolder m_folder;
    const QString m_keyPath;
    QByteArray m_key;

    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable_any m_changed;
    std::deque<QString> m_waiting;
    std::deque<QString> m_unwanted;
    QString m_current; ///< sealed just now
    std::stop_source m_stopCurrent;
    std::jthread m_thread; ///< begun with the first that waits
};

} // namespace Sonde::Agent
