// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remediations/remediationspage.h"

#include "models/session/sessionlistmodel.h"
#include "models/text/visibletext.h"
#include "ui/acts/actpane.h"
#include "ui/keys/areas.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/filterrow.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto LongestWait = 24h; ///< of a timer, which counts milliseconds in an int

} // namespace

RemediationsPage::RemediationsPage(
    ActListController &acts, const DeviceModel &devices, Theme &theme, Settings &settings, QWidget *parent)
    : Page(parent)
    , m_acts(acts)
    , m_devices(devices)
    , m_theme(theme)
    , m_settings(settings)
    , m_text(acts.acts(), devices, theme)
{
    build();
    setUpTable();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_text.setFilterText(text);
        followModel();
    });
    connect(m_empty, &EmptyState::actionChosen, m_filter, &QLineEdit::clear);
    connect(m_undo, &QAbstractButton::clicked, this, &RemediationsPage::undoCurrent);
    connect(m_show, &QAbstractButton::clicked, this, &RemediationsPage::goToCommand);
    connect(&acts, &ActListController::changed, this, &RemediationsPage::followModel);
    connect(&acts.acts(), &QAbstractItemModel::dataChanged, this, &RemediationsPage::showCurrent);
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &RemediationsPage::refresh);
    connect(&devices, &DeviceModel::countChanged, this, &RemediationsPage::refresh);
    connect(&theme, &Theme::changed, this, &RemediationsPage::refresh);
    onLanguageChange(this, &RemediationsPage::retranslate);
    retranslate();
}

void RemediationsPage::saveLayout()
{
    m_settings.set(Settled::RemediationsHeader, m_columns->state());
}

void RemediationsPage::setSessions(const SessionListModel &sessions)
{
    m_sessions = &sessions;
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&sessions, signal, this, &RemediationsPage::showCurrent);
    connect(&sessions, &QAbstractItemModel::modelReset, this, &RemediationsPage::showCurrent);
    showCurrent();
}

void RemediationsPage::setReader(const SessionReader &reader)
{
    if (std::exchange(m_reader, reader) != reader)
        showCurrent();
}

void RemediationsPage::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void RemediationsPage::build()
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

QWidget *RemediationsPage::makeFilterLine()
{
    m_filter = new QLineEdit;
    m_filter->setClearButtonEnabled(true);
    m_count = new PlainLabel;
    setTone(m_count, Tone::Dim);
    m_show = new QPushButton;
    m_undo = new QPushButton;
    auto *line = new FilterRow(*m_filter, *m_count);
    line->add(*m_show);
    line->add(*m_undo);
    return line;
}

void RemediationsPage::setUpTable()
{
    using Is = ActListModel::Column;
    m_table->setModel(&m_text);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    auto *cells = new CellDelegate(m_theme, m_table);
    for (int column = 0; column < ActListModel::ColumnCount; ++column) {
        if (column != Is::State)
            m_table->setItemDelegateForColumn(column, cells);
    }
    m_table->setItemDelegateForColumn(Is::State, new LookDelegate(m_theme, m_table)); // that has a sign
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSortIndicator(Is::When, Qt::DescendingOrder);
    m_columns = new ColumnFit(*m_table,
        {{Is::Thing, 30, 12, true}, {Is::State, 18, 10}, ColumnFit::whole(Is::When, 20), {Is::Device, 16, 8},
            {Is::What, 24, 10}, ColumnFit::whole(Is::Expires, 20), {Is::By, 12, 6}, {Is::Why, 18, 6},
            ColumnFit::whole(Is::Size, 7)});
    m_columns->restore(m_settings.get(Settled::RemediationsHeader));
    m_table->setSortingEnabled(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RemediationsPage::showMenu);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &RemediationsPage::goToCommand);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RemediationsPage::showCurrent);
}

// ---- what is shown

/// The list is fetched when somebody wants to see it.
void RemediationsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_acts.follow();
    followModel();
}

const ActSummary *RemediationsPage::current() const
{
    return m_text.act(m_table->currentIndex());
}

void RemediationsPage::followModel()
{
    const int total = m_acts.acts().rowCount();
    const int shown = m_text.rowCount();
    m_count->setVisible(total > 0);
    m_count->setText(shown == total ? tr("%Ln act(s)", nullptr, total)
                                    : tr("%1 of %Ln act(s)", "acts shown of all", total).arg(locale().toString(shown)));
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    if (shown == 0)
        showEmpty();
    if (shown > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_text.index(0, ActListModel::Thing));
    showCurrent();
    awaitExpiry();
}

/// What can be undone until now is shown as over without anybody's doing.
void RemediationsPage::awaitExpiry()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::optional<std::chrono::milliseconds> next;
    for (int row = 0; row < m_acts.acts().rowCount(); ++row) {
        const auto expires = m_acts.acts().act(row)->expires;
        if (expires && *expires > now)
            next = std::min(next.value_or(LongestWait), *expires - now + 1ms);
    }
    if (next)
        m_expiry.start(*next);
    else
        m_expiry.stop();
}

void RemediationsPage::showEmpty()
{
    if (m_acts.acts().rowCount() > 0)
        return m_empty->setContent(
            u"search"_s, tr("Nothing matches the filter"), visible(m_filter->text()), tr("Clear filter"));
    if (m_acts.failure() && !m_acts.isListed())
        return m_empty->setContent(
            u"warning"_s, tr("The list cannot be shown"), visible(Words::errorText(*m_acts.failure())));
    if (!m_acts.isListed())
        return m_empty->setContent(u"undo"_s, tr("One moment"), tr("The list is being fetched."));
    m_empty->setContent(u"undo"_s, tr("Nothing was remediated yet"),
        tr("What is remediated, undone, isolated and released in sessions is listed here, with who did it and why, and "
           "can be undone from here."));
}

void RemediationsPage::showCurrent()
{
    const ActSummary *act = current();
    m_show->setVisible(act);
    m_undo->setVisible(act);
    if (act)
        setUsable(*m_show, whyNotShown(*act));
    const bool undoable = act && canBeUndone(*act, QDateTime::currentDateTimeUtc());
    if (act)
        setUsable(*m_undo, undoable ? QString() : whyNotUndone(*act));
}

/// Whose a session was that is no longer among the latest, only the service knows.
QString RemediationsPage::whyNotShown(const ActSummary &act) const
{
    const SessionRecord *session = m_sessions ? m_sessions->session(act.session) : nullptr;
    const DeviceRecord *device = session ? m_devices.device(session->device) : nullptr;
    const auto refusal =
        session ? m_reader.refusal(session->id, session->createdBy, device ? device->group : QString()) : std::nullopt;
    return refusal ? visible(Words::errorText(*refusal)) : QString();
}

QString RemediationsPage::whyNotUndone(const ActSummary &act) const
{
    if (act.state == ActState::Undone && act.undoneBy)
        //: %1 the number of an act
        return tr("This was undone already, by act %1.").arg(*act.undoneBy);
    if (act.state == ActState::Undone)
        return tr("This was undone already.");
    if (act.expires && *act.expires <= QDateTime::currentDateTimeUtc())
        return tr("The time in which it could be undone is over.");
    return tr("There is nothing of it that could be undone.");
}

void RemediationsPage::refresh()
{
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    m_text.refresh();
    followModel();
}

// ---- what is done

void RemediationsPage::undoCurrent()
{
    const ActSummary *act = current();
    if (act && canBeUndone(*act, QDateTime::currentDateTimeUtc()))
        Q_EMIT undoRequested(act->device, undoLine(act->type, act->act));
}

void RemediationsPage::goToCommand()
{
    if (const ActSummary *act = current(); act && m_show->isEnabled())
        Q_EMIT commandRequested(act->session, act->device, act->command);
}

/// What the buttons do, for the row under the mouse.
void RemediationsPage::showMenu(const QPoint &place)
{
    if (!m_table->indexAt(place).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : {m_show, m_undo}) {
        QAction *action = menu->addAction(button->text());
        setUsable(*action, button->isEnabled() ? QString() : button->accessibleDescription());
        connect(action, &QAction::triggered, button, &QAbstractButton::click);
    }
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void RemediationsPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_filter->hasFocus())
        m_filter->clear();
    else if (event->key() == Qt::Key_Down && m_filter->hasFocus())
        m_table->setFocus(Qt::ShortcutFocusReason);
    else if (enter && m_table->hasFocus())
        goToCommand();
    else
        QWidget::keyPressEvent(event);
}

void RemediationsPage::retranslate()
{
    setAccessibleName(tr("Remediations"));
    m_filter->setPlaceholderText(tr("Filter by device, thing, person, reason, state"));
    m_filter->setAccessibleName(tr("Filter the remediations"));
    m_table->setAccessibleName(tr("Remediations"));
    //: button: goes to the command of a session that did it
    m_show->setText(tr("Show in its session"));
    m_show->setAccessibleName(m_show->text());
    //: button: asks first
    m_undo->setText(tr("Undo…"));
    m_undo->setAccessibleName(m_undo->text());
    refresh();
}

} // namespace Sonde::Client

#include "moc_remediationspage.cpp"
