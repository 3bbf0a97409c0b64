// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/popuplist.h"

#include "ui/theme/theme.h"

#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace Sonde::Client {

PopupList::PopupList(const Theme &theme, QWidget *anchor)
    : QFrame(anchor->window())
    , m_theme(theme)
    , m_anchor(anchor)
    , m_area(new QVBoxLayout(this))
    , m_list(new QListView(this))
{
    m_area->setContentsMargins(5, 5, 5, 5);
    m_area->setSpacing(5);
    m_area->addWidget(m_list);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
    // The anchor may have been put into another window since.
    connect(anchor, &QObject::destroyed, this, &QObject::deleteLater);
    hide();
}

void PopupList::setModel(QAbstractItemModel *model)
{
    m_list->setModel(model);
}

int PopupList::currentRow() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

bool PopupList::canChoose(int row) const
{
    return m_list->model()->flags(m_list->model()->index(row, 0)).testFlag(Qt::ItemIsEnabled);
}

void PopupList::move(int step)
{
    const int rows = m_list->model()->rowCount();
    int row = currentRow() < 0 ? (step > 0 ? -1 : rows) : currentRow();
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + step + rows) % rows;
        if (canChoose(row))
            return m_list->setCurrentIndex(m_list->model()->index(row, 0));
    }
}

void PopupList::select(int row)
{
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
}

void PopupList::selectFirst()
{
    m_list->setCurrentIndex({});
    move(1);
}

void PopupList::open(int x)
{
    QWidget *window = m_anchor->window();
    if (parentWidget() != window)
        setParent(window);
    const int rows = std::clamp(m_list->model()->rowCount(), 1, MostRows);
    m_list->setFixedHeight(rows * std::max(1, m_list->sizeHintForRow(0)) + 2 * m_list->frameWidth());
    const QPoint corner = m_anchor->mapTo(window, QPoint(x, 0));
    const int width = std::min(std::max(460, m_anchor->width() / 2), m_anchor->width());
    const int left = std::min(corner.x(), m_anchor->mapTo(window, QPoint(m_anchor->width(), 0)).x() - width);
    layout()->activate();
    setFixedWidth(width);
    setFixedHeight(layout()->sizeHint().height());
    QFrame::move(left, std::max(0, corner.y() - height() - 4));
    raise();
    show();
}

void PopupList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Color::ControlBorder));
    painter.setBrush(m_theme.color(Color::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

} // namespace Sonde::Client

#include "moc_popuplist.cpp"
