// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/base/devicefolder.h"

namespace Sonde::Agent {

/// A name with `*` (any number of characters) and `?` (one character, of several bytes if UTF-8 says so). Every other byte means itself:
/// names are compared as the device compares them, upper and lower case apart or the same.
class Wildcard final
{
public:
    explicit Wildcard(const QByteArray &pattern, NameCase names = deviceNameCase());

    [[nodiscard]] bool matches(QByteArrayView name) const;

private:
    [[nodiscard]] bool matchesExactly(QByteArrayView name) const;

    NameCase m_case;
    QByteArray m_pattern;
    bool m_literal;
};

} // namespace Sonde::Agent
