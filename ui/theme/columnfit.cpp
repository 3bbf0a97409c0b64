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

constexpr int Padding = 16;           ///< of a cell, both sides
constexpr int Sign = 24;              ///< in front of a word, and what is around it
constexpr int MostTitleLetters = 18;  ///< for which a column is made wider than its least
constexpr int MostWishedLetters = 36; ///< of a title for which it is made wider while there is room

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
    // Of what is in view: a thousand rows more are measured otherwise, whenever one comes.
    header->setResizeContentsPrecision(0);
    m_table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table.viewport()->installEventFilter(this);
    header->installEventFilter(this);
    connect(
        header, &QHeaderView::sectionResized, this, [this](int section, int, int size) { noteSize(section, size); });
    connect(m_table.model(), &QAbstractItemModel::headerDataChanged, this, &ColumnFit::fit);
    connect(m_table.model(), &QAbstractItemModel::rowsInserted, this, &ColumnFit::fitSoon);
    connect(m_table.model(), &QAbstractItemModel::modelReset, this, &ColumnFit::fitSoon);
    fit();
}

bool ColumnFit::isShown(int section) const
{
    return std::ranges::find(m_columns, section, &Column::section)->shown;
}

void ColumnFit::setShown(int section, bool shown)
{
    std::ranges::find(m_columns, section, &Column::section)->shown = shown;
    fit();
}

QByteArray ColumnFit::state() const
{
    QList<int> hidden;
    for (const Column &column : m_columns) {
        if (!column.shown)
            hidden += column.section;
    }
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_table.horizontalHeader()->saveState() << m_sized << hidden;
    return state;
}

void ColumnFit::restore(const QByteArray &state)
{
    QByteArray header;
    QHash<int, int> sized;
    QDataStream stream(state);
    stream >> header >> sized;
    std::optional<QList<int>> hidden;
    if (!stream.atEnd()) // an earlier version kept none
        stream >> hidden.emplace();
    {
        const QScopedValueRollback quiet(m_fitting, true);
        if (stream.status() != QDataStream::Ok || !m_table.horizontalHeader()->restoreState(header))
            return;
    }
    m_sized = sized;
    for (Column &column : m_columns)
        column.shown = hidden ? !hidden->contains(column.section) : column.shown;
    fit();
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    // The table is asked for nothing by other events: it may be half gone.
    const bool isSeen = event->type() == QEvent::Resize || event->type() == QEvent::Show;
    if (isSeen && watched == m_table.viewport())
        fit();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &ColumnFit::fit, Qt::QueuedConnection); // once the titles have it, too
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
    const auto pixels = [letter = m_table.fontMetrics().horizontalAdvance(u'n')](
                            int letters) { return letters * letter + Padding; };
    int words = 0;
    for (const QString &word : column.words ? column.words() : QStringList())
        words = std::max(words, m_table.fontMetrics().horizontalAdvance(word) + Sign + Padding);
    const int whole = m_table.horizontalHeader()->sectionSizeHint(column.section);
    const int title = std::min(whole, pixels(MostTitleLetters));
    const int wish = std::max({pixels(column.wish), words, std::min(whole, pixels(MostWishedLetters))});
    const int sized = m_sized.value(column.section, wish);
    const int least = std::max(pixels(column.least), words);
    return {&column, std::max(title, std::min(sized, least)), std::max(title, sized)};
}

/// Once for all rows that come together.
void ColumnFit::fitSoon()
{
    if (std::exchange(m_fitsSoon, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_fitsSoon = false;
            fit();
        },
        Qt::QueuedConnection);
}

/// Of `spare`, which is more than all wish, each gets a part of what its cells want besides.
void ColumnFit::addCut(std::vector<Share> &shares, int spare) const
{
    const int most = MostWishedLetters * 2 * m_table.fontMetrics().horizontalAdvance(u'n');
    const QAbstractItemView &cells = m_table;
    int wanted = 0;
    for (Share &share : shares) {
        if (!m_sized.contains(share.column->section))
            share.cut = std::max(0, std::min(cells.sizeHintForColumn(share.column->section), most) - share.wish);
        wanted += share.cut;
    }
    for (Share &share : shares)
        share.cut = wanted > spare ? int(qint64(share.cut) * spare / wanted) : share.cut;
}

void ColumnFit::fit()
{
    if (m_fitting)
        return;
    const QScopedValueRollback quiet(m_fitting, true);
    QHeaderView *header = m_table.horizontalHeader();
    for (const Column &column : m_columns)
        header->setSectionHidden(column.section, !column.shown); // a hidden one says nothing of its title's width
    const int room = m_table.viewport()->width();
    std::vector<Share> shares = sharesIn(room);
    const auto isGrowing = [this](const Share &share) {
        return share.column->grows && !m_sized.contains(share.column->section);
    };
    int least = 0;
    int missing = 0;
    for (const Share &share : shares) {
        least += share.least;
        missing += share.wish - share.least;
    }
    const auto growing = int(std::ranges::count_if(shares, isGrowing));
    const int over = std::max(0, room - least);
    int spare = std::max(0, over - missing);
    if (spare > 0)
        addCut(shares, spare);
    for (const Share &share : shares)
        spare -= share.cut;
    const int extra = growing > 0 ? spare / growing : 0;
    for (const Column &column : m_columns)
        header->setSectionHidden(column.section, std::ranges::find(shares, &column, &Share::column) == shares.end());
    for (const Share &share : shares) {
        int size = share.least + share.cut;
        if (missing > 0)
            size += int(qint64(share.wish - share.least) * std::min(over, missing) / missing);
        header->resizeSection(share.column->section, size + (isGrowing(share) ? extra : 0));
    }
}

/// Of the columns that there is room for.
std::vector<ColumnFit::Share> ColumnFit::sharesIn(int room) const
{
    std::vector<Share> shares;
    int least = 0;
    for (const Column &column : m_columns) {
        if (!column.shown)
            continue;
        const Share share = shareOf(column);
        least += share.least;
        if (!shares.empty() && least > room)
            break; // it is left out, and so is what is less important
        shares.push_back(share);
    }
    return shares;
}

} // namespace Sonde::Client

#include "moc_columnfit.cpp"
