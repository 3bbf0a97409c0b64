// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/outputpane.h"

#include <QWidget>
#include <optional>

class QPushButton;
class QVBoxLayout;

namespace Sonde::Client {

class ColumnChoices;
class PlainLabel;
class ResultBar;
class ResultModel;
class ResultView;
class SessionActions;
class Theme;

/// A result of many rows: above them what they are filtered and arranged by, and a word where the filter leaves none.
class ResultPane final : public QWidget, public OutputPane
{
    Q_OBJECT

public:
    ResultPane(const Theme &theme, SessionActions &actions, QWidget *parent = nullptr);

    /// Not owned. `choices` remembers columns; may be nullptr.
    void setResult(ResultModel *result, ColumnChoices *choices);
    [[nodiscard]] ResultModel *result() const { return m_result; }
    [[nodiscard]] ResultView *view() const { return m_view; }
    /// Made when it is first needed, as most results are looked at as they came.
    [[nodiscard]] ResultBar *bar();
    /// Whether the filter's line says how many rows are left: not where something around it does. Before setResult().
    void setCounting(bool counting) { m_counting = counting; }
    void setFolder(const QString &folder);
    void toggleFilter();
    void openFilter();
    /// Goes to a row of the command's result. When the filter or a closed group hides it, they go.
    void showRow(int row);

    [[nodiscard]] QWidget *widget() override { return this; }
    void setName(const QString &name) override;
    [[nodiscard]] int heightFor(int mostRows) const override;
    [[nodiscard]] bool hasSelection() const override;
    [[nodiscard]] QString selectedText() const override;
    void selectAll() override;
    void clearSelection() override;
    void setHighlighted(const QString &text) override;
    bool findFrom(Start start, const QString &text, bool backwards) override;
    void addActions(QMenu &menu) override;

Q_SIGNALS:
    void contextMenuRequested(const QPoint &globalPosition);
    void contentHeightChanged();

private:
    void refresh();
    void retranslate();
    void makeBar();
    void makeNone();
    void followArrangement();
    void goToWanted();
    [[nodiscard]] bool isBare() const;

    const Theme &m_theme;
    ResultModel *m_result = nullptr;
    bool m_counting = true;
    std::optional<int> m_wanted; ///< a row of the result, as soon as it is shown
    ResultBar *m_bar = nullptr;
    ResultView *m_view;
    QVBoxLayout *m_rows;
    QWidget *m_none = nullptr; ///< with what is in it
    PlainLabel *m_noneText = nullptr;
    QPushButton *m_noneClear = nullptr;
};

} // namespace Sonde::Client
