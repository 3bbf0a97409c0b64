// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/systemd/unitname.h"

#include <QString> // its + joins byte arrays too
#include <algorithm>
#include <array>

namespace Sonde::Agent::Linux {

UnitName UnitName::parse(const QByteArray &name)
{
    UnitName parsed;
    const qsizetype dot = name.lastIndexOf('.');
    const QByteArray stem = dot < 0 ? name : name.first(dot);
    parsed.type = dot < 0 ? QByteArray() : name.sliced(dot + 1);
    const qsizetype at = stem.indexOf('@');
    parsed.hasInstance = at >= 0;
    parsed.prefix = at < 0 ? stem : stem.first(at);
    parsed.instance = at < 0 ? QByteArray() : stem.sliced(at + 1);
    return parsed;
}

QByteArray UnitName::fileName() const
{
    return prefix + (hasInstance ? "@." : ".") + type;
}

bool isUnitName(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 11> types{
        "service", "socket", "timer", "path", "target", "mount", "automount", "swap", "slice", "scope", "device"};
    return std::ranges::contains(types, QByteArrayView(UnitName::parse(name).type));
}

QByteArray unescapedInstance(QByteArrayView instance)
{
    QByteArray text;
    for (qsizetype i = 0; i < instance.size(); ++i) {
        const QByteArrayView rest = instance.sliced(i);
        bool isByte = false;
        const uint byte =
            rest.startsWith("\\x") && rest.size() >= 4 ? rest.sliced(2, 2).toByteArray().toUInt(&isByte, 16) : 0;
        text += isByte ? char(byte) : rest.front() == '-' ? '/' : rest.front();
        i += isByte ? 3 : 0;
    }
    return text;
}

QByteArray withSpecifiers(QByteArrayView text, const QByteArray &name)
{
    const UnitName unit = UnitName::parse(name);
    QByteArray filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char specifier = text.at(i) == '%' && i + 1 < text.size() ? text.at(++i) : '\0';
        switch (specifier) {
        case '\0': filled += text.at(i); break;
        case '%': filled += '%'; break;
        case 'i': filled += unit.instance; break;
        case 'I': filled += unescapedInstance(unit.instance); break;
        case 'j': filled += unit.prefix.sliced(unit.prefix.lastIndexOf('-') + 1); break;
        case 'n': filled += name; break;
        case 'N': filled += name.chopped(unit.type.size() + 1); break;
        case 'p': filled += unit.prefix; break;
        default: filled += '%'; filled += specifier;
        }
    }
    return filled;
}

} // namespace Sonde::Agent::Linux
