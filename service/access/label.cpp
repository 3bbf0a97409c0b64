// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/label.h"

#include "protocol/base/reason.h"

#include <algorithm>

namespace Sonde::Service {

QString labelFrom(const QString &typed)
{
    return typed.left(4 * MostLabelLength).simplified().normalized(QString::NormalizationForm_C);
}

Result<void> checkLabel(const QString &label)
{
    const auto letters = label.toUcs4();
    const bool isVisible =
        std::ranges::all_of(letters, [](char32_t c) { return QChar::isPrint(c) && c != U',' && c != U'*'; });
    if (isVisible && !label.isEmpty() && label.size() <= MostLabelLength && label == labelFrom(label))
        return {};
    return fail(ErrorCode::BadValue, label.left(MostLabelLength), Reason::NotAName)
        .with(Fact::Limit, qint64(MostLabelLength));
}

} // namespace Sonde::Service
