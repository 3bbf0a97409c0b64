// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

class QMenu;

namespace Sonde::Client {

class CellDelegate;
class LineModel;
class Theme;

/// Shows a LineModel of three columns: the two that say what, as wide as they need while there is room, and the one that takes the rest.
/// A fact has the whole width, so that a hash is read whole. Copies whole lines; what is typed in it is for the input line.
class LineTree : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineTree)

public:
    /// Its columns: that what is fitted first, the next one, and the one that gets what is left. A hidden one takes nothing.
    struct Fit {
        int first = 0;
        int second = 0;
        int rest = 0;
    };
    /// Owns the model.
    LineTree(const Theme &theme, LineModel *lines, const Fit &fit, QWidget *parent = nullptr);

    /// Pixels of the names of a line's facts.
    [[nodiscard]] static int widestName(const QModelIndex &line, const QFontMetrics &metrics);
    /// Pixels of `rows` rows and its header.
    [[nodiscard]] int heightOf(int rows) const;
    /// Lines, and the facts of those that are open.
    [[nodiscard]] int shownRows() const;
    [[nodiscard]] QString selectedText() const;
    void copySelected() const;
    /// "Copy SHA-256", when the current fact is a hash.
    void addHashActions(QMenu &menu) const;
    void setHighlighted(const QString &text);
    /// The next line or opened fact that holds it becomes current.
    bool find(const QString &text, bool backwards, bool fromEdge);

Q_SIGNALS:
    /// It shows more or fewer rows, or higher ones.
    void rowsChanged();
    /// Invalid: nothing is current.
    void contextMenuAsked(const QModelIndex &at, const QPoint &globalPosition);

protected:
    void fitColumns();
    /// Enter, or a double click, on a line. False: it is for who is around.
    virtual bool enterLine(const QModelIndex &) { return false; }

    void reset() override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Delegate;
    [[nodiscard]] int widest(int column) const;
    void spanFacts(const QModelIndex &line);
    void addHashButtons(const QModelIndex &line);
    void refresh();

    const Theme &m_theme;
    LineModel *m_lines;
    const Fit m_fit;
    Delegate *m_cells;
};

} // namespace Sonde::Client
