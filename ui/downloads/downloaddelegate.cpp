// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/downloaddelegate.h"

#include "models/files/downloadmodel.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int BarHeight = 3;
constexpr int BarMargin = 8; ///< as beside the cells' texts

struct Look {
    QString icon;
    Color color = Color::DimText;
};

Look lookOf(Download::State state)
{
    using enum Download::State;
    switch (state) {
    case Queued: return {u"state-pending"_s, Color::DimText};
    case Receiving:
    case Packing: return {u"save"_s, Color::Accent};
    case Retrying: return {u"refresh"_s, Color::Warning};
    case Paused: return {u"pause"_s, Color::DimText};
    case Asking: return {u"warning"_s, Color::Warning};
    case Finished: return {u"check"_s, Color::Good};
    case Failed: return {u"cross"_s, Color::Bad};
    case Cancelled: return {u"cancel"_s, Color::DimText};
    }
    Q_UNREACHABLE_RETURN({});
}

const Download *downloadAt(const QModelIndex &index)
{
    return index.data(DownloadModel::DownloadRole).value<const Download *>();
}

} // namespace

ProgressDelegate::ProgressDelegate(const Theme &theme, QObject *parent)
    : CellDelegate(theme, parent)
    , m_theme(theme)
{
}

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    CellDelegate::paint(painter, option, index);
    const Download *download = downloadAt(index);
    if (!download || download->isOver())
        return;
    QRectF bar(option.rect.adjusted(BarMargin, 0, -BarMargin, 0));
    bar.setTop(bar.bottom() - BarHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(Color::Border));
    painter->drawRoundedRect(bar, BarHeight / 2.0, BarHeight / 2.0);
    bar.setWidth(bar.width() * download->progress());
    painter->setBrush(m_theme.color(lookOf(download->state).color));
    painter->drawRoundedRect(bar, BarHeight / 2.0, BarHeight / 2.0);
    painter->restore();
}

DownloadStateDelegate::DownloadStateDelegate(const Theme &theme, QObject *parent)
    : LookDelegate(theme, parent)
{
}

void DownloadStateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    LookDelegate::initStyleOption(option, index);
    const Download *download = downloadAt(index);
    if (!download)
        return;
    const Look look = lookOf(download->state);
    option->palette.setColor(QPalette::Text, theme().color(look.color));
    option->palette.setColor(QPalette::HighlightedText, theme().color(look.color));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {13, 13};
    option->icon = theme().icon(look.icon, look.color);
}

} // namespace Sonde::Client

#include "moc_downloaddelegate.cpp"
