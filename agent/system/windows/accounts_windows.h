// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Sonde::Agent::Windows {

/// Names of accounts and groups by their security identifier, each looked up once: "CORP\\anna", "NT AUTHORITY\\SYSTEM"; the identifier itself
/// ("S-1-5-21-…") where there is no name. Not for several threads.
class Accounts final
{
public:
    /// `sid`: a SID; null: empty.
    [[nodiscard]] QString name(void *sid);

private:
    QHash<QByteArray, QString> m_names;
};

/// "S-1-5-18".
[[nodiscard]] QString sidText(void *sid);

} // namespace Sonde::Agent::Windows
