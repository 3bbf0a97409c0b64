// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultarrangement.h"
#include "models/result/resultcomparison.h"
#include "models/result/resultexport.h"
#include "models/result/resulttable.h"
#include "protocol/time/timetext.h"

#include <QAbstractTableModel>
#include <QLocale>
#include <QSet>
#include <QTimer>

namespace Sonde::Client {

/// The rows of a result as an analyst arranges them: filtered, sorted, grouped, as a tree, compared with an earlier run, in the columns
/// he wants. Large results are arranged on the thread pool while the table stays as it was; rows that come meanwhile find their place.
class ResultModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultModel)

public:
    using Change = ResultComparison::Change;
    enum Role {
        CellRole = Qt::UserRole, ///< QCborValue as the device sent it
        ValueTypeRole,           ///< int(ValueType) of the column
        ColumnIdRole,            ///< QString, also in headerData; its DisplayRole has the zone of times, too
        PlainTextRole,           ///< plainText() of the cell
        CommandTextRole,         ///< commandLineText() of the cell
        GroupRole,               ///< bool: the line is the head of a group
        GroupCountRole,          ///< int: rows of the group
        DepthRole,               ///< int: steps to the right of a row's first cell
        BranchRole,              ///< int(Branch)
        ContextRole,             ///< bool: shown only because of what is below it
        ChangeRole,              ///< int(Change) of the row
        ChangedRole,             ///< bool: the cell is another than in the earlier run
        SortRole, ///< headerData, int: 1 the first the rows are sorted by, 2 the next…, negative when descending; 0: not
        FilteredRole, ///< headerData, bool: the filter has a term for the column
    };
    enum class Branch { None, Closed, Open };

    /// The table's command outlives the model; the table need not.
    explicit ResultModel(ResultTable &table, QObject *parent = nullptr);

    [[nodiscard]] const CommandSpec &command() const { return m_now.command(); }
    /// Whose numbers are shown, and by which clock times are; the program's when the model was made.
    void setReading(const QLocale &locale, const TimeText &times);
    [[nodiscard]] const TimeText &times() const { return m_times; }

    // ---- columns; the numbers of shown ones are the model's, all others the command's
    [[nodiscard]] const ColumnSpec &column(int column) const;
    [[nodiscard]] const QList<int> &columns() const { return m_columns; }
    [[nodiscard]] int commandColumn(int column) const { return m_columns.at(column); }
    /// Which columns of the command are shown; those of a comparison come by themselves. At least one.
    void setColumns(const QList<int> &columns);
    void setAllColumns(bool all) { setColumns(shownColumns(command(), all)); }

    // ---- rows
    /// What an analyst typed (ResultFilter).
    void setFilterText(const QString &text);
    [[nodiscard]] const QString &filterText() const { return m_filterText; }
    [[nodiscard]] const ResultFilter &filter() const { return m_wish.filter; }
    /// By columns of the command, the first one first; empty: the device's own order.
    void setSort(const QList<SortColumn> &sort);
    [[nodiscard]] const QList<SortColumn> &sortColumns() const { return m_wish.sort; }
    /// By a shown column alone; -1: the device's own order.
    void sort(int column, Qt::SortOrder order) override;
    /// A column of the command, or the comparison's; -1: not grouped. Groups begin closed.
    void setGroupBy(int column);
    [[nodiscard]] int groupBy() const { return m_wish.groupBy; }
    void setTree(bool tree);
    [[nodiscard]] bool isTree() const { return m_wish.tree; }
    /// Compares with an earlier run of the same command from now on, also as rows come. `name` is what people call that run.
    void compareWith(const ResultSnapshot &earlier, const QString &name);
    void stopComparing();
    [[nodiscard]] bool isComparing() const { return m_earlier.has_value(); }
    [[nodiscard]] const QString &comparedWith() const { return m_earlierName; }
    /// nullptr until it is made.
    [[nodiscard]] const ResultComparison *comparison() const { return m_comparison.get(); }
    void setOnlyChanges(bool only);
    [[nodiscard]] bool onlyChanges() const { return m_wish.onlyChanges; }
    /// What people read instead of a cell, by its column; empty where they read the cell itself. Filters and copies keep to the cell.
    using CellWords = std::function<QString(QStringView column, const QCborValue &cell)>;
    void setCellWords(CellWords words) { m_cellWords = std::move(words); }
    /// What people read for new, gone and changed.
    void setChangeWords(const QString &added, const QString &gone, const QString &changed);

    /// Opens or closes a group or branch.
    void toggle(int line);
    void setOpen(int line, bool open);
    void setAllOpen(bool open);
    [[nodiscard]] Branch branch(int line) const;
    [[nodiscard]] bool isGroup(int line) const { return at(line).group; }
    /// The line above that a line belongs to; -1: none.
    [[nodiscard]] int parentLine(int line) const;

    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// Rows the filter accepts, also those in closed groups.
    [[nodiscard]] int acceptedCount() const { return m_accepted; }
    /// All rows, with those that are gone while comparing.
    [[nodiscard]] int totalCount() const { return rows().rowCount(); }
    /// Its rows stand in the order shown; of a group one of its rows.
    [[nodiscard]] const QCborArray &row(int line) const { return rows().row(at(line).row); }
    /// Where a row of the command's result stands; -1: it is not shown.
    [[nodiscard]] int lineOf(int row) const;
    /// What values a column has, for who offers them. For other threads.
    [[nodiscard]] const ResultSnapshot &rows() const { return m_comparison ? m_comparison->rows() : m_now; }

    /// Rows to write somewhere: those on `lines`, or, when there are none, all that the filter accepts, in the order and columns shown;
    /// while comparing with what became of each.
    [[nodiscard]] ResultPart shownPart(const QList<int> &lines = {}) const;
    /// All rows and columns as the device sent them.
    [[nodiscard]] ResultPart wholePart() const;

    /// The next cell whose shown text contains `text` (letter case ignored) after the given one, going round once.
    [[nodiscard]] QModelIndex findNext(const QString &text, int fromRow = -1, int fromColumn = -1) const;
    [[nodiscard]] QModelIndex findPrevious(const QString &text, int fromRow, int fromColumn) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The wish, or what came of it, is another: filter, sort, groups, comparison, counts.
    void arrangementChanged();
    void busyChanged(bool busy);

private:
    using Lines = std::vector<ResultLine>;
    struct Outcome {
        std::shared_ptr<const ResultComparison> comparison;
        int groupBy = -1;
        bool tree = false;
        Lines lines;
    };
    struct Job;

    void takeRows();
    void appendPlain();
    void refresh();
    void apply(Outcome outcome);
    void showLines();
    void relayout(const std::function<void()> &change);
    void updateColumns();
    [[nodiscard]] const ResultLine &at(int line) const { return m_lines[size_t(m_shown[size_t(line)])]; }
    [[nodiscard]] bool isOffered(int column) const { return column != m_now.extraColumn() || isComparing(); }
    [[nodiscard]] bool isOpen(const ResultLine &line) const;
    [[nodiscard]] QVariant cellData(const ResultLine &line, int column, int role) const;
    [[nodiscard]] QVariant groupData(const ResultLine &line, int column, int role) const;
    [[nodiscard]] QString cellText(int row, int column) const;
    [[nodiscard]] QString shownText(const QCborValue &cell, int column) const;
    [[nodiscard]] Change changeOf(int row) const;
    [[nodiscard]] QString changeText(int row) const;
    [[nodiscard]] int sortMark(int column) const;
    [[nodiscard]] QModelIndex find(const QString &text, qsizetype start, qsizetype step) const;

    ResultTable *m_table; ///< only while rows come
    ResultSnapshot m_now;
    std::optional<ResultSnapshot> m_earlier;
    QString m_earlierName;
    bool m_earlierIsNew = false;
    QString m_filterText;
    Arrangement m_wish;
    std::shared_ptr<const ResultComparison> m_comparison; ///< which m_lines are of; nullptr: they are of m_now
    int m_grouped = -1;                                   ///< the column m_lines are grouped by
    bool m_treed = false;                                 ///< m_lines are a tree
    QList<int> m_chosenColumns;                           ///< of the command
    QList<int> m_columns;                                 ///< shown: with that of a comparison
    Lines m_lines;                                        ///< all of the arrangement
    std::vector<int> m_shown;                             ///< those not in closed groups or branches
    QSet<int> m_toggled; ///< rows of groups that are open and of branches that are closed
    int m_accepted = 0;
    QLocale m_locale;
    TimeText m_times;
    CellWords m_cellWords;
    QStringList m_changeWords{QStringLiteral("new"), QStringLiteral("gone"), QStringLiteral("changed")};
    bool m_busy = false;
    bool m_stale = false; ///< rows came or the wish changed while busy
    QTimer m_later;       ///< rows that come in quick succession are arranged once
};

} // namespace Sonde::Client
