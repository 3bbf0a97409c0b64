// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayView>
#include <functional>
#include <span>
#include <vector>
#include <zlib.h>

namespace Sonde::Agent {

/// Compresses what comes in pieces (RFC 1952), fast rather than small.
class GzipWriter final
{
    Q_DISABLE_COPY_MOVE(GzipWriter)

public:
    /// Compressed, at most, and not yet given out.
    static constexpr qint64 MostHeld = 128LL * 1024;

    using Out = std::function<Result<void>(std::span<const char> bytes)>;

    explicit GzipWriter(Out out);
    ~GzipWriter();

    /// What `out` fails with; then nothing goes on.
    [[nodiscard]] Result<void> add(QByteArrayView bytes);
    /// What was added so far goes out.
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> deflateAll(int flush);

    Out m_out;
    z_stream m_stream{};
    std::vector<char> m_buffer;
};

} // namespace Sonde::Agent
