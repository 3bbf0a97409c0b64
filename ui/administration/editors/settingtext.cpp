// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/settingtext.h"

#include "models/text/visibletext.h"
#include "protocol/base/sizetext.h"
#include "ui/words/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class SettingText final
{
    Q_DECLARE_TR_FUNCTIONS(Sonde::Client::SettingText)

public:
    static QString outside(const SettingSpec &setting)
    {
        //: %1 a range of numbers or sizes
        return tr("It must be %1.").arg(settingRangeText(setting));
    }
    static QString between(const QString &least, const QString &most)
    {
        //: a range of sizes
        return tr("%1 to %2").arg(least, most);
    }
};

bool isSize(const SettingSpec &setting)
{
    return setting.type == SettingType::Integer && setting.unit == SettingUnit::Bytes;
}

} // namespace

QString settingValueText(const QString &key, const QString &value)
{
    const SettingSpec *setting = findSetting(key);
    if (!setting || !checkSetting(*setting, value))
        return value;
    if (setting->id == TenantSetting::AutomationLevel)
        return Words::remediationLevelText(value);
    SettingValues values;
    values.set(setting->id, value);
    return Words::settingValue(setting->id, values);
}

QString settingExactText(const QString &key, const QString &value)
{
    const SettingSpec *setting = findSetting(key);
    if (setting && isSize(*setting) && checkSetting(*setting, value))
        return Words::sizeText(value.toLongLong());
    return settingValueText(key, value);
}

QString settingRangeText(const SettingSpec &setting)
{
    if (isSize(setting))
        return SettingText::between(sizeText(setting.least), sizeText(setting.most));
    QStringList choices;
    for (const QString &choice : setting.choices)
        choices << settingValueText(setting.key, choice);
    if (!choices.isEmpty())
        return choices.join(u'\n');
    const QString unit = Words::unitText(setting.unit);
    return unit.isEmpty() ? Words::settingRange(setting) : u"%1 %2"_s.arg(Words::settingRange(setting), unit);
}

QString settingProblem(const SettingSpec &setting, const QString &value)
{
    const auto good = checkSetting(setting, value);
    if (good)
        return {};
    return setting.type == SettingType::Integer ? SettingText::outside(setting)
                                                : visible(Words::errorText(good.error()));
}

} // namespace Sonde::Client
