// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"

namespace Sonde::Agent {

/// Files of this device in one pax archive: names as bytes, owners, modes and times as they are, links and special files as such, never
/// followed. It is made in the agent's scratch folder under the command's number, and found again there after a restart.
class EvidenceArchive final
{
public:
    /// What cannot be read is left out and named in the context's errors. NotFound when nothing could be read, TooLarge, NoSpace,
    /// Cancelled.
    [[nodiscard]] static Result<EvidenceArchive> make(CommandContext &context, const std::vector<QByteArray> &roots);

    [[nodiscard]] const QByteArray &path() const { return m_path; }
    [[nodiscard]] quint32 members() const { return m_members; }
    void remove() const;

private:
    EvidenceArchive(const QByteArray &path, quint32 members)
        : m_path(path)
        , m_members(members)
    {
    }

    QByteArray m_path;
    quint32 m_members;
};

/// Whether `path` contains * or ?.
[[nodiscard]] bool isPattern(const QByteArray &path);
/// Of a command that takes none: what was typed as one is not only a path that does not exist.
[[nodiscard]] Error withoutPattern(Error error, const QByteArray &path);
/// What a pattern stands for, sorted; a wildcard matches within one part of the path, and names that begin with a dot only when it does too.
[[nodiscard]] Result<std::vector<QByteArray>> matchingPaths(const QByteArray &pattern, const std::stop_token &stop);

} // namespace Sonde::Agent
