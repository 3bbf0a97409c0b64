// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitypage.h"

#include "models/activity/activityquery.h"
#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/keys/areas.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

/// Whoever types faster is not asked for in between.
constexpr auto TypingPause = 200ms;

} // namespace

ActivityPage::ActivityPage(
    ActivityController &activity, const DeviceModel &devices, Theme &theme, Settings &settings, QWidget *parent)
    : Page(parent)
    , m_activity(activity)
    , m_devices(devices)
    , m_theme(theme)
    , m_settings(settings)
    , m_text(activity.model(), devices, theme)
{
    build();
    setUpTable();
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ActivityPage::search);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_empty, &EmptyState::actionChosen, m_filter, &QLineEdit::clear);
    connect(m_show, &QAbstractButton::clicked, this, &ActivityPage::goToCommand);
    connect(m_export, &QAbstractButton::clicked, this, &ActivityPage::askWhereToExport);
    connect(&activity, &ActivityController::changed, this, &ActivityPage::followModel);
    connect(&devices, &DeviceModel::countChanged, this, &ActivityPage::refresh);
    connect(&theme, &Theme::changed, this, &ActivityPage::refresh);
    onLanguageChange(this, &ActivityPage::retranslate);
    retranslate();
}

void ActivityPage::saveLayout()
{
    m_settings.set(Settled::ActivityHeader, m_columns->state());
}

void ActivityPage::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void ActivityPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeFilterLine());
    m_table = new QTableView;
    m_empty = new EmptyState(m_theme);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_filter);
    makeArea(*this);
}

QWidget *ActivityPage::makeFilterLine()
{
    m_filter = new QLineEdit;
    m_filter->setClearButtonEnabled(true);
    m_count = new PlainLabel;
    setTone(m_count, Tone::Dim);
    m_show = new QPushButton;
    m_export = new QPushButton;
    auto *line = new QWidget;
    auto *parts = new QHBoxLayout(line);
    parts->setContentsMargins(14, 10, 14, 8);
    parts->setSpacing(10);
    parts->addWidget(m_filter, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_count, m_show, m_export})
        parts->addWidget(part);
    return line;
}

void ActivityPage::setUpTable()
{
    using Is = ActivityModel::Column;
    m_table->setModel(&m_text);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    auto *cells = new CellDelegate(m_theme, m_table);
    for (int column = 0; column < ActivityModel::ColumnCount; ++column) {
        if (column != Is::Outcome)
            m_table->setItemDelegateForColumn(column, cells);
    }
    m_table->setItemDelegateForColumn(Is::Outcome, new LookDelegate(m_theme, m_table)); // that has a sign
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_columns = new ColumnFit(*m_table,
        {{Is::What, 40, 16, true}, ColumnFit::whole(Is::When, 20), {Is::Outcome, 16, 10}, {Is::By, 14, 6},
            {Is::Device, 16, 8}, {Is::Found, 40, 12}});
    m_columns->restore(m_settings.get(Settled::ActivityHeader));
    connect(m_table, &QAbstractItemView::doubleClicked, this, &ActivityPage::goToCommand);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ActivityPage::showCurrent);
}

// ---- what is shown

/// What happened meanwhile is there whenever somebody looks.
void ActivityPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    search();
}

void ActivityPage::search()
{
    if (!isVisible())
        return;
    const ActivityQuery query = ActivityQuery::parse(
        m_filter->text(), [this](const QString &name) { return deviceNamed(name); }, TimeText().zone());
    m_unclear = query.unclear;
    if (m_unclear.isEmpty())
        m_activity.search(query.filter);
    else
        followModel();
}

DeviceId ActivityPage::deviceNamed(const QString &name) const
{
    for (int row = 0; row < m_devices.rowCount(); ++row) {
        const DeviceRecord *device = m_devices.device(row);
        if (device->id.value() == name || device->facts.name.compare(name, Qt::CaseInsensitive) == 0)
            return device->id;
    }
    return {};
}

QString ActivityPage::nameOf(const DeviceId &device) const
{
    const DeviceRecord *known = m_devices.device(device);
    return known ? known->facts.name : device.value();
}

const ActivityRecord *ActivityPage::current() const
{
    return m_text.record(m_table->currentIndex());
}

QString ActivityPage::countText() const
{
    const int shown = m_text.rowCount();
    const bool isAll = !m_activity.model().canFetchMore({});
    const QString lines = isAll ? tr("%Ln line(s)", nullptr, shown)
                                //: there are more than are here yet
                                : tr("the latest %Ln line(s)", nullptr, shown);
    QStringList parts{lines, missingText()};
    if (m_activity.failure())
        parts += tr("the rest could not be fetched");
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// Empty when the service has looked at everything.
QString ActivityPage::missingText() const
{
    const int missing = int(std::min<quint64>(m_activity.missing(), std::numeric_limits<int>::max()));
    //: entries of the journal that the service is still preparing for the search
    return missing == 0 ? QString() : tr("%Ln latest entry(s) not searched yet", nullptr, missing);
}

void ActivityPage::followModel()
{
    const bool isTable = m_text.rowCount() > 0 && m_unclear.isEmpty();
    m_count->setVisible(isTable);
    m_count->setText(countText());
    m_count->setToolTip(
        m_activity.failure() ? plainToolTip(visible(Words::errorText(*m_activity.failure()))) : QString());
    m_columns->setShown(ActivityModel::Found, !m_activity.filter().what.isEmpty());
    m_stack->setCurrentWidget(isTable ? static_cast<QWidget *>(m_table) : m_empty);
    if (!isTable)
        showEmpty();
    else if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_text.index(0, ActivityModel::What));
    showCurrent();
}

/// Each part with what it could be.
QString ActivityPage::unclearText() const
{
    QStringList lines;
    for (const QString &part : m_unclear) {
        const QString shown = visible(part);
        const QString key = part.section(u':', 0, 0).toLower();
        if (key == "outcome"_L1)
            //: %1 what was typed, %2 a list
            lines += tr("“%1”: an outcome is one of %2.").arg(shown, ActivityQuery::outcomes().join(u", "_s));
        else if (key == "from"_L1 || key == "until"_L1)
            //: %1 what was typed, %2 and %3 examples
            lines += tr("“%1”: a time is a day or a moment, as %2 or %3.")
                         .arg(shown, u"2026-11-26"_s, u"2026-11-26T17:00"_s);
        else if (key == "device"_L1)
            //: %1 what was typed
            lines += tr("“%1”: there is no device of this name.").arg(shown);
        else
            lines += shown;
    }
    return lines.join(u'\n');
}

void ActivityPage::showEmpty()
{
    if (!m_unclear.isEmpty())
        return m_empty->setContent(u"search"_s, tr("This is not clear"), unclearText(), tr("Clear the search"));
    if (m_activity.failure())
        return m_empty->setContent(
            u"warning"_s, tr("The list cannot be shown"), visible(Words::errorText(*m_activity.failure())));
    if (m_activity.isBusy())
        return m_empty->setContent(u"log"_s, tr("One moment"), tr("The list is being fetched."));
    if (!m_filter->text().isEmpty()) {
        const QStringList said{visible(m_filter->text()), missingText()};
        return m_empty->setContent(
            u"search"_s, tr("Nothing was found"), said.join(u'\n').trimmed(), tr("Clear the search"));
    }
    m_empty->setContent(u"log"_s, tr("Nothing was done yet"),
        tr("What anybody does in this tenant is listed here: sessions, commands, files, settings, sign-ins."));
}

void ActivityPage::showCurrent()
{
    const bool isTable = m_stack->currentWidget() == m_table;
    const ActivityRecord *record = isTable ? current() : nullptr;
    m_show->setVisible(record);
    m_export->setVisible(isTable);
    if (record)
        setUsable(*m_show, record->session.isValid() ? QString() : tr("This was done in no session."));
}

void ActivityPage::refresh()
{
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    m_text.refresh();
    followModel();
}

// ---- what is done

void ActivityPage::goToCommand()
{
    if (const ActivityRecord *record = current(); record && record->session.isValid())
        Q_EMIT commandRequested(record->session, record->device, record->command);
}

void ActivityPage::askWhereToExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the activity"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks by itself before it overwrites
    dialog->setDirectory(m_settings.downloadFolder());
    dialog->setNameFilters({tr("CSV (*.csv)"), tr("Events of OCSF, as JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"activity.csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog,
        [dialog](const QString &filter) { dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1)); });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
        m_saver = std::make_unique<ActivitySaver>(m_activity.client(), m_activity.filter());
        connect(m_saver.get(), &ActivitySaver::finished, this,
            [this, path](const Result<qint64> &written) { tell(path, written); });
        m_saver->start(
            path, isJson ? ActivityFormat::Ocsf : ActivityFormat::Csv,
            [this](const DeviceId &device) { return nameOf(device); }, m_activity.client().welcome().tenant);
    });
    dialog->open();
}

void ActivityPage::tell(const QString &path, const Result<qint64> &written)
{
    m_saver.release()->deleteLater(); // it is speaking
    auto *box = new QMessageBox(written ? QMessageBox::Information : QMessageBox::Warning,
        written ? tr("Exported") : tr("Not done"),
        written
            //: %1 a file
            ? tr("%Ln line(s) were written to “%1”.", nullptr, int(*written))
                  .arg(visible(QDir::toNativeSeparators(path)))
            : visible(Words::errorText(written.error())),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    showPlain(*box);
    box->addButton(tr("Close"), QMessageBox::AcceptRole)->setAccessibleName(tr("Close"));
    box->open();
}

void ActivityPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_filter->hasFocus())
        m_filter->clear();
    else if (event->key() == Qt::Key_Down && m_filter->hasFocus())
        m_table->setFocus(Qt::ShortcutFocusReason);
    else if (event->key() == Qt::Key_F5 || (enter && m_filter->hasFocus()))
        search();
    else if (enter && m_table->hasFocus())
        goToCommand();
    else
        QWidget::keyPressEvent(event);
}

void ActivityPage::retranslate()
{
    setAccessibleName(tr("Activity"));
    //: %1: examples, which are the same in every language
    m_filter->setPlaceholderText(tr("Search what was typed and printed, or limit it: %1")
            .arg(u"user:ada device:desk-1 outcome:failed from:2026-11-26"_s));
    m_filter->setAccessibleName(tr("Search the activity"));
    m_table->setAccessibleName(tr("Activity"));
    //: button: goes to the command of a session
    m_show->setText(tr("Show in its session"));
    m_show->setAccessibleName(m_show->text());
    //: button: asks for a file
    m_export->setText(tr("Export…"));
    m_export->setAccessibleName(tr("Export the activity"));
    refresh();
}

} // namespace Sonde::Client

#include "moc_activitypage.cpp"
