// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <array>
#include <optional>
#include <span>

namespace Sonde {

enum class FrameKind : quint8 {
    Message,    ///< one of the wire's
    SignOfLife, ///< empty
    Farewell,   ///< why the sender goes, in UTF-8; nothing follows
};

struct Frame {
    FrameKind kind = FrameKind::Message;
    QByteArray content;
};

/// A frame: a 32-bit length (big-endian), a kind, and as many bytes.
[[nodiscard]] QByteArray frameBytes(FrameKind kind, QByteArrayView content);

/// Puts a stream of bytes together to frames. Refuses a frame by its head, and has memory for no more of it than has come.
class FrameReader final
{
public:
    static constexpr qsizetype HeadBytes = 5;
    static constexpr qsizetype MaxFarewellBytes = 512;

    /// `most`: bytes of a message.
    explicit FrameReader(qsizetype most)
        : m_most(most)
    {
    }

    /// Where the next bytes belong; never empty. Good until added().
    [[nodiscard]] std::span<char> space();
    /// So many bytes were put there. A frame, if it is whole now. ProtocolViolation when it is none; then the reader is of no use any more.
    [[nodiscard]] Result<std::optional<Frame>> added(size_t count);

    /// Some of a frame is here, and not all.
    [[nodiscard]] bool isInside() const { return m_got > 0; }
    /// Bytes of the frame that has begun, as far as it has said how many.
    [[nodiscard]] qsizetype announced() const { return m_got < HeadBytes ? 0 : m_length; }

private:
    [[nodiscard]] Result<void> readHead();
    [[nodiscard]] Frame takeFrame();

    qsizetype m_most;
    std::array<char, HeadBytes> m_head{};
    qsizetype m_got = 0; ///< bytes of this frame, head and all
    qsizetype m_length = 0;
    QByteArray m_content; ///< with room behind what was got
};

} // namespace Sonde
