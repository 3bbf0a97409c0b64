// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/deviceadministration.h"

#include "models/text/visibletext.h"
#include "ui/administration/base/confirmation.h"
#include "ui/administration/base/section.h"
#include "ui/administration/editors/tagsdialog.h"
#include "ui/theme/plaintext.h"
#include "ui/toolkit/languagechange.h"

namespace Sonde::Client {

DeviceAdministration::DeviceAdministration(DeviceChanges &changes, const DeviceModel &devices, QWidget &window)
    : QObject(&window)
    , m_changes(changes)
    , m_devices(devices)
    , m_window(window)
{
    editTags.setShortcut(Qt::CTRL | Qt::Key_T);
    for (QAction *action : actions())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    except.setCheckable(true);
    connect(&editTags, &QAction::triggered, this, &DeviceAdministration::openTags);
    connect(&except, &QAction::triggered, this, &DeviceAdministration::setException);
    connect(&remove, &QAction::triggered, this, &DeviceAdministration::askToRemove);
    connect(&changes, &DeviceChanges::changed, this, &DeviceAdministration::follow);
    onLanguageChange(&window, [this] { retranslate(); });
    retranslate();
}

void DeviceAdministration::setDevices(const std::vector<DeviceId> &devices)
{
    m_chosen = devices;
    follow();
}

std::vector<DeviceRecord> DeviceAdministration::chosen() const
{
    std::vector<DeviceRecord> records;
    for (const DeviceId &id : m_chosen) {
        if (const DeviceRecord *device = m_devices.device(id))
            records.push_back(*device);
    }
    return records;
}

QString DeviceAdministration::whyNotExcepted(const std::vector<DeviceRecord> &devices)
{
    if (devices.size() > 1)
        return tr("Select one device.");
    return devices.front().facts.server ? QString() : tr("This is no server: the setting does not concern it.");
}

void DeviceAdministration::follow()
{
    const auto devices = chosen();
    const QString none = devices.empty() ? tr("Select a device first.") : QString();
    const QString refusal = none.isEmpty() ? refusalText(m_changes.whyNotChanged(devices)) : none;
    setUsable(editTags, refusal);
    setUsable(except, refusal.isEmpty() ? whyNotExcepted(devices) : refusal);
    except.setChecked(devices.size() == 1 && devices.front().serverException.value_or(false));
    const QString notRemoved = none.isEmpty() ? refusalText(m_changes.whyNotRemoved()) : none;
    setUsable(remove, notRemoved.isEmpty() && devices.size() > 1 ? tr("Select one device.") : notRemoved);
}

void DeviceAdministration::openTags()
{
    if (const auto devices = chosen(); !devices.empty())
        (new TagsDialog(m_changes, devices, &m_window))->open();
}

ChangeAnswer DeviceAdministration::told()
{
    return [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        follow();
    };
}

/// It is checked when the service says so.
void DeviceAdministration::setException(bool allowed)
{
    except.setChecked(!allowed);
    if (const auto devices = chosen(); devices.size() == 1)
        m_changes.setException(devices.front().id, allowed, this, told());
}

void DeviceAdministration::askToRemove()
{
    const auto devices = chosen();
    if (devices.size() != 1)
        return;
    //: %1 a device
    askFirst(m_window,
        {tr("Remove a device"), tr("Remove %1 from the tenant?").arg(visible(devices.front().facts.name)),
            tr("Its certificate is good for nothing from then on: its session ends, and it can connect no longer until "
               "it is enrolled anew. What was done on it stays in the journal."),
            tr("Remove")},
        [this, id = devices.front().id] { m_changes.remove(id, this, told()); });
}

void DeviceAdministration::retranslate()
{
    editTags.setText(tr("Edit &tags…"));
    editTags.setIconText(tr("Tags…"));
    //: menu entry of a server, checked when it is: live response is on for it although it is off for servers
    except.setText(tr("&Except from the server setting"));
    remove.setText(tr("&Remove from the tenant…"));
    follow();
}

} // namespace Sonde::Client

#include "moc_deviceadministration.cpp"
