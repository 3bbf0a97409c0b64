// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/package/packagereader.h"

#include <QAbstractTableModel>
#include <QHash>
#include <memory>

namespace Sonde::Client {

/// The members of a package whose names hold a text, and in which a text was found when one was searched for, in a chosen order. A package
/// may have half a million: many are filtered and sorted on the thread pool, and what is shown stays until that is done.
class PackageModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PackageModel)

public:
    enum Column { Path, Size, Modified, Matches, ColumnCount };
    Q_ENUM(Column)

    explicit PackageModel(QObject *parent = nullptr);

    void setMembers(std::vector<PackageMember> members);
    /// None: nothing is searched for.
    void setMatches(const std::optional<PackageMatches> &matches);
    /// Only those whose names hold this; letter case is ignored.
    void setName(const QString &part);
    /// What the columns are called, in their order.
    void setTitles(const QStringList &titles);
    /// A member that is shown.
    [[nodiscard]] const PackageMember &at(int row) const { return (*m_members)[size_t(m_rows[size_t(row)])]; }
    /// Its place in the package.
    [[nodiscard]] int placeOf(int row) const { return m_rows[size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// A column below zero: as the package has them.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// Other members are shown, or in another order; indexes that are kept have moved with theirs.
    void arranged();

private:
    using Members = std::vector<PackageMember>;
    using Counts = QHash<int, qint64>; ///< by place: how often the text is in it
    struct Arrangement;

    void refresh();
    void show(std::vector<int> rows, std::shared_ptr<const Counts> counts);
    [[nodiscard]] QVariant text(int row, int column) const;

    std::shared_ptr<const Members> m_members;
    std::shared_ptr<const Counts> m_found; ///< nullptr: nothing is searched for
    QString m_part;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::vector<int> m_rows;                ///< places, as they are shown
    std::shared_ptr<const Counts> m_counts; ///< of those
    QStringList m_titles;
    bool m_busy = false;
    bool m_stale = false; ///< the wish is another one than what is being made
};

} // namespace Sonde::Client
