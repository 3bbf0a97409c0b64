// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/isolation/base/isolationterms.h"
#include "protocol/base/isolation.h"

#include <optional>

namespace Sonde::Agent {

/// Isolation as it was ordered.
struct IsolationOrder {
    std::vector<Passage> service; ///< the addresses that it has now: nobody can be asked for them later
    std::vector<Passage> extras;  ///< what the tenant's policy adds
    QDateTime since = {};
    QString analyst = {};
    QString reason = {};
    bool proved = false; ///< the service answered while the rules were there: from then on they stay, whatever happens

    [[nodiscard]] std::vector<Passage> passages() const;
    bool operator==(const IsolationOrder &) const = default;
};

/// The order in the agent's folder: it holds as long as the file says so, for every process that looks.
class IsolationFile final
{
public:
    explicit IsolationFile(const QString &folder)
        : m_path(folder + QStringLiteral("/isolation.json"))
    {
    }

    /// None: the device is not to be isolated. StorageFailed when there is one that cannot be read: then nobody knows, and what is, stays.
    [[nodiscard]] Result<std::optional<IsolationOrder>> load() const;
    [[nodiscard]] Result<void> save(const IsolationOrder &order) const;
    [[nodiscard]] Result<void> remove() const;

private:
    QString m_path;
};

} // namespace Sonde::Agent
