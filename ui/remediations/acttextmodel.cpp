// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remediations/acttextmodel.h"

#include "models/text/visibletext.h"
#include "protocol/base/sizetext.h"
#include "ui/acts/actlook.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

using Is = ActListModel::Column;

namespace {

/// With all that was touched besides.
QString thingsText(const ActSummary &act)
{
    return visible((QStringList{act.id} + act.besides.value_or(QStringList())).join(u", "_s));
}

} // namespace

ActTextModel::ActTextModel(ActListModel &acts, const DeviceModel &devices, const Theme &theme, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_acts(acts)
    , m_devices(devices)
    , m_theme(theme)
{
    // Before this proxy itself hears of it and filters anew.
    connect(&acts, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        for (int row = from.row(); row <= to.row() && row < int(m_folded.size()); ++row)
            m_folded[size_t(row)].clear();
    });
    connect(&acts, &QAbstractItemModel::modelReset, this, [this] { m_folded.clear(); });
    setSourceModel(&acts);
    setSortRole(ActListModel::SortKeyRole);
    sort(Is::When, Qt::DescendingOrder);
}

void ActTextModel::setFilterText(const QString &text)
{
    m_words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

const ActSummary *ActTextModel::act(const QModelIndex &index) const
{
    return m_acts.act(mapToSource(index).row());
}

void ActTextModel::refresh()
{
    m_folded.clear();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_words.isEmpty())
        invalidateRowsFilter();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const QString &ActTextModel::foldedText(int row) const
{
    if (m_folded.size() <= size_t(row))
        m_folded.resize(size_t(m_acts.rowCount()));
    QString &all = m_folded.at(size_t(row));
    if (all.isEmpty()) {
        const ActSummary &act = *m_acts.act(row);
        all = QString::number(act.act);
        for (int column = 0; column < ActListModel::ColumnCount; ++column)
            all += u'\n' + text(act, ActListModel::Column(column));
        all = all.toCaseFolded();
    }
    return all;
}

bool ActTextModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    return std::ranges::all_of(m_words, [&](const QString &word) { return foldedText(row).contains(word); });
}

bool ActTextModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() == Is::Device)
        return deviceName(*m_acts.act(left.row())).compare(deviceName(*m_acts.act(right.row())), Qt::CaseInsensitive)
            < 0;
    return QSortFilterProxyModel::lessThan(left, right);
}

QVariant ActTextModel::data(const QModelIndex &index, int role) const
{
    const ActSummary *shown = act(index);
    if (!shown)
        return {};
    const auto column = Is(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(*shown, column);
    case Qt::ToolTipRole: return plainToolTip(toolTip(*shown, column));
    case Qt::TextAlignmentRole:
        return int((column == Is::Size ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case Qt::DecorationRole: {
        const StateLook look = actLook(shown->state);
        return column == Is::State ? QVariant(m_theme.icon(look.icon, look.color)) : QVariant();
    }
    case Qt::ForegroundRole:
        return column == Is::State ? QVariant(m_theme.color(actLook(shown->state).color)) : QVariant();
    default: return QSortFilterProxyModel::data(index, role);
    }
}

QVariant ActTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return columnTitle(Is(section));
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    return QSortFilterProxyModel::headerData(section, orientation, role);
}

QString ActTextModel::deviceName(const ActSummary &act) const
{
    const DeviceRecord *device = m_devices.device(act.device);
    return device ? visible(device->facts.name) : act.device.value();
}

/// A list of many devices has one clock.
QString ActTextModel::text(const ActSummary &act, ActListModel::Column column) const
{
    switch (column) {
    case Is::When: return TimeText().text(act.time);
    case Is::Device: return deviceName(act);
    case Is::What:
        //: %1 "remediation", %2 "file"
        return act.type == EntityType::Network
            ? Words::actKindText(act.kind)
            : tr("%1 (%2)", "act").arg(Words::actKindText(act.kind), Words::entityText(act.type));
    case Is::Thing: return act.type == EntityType::Network ? QString() : thingsText(act);
    case Is::State: return Words::actStateText(act.state);
    case Is::Size: return act.size > 0 ? sizeText(act.size) : QString();
    case Is::By: return visible(act.analyst);
    case Is::Why: return visible(act.reason);
    case Is::Expires:
        if (!act.expires || act.kind != ActKind::Remediate)
            return {};
        if (*act.expires <= QDateTime::currentDateTimeUtc())
            //: of what an undo would need: it is kept no longer
            return tr("over", "can be undone until");
        // Of what was undone, or never touched, there is nothing to undo.
        return canBeUndone(act, QDateTime::currentDateTimeUtc()) ? TimeText().text(*act.expires) : QString();
    case Is::ColumnCount: break;
    }
    return {};
}

QString ActTextModel::toolTip(const ActSummary &act, ActListModel::Column column) const
{
    switch (column) {
    case Is::When: return Words::timeDetails(act.time, TimeText());
    case Is::Expires: return act.expires ? Words::timeDetails(*act.expires, TimeText()) : QString();
    case Is::Size: return act.size > 0 ? Words::sizeText(act.size) : QString();
    case Is::State:
        if (act.undoneBy)
            //: %1 the number of an act on a device
            return tr("%1 by act %2", "undone").arg(Words::actStateText(act.state)).arg(*act.undoneBy);
        return Words::actStateText(act.state);
    case Is::What:
        //: %1 its number on the device
        return tr("Act %1, in %n step(s)", nullptr, int(act.steps)).arg(act.act);
    default: return text(act, column);
    }
}

QString ActTextModel::columnTitle(ActListModel::Column column)
{
    switch (column) {
    //: column of the remediations
    case Is::When: return Words::timeTitle(tr("When"), TimeText());
    //: column of the remediations
    case Is::Device: return tr("Device");
    //: column of the remediations: what was done
    case Is::What: return tr("What");
    //: column of the remediations: what it was done to
    case Is::Thing: return tr("To what");
    //: column of the remediations
    case Is::State: return tr("State");
    //: column of the remediations: how much was taken away
    case Is::Size: return tr("Size");
    //: column of the remediations: who did it
    case Is::By: return tr("By");
    //: column of the remediations: why it was done
    case Is::Why: return tr("Reason");
    //: column of the remediations
    case Is::Expires: return Words::timeTitle(tr("Can be undone until"), TimeText());
    case Is::ColumnCount: break;
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_acttextmodel.cpp"
