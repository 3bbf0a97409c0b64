// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/hookparser.h"
#include "agent/system/linux/cescapes.h"

#include <algorithm>
#include <array>
#include <optional>

/// udev's rules as parse_line() and udev_rule_parse_value() of systemd read them.
namespace Sonde::Agent::Linux {

namespace {

constexpr QByteArrayView RuleBlanks = " \t\n\r";

/// KEY{attribute}operator"value".
struct RuleToken {
    QByteArray key = {};       ///< with its attribute
    QByteArray operation = {}; ///< "=", "==", "+="…
    QByteArray value = {};

    [[nodiscard]] bool isMatch() const { return operation == "==" || operation == "!="; }
};

/// Lines that begin with # are none, also where the line before goes on. Only a backslash that is the last of all goes on.
QByteArrayList ruleLines(QByteArrayView bytes)
{
    QByteArrayList lines;
    QByteArray current;
    const QByteArrayList raw = bytes.toByteArray().split('\n');
    for (const QByteArray &text : raw) {
        qsizetype start = 0;
        while (start < text.size() && RuleBlanks.contains(text.at(start)))
            ++start;
        const QByteArray line = text.sliced(start);
        if (line.startsWith('#'))
            continue;
        current += line;
        if (line.endsWith('\\'))
            current.chop(1);
        else if (!current.isEmpty())
            lines += std::exchange(current, {});
    }
    if (!current.isEmpty())
        lines += current;
    return lines;
}

/// Token after token of one rule; none at its end, or where udev would not understand it.
class RuleReader final
{
public:
    explicit RuleReader(const QByteArray &line)
        : m_line(line)
    {
    }

    std::optional<RuleToken> next()
    {
        skip(", \t\n\r");
        RuleToken token;
        token.key = takeKey();
        skip(RuleBlanks);
        token.operation = takeOperation();
        skip(RuleBlanks);
        if (token.key.isEmpty() || token.operation.isEmpty() || !takeValue(token.value))
            return {};
        return token;
    }

private:
    [[nodiscard]] char at(qsizetype place) const { return place < m_line.size() ? m_line.at(place) : '\0'; }
    void skip(QByteArrayView characters)
    {
        while (m_at < m_line.size() && characters.contains(m_line.at(m_at)))
            ++m_at;
    }

    QByteArray takeKey()
    {
        const qsizetype begin = m_at;
        const auto isEnd = [this](qsizetype place) {
            const char c = at(place);
            return RuleBlanks.contains(c) || c == '=' || c == '{'
                || (QByteArrayView("+-!:").contains(c) && at(place + 1) == '=');
        };
        while (m_at < m_line.size() && !isEnd(m_at))
            ++m_at;
        if (at(m_at) == '{') {
            const qsizetype close = m_line.indexOf('}', m_at);
            m_at = close < 0 ? m_line.size() : close + 1;
        }
        return m_line.sliced(begin, m_at - begin);
    }

    QByteArray takeOperation()
    {
        static constexpr std::array<QByteArrayView, 6> operations{"==", "!=", "+=", "-=", ":=", "="};
        const QByteArrayView rest = QByteArrayView(m_line).sliced(m_at);
        for (const QByteArrayView operation : operations) {
            if (rest.startsWith(operation)) {
                m_at += operation.size();
                return operation.toByteArray();
            }
        }
        return {};
    }

    /// "…", with \" for a quote; e"…" has C's escapes; i"…" is compared in either case.
    bool takeValue(QByteArray &value)
    {
        bool hasEscapes = false;
        for (; at(m_at) == 'e' || at(m_at) == 'i'; ++m_at)
            hasEscapes |= at(m_at) == 'e';
        if (at(m_at) != '"')
            return false;
        QByteArray written;
        for (++m_at; m_at < m_line.size() && m_line.at(m_at) != '"'; ++m_at) {
            const bool isPair = m_line.at(m_at) == '\\' && m_at + 1 < m_line.size();
            if (isPair && hasEscapes)
                written += m_line.at(m_at++); // undone below
            else if (isPair && m_line.at(m_at + 1) == '"')
                ++m_at;
            written += m_line.at(m_at);
        }
        if (m_at >= m_line.size())
            return false;
        ++m_at;
        value = hasEscapes ? withoutEscapes(written) : written;
        return true;
    }

    QByteArray m_line;
    qsizetype m_at = 0;
};

bool startsProgram(const RuleToken &token)
{
    static constexpr std::array<QByteArrayView, 4> keys{"RUN", "RUN{program}", "PROGRAM", "IMPORT{program}"};
    return std::ranges::contains(keys, QByteArrayView(token.key));
}

/// A module is code of the kernel's; the other builtins start nothing.
bool loadsModule(const RuleToken &token)
{
    return (token.key == "RUN{builtin}" || token.key == "IMPORT{builtin}") && token.value.trimmed().startsWith("kmod");
}

bool wantsUnit(const RuleToken &token)
{
    return !token.isMatch() && (token.key == "ENV{SYSTEMD_WANTS}" || token.key == "ENV{SYSTEMD_USER_WANTS}");
}

/// SYSCTL{kernel/core_pattern}="|/x": what parseSysctl() looks for.
std::vector<Hook> kernelHelpers(const RuleToken &token)
{
    constexpr QByteArrayView prefix = "SYSCTL{";
    if (token.isMatch() || !token.key.startsWith(prefix) || !token.key.endsWith('}'))
        return {};
    std::vector<Hook> hooks = parseSysctl(QByteArray(token.key.sliced(prefix.size()).chopped(1) + '=' + token.value));
    for (Hook &hook : hooks)
        hook.name = "SYSCTL{" + hook.name + '}';
    return hooks;
}

} // namespace

std::vector<Hook> parseUdevRules(QByteArrayView bytes)
{
    std::vector<Hook> hooks;
    for (const QByteArray &line : ruleLines(bytes)) {
        RuleReader reader(line);
        while (const auto token = reader.next()) {
            if (!token->value.isEmpty() && (startsProgram(*token) || loadsModule(*token) || wantsUnit(*token)))
                hooks.push_back({token->key, token->value});
            for (const Hook &helper : kernelHelpers(*token))
                hooks.push_back(helper);
        }
    }
    return hooks;
}

} // namespace Sonde::Agent::Linux
