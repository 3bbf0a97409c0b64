// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acts/shownact.h"

#include <QTreeView>

namespace Sonde::Client {

class CellDelegate;
class StepModel;
class Theme;

/// The steps of a plan or an outcome, each with its facts to be opened. However many there are, only those in view are made.
class StepView final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepView)

public:
    explicit StepView(const Theme &theme, QWidget *parent = nullptr);

    void setAct(const ShownAct &act);
    /// Pixels of `rows` rows and its header.
    [[nodiscard]] int heightOf(int rows) const;
    [[nodiscard]] int shownRows() const;
    [[nodiscard]] QString selectedText() const;
    void setHighlighted(const QString &text);
    bool find(const QString &text, bool backwards, bool fromEdge);

Q_SIGNALS:
    /// It shows more or fewer rows.
    void rowsChanged();
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    const Theme &m_theme;
    StepModel *m_steps;
    CellDelegate *m_cells;
};

} // namespace Sonde::Client
