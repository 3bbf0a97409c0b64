// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/gitconfig.h"

#include "agent/system/hooks/gitstarters.h"

#include <algorithm>

namespace Sonde::Agent::Linux {

namespace {

constexpr QByteArrayView Utf8Mark = "\xef\xbb\xbf";

bool isGitBlank(char c)
{
    return QByteArrayView(" \t\v\f\r\n").contains(c);
}

bool isGitLetter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool isGitKey(char c)
{
    return isGitLetter(c) || (c >= '0' && c <= '9') || c == '-';
}

/// git's own reader (config.c), character by character: a comment goes on to the end of its line whatever stands there, a backslash joins
/// lines in values only.
class GitReader final
{
public:
    explicit GitReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
        if (m_bytes.startsWith(Utf8Mark))
            m_bytes = m_bytes.sliced(Utf8Mark.size());
    }

    std::vector<GitSetting> read()
    {
        while (m_at < m_bytes.size()) {
            const char c = next();
            if (c == '#' || c == ';')
                skipLine();
            else if (c == '[')
                readSection();
            else if (isGitLetter(c))
                readSetting(c);
            else if (!isGitBlank(c))
                skipLine();
        }
        return std::move(m_settings);
    }

private:
    /// The end of the file ends its line; so do the two bytes of Windows.
    char next()
    {
        if (m_at >= m_bytes.size())
            return '\n';
        const char c = m_bytes.at(m_at++);
        if (c == '\r' && m_at < m_bytes.size() && m_bytes.at(m_at) == '\n')
            return m_bytes.at(m_at++);
        return c;
    }
    void skipLine()
    {
        while (next() != '\n') {}
    }

    /// [section], [section "sub"] or the old [section.sub]. What is none leaves those that follow without one.
    void readSection()
    {
        m_section.clear();
        QByteArray section;
        char c = next();
        for (; isGitKey(c) || c == '.'; c = next())
            section += c;
        section = section.toLower();
        while (c == ' ' || c == '\t')
            c = next();
        if (c == '"') {
            section += '.';
            for (c = next(); c != '"' && c != '\n'; c = next()) {
                if (c == '\\')
                    c = next();
                section += c;
            }
            c = c == '"' ? next() : c;
        }
        if (c == ']')
            m_section = section;
        else if (c != '\n')
            skipLine();
    }

    void readSetting(char first)
    {
        const qsizetype start = m_at - 1;
        QByteArray key(1, first);
        char c = next();
        for (; isGitKey(c); c = next())
            key += c;
        while (c == ' ' || c == '\t')
            c = next();
        GitSetting setting{.name = m_section + '.' + key.toLower()};
        if (c == '=')
            setting.value = readValue();
        else if (c != '\n')
            return skipLine();
        setting.line = ownLine(start);
        if (!m_section.isEmpty())
            m_settings.push_back(std::move(setting));
    }

    /// Blanks around it are none of it unless they are quoted; what follows a # or ; outside of quotes is a comment.
    QByteArray readValue()
    {
        QByteArray value;
        qsizetype kept = 0; // up to what is no blank
        bool isQuoted = false;
        for (char c = next(); c != '\n'; c = next()) {
            if (!isQuoted && isGitBlank(c)) {
                if (!value.isEmpty())
                    value += c;
                continue;
            }
            if (!isQuoted && (c == '#' || c == ';')) {
                skipLine();
                break;
            }
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '\\') {
                c = next();
                if (c == '\n') // goes on in the next line
                    continue;
                value += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'b' ? '\b' : c;
            } else {
                value += c;
            }
            kept = value.size();
        }
        value.truncate(kept);
        return value;
    }

    /// The line of what was read from `start` on, when it is all of it.
    [[nodiscard]] QByteArray ownLine(qsizetype start) const
    {
        const QByteArrayView read = m_bytes.first(m_at).sliced(start).trimmed();
        const qsizetype begin = m_bytes.first(start).lastIndexOf('\n') + 1;
        const bool isAlone = m_bytes.sliced(begin, start - begin).trimmed().isEmpty();
        return isAlone && !read.contains('\n') ? read.toByteArray() : QByteArray();
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    QByteArray m_section;
    std::vector<GitSetting> m_settings;
};

} // namespace

std::vector<GitSetting> parseGitSettings(QByteArrayView bytes)
{
    return GitReader(bytes).read();
}

std::optional<Hook> gitHook(const GitSetting &setting)
{
    if (setting.value.isEmpty() || !gitRuns(setting.name, setting.value))
        return {};
    return Hook{setting.name, setting.value.startsWith('!') ? setting.value.sliced(1) : setting.value};
}

std::vector<Hook> parseGitConfig(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    for (const GitSetting &setting : parseGitSettings(bytes)) {
        if (auto hook = gitHook(setting))
            hooks.push_back(*std::move(hook));
    }
    return hooks;
}

} // namespace Sonde::Agent::Linux
