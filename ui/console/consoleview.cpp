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
#include <QTimerEvent>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto FrameTime = 16ms;
constexpr int Margin = 14;
constexpr int Gap = 10;

} // namespace

void RetireBlock::operator()(BlockWidget *widget) const
{
    // Only from the view: the style sheet's cache must still hear that it is destroyed.
    widget->disconnect(view);
    widget->hide();
    widget->deleteLater(); // it may be the one that asked
}

ConsoleView::ConsoleView(const Theme &theme, const Syntax &syntax, SessionActions &actions, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_blocks(theme, syntax, actions)
    , m_pins(new PinnedBlocks(theme, m_blocks, this))
    , m_newOutput(new QPushButton(viewport()))
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
        scheduleLayout();
    });
    m_newOutput->setIcon(theme.icon(u"down"_s, Color::AccentText));
    connect(m_pins, &PinnedBlocks::heightChanged, this, &ConsoleView::placePins);
    connect(m_pins, &PinnedBlocks::pinnedChanged, this, &ConsoleView::markPinned);
    onLanguageChange(this, &ConsoleView::retranslate);
    retranslate();
}

ConsoleView::~ConsoleView() = default;

// ---- following the model

void ConsoleView::setModel(ConsoleModel *model)
{
    m_model = model;
    connect(model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { onRemoved(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
            onChanged(first.row(), last.row(), roles == QList<int>{ConsoleModel::DeliveryRole});
        });
    connect(model, &QAbstractItemModel::modelReset, this, &ConsoleView::reload);
    connect(model, &QAbstractItemModel::rowsMoved, this, &ConsoleView::reload);
    m_pins->setModel(*model);
    delete std::exchange(m_search, new MatchSearch(*model, this));
    connect(m_search, &MatchSearch::newestFound, this,
        [this](int row) { findIn(row, m_search->text(), true, OutputPane::Start::Edge); });
    connect(m_search, &MatchSearch::progressed, this,
        [this] { Q_EMIT matchesCounted(m_search->count(), m_search->isRunning()); });
    reload();
}

void ConsoleView::reload()
{
    m_slots.clear();
    m_current = -1;
    m_following = true;
    if (m_model->rowCount() > 0)
        onInserted(0, m_model->rowCount() - 1);
    else
        scheduleLayout();
}

void ConsoleView::onInserted(int first, int last)
{
    std::vector<Slot> fresh(size_t(last - first + 1));
    m_slots.insert(
        m_slots.begin() + first, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    for (int row = first; row <= last; ++row)
        m_slots[size_t(row)].height = BlockFactory::estimatedHeight(*m_model->block(row));
    if (m_current >= first)
        m_current += last - first + 1;
    announceNew();
    scheduleLayout();
}

void ConsoleView::onRemoved(int first, int last)
{
    m_slots.erase(m_slots.begin() + first, m_slots.begin() + last + 1);
    if (m_current > last)
        m_current -= last - first + 1;
    else if (m_current >= first)
        m_current = -1;
    scheduleLayout();
}

void ConsoleView::onChanged(int first, int last, bool onlyDelivery)
{
    for (int row = first; row <= last; ++row) {
        if (BlockWidget *widget = blockAt(row))
            onlyDelivery ? widget->setDelivery(*m_model->block(row)) : fill(row);
    }
    if (!onlyDelivery) // which makes no block higher
        scheduleLayout();
}

void ConsoleView::setHelpReader(const HelpReader &reader)
{
    m_blocks.setHelpReader(reader);
    for (auto &slot : m_slots) {
        if (slot.widget)
            slot.widget->setHelpReader(reader);
    }
}

// ---- widgets near the screen

bool ConsoleView::isNear(const Slot &slot) const
{
    const int height = viewport()->height();
    const int top = contentTop() + slot.top - verticalScrollBar()->value();
    return top + slot.height >= -height && top <= 2 * height;
}

void ConsoleView::makeWidget(int row)
{
    Slot &slot = m_slots[size_t(row)];
    slot.widget = {m_blocks.make(viewport()), RetireBlock{this}};
    BlockWidget *widget = slot.widget.get();
    widget->setRoom(viewport()->height() - 2 * Margin);
    fill(row);
    widget->setFold(slot.fold);
    widget->setCurrent(row == m_current);
    stack(row);

    const auto rowOf = [this, widget] {
        const auto found =
            std::ranges::find_if(m_slots, [widget](const Slot &one) { return one.widget.get() == widget; });
        return int(found - m_slots.begin());
    };
    connect(widget, &BlockWidget::heightChanged, this, [this, rowOf] {
        const Slot &grown = m_slots[size_t(rowOf())];
        if (contentTop() + grown.top + grown.height > verticalScrollBar()->value() + viewport()->height())
            announceNew(); // out of view
        scheduleLayout();
    });
    connect(widget, &BlockWidget::foldChanged, this, [this, widget, rowOf] {
        m_slots[size_t(rowOf())].fold = widget->fold();
        if (widget->fold().expanded && !widget->fold().collapsed)
            bringToTop(rowOf());
        else
            scheduleLayout();
    });
    connect(widget, &BlockWidget::pinRequested, this, &ConsoleView::setPinned);
    connect(widget, &BlockWidget::entered, this, [this, rowOf] { setCurrent(rowOf()); });
}

/// Under the block that comes after it: a screen reader meets the blocks in the order in which they are read, the button last.
void ConsoleView::stack(int row)
{
    const auto hasWidget = [](const Slot &slot) { return bool(slot.widget); };
    const auto next = std::find_if(m_slots.begin() + row + 1, m_slots.end(), hasWidget);
    m_slots[size_t(row)].widget->stackUnder(
        next == m_slots.end() ? static_cast<QWidget *>(m_newOutput) : next->widget.get());
}

void ConsoleView::fill(int row)
{
    const ConsoleModel::Block &block = *m_model->block(row);
    m_blocks.fill(*m_slots[size_t(row)].widget, block, m_pins->pinned().contains(block.record->id));
}

bool ConsoleView::materialize()
{
    bool moved = false;
    const int width = viewport()->width() - 2 * Margin;
    for (int row = 0; row < int(m_slots.size()); ++row) {
        Slot &slot = m_slots[size_t(row)];
        const bool hasFocus = slot.widget && slot.widget->isAncestorOf(focusWidget());
        if (!isNear(slot) && !hasFocus && row != m_current) {
            slot.widget.reset();
            continue;
        }
        if (!slot.widget)
            makeWidget(row);
        const int height = slot.widget->heightFor(width);
        moved |= height != slot.height;
        slot.height = height;
    }
    return moved;
}

BlockWidget *ConsoleView::blockAt(int row) const
{
    return row >= 0 && row < int(m_slots.size()) ? m_slots[size_t(row)].widget.get() : nullptr;
}

// ---- places

/// What a short command prints is shown as it comes; of what comes all the time, one layout a frame is enough.
void ConsoleView::scheduleLayout()
{
    if (!m_frame.isActive())
        m_frame.start(untilNextLayout(), this);
}

std::chrono::milliseconds ConsoleView::untilNextLayout() const
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_frames[m_oldestFrame].remainingTimeAsDuration());
    return std::max(0ms, left);
}

void ConsoleView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_frame.timerId())
        return QAbstractScrollArea::timerEvent(event);
    m_frame.stop();
    m_frames[m_oldestFrame].setRemainingTime(FrameTime * int(m_frames.size()), Qt::PreciseTimer);
    m_oldestFrame = (m_oldestFrame + 1) % m_frames.size();
    layOut();
}

void ConsoleView::setTops()
{
    int top = Margin;
    for (auto &slot : m_slots) {
        slot.top = top;
        top += slot.height + Gap;
    }
}

int ConsoleView::contentHeight() const
{
    return m_slots.empty() ? 0 : m_slots.back().top + m_slots.back().height + Margin;
}

int ConsoleView::contentTop() const
{
    return std::max(0, viewport()->height() - contentHeight());
}

int ConsoleView::rowAt(int y) const
{
    const auto found = std::ranges::find_if(m_slots, [y](const Slot &slot) { return slot.top + slot.height > y; });
    return found == m_slots.end() ? -1 : int(found - m_slots.begin());
}

void ConsoleView::layOut()
{
    if (m_layingOut)
        return;
    m_layingOut = true;
    // What is at the upper edge stays there, however much what is above it turns out to need.
    const int anchor = m_following ? -1 : rowAt(verticalScrollBar()->value());
    const int offset = anchor < 0 ? 0 : verticalScrollBar()->value() - m_slots[size_t(anchor)].top;
    constexpr int mostRounds = 4; // measuring moves other blocks near, which are measured in turn
    for (int round = 0; round < mostRounds; ++round) {
        setTops();
        verticalScrollBar()->setRange(0, std::max(0, contentHeight() - viewport()->height()));
        verticalScrollBar()->setPageStep(viewport()->height());
        verticalScrollBar()->setValue(
            anchor < 0 ? verticalScrollBar()->maximum() : m_slots[size_t(anchor)].top + offset);
        if (!materialize())
            break;
    }
    place();
    m_layingOut = false;
    if (isAtEnd())
        m_newOutput->hide();
}

void ConsoleView::place()
{
    const int shift = contentTop() - verticalScrollBar()->value();
    for (const auto &slot : m_slots) {
        if (!slot.widget)
            continue;
        slot.widget->setGeometry(Margin, slot.top + shift, viewport()->width() - 2 * Margin, slot.height);
        slot.widget->show();
    }
    placeButton();
}

void ConsoleView::placeButton()
{
    if (m_newOutput->isHidden())
        return;
    m_newOutput->adjustSize();
    m_newOutput->move(
        (viewport()->width() - m_newOutput->width()) / 2, viewport()->height() - m_newOutput->height() - Margin);
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
    for (const auto &slot : m_slots) {
        if (slot.widget)
            slot.widget->setRoom(viewport()->height() - 2 * Margin);
    }
    layOut();
}

bool ConsoleView::isAtEnd() const
{
    return m_following || verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void ConsoleView::scrollToEnd()
{
    m_following = true;
    m_newOutput->hide();
    layOut();
}

void ConsoleView::announceNew()
{
    m_newOutput->setVisible(!isAtEnd());
    placeButton();
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

void ConsoleView::setCurrent(int row)
{
    if (m_current == row)
        return;
    const auto mark = [this](int one, bool current) {
        if (one >= 0 && m_slots[size_t(one)].widget)
            m_slots[size_t(one)].widget->setCurrent(current);
    };
    mark(m_current, false);
    m_current = row;
    mark(m_current, true);
}

void ConsoleView::reveal(int row)
{
    m_following = false;
    const Slot &slot = m_slots[size_t(row)];
    const int above = slot.top - Margin;
    const int below = slot.top + slot.height + Margin - viewport()->height();
    const int value = verticalScrollBar()->value();
    verticalScrollBar()->setValue(value > above || slot.height > viewport()->height() ? above : std::max(value, below));
    layOut();
    m_following = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

/// What it grew by is below its head, and below the window's end where it stood low.
void ConsoleView::bringToTop(int row)
{
    m_following = false;
    layOut();
    verticalScrollBar()->setValue(m_slots[size_t(row)].top - Margin);
    layOut(); // what came near is measured now
    verticalScrollBar()->setValue(m_slots[size_t(row)].top - Margin);
}

void ConsoleView::jumpTo(CommandId command)
{
    const int row = m_model->rowOf(command);
    if (row < 0)
        return;
    setCurrent(row);
    reveal(row);
}

void ConsoleView::jump(int step)
{
    const int rows = int(m_slots.size());
    if (rows == 0)
        return;
    const int from = m_current < 0 ? rows : m_current;
    const int row = from + step;
    if (row >= rows) {
        setCurrent(-1);
        scrollToEnd();
        Q_EMIT leaveRequested();
        return;
    }
    setCurrent(std::max(0, row));
    reveal(m_current);
    blockAt(m_current)->setFocus(Qt::OtherFocusReason);
}

void ConsoleView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() == Qt::ControlModifier;
    if (control && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        jump(event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_Escape) {
        setCurrent(-1);
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
    if (event->reason() == Qt::ShortcutFocusReason && m_current < 0)
        jump(-1);
}

bool ConsoleView::filterNewest()
{
    for (int row = int(m_slots.size()) - 1; row >= 0; --row) {
        const CommandOutput *output = m_model->block(row)->output;
        if (!output || !output->model() || output->kind() == CommandOutput::Kind::Record)
            continue;
        setCurrent(row);
        reveal(row);
        blockAt(row)->openFilter();
        return true;
    }
    return false;
}

// ---- finding

void ConsoleView::setHighlighted(const QString &text)
{
    m_blocks.setHighlighted(text);
    for (const auto &slot : m_slots) {
        if (slot.widget && slot.widget->body()->pane())
            slot.widget->body()->pane()->setHighlighted(text);
    }
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
    const int rows = int(m_slots.size());
    if (rows == 0 || text.isEmpty())
        return false;
    const int from = m_current >= 0 ? m_current : backwards ? rows - 1 : 0;
    for (int step = 0; step <= rows; ++step) {
        const int row = (from + (backwards ? 2 * rows - step : step)) % rows;
        const bool here = step == 0 && m_current >= 0;
        if (findIn(row, text, backwards, here ? OutputPane::Start::Here : OutputPane::Start::Edge))
            return true;
    }
    return false;
}

bool ConsoleView::findIn(int row, const QString &text, bool backwards, OutputPane::Start start)
{
    if (!outputContains(row, text))
        return false;
    setCurrent(row);
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
    for (const auto &slot : m_slots) {
        if (slot.widget)
            slot.widget->setPinned(m_pins->pinned().contains(slot.widget->command()));
    }
    Q_EMIT pinnedChanged();
}

void ConsoleView::placePins()
{
    const int height = m_pins->heightFor(width(), this->height() / 2);
    setViewportMargins(0, height, 0, 0);
    m_pins->setGeometry(0, 0, width(), height);
}

// ---- time and language

bool ConsoleView::tick(const QDateTime &now)
{
    bool turning = false;
    m_pins->tick(now);
    for (int row = 0; row < int(m_slots.size()); ++row) {
        const ConsoleModel::Block &block = *m_model->block(row);
        if (!m_slots[size_t(row)].widget || !CommandLook::isUnderWay(*block.record, block.arrival))
            continue;
        m_slots[size_t(row)].widget->tick(now);
        turning = true;
    }
    return turning;
}

void ConsoleView::retranslate()
{
    setAccessibleName(tr("Command console"));
    m_newOutput->setText(tr("New output"));
}

} // namespace Sonde::Client

#include "moc_consoleview.cpp"
