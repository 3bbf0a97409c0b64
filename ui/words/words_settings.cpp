// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/sizetext.h"
#include "ui/words/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// A number of what a setting counts.
QString countText(SettingUnit unit, int number)
{
    switch (unit) {
    case SettingUnit::None: return QLocale().toString(number);
    case SettingUnit::Sessions: return Words::tr("%Ln session(s)", nullptr, number);
    case SettingUnit::Minutes: return Words::tr("%Ln minute(s)", nullptr, number);
    case SettingUnit::Bytes: return sizeText(number);
    case SettingUnit::Rows: return Words::tr("%Ln row(s)", nullptr, number);
    case SettingUnit::Days: return Words::tr("%Ln day(s)", nullptr, number);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString Words::settingPurpose(TenantSetting setting)
{
    switch (setting) {
    case TenantSetting::LiveResponse: return tr("Whether live response is on: sessions, and commands on devices.");
    case TenantSetting::LiveResponseServers: return tr("Whether live response is also on for servers.");
    case TenantSetting::TenantSessionLimit: return tr("How many live sessions the whole tenant may have.");
    case TenantSetting::UserSessionLimit: return tr("How many live sessions one user may have.");
    case TenantSetting::InactivityMinutes: return tr("How long a session without a command lasts until it is closed.");
    case TenantSetting::AutomationLevel:
        return tr("The automation level of ungrouped devices; with “none” there is no live response.");
    case TenantSetting::MinimumAgentVersion: return tr("The oldest agent that a session can start with.");
    case TenantSetting::FileinfoBytes: return tr("The largest file that “fileinfo” looks at.");
    case TenantSetting::GetfileBytes: return tr("The largest file or archive that “getfile” downloads.");
    case TenantSetting::LibraryFileBytes: return tr("The largest file that can be uploaded to the library.");
    case TenantSetting::AllowUnsignedScripts:
        return tr("Whether PowerShell scripts may run without a valid signature, and batch files, which have none.");
    case TenantSetting::AllowPythonScripts: return tr("Whether Python scripts may run.");
    case TenantSetting::OutputBytes: return tr("The size at which the output of a command is cut.");
    case TenantSetting::OutputRows: return tr("The number of rows at which the output of a command is cut.");
    case TenantSetting::ActReason: return tr("Whether a reason must be given for whatever changes a device.");
    case TenantSetting::QuarantineBytes: return tr("How much a device keeps of what was remediated.");
    case TenantSetting::IsolationPassages: return tr("Whom isolated devices may still talk to besides this service.");
    case TenantSetting::LibraryBytes: return tr("How much all files of the library may take together.");
    case TenantSetting::EvidenceBytes: return tr("How much all files brought from devices may take together.");
    case TenantSetting::ApprovalVerbs:
        return tr("What a second person has to approve, on all devices; device groups can name more.");
    case TenantSetting::ApprovalMinutes: return tr("How long a command waits for approval until it is denied.");
    case TenantSetting::OutputDays:
        return tr("How long what commands print is kept after their session has closed; 0 keeps it for ever.");
    case TenantSetting::EvidenceDays:
        return tr(
            "How long files brought from devices are kept after their session has closed; 0 keeps them for ever.");
    case TenantSetting::QuarantineDays: return tr("How long a remediation can be undone.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::settingRange(const SettingSpec &setting)
{
    switch (setting.type) {
    case SettingType::Boolean:
    case SettingType::Choice: return listText(setting.choices);
    case SettingType::Integer:
        //: a range of numbers
        return tr("%1 to %2").arg(QLocale().toString(setting.least), QLocale().toString(setting.most));
    case SettingType::Version: return tr("a version number");
    //: do not translate “tcp” and “udp”; an example is 10.1.0.0/16 udp 53
    case SettingType::Passages: return tr("ADDRESS[/BITS] tcp|udp PORT[-PORT], separated by commas");
    //: an example is: remediate, collect -memory
    case SettingType::Verbs: return tr("VERB [-FLAG], separated by commas");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::settingValue(TenantSetting setting, const SettingValues &values)
{
    const SettingSpec &spec = settingSpec(setting);
    switch (spec.type) {
    case SettingType::Boolean:
        //: a setting
        return values.isOn(setting) ? tr("on") : tr("off");
    case SettingType::Choice:
    case SettingType::Version: return values.text(setting);
    case SettingType::Passages:
    case SettingType::Verbs: return values.text(setting).isEmpty() ? u"—"_s : values.text(setting);
    case SettingType::Integer: break;
    }
    const qint64 number = values.number(setting);
    if (number == 0 && (setting == TenantSetting::OutputDays || setting == TenantSetting::EvidenceDays))
        //: how long something is kept
        return tr("for ever");
    if (spec.unit == SettingUnit::Bytes)
        return Sonde::sizeText(number);
    return countText(spec.unit, int(number));
}

QString Words::unitText(SettingUnit unit)
{
    switch (unit) {
    case SettingUnit::None: return {};
    case SettingUnit::Sessions: return tr("sessions");
    case SettingUnit::Minutes: return tr("minutes");
    case SettingUnit::Bytes: return tr("bytes");
    case SettingUnit::Rows: return tr("rows");
    case SettingUnit::Days: return tr("days");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Sonde::Client
