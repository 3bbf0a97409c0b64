// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/base/listsection.h"

#include "models/text/visibletext.h"
#include "ui/keys/areas.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/filterrow.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/languagechange.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int PaneWidth = 400;
constexpr int LeastPane = 240;
constexpr int NarrowSection = 720; ///< pixels: the pane goes below the list
constexpr int ButtonsInLine = 2;

} // namespace

ListSection::ListSection(const Parts &parts, Theme &theme, Settings &settings, QWidget *parent)
    : Section(parent)
    , m_parts(parts)
    , m_list(parts.list)
    , m_text(parts.text)
    , m_theme(theme)
    , m_settings(settings)
{
    m_lists << &m_list;
    arrange();
}

void ListSection::build(std::vector<ColumnFit::Column> columns)
{
    setUpTable(std::move(columns));
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_text.setFilterText(text);
        followList();
    });
    connect(m_empty, &EmptyState::actionChosen, this, [this] {
        m_filter->clear();
        m_list.refresh();
    });
    connect(&m_list, &AdministeredList::changed, this, &ListSection::followList);
    connect(&m_list, &AdministeredList::changed, this, &Section::accessChanged);
    connect(&m_theme, &Theme::changed, this, &ListSection::refresh);
    onLanguageChange(this, &ListSection::translate);
    translate();
    orderTabs();
}

/// The buttons of the pane stand below its parts, and by the key Tab they come after them; they were made before. Who types a value into
/// what they take for its field would press one.
void ListSection::orderTabs()
{
    QWidget *last = nullptr;
    for (const QWidget *part : std::as_const(m_paneParts)) {
        for (QWidget *stop : part->findChildren<QWidget *>()) {
            if ((stop->focusPolicy() & Qt::TabFocus) && !stop->focusProxy() && stop->window() == window())
                last = stop;
        }
    }
    for (QWidget *button : std::as_const(m_paneButtons)) {
        if (last)
            setTabOrder(last, button);
        last = button;
    }
}

void ListSection::saveLayout()
{
    m_settings.set(m_parts.header, m_columns->state());
}

void ListSection::arrange()
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    m_splitter = new QSplitter(this);
    whole->addWidget(m_splitter);
    auto *list = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_filter = new QLineEdit;
    m_filter->setClearButtonEnabled(true);
    m_count = new PlainLabel;
    setTone(m_count, Tone::Dim);
    m_row = new FilterRow(*m_filter, *m_count);
    column->addWidget(m_row);
    m_stack = new QStackedWidget(list);
    m_table = new QTableView;
    m_empty = new EmptyState(m_theme);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    m_splitter->addWidget(makePane());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({1000, PaneWidth});
    setFocusProxy(m_filter);
    m_lastOfList = m_filter;
    makeArea(*list);
    makeArea(*m_pane);
}

QWidget *ListSection::makePane()
{
    m_pane = new QScrollArea;
    m_pane->setWidgetResizable(true);
    m_pane->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pane->setMinimumWidth(LeastPane);
    m_pane->hide();
    auto *content = new QWidget(m_pane);
    setGround(content, Ground::Surface);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(6);
    m_name = new ElidedLabel(content);
    setTone(m_name, Tone::Title);
    m_description = new PlainLabel(content);
    m_description->setWordWrap(true);
    setTone(m_description, Tone::Dim);
    m_facts = new QFormLayout;
    m_facts->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setHorizontalSpacing(18);
    m_facts->setVerticalSpacing(5);
    m_more = new QVBoxLayout;
    m_more->setSpacing(12);
    m_buttons = new QGridLayout;
    m_buttons->setSpacing(8);
    for (int place = 0; place < ButtonsInLine; ++place)
        m_buttons->setColumnStretch(place, 1);
    column->addWidget(m_name);
    column->addWidget(m_description);
    column->addSpacing(6);
    column->addLayout(m_facts);
    column->addSpacing(8);
    column->addLayout(m_more);
    column->addSpacing(8);
    column->addLayout(m_buttons);
    column->addStretch();
    m_pane->setWidget(content);
    return m_pane;
}

void ListSection::setUpTable(std::vector<ColumnFit::Column> columns)
{
    m_table->setModel(&m_text);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    auto *cells = new CellDelegate(m_theme, m_table);
    auto *looks = new LookDelegate(m_theme, m_table);
    for (int of = 0; of < m_text.columnCount(); ++of)
        m_table->setItemDelegateForColumn(of, m_text.hasLook(of) ? static_cast<QAbstractItemDelegate *>(looks) : cells);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    m_columns = new ColumnFit(*m_table, std::move(columns));
    if (!m_ranked)
        header->setSortIndicator(0, Qt::AscendingOrder);
    m_columns->restore(m_settings.get(m_parts.header));
    if (m_ranked)
        header->setSectionsClickable(false);
    else
        m_table->setSortingEnabled(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ListSection::showMenu);
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this] { openCurrent(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { followList(); });
    connect(&m_text, &QAbstractItemModel::dataChanged, this, [this] { followList(); });
}

void ListSection::setRanked()
{
    m_ranked = true;
}

QAction *ListSection::addDeed(Place place, const QKeySequence &key, ButtonRole role, std::function<void()> run)
{
    auto *deed = new QAction(this);
    deed->setShortcut(key);
    deed->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(deed, &QAction::triggered, this, std::move(run));
    addAction(deed);
    auto *button = new ActionButton;
    button->setAction(*deed);
    setRole(button, role);
    if (place == Place::List) {
        m_row->add(*button);
        setTabOrder(m_lastOfList, button); // it was made after the pane
        m_lastOfList = button;
        m_listDeeds << deed;
        return deed;
    }
    const int count = m_buttons->count();
    m_buttons->addWidget(button, count / ButtonsInLine, count % ButtonsInLine);
    m_paneButtons << button;
    m_paneDeeds << deed;
    return deed;
}

ListSection::Fact ListSection::addFact()
{
    const Fact fact{new PlainLabel(m_pane), new PlainLabel(m_pane)};
    setTone(fact.title, Tone::Dim);
    fact.title->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    fact.value->setWordWrap(true);
    fact.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->addRow(fact.title, fact.value);
    return fact;
}

void ListSection::setFact(const Fact &fact, const QString &value)
{
    const QString shown = value.isEmpty() ? u"—"_s : value;
    if (fact.value->text() != shown) // what is selected in it stays
        fact.value->setText(shown);
}

void ListSection::setHeading(const QString &name, const QString &description)
{
    m_name->setText(name);
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
}

void ListSection::addToPane(QWidget &part)
{
    m_more->addWidget(&part);
    m_paneParts << &part;
}

// ---- what is shown

/// Of what others change one hears only by asking, so the list is asked for as long as it is looked at.
void ListSection::showEvent(QShowEvent *event)
{
    Section::showEvent(event);
    setFollowed(true);
    followList();
}

void ListSection::hideEvent(QHideEvent *event)
{
    Section::hideEvent(event);
    setFollowed(false);
}

/// A window that is minimized is hidden more than once.
void ListSection::setFollowed(bool followed)
{
    if (std::exchange(m_followed, followed) == followed)
        return;
    for (AdministeredList *list : std::as_const(m_lists))
        followed ? list->follow() : list->unfollow();
}

QModelIndex ListSection::current() const
{
    return m_table->currentIndex();
}

void ListSection::choose(const QModelIndex &index)
{
    if (index.isValid())
        m_table->setCurrentIndex(index);
}

ChangeAnswer ListSection::told()
{
    return [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    };
}

void ListSection::followList()
{
    const bool isSeen = !whyNotSeen();
    const int total = m_text.sourceModel()->rowCount();
    const int shown = isSeen ? m_text.rowCount() : 0;
    const Texts words = texts(shown, total);
    for (QAction *deed : std::as_const(m_listDeeds))
        setUsable(*deed, refusalText(m_list.whyNotChanged()));
    m_row->setVisible(isSeen);
    m_count->setVisible(total > 0);
    m_count->setText(words.count);
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    if (shown == 0)
        showEmpty(words, total);
    if (shown > 0 && !current().isValid())
        choose(m_text.index(0, m_table->horizontalHeader()->logicalIndex(0)));
    m_pane->setVisible(shown > 0 && current().isValid());
    if (shown > 0 && current().isValid())
        showCurrent();
}

void ListSection::showEmpty(const Texts &texts, int total)
{
    const auto locked = whyNotSeen();
    if (locked)
        m_empty->setContent(u"lock"_s, tr("This is not yours to see"), refusalText(locked));
    else if (total > 0)
        m_empty->setContent(
            u"search"_s, tr("Nothing matches the filter"), visible(m_filter->text()), tr("Clear filter"));
    else if (m_list.failure() && !m_list.isListed())
        m_empty->setContent(
            u"warning"_s, tr("The list cannot be shown"), refusalText(m_list.failure()), tr("Try again"));
    else if (!m_list.isListed())
        m_empty->setContent(iconName(), tr("One moment"), tr("The list is being fetched."));
    else
        m_empty->setContent(iconName(), texts.nothing, texts.more);
}

void ListSection::refresh()
{
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    m_text.refresh();
    followList();
}

void ListSection::translate()
{
    setAccessibleName(title());
    m_table->setAccessibleName(title());
    m_filter->setPlaceholderText(texts(0, 0).filter);
    m_filter->setAccessibleName(texts(0, 0).filter);
    m_pane->setAccessibleName(tr("About what is selected"));
    m_splitter->handle(1)->setAccessibleName(tr("Width of the details"));
    retranslate();
    refresh();
}

// ---- what is done

/// What the buttons of the pane do, for the row under the mouse.
void ListSection::showMenu(const QPoint &place)
{
    if (!m_table->indexAt(place).isValid() || m_paneDeeds.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_paneDeeds);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void ListSection::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_filter->hasFocus())
        m_filter->clear();
    else if (event->key() == Qt::Key_Down && m_filter->hasFocus())
        m_table->setFocus(Qt::ShortcutFocusReason);
    else if (enter && m_table->hasFocus() && current().isValid())
        openCurrent();
    else
        Section::keyPressEvent(event);
}

void ListSection::resizeEvent(QResizeEvent *event)
{
    Section::resizeEvent(event);
    const auto wanted = width() < NarrowSection ? Qt::Vertical : Qt::Horizontal;
    if (wanted == m_splitter->orientation())
        return;
    m_splitter->setOrientation(wanted);
    m_splitter->setSizes(wanted == Qt::Vertical ? QList{1000, 1000} : QList{width() - PaneWidth, PaneWidth});
    // What the pane is about stays in view beside it, once the table has its height.
    QMetaObject::invokeMethod(m_table, [this] { m_table->scrollTo(current()); }, Qt::QueuedConnection);
}

} // namespace Sonde::Client

#include "moc_listsection.cpp"
