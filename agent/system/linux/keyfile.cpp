// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/linux/keyfile.h"

namespace Sonde::Agent::Linux {

namespace {

bool isComment(QByteArrayView line)
{
    return line.startsWith('#') || line.startsWith(';');
}

/// Lines without their ends; a continued one as one, without comments between its parts.
QByteArrayList linesOf(QByteArrayView bytes, KeyFile::Lines kind)
{
    constexpr QByteArrayView mark = "\xef\xbb\xbf"; // some editors of Windows begin UTF-8 with it
    if (bytes.startsWith(mark))
        bytes = bytes.sliced(mark.size());
    QByteArrayList lines;
    bool goesOn = false;
    const QByteArrayList raw = bytes.toByteArray().split('\n');
    for (const QByteArray &text : raw) {
        QByteArray line = text.trimmed();
        if (isComment(line) || (line.isEmpty() && !goesOn))
            continue;
        const bool continues = kind == KeyFile::Lines::Continued && line.endsWith('\\');
        if (continues)
            line.back() = ' ';
        if (goesOn)
            lines.back() += line;
        else
            lines += line;
        goesOn = continues;
    }
    return lines;
}

} // namespace

KeyFile KeyFile::parse(QByteArrayView bytes, Lines kind)
{
    KeyFile file;
    QByteArray section;
    const QByteArrayList lines = linesOf(bytes, kind);
    for (const QByteArray &line : lines) {
        const qsizetype equals = line.indexOf('=');
        if (line.startsWith('[') && line.endsWith(']')) {
            section = line.sliced(1).chopped(1);
            file.m_sections += section;
        } else if (equals > 0) {
            file.m_entries.push_back({section, line.first(equals).trimmed(), line.sliced(equals + 1).trimmed()});
        }
    }
    return file;
}

bool KeyFile::hasSection(QByteArrayView section) const
{
    return std::ranges::contains(m_sections, section);
}

QByteArray KeyFile::value(QByteArrayView section, QByteArrayView key) const
{
    const QByteArrayList all = values(section, key);
    return all.isEmpty() ? QByteArray() : all.constLast();
}

QByteArrayList KeyFile::values(QByteArrayView section, QByteArrayView key) const
{
    QByteArrayList values;
    for (const Entry &entry : m_entries) {
        if (entry.section != section || entry.key != key)
            continue;
        if (entry.value.isEmpty())
            values.clear();
        else
            values += entry.value;
    }
    return values;
}

QByteArrayList KeyFile::words(QByteArrayView section, QByteArrayView key) const
{
    QByteArrayList words = values(section, key).join(' ').simplified().split(' ');
    words.removeAll(QByteArray());
    return words;
}

void KeyFile::append(const KeyFile &other)
{
    m_entries.insert(m_entries.end(), other.m_entries.begin(), other.m_entries.end());
    m_sections += other.m_sections;
}

} // namespace Sonde::Agent::Linux
