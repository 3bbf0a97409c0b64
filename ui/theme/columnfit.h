// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>
#include <functional>
#include <vector>

class QTableView;

namespace Sonde::Client {

/// Lets the columns of a table share the width there is, so that it never scrolls sideways: each is as wide as it wishes while there is
/// room, then narrower down to its least; when that is too much, the least important are left out until the room is back. A column that
/// somebody sized keeps that width, and one that somebody hid stays away. What nobody wishes goes to cells that would be cut, and so does
/// what other columns do not need for the cells in view.
class ColumnFit final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnFit)

public:
    /// Widths in letters of the table's font; none is narrower than its title, unless that is very long.
    struct Column {
        int section = 0;
        int wish = 0;
        int least = 0;
        bool grows = false; ///< takes what nobody wishes
        bool shown = true;  ///< as long as nobody chooses otherwise
        std::function<QStringList()> words =
            {};             ///< none of these is cut, with a sign in front: least and wish follow them
        bool whole = false; ///< no cell in view is cut: what is left of a time or a number says something else
    };

    /// Of times and numbers.
    [[nodiscard]] static Column whole(int section, int letters)
    {
        return {section, letters, letters, false, true, {}, true};
    }

    /// `columns`: all of them, the most important first. The table has its model already.
    ColumnFit(QTableView &table, std::vector<Column> columns);

    /// Whether somebody wants to see it, be there room or not.
    [[nodiscard]] bool isShown(int section) const;
    void setShown(int section, bool shown);

    /// Whether cells have changed to which the widths are yet to be fitted.
    [[nodiscard]] bool isDue() const { return m_soon.isActive(); }

    /// Order, sorting, what somebody sized and hid.
    [[nodiscard]] QByteArray state() const;
    /// Nothing happens when it is of another table, or empty.
    void restore(const QByteArray &state);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Share {
        const Column *column = nullptr;
        int least = 0;
        int wish = 0;
        int need = 0; ///< so that neither title nor cells in view are cut; 0: somebody sized it
        int size = 0;
    };

    void fit();
    void fitAnew();
    void fitSoon();
    void noteSize(int section, int size);
    [[nodiscard]] std::vector<Share> sharesIn(int room);
    [[nodiscard]] Share shareOf(const Column &column);
    [[nodiscard]] int neededByCells(int section);
    [[nodiscard]] int neededByTitle(int section);
    static void shareByWish(std::vector<Share> &shares, int room);
    static void giveToCut(std::vector<Share> &shares, int spare);
    void giveToGrowing(std::vector<Share> &shares, int spare) const;

    QTableView &m_table;
    std::vector<Column> m_columns;
    QHash<int, int> m_sized;  ///< by somebody: section to pixels
    QHash<int, int> m_needed; ///< by cells since the table was filled or resized, so that nothing moves back and forth
    QHash<int, int> m_titled;
    QTimer m_soon;
    bool m_fitting = false;
};

} // namespace Sonde::Client
