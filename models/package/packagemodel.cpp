// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/package/packagemodel.h"

#include "protocol/time/timetext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

PackageModel::PackageModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PackageModel::setMembers(std::vector<PackageMember> members)
{
    beginResetModel();
    m_members = std::move(members);
    m_matches.clear();
    m_searched = false;
    endResetModel();
}

void PackageModel::setMatches(const std::optional<PackageMatches> &matches)
{
    beginResetModel();
    m_matches.clear();
    m_searched = matches.has_value();
    if (matches) {
        for (const auto &[place, count] : matches->members)
            m_matches.insert(int(place), count);
    }
    endResetModel();
}

int PackageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
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
    const PackageMember &member = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(member, index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int(
            Qt::AlignVCenter | (index.column() == Size || index.column() == Matches ? Qt::AlignRight : Qt::AlignLeft));
    case MemberRole: return QVariant::fromValue(&member);
    case SortRole:
        switch (Column(index.column())) {
        case Size: return member.size;
        case Modified: return member.modified;
        case Matches: return m_matches.value(index.row());
        default: return member.path;
        }
    default: return {};
    }
}

QVariant PackageModel::text(const PackageMember &member, int row, int column) const
{
    switch (Column(column)) {
    case Path:
        return member.kind == PackageMember::Kind::Link ? QString(member.path + u" → "_s + member.target) : member.path;
    case Size:
        return member.kind == PackageMember::Kind::File ? QLocale().formattedDataSize(member.size, 1) : QString();
    case Modified: return TimeText().text(member.modified);
    case Matches: return m_matches.contains(row) ? QLocale().toString(m_matches.value(row)) : QString();
    case ColumnCount: break;
    }
    return {};
}

PackageFilter::PackageFilter(PackageModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSortRole(PackageModel::SortRole);
    setSourceModel(&model);
}

void PackageFilter::setName(const QString &part)
{
    m_part = part;
    invalidateFilter();
}

bool PackageFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return (m_part.isEmpty() || m_model.at(row).path.contains(m_part, Qt::CaseInsensitive))
        && (!m_model.isSearched() || m_model.matchesIn(row) > 0);
}

} // namespace Sonde::Client

#include "moc_packagemodel.cpp"
