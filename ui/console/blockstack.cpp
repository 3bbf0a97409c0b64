// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/blockstack.h"

#include "ui/console/pinnedblocks.h"

namespace Sonde::Client {

namespace {

constexpr int Gap = 10;

} // namespace

void RetireBlock::operator()(BlockWidget *widget) const
{
    // Only from the stack: the style sheet's cache must still hear that it is destroyed.
    widget->disconnect(stack);
    widget->hide();
    widget->deleteLater(); // it may be the one that asked
}

BlockStack::BlockStack(const BlockFactory &blocks, const PinnedBlocks &pins, QWidget &viewport)
    : m_blocks(blocks)
    , m_pins(pins)
    , m_viewport(viewport)
{
}

BlockStack::~BlockStack() = default;

// ---- following the model

void BlockStack::clear()
{
    m_slots.clear();
    m_current = -1;
}

void BlockStack::insert(int first, int last)
{
    std::vector<Slot> fresh(size_t(last - first + 1));
    m_slots.insert(
        m_slots.begin() + first, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    for (int row = first; row <= last; ++row)
        m_slots[size_t(row)].height = BlockFactory::estimatedHeight(*m_model->block(row));
    for (int row = first; row <= last; ++row)
        noteState(row);
    if (m_current >= first)
        m_current += last - first + 1;
}

void BlockStack::remove(int first, int last)
{
    m_slots.erase(m_slots.begin() + first, m_slots.begin() + last + 1);
    if (m_current > last)
        m_current -= last - first + 1;
    else if (m_current >= first)
        m_current = -1;
}

void BlockStack::noteState(int row)
{
    if (!isFinal(m_model->block(row)->record->state))
        m_slots[size_t(row)].hasRun = true;
}

bool BlockStack::hasPrinted(int row)
{
    const CommandOutput *output = m_model->block(row)->output;
    const qsizetype amount = output ? output->byteCount() : 0;
    Slot &slot = m_slots[size_t(row)];
    return std::exchange(slot.amount, amount) < amount && slot.hasRun;
}

void BlockStack::setRoom(int height)
{
    m_room = height;
    forEachWidget([height](BlockWidget &widget, int) { widget.setRoom(height); });
}

void BlockStack::fill(int row)
{
    const ConsoleModel::Block &block = *m_model->block(row);
    noteState(row);
    if (BlockWidget *widget = widgetAt(row))
        m_blocks.fill(*widget, block, m_pins.pinned().contains(block.record->id));
}

// ---- widgets

BlockWidget *BlockStack::widgetAt(int row) const
{
    return row >= 0 && row < count() ? m_slots[size_t(row)].widget.get() : nullptr;
}

int BlockStack::rowOf(const BlockWidget &widget) const
{
    const auto found =
        std::ranges::find_if(m_slots, [&widget](const Slot &slot) { return slot.widget.get() == &widget; });
    return int(found - m_slots.begin());
}

void BlockStack::setCurrent(int row)
{
    if (m_current == row)
        return;
    const auto mark = [this](bool current) {
        if (BlockWidget *widget = widgetAt(m_current))
            widget->setCurrent(current);
    };
    mark(false);
    m_current = row;
    mark(true);
}

void BlockStack::makeWidget(int row)
{
    Slot &slot = m_slots[size_t(row)];
    slot.widget = {m_blocks.make(&m_viewport), RetireBlock{this}};
    slot.widget->setRoom(m_room);
    fill(row);
    hasPrinted(row); // what is there now is not new
    slot.widget->setFold(slot.fold);
    slot.widget->setCurrent(row == m_current);
    stack(row);
    follow(*slot.widget);
}

void BlockStack::follow(BlockWidget &widget)
{
    connect(&widget, &BlockWidget::heightChanged, this, [this, &widget] { Q_EMIT heightChanged(rowOf(widget)); });
    connect(&widget, &BlockWidget::foldChanged, this, [this, &widget] {
        const int row = rowOf(widget);
        m_slots[size_t(row)].fold = widget.fold();
        Q_EMIT foldChanged(row, widget.fold());
    });
    connect(&widget, &BlockWidget::pinRequested, this, &BlockStack::pinRequested);
    connect(&widget, &BlockWidget::entered, this, [this, &widget] { setCurrent(rowOf(widget)); });
}

/// Under the block that comes after it: a screen reader meets the blocks in the order in which they are read.
void BlockStack::stack(int row)
{
    const auto hasWidget = [](const Slot &slot) { return bool(slot.widget); };
    const auto next = std::find_if(m_slots.begin() + row + 1, m_slots.end(), hasWidget);
    if (next == m_slots.end())
        m_slots[size_t(row)].widget->raise();
    else
        m_slots[size_t(row)].widget->stackUnder(next->widget.get());
}

bool BlockStack::isNear(const Slot &slot, int shift) const
{
    const int height = m_viewport.height();
    const int top = slot.top + shift;
    return top + slot.height >= -height && top <= 2 * height;
}

bool BlockStack::materialize(int shift)
{
    bool moved = false;
    for (int row = 0; row < count(); ++row) {
        Slot &slot = m_slots[size_t(row)];
        const bool hasFocus = slot.widget && slot.widget->isAncestorOf(m_viewport.focusWidget());
        if (!isNear(slot, shift) && !hasFocus && row != m_current) {
            slot.widget.reset();
            continue;
        }
        if (!slot.widget)
            makeWidget(row);
        const int height = slot.widget->heightFor(widgetWidth());
        moved |= height != slot.height;
        slot.height = height;
    }
    return moved;
}

// ---- places

int BlockStack::widgetWidth() const
{
    return m_viewport.width() - 2 * Margin;
}

void BlockStack::setTops()
{
    int top = Margin;
    for (auto &slot : m_slots) {
        slot.top = top;
        top += slot.height + Gap;
    }
}

int BlockStack::height() const
{
    return m_slots.empty() ? 0 : bottom(count() - 1) + Margin;
}

int BlockStack::rowAt(int y) const
{
    const auto found = std::ranges::find_if(m_slots, [y](const Slot &slot) { return slot.top + slot.height > y; });
    return found == m_slots.end() ? -1 : int(found - m_slots.begin());
}

void BlockStack::place(int shift)
{
    forEachWidget([&](BlockWidget &widget, int row) {
        const Slot &slot = m_slots[size_t(row)];
        widget.setGeometry(Margin, slot.top + shift, widgetWidth(), slot.height);
        widget.show();
    });
}

} // namespace Sonde::Client

#include "moc_blockstack.cpp"
