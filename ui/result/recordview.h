// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/outputpane.h"

#include <QTableView>

namespace Sonde::Client {

class CellDelegate;
class RecordModel;
class ResultTable;
class SessionActions;
class Theme;

/// A result of one row: its fields and their values.
class RecordView final : public QTableView, public OutputPane
{
    Q_OBJECT

public:
    RecordView(const Theme &theme, SessionActions &actions, QWidget *parent = nullptr);

    /// Not owned.
    void setResult(const ResultTable *result);
    /// Where relative paths of the result are, for the commands offered.
    void setFolder(const QString &folder) { m_folder = folder; }

    [[nodiscard]] QWidget *widget() override { return this; }
    [[nodiscard]] int heightFor(int mostRows) const override;
    [[nodiscard]] bool hasSelection() const override;
    [[nodiscard]] QString selectedText() const override;
    void selectAll() override { QTableView::selectAll(); }
    void clearSelection() override { QTableView::clearSelection(); }
    void setHighlighted(const QString &text) override;
    bool findFrom(Start start, const QString &text, bool backwards) override;
    void addActions(QMenu &menu) override;

Q_SIGNALS:
    void contextMenuRequested(const QPoint &globalPosition);
    void contentHeightChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void onReset();
    void fitFields();
    [[nodiscard]] bool fitRows();
    void addCopyButtons();
    void restyle();

    const Theme &m_theme;
    SessionActions &m_actions;
    CellDelegate *m_values;
    RecordModel *m_record = nullptr;
    QString m_folder;
};

} // namespace Sonde::Client
