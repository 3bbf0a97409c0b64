// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/bytesource.h"
#include "agent/system/files/files.h"

namespace Sonde::Agent {

/// An open file as readers of formats take it; what cannot be read is not there.
class FileSource final : public ByteSource
{
public:
    FileSource(const OpenFile &file, qint64 size)
        : m_file(file)
        , m_size(size)
    {
    }

    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    [[nodiscard]] QByteArray doRead(qint64 offset, qsizetype count) const override
    {
        QByteArray bytes(count, Qt::Uninitialized);
        bytes.truncate(m_file.readAt(offset, std::span(bytes.data(), size_t(count))).value_or(0));
        return bytes;
    }

    const OpenFile &m_file;
    qint64 m_size;
};

} // namespace Sonde::Agent
