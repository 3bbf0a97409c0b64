// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/outputpane.h"

#include <QWidget>

class QPushButton;

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
    [[nodiscard]] ResultBar *bar() const { return m_bar; }
    void setFolder(const QString &folder);
    void toggleFilter();
    void openFilter();

    [[nodiscard]] QWidget *widget() override { return this; }
    void setName(const QString &name) override;
    [[nodiscard]] int heightFor(int mostRows) const override;
    [[nodiscard]] bool hasSelection() const override;
    [[nodiscard]] QString selectedText() const override;
    void selectAll() override;
    void clearSelection() override;
    void setHighlighted(const QString &text) override;
    bool find(const QString &text, bool backwards) override;
    void addActions(QMenu &menu) override;

Q_SIGNALS:
    void contextMenuRequested(const QPoint &globalPosition);
    void contentHeightChanged();

private:
    void refresh();
    void retranslate();
    [[nodiscard]] bool isBare() const;

    ResultModel *m_result = nullptr;
    ResultBar *m_bar;
    ResultView *m_view;
    QWidget *m_none;
    PlainLabel *m_noneText;
    QPushButton *m_noneClear;
};

} // namespace Sonde::Client
