// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/consolemodel.h"

#include "models/session/commandoutput.h"
#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

ConsoleModel::ConsoleModel(const CommandRecords &records, QObject *parent)
    : QAbstractListModel(parent)
    , m_records(records)
{
    connect(&m_records, &CommandRecords::changed, this, &ConsoleModel::update);
    for (const CommandRecord &record : m_records.commands())
        update(record.id);
}

void ConsoleModel::setDeliveries(const Deliveries &deliveries)
{
    m_deliveries = &deliveries;
    connect(&deliveries, &Deliveries::changed, this, &ConsoleModel::updateDelivery);
    for (const Block &block : m_blocks)
        updateDelivery(block.record->id);
}

const ConsoleModel::Block *ConsoleModel::block(int row) const
{
    return row >= 0 && row < int(m_blocks.size()) ? &m_blocks[size_t(row)] : nullptr;
}

const ConsoleModel::Block *ConsoleModel::block(CommandId id) const
{
    return block(rowOf(id));
}

int ConsoleModel::rowOf(CommandId id) const
{
    if (!id.isValid())
        return -1;
    // What happens, happens at the end: looked for from there.
    const auto found = std::ranges::find_last(m_blocks, id, [](const Block &block) { return block.record->id; });
    return found.empty() ? -1 : int(std::distance(m_blocks.begin(), found.begin()));
}

int ConsoleModel::rowOfSubmission(const QString &submission) const
{
    const auto found = std::ranges::find_last(m_blocks, submission, &Block::submission);
    return found.empty() ? -1 : int(std::distance(m_blocks.begin(), found.begin()));
}

void ConsoleModel::appendLocal(Block block)
{
    const int row = int(m_blocks.size());
    beginInsertRows({}, row, row);
    m_blocks.push_back(std::move(block));
    endInsertRows();
}

void ConsoleModel::adopt(const QString &submission, CommandId id)
{
    const int local = rowOfSubmission(submission);
    if (local < 0) {
        // Cleared away while it waited, or never to be seen: its command stays away too.
        clearUpTo(id);
        return;
    }
    const int known = rowOf(id);
    if (known >= 0 && known != local) {
        // The journal was faster: the two are one, where the line was typed.
        const Block fromJournal = m_blocks[size_t(known)];
        changeRow(local, [&](Block &block) {
            block.record = fromJournal.record;
            block.output = fromJournal.output;
            block.trace = fromJournal.trace;
            block.arrival = fromJournal.arrival;
            block.download = fromJournal.download;
            block.mayBring = fromJournal.mayBring;
            block.otherTypist = fromJournal.otherTypist;
            block.removals = fromJournal.removals;
            block.waiting = false;
        });
        removeBlock(known);
        return;
    }
    changeRow(local, [&](Block &block) {
        CommandRecord taken = *block.record;
        taken.id = id;
        block.record = m_records.command(id) ? journalled(id) : std::make_shared<const CommandRecord>(std::move(taken));
        block.waiting = false;
    });
}

void ConsoleModel::update(CommandId id)
{
    const CommandRecord &record = *m_records.command(id);
    if (record.origin != LineOrigin::Analyst)
        return;
    if (record.invocation.has(Trait::ClearsConsole) && record.id > m_clearedUpTo)
        clearUpTo(record.id);
    else if (const int row = rowOf(record.id); row >= 0) {
        changeRow(row, [&](Block &block) {
            block.record = journalled(id);
            block.unseenBefore = unseenBefore(id);
            block.otherTypist = otherTypist(m_records.session(), record);
            block.removals = removalsOf(m_records.session(), record);
            showDelivery(block);
        });
    } else if (record.id > m_clearedUpTo) {
        Block block;
        block.record = journalled(id);
        block.unseenBefore = unseenBefore(id);
        block.otherTypist = otherTypist(m_records.session(), record);
        block.removals = removalsOf(m_records.session(), record);
        showDelivery(block);
        appendLocal(std::move(block));
    }
}

int ConsoleModel::unseenBefore(CommandId id) const
{
    const auto &all = m_records.commands();
    int unseen = 0;
    for (auto it = all.constFind(id); it != all.cbegin(); ++unseen) {
        --it;
        if (it->origin != LineOrigin::Completion)
            break;
    }
    return unseen;
}

void ConsoleModel::showDelivery(Block &block) const
{
    if (!m_deliveries)
        return;
    block.download = m_deliveries->download(block.record->id);
    block.arrival = m_deliveries->arrival(*block.record);
    block.mayBring = m_deliveries->mayBring();
}

/// Bytes arrive many times a second: who shows the block need not make all of it anew for that.
void ConsoleModel::updateDelivery(CommandId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    Block &block = m_blocks[size_t(row)];
    const auto saidOf = [](const Block &shown) {
        return std::pair(shown.arrival, shown.download ? shown.download->problem : std::nullopt);
    };
    const auto before = saidOf(block);
    showDelivery(block);
    Q_EMIT dataChanged(index(row), index(row), before == saidOf(block) ? QList<int>{DeliveryRole} : QList<int>());
}

/// The store's own record: the pointer owns nothing.
std::shared_ptr<const CommandRecord> ConsoleModel::journalled(CommandId id) const
{
    return {std::shared_ptr<const CommandRecord>(), m_records.command(id)};
}

void ConsoleModel::reject(const QString &submission, const Error &error)
{
    changeRow(rowOfSubmission(submission), [&error](Block &block) {
        CommandRecord rejected = *block.record;
        rejected.state = CommandState::Rejected;
        rejected.errors = {error};
        block.record = std::make_shared<const CommandRecord>(std::move(rejected));
        block.waiting = false;
    });
}

void ConsoleModel::setWaiting(const QString &submission, bool waiting)
{
    changeRow(rowOfSubmission(submission), [waiting](Block &block) { block.waiting = waiting; });
}

void ConsoleModel::setOutput(CommandId id, CommandOutput *output)
{
    changeRow(rowOf(id), [output](Block &block) { block.output = output; });
}

void ConsoleModel::setSaved(CommandId id, const Result<QString> &path)
{
    changeRow(rowOf(id), [&path](Block &block) {
        block.savedTo = path.value_or(QString());
        block.saveError = path ? std::nullopt : std::optional(path.error());
    });
}

void ConsoleModel::setTrace(CommandId id, const CommandTrace &trace)
{
    changeRow(rowOf(id), [&trace](Block &block) { block.trace = trace; });
}

void ConsoleModel::changeRow(int row, const std::function<void(Block &)> &what)
{
    if (row < 0)
        return;
    what(m_blocks[size_t(row)]);
    Q_EMIT dataChanged(index(row), index(row));
}

void ConsoleModel::removeBlock(int row)
{
    beginRemoveRows({}, row, row);
    m_blocks.erase(m_blocks.begin() + row);
    endRemoveRows();
}

void ConsoleModel::clear()
{
    beginResetModel();
    for (const Block &block : m_blocks)
        m_clearedUpTo = std::max(m_clearedUpTo, block.record->id);
    m_blocks.clear();
    endResetModel();
}

/// What was typed here and is not taken yet comes after it, and stays.
void ConsoleModel::clearUpTo(CommandId id)
{
    m_clearedUpTo = std::max(m_clearedUpTo, id);
    beginResetModel();
    std::erase_if(m_blocks,
        [this](const Block &block) { return block.record->id.isValid() && block.record->id <= m_clearedUpTo; });
    endResetModel();
}

bool ConsoleModel::isOutputMissing(const Block &block)
{
    const bool isRemoved = std::ranges::any_of(block.removals, [](const Error &removal) {
        return removal.facts.value(Fact::Why).toString() == Codec::wireName(ContentKind::Output);
    });
    const bool isWhole = block.output && block.output->whole();
    return isFinal(block.record->state) && block.record->chunks > 0 && !isRemoved && !isWhole;
}

std::optional<QString> ConsoleModel::helpVerb(const Block &block)
{
    if (!block.record->invocation.has(Trait::ShowsHelp))
        return {};
    const CommandSpec *about = Catalogue::instance().find(block.record->invocation.value(u"command"_s));
    return about ? about->verb : QString();
}

int ConsoleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_blocks.size());
}

QVariant ConsoleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Block &what = m_blocks[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case LineRole: return what.record->line;
    case BlockRole: return QVariant::fromValue(&what);
    case CommandIdRole: return what.record->id.value();
    case RecordRole: return QVariant::fromValue(what.record.get());
    case OutputRole: return QVariant::fromValue(what.output);
    default: return {};
    }
}

} // namespace Sonde::Client

#include "moc_consolemodel.cpp"
