// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/wildcard.h"

#include <QString>

namespace Sonde::Agent {

namespace {

/// Where the character after the one at `at` begins: continuation bytes of UTF-8 belong to it.
qsizetype nextCharacter(QByteArrayView text, qsizetype at)
{
    ++at;
    while (at < text.size() && (quint8(text.at(at)) & 0xC0) == 0x80)
        ++at;
    return at;
}

/// What two names have in common that differ in their case only; of bytes that are no text only the letters of ASCII.
QByteArray folded(QByteArrayView text)
{
    return QUtf8StringView(text).isValidUtf8() ? QString::fromUtf8(text).toCaseFolded().toUtf8()
                                               : text.toByteArray().toLower();
}

} // namespace

Wildcard::Wildcard(const QByteArray &pattern, NameCase names)
    : m_case(names)
    , m_pattern(names == NameCase::Same ? folded(pattern) : pattern)
    , m_literal(!m_pattern.contains('*') && !m_pattern.contains('?'))
{
}

bool Wildcard::matches(QByteArrayView name) const
{
    return m_case == NameCase::Same ? matchesExactly(folded(name)) : matchesExactly(name);
}

bool Wildcard::matchesExactly(QByteArrayView name) const
{
    if (m_literal)
        return name == m_pattern;
    // Greedy with one step back: when the rest does not fit, the last star takes one byte more. Never more than size × size steps.
    const QByteArrayView pattern = m_pattern;
    qsizetype p = 0;
    qsizetype n = 0;
    qsizetype star = -1;
    qsizetype starTakes = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern.at(p) == '*') {
            star = p++;
            starTakes = n;
        } else if (p < pattern.size() && pattern.at(p) == '?') {
            ++p;
            n = nextCharacter(name, n);
        } else if (p < pattern.size() && pattern.at(p) == name.at(n)) {
            ++p;
            ++n;
        } else if (star >= 0) {
            p = star + 1;
            n = ++starTakes;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern.at(p) == '*')
        ++p;
    return p == pattern.size();
}

} // namespace Sonde::Agent
