// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/consolemodel.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

ConsoleModel::ConsoleModel(QObject *parent)
    : QAbstractListModel(parent)
{
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
    const auto found = std::ranges::find_last(m_blocks, id, [](const Block &block) { return block.record.id; });
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
        const Block journalled = m_blocks[size_t(known)];
        changeRow(local, [&](Block &block) {
            block.record = journalled.record;
            block.output = journalled.output;
            block.trace = journalled.trace;
            block.waiting = false;
        });
        removeBlock(known);
        return;
    }
    changeRow(local, [&](Block &block) {
        block.record.id = id;
        block.waiting = false;
    });
}

void ConsoleModel::update(const CommandRecord &record)
{
    if (record.invocation.has(Trait::ClearsConsole) && record.id > m_clearedUpTo)
        clearUpTo(record.id);
    else if (const int row = rowOf(record.id); row >= 0) {
        changeRow(row, [&](Block &block) { block.record = record; });
    } else if (record.id > m_clearedUpTo) {
        Block block;
        block.record = record;
        appendLocal(std::move(block));
    }
}

void ConsoleModel::setOutput(CommandId id, CommandOutput *output)
{
    change(id, [output](Block &block) { block.output = output; });
}

void ConsoleModel::change(CommandId id, const std::function<void(Block &)> &what)
{
    if (const int row = rowOf(id); row >= 0)
        changeRow(row, what);
}

void ConsoleModel::changeSubmission(const QString &submission, const std::function<void(Block &)> &what)
{
    if (const int row = rowOfSubmission(submission); row >= 0)
        changeRow(row, what);
}

void ConsoleModel::changeRow(int row, const std::function<void(Block &)> &what)
{
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
        m_clearedUpTo = std::max(m_clearedUpTo, block.record.id);
    m_blocks.clear();
    endResetModel();
}

/// What was typed here and is not taken yet comes after it, and stays.
void ConsoleModel::clearUpTo(CommandId id)
{
    m_clearedUpTo = std::max(m_clearedUpTo, id);
    beginResetModel();
    std::erase_if(
        m_blocks, [this](const Block &block) { return block.record.id.isValid() && block.record.id <= m_clearedUpTo; });
    endResetModel();
}

std::optional<QString> ConsoleModel::helpVerb(const Block &block)
{
    if (!block.record.invocation.has(Trait::ShowsHelp))
        return {};
    const CommandSpec *about = Catalogue::instance().find(block.record.invocation.value(u"command"_s));
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
    case LineRole: return what.record.line;
    case BlockRole: return QVariant::fromValue(&what);
    case CommandIdRole: return what.record.id.value();
    case RecordRole: return QVariant::fromValue(&what.record);
    case OutputRole: return QVariant::fromValue(what.output);
    default: return {};
    }
}

} // namespace Sonde::Client

#include "moc_consolemodel.cpp"
