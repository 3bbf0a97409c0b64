// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/devicefilter.h"
#include "models/filter/foldedcolumn.h"

#include <QHash>
#include <QStringList>
#include <array>

namespace Sonde::Client {

/// What filters look for in all devices, folded as the devices come and not when somebody types. A device's name and its addresses are its
/// own and kept one by one; what it has in common with others (system, group, tags, agent…) is kept once for all that are alike in it.
class FoldedDevices final
{
public:
    /// Of a row that is known, or of the one after the last.
    void set(int row, const DeviceRecord &device);
    void clear() { *this = {}; }

    [[nodiscard]] bool matches(int row, const DeviceFilter::Term &term) const;
    /// `found[row]` becomes 1 for each row that has what the term asks for, whether it is negated or not; the rest is left as it is.
    void findAll(const DeviceFilter::Term &term, std::vector<char> &found) const;

private:
    /// What devices have in common.
    struct Kind {
        QString osName;
        QString osVersion;
        Platform platform = Platform::Linux;
        QString group;
        QString automationLevel;
        QStringList tags;
        QString agentVersion;
        QString holder;

        bool operator==(const Kind &) const = default;
        friend size_t qHash(const Kind &kind, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, kind.osName, kind.osVersion, int(kind.platform), kind.group, kind.automationLevel,
                kind.tags, kind.agentVersion, kind.holder);
        }
    };

    [[nodiscard]] int kindOf(const DeviceRecord &device);
    void forgetUnused();
    [[nodiscard]] const FoldedColumn &kindColumn(DeviceFilter::Field field) const { return m_kinds[size_t(field)]; }

    FoldedColumn m_names;
    FoldedColumn m_identities; ///< addresses and id
    std::vector<char> m_flags; ///< a bit for each of DeviceFilter::Flags
    std::vector<int> m_kindOfRow;
    QHash<Kind, int> m_kindNumbers;
    std::vector<int> m_kindUses;
    int m_unusedKinds = 0;
    /// By field, a row for each kind; of Any what is no name and no address.
    std::array<FoldedColumn, DeviceFilter::FieldCount> m_kinds;
};

} // namespace Sonde::Client
