// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/pinnedblocks.h"

#include "ui/console/blockfactory.h"
#include "ui/console/blockwidget.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Sonde::Client {

namespace {

constexpr int PinMargin = 14; ///< as the console's
constexpr int PinGap = 8;

} // namespace

PinnedBlocks::PinnedBlocks(const Theme &theme, const BlockFactory &blocks, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_blocks(blocks)
    , m_area(new QScrollArea(this))
    , m_content(new QWidget)
    , m_column(new QVBoxLayout(m_content))
{
    m_column->setContentsMargins(PinMargin, PinGap, PinMargin, PinGap);
    m_column->setSpacing(PinGap);
    m_column->addStretch();
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus); // its blocks take it
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(m_content);
    m_area->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

PinnedBlocks::~PinnedBlocks() = default;

void PinnedBlocks::setModel(const ConsoleModel &model)
{
    m_model = &model;
    connect(&model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
            if (roles == QList<int>{ConsoleModel::DeliveryRole})
                return showDelivery();
            for (int row = first.row(); row <= last.row(); ++row) {
                if (m_pinned.contains(m_model->block(row)->record->id))
                    return refresh();
            }
        });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &PinnedBlocks::refresh);
    connect(&model, &QAbstractItemModel::modelReset, this, &PinnedBlocks::refresh);
}

void PinnedBlocks::pin(CommandId command)
{
    if (m_pinned.contains(command))
        return;
    m_pinned += command;
    refresh();
    Q_EMIT pinnedChanged();
}

void PinnedBlocks::unpin(CommandId command)
{
    m_pinned.removeAll(command);
    refresh();
    Q_EMIT pinnedChanged();
}

void PinnedBlocks::tick(const QDateTime &now)
{
    for (const auto &[command, widget] : m_widgets)
        widget->tick(now);
}

void PinnedBlocks::showDelivery()
{
    for (const auto &[command, widget] : m_widgets) {
        if (const ConsoleModel::Block *block = m_model->block(command))
            widget->setDelivery(*block);
    }
}

/// What was cleared away is pinned no more.
void PinnedBlocks::refresh()
{
    const auto gone = m_pinned.removeIf([this](CommandId command) { return !m_model->block(command); });
    std::erase_if(m_widgets, [this](const auto &entry) {
        if (m_pinned.contains(entry.first))
            return false;
        entry.second->hide();
        entry.second->deleteLater(); // it may be the one that asked
        return true;
    });
    for (const CommandId command : m_pinned) {
        BlockWidget *&widget = m_widgets[command];
        if (!widget) {
            widget = m_blocks.make(m_content);
            widget->setMostRows(BlockWidget::PinnedRows);
            m_column->insertWidget(m_column->count() - 1, widget);
            connect(widget, &BlockWidget::heightChanged, this, &PinnedBlocks::fit);
            connect(widget, &BlockWidget::foldChanged, this, &PinnedBlocks::fit);
            connect(widget, &BlockWidget::pinRequested, this,
                [this](CommandId id, bool pinned) { pinned ? pin(id) : unpin(id); });
            widget->show();
        }
        m_blocks.fill(*widget, *m_model->block(command), true);
    }
    fit();
    if (gone > 0)
        Q_EMIT pinnedChanged();
}

void PinnedBlocks::fit()
{
    const int width = std::max(1, m_area->viewport()->width() - 2 * PinMargin);
    for (const auto &[command, widget] : m_widgets)
        widget->setFixedHeight(widget->heightFor(width));
    setVisible(!m_pinned.isEmpty());
    Q_EMIT heightChanged();
}

int PinnedBlocks::heightFor(int width, int most) const
{
    int height = PinGap + 1;
    for (const auto &[command, widget] : m_widgets)
        height += widget->heightFor(width - 2 * PinMargin) + PinGap;
    return m_pinned.isEmpty() ? 0 : std::min(height, most);
}

void PinnedBlocks::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_area->setGeometry(rect().adjusted(0, 0, 0, -1));
    if (event->size().width() != event->oldSize().width())
        fit();
}

void PinnedBlocks::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Color::Sunken));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Color::Border));
}

} // namespace Sonde::Client

#include "moc_pinnedblocks.cpp"
