// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/package/packagereader.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace Sonde::Client {

/// The members of a package, and how often a text was found in each.
class PackageModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PackageModel)

public:
    enum Column { Path, Size, Modified, Matches, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole, ///< what a column is sorted by
        MemberRole,              ///< const PackageMember *, valid until the model changes
    };

    explicit PackageModel(QObject *parent = nullptr);

    void setMembers(std::vector<PackageMember> members);
    /// None: nothing is searched for.
    void setMatches(const std::optional<PackageMatches> &matches);
    /// What the columns are called, in their order.
    void setTitles(const QStringList &titles);
    [[nodiscard]] bool isSearched() const { return m_searched; }
    [[nodiscard]] qint64 matchesIn(int row) const { return m_matches.value(row); }
    [[nodiscard]] const PackageMember &at(int row) const { return m_members[size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant text(const PackageMember &member, int row, int column) const;

    std::vector<PackageMember> m_members;
    QHash<int, qint64> m_matches; ///< by row
    QStringList m_titles;
    bool m_searched = false;
};

/// Those whose names hold a text, and in which a text was found when one was searched for.
class PackageFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PackageFilter)

public:
    /// `model` outlives it.
    explicit PackageFilter(PackageModel &model, QObject *parent = nullptr);

    void setName(const QString &part);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const PackageModel &m_model;
    QString m_part;
};

} // namespace Sonde::Client
