// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outputpane.h"

#include <QTableView>

namespace Sonde {

class CellDelegate;
class ResultModel;
class Theme;

/// The rows of a result: sorted by a click on a header, rows selected, a menu that offers commands for what a cell holds.
///
/// However many rows there are, their heights are one number and only the first ones are measured for the columns' widths.
class ResultView final : public QTableView, public OutputPane
{
    Q_OBJECT

public:
    explicit ResultView(const Theme &theme, QWidget *parent = nullptr);

    /// Not owned.
    void setResult(ResultModel *result);
    [[nodiscard]] ResultModel *result() const { return m_result; }
    /// Where relative paths of the result are, for the commands offered.
    void setFolder(const QString &folder) { m_folder = folder; }
    /// Rows selected, in the order shown.
    [[nodiscard]] QList<int> selectedRows() const;

    [[nodiscard]] QWidget *widget() override { return this; }
    [[nodiscard]] int heightFor(int mostRows) const override;
    [[nodiscard]] bool hasSelection() const override;
    [[nodiscard]] QString selectedText() const override;
    void selectAll() override { QTableView::selectAll(); }
    void clearSelection() override { QTableView::clearSelection(); }
    void setHighlighted(const QString &text) override;
    bool find(const QString &text, bool backwards) override;
    void addActions(QMenu &menu) override;

Q_SIGNALS:
    /// A line the analyst may want to run next.
    void composeRequested(const QString &line);
    void contextMenuRequested(const QPoint &globalPosition);
    void contentHeightChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    void onRowsInserted();
    void fitColumns();
    void restyle();
    [[nodiscard]] int widthFor(int column) const;

    const Theme &m_theme;
    CellDelegate *m_cells;
    ResultModel *m_result = nullptr;
    QString m_folder;
    bool m_fitted = false;
};

/// Actions for lines that may be run next; each tells `compose` its line.
void addComposeActions(QMenu &menu, const QStringList &lines, const std::function<void(const QString &)> &compose);

} // namespace Sonde
