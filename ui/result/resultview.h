// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/result/columnwidths.h"
#include "ui/toolkit/outputpane.h"

#include <QTableView>

class QMenu;

namespace Sonde::Client {

class CellDelegate;
class ColumnChoices;
class FrozenColumns;
class ResultHeader;
class ResultModel;
class SessionActions;
class Theme;
class WholeRows;

/// The rows of a result: sorted by a click on a header, rows selected, groups and branches opened and closed, a menu that offers commands
/// for what a cell holds.
///
/// However many rows there are, their heights are one number, but for the few that somebody wants to read whole, and only the first ones are
/// measured for the columns' widths; longer texts that come into view later take what room is left.
class ResultView final : public QTableView
{
    Q_OBJECT

public:
    ResultView(const Theme &theme, SessionActions &actions, QWidget *parent = nullptr);

    /// Not owned.
    void setResult(ResultModel *result);
    [[nodiscard]] ResultModel *result() const { return m_result; }
    [[nodiscard]] const WholeRows &wholeRows() const { return *m_whole; }
    /// Where relative paths of the result are, for the commands offered.
    void setFolder(const QString &folder) { m_folder = folder; }
    /// Where choices of columns are remembered; not owned, may be nullptr.
    void setColumnChoices(ColumnChoices *choices) { m_choices = choices; }
    /// Lines of rows selected, in the order shown.
    [[nodiscard]] QList<int> selectedRows() const;

    /// Pixels for so many rows.
    [[nodiscard]] int heightFor(int rows) const;
    /// Not sideways, when the cell's column stays in view anyway.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] bool hasSelection() const;
    [[nodiscard]] QString selectedText() const;
    void setHighlighted(const QString &text);
    /// As OutputPane::findFrom().
    bool findFrom(OutputPane::Start start, const QString &text, bool backwards);
    /// By the keyboard: some row is the current one then.
    void enter();
    /// A click where the sign of a branch is, or on a group, opens or closes it.
    bool pressBranch(const QModelIndex &at, const QRect &cell, const QPoint &position);
    void sortBy(int column, bool further);
    void openColumnMenu(int column, const QPoint &globalPosition);
    void addCellActions(QMenu &menu);

Q_SIGNALS:
    void contextMenuRequested(const QPoint &globalPosition);
    void contentHeightChanged();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    void onRowsChanged();
    void markFiltered();
    void measure();
    void fitColumns();
    void growToView();
    void restyle();
    void retranslate();
    void applyReading();
    void followSideways();
    void noteSized(int column);
    [[nodiscard]] int wholeHeight(int row) const;
    void setWhole(bool whole);
    [[nodiscard]] ColumnNeed needOf(int column) const;
    [[nodiscard]] int leastText(int column) const;
    void openColumnFilter(int commandColumn);
    void addQuickFilters(QMenu &menu, const QModelIndex &at);
    bool branchKey(const QKeyEvent &event);
    void paintGroup(QPainter &painter, int line) const;

    const Theme &m_theme;
    SessionActions &m_actions;
    CellDelegate *m_cells;
    ResultHeader *m_header;
    ResultModel *m_result = nullptr;
    ColumnChoices *m_choices = nullptr;
    QString m_folder;
    FrozenColumns *m_frozen = nullptr;
    WholeRows *m_whole;
    QList<ColumnNeed> m_needs;
    int m_measured = 0;   ///< rows that the columns' widths are made from
    bool m_sized = false; ///< by somebody: the widths stay
    bool m_fitting = false;
};

} // namespace Sonde::Client
