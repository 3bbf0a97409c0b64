// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace Sonde::Client {

class CellDelegate;
struct Examination;
class Theme;
class VerdictModel;

/// The lines of a verdict. Enter leads to the row that says it.
class VerdictView final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictView)

public:
    explicit VerdictView(const Theme &theme, QWidget *parent = nullptr);

    void setExamination(const Examination &examination);
    [[nodiscard]] int lineCount() const;

Q_SIGNALS:
    /// Somebody wants to see the row of the result that a line was read from.
    void rowRequested(int row);
    /// The menu of the line that is current.
    void menuRequested(int row, const QPoint &globalPosition);
    void heightChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void fitColumns();
    [[nodiscard]] int shownRows() const;
    [[nodiscard]] int rowOf(const QModelIndex &index) const;
    [[nodiscard]] QString selectedText() const;

    VerdictModel *m_model;
    CellDelegate *m_cells;
};

} // namespace Sonde::Client
