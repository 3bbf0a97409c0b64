// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <limits>
#include <optional>
#include <unistd.h>
#include <utility>

namespace Sonde::Agent::Linux {

/// A file descriptor that closes itself.
class Descriptor final
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

/// A path as system calls take it, which is no longer than 4,095 bytes: a longer one is gone down step by step, and then named by a shorter
/// one. For as long as the object lives. Where a step fails, name() is the path itself, of which the call then says what is wrong.
class ReachablePath final
{
    Q_DISABLE_COPY_MOVE(ReachablePath)

public:
    /// Absolute.
    explicit ReachablePath(const QByteArray &path);
    ~ReachablePath() = default;

    [[nodiscard]] const char *name() const { return m_name.constData(); }

private:
    QByteArray m_name;
    Descriptor m_folder{-1};
};

/// What can still be read from an open file. TooLarge when that is more than `most` bytes.
[[nodiscard]] Result<QByteArray> readRest(const Descriptor &file, qint64 most = std::numeric_limits<qint64>::max());
/// All of a file whose size is not known before, as those of /proc.
[[nodiscard]] Result<QByteArray> readWhole(const QByteArray &path);
/// The same of a small one of /proc, which gives all it has at once: it is not asked a second time. Named from an open folder. What went
/// wrong names no subject.
[[nodiscard]] Result<QByteArray> readSmall(const Descriptor &folder, const char *name);
/// The target of a symbolic link named from an open folder, when it is one that may be seen.
[[nodiscard]] std::optional<QByteArray> readLinkIn(const Descriptor &folder, const char *name);
/// The target of a symbolic link.
[[nodiscard]] Result<QByteArray> readLink(const QByteArray &path);

} // namespace Sonde::Agent::Linux
