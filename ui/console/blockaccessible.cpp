// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/blockaccessible.h"

#include "ui/console/blockwidget.h"

namespace Sonde::Client {

BlockAccessible::BlockAccessible(BlockWidget *block)
    : QAccessibleWidget(block, QAccessible::Grouping)
{
}

QAccessibleInterface *BlockAccessible::make(const QString &, QObject *object)
{
    auto *block = qobject_cast<BlockWidget *>(object);
    return block ? new BlockAccessible(block) : nullptr;
}

QAccessible::State BlockAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    const auto *block = static_cast<const BlockWidget *>(object());
    state.expandable = block->hasOutput();
    state.expanded = state.expandable && !block->fold().collapsed;
    state.collapsed = state.expandable && block->fold().collapsed;
    return state;
}

} // namespace Sonde::Client
