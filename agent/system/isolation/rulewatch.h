// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/descriptor.h"

#include <QByteArrayView>
#include <chrono>

namespace Sonde::Agent::Nft {

/// What the kernel told of changes.
struct RuleChange {
    bool ours = false;  ///< of the table of isolation
    bool ended = false; ///< a whole transaction: who made it is known
    qint64 process = 0; ///< 0: not known
    QByteArray program; ///< its name, as it calls itself
};
/// A message of the kernel's about nftables: nfnetlink, group NFNLGRP_NFTABLES. Reads all that is in it; what is cut off or strange is
/// passed over.
[[nodiscard]] RuleChange parseRuleChange(QByteArrayView message);

/// Hears at once when somebody changes the rules of isolation, and when a network device comes, goes or gets another name. One thread
/// waits; any thread may wake it.
class RuleWatch final
{
    Q_DISABLE_COPY_MOVE(RuleWatch)

public:
    RuleWatch();

    /// Without it, changes are seen only when somebody looks.
    [[nodiscard]] bool hears() const { return m_rules.isOpen() && m_devices.isOpen(); }

    struct Heard {
        bool rules = false;
        bool devices = false;
        bool missed = false; ///< more happened than the kernel could tell
        qint64 process = 0;
        QByteArray program = {};
    };
    /// Returns when something was heard and nothing more for a moment, when it was woken, or after that time. What process `except` did to
    /// the rules is passed over.
    [[nodiscard]] Heard wait(std::chrono::milliseconds patience, qint64 except);
    void wake() const;

private:
    void readRules(Heard &heard, qint64 except);
    void readDevices(Heard &heard) const;

    Linux::Descriptor m_rules;
    Linux::Descriptor m_devices;
    Linux::Descriptor m_wake;
    bool m_isOurs = false; ///< what was told so far of a transaction that is still being told
};

} // namespace Sonde::Agent::Nft
