// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/valuecounts.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QListWidget;

namespace Sonde::Client {

class PlainLabel;
class ResultModel;

/// Asks what the rows' values in one column are to be, and writes it into the result's filter: a text, a range, or some of the values that
/// occur, each with how often it does.
class ColumnFilter final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnFilter)

public:
    static constexpr int MostValues = 60; ///< of a column with more different ones none are listed

    /// `column` is one of the command's. `model` outlives the dialog.
    ColumnFilter(ResultModel &model, int column, QWidget *parent = nullptr);

    /// Shows it below its column's head.
    void openAt(const QPoint &globalPosition);

private:
    void addRange();
    void addTest();
    void addValues();
    void addButtons();
    void list(const std::vector<ValueCount> &values);
    void apply();
    [[nodiscard]] QString term() const;
    [[nodiscard]] QStringList checkedValues() const;

    ResultModel &m_model;
    int m_column;
    bool m_hasRange;
    QComboBox *m_test = nullptr;
    QLineEdit *m_text = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_until = nullptr;
    QListWidget *m_values = nullptr;
};

} // namespace Sonde::Client
