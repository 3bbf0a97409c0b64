// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/blockfactory.h"

#include "ui/console/blockwidget.h"
#include "ui/result/outputbody.h"
#include "ui/result/sessionactions.h"

namespace Sonde::Client {

BlockFactory::BlockFactory(const Theme &theme, const Syntax &syntax, SessionActions &actions)
    : m_theme(theme)
    , m_syntax(syntax)
    , m_actions(actions)
{
}

int BlockFactory::estimatedHeight(const ConsoleModel::Block &block)
{
    constexpr int headHeight = 34;
    constexpr int lineHeight = 24;
    const quint64 rows = std::min<quint64>(block.record->rows, BlockWidget::UsualRows);
    return headHeight + int(rows ? rows + 1 : block.record->errors.size()) * lineHeight;
}

BlockWidget *BlockFactory::make(QWidget *parent) const
{
    auto *widget = new BlockWidget(m_theme, m_syntax, m_actions, parent);
    widget->setHelpReader(m_reader);
    widget->setColumnChoices(m_columns);
    return widget;
}

void BlockFactory::fill(BlockWidget &widget, const ConsoleModel::Block &block, bool pinned) const
{
    widget.setBlock(block, m_folders ? m_folders(*block.record) : QString());
    widget.setPinned(pinned);
    if (!m_highlighted.isEmpty() && widget.body()->pane())
        widget.body()->pane()->setHighlighted(m_highlighted);
    // Asked for later: the answer may change the model, which now tells of a change.
    if (!block.output && !ConsoleModel::helpVerb(block) && block.record->id.isValid()
        && block.record->state != CommandState::Rejected)
        QMetaObject::invokeMethod(
            &widget, [&actions = m_actions, id = block.record->id] { actions.fetchOutput(id); }, Qt::QueuedConnection);
}

void BlockFactory::fetchOutput(CommandId command) const
{
    m_actions.fetchOutput(command);
}

} // namespace Sonde::Client
