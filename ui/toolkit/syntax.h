// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtClassHelperMacros>
#include <memory>

namespace KSyntaxHighlighting {
class Repository;
}

namespace Sonde::Client {

/// KSyntaxHighlighting's definitions, looked for when the first document needs them and then shared.
class Syntax final
{
    Q_DISABLE_COPY_MOVE(Syntax)

public:
    Syntax();
    ~Syntax();

    [[nodiscard]] const KSyntaxHighlighting::Repository &repository() const;

private:
    mutable std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
};

} // namespace Sonde::Client
