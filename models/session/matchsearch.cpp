// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/matchsearch.h"

#include "models/session/commandoutput.h"

#include <QDeadlineTimer>
#include <QTimerEvent>

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto AtOnce = 4ms;     ///< then the event loop has its turn
constexpr auto Settling = 300ms; ///< after what changed in the console
constexpr int CellsAtOnce = 200; ///< between two looks at the clock
constexpr int AskedAtOnce = 4;   ///< outputs; what cannot be had keeps its place among them, so that not all fail

} // namespace

MatchSearch::MatchSearch(const ConsoleModel &console, QObject *parent)
    : QObject(parent)
    , m_console(console)
{
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&console, signal, this, &MatchSearch::restart);
    connect(&console, &QAbstractItemModel::modelReset, this, &MatchSearch::restart);
    connect(&console, &QAbstractItemModel::dataChanged, this, &MatchSearch::restart);
}

void MatchSearch::start(const QString &text)
{
    m_restart.stop();
    m_text = text;
    m_toldNewest = false;
    m_asked.clear();
    begin();
}

void MatchSearch::begin()
{
    m_count = 0;
    m_row = m_console.rowCount();
    m_cell = 0;
    m_place.reset();
    if (m_text.isEmpty())
        m_timer.stop();
    else
        m_timer.start(0ms, this);
    if (!m_text.isEmpty())
        askForUnread();
    Q_EMIT progressed();
}

qsizetype MatchSearch::unread() const
{
    qsizetype unread = 0;
    for (int row = 0; row < m_console.rowCount(); ++row)
        unread += ConsoleModel::isOutputMissing(*m_console.block(row));
    return unread;
}

/// From the newest on, as they are searched. Those that are here are searched meanwhile.
void MatchSearch::askForUnread()
{
    int underWay = 0;
    for (int row = m_console.rowCount() - 1; row >= 0 && underWay < AskedAtOnce; --row) {
        if (!ConsoleModel::isOutputMissing(*m_console.block(row)))
            continue;
        ++underWay;
        const CommandId command = m_console.block(row)->record->id;
        if (!m_asked.contains(command)) {
            m_asked.insert(command);
            Q_EMIT outputWanted(command);
        }
        if (const CommandOutput *output = m_console.block(row)->output)
            connect(output, &CommandOutput::wholeChanged, this, &MatchSearch::outputCame, Qt::UniqueConnection);
    }
}

void MatchSearch::outputCame()
{
    if (m_text.isEmpty())
        return;
    restart();
    askForUnread();
}

/// What was found newest was told already: the view stays where it is.
void MatchSearch::restart()
{
    if (!m_text.isEmpty() && !m_restart.isActive())
        m_restart.start(Settling, this);
}

void MatchSearch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_restart.timerId()) {
        m_restart.stop();
        begin();
    } else if (event->timerId() == m_timer.timerId()) {
        lookFurther();
    }
}

void MatchSearch::lookFurther()
{
    const QDeadlineTimer until(AtOnce);
    while (!until.hasExpired()) {
        if (m_row >= 0 && m_row < m_console.rowCount() && step())
            continue;
        // To the end of the output before.
        if (--m_row < 0) {
            m_timer.stop();
            break;
        }
        const ConsoleModel::Block *block = m_console.block(m_row);
        const ResultModel *table = block && block->output ? block->output->model() : nullptr;
        const TextBuffer *text = block && block->output ? block->output->text() : nullptr;
        m_cell = table ? qsizetype(table->rowCount()) * table->columnCount() : 0;
        m_place = text ? std::optional(TextBuffer::Position{text->lineCount(), 0}) : std::nullopt;
    }
    Q_EMIT progressed();
}

/// False when nothing is left in this block.
bool MatchSearch::step()
{
    const CommandOutput *output = m_console.block(m_row)->output;
    if (!output)
        return false;
    if (output->table())
        return stepTable(*output->model());
    return output->text() && stepText(*output->text());
}

bool MatchSearch::stepTable(const ResultModel &table)
{
    const int columns = table.columnCount();
    m_cell = std::min(m_cell, qsizetype(table.rowCount()) * columns);
    for (int i = 0; i < CellsAtOnce && m_cell > 0; ++i) {
        --m_cell;
        const QModelIndex index = table.index(int(m_cell / columns), int(m_cell % columns));
        if (index.data().toString().contains(m_text, Qt::CaseInsensitive))
            note();
    }
    return m_cell > 0;
}

bool MatchSearch::stepText(const TextBuffer &text)
{
    if (!m_place)
        return false;
    const auto match = text.find(m_text, *m_place, TextBuffer::Direction::Backward);
    m_place = match ? std::optional(match->start) : std::nullopt;
    if (match)
        note();
    return match.has_value();
}

void MatchSearch::note()
{
    ++m_count;
    if (!std::exchange(m_toldNewest, true))
        Q_EMIT newestFound(m_row);
}

} // namespace Sonde::Client

#include "moc_matchsearch.cpp"
