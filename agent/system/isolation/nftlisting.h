// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayList>
#include <QHash>

/// What `nft -j list table` says of one table.
namespace Sonde::Agent::Nft {

struct ListedChain {
    QByteArray hook;   ///< "input", "egress"; empty for a chain that no packet passes by itself
    QByteArray policy; ///< "drop"
    int priority = 0;
    QByteArrayList devices;
    QByteArrayList rules; ///< each in a form that is the same as long as the rule is
};

struct ListedTable {
    QHash<QByteArray, ListedChain> chains; ///< by name
    QByteArrayList others;                 ///< sets, maps, flow tables: none of ours
    qint64 refused = 0;                    ///< packets, by the counters that end our chains

    /// The same rules in the same chains; counters aside.
    [[nodiscard]] bool isSameAs(const ListedTable &other) const;
};

/// ProtocolViolation when it is no listing.
[[nodiscard]] Result<ListedTable> parseListing(const QByteArray &json);

/// The chains that have to be there, drop what they do not let through, and hold so many rules.
struct MeantChain {
    QByteArray hook;
    int rules = 0;
};
/// What of a script a listing has to show: its chains by name. Reads what nftscript.h makes, and nothing else.
[[nodiscard]] QHash<QByteArray, MeantChain> chainsOf(const QByteArray &script);
/// Every chain that was meant and no other, each at its hook and with its number of rules.
[[nodiscard]] bool isAsMeant(const ListedTable &table, const QHash<QByteArray, MeantChain> &meant);

} // namespace Sonde::Agent::Nft
