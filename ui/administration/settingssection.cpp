// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/settingssection.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/administration/base/administrationlayout.h"
#include "ui/administration/editors/serverexceptions.h"
#include "ui/administration/editors/settingeditor.h"
#include "ui/administration/editors/settingtext.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

enum SettingColumn { SettingKey, SettingValue, SettingPurpose, SettingChangedBy, SettingChanged };

QString purposeOf(const SettingRow &setting)
{
    const SettingSpec *spec = setting.spec();
    return spec ? Words::settingPurpose(spec->id) : QString();
}

RecordText<SettingRow>::Columns settingColumns()
{
    using Row = SettingRow;
    return {
        //: column of the tenant's settings: its key
        {.title = [] { return SettingsSection::tr("Setting"); }, .text = [](const Row &row) { return row.key; }},
        //: column of the tenant's settings
        {.title = [] { return SettingsSection::tr("Value"); },
            .text = [](const Row &row) { return settingValueText(row.key, row.value); },
            .details = [](const Row &row) { return settingExactText(row.key, row.value); }},
        //: column of the tenant's settings
        {.title = [] { return SettingsSection::tr("What it is for"); }, .text = purposeOf},
        //: column of the tenant's settings: by whom
        {.title = [] { return SettingsSection::tr("Changed by"); },
            .text = [](const Row &row) { return row.change ? row.change->by : QString(); }},
        {.title = [] { return Words::timeTitle(SettingsSection::tr("Changed"), TimeText()); },
            .text = [](const Row &row) { return row.change ? TimeText().text(row.change->at) : QString(); },
            .sortKey = [](const Row &row) { return row.change ? row.change->at : QDateTime(); },
            .details =
                [](const Row &row) { return row.change ? Words::timeDetails(row.change->at, TimeText()) : QString(); }},
    };
}

} // namespace

SettingsSection::SettingsSection(
    SettingList &list, DeviceChanges &changes, Theme &theme, Settings &settings, QWidget *parent)
    : ListSection({list, m_text, Settled::AdministrationSettingsHeader}, theme, settings, parent)
    , m_list(list)
    , m_text(list.settings(), settingColumns(), theme)
    , m_value(addFact())
    , m_default(addFact())
    , m_range(addFact())
    , m_changed(addFact())
    , m_before(addFact())
    , m_editor(new SettingEditor)
    , m_exceptions(new ServerExceptions(changes))
    , m_revert(addDeed(Place::Pane, QKeySequence(Qt::CTRL | Qt::Key_R), ButtonRole::Normal, [this] { revert(); }))
    , m_restore(addDeed(Place::Pane, {}, ButtonRole::Normal, [this] { restoreDefault(); }))
{
    addToPane(*m_editor);
    addToPane(*m_exceptions);
    connect(m_editor, &SettingEditor::changeRequested, this, &SettingsSection::change);
    connect(m_exceptions, &ServerExceptions::failed, this, &Section::failed);
    build({{SettingKey, 22, 14}, {SettingValue, 16, 9}, {SettingPurpose, 40, 14, true}, {SettingChangedBy, 12, 7},
        ColumnFit::whole(SettingChanged, 19)});
}

QString SettingsSection::title() const
{
    return tr("Settings");
}

QString SettingsSection::iconName() const
{
    return u"settings"_s;
}

ListSection::Texts SettingsSection::texts(int shown, int total) const
{
    return {tr("Filter the settings by name, purpose, value, person"),
        shown == total ? tr("%Ln setting(s)", nullptr, total)
                       : tr("%1 of %Ln setting(s)", "settings shown of all", total).arg(locale().toString(shown)),
        tr("No settings"), {}};
}

void SettingsSection::showCurrent()
{
    const SettingRow *setting = m_text.record(current());
    if (!setting)
        return;
    const SettingSpec *spec = setting->spec();
    setHeading(visible(setting->key), purposeOf(*setting));
    setFact(m_value, visible(settingExactText(setting->key, setting->value)));
    setFact(m_default, spec ? settingValueText(setting->key, spec->fallback) : QString());
    setFact(m_range, spec ? settingRangeText(*spec) : QString());
    const auto &change = setting->change;
    //: %1 a time, %2 a person
    setFact(m_changed,
        change ? tr("%1 by %2", "changed").arg(TimeText().withZone(change->at), visible(change->by))
               : tr("by nobody yet", "changed"));
    setFact(m_before, change ? visible(settingExactText(setting->key, change->before)) : QString());
    m_editor->setSetting(*setting);
    m_editor->setWhyNot(refusalText(m_list.whyNotChanged()));
    m_exceptions->setVisible(spec && spec->id == TenantSetting::LiveResponseServers);
    setUsable(*m_revert, whyNotReverted(*setting));
    setUsable(*m_restore, whyNotRestored(*setting));
}

QString SettingsSection::whyNotReverted(const SettingRow &setting) const
{
    if (const QString refusal = refusalText(m_list.whyNotChanged()); !refusal.isEmpty())
        return refusal;
    if (!setting.change)
        return tr("Nobody has changed it yet.");
    return setting.change->before == setting.value ? tr("It is already what it was before.") : QString();
}

QString SettingsSection::whyNotRestored(const SettingRow &setting) const
{
    if (const QString refusal = refusalText(m_list.whyNotChanged()); !refusal.isEmpty())
        return refusal;
    const SettingSpec *spec = setting.spec();
    return !spec || spec->fallback == setting.value ? tr("It has its default.") : QString();
}

/// Where it is typed.
void SettingsSection::openCurrent()
{
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

void SettingsSection::change(const QString &key, const QString &value)
{
    m_list.change(key, value, this, told());
}

void SettingsSection::revert()
{
    if (const SettingRow *setting = m_text.record(current()))
        m_list.revert(setting->key, this, told());
}

void SettingsSection::restoreDefault()
{
    const SettingRow *setting = m_text.record(current());
    if (const SettingSpec *spec = setting ? setting->spec() : nullptr)
        change(setting->key, spec->fallback);
}

void SettingsSection::retranslate()
{
    //: of a setting: its value now
    m_value.title->setText(tr("Now"));
    m_default.title->setText(tr("Default"));
    //: of a setting: the values that it may have
    m_range.title->setText(tr("May be"));
    m_changed.title->setText(tr("Last changed"));
    //: of a setting: its value before it was changed last
    m_before.title->setText(tr("Before that"));
    //: makes a setting what it was before it was changed last
    m_revert->setText(tr("&Revert"));
    m_restore->setText(tr("Restore the &default"));
}

} // namespace Sonde::Client

#include "moc_settingssection.cpp"
