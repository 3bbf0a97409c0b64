// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/package/packagemodel.h"

#include "protocol/base/sizetext.h"
#include "protocol/time/timetext.h"
#include "transport/threads/guarded.h"

#include <QLocale>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// Arranged at once; more are arranged on the thread pool.
constexpr size_t SmallPackage = 2000;

} // namespace

/// All that the rows are made of, for the thread that makes them.
struct PackageModel::Arrangement {
    std::shared_ptr<const Members> members;
    std::shared_ptr<const Counts> counts;
    QString part;
    int column = -1;
    Qt::SortOrder order = Qt::AscendingOrder;

    [[nodiscard]] bool accepts(int place) const
    {
        return (!counts || counts->contains(place))
            && (part.isEmpty() || (*members)[size_t(place)].path.contains(part, Qt::CaseInsensitive));
    }

    [[nodiscard]] std::vector<int> rows() const
    {
        std::vector<int> places;
        for (int place = 0; place < int(members->size()); ++place) {
            if (accepts(place))
                places.push_back(place);
        }
        switch (Column(column)) {
        case Path:
            sortBy(places, [this](int place) -> const QString & { return (*members)[size_t(place)].path; });
            break;
        case Size: sortBy(places, [this](int place) { return (*members)[size_t(place)].size; }); break;
        case Modified:
            sortBy(places, [this](int place) { return (*members)[size_t(place)].modified.toMSecsSinceEpoch(); });
            break;
        case Matches: sortBy(places, [this](int place) { return counts ? counts->value(place) : 0; }); break;
        case ColumnCount: break;
        }
        return places;
    }

    template<typename Key>
    void sortBy(std::vector<int> &places, const Key &key) const
    {
        if (order == Qt::AscendingOrder)
            std::ranges::stable_sort(places, std::ranges::less(), key);
        else
            std::ranges::stable_sort(places, std::ranges::greater(), key);
    }
};

PackageModel::PackageModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_members(std::make_shared<Members>())
{
}

void PackageModel::setMembers(std::vector<PackageMember> members)
{
    beginResetModel();
    m_members = std::make_shared<Members>(std::move(members));
    m_found.reset();
    m_counts.reset();
    m_rows.resize(m_members->size());
    std::iota(m_rows.begin(), m_rows.end(), 0);
    endResetModel();
    refresh();
}

void PackageModel::setMatches(const std::optional<PackageMatches> &matches)
{
    if (!matches && !m_found)
        return;
    m_found.reset();
    if (matches) {
        Counts counts;
        for (const auto &[place, count] : matches->members)
            counts.insert(int(place), count);
        m_found = std::make_shared<Counts>(std::move(counts));
    }
    refresh();
}

void PackageModel::setName(const QString &part)
{
    m_part = part;
    refresh();
}

void PackageModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    refresh();
}

// ---- arranging

void PackageModel::refresh()
{
    m_stale = m_busy;
    if (m_busy)
        return;
    Arrangement wish{m_members, m_found, m_part, m_column, m_order};
    if (m_members->size() <= SmallPackage)
        return show(wish.rows(), wish.counts);
    m_busy = true;
    runGuarded(
        this, [wish] { return wish.rows(); },
        [this, members = wish.members, counts = wish.counts](std::vector<int> rows) {
            m_busy = false;
            if (members == m_members)
                show(std::move(rows), counts);
            if (std::exchange(m_stale, false))
                refresh();
        });
}

/// Whatever a view remembers by its index stays with its member.
void PackageModel::show(std::vector<int> rows, std::shared_ptr<const Counts> counts)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QHash<int, int> moved; // from place to row, of those that are remembered
    for (const QModelIndex &old : before)
        moved.insert(placeOf(old.row()), -1);
    const std::vector<int> shown = std::exchange(m_rows, std::move(rows));
    m_counts = std::move(counts);
    for (int row = 0; row < rowCount() && !moved.isEmpty(); ++row) {
        if (const auto wanted = moved.find(placeOf(row)); wanted != moved.end())
            *wanted = row;
    }
    QModelIndexList after;
    for (const QModelIndex &old : before) {
        const int row = moved.value(shown[size_t(old.row())], -1);
        after += row < 0 ? QModelIndex() : index(row, old.column());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    Q_EMIT arranged();
}

// ---- for views

int PackageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PackageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void PackageModel::setTitles(const QStringList &titles)
{
    m_titles = titles;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant PackageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < m_titles.size())
        return m_titles.at(section);
    return QAbstractTableModel::headerData(section, orientation, role);
}

QVariant PackageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isNumber = index.column() == Size || index.column() == Matches;
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

QVariant PackageModel::text(int row, int column) const
{
    const PackageMember &member = at(row);
    switch (Column(column)) {
    case Path:
        return member.kind == PackageMember::Kind::Link ? QString(member.path + u" → "_s + member.target) : member.path;
    case Size: return member.kind == PackageMember::Kind::File ? sizeText(member.size) : QString();
    case Modified: return TimeText().text(member.modified);
    case Matches: return m_counts ? QLocale().toString(m_counts->value(placeOf(row))) : QString();
    case ColumnCount: break;
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_packagemodel.cpp"
