// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the console's blocks are made, in its flow and pinned above it.

#include "ui/console/consoleview.h"

#include "ui/console/pinnedblocks.h"
#include "ui/result/outputbody.h"

#include <QScrollBar>

namespace Sonde::Client {

BlockWidget *ConsoleView::newBlock(QWidget *parent)
{
    auto *widget = new BlockWidget(m_theme, m_syntax, parent);
    widget->setLevel(m_level);
    widget->setColumnChoices(m_columns);
    connect(widget, &BlockWidget::composeRequested, this, &ConsoleView::composeRequested);
    connect(widget, &BlockWidget::cancelRequested, this, &ConsoleView::cancelRequested);
    connect(widget, &BlockWidget::backgroundRequested, this, &ConsoleView::backgroundRequested);
    connect(widget, &BlockWidget::windowRequested, this, &ConsoleView::windowRequested);
    connect(widget, &BlockWidget::saveRequested, this, &ConsoleView::saveRequested);
    connect(widget, &BlockWidget::exportRequested, this, &ConsoleView::exportRequested);
    connect(widget, &BlockWidget::compareRequested, this, &ConsoleView::compareRequested);
    connect(widget, &BlockWidget::pinRequested, this, &ConsoleView::setPinned);
    connect(widget, &BlockWidget::rendered, this, &ConsoleView::rendered);
    return widget;
}

void ConsoleView::fillBlock(BlockWidget &widget, const ConsoleModel::Block &block)
{
    widget.setBlock(block, m_folders ? m_folders(block.record) : QString());
    widget.setPinned(m_pins->pinned().contains(block.record.id));
    if (!m_highlighted.isEmpty() && widget.body()->pane())
        widget.body()->pane()->setHighlighted(m_highlighted);
    // Asked for later: the answer may change the model, which now tells of a change.
    if (!block.output && !ConsoleModel::helpVerb(block) && block.record.id.isValid()
        && block.record.state != CommandState::Rejected)
        QMetaObject::invokeMethod(
            this, [this, id = block.record.id] { Q_EMIT outputWanted(id); }, Qt::QueuedConnection);
}

void ConsoleView::makePins()
{
    m_pins = new PinnedBlocks(
        m_theme, [this](QWidget *parent) { return newBlock(parent); },
        [this](BlockWidget &widget, const ConsoleModel::Block &block) { fillBlock(widget, block); }, this);
    connect(m_pins, &PinnedBlocks::heightChanged, this, &ConsoleView::placePins);
    connect(m_pins, &PinnedBlocks::pinnedChanged, this, &ConsoleView::pinnedChanged);
}

QList<CommandId> ConsoleView::pinned() const
{
    return m_pins->pinned();
}

void ConsoleView::setPinned(CommandId command, bool pinned)
{
    pinned ? m_pins->pin(command) : m_pins->unpin(command);
    for (auto &slot : m_slots) {
        if (slot.widget && slot.widget->command() == command)
            slot.widget->setPinned(pinned);
    }
}

void ConsoleView::placePins()
{
    const int height = m_pins->heightFor(width(), this->height() / 2);
    setViewportMargins(0, height, 0, 0);
    m_pins->setGeometry(0, 0, width(), height);
}

} // namespace Sonde::Client
