// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace Sonde::Client {

class ElidedLabel;
class PlainLabel;
class ResultModel;
class Theme;

/// Above a result that is arranged: the filter to type in, how many rows it lets through, and for each other thing that was asked for
/// (groups, tree, comparison) what it is and a way to end it.
class ResultBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultBar)

public:
    explicit ResultBar(const Theme &theme, QWidget *parent = nullptr);

    /// Not owned.
    /// Whether it says how many rows the filter leaves.
    void setCounting(bool counting) { m_counting = counting; }
    void setResult(ResultModel *result);
    /// Shows the filter line and gives it the focus.
    void openFilter();
    /// Empties and hides it.
    void closeFilter();
    [[nodiscard]] bool isFilterOpen() const { return m_open; }
    /// Whether there is anything to show.
    [[nodiscard]] bool isNeeded() const;

Q_SIGNALS:
    void neededChanged();
    /// Esc or Down: back to the rows.
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void restyle();
    void retranslate();
    void showMessage();
    QToolButton *addChip();
    void showChips();
    [[nodiscard]] QString comparisonText() const;
    [[nodiscard]] QString example() const;

    const Theme &m_theme;
    ResultModel *m_result = nullptr;
    QWidget *m_filterRow;
    QLineEdit *m_filter;
    ElidedLabel *m_message;
    QToolButton *m_close;
    QWidget *m_chips;
    QToolButton *m_group;
    QToolButton *m_tree;
    PlainLabel *m_comparison;
    QToolButton *m_onlyChanges;
    QToolButton *m_stopComparing;
    bool m_counting = true;
    bool m_open = false;
};

} // namespace Sonde::Client
