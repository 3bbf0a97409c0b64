// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/descriptor.h"
#include "protocol/base/tenantfiles.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace Sonde::Agent {

/// Compiled rules, kept in a folder that only the agent may enter, by the hash of what they were compiled from: they are compiled once.
class RuleStore final
{
public:
    /// Opens a file of the library for reading; asked only for what has to be compiled.
    using Source = std::function<Result<Linux::Descriptor>(const LibraryBlob &file)>;

    /// `program`: the agent's own, which compiles them in a process apart.
    RuleStore(QString folder, QByteArray program);

    /// All of these files' rules, compiled and open for reading. RulesMalformed, EngineFailed, StorageFailed, Cancelled, and what `source` fails
    /// with.
    [[nodiscard]] Result<Linux::Descriptor> open(
        std::vector<LibraryBlob> files, const Source &source, const std::stop_token &stop) const;

private:
    [[nodiscard]] Result<void> compile(const std::vector<LibraryBlob> &files, const Source &source, const QString &path,
        const std::stop_token &stop) const;
    void trim() const;

    const QString m_folder;
    const QByteArray m_program;
};

} // namespace Sonde::Agent
