// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/downloadtextmodel.h"

#include "models/text/visibletext.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/sizetext.h"
#include "protocol/time/timetext.h"
#include "ui/theme/plaintext.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

DownloadTextModel::DownloadTextModel(DownloadModel &downloads, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_downloads(downloads)
{
    setSourceModel(&downloads);
}

QString DownloadTextModel::stateText(const Download &download)
{
    using enum Download::State;
    switch (download.state) {
    case Queued:
        //: state of a download: it waits for its turn
        return tr("waiting");
    case Receiving:
        //: state of a download
        return tr("downloading");
    case Packing:
        //: state of a download: its zip is being written
        return tr("packing");
    case Retrying:
        //: state of a download: the connection was lost
        return tr("tries again");
    case Paused:
        //: state of a download
        return tr("paused");
    case Asking:
        //: state of a download: it waits for the analyst's answer
        return tr("has a question");
    case Finished:
        //: state of a download: complete, and its hash is right
        return tr("verified");
    case Failed:
        //: state of a download
        return tr("failed");
    case Cancelled:
        //: state of a download
        return tr("cancelled");
    }
    Q_UNREACHABLE_RETURN({});
}

QString DownloadTextModel::speedText(qint64 bytesPerSecond)
{
    //: %1 is a size: so much in a second
    return bytesPerSecond > 0 ? tr("%1/s").arg(sizeText(bytesPerSecond)) : QString();
}

QString DownloadTextModel::totalsText(const DownloadModel::Totals &totals)
{
    QStringList parts;
    if (totals.pending > 0) {
        //: downloads that are not at their end
        parts << tr("%n under way", nullptr, totals.pending);
        if (const auto progress = totals.progress())
            parts << tr("%1 %").arg(QLocale().toString(int(100 * *progress)));
        else if (!totals.size && totals.done > 0)
            parts << sizeText(totals.done);
        if (totals.speed > 0)
            parts << speedText(totals.speed);
    }
    if (totals.asking > 0)
        //: downloads that wait for an answer
        parts << tr("%n question(s)", nullptr, totals.asking);
    if (totals.finished > 0)
        //: downloads
        parts << tr("%n finished", nullptr, totals.finished);
    return parts.join(u" · "_s);
}

QString DownloadTextModel::progressText(const Download &download) const
{
    const QLocale locale;
    const QString size = sizeText(download.file.size);
    if (download.state == Download::State::Finished)
        return Words::sizeText(download.file.size);
    if (download.isGrowing())
        return sizeText(download.done);
    //: a part in percent, of a size
    return tr("%1 % of %2").arg(locale.toString(int(download.progress() * 100)), size);
}

QString DownloadTextModel::text(const Download &download, int column) const
{
    switch (column) {
    case DownloadModel::Name: return DevicePath(download.file.name()).typed();
    case DownloadModel::Device: return download.deviceName;
    case DownloadModel::Progress: return progressText(download);
    case DownloadModel::Speed: return speedText(download.speed);
    case DownloadModel::TimeLeft:
        return download.timeLeft() ? Words::spanText(std::chrono::ceil<std::chrono::seconds>(*download.timeLeft()))
                                   : QString();
    case DownloadModel::State: return stateText(download);
    case DownloadModel::KeptAs: return QFileInfo(download.target).fileName();
    case DownloadModel::Asked: return TimeText().text(download.accepted);
    case DownloadModel::CommandLine:
        //: A command: its number, and its line
        return tr("%1: %2").arg(download.command.toString(), download.line);
    default: return QString::fromLatin1(download.sha256.toHex());
    }
}

QString DownloadTextModel::toolTip(const Download &download, int column) const
{
    if (column == DownloadModel::State && download.problem)
        return visible(Words::errorText(*download.problem));
    if (column == DownloadModel::Asked)
        return Words::timeDetails(download.accepted, TimeText());
    if (column == DownloadModel::CommandLine)
        return visible(download.line);
    if (column == DownloadModel::Hash)
        return QString::fromLatin1(download.sha256.toHex());
    //: %1 a path on a device, %2 where it is kept on this computer
    return visible(tr("%1\nis kept as\n%2")
            .arg(DevicePath(download.file.path).typed(), QDir::toNativeSeparators(download.target)));
}

QVariant DownloadTextModel::data(const QModelIndex &index, int role) const
{
    const Download *download = index.isValid() ? m_downloads.at(index.row()) : nullptr;
    if (!download)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(*download, index.column());
    case Qt::ToolTipRole: return plainToolTip(toolTip(*download, index.column()));
    case Qt::TextAlignmentRole:
        if (index.column() == DownloadModel::Speed || index.column() == DownloadModel::TimeLeft)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        break;
    default: break;
    }
    return QIdentityProxyModel::data(index, role);
}

QVariant DownloadTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == DownloadModel::Speed || section == DownloadModel::TimeLeft))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DownloadModel::Name:
        //: Column: name of a file
        return tr("Name");
    case DownloadModel::Device: return tr("Device");
    case DownloadModel::Progress:
        //: Column: how much of a download is here
        return tr("Progress");
    case DownloadModel::Speed:
        //: Column: bytes in a second
        return tr("Speed");
    case DownloadModel::TimeLeft:
        //: Column: until a download is complete
        return tr("Time left");
    case DownloadModel::State:
        //: Column: state of a download
        return tr("State");
    case DownloadModel::KeptAs:
        //: Column: name of a downloaded file on this computer
        return tr("Kept as");
    case DownloadModel::Asked:
        //: Column: when a download was asked for
        return Words::timeTitle(tr("Asked for"), TimeText());
    case DownloadModel::CommandLine:
        //: Column: the command that asked for a download
        return tr("Command");
    default: return u"SHA-256"_s;
    }
}

Qt::ItemFlags DownloadTextModel::flags(const QModelIndex &index) const
{
    const Download *download = index.isValid() ? m_downloads.at(index.row()) : nullptr;
    const bool here = download && download->state == Download::State::Finished;
    return QIdentityProxyModel::flags(index).setFlag(Qt::ItemIsDragEnabled, here);
}

QStringList DownloadTextModel::mimeTypes() const
{
    return {u"text/uri-list"_s};
}

QMimeData *DownloadTextModel::mimeData(const QModelIndexList &indexes) const
{
    QList<QUrl> files;
    for (const QModelIndex &index : indexes) {
        const Download *download = m_downloads.at(index.row());
        if (index.column() == 0 && download->state == Download::State::Finished)
            files << QUrl::fromLocalFile(download->target);
    }
    auto *data = new QMimeData;
    data->setUrls(files);
    return data;
}

void DownloadTextModel::refresh()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace Sonde::Client

#include "moc_downloadtextmodel.cpp"
