// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace Sonde::Agent::Linux {

/// Names of users and groups by number, each looked up once; the number itself where there is no name. Not for several threads.
class Accounts final
{
public:
    [[nodiscard]] QString user(quint32 id);
    [[nodiscard]] QString group(quint32 id);

private:
    QHash<quint32, QString> m_users;
    QHash<quint32, QString> m_groups;
};

} // namespace Sonde::Agent::Linux
