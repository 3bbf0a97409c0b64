// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/downloadmodel.h"

#include <QIdentityProxyModel>

namespace Sonde::Client {

/// The downloads in words: translated headers and states, sizes and speeds as people read them. A finished one can be dragged out.
class DownloadTextModel final : public QIdentityProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadTextModel)

public:
    explicit DownloadTextModel(DownloadModel &downloads, QObject *parent = nullptr);

    [[nodiscard]] static QString stateText(const Download &download);
    /// "2 under way · 45 % · 12.1 MB/s", "nothing under way".
    [[nodiscard]] static QString totalsText(const DownloadModel::Totals &totals);
    /// "12.1 MB/s"; empty for nothing.
    [[nodiscard]] static QString speedText(qint64 bytesPerSecond);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }
    /// In another language now.
    void refresh();

private:
    [[nodiscard]] QString text(const Download &download, int column) const;
    [[nodiscard]] QString progressText(const Download &download) const;
    [[nodiscard]] QString toolTip(const Download &download, int column) const;

    DownloadModel &m_downloads;
};

} // namespace Sonde::Client
