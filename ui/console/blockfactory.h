// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/consolemodel.h"
#include "ui/words/words.h"

#include <functional>

class QWidget;

namespace Sonde::Client {

class BlockWidget;
class ColumnChoices;
class SessionActions;
class Syntax;
class Theme;

/// Makes and fills the widgets of blocks, the same in the console's flow and pinned above it. What is set counts for widgets made or
/// filled from then on.
class BlockFactory final
{
    Q_DISABLE_COPY_MOVE(BlockFactory)

public:
    BlockFactory(const Theme &theme, const Syntax &syntax, SessionActions &actions);

    void setHelpReader(const HelpReader &reader) { m_reader = reader; }
    /// Where choices of columns are remembered; not owned.
    void setColumnChoices(ColumnChoices *choices) { m_columns = choices; }
    /// Tells the folder in which a command's relative paths are.
    void setFolders(std::function<QString(const CommandRecord &)> folders) { m_folders = std::move(folders); }
    /// Marks every occurrence in outputs.
    void setHighlighted(const QString &text) { m_highlighted = text; }

    /// Pixels of a block nobody has seen yet, until it is measured.
    [[nodiscard]] static int estimatedHeight(const ConsoleModel::Block &block);
    /// Owned by `parent`.
    [[nodiscard]] BlockWidget *make(QWidget *parent) const;
    /// Has the output fetched when nobody asked for it yet.
    void fill(BlockWidget &widget, const ConsoleModel::Block &block, bool pinned) const;
    /// Asks for what a command printed.
    void fetchOutput(CommandId command) const;

private:
    const Theme &m_theme;
    const Syntax &m_syntax;
    SessionActions &m_actions;
    ColumnChoices *m_columns = nullptr;
    std::function<QString(const CommandRecord &)> m_folders;
    QString m_highlighted;
    HelpReader m_reader;
};

} // namespace Sonde::Client
