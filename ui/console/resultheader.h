// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Sonde {

/// The head of a result: column names without the objects they are nested in, those of numbers at the right like the numbers.
class ResultHeader final : public QHeaderView
{
public:
    explicit ResultHeader(QWidget *parent = nullptr);

    /// "memory_usage.working_set" is shown as "working_set".
    [[nodiscard]] static QString title(const QString &columnId);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
};

} // namespace Sonde
