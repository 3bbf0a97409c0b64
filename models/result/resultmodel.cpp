// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/resultmodel.h"

#include "models/result/cellformat.h"
#include "transport/threads/guarded.h"

#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

/// Arranged at once; more rows are arranged on the thread pool.
constexpr int SmallResult = 2000;
constexpr auto Pause = 100ms;

const ColumnSpec &changeColumn()
{
    static const ColumnSpec column{QString(ResultComparison::ColumnId)};
    return column;
}

} // namespace

/// Everything an arrangement is made of, for the thread that makes it.
struct ResultModel::Job {
    ResultSnapshot now;
    std::optional<ResultSnapshot> earlier;
    std::shared_ptr<const ResultComparison> comparison; ///< nullptr: to be made when there is an earlier run
    Arrangement wish;

    [[nodiscard]] Outcome run() const
    {
        Outcome outcome{comparison, wish.groupBy, wish.tree, {}};
        if (earlier && !comparison)
            outcome.comparison = std::make_shared<ResultComparison>(now, *earlier);
        outcome.lines = arranged(outcome.comparison ? outcome.comparison->rows() : now, wish);
        return outcome;
    }
};

ResultModel::ResultModel(ResultTable &table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(&table)
    , m_now(table.snapshot())
    , m_chosenColumns(shownColumns(table.command(), false))
    , m_columns(m_chosenColumns)
{
    updateColumns();
    m_wish.searched = m_columns;
    m_later.setSingleShot(true);
    m_later.setInterval(Pause);
    connect(&m_later, &QTimer::timeout, this, &ResultModel::refresh);
    connect(&table, &ResultTable::grown, this, &ResultModel::takeRows);
    connect(&table, &QObject::destroyed, this, [this] { m_table = nullptr; });
    appendPlain();
}

void ResultModel::setReading(const QLocale &locale, const TimeText &times)
{
    if (m_locale == locale && m_times == times)
        return;
    m_locale = locale;
    m_times = times;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1); // the zone's name
    if (!m_filterText.isEmpty())
        setFilterText(m_filterText); // times are typed as they are read
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

// ---- columns

const ColumnSpec &ResultModel::column(int column) const
{
    const int number = m_columns.at(column);
    return number < command().columns.size() ? command().columns.at(number) : changeColumn();
}

void ResultModel::setColumns(const QList<int> &columns)
{
    if (columns.isEmpty() || columns == m_chosenColumns)
        return;
    m_chosenColumns = columns;
    updateColumns();
}

void ResultModel::updateColumns()
{
    QList<int> columns = withBaseline(command(), m_chosenColumns, m_now.rowCount() > 0 ? m_now.row(0) : QCborArray());
    const QList<int> searched = columns;
    if (m_comparison)
        columns.prepend(m_now.extraColumn());
    if (columns == m_columns)
        return;
    beginResetModel();
    m_columns = columns;
    endResetModel();
    m_wish.searched = searched;
    Q_EMIT arrangementChanged();
    if (!m_wish.filter.isEmpty())
        refresh(); // plain words are looked for in what is shown
}

// ---- what is wished

void ResultModel::setFilterText(const QString &text)
{
    m_filterText = text;
    ResultFilter filter = ResultFilter::parse(text, command(), m_times.now());
    const bool same = filter == m_wish.filter;
    m_wish.filter = std::move(filter);
    if (same)
        return Q_EMIT arrangementChanged(); // of its text
    if (m_wish.tree)
        m_toggled.clear(); // what is found is not left in closed branches
    refresh();
}

void ResultModel::setSort(const QList<SortColumn> &sort)
{
    m_wish.sort = sort;
    m_wish.sort.removeIf([this](const SortColumn &one) { return !isOffered(one.column); });
    refresh();
}

void ResultModel::sort(int column, Qt::SortOrder order)
{
    const bool known = column >= 0 && column < m_columns.size();
    setSort(known ? QList<SortColumn>{{m_columns.at(column), order}} : QList<SortColumn>());
}

void ResultModel::setGroupBy(int column)
{
    m_wish.groupBy = isOffered(column) ? column : -1;
    m_wish.tree = m_wish.tree && column < 0;
    m_toggled.clear();
    refresh();
}

void ResultModel::setTree(bool tree)
{
    m_wish.tree = tree;
    if (tree)
        m_wish.groupBy = -1;
    m_toggled.clear();
    refresh();
}

void ResultModel::compareWith(const ResultSnapshot &earlier, const QString &name)
{
    m_earlier = earlier;
    m_earlierName = name;
    m_earlierIsNew = true;
    m_wish.onlyChanges = true; // what one compares for
    refresh();
}

void ResultModel::stopComparing()
{
    m_earlier.reset();
    m_wish.onlyChanges = false;
    m_wish.sort.removeIf([this](const SortColumn &one) { return !isOffered(one.column); });
    if (!isOffered(m_wish.groupBy))
        m_wish.groupBy = -1;
    refresh();
}

void ResultModel::setOnlyChanges(bool only)
{
    m_wish.onlyChanges = only && isComparing();
    refresh();
}

void ResultModel::setChangeWords(const QString &added, const QString &gone, const QString &changed)
{
    m_changeWords = {added, gone, changed};
}

// ---- rows that come

void ResultModel::takeRows()
{
    const bool areFirst = m_now.rowCount() == 0;
    m_now = m_table->snapshot();
    if (areFirst)
        updateColumns(); // whether there is a baseline is seen now
    if (m_busy)
        m_stale = true;
    else if (m_wish.isPlain() && !m_earlier)
        appendPlain();
    else if (m_now.rowCount() <= SmallResult)
        refresh();
    else if (!m_later.isActive())
        m_later.start();
}

void ResultModel::appendPlain()
{
    const int first = int(m_lines.size());
    const int count = m_now.rowCount() - first;
    if (count <= 0)
        return;
    beginInsertRows({}, first, first + count - 1);
    for (int row = first; row < first + count; ++row) {
        m_lines.push_back({.row = row});
        m_shown.push_back(row);
    }
    m_accepted = first + count;
    endInsertRows();
    Q_EMIT arrangementChanged();
}

// ---- arranging

void ResultModel::refresh()
{
    m_later.stop();
    if (m_busy) {
        m_stale = true;
        return Q_EMIT arrangementChanged();
    }
    const bool known = m_earlier && !m_earlierIsNew && m_comparison && m_comparison->nowCount() == m_now.rowCount();
    m_earlierIsNew = false;
    Job job{m_now, m_earlier, known ? m_comparison : nullptr, m_wish};
    if (m_now.rowCount() + (m_earlier ? m_earlier->rowCount() : 0) <= SmallResult)
        return apply(job.run());
    m_busy = true;
    Q_EMIT busyChanged(true);
    Q_EMIT arrangementChanged();
    runGuarded(
        this, [job = std::move(job)] { return job.run(); },
        [this](Outcome outcome) {
            m_busy = false;
            apply(std::move(outcome));
            if (std::exchange(m_stale, false))
                refresh();
            if (!m_busy)
                Q_EMIT busyChanged(false);
        });
}

/// The lines may be of fewer rows than there are by now, and of a wish that is not the last any more: then the next ones are on their way.
void ResultModel::apply(Outcome outcome)
{
    const bool columnsChange = bool(outcome.comparison) != bool(m_comparison);
    relayout([&] {
        m_comparison = std::move(outcome.comparison);
        m_grouped = outcome.groupBy;
        m_treed = outcome.tree;
        m_lines = std::move(outcome.lines);
        m_accepted =
            int(std::ranges::count_if(m_lines, [](const ResultLine &line) { return !line.group && !line.context; }));
        showLines();
    });
    if (columnsChange)
        updateColumns();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT arrangementChanged();
}

void ResultModel::showLines()
{
    m_shown.clear();
    m_shown.reserve(m_lines.size());
    for (int line = 0; line < int(m_lines.size()); ++line) {
        m_shown.push_back(line);
        if (m_lines[size_t(line)].below > 0 && !isOpen(m_lines[size_t(line)]))
            line += m_lines[size_t(line)].below;
    }
}

/// Whatever a view remembers by its index stays with its row.
void ResultModel::relayout(const std::function<void()> &change)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<ResultLine> kept;
    for (const QModelIndex &old : before)
        kept.push_back(at(old.row()));
    change();
    QModelIndexList after;
    if (!before.isEmpty()) {
        QHash<int, int> rowLines;
        QHash<int, int> groupLines;
        for (const ResultLine &line : kept)
            (line.group ? groupLines : rowLines).insert(line.row, -1);
        for (int line = 0; line < rowCount(); ++line) {
            QHash<int, int> &lines = at(line).group ? groupLines : rowLines;
            if (const auto wanted = lines.find(at(line).row); wanted != lines.end())
                *wanted = line;
        }
        for (qsizetype i = 0; i < before.size(); ++i) {
            const ResultLine &old = kept[size_t(i)];
            const int line = (old.group ? groupLines : rowLines).value(old.row, -1);
            after += line < 0 ? QModelIndex() : index(line, before.at(i).column());
        }
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

// ---- groups and branches

bool ResultModel::isOpen(const ResultLine &line) const
{
    return m_toggled.contains(line.row) == line.group;
}

ResultModel::Branch ResultModel::branch(int line) const
{
    const ResultLine &one = at(line);
    return one.below == 0 ? Branch::None : isOpen(one) ? Branch::Open : Branch::Closed;
}

void ResultModel::toggle(int line)
{
    if (branch(line) == Branch::None)
        return;
    const int row = at(line).row;
    relayout([&] {
        if (!m_toggled.remove(row))
            m_toggled.insert(row);
        showLines();
    });
}

void ResultModel::setOpen(int line, bool open)
{
    if (branch(line) == (open ? Branch::Closed : Branch::Open))
        toggle(line);
}

void ResultModel::setAllOpen(bool open)
{
    relayout([&] {
        m_toggled.clear();
        for (const ResultLine &line : m_lines) {
            if (line.below > 0 && isOpen(line) != open)
                m_toggled.insert(line.row);
        }
        showLines();
    });
}

int ResultModel::parentLine(int line) const
{
    const int depth = at(line).depth;
    for (int above = line - 1; above >= 0; --above) {
        if (at(above).depth < depth)
            return above;
    }
    return -1;
}

// ---- copies and search

ResultPart ResultModel::wholePart() const
{
    return {command(), m_now.rows(), shownColumns(command(), true), m_times};
}

ResultPart ResultModel::shownPart(const QList<int> &lines) const
{
    std::vector<int> taken;
    const auto take = [&taken](const ResultLine &line) {
        if (!line.group && !line.context)
            taken.push_back(line.row);
    };
    if (lines.isEmpty())
        std::ranges::for_each(m_lines, take);
    for (const int line : lines)
        take(at(line));

    const QCborArray first = m_now.rowCount() > 0 ? m_now.row(0) : QCborArray();
    ResultPart part{command(), {}, withBaseline(command(), m_chosenColumns, first), m_times};
    for (const int row : taken)
        part.rows.push_back(rows().row(row));
    if (!m_comparison)
        return part;
    // Two columns more: what became of a row, and what its changed cells were.
    const QString wasId = u"was"_s;
    part.columns.prepend(int(part.command.columns.size()));
    part.command.columns.append({changeColumn(), {wasId, ValueType::Object, false}});
    for (size_t i = 0; i < taken.size(); ++i) {
        QCborMap was;
        for (int column = 0; column < command().columns.size(); ++column) {
            if (m_comparison->isChanged(taken[i], column))
                was.insert(command().columns.at(column).id, m_comparison->was(taken[i], column));
        }
        while (part.rows[i].size() < command().columns.size()) // those of a baseline, which are not sent without one
            part.rows[i].append(QCborValue(QCborValue::Undefined));
        part.rows[i].append(QCborValue(ResultComparison::word(m_comparison->change(taken[i]))));
        part.rows[i].append(was.isEmpty() ? QCborValue(nullptr) : QCborValue(was));
    }
    return part;
}

QModelIndex ResultModel::findNext(const QString &text, int fromRow, int fromColumn) const
{
    const qsizetype at = fromRow < 0 ? -1 : qsizetype(fromRow) * m_columns.size() + fromColumn;
    return find(text, at + 1, 1);
}

QModelIndex ResultModel::findPrevious(const QString &text, int fromRow, int fromColumn) const
{
    return find(text, qsizetype(fromRow) * m_columns.size() + fromColumn - 1, -1);
}

QModelIndex ResultModel::find(const QString &text, qsizetype start, qsizetype step) const
{
    const qsizetype width = m_columns.size();
    const qsizetype count = qsizetype(m_shown.size()) * width;
    if (text.isEmpty() || count == 0)
        return {};
    for (qsizetype tried = 0; tried < count; ++tried) {
        const qsizetype cell = ((start + step * tried) % count + count) % count;
        const QModelIndex candidate = index(int(cell / width), int(cell % width));
        if (data(candidate, Qt::DisplayRole).toString().contains(text, Qt::CaseInsensitive))
            return candidate;
    }
    return {};
}

// ---- for views

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ResultLine &line = at(index.row());
    switch (role) {
    case GroupRole: return line.group;
    case GroupCountRole: return line.group ? line.below : 0;
    case DepthRole: return int(line.depth) + int(m_treed);
    case BranchRole: return int(branch(index.row()));
    case ContextRole: return line.context;
    case ChangeRole: return int(line.group ? Change::None : changeOf(line.row));
    default: return line.group ? groupData(line, index.column(), role) : cellData(line, index.column(), role);
    }
}

/// A group says its value in its first cell.
QVariant ResultModel::groupData(const ResultLine &line, int column, int role) const
{
    if (column != 0)
        return {};
    if (role == Qt::AccessibleTextRole)
        return QString(cellText(line.row, m_grouped) % u" (" % m_locale.toString(line.below) % u')');
    return role == Qt::DisplayRole ? cellText(line.row, m_grouped) : QVariant();
}

QVariant ResultModel::cellData(const ResultLine &line, int column, int role) const
{
    const ColumnSpec &spec = this->column(column);
    const int number = m_columns.at(column);
    const bool isChange = number == m_now.extraColumn();
    const auto cell = [&] { return isChange ? QCborValue(nullptr) : rows().cell(line.row, number); };
    switch (role) {
    case Qt::DisplayRole: return cellText(line.row, number);
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (isNumeric(spec.type) ? Qt::AlignRight : Qt::AlignLeft));
    case CellRole: return QVariant::fromValue(cell());
    case ValueTypeRole: return int(spec.type);
    case ColumnIdRole: return spec.id;
    case PlainTextRole:
        return isChange ? QString(ResultComparison::word(m_comparison->change(line.row)))
                        : plainText(cell(), spec.type);
    case CommandTextRole: return commandLineText(cell(), spec.type);
    case ChangedRole: return !isChange && m_comparison && m_comparison->isChanged(line.row, number);
    default: return {};
    }
}

int ResultModel::lineOf(int row) const
{
    for (int line = 0; line < int(m_shown.size()); ++line) {
        if (!at(line).group && at(line).row == row)
            return line;
    }
    return -1;
}

QString ResultModel::cellText(int row, int column) const
{
    if (column == m_now.extraColumn())
        return changeText(row);
    const QString now = shownText(rows().cell(row, column), column);
    if (!m_comparison || !m_comparison->isChanged(row, column))
        return now;
    return shownText(m_comparison->was(row, column), column) % u" → "_s % now;
}

QString ResultModel::shownText(const QCborValue &cell, int column) const
{
    const ColumnSpec &spec = command().columns.at(column);
    const Change change = ResultComparison::changeFrom(spec, cell);
    const QString word = change != Change::None ? m_changeWords.at(int(change) - 1)
        : m_cellWords                           ? m_cellWords(spec.id, cell)
                                                : QString();
    return word.isEmpty() ? displayText(cell, spec.type, m_locale, m_times) : word;
}

/// Since another run of the session, or since the baseline that the device compared with.
ResultModel::Change ResultModel::changeOf(int row) const
{
    if (m_comparison)
        return m_comparison->change(row);
    const qsizetype column = ResultComparison::baselineColumn(command());
    return column < 0 ? Change::None
                      : ResultComparison::changeFrom(command().columns.at(column), rows().cell(row, int(column)));
}

QString ResultModel::changeText(int row) const
{
    const Change change = m_comparison ? m_comparison->change(row) : Change::None;
    return change == Change::None ? QString() : m_changeWords.at(int(change) - 1);
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (role) {
    case Qt::DisplayRole: return columnTitle(column(section), m_times);
    case ColumnIdRole: return column(section).id;
    case ValueTypeRole: return int(column(section).type);
    case SortRole: return sortMark(m_columns.at(section));
    case FilteredRole: return m_wish.filter.hasTermFor(m_columns.at(section));
    default: return {};
    }
}

int ResultModel::sortMark(int column) const
{
    const auto found = std::ranges::find(m_wish.sort, column, &SortColumn::column);
    if (found == m_wish.sort.end())
        return 0;
    const int place = int(found - m_wish.sort.begin()) + 1;
    return found->order == Qt::AscendingOrder ? place : -place;
}

} // namespace Sonde::Client

#include "moc_resultmodel.cpp"
