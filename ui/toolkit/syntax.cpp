// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/syntax.h"

#include <KSyntaxHighlighting/Repository>

namespace Sonde::Client {

Syntax::Syntax() = default;
Syntax::~Syntax() = default;

const KSyntaxHighlighting::Repository &Syntax::repository() const
{
    if (!m_repository)
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
    return *m_repository;
}

} // namespace Sonde::Client
