// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoleview.h"

#include "ui/console/pinnedblocks.h"
#include "ui/evidence/commandlook.h"
#include "ui/result/outputbody.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int ButtonGap = 4; ///< over and under "New output"

} // namespace

ConsoleView::ConsoleView(const Theme &theme, const Syntax &syntax, SessionActions &actions, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_factory(theme, syntax, actions)
    , m_pins(new PinnedBlocks(theme, m_factory, this))
    , m_newOutput(new QPushButton(this))
    , m_blocks(m_factory, *m_pins, *viewport())
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(24);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // paintEvent() fills it
    setRole(m_newOutput, ButtonRole::Primary);
    m_newOutput->hide();
    connect(m_newOutput, &QPushButton::clicked, this, &ConsoleView::scrollToEnd);
    connect(&theme, &Theme::changed, this, [this] {
        m_newOutput->setIcon(m_theme.icon(u"down"_s, Color::AccentText));
        viewport()->update();
        m_pacer.request();
    });
    m_newOutput->setIcon(theme.icon(u"down"_s, Color::AccentText));
    connect(m_pins, &PinnedBlocks::heightChanged, this, &ConsoleView::placePins);
    connect(m_pins, &PinnedBlocks::pinnedChanged, this, &ConsoleView::markPinned);
    connect(&m_pacer, &LayoutPacer::due, this, &ConsoleView::layOut);
    followBlocks();
    onLanguageChange(this, &ConsoleView::retranslate);
    retranslate();
}

ConsoleView::~ConsoleView() = default;

// ---- following the model

void ConsoleView::setModel(ConsoleModel *model)
{
    m_model = model;
    m_blocks.setModel(*model);
    followModel(); // before the pins: when they go, the view is laid out with what there is
    m_pins->setModel(*model);
    delete std::exchange(m_search, new MatchSearch(*model, this));
    connect(m_search, &MatchSearch::newestFound, this,
        [this](int row) { findIn(row, m_search->text(), true, OutputPane::Start::Edge); });
    connect(m_search, &MatchSearch::progressed, this,
        [this] { Q_EMIT matchesCounted(m_search->count(), m_search->isRunning(), m_search->unread()); });
    connect(m_search, &MatchSearch::outputWanted, this, [this](CommandId command) { m_factory.fetchOutput(command); });
    reload();
}

void ConsoleView::followModel()
{
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { onRemoved(first, last); });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
            onChanged(first.row(), last.row(), roles == QList<int>{ConsoleModel::DeliveryRole});
        });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ConsoleView::reload);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &ConsoleView::reload);
}

void ConsoleView::followBlocks()
{
    connect(&m_blocks, &BlockStack::heightChanged, this, [this](int row) {
        if (m_blocks.hasPrinted(row) && shift() + m_blocks.bottom(row) > viewport()->height())
            announceNew(); // out of view
        m_pacer.request();
    });
    connect(&m_blocks, &BlockStack::foldChanged, this, [this](int row, const BlockFold &fold) {
        if (fold.expanded && !fold.collapsed)
            bringToTop(row);
        else
            m_pacer.request();
    });
    connect(&m_blocks, &BlockStack::pinRequested, this, &ConsoleView::setPinned);
}

void ConsoleView::reload()
{
    m_blocks.clear();
    m_following = true;
    if (m_model->rowCount() > 0)
        onInserted(0, m_model->rowCount() - 1);
    else
        m_pacer.request();
}

void ConsoleView::onInserted(int first, int last)
{
    m_blocks.insert(first, last);
    if (last == m_blocks.count() - 1)
        announceNew();
    m_pacer.request();
}

void ConsoleView::onRemoved(int first, int last)
{
    m_blocks.remove(first, last);
    m_pacer.request();
}

void ConsoleView::onChanged(int first, int last, bool onlyDelivery)
{
    for (int row = first; row <= last; ++row) {
        if (!onlyDelivery)
            m_blocks.fill(row);
        else if (BlockWidget *widget = blockAt(row))
            widget->setDelivery(*m_model->block(row));
    }
    if (!onlyDelivery) // which makes no block higher
        m_pacer.request();
}

void ConsoleView::followReader()
{
    m_blocks.forEachWidget([this](BlockWidget &, int row) { m_blocks.fill(row); });
    m_pins->refresh();
    m_pacer.request();
}

void ConsoleView::setHelpReader(const HelpReader &reader)
{
    m_factory.setHelpReader(reader);
    m_blocks.forEachWidget([&](BlockWidget &widget, int) { widget.setHelpReader(reader); });
}

// ---- places

/// Where on the viewport the top of all blocks is: they stand at its lower edge as long as there are few.
int ConsoleView::shift() const
{
    return std::max(0, viewport()->height() - m_blocks.height()) - verticalScrollBar()->value();
}

void ConsoleView::layOut()
{
    if (m_layingOut)
        return;
    m_layingOut = true;
    // What is at the upper edge stays there, however much what is above it turns out to need.
    QScrollBar &bar = *verticalScrollBar();
    const int anchor = m_following ? -1 : m_blocks.rowAt(bar.value());
    const int offset = anchor < 0 ? 0 : bar.value() - m_blocks.top(anchor);
    constexpr int mostRounds = 4; // measuring moves other blocks near, which are measured in turn
    for (int round = 0; round < mostRounds; ++round) {
        m_blocks.setTops();
        bar.setRange(0, std::max(0, m_blocks.height() - viewport()->height()));
        bar.setPageStep(viewport()->height());
        bar.setValue(anchor < 0 ? followedValue() : m_blocks.top(anchor) + offset);
        if (!m_blocks.materialize(shift()))
            break;
    }
    place();
    m_layingOut = false;
    if (isAtEnd())
        showButton(false);
}

/// The end; of a record that is higher than the window its beginning, which says what matters.
int ConsoleView::followedValue() const
{
    const int end = verticalScrollBar()->maximum();
    const int last = m_blocks.count() - 1;
    const CommandOutput *output = last < 0 ? nullptr : m_model->block(last)->output;
    const bool isRecord = output && output->kind() == CommandOutput::Kind::Record;
    return isRecord ? std::min(end, m_blocks.top(last) - BlockStack::Margin) : end;
}

void ConsoleView::place()
{
    m_blocks.place(shift());
}

/// Below the blocks, so that it covers nothing that is read.
void ConsoleView::placeButton()
{
    m_newOutput->adjustSize();
    m_newOutput->move((width() - m_newOutput->width()) / 2, height() - m_newOutput->height() - ButtonGap);
}

void ConsoleView::showButton(bool shown)
{
    if (m_newOutput->isHidden() != shown)
        return;
    m_newOutput->setVisible(shown);
    placePins();
}

void ConsoleView::scrollContentsBy(int, int)
{
    if (m_layingOut)
        return;
    m_following = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    layOut();
}

void ConsoleView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placePins();
    placeButton();
    layOut();
}

bool ConsoleView::isAtEnd() const
{
    return m_following || verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void ConsoleView::scrollToEnd()
{
    m_following = true;
    showButton(false);
    layOut();
}

void ConsoleView::announceNew()
{
    showButton(!isAtEnd());
}

void ConsoleView::wheelEvent(QWheelEvent *event)
{
    QAbstractScrollArea::wheelEvent(event);
    event->accept();
}

void ConsoleView::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), m_theme.color(Color::Surface));
}

// ---- the current block

void ConsoleView::reveal(int row)
{
    m_following = false;
    QScrollBar &bar = *verticalScrollBar();
    const int above = m_blocks.top(row) - BlockStack::Margin;
    const int below = m_blocks.bottom(row) + BlockStack::Margin - viewport()->height();
    const bool isHigher = m_blocks.bottom(row) - m_blocks.top(row) > viewport()->height();
    bar.setValue(bar.value() > above || isHigher ? above : std::max(bar.value(), below));
    layOut();
    m_following = bar.value() >= bar.maximum();
}

/// What it grew by is below its head, and below the window's end where it stood low.
void ConsoleView::bringToTop(int row)
{
    m_following = false;
    layOut();
    verticalScrollBar()->setValue(m_blocks.top(row) - BlockStack::Margin);
    layOut(); // what came near is measured now
    verticalScrollBar()->setValue(m_blocks.top(row) - BlockStack::Margin);
}

void ConsoleView::jumpTo(CommandId command)
{
    const int row = m_model->rowOf(command);
    if (row < 0)
        return;
    m_blocks.setCurrent(row);
    reveal(row);
}

void ConsoleView::bringIntoView(CommandId command)
{
    const int row = m_model->rowOf(command);
    if (row < 0)
        return;
    const int y = shift();
    const bool isInView = y + m_blocks.top(row) < viewport()->height() && y + m_blocks.bottom(row) > 0;
    if (!isInView)
        reveal(row);
}

void ConsoleView::jump(int step)
{
    const int rows = m_blocks.count();
    if (rows == 0)
        return;
    const int from = m_blocks.current() < 0 ? rows : m_blocks.current();
    const int row = from + step;
    if (row >= rows) {
        m_blocks.setCurrent(-1);
        scrollToEnd();
        Q_EMIT leaveRequested();
        return;
    }
    m_blocks.setCurrent(std::max(0, row));
    reveal(m_blocks.current());
    blockAt(m_blocks.current())->setFocus(Qt::OtherFocusReason);
}

void ConsoleView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() == Qt::ControlModifier;
    if (control && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        jump(event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_Escape) {
        m_blocks.setCurrent(-1);
        Q_EMIT leaveRequested();
    } else if (event->key() == Qt::Key_End && control) {
        scrollToEnd();
    } else {
        event->ignore();
        QAbstractScrollArea::keyPressEvent(event);
    }
}

/// The key that goes from area to area comes to the newest block: the console by itself shows nothing to act on.
void ConsoleView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (event->reason() == Qt::ShortcutFocusReason && m_blocks.current() < 0)
        jump(-1);
}

bool ConsoleView::filterNewest()
{
    for (int row = m_blocks.count() - 1; row >= 0; --row) {
        const CommandOutput *output = m_model->block(row)->output;
        if (!output || !output->model() || output->kind() != CommandOutput::Kind::Table)
            continue;
        m_blocks.setCurrent(row);
        reveal(row);
        blockAt(row)->openFilter();
        return true;
    }
    return false;
}

// ---- finding

void ConsoleView::setHighlighted(const QString &text)
{
    m_factory.setHighlighted(text);
    m_blocks.forEachWidget([&](BlockWidget &widget, int) {
        if (OutputPane *pane = widget.body()->pane())
            pane->setHighlighted(text);
    });
}

bool ConsoleView::outputContains(int row, const QString &text) const
{
    const CommandOutput *output = m_model->block(row)->output;
    if (!output)
        return ConsoleModel::helpVerb(*m_model->block(row)).has_value(); // its text is made when it is shown
    if (output->table())
        return output->model()->findNext(text).isValid();
    return output->text() && output->text()->find(text, {}).has_value();
}

bool ConsoleView::find(const QString &text, bool backwards)
{
    const int rows = m_blocks.count();
    if (rows == 0 || text.isEmpty())
        return false;
    const int from = m_blocks.current() >= 0 ? m_blocks.current() : backwards ? rows - 1 : 0;
    for (int step = 0; step <= rows; ++step) {
        const int row = (from + (backwards ? 2 * rows - step : step)) % rows;
        const bool here = step == 0 && m_blocks.current() >= 0;
        if (findIn(row, text, backwards, here ? OutputPane::Start::Here : OutputPane::Start::Edge))
            return true;
    }
    return false;
}

bool ConsoleView::findIn(int row, const QString &text, bool backwards, OutputPane::Start start)
{
    if (!outputContains(row, text))
        return false;
    m_blocks.setCurrent(row);
    reveal(row);
    OutputPane *pane = blockAt(row)->body()->pane();
    return pane && pane->findFrom(start, text, backwards);
}

void ConsoleView::searchFor(const QString &text)
{
    setHighlighted(text);
    m_search->start(text);
}

// ---- pins

QList<CommandId> ConsoleView::pinned() const
{
    return m_pins->pinned();
}

void ConsoleView::setPinned(CommandId command, bool pinned)
{
    pinned ? m_pins->pin(command) : m_pins->unpin(command);
}

void ConsoleView::markPinned()
{
    m_blocks.forEachWidget(
        [this](BlockWidget &widget, int) { widget.setPinned(m_pins->pinned().contains(widget.command())); });
    Q_EMIT pinnedChanged();
}

void ConsoleView::placePins()
{
    const int height = m_pins->heightFor(width(), this->height() / 2);
    const int button = m_newOutput->isHidden() ? 0 : m_newOutput->sizeHint().height() + 2 * ButtonGap;
    m_blocks.setRoom(this->height() - height - 2 * BlockStack::Margin); // a block does not become lower for the button
    setViewportMargins(0, height, 0, button);
    m_pins->setGeometry(0, 0, width(), height);
}

// ---- time and language

bool ConsoleView::tick(const QDateTime &now)
{
    bool turning = false;
    m_pins->tick(now);
    m_blocks.forEachWidget([&](BlockWidget &widget, int row) {
        const ConsoleModel::Block &block = *m_model->block(row);
        if (!CommandLook::isUnderWay(*block.record, block.arrival))
            return;
        widget.tick(now);
        turning = true;
    });
    return turning;
}

void ConsoleView::retranslate()
{
    setAccessibleName(tr("Command console"));
    m_newOutput->setText(tr("New output"));
    placeButton();
}

} // namespace Sonde::Client

#include "moc_consoleview.cpp"
