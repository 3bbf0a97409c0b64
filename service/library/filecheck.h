// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <chrono>
#include <span>
#include <stop_token>

namespace Sonde::Service {

/// Checks files of the library (examinationcheck.h) in a process of its own: what is in them may take its memory, its time or its life, and
/// nothing of the service's. For any thread.
class FileCheck final
{
public:
    /// Rules that take more would not be compiled on a device either.
    struct Limits {
        qint64 memory = 1024LL * 1024 * 1024; ///< bytes
        std::chrono::seconds time{50};        ///< less than who uploads waits for an answer
    };

    /// `program`: the service's own.
    explicit FileCheck(QString program);
    FileCheck(QString program, Limits limits)
        : m_program(std::move(program))
        , m_limits(limits)
    {
    }

    /// What checkExaminationFile() says of it. RulesMalformed, HashesMalformed, ArtifactsMalformed, BaselineMalformed with why = "cost" when it
    /// took more than there is, or the process its life; Cancelled, CannotStart.
    [[nodiscard]] Result<void> check(const QString &name, const QString &path, const std::stop_token &stop) const;

private:
    QString m_program;
    Limits m_limits;
};

/// The option that makes the service's program such a process.
inline constexpr auto FileCheckOption = "--check-library-file";
/// The whole life of one. `arguments`: the name, the path, the bytes of memory and the seconds. Writes what is wrong with the file to its standard
/// output. Its exit status.
[[nodiscard]] int runFileCheck(std::span<char *const> arguments);

} // namespace Sonde::Service
