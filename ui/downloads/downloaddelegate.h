// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/celldelegate.h"

namespace Sonde::Client {

/// How much of a download is here: a bar under the words, in the colour of its state.
class ProgressDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    explicit ProgressDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

/// The state of a download in its colour, with its sign.
class DownloadStateDelegate final : public LookDelegate
{
    Q_OBJECT

public:
    explicit DownloadStateDelegate(const Theme &theme, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Sonde::Client
