// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/isolation/base/isolationterms.h"

/// What `nft -f -` is given. Each script is one transaction: the kernel has all of it or nothing. The words are those that nft 1.0 and 1.1
/// read alike.
namespace Sonde::Agent::Nft {

inline constexpr auto TableName = "sonde_isolation";

/// Whether the device can be named in a script. A name may hold nearly every byte; nft has no way to write a quotation mark, and takes a
/// star at the end for any device.
[[nodiscard]] bool canName(const NetworkDevice &device);

/// The chains that IP passes, of both families: only the passages, loopback, DHCP and neighbour discovery, and nothing for others. There is
/// no rule for whatever is established: open connections end, too.
[[nodiscard]] QByteArray hostTable(const std::vector<Passage> &passages);
/// The same for what leaves by each device below IP: raw frames, and virtual machines and containers that have an address of their own in
/// the network. Empty without devices. Devices that cannot be named are left out.
[[nodiscard]] QByteArray deviceTable(const std::vector<Passage> &passages, const std::vector<NetworkDevice> &devices);
/// One device's chain more, in a table that is there.
[[nodiscard]] QByteArray oneDevice(const std::vector<Passage> &passages, const NetworkDevice &device);
[[nodiscard]] QByteArray emptyDeviceTable();
/// Takes all of it away, also when a part or all of it is not there.
[[nodiscard]] QByteArray removal();

} // namespace Sonde::Agent::Nft
