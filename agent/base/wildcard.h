// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Sonde::Agent {

/// A name with `*` (any number of characters) and `?` (one character, of several bytes if UTF-8 says so). Every other byte means itself:
/// names are compared as the file system compares them, upper and lower case apart.
class Wildcard final
{
public:
    explicit Wildcard(QByteArray pattern);

    [[nodiscard]] bool matches(QByteArrayView name) const;

private:
    QByteArray m_pattern;
    bool m_literal;
};

} // namespace Sonde::Agent
