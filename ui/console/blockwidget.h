// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/consolemodel.h"
#include "ui/console/notelines.h"
#include "ui/words/words.h"

#include <QWidget>

class QMenu;
class QVBoxLayout;

namespace Sonde::Client {

class BlockHeader;
class ColumnChoices;
class OutputBody;
class QuestionBar;
class SessionActions;
class Syntax;
class Theme;
class TraceStrip;
class VerdictPane;

/// How the analyst wants a block shown; outlives its widget.
struct BlockFold {
    bool collapsed = false;
    bool expanded = false;
    bool wasFolded = false; ///< the analyst decided; nothing folds it by itself any more
};

/// One command in the console: its head, what is to be said about it, and its output in a bounded height.
class BlockWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlockWidget)

public:
    static constexpr int UsualRows = 12;
    static constexpr int PinnedRows = 6;
    /// A command that has not begun after this long gets a line saying that one may go on.
    static constexpr std::chrono::seconds LongPending{15};

    BlockWidget(const Theme &theme, const Syntax &syntax, SessionActions &actions, QWidget *parent = nullptr);

    void setBlock(const ConsoleModel::Block &block, const QString &folder);
    /// Only how much of its evidence is here.
    void setDelivery(const ConsoleModel::Block &block);
    [[nodiscard]] CommandId command() const { return m_block.record->id; }
    /// Whose `help` is shown.
    void setHelpReader(const HelpReader &reader);
    /// Where choices of columns are remembered; not owned. Before setBlock().
    void setColumnChoices(ColumnChoices *choices);
    /// Whether it is (also) shown above the console.
    void setPinned(bool pinned);
    void setFold(const BlockFold &fold);
    [[nodiscard]] const BlockFold &fold() const { return m_fold; }
    /// Whether there is something to open and close.
    [[nodiscard]] bool hasOutput() const;
    void setCurrent(bool current);
    /// How many rows of its output it shows as long as it is not expanded.
    void setMostRows(int rows);
    /// Height of the area the console shows, which an expanded output may fill.
    void setRoom(int height);
    void tick(const QDateTime &now);

    [[nodiscard]] int heightFor(int width);
    [[nodiscard]] OutputBody *body() const { return m_body; }

Q_SIGNALS:
    void heightChanged();
    void foldChanged();
    void pinRequested(Sonde::CommandId command, bool pinned);
    /// Clicked or given the focus.
    void entered();

public Q_SLOTS:
    void toggleExpanded();
    void toggleCollapsed();
    void toggleFilter();
    void openFilter();
    void showMenu(const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void showName();
    void showNotes();
    void showVerdict();
    void makeVerdict();
    void showVerdictMenu(int row, const QPoint &globalPosition);
    void showRow(int row);
    void showTrace();
    void showWayToBring();
    void showQuestion();
    void followProgress(const CommandOutput *output);
    void watchForPaint();
    void showBody();
    void showHelp();
    void fitBody();
    [[nodiscard]] bool isBare() const;
    void addBlockActions(QMenu &menu);
    void addViewActions(QMenu &menu);
    [[nodiscard]] bool isLongPending(const QDateTime &now) const;

    const Theme &m_theme;
    SessionActions &m_actions;
    ConsoleModel::Block m_block;
    QString m_folder;
    BlockFold m_fold;
    HelpReader m_reader;
    BlockHeader *m_header;
    QVBoxLayout *m_noteLayout;
    QVBoxLayout *m_questions; ///< the trace is before them
    NoteLines m_notes;
    TraceStrip *m_trace = nullptr;
    QuestionBar *m_question = nullptr; ///< once it had one
    QWidget *m_bring = nullptr;        ///< the way to what only the service has, once there was one
    VerdictPane *m_verdict = nullptr;  ///< once it had one
    int m_examinedRows = -1;           ///< that the verdict was read from
    QMetaObject::Connection m_progress;
    OutputBody *m_body;
    int m_room = 600;
    int m_mostRows = UsualRows;
    bool m_current = false;
    bool m_pinned = false;
    bool m_longPending = false;
    bool m_saysLoading = false;
};

} // namespace Sonde::Client
