// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace Sonde::Client {

class ResultView;
class Theme;

/// The columns that say which thing a row is about, over the left edge of a table that was scrolled sideways. They are the table's own
/// cells: its selection, its order, its menu.
class FrozenColumns final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrozenColumns)

public:
    /// Owned by `rows`.
    FrozenColumns(const Theme &theme, ResultView &rows);

    /// The table scrolled, or its columns, place or model are others.
    void follow();
    /// Whether it stands over the table with all of the column.
    [[nodiscard]] bool showsWhole(int column) const;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] int frozenCount() const;
    void adopt();

    const Theme &m_theme;
    ResultView &m_rows;
    QList<int> m_whole; ///< rows that are higher than the others
};

} // namespace Sonde::Client
