// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/console/blockfactory.h"
#include "ui/console/blockwidget.h"

#include <memory>

namespace Sonde::Client {

class PinnedBlocks;

/// Lets a widget go that says nothing more to its stack.
struct RetireBlock {
    const QObject *stack = nullptr;
    void operator()(BlockWidget *widget) const;
};

/// The blocks of a console under each other: how high each is, and the widgets of those near the screen. Of the others only the height
/// is kept. Positions are pixels from the top of all blocks; a block is meant by its row in the model.
class BlockStack final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlockStack)

public:
    static constexpr int Margin = 14;

    /// The widgets become children of `viewport`. All outlive the stack.
    BlockStack(const BlockFactory &blocks, const PinnedBlocks &pins, QWidget &viewport);
    ~BlockStack() override;

    // following the model

    /// Not owned.
    void setModel(const ConsoleModel &model) { m_model = &model; }
    void clear();
    void insert(int first, int last);
    void remove(int first, int last);
    /// What the model says of the block, when it has a widget.
    void fill(int row);
    /// Whether the block's command has printed more since this was asked last. What one fetches of a command that had ended is not new.
    bool hasPrinted(int row);

    // widgets

    /// nullptr for a block that is far from the screen, or not there.
    [[nodiscard]] BlockWidget *widgetAt(int row) const;
    /// Calls `act` with every widget and its row.
    template<typename Act>
    void forEachWidget(Act act) const
    {
        for (size_t row = 0; row < m_slots.size(); ++row) {
            if (m_slots[row].widget)
                act(*m_slots[row].widget, int(row));
        }
    }
    /// The block that keys and the menu act on, -1 for none: it keeps its widget.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int row);

    /// Pixels that a block may have to be seen whole.
    void setRoom(int height);

    // places

    [[nodiscard]] int count() const { return int(m_slots.size()); }
    [[nodiscard]] int top(int row) const { return m_slots[size_t(row)].top; }
    /// Where the block ends.
    [[nodiscard]] int bottom(int row) const { return top(row) + m_slots[size_t(row)].height; }
    /// The first block that ends below `y`; -1 when all are above.
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] int height() const;

    /// Adds up the heights.
    void setTops();
    /// Makes the widgets of blocks near the screen, lets the others go, and measures; true when a height changed. `shift` is where on
    /// the viewport the top of all blocks is.
    bool materialize(int shift);
    /// Puts the widgets where they belong.
    void place(int shift);

Q_SIGNALS:
    /// A block wants another height.
    void heightChanged(int row);
    /// The analyst opened or closed a block.
    void foldChanged(int row, const Sonde::Client::BlockFold &fold);
    void pinRequested(Sonde::CommandId command, bool pinned);

private:
    struct Slot {
        int height = 0;
        int top = 0;
        qsizetype amount = 0; ///< bytes of output, when that was last asked
        bool hasRun = false;  ///< while it was in this console
        BlockFold fold;
        std::unique_ptr<BlockWidget, RetireBlock> widget;
    };

    void makeWidget(int row);
    void follow(BlockWidget &widget);
    void stack(int row);
    void noteState(int row);
    [[nodiscard]] int rowOf(const BlockWidget &widget) const;
    [[nodiscard]] bool isNear(const Slot &slot, int shift) const;
    [[nodiscard]] int widgetWidth() const;

    const BlockFactory &m_blocks;
    const PinnedBlocks &m_pins;
    QWidget &m_viewport;
    const ConsoleModel *m_model = nullptr;
    std::vector<Slot> m_slots;
    int m_current = -1;
    int m_room = 0;
};

} // namespace Sonde::Client
