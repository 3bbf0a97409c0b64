// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/store.h"

namespace Sonde::Service {

enum class Setting {
    LiveResponse,
    LiveResponseServers,
    TenantSessionLimit,
    UserSessionLimit,
    InactivityMinutes,
    AutomationLevel,
    MinimumAgentVersion,
    FileinfoBytes,
    GetfileBytes,
    LibraryFileBytes,
    AllowUnsignedScripts,
    AllowPythonScripts,
    OutputBytes,
    OutputRows,
};

enum class SettingType { Boolean, Integer, Choice, Version };

/// One tenant setting: its key, type, default and range, said once.
struct SettingSpec {
    Setting id;
    QLatin1StringView key;
    SettingType type;
    QString fallback;
    qint64 least = 0;
    qint64 most = 0;
    QStringList choices = {};
};

/// The tenant's settings; only what differs from the default is stored.
class Settings final
{
public:
    explicit Settings(Store &store);

    [[nodiscard]] static const std::vector<SettingSpec> &specs();

    [[nodiscard]] QString text(Setting setting) const;
    [[nodiscard]] qint64 number(Setting setting) const { return text(setting).toLongLong(); }
    [[nodiscard]] bool isOn(Setting setting) const { return text(setting) == u"true"; }
    [[nodiscard]] QMap<QString, QString> all() const;

    struct Change {
        QString from;
        QString to;
    };
    /// BadValue (facts: "least", "most" or "choices") when the key does not exist or the value is not one of it.
    [[nodiscard]] Result<Change> change(const QString &key, const QString &value);

private:
    Store &m_store;
    QMap<QString, QString> m_stored;
};

} // namespace Sonde::Service
