// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/examination/partexamination.h"

#include <QFile>
#include <QMap>
#include <QSet>

namespace Sonde::Agent {

/// What a scan has come to so far.
struct ScanSum {
    Judgement worst;
    QMap<Verdict, qint64> verdicts;
    qint64 files = 0;
    qint64 bytes = 0;

    void add(const QByteArray &key, Verdict verdict, qint64 size);
    QSet<QByteArray> keys; ///< of the files that were examined (keyOf in sweep.h), in the state they were in
};

/// What a scan has sent.
struct SentRows {
    quint32 rows = 0;
    QByteArray bytes;
};

/// A scan's own record, so that it goes on where it was when the agent is started again: what was examined, and what was sent, word for word.
/// Rows are in it, and on disk, before they are sent; so what the service has of a command is always in its record. For one thread.
class ScanRecord final
{
    Q_DISABLE_COPY_MOVE(ScanRecord)

public:
    explicit ScanRecord(const QString &path);
    /// Closes it. Whoever does not need it any more removes it.
    ~ScanRecord() = default;

    /// A record of a scan that begins. StorageFailed.
    [[nodiscard]] Result<void> begin();
    struct Read {
        ScanSum sum;
        std::vector<SentRows> sent;
    };
    /// What was recorded, to be gone on with; what a crash cut off at its end is left behind, and was not sent. Interrupted when there is none, or
    /// none that is whole.
    [[nodiscard]] Result<Read> resume();

    /// Examined since the last write(), with what all came to then.
    void add(const PartExamination &part, const QByteArray &key);
    /// Writes what was added; with rows it returns when that is on disk. From the first failure on, and when it becomes too large, there is no
    /// record: then a scan that is interrupted stays so.
    void write(const Judgement &worst, const SentRows &sent);
    void remove();

    /// Of scans that nobody went on with.
    static void removeForgotten(const QString &folder);

private:
    QFile m_file;
    QByteArray m_examined;
    bool m_isGivenUp = false;
};

} // namespace Sonde::Agent
