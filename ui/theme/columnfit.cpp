// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/columnfit.h"

#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

namespace Sonde::Client {

namespace {

constexpr int Padding = 16; ///< of a cell, both sides

} // namespace

ColumnFit::ColumnFit(QTableView &table, std::vector<Column> columns)
    : QObject(&table)
    , m_table(table)
    , m_columns(std::move(columns))
{
    QHeaderView *header = m_table.horizontalHeader();
    Q_ASSERT(header->count() == int(m_columns.size()));
    header->setStretchLastSection(false);
    header->setTextElideMode(Qt::ElideRight);
    m_table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table.viewport()->installEventFilter(this);
    header->installEventFilter(this);
    connect(
        header, &QHeaderView::sectionResized, this, [this](int section, int, int size) { noteSize(section, size); });
    connect(m_table.model(), &QAbstractItemModel::headerDataChanged, this, &ColumnFit::fit);
    fit();
}

QByteArray ColumnFit::state() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_table.horizontalHeader()->saveState() << m_sized;
    return state;
}

void ColumnFit::restore(const QByteArray &state)
{
    QByteArray header;
    QHash<int, int> sized;
    QDataStream stream(state);
    stream >> header >> sized;
    {
        const QScopedValueRollback quiet(m_fitting, true);
        if (stream.status() != QDataStream::Ok || !m_table.horizontalHeader()->restoreState(header))
            return;
    }
    m_sized = sized;
    fit();
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    const bool resized = watched == m_table.viewport() && event->type() == QEvent::Resize;
    const bool otherFont = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (resized || otherFont)
        fit();
    return QObject::eventFilter(watched, event);
}

void ColumnFit::noteSize(int section, int size)
{
    if (m_fitting || size == 0) // it was hidden
        return;
    m_sized[section] = size;
    fit();
}

ColumnFit::Share ColumnFit::shareOf(const Column &column) const
{
    const int title = m_table.horizontalHeader()->sectionSizeHint(column.section);
    const auto pixels = [letter = m_table.fontMetrics().horizontalAdvance(u'n')](
                            int letters) { return letters * letter + Padding; };
    const int sized = m_sized.value(column.section, pixels(column.wish));
    return {std::max(title, std::min(sized, pixels(column.least))), std::max(title, sized)};
}

void ColumnFit::fit()
{
    if (m_fitting)
        return;
    const QScopedValueRollback quiet(m_fitting, true);
    QHeaderView *header = m_table.horizontalHeader();
    for (const Column &column : m_columns)
        header->setSectionHidden(column.section, false); // a hidden one says nothing of its title's width
    const int room = m_table.viewport()->width();
    std::vector<Share> shares;
    int least = 0;
    int missing = 0;
    int growing = 0;
    for (const Column &column : m_columns) {
        const Share share = shareOf(column);
        if (!shares.empty() && least + share.least > room)
            break; // it is left out, and so is what is less important
        shares.push_back(share);
        least += share.least;
        missing += share.wish - share.least;
        growing += column.grows && !m_sized.contains(column.section);
    }
    const int over = std::max(0, room - least);
    const int extra = growing > 0 ? std::max(0, over - missing) / growing : 0;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns[i];
        header->setSectionHidden(column.section, i >= shares.size());
        if (i >= shares.size())
            continue;
        int size = shares[i].least;
        if (missing > 0)
            size += int(qint64(shares[i].wish - shares[i].least) * std::min(over, missing) / missing);
        if (column.grows && !m_sized.contains(column.section))
            size += extra;
        header->resizeSection(column.section, size);
    }
}

} // namespace Sonde::Client

#include "moc_columnfit.cpp"
