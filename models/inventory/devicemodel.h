// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/foldeddevices.h"

#include <QAbstractTableModel>

namespace Sonde::Client {

/// The inventory: plain records, filtered and sorted by an own index, so that 100,000 devices follow each key of the filter within a
/// frame. update() keeps selections (rows are inserted, removed and moved); setFilter() is one reset.
class DeviceModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeviceModel)

public:
    enum Column { Name, Os, Group, State, LastSeen, AutomationLevel, AgentVersion, Tags, Session, ColumnCount };
    Q_ENUM(Column)
    /// DisplayRole is language-neutral text; State and Session leave words to the view (OnlineRole, HolderRole).
    enum Role {
        DeviceIdRole = Qt::UserRole, ///< QString
        OnlineRole,                  ///< bool
        DeviceRole,                  ///< const DeviceRecord *, valid until the next update()
        SortKeyRole,                 ///< what sort() compares, but for versions: those it takes as numbers
        LastSeenRole,                ///< QDateTime, UTC
        HolderRole,                  ///< QString, empty: no live session
        PlatformRole,                ///< int(Platform)
    };

    explicit DeviceModel(QObject *parent = nullptr);

    /// Adds devices and replaces those known already.
    void update(const std::vector<DeviceRecord> &devices);
    void clear();

    /// nullptr when there is none; valid until the next update().
    [[nodiscard]] const DeviceRecord *device(int row) const;
    [[nodiscard]] const DeviceRecord *device(const DeviceId &id) const;
    /// Its row in the view, -1 when unknown or filtered away.
    [[nodiscard]] int rowOf(const DeviceId &id) const;
    [[nodiscard]] int totalCount() const { return int(m_devices.size()); }
    [[nodiscard]] int onlineCount() const { return m_onlineCount; }

    void setFilter(const QString &text);
    [[nodiscard]] const QString &filterText() const { return m_filterText; }
    /// What of the filter means nothing (DeviceFilter::error()).
    [[nodiscard]] const std::optional<Error> &filterError() const { return m_filter.error(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// The column's key ("name", "os", "group", "state", "last_seen"…); titles for people are made in ui/words.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// totalCount(), onlineCount() or the number of rows changed.
    void countChanged();

private:
    using Rows = std::vector<int>; ///< indexes into m_devices

    struct SortKey {
        quint64 prefix = 0; ///< orders as the text (or number) does, as far as it goes
        QByteArray text;

        bool operator==(const SortKey &) const = default;
    };
    struct Changes {
        Rows seen;  ///< new, or with something else to show
        Rows moved; ///< new, or with another sort key
    };

    [[nodiscard]] static QString text(const DeviceRecord &device, Column column);
    void updateAnew(const std::vector<DeviceRecord> &changed);
    void store(const DeviceRecord &device, Changes &changes);
    void keepMatching(const DeviceFilter::Term &term, Rows &rows);
    void keepAccepted(const DeviceFilter &filter, Rows &rows);
    [[nodiscard]] SortKey sortKey(const DeviceRecord &device) const;
    [[nodiscard]] bool before(int left, int right) const;
    void mergeIntoOrder(Rows moved);
    [[nodiscard]] Rows viewAfter(const Rows &changed);
    void show(const Rows &view);
    void removeAllBut(const Rows &view);
    void insertMissing(const Rows &view);
    void rearrange(Rows view);
    void publishChanges(const Rows &changed);

    std::vector<DeviceRecord> m_devices;
    QHash<DeviceId, int> m_rowById;
    int m_onlineCount = 0;

    QString m_filterText;
    DeviceFilter m_filter;
    FoldedDevices m_folded;

    Column m_sortColumn = Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<SortKey> m_sortKeys; ///< of m_sortColumn, by device
    Rows m_order;                    ///< all devices, sorted
    Rows m_view;                     ///< those the filter accepts, sorted
};

/// It is cut off the network, or is meant to be.
[[nodiscard]] inline bool isIsolated(const DeviceRecord &device)
{
    const auto &isolation = device.facts.isolation;
    return isolation && (isolation->wanted || isolation->state != IsolationState::Released);
}

} // namespace Sonde::Client
