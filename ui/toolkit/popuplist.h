// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAbstractItemModel;
class QListView;
class QVBoxLayout;

namespace Sonde::Client {

class Theme;

/// A list that stands above what it belongs to, inside the same window: the focus (and an input method) stays where it is.
class PopupList : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PopupList)

public:
    static constexpr int MostRows = 10;

    PopupList(const Theme &theme, QWidget *anchor);

    void setModel(QAbstractItemModel *model);
    [[nodiscard]] QListView *list() const { return m_list; }
    /// -1: none.
    [[nodiscard]] int currentRow() const;
    /// To the next (or another) row that can be chosen, going round.
    void move(int step);
    void select(int row);
    void selectFirst();
    /// Shows it (or fits it anew) above the anchor, `x` pixels from its left.
    void open(int x = 0);

Q_SIGNALS:
    void chosen(int row);

protected:
    [[nodiscard]] QVBoxLayout *area() const { return m_area; }
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool canChoose(int row) const;

    const Theme &m_theme;
    QWidget *m_anchor;
    QVBoxLayout *m_area;
    QListView *m_list;
};

} // namespace Sonde::Client
