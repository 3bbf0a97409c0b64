// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/celldetails.h"

#include "models/result/cellformat.h"
#include "models/result/resultmodel.h"
#include "ui/words/words.h"

namespace Sonde::Client {

QString cellDetails(const QModelIndex &cell, const TimeText &times)
{
    const auto type = ValueType(cell.data(ResultModel::ValueTypeRole).toInt());
    const auto value = cell.data(ResultModel::CellRole).value<QCborValue>();
    if (isTime(value, type))
        return Words::timeDetails(QDateTime::fromString(value.toString(), Qt::ISODateWithMs), times,
            QDateTime::currentDateTimeUtc(), TimeText::digitsOf(value.toString()));
    return type == ValueType::Size && value.isInteger() ? Words::sizeText(value.toInteger()) : QString();
}

} // namespace Sonde::Client
