// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/matchsearch.h"
#include "ui/console/blockstack.h"
#include "ui/console/layoutpacer.h"
#include "ui/toolkit/outputpane.h"

#include <QAbstractScrollArea>

class QPushButton;

namespace Sonde::Client {

class PinnedBlocks;

/// The console: a block for each row of a ConsoleModel, newest at the bottom.
///
/// Only blocks near the screen have widgets; of the others only the height is kept. While the end is on screen it stays there; otherwise
/// the view keeps its place, and a button below the blocks says that there is new output.
class ConsoleView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsoleView)

public:
    ConsoleView(const Theme &theme, const Syntax &syntax, SessionActions &actions, QWidget *parent = nullptr);
    ~ConsoleView() override;

    /// Not owned.
    void setModel(ConsoleModel *model);
    [[nodiscard]] ConsoleModel *model() const { return m_model; }
    /// What the reader may do with the session is another: blocks offer more or less.
    void followReader();
    /// Whose `help` is shown.
    void setHelpReader(const HelpReader &reader);
    /// Where choices of columns are remembered; not owned. Before setModel().
    void setColumnChoices(ColumnChoices *choices) { m_factory.setColumnChoices(choices); }
    /// Shows a command's block above the console, too, where it stays in view.
    void setPinned(CommandId command, bool pinned);
    /// In the order they were pinned.
    [[nodiscard]] QList<CommandId> pinned() const;
    /// Tells the folder in which a command's relative paths are.
    void setFolders(std::function<QString(const CommandRecord &)> folders) { m_factory.setFolders(std::move(folders)); }

    /// Moves what ticks; true while something turns and wants to be moved often.
    bool tick(const QDateTime &now);

    void jumpTo(CommandId command);
    /// Scrolls there when nothing of its block is in view.
    void bringIntoView(CommandId command);
    /// To the block above (-1) or below (1), which gets the focus.
    void jump(int step);
    [[nodiscard]] int currentRow() const { return m_blocks.current(); }
    void clearCurrent() { m_blocks.setCurrent(-1); }
    void scrollToEnd();
    [[nodiscard]] bool isAtEnd() const;
    /// Opens the filter of the newest block that has rows, and goes there; false when none has.
    bool filterNewest();

    /// Marks every occurrence in all outputs.
    void setHighlighted(const QString &text);
    /// Marks every occurrence, goes to the newest, and counts them: matchesCounted() follows. An empty text ends it.
    void searchFor(const QString &text);
    /// Goes to the next (or previous) occurrence in the outputs, from block to block and round; false when there is none.
    bool find(const QString &text, bool backwards);

    /// nullptr for a block that is far from the screen, or not there.
    [[nodiscard]] BlockWidget *blockAt(int row) const { return m_blocks.widgetAt(row); }

Q_SIGNALS:
    void pinnedChanged();
    /// How many matches searchFor() has found so far, whether it looks for more, and in how many outputs it could not look yet.
    void matchesCounted(qsizetype count, bool more, qsizetype unread);
    /// Esc: back to the input line.
    void leaveRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followModel();
    void followBlocks();
    void onInserted(int first, int last);
    void onRemoved(int first, int last);
    void onChanged(int first, int last, bool onlyDelivery);
    void reload();
    void layOut();
    [[nodiscard]] int followedValue() const;
    void place();
    void placeButton();
    void showButton(bool shown);
    void bringToTop(int row);
    void markPinned();
    void placePins();
    void reveal(int row);
    void announceNew();
    bool findIn(int row, const QString &text, bool backwards, OutputPane::Start start);
    void retranslate();

    [[nodiscard]] int shift() const;
    [[nodiscard]] bool outputContains(int row, const QString &text) const;

    const Theme &m_theme;
    BlockFactory m_factory;
    PinnedBlocks *m_pins;
    QPushButton *m_newOutput;
    BlockStack m_blocks;
    LayoutPacer m_pacer;
    ConsoleModel *m_model = nullptr;
    MatchSearch *m_search = nullptr;
    bool m_following = true;
    bool m_layingOut = false;
};

} // namespace Sonde::Client
