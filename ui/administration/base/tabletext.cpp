// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/base/tabletext.h"

#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"

namespace Sonde::Client {

namespace {

QString visibleDetails(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = visible(line);
    return lines.join(u'\n');
}

} // namespace

TableText::TableText(const Theme &theme, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_theme(theme)
{
}

void TableText::setFilterText(const QString &text)
{
    m_words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

void TableText::refresh()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_words.isEmpty())
        invalidateRowsFilter();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString TableText::shown(const QModelIndex &source) const
{
    return visible(text(source.row(), source.column()));
}

QVariant TableText::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    if (!source.isValid())
        return {};
    const auto sign = look(source.row(), source.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return shown(source);
    case Qt::ToolTipRole: return plainToolTip(visibleDetails(details(source.row(), source.column())));
    case Qt::TextAlignmentRole:
        return int((isNumber(source.column()) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case Qt::DecorationRole: return sign ? QVariant(m_theme.icon(sign->icon, sign->color)) : QVariant();
    case Qt::ForegroundRole: return sign ? QVariant(m_theme.color(sign->color)) : QVariant();
    default: return QSortFilterProxyModel::data(index, role);
    }
}

QVariant TableText::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return title(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    return QSortFilterProxyModel::headerData(section, orientation, role);
}

bool TableText::filterAcceptsRow(int row, const QModelIndex &) const
{
    QString all;
    for (int column = 0; column < sourceModel()->columnCount() && !m_words.isEmpty(); ++column)
        all += shown(sourceModel()->index(row, column)).toCaseFolded() + u'\n';
    return std::ranges::all_of(m_words, [&all](const QString &word) { return all.contains(word); });
}

bool TableText::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant one = sortKey(left.row(), left.column());
    const QVariant other = sortKey(right.row(), right.column());
    if (one.typeId() == QMetaType::QString && other.typeId() == QMetaType::QString)
        return one.toString().localeAwareCompare(other.toString()) < 0;
    return QVariant::compare(one, other) == QPartialOrdering::Less;
}

} // namespace Sonde::Client

#include "moc_tabletext.cpp"
