// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/collection/gzip.h"

#include <QByteArrayList>
#include <algorithm>

namespace Sonde::Agent {

/// Text that has to be whole before its length is known, kept compressed in memory: nothing of a package is written to the device's disk.
class Spool final
{
    Q_DISABLE_COPY_MOVE(Spool)

public:
    Spool();

    void append(QByteArrayView text);
    [[nodiscard]] qint64 size() const { return m_size; }
    /// What it will add to a package, at most.
    [[nodiscard]] qint64 packedBytes() const { return std::min(m_size, m_packedBytes + GzipWriter::MostHeld); }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// All of it, in pieces; nothing can be appended afterwards. What `take` fails with.
    [[nodiscard]] Result<void> read(const std::function<Result<void>(QByteArrayView piece)> &take);

private:
    QByteArrayList m_packed;
    GzipWriter m_writer;
    qint64 m_size = 0;
    qint64 m_packedBytes = 0;
};

} // namespace Sonde::Agent
