// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/columnfit.h"

#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTableView>
#include <algorithm>

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto Soon = 120ms;          ///< in which what changes together is measured once
constexpr int Padding = 16;           ///< of a cell, both sides
constexpr int Rounding = 4;           ///< a text is painted a little wider than it is measured
constexpr int Sign = 24;              ///< in front of a word, and what is around it
constexpr int MostTitleLetters = 18;  ///< for which a column is made wider than its least
constexpr int MostWishedLetters = 36; ///< of a title for which it is made wider while there is room
constexpr int MostCellLetters = 72;   ///< of a cell for which it is made wider while there is room

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
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ColumnFit::fitAnew); // its sign stands beside a title
    m_soon.setSingleShot(true);
    m_soon.setInterval(Soon);
    connect(&m_soon, &QTimer::timeout, this, &ColumnFit::fit);
    const QAbstractItemModel *model = m_table.model();
    connect(model, &QAbstractItemModel::headerDataChanged, this, &ColumnFit::fitAnew);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_needed.clear();
        fitSoon();
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, &ColumnFit::fitSoon);
    connect(model, &QAbstractItemModel::dataChanged, this, &ColumnFit::fitSoon);
    connect(m_table.verticalScrollBar(), &QScrollBar::valueChanged, this, &ColumnFit::fitSoon);
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
        fitAnew();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &ColumnFit::fitAnew, Qt::QueuedConnection); // once the titles have it, too
    return QObject::eventFilter(watched, event);
}

void ColumnFit::noteSize(int section, int size)
{
    if (m_fitting || size == 0) // it was hidden
        return;
    m_sized[section] = size;
    fit();
}

ColumnFit::Share ColumnFit::shareOf(const Column &column)
{
    const auto pixels = [letter = m_table.fontMetrics().horizontalAdvance(u'n')](
                            int letters) { return letters * letter + Padding; };
    int words = 0;
    for (const QString &word : column.words ? column.words() : QStringList())
        words = std::max(words, m_table.fontMetrics().horizontalAdvance(word) + Sign + Padding);
    const int titled = neededByTitle(column.section);
    const int title = std::min(titled, pixels(MostTitleLetters));
    const int cells = std::min(neededByCells(column.section), pixels(MostCellLetters));
    const int uncut = std::max(words, column.whole ? cells : 0);
    const int wish = std::max({pixels(column.wish), uncut, std::min(titled, pixels(MostWishedLetters))});
    const int sized = m_sized.value(column.section, wish);
    const int least = std::max(pixels(column.least), uncut);
    const int need = m_sized.contains(column.section) ? 0 : std::max({title, words, cells});
    return {&column, std::max(title, std::min(sized, least)), std::max(title, sized), need};
}

/// Pixels.
int ColumnFit::neededByCells(int section)
{
    const QAbstractItemView &cells = m_table;
    int &needed = m_needed[section];
    needed = std::max(needed, cells.sizeHintForColumn(section) + Rounding);
    return needed;
}

/// Pixels. A column that is hidden says nothing of it.
int ColumnFit::neededByTitle(int section)
{
    if (!m_titled.contains(section)) {
        QHeaderView *header = m_table.horizontalHeader();
        header->setSectionHidden(section, false);
        m_titled[section] = header->sectionSizeHint(section);
    }
    return m_titled.value(section);
}

/// Once for all that comes together; a table that is hidden is measured when it shows.
void ColumnFit::fitSoon()
{
    if (!m_soon.isActive() && m_table.isVisible())
        m_soon.start();
}

void ColumnFit::fitAnew()
{
    m_needed.clear();
    m_titled.clear();
    fit();
}

/// Each gets its least, and of what is left a part as large as what it wishes besides.
void ColumnFit::shareByWish(std::vector<Share> &shares, int room)
{
    int least = 0;
    int missing = 0;
    for (const Share &share : shares) {
        least += share.least;
        missing += share.wish - share.least;
    }
    const int over = std::clamp(room - least, 0, missing);
    for (Share &share : shares) {
        share.size = share.least;
        if (missing > 0)
            share.size += int(qint64(share.wish - share.least) * over / missing);
    }
}

/// Of `spare`, and of what others do not need: those that lack little get all of it, the rest is shared evenly.
void ColumnFit::giveToCut(std::vector<Share> &shares, int spare)
{
    std::vector<Share *> cut;
    int unused = 0;
    for (Share &share : shares) {
        if (share.need > share.size)
            cut.push_back(&share);
        else if (share.need > 0)
            unused += share.size - share.need;
    }
    std::ranges::sort(cut, {}, [](const Share *share) { return share->need - share->size; });
    const int room = spare + unused;
    int left = room;
    for (size_t i = 0; i < cut.size(); ++i) {
        Share &share = *cut.at(i);
        const int part = std::min(share.need - share.size, left / int(cut.size() - i));
        share.size += part;
        left -= part;
    }
    const int taken = std::max(0, room - left - spare);
    for (Share &share : shares) {
        const bool isCut = std::ranges::contains(cut, &share);
        if (taken > 0 && !isCut && share.need > 0)
            share.size -= int((qint64(share.size - share.need) * taken + unused - 1) / unused);
    }
}

void ColumnFit::giveToGrowing(std::vector<Share> &shares, int spare) const
{
    const auto isGrowing = [this](const Share &share) {
        return share.column->grows && !m_sized.contains(share.column->section);
    };
    const auto growing = int(std::ranges::count_if(shares, isGrowing));
    for (Share &share : shares) {
        if (isGrowing(share))
            share.size += spare / growing;
    }
}

void ColumnFit::fit()
{
    if (m_fitting)
        return;
    const QScopedValueRollback quiet(m_fitting, true);
    QHeaderView *header = m_table.horizontalHeader();
    if (!m_table.isVisible()) { // nothing is measured that nobody sees: it is once it shows
        for (const Column &column : m_columns)
            header->setSectionHidden(column.section, !column.shown);
        return;
    }
    const int room = m_table.viewport()->width();
    std::vector<Share> shares = sharesIn(room);
    const auto spare = [&shares, room] {
        int size = 0;
        for (const Share &share : shares)
            size += share.size;
        return std::max(0, room - size);
    };
    shareByWish(shares, room);
    giveToCut(shares, spare());
    giveToGrowing(shares, spare());
    for (const Column &column : m_columns)
        header->setSectionHidden(column.section, std::ranges::find(shares, &column, &Share::column) == shares.end());
    for (const Share &share : shares)
        header->resizeSection(share.column->section, share.size);
}

/// Of the columns that there is room for.
std::vector<ColumnFit::Share> ColumnFit::sharesIn(int room)
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
