// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace Sonde::Client {

class ColumnChoices;
class ResultModel;

/// What can be done with a column of a result: sort, filter, group, hide; and which columns are shown.
class ColumnMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnMenu)

public:
    /// `column` is a shown one of the model's; `choices` may be nullptr: nothing is remembered then.
    ColumnMenu(ResultModel &model, int column, ColumnChoices *choices, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Of a column of the command.
    void filterRequested(int column);

private:
    void addSorting();
    void addFiltering();
    void addGrouping();
    [[nodiscard]] bool isOfBaseline(int column) const;
    void addColumns();
    void showColumn(int column, bool shown);
    [[nodiscard]] bool isCommandColumn() const;

    ResultModel &m_model;
    ColumnChoices *m_choices;
    int m_column; ///< of the command, or the comparison's
};

} // namespace Sonde::Client
