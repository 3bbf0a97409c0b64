// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/grammar.h"
#include "service/library/libraryservice.h"

namespace Sonde::Service {

/// What of the library may go to devices, and what of it may run there.
class ScriptPolicy final
{
public:
    ScriptPolicy(const LibraryService &library, const Settings &settings)
        : m_library(library)
        , m_settings(settings)
    {
    }

    /// The file that a putfile or run is about, the baseline that a command is compared with, or the certificate that a
    /// package is encrypted to; none for other commands. BaselineUnknown (facts: verb, accepted: the verbs whose rows it has, or choices),
    /// LibraryFileUnknown (facts: nearest), Vanished, and for run:
    /// UnclosedQuote, NoInterpreter, ScriptUnsigned (facts: signature, signer), NotPermitted (facts: setting).
    [[nodiscard]] Result<std::optional<LibraryBlob>> admit(const Invocation &invocation) const;
    /// The rules and hash lists that go along with a command that examines, by name; none for other commands.
    [[nodiscard]] std::optional<std::vector<LibraryBlob>> examinedBy(const Invocation &invocation) const;

private:
    [[nodiscard]] Result<LibraryFile> find(const QString &name) const;
    [[nodiscard]] Result<std::optional<LibraryBlob>> admitBaseline(const QString &verb, const QString &name) const;
    [[nodiscard]] Result<void> mayRun(const LibraryFile &file) const;

    const LibraryService &m_library;
    const Settings &m_settings;
};

} // namespace Sonde::Service
