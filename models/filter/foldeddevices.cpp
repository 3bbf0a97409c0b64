// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/foldeddevices.h"

#include <utility>

namespace Sonde::Client {

namespace {

using Field = DeviceFilter::Field;

constexpr int ManyUnusedKinds = 1000;

/// Of a flag.
char bit(Field field)
{
    return char(1 << (std::ranges::find(DeviceFilter::Flags, field) - DeviceFilter::Flags.begin()));
}

bool isOfKind(Field field)
{
    return field != Field::Name && !DeviceFilter::isFlag(field);
}

} // namespace

void FoldedDevices::set(int row, const DeviceRecord &device)
{
    m_names.set(row, DeviceFilter::folded(device, Field::Name));
    m_identities.set(row, DeviceFilter::folded(device, DeviceFilter::Part::Identity));
    char flags = 0;
    for (const Field field : DeviceFilter::Flags)
        flags |= char(DeviceFilter::flag(device, field) ? bit(field) : 0);
    const int kind = kindOf(device);
    ++m_kindUses[size_t(kind)];
    if (size_t(row) == m_flags.size()) {
        m_flags.push_back(flags);
        m_kindOfRow.push_back(kind);
        return;
    }
    m_flags[size_t(row)] = flags;
    const int before = std::exchange(m_kindOfRow[size_t(row)], kind);
    if (--m_kindUses[size_t(before)] == 0)
        ++m_unusedKinds;
    if (m_unusedKinds > ManyUnusedKinds && size_t(m_unusedKinds) > m_kindUses.size() / 2)
        forgetUnused();
}

int FoldedDevices::kindOf(const DeviceRecord &device)
{
    const DeviceFacts &facts = device.facts;
    const Kind kind{facts.osName, facts.osVersion, facts.platform, device.group, device.automationLevel, device.tags,
        facts.agentVersion, device.holder};
    if (const auto known = m_kindNumbers.constFind(kind); known != m_kindNumbers.cend()) {
        if (m_kindUses[size_t(*known)] == 0)
            --m_unusedKinds;
        return *known;
    }
    const int number = int(m_kindUses.size());
    m_kindNumbers.insert(kind, number);
    m_kindUses.push_back(0);
    for (int field = 0; field < DeviceFilter::FieldCount; ++field) {
        if (isOfKind(Field(field)))
            m_kinds[size_t(field)].set(number,
                Field(field) == Field::Any ? DeviceFilter::folded(device, DeviceFilter::Part::Kind)
                                           : DeviceFilter::folded(device, Field(field)));
    }
    return number;
}

/// Who holds a device comes and goes, and each time makes it of another kind.
void FoldedDevices::forgetUnused()
{
    std::vector<int> newNumber(m_kindUses.size(), -1);
    std::vector<int> uses;
    std::array<FoldedColumn, DeviceFilter::FieldCount> kinds;
    for (size_t old = 0; old < m_kindUses.size(); ++old) {
        if (m_kindUses[old] == 0)
            continue;
        newNumber[old] = int(uses.size());
        uses.push_back(m_kindUses[old]);
        for (size_t field = 0; field < kinds.size(); ++field) {
            if (isOfKind(Field(field)))
                kinds[field].set(newNumber[old], m_kinds[field].text(int(old)));
        }
    }
    m_kindNumbers.removeIf([&](QHash<Kind, int>::iterator kind) { return newNumber[size_t(*kind)] < 0; });
    for (int &number : m_kindNumbers)
        number = newNumber[size_t(number)];
    for (int &kind : m_kindOfRow)
        kind = newNumber[size_t(kind)];
    m_kindUses = std::move(uses);
    m_kinds = std::move(kinds);
    m_unusedKinds = 0;
}

bool FoldedDevices::matches(int row, const DeviceFilter::Term &term) const
{
    const int kind = m_kindOfRow[size_t(row)];
    switch (term.field) {
    case Field::Online:
    case Field::Held:
    case Field::Isolated: return (m_flags[size_t(row)] & bit(term.field)) != 0;
    case Field::Name: return m_names.contains(row, term.text);
    case Field::Any:
        return m_names.contains(row, term.text) || kindColumn(Field::Any).contains(kind, term.text)
            || m_identities.contains(row, term.text);
    default: return kindColumn(term.field).contains(kind, term.text);
    }
}

void FoldedDevices::findAll(const DeviceFilter::Term &term, std::vector<char> &found) const
{
    if (DeviceFilter::isFlag(term.field)) {
        for (size_t row = 0; row < m_flags.size(); ++row)
            found[row] |= char((m_flags[row] & bit(term.field)) != 0);
        return;
    }
    if (term.field == Field::Name || term.field == Field::Any)
        m_names.findAll(term.text, found);
    if (term.field == Field::Any)
        m_identities.findAll(term.text, found);
    if (term.field == Field::Name)
        return;
    std::vector<char> kinds(m_kindUses.size());
    kindColumn(term.field).findAll(term.text, kinds);
    for (size_t row = 0; row < m_kindOfRow.size(); ++row)
        found[row] |= kinds[size_t(m_kindOfRow[row])];
}

} // namespace Sonde::Client
