// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/settings/settingtable.h"

#include <QMap>
#include <array>

namespace Sonde {

/// The settings of one tenant, as the service keeps them and a workstation knows them. Numbers are parsed when they are set, because some
/// are asked for with each chunk of output.
class SettingValues final
{
public:
    /// What they are when nobody has changed any.
    SettingValues();

    [[nodiscard]] const QString &text(TenantSetting setting) const { return at(setting).text; }
    /// Of an integer.
    [[nodiscard]] qint64 number(TenantSetting setting) const { return at(setting).number; }
    /// Of a boolean.
    [[nodiscard]] bool isOn(TenantSetting setting) const { return at(setting).number != 0; }
    /// By their keys.
    [[nodiscard]] QMap<QString, QString> all() const;

    void set(TenantSetting setting, const QString &value);
    /// All of them: what is not among `values` has its default. A key that is not known here, or a number that is none, says nothing.
    void assign(const QMap<QString, QString> &values);

    bool operator==(const SettingValues &) const = default;

private:
    struct Value {
        QString text;
        qint64 number = 0; ///< of a boolean 0 or 1

        bool operator==(const Value &) const = default;
    };
    [[nodiscard]] const Value &at(TenantSetting setting) const { return m_values.at(size_t(setting)); }

    std::array<Value, TenantSettingCount> m_values;
};

} // namespace Sonde
