// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicedelegate.h"

#include "models/inventory/devicemodel.h"
#include "models/text/visibletext.h"
#include "ui/devices/chips.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QPainter>

namespace Sonde::Client {

namespace {

constexpr int Margin = 8;
constexpr int DotRoom = 16;

QStringList chipWords(const DeviceRecord &device, int column)
{
    QStringList words;
    if (column == DeviceModel::Group && !device.group.isEmpty())
        words << visible(Words::groupText(device.group));
    if (column == DeviceModel::Tags) {
        for (const QString &tag : device.tags)
            words << visible(tag);
    }
    return words;
}

const DeviceRecord *record(const QModelIndex &index)
{
    return index.data(DeviceModel::DeviceRole).value<const DeviceRecord *>();
}

bool hasChips(int column)
{
    return column == DeviceModel::Group || column == DeviceModel::Tags;
}

} // namespace

DeviceDelegate::DeviceDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void DeviceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintBackground(*painter, option);
    QRect area = option.rect.adjusted(Margin, 0, -Margin / 2, 0);
    const DeviceRecord *device = record(index);
    if (device && hasChips(index.column())) {
        paintChips(*painter, area, chipWords(*device, index.column()), option.font, m_theme);
        return;
    }
    if (device && index.column() == DeviceModel::Name) {
        const bool online = index.data(DeviceModel::OnlineRole).toBool();
        paintPresence(*painter, QRect(area.left(), area.top(), 10, area.height()), online, m_theme);
        area.setLeft(area.left() + DotRoom);
    }
    paintText(*painter, option, area, index);
}

QSize DeviceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = option.font;
    font.setBold(index.column() == DeviceModel::Name);
    const QFontMetrics metrics(font);
    const DeviceRecord *device = record(index);
    const int width = device && hasChips(index.column()) ? chipsWidth(chipWords(*device, index.column()), option.font)
                                                         : metrics.horizontalAdvance(index.data().toString());
    return {width + 2 * Margin + (index.column() == DeviceModel::Name ? DotRoom : 0), metrics.height() + 9};
}

void DeviceDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const
{
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, m_theme.color(Color::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, m_theme.color(Color::Hover));
    const bool focused = option.state & QStyle::State_Selected && option.widget && option.widget->hasFocus();
    painter.setPen(m_theme.color(focused ? Color::Accent : Color::Hover));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (focused)
        painter.drawLine(option.rect.topLeft(), option.rect.topRight());
}

void DeviceDelegate::paintText(
    QPainter &painter, const QStyleOptionViewItem &option, const QRect &area, const QModelIndex &index) const
{
    const bool online = index.data(DeviceModel::OnlineRole).toBool();
    const bool held = !index.data(DeviceModel::HolderRole).toString().isEmpty();
    Color color = Color::Text;
    if (index.column() == DeviceModel::State)
        color = online ? Color::Good : Color::DimText;
    else if (index.column() == DeviceModel::Session)
        color = held ? Color::Text : Color::DimText;
    QFont font = option.font;
    if (index.column() == DeviceModel::Name)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_theme.color(color));
    painter.drawText(area, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
}

void paintPresence(QPainter &painter, const QRect &area, bool online, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF center = QRectF(area).center();
    if (online) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Color::Good));
        painter.drawEllipse(center, 4, 4);
    } else {
        painter.setPen(QPen(theme.color(Color::DimText), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(center, 3.3, 3.3);
    }
    painter.restore();
}

} // namespace Sonde::Client

#include "moc_devicedelegate.cpp"
