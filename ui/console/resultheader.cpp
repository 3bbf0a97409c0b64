// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultheader.h"

#include "cellformat.h"
#include "resultmodel.h"

namespace Sonde {

ResultHeader::ResultHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QString ResultHeader::title(const QString &columnId)
{
    return columnId.sliced(columnId.lastIndexOf(u'.') + 1);
}

void ResultHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const auto type = ValueType(model()->headerData(logicalIndex, Qt::Horizontal, ResultModel::ValueTypeRole).toInt());
    option->text = title(option->text);
    option->textAlignment = (isNumeric(type) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace Sonde
