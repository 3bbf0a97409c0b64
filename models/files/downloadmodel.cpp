// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/downloadmodel.h"

#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

double Download::progress() const
{
    if (state == State::Finished)
        return 1;
    return file.size > 0 ? std::clamp(double(done) / double(file.size), 0.0, 1.0) : 0;
}

std::optional<std::chrono::seconds> Download::timeLeft() const
{
    if (state != State::Receiving || speed <= 0 || file.size <= done)
        return {};
    return std::chrono::seconds((file.size - done + speed - 1) / speed);
}

DownloadModel::DownloadModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

const Download *DownloadModel::at(int row) const
{
    return row >= 0 && row < int(m_downloads.size()) ? &m_downloads[size_t(row)] : nullptr;
}

int DownloadModel::rowOf(CommandId command) const
{
    const auto found = std::ranges::find(m_downloads, command, &Download::command);
    return found == m_downloads.end() ? -1 : int(std::distance(m_downloads.begin(), found));
}

std::optional<double> DownloadModel::Totals::progress() const
{
    return pending > 0 && size.value_or(0) > 0 ? std::optional(double(done) / double(*size)) : std::nullopt;
}

DownloadModel::Totals DownloadModel::totals() const
{
    Totals totals;
    for (const Download &download : m_downloads) {
        totals.asking += download.state == Download::State::Asking;
        totals.finished += download.state == Download::State::Finished;
        if (!download.isPending())
            continue;
        ++totals.pending;
        totals.done += download.done;
        if (download.isGrowing())
            totals.size.reset();
        else if (totals.size)
            *totals.size += std::max(download.file.size, download.done);
        totals.speed += download.speed;
    }
    return totals;
}

void DownloadModel::reset(std::vector<Download> downloads)
{
    beginResetModel();
    m_downloads = std::move(downloads);
    endResetModel();
    Q_EMIT changed();
}

void DownloadModel::append(Download download)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_downloads.push_back(std::move(download));
    endInsertRows();
    Q_EMIT changed();
}

void DownloadModel::change(CommandId command, const std::function<void(Download &)> &what)
{
    const int row = rowOf(command);
    if (row < 0)
        return;
    what(m_downloads[size_t(row)]);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT changed();
}

void DownloadModel::remove(CommandId command)
{
    const int row = rowOf(command);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_downloads.erase(m_downloads.begin() + row);
    endRemoveRows();
    Q_EMIT changed();
}

void DownloadModel::move(CommandId command, int by)
{
    const int from = rowOf(command);
    const int to = std::clamp(from + by, 0, rowCount() - 1);
    if (from < 0 || from == to)
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    const auto begin = m_downloads.begin();
    if (to > from)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    endMoveRows();
    Q_EMIT changed();
}

int DownloadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_downloads.size());
}

int DownloadModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DownloadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Download &download = *at(index.row());
    if (role == CommandIdRole)
        return download.command.value();
    if (role == DownloadRole)
        return QVariant::fromValue(&download);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Name: return QString::fromUtf8(download.file.name());
    case Device: return download.deviceName;
    case Progress: return download.progress();
    case Speed: return download.speed;
    case TimeLeft: return download.timeLeft() ? QVariant(qint64(download.timeLeft()->count())) : QVariant();
    case State: return Codec::wireName(download.state);
    case Hash: return QString::fromLatin1(download.sha256.toHex());
    case KeptAs: return download.target;
    case Asked: return download.accepted;
    case CommandLine: return download.line;
    case ColumnCount: break;
    }
    return {};
}

QVariant DownloadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Name: return u"name"_s;
    case Device: return u"device"_s;
    case Progress: return u"progress"_s;
    case Speed: return u"bytes_per_second"_s;
    case TimeLeft: return u"seconds_left"_s;
    case State: return u"state"_s;
    case Hash: return u"sha256"_s;
    case KeptAs: return u"kept_as"_s;
    case Asked: return u"asked"_s;
    case CommandLine: return u"command_line"_s;
    case ColumnCount: break;
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_downloadmodel.cpp"
