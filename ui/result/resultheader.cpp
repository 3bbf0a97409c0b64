// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/resultheader.h"

#include "models/result/cellformat.h"
#include "models/result/resultmodel.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

ResultHeader::ResultHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setSortIndicatorShown(false); // there may be several
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QHeaderView::sectionClicked, this, [this](int section) {
        Q_EMIT sortRequested(section, QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier));
    });
}

QString ResultHeader::title(const QString &column)
{
    return column.sliced(column.lastIndexOf(u'.') + 1);
}

void ResultHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const auto fact = [&](int role) { return model()->headerData(logicalIndex, Qt::Horizontal, role); };
    option->text = title(option->text);
    if (const int mark = fact(ResultModel::SortRole).toInt()) {
        const bool several = static_cast<const ResultModel *>(model())->sortColumns().size() > 1;
        option->text += (mark > 0 ? u" ↑"_s : u" ↓"_s) + (several ? QString::number(std::abs(mark)) : QString());
    }
    const auto type = ValueType(fact(ResultModel::ValueTypeRole).toInt());
    option->textAlignment = (isNumeric(type) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

/// A funnel beside the name of a column that a filter looks at.
void ResultHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, logicalIndex);
    painter->restore();
    if (!model()->headerData(logicalIndex, Qt::Horizontal, ResultModel::FilteredRole).toBool())
        return;
    constexpr int size = 10;
    m_theme.icon(u"filter"_s, Color::Accent)
        .paint(painter, QRect(rect.right() - size, rect.center().y() - size / 2, size, size));
}

bool ResultHeader::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int section = logicalIndexAt(help->pos());
    const QString id = model()->headerData(section, Qt::Horizontal, ResultModel::ColumnIdRole).toString();
    const CommandSpec &command = static_cast<const ResultModel *>(model())->command();
    QToolTip::showText(help->globalPos(), plainToolTip(Words::columnPurpose(command.verb, id)), viewport());
    return true;
}

void ResultHeader::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuRequested(logicalIndexAt(event->pos()), event->globalPos());
}

} // namespace Sonde::Client

#include "moc_resultheader.cpp"
