// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/isolationrules.h"

#include "agent/system/isolation/isolationprobes.h"
#include "agent/system/isolation/nftscript.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// None: there is no such table, or nobody knows.
std::optional<Nft::ListedTable> asOptional(Result<Nft::ListedTable> listed)
{
    return listed ? std::optional(std::move(*listed)) : std::nullopt;
}

bool isSame(const std::optional<Nft::ListedTable> &one, const std::optional<Nft::ListedTable> &other)
{
    return one.has_value() == other.has_value() && (!one || one->isSameAs(*other));
}

bool isKnown(const Result<Nft::ListedTable> &listed)
{
    return listed || listed.error().code == ErrorCode::NotFound;
}

} // namespace

Result<void> IsolationRules::apply(const std::vector<Passage> &passages)
{
    const std::vector<NetworkDevice> devices = Probe::networkDevices();
    m_refusals.clear();
    const QByteArray host = Nft::hostTable(passages);
    if (!m_tool.apply(host + Nft::deviceTable(passages, devices))) {
        if (const auto applied = m_tool.apply(host); !applied)
            return applied;
        applyDeviceByDevice(passages, devices);
    }
    m_devices = devices;
    m_host = asOptional(m_tool.list("inet"));
    m_leaving = asOptional(m_tool.list("netdev"));
    return {};
}

/// A device may be gone meanwhile, and the kernel may be too old for all of them.
void IsolationRules::applyDeviceByDevice(
    const std::vector<Passage> &passages, const std::vector<NetworkDevice> &devices)
{
    std::ignore = m_tool.apply(Nft::emptyDeviceTable());
    for (const NetworkDevice &device : devices) {
        if (!Nft::canName(device))
            continue;
        if (const auto applied = m_tool.apply(Nft::oneDevice(passages, device)); !applied)
            m_refusals.insert(device.name, applied.error().reason);
    }
}

Result<void> IsolationRules::remove()
{
    m_devices.clear();
    m_refusals.clear();
    m_host.reset();
    m_leaving.reset();
    return m_tool.apply(Nft::removal());
}

bool IsolationRules::areIntact()
{
    return m_host && newDevices().isEmpty() && isSame(m_host, asOptional(m_tool.list("inet")))
        && isSame(m_leaving, asOptional(m_tool.list("netdev")));
}

QByteArrayList IsolationRules::newDevices() const
{
    QByteArrayList names;
    const auto devices = Probe::networkDevices();
    for (const NetworkDevice &device : devices) {
        if (!std::ranges::contains(m_devices, device))
            names += device.name;
    }
    return names;
}

IsolationRules::Seen IsolationRules::look(const std::vector<Passage> &passages)
{
    const auto host = m_tool.list("inet");
    const auto leaving = m_tool.list("netdev");
    Seen seen{.known = isKnown(host) && isKnown(leaving)};
    seen.anything = host || leaving;
    seen.host =
        host && Nft::isAsMeant(*host, Nft::chainsOf(Nft::hostTable(passages))) && (!m_host || host->isSameAs(*m_host));
    seen.refused = (host ? host->refused : 0) + (leaving ? leaving->refused : 0);
    if (!seen.host)
        seen.shortfalls.push_back({IsolationGap::HostRules, host ? QString() : host.error().reason});
    const auto open = openDevices(leaving.value_or(Nft::ListedTable()));
    seen.shortfalls.insert(seen.shortfalls.end(), open.begin(), open.end());
    return seen;
}

std::vector<IsolationShortfall> IsolationRules::openDevices(const Nft::ListedTable &table) const
{
    const bool isChanged = m_leaving && !table.isSameAs(*m_leaving);
    QByteArrayList kept;
    for (const Nft::ListedChain &chain : table.chains) {
        if (chain.hook == "egress" && chain.policy == "drop" && !isChanged)
            kept += chain.devices;
    }
    const auto devices = Probe::networkDevices();
    std::vector<IsolationShortfall> open;
    for (const NetworkDevice &device : devices) {
        if (!kept.contains(device.name))
            open.push_back({IsolationGap::Device, QString::fromUtf8(device.name)});
    }
    const bool isTooOld = !devices.empty() && open.size() == devices.size() && !m_refusals.isEmpty();
    return isTooOld ? std::vector{IsolationShortfall{IsolationGap::DeviceRules, *m_refusals.cbegin()}} : open;
}

} // namespace Sonde::Agent
