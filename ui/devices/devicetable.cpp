// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicetable.h"

#include "ui/devices/devicedelegate.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/typing.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace Sonde::Client {

using namespace std::chrono_literals;

DeviceTable::DeviceTable(DeviceModel &devices, Theme &theme, Settings &settings, QWidget *parent)
    : QTableView(parent)
    , m_devices(devices)
    , m_settings(settings)
    , m_text(devices)
{
    setModel(&m_text);
    setItemDelegate(new DeviceDelegate(theme, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setUpHeader();
    fitRows();
    setAccessibleName(tr("Device inventory"));

    connect(&theme, &Theme::changed, this, &DeviceTable::fitRows);
    connect(&m_text, &QAbstractItemModel::modelReset, this, &DeviceTable::noteCurrent);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DeviceTable::noteCurrent);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &DeviceTable::selectedOthers);
    connect(&m_text, &QAbstractItemModel::modelReset, this, &DeviceTable::selectedOthers);
    connect(this, &QAbstractItemView::doubleClicked, this, [this] { Q_EMIT activatedDevice(currentDevice()); });
    m_ages.setInterval(30s);
    connect(&m_ages, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_ages.start();
    onLanguageChange(this, [this] {
        setAccessibleName(tr("Device inventory"));
        m_text.refresh();
    });
}

void DeviceTable::saveLayout()
{
    m_settings.set(Settled::DevicesHeader, m_columns->state());
}

void DeviceTable::setUpHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setSortIndicator(DeviceModel::Name, Qt::AscendingOrder);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &DeviceTable::openHeaderMenu);
    using Is = DeviceModel::Column;
    m_columns = new ColumnFit(*this,
        {{Is::Name, 22, 12}, {Is::State, 12, 9}, {Is::Session, 24, 12, true}, {Is::Os, 32, 12}, {Is::LastSeen, 13, 9},
            {Is::Group, 14, 8}, {Is::AutomationLevel, 15, 9}, {Is::AgentVersion, 12, 8, false, false},
            {Is::Tags, 20, 10, false, false}});
    m_columns->restore(m_settings.get(Settled::DevicesHeader));
    setSortingEnabled(true);
}

void DeviceTable::fitRows()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
}

DeviceId DeviceTable::currentDevice() const
{
    const DeviceRecord *device = m_devices.device(currentIndex().row());
    return device ? device->id : DeviceId();
}

std::vector<DeviceId> DeviceTable::selectedDevices() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows << index.row();
    std::ranges::sort(rows);
    std::vector<DeviceId> devices;
    for (const int row : rows) {
        if (const DeviceRecord *device = m_devices.device(row))
            devices.push_back(device->id);
    }
    return devices;
}

void DeviceTable::selectRow(int row)
{
    const QModelIndex index = m_text.index(row, horizontalHeader()->logicalIndexAt(0));
    setCurrentIndex(index.isValid() ? index : m_text.index(row, DeviceModel::Name));
}

void DeviceTable::fillColumnsMenu(QMenu &menu)
{
    for (int column = 0; column < DeviceModel::ColumnCount; ++column) {
        QAction *action = menu.addAction(DeviceTextModel::columnTitle(DeviceModel::Column(column)));
        action->setCheckable(true);
        action->setChecked(m_columns->isShown(column));
        setUsable(
            *action, column == DeviceModel::Name ? tr("The name stays: it is what tells devices apart.") : QString());
        connect(action, &QAction::toggled, this, [this, column](bool shown) { m_columns->setShown(column, shown); });
    }
}

void DeviceTable::keyPressEvent(QKeyEvent *event)
{
    if (isTyping(*event))
        return event->ignore(); // for the filter, not for a search in this table
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentDevice().isValid()) {
        Q_EMIT activatedDevice(currentDevice());
        return;
    }
    if (event->key() == Qt::Key_Up && currentIndex().row() <= 0) {
        Q_EMIT leftUpwards();
        return;
    }
    QTableView::keyPressEvent(event);
}

void DeviceTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

void DeviceTable::openHeaderMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnsMenu(*menu);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

// A filter resets the model: what was current stays so while it is shown, and is forgotten only for another.
void DeviceTable::noteCurrent()
{
    const DeviceId shown = currentDevice();
    if (!shown.isValid() && m_current.isValid()) {
        if (const int row = m_devices.rowOf(m_current); row >= 0)
            selectRow(row);
        return;
    }
    if (shown == m_current)
        return;
    m_current = shown;
    Q_EMIT currentDeviceChanged(shown);
}

} // namespace Sonde::Client

#include "moc_devicetable.cpp"
