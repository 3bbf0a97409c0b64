// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicespage.h"

#include "models/text/visibletext.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicetable.h"
#include "ui/keys/areas.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/typing.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

constexpr int NarrowWidth = 860;
constexpr int DevicePageWidth = 380;

} // namespace

DevicesPage::DevicesPage(DeviceModel &devices, Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_devices(devices)
    , m_theme(theme)
    , m_settings(settings)
{
    build(theme);
    connectParts();
    onLanguageChange(this, &DevicesPage::retranslate);
    retranslate();
}

void DevicesPage::saveLayout()
{
    m_table->saveLayout();
    m_settings.set(Settled::DevicesSplitter, m_splitter->saveState());
}

void DevicesPage::build(Theme &theme)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    m_splitter = new QSplitter(this);
    whole->addWidget(m_splitter);
    auto *inventory = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(inventory);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeFilterLine(theme));
    m_stack = new QStackedWidget(inventory);
    column->addWidget(m_stack, 1);
    m_table = new DeviceTable(m_devices, theme, m_settings);
    m_empty = new EmptyState(theme);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    m_device = new DevicePage(theme, m_splitter);
    m_device->setMinimumWidth(220);
    m_device->hide();
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    if (!m_splitter->restoreState(m_settings.get(Settled::DevicesSplitter)))
        m_splitter->setSizes({1000, DevicePageWidth});
    setFocusProxy(m_filter);
    makeArea(*m_splitter->widget(0));
    makeArea(*m_device);
}

QWidget *DevicesPage::makeFilterLine(Theme &theme)
{
    m_filter = new QLineEdit;
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_filterError = new PlainLabel;
    m_filterError->setWordWrap(true);
    m_filterError->hide();
    setTone(m_filterError, Tone::Bad);
    m_count = new PlainLabel;
    setTone(m_count, Tone::Dim);
    m_columns = new QToolButton;
    m_columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto drawIcon = [this, &theme] { m_columns->setIcon(theme.icon(u"columns"_s)); };
    connect(&theme, &Theme::changed, this, drawIcon);
    drawIcon();

    auto *line = new QWidget;
    auto *rows = new QVBoxLayout(line);
    rows->setContentsMargins(14, 10, 14, 8);
    rows->setSpacing(4);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(10);
    parts->addWidget(m_filter, 1);
    parts->addWidget(m_count);
    parts->addWidget(m_columns);
    rows->addLayout(parts);
    rows->addWidget(m_filterError);
    return line;
}

void DevicesPage::connectParts()
{
    connect(m_filter, &QLineEdit::textChanged, this, &DevicesPage::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, &DevicesPage::enterFromFilter);
    connect(m_columns, &QToolButton::clicked, this, &DevicesPage::openColumnsMenu);
    connect(m_table, &DeviceTable::currentDeviceChanged, this, &DevicesPage::showDevice);
    connect(m_table, &DeviceTable::activatedDevice, this, &DevicesPage::activate);
    connect(m_table, &DeviceTable::selectedOthers, this, &DevicesPage::selectionChanged);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &DevicesPage::openDeviceMenu);
    connect(m_table, &DeviceTable::leftUpwards, this, &DevicesPage::focusFilter);
    connect(m_empty, &EmptyState::actionChosen, this, &DevicesPage::chooseEmptyAction);
    connect(m_device, &DevicePage::startRequested, this, &DevicesPage::startRequested);
    connect(m_device, &DevicePage::startChanged, this, &DevicesPage::startChanged);
    connect(m_device, &DevicePage::sessionRequested, this, &DevicesPage::sessionRequested);
    connect(m_device, &DevicePage::readRequested, this, &DevicesPage::readRequested);
    connect(m_device, &DevicePage::actRequested, this, &DevicesPage::actRequested);
    connect(m_device, &DevicePage::remediationsRequested, this, &DevicesPage::remediationsRequested);
    connect(&m_devices, &DeviceModel::countChanged, this, &DevicesPage::followModel);
    connect(&m_devices, &QAbstractItemModel::dataChanged, this, &DevicesPage::followModel);
    connect(&m_devices, &QAbstractItemModel::modelReset, this, &DevicesPage::followModel);
}

void DevicesPage::setReader(const SessionReader &reader)
{
    m_user = reader.user;
    m_device->setReader(reader);
}

void DevicesPage::setSessions(const SessionListModel &sessions)
{
    m_device->setSessions(sessions);
}

void DevicesPage::setAsOf(const std::optional<QDateTime> &lost)
{
    m_table->setAsOf(lost);
    m_device->setAsOf(lost);
}

void DevicesPage::showStarting(const QString &step)
{
    m_phase = Phase::Starting;
    m_step = step;
    updateStack();
}

void DevicesPage::showFailure(const Error &error)
{
    m_phase = Phase::Failed;
    m_failure = error;
    updateStack();
}

void DevicesPage::showInventory()
{
    m_phase = Phase::Listing;
    followModel();
    refreshDevice();
}

void DevicesPage::setEligibility(const DeviceId &device, const Result<Message::Eligibility> &answer)
{
    if (device == m_shown.id)
        m_device->setEligibility(answer);
}

void DevicesPage::setStarting(const DeviceId &device, bool starting)
{
    if (device == m_shown.id)
        m_device->setStarting(starting);
}

void DevicesPage::refreshDevice()
{
    if (m_shown.id.isValid())
        Q_EMIT eligibilityRequested(m_shown.id);
}

void DevicesPage::selectDevice(const DeviceId &device)
{
    if (const int row = m_devices.rowOf(device); row >= 0)
        m_table->selectRow(row);
}

void DevicesPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool DevicesPage::isShownListed() const
{
    return m_shown.id.isValid() && m_devices.rowOf(m_shown.id) >= 0;
}

bool DevicesPage::canStart() const
{
    return m_shown.id.isValid() && m_device->startButton()->isEnabled();
}

QString DevicesPage::whyNotStart() const
{
    switch (m_phase) {
    case Phase::Starting: return m_step;
    case Phase::Failed: return visible(Words::errorText(m_failure));
    case Phase::Listing: break;
    }
    return m_device->whyNotStart();
}

void DevicesPage::startCurrent()
{
    if (isShownListed())
        activate(m_shown.id);
}

QList<ShortcutLine> DevicesPage::keys()
{
    const QString group = tr("Devices");
    return {
        {group, tr("From the filter into the table"), tr("Down")},
        {group, tr("Edit the tags of the selected devices"),
            QKeySequence(Qt::CTRL | Qt::Key_T).toString(QKeySequence::NativeText)},
        {group, tr("Clear the filter"), tr("Esc")},
        {group, tr("Start a session on the selected device, or go to it"), tr("Enter")},
    };
}

void DevicesPage::applyFilter(const QString &text)
{
    m_devices.setFilter(text);
    const auto &error = m_devices.filterError();
    if (error)
        m_filterError->setText(tr("“%1” does not narrow the list. Use one of: %2")
                .arg(visible(error->subject), visible(error->facts.text(Fact::Accepted))));
    if (m_filter->property("invalid").toBool() != error.has_value()) {
        m_filter->setProperty("invalid", error.has_value());
        m_filter->style()->unpolish(m_filter);
        m_filter->style()->polish(m_filter);
    }
    followModel();
}

void DevicesPage::updateCount()
{
    const int shown = m_devices.rowCount();
    const int total = m_devices.totalCount();
    m_count->setVisible(m_phase == Phase::Listing && total > 0);
    m_filterError->setVisible(m_phase == Phase::Listing && m_devices.filterError());
    if (m_devices.filterText().trimmed().isEmpty())
        m_count->setText(tr("%Ln device(s)", nullptr, total));
    else
        m_count->setText(tr("%1 of %Ln device(s)", "devices shown of all", total).arg(QLocale().toString(shown)));
}

void DevicesPage::updateStack()
{
    const bool listing = m_phase == Phase::Listing;
    updateCount();
    const QString notYet = listing ? QString() : whyNotStart();
    const bool couldBeTyped = m_filter->isEnabled();
    setUsable(*m_filter, notYet);
    setUsable(*m_columns, notYet);
    m_stack->setCurrentWidget(listing && m_devices.rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    m_device->setVisible(listing && m_shown.id.isValid());
    if (m_phase == Phase::Starting)
        m_empty->setContent(u"devices"_s, tr("One moment"), m_step);
    else if (m_phase == Phase::Failed)
        m_empty->setContent(
            u"warning"_s, tr("The tenant cannot be reached"), visible(Words::errorText(m_failure)), tr("Retry"));
    else if (m_devices.totalCount() == 0)
        m_empty->setContent(u"devices"_s, tr("No device is enrolled yet"),
            tr("Install sonde-agent on a device and enrol it with a token that an administrator makes. It appears here "
               "within a second."));
    else if (m_devices.rowCount() == 0)
        m_empty->setContent(
            u"search"_s, tr("No device matches the filter"), visible(m_devices.filterText()), tr("Clear filter"));
    if (!couldBeTyped && m_filter->isEnabled() && isVisible())
        m_filter->setFocus(Qt::TabFocusReason); // which it could not have while there was no list
    Q_EMIT startChanged();
}

void DevicesPage::chooseEmptyAction()
{
    if (m_phase == Phase::Failed) {
        Q_EMIT retryRequested();
        return;
    }
    m_filter->clear();
    m_filter->setFocus();
}

void DevicesPage::openColumnsMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_table->fillColumnsMenu(*menu);
    menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height() + 2)));
}

void DevicesPage::setDeviceActions(const QList<QAction *> &actions, QAction &tags)
{
    m_deviceActions = actions;
    addActions(actions);
    m_device->setTagsAction(tags);
}

std::vector<DeviceId> DevicesPage::selectedDevices() const
{
    return m_table->selectedDevices();
}

void DevicesPage::openDeviceMenu(const QPoint &place)
{
    if (m_deviceActions.isEmpty() || !m_table->indexAt(place).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_deviceActions);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void DevicesPage::showDevice(const DeviceId &device)
{
    const DeviceRecord *record = m_devices.device(device);
    if (!record)
        return;
    m_shown = *record;
    m_device->setListed(isShownListed());
    m_device->setDevice(m_shown);
    updateStack();
    refreshDevice();
}

// Only what makes a difference to the shown device asks the service again: an inventory of many changes all the time.
void DevicesPage::followModel()
{
    updateStack();
    m_device->setListed(isShownListed());
    if (m_phase == Phase::Listing && !m_shown.id.isValid() && m_devices.rowCount() > 0)
        m_table->selectRow(0);
    const DeviceRecord *record = m_shown.id.isValid() ? m_devices.device(m_shown.id) : nullptr;
    if (!record || *record == m_shown)
        return;
    const bool asks = record->online != m_shown.online || record->session != m_shown.session
        || record->group != m_shown.group || record->automationLevel != m_shown.automationLevel;
    m_shown = *record;
    m_device->setDevice(m_shown);
    if (asks)
        refreshDevice();
}

void DevicesPage::activate(const DeviceId &device)
{
    const DeviceRecord *record = m_devices.device(device);
    if (record && record->session.isValid() && record->holder == m_user)
        Q_EMIT sessionRequested(record->session);
    else if (record)
        Q_EMIT startRequested(device);
}

void DevicesPage::enterTable()
{
    if (m_devices.rowCount() == 0)
        return;
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
    m_table->setFocus(Qt::ShortcutFocusReason);
}

/// Where one device is meant, by being the only one or, without a filter, by being shown beside the list, Enter is for it.
void DevicesPage::enterFromFilter()
{
    if (m_devices.rowCount() == 1)
        m_table->selectRow(0);
    const DeviceId device = m_table->currentDevice();
    if (device.isValid() && (m_devices.rowCount() == 1 || m_filter->text().trimmed().isEmpty()))
        activate(device);
    else
        enterTable();
}

void DevicesPage::keyPressEvent(QKeyEvent *event)
{
    if (!isTyping(*event) || !m_filter->isEnabled() || m_filter->hasFocus())
        return QWidget::keyPressEvent(event);
    m_filter->setFocus(Qt::ShortcutFocusReason);
    QApplication::sendEvent(m_filter, event);
}

void DevicesPage::retranslate()
{
    setAccessibleName(tr("Devices"));
    m_filter->setPlaceholderText(tr("Filter devices — try os:linux group:servers online:yes"));
    m_filter->setAccessibleName(tr("Filter devices"));
    m_columns->setText(tr("Columns"));
    m_columns->setAccessibleName(tr("Columns"));
    m_splitter->handle(1)->setAccessibleName(tr("Width of the device page"));
    applyFilter(m_filter->text());
}

// In a narrow window the device's page goes below the list.
void DevicesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto wanted = width() < NarrowWidth ? Qt::Vertical : Qt::Horizontal;
    if (wanted == m_splitter->orientation())
        return;
    m_splitter->setOrientation(wanted);
    m_splitter->setSizes(
        wanted == Qt::Vertical ? QList{1000, 1000} : QList{width() - DevicePageWidth, DevicePageWidth});
    // The device that the page is about stays in view, once the table has its height.
    QMetaObject::invokeMethod(m_table, [this] { m_table->scrollTo(m_table->currentIndex()); }, Qt::QueuedConnection);
}

bool DevicesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_PageDown) {
            enterTable();
            return true;
        }
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Sonde::Client

#include "moc_devicespage.cpp"
