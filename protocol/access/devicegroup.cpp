// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/access/devicegroup.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// `*` stands for any letters, also none. In time with the lengths of both, however many there are.
bool fits(QStringView pattern, QStringView text)
{
    qsizetype at = 0;
    qsizetype read = 0;
    qsizetype star = -1;
    qsizetype starRead = 0;
    const auto isSame = [](QChar one, QChar other) { return one.toCaseFolded() == other.toCaseFolded(); };
    while (read < text.size()) {
        if (at < pattern.size() && pattern.at(at) == u'*') {
            star = at++;
            starRead = read;
        } else if (at < pattern.size() && isSame(pattern.at(at), text.at(read))) {
            ++at;
            ++read;
        } else if (star >= 0) {
            at = star + 1;
            read = ++starRead;
        } else {
            return false;
        }
    }
    return std::ranges::all_of(pattern.sliced(at), [](QChar c) { return c == u'*'; });
}

bool isMet(const QStringList &values, const QStringList &texts)
{
    return values.isEmpty() || std::ranges::any_of(values, [&texts](const QString &value) {
        return std::ranges::any_of(texts, [&value](const QString &text) { return fits(value, text); });
    });
}

QString platformName(Platform platform)
{
    switch (platform) {
    case Platform::Windows: return u"Windows"_s;
    case Platform::MacOS: return u"macOS"_s;
    case Platform::Linux: return u"Linux"_s;
    }
    return {};
}

} // namespace

bool takes(const GroupRule &rule, const RuleSubject &device)
{
    if (rule == GroupRule())
        return false;
    return isMet(rule.names, {device.name}) && isMet(rule.domains, {device.domain})
        && isMet(rule.systems, {platformName(device.platform), device.system}) && isMet(rule.tags, device.tags);
}

} // namespace Sonde
