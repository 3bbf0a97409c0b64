// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/devicemodel.h"

#include "protocol/time/timetext.h"

#include <QVersionNumber>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// One pass over all rows' text is quicker than looking at each of more than this share of them, which are all over the memory.
constexpr size_t PassShare = 32;
/// More changes than this are told as one.
constexpr size_t FewRows = 64;
constexpr int FewRanges = 16;

std::vector<char> marked(const std::vector<int> &rows, size_t count)
{
    std::vector<char> marks(count);
    for (const int row : rows)
        marks[size_t(row)] = 1;
    return marks;
}

/// First and last position of each run of positions for which `chosen` is true.
template<typename Chosen>
std::vector<std::pair<int, int>> runs(int count, Chosen chosen)
{
    std::vector<std::pair<int, int>> found;
    for (int i = 0; i < count; ++i) {
        if (!chosen(i))
            continue;
        if (!found.empty() && found.back().second == i - 1)
            found.back().second = i;
        else
            found.emplace_back(i, i);
    }
    return found;
}

/// Bytes that sort as agent versions do: number by number, and a release after what led to it (0.9-rc1, 0.9, 0.9.1, 0.10).
QByteArray versionKey(const QString &text)
{
    enum Mark : char { BeforeRelease = 1, Release, FurtherNumber };
    qsizetype suffix = 0;
    const QVersionNumber version = QVersionNumber::fromString(text, &suffix);
    QByteArray key;
    for (const int number : version.segments()) {
        key += FurtherNumber;
        for (int shift = 24; shift >= 0; shift -= 8)
            key += char(number >> shift);
    }
    const QStringView rest = QStringView(text).sliced(suffix);
    key += rest.startsWith(u'-') ? BeforeRelease : Release;
    return key + foldedUtf8(rest.toString());
}

} // namespace

DeviceModel::DeviceModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

// ---- records

void DeviceModel::update(const std::vector<DeviceRecord> &devices)
{
    const auto isRemoved = [](const DeviceRecord &device) { return device.removed.value_or(false); };
    if (std::ranges::any_of(devices, isRemoved))
        return updateAnew(devices);
    Changes changes;
    for (const DeviceRecord &device : devices)
        store(device, changes);
    if (changes.seen.empty())
        return;
    if (!changes.moved.empty())
        mergeIntoOrder(std::move(changes.moved));
    show(viewAfter(changes.seen));
    publishChanges(changes.seen);
    Q_EMIT countChanged();
}

/// Some of them are no devices any more, which happens seldom.
void DeviceModel::updateAnew(const std::vector<DeviceRecord> &changed)
{
    QHash<DeviceId, DeviceRecord> devices;
    for (const DeviceRecord &device : m_devices)
        devices.insert(device.id, device);
    for (const DeviceRecord &device : changed) {
        if (device.removed.value_or(false))
            devices.remove(device.id);
        else
            devices.insert(device.id, device);
    }
    clear();
    update({devices.cbegin(), devices.cend()});
}

void DeviceModel::store(const DeviceRecord &device, Changes &changes)
{
    const auto known = m_rowById.constFind(device.id);
    const bool fresh = known == m_rowById.cend();
    const int row = fresh ? int(m_devices.size()) : *known;
    if (fresh) {
        m_rowById.insert(device.id, row);
        m_devices.push_back(device);
        m_sortKeys.emplace_back();
    } else {
        if (m_devices[size_t(row)] == device)
            return;
        m_onlineCount -= m_devices[size_t(row)].online;
        m_devices[size_t(row)] = device;
    }
    m_onlineCount += device.online;
    m_folded.set(row, device);
    changes.seen.push_back(row);
    SortKey key = sortKey(device);
    if (fresh || key != m_sortKeys[size_t(row)])
        changes.moved.push_back(row);
    m_sortKeys[size_t(row)] = std::move(key);
}

void DeviceModel::clear()
{
    beginResetModel();
    m_devices.clear();
    m_rowById.clear();
    m_onlineCount = 0;
    m_folded.clear();
    m_sortKeys.clear();
    m_order.clear();
    m_view.clear();
    endResetModel();
    Q_EMIT countChanged();
}

const DeviceRecord *DeviceModel::device(int row) const
{
    return row >= 0 && row < int(m_view.size()) ? &m_devices[size_t(m_view[size_t(row)])] : nullptr;
}

const DeviceRecord *DeviceModel::device(const DeviceId &id) const
{
    const auto known = m_rowById.constFind(id);
    return known == m_rowById.cend() ? nullptr : &m_devices[size_t(*known)];
}

int DeviceModel::rowOf(const DeviceId &id) const
{
    const auto known = m_rowById.constFind(id);
    const auto shown = known == m_rowById.cend() ? m_view.end() : std::ranges::find(m_view, *known);
    return shown == m_view.end() ? -1 : int(std::distance(m_view.begin(), shown));
}

// ---- filter

void DeviceModel::setFilter(const QString &text)
{
    m_filterText = text;
    DeviceFilter filter = DeviceFilter::parse(text);
    if (filter.terms() == m_filter.terms()) {
        m_filter = std::move(filter);
        return;
    }
    // Both are in order, so what is kept of them is.
    Rows rows = filter.narrows(m_filter) ? m_view : m_order;
    keepAccepted(filter, rows);
    beginResetModel();
    m_filter = std::move(filter);
    m_view = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

void DeviceModel::keepAccepted(const DeviceFilter &filter, Rows &rows)
{
    for (const DeviceFilter::Term &term : filter.terms())
        keepMatching(term, rows);
}

void DeviceModel::keepMatching(const DeviceFilter::Term &term, Rows &rows)
{
    const auto keep = [&](auto &&matches) {
        std::erase_if(rows, [&](int row) { return matches(row) == term.negated; });
    };
    if (rows.size() < m_devices.size() / PassShare) {
        keep([&](int row) { return m_folded.matches(row, term); });
        return;
    }
    std::vector<char> found(m_devices.size());
    m_folded.findAll(term, found);
    keep([&](int row) { return found[size_t(row)] != 0; });
}

// ---- order

void DeviceModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sortOrder = order;
    if (std::exchange(m_sortColumn, Column(column)) != column) {
        for (size_t row = 0; row < m_devices.size(); ++row)
            m_sortKeys[row] = sortKey(m_devices[row]);
    }
    std::ranges::sort(m_order, [this](int left, int right) { return before(left, right); });
    const auto shown = marked(m_view, m_devices.size());
    Rows view = m_order;
    std::erase_if(view, [&](int row) { return !shown[size_t(row)]; });
    rearrange(std::move(view));
}

DeviceModel::SortKey DeviceModel::sortKey(const DeviceRecord &device) const
{
    SortKey key;
    key.text = foldedUtf8(device.facts.name) + '\0' + device.id.value().toLatin1();
    switch (m_sortColumn) {
    case State: key.prefix = device.online ? 0 : 1; return key;
    case LastSeen:
        key.prefix = quint64(std::max<qint64>(0, device.lastSeen.isValid() ? device.lastSeen.toMSecsSinceEpoch() : 0));
        return key;
    case Name: break;
    case AgentVersion: key.text = versionKey(device.facts.agentVersion) + '\0' + key.text; break;
    default: key.text = foldedUtf8(text(device, m_sortColumn)) + '\0' + key.text; break;
    }
    for (qsizetype i = 0; i < 8; ++i)
        key.prefix = key.prefix << 8 | (i < key.text.size() ? uchar(key.text.at(i)) : 0);
    return key;
}

bool DeviceModel::before(int left, int right) const
{
    const SortKey &a = m_sortKeys[size_t(left)];
    const SortKey &b = m_sortKeys[size_t(right)];
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    if (a.prefix != b.prefix)
        return (a.prefix < b.prefix) == ascending;
    const int difference = a.text.compare(b.text);
    return ascending ? difference < 0 : difference > 0;
}

void DeviceModel::mergeIntoOrder(Rows moved)
{
    const auto comesFirst = [this](int left, int right) { return before(left, right); };
    const auto isMoved = marked(moved, m_devices.size());
    std::ranges::sort(moved, comesFirst);
    moved.erase(std::unique(moved.begin(), moved.end()), moved.end());
    std::erase_if(m_order, [&](int row) { return isMoved[size_t(row)]; });
    Rows merged(m_order.size() + moved.size());
    std::ranges::merge(m_order, moved, merged.begin(), comesFirst);
    m_order = std::move(merged);
}

// ---- what the views see

/// The rows to show now that `changed` may match the filter or not any more.
DeviceModel::Rows DeviceModel::viewAfter(const Rows &changed)
{
    auto shown = marked(m_view, m_devices.size());
    Rows matching = changed;
    keepAccepted(m_filter, matching);
    for (const int row : changed)
        shown[size_t(row)] = 0;
    for (const int row : matching)
        shown[size_t(row)] = 1;
    Rows view = m_order;
    std::erase_if(view, [&](int row) { return !shown[size_t(row)]; });
    return view;
}

/// Goes from the rows shown to `view` by removing, inserting and moving, so that selections and current rows stay with their devices.
void DeviceModel::show(const Rows &view)
{
    removeAllBut(view);
    insertMissing(view);
    rearrange(view);
}

void DeviceModel::removeAllBut(const Rows &view)
{
    const auto kept = marked(view, m_devices.size());
    auto gone = runs(int(m_view.size()), [&](int i) { return !kept[size_t(m_view[size_t(i)])]; });
    if (gone.size() > FewRanges) {
        Rows goneLast = m_view;
        const auto tail = std::ranges::stable_partition(goneLast, [&](int row) { return kept[size_t(row)] != 0; });
        gone = {{int(m_view.size() - tail.size()), int(m_view.size()) - 1}};
        rearrange(std::move(goneLast));
    }
    for (auto run = gone.crbegin(); run != gone.crend(); ++run) {
        beginRemoveRows({}, run->first, run->second);
        m_view.erase(m_view.begin() + run->first, m_view.begin() + run->second + 1);
        endRemoveRows();
    }
}

void DeviceModel::insertMissing(const Rows &view)
{
    if (view.size() == m_view.size())
        return;
    const auto known = marked(m_view, m_devices.size());
    const auto fresh = runs(int(view.size()), [&](int i) { return !known[size_t(view[size_t(i)])]; });
    if (fresh.size() > FewRanges) {
        Rows missing = view;
        std::erase_if(missing, [&](int row) { return known[size_t(row)] != 0; });
        beginInsertRows({}, int(m_view.size()), int(m_view.size() + missing.size()) - 1);
        m_view.insert(m_view.end(), missing.begin(), missing.end());
        endInsertRows();
        return;
    }
    for (const auto &[first, last] : fresh) {
        beginInsertRows({}, first, last);
        m_view.insert(m_view.begin() + first, view.begin() + first, view.begin() + last + 1);
        endInsertRows();
    }
}

void DeviceModel::rearrange(Rows view)
{
    if (view == m_view)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    QModelIndexList moved;
    if (!old.isEmpty()) {
        std::vector<int> shownAt(m_devices.size());
        for (int i = 0; i < int(view.size()); ++i)
            shownAt[size_t(view[size_t(i)])] = i;
        for (const QModelIndex &index : old)
            moved.append(createIndex(shownAt[size_t(m_view[size_t(index.row())])], index.column()));
    }
    m_view = std::move(view);
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void DeviceModel::publishChanges(const Rows &changed)
{
    if (m_view.empty())
        return;
    if (changed.size() > FewRows) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    for (const int row : changed) {
        const auto shown = std::ranges::find(m_view, row);
        const int at = int(std::distance(m_view.begin(), shown));
        if (shown != m_view.end())
            Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    }
}

int DeviceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_view.size());
}

int DeviceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DeviceModel::text(const DeviceRecord &device, Column column)
{
    switch (column) {
    case Name: return device.facts.name;
    case Os: return device.facts.osName;
    case Group: return device.group;
    case State: return device.online ? u"online"_s : u"offline"_s;
    case LastSeen: return TimeText::iso(device.lastSeen);
    case AutomationLevel: return device.automationLevel;
    case AgentVersion: return device.facts.agentVersion;
    case Tags: return device.tags.join(u", "_s);
    case Session: return device.holder;
    case ColumnCount: break;
    }
    return {};
}

QVariant DeviceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeviceRecord &what = *device(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(what, Column(index.column()));
    case DeviceIdRole: return what.id.value();
    case OnlineRole: return what.online;
    case DeviceRole: return QVariant::fromValue(&what);
    case SortKeyRole:
        return index.column() == LastSeen ? QVariant(what.lastSeen) : QVariant(text(what, Column(index.column())));
    case LastSeenRole: return what.lastSeen;
    case HolderRole: return what.holder;
    case PlatformRole: return int(what.facts.platform);
    default: return {};
    }
}

QVariant DeviceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Name: return u"name"_s;
    case Os: return u"os"_s;
    case Group: return u"group"_s;
    case State: return u"state"_s;
    case LastSeen: return u"last_seen"_s;
    case AutomationLevel: return u"automation_level"_s;
    case AgentVersion: return u"agent_version"_s;
    case Tags: return u"tags"_s;
    case Session: return u"session"_s;
    case ColumnCount: break;
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_devicemodel.cpp"
