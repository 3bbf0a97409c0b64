// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/celltexts.h"

#include <QStyledItemDelegate>
#include <functional>

namespace Sonde::Client {

class Theme;

/// Paints cells whose text came from a device: hostile characters as coloured marks, figures of one width, what was searched for marked;
/// of a tree the steps and the signs that open branches; of a comparison what became of rows and cells.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CellDelegate)

public:
    explicit CellDelegate(const Theme &theme, QObject *parent = nullptr);

    /// For a cell's tool tip what its text leaves out, where it returns some.
    void setDetails(std::function<QString(const QModelIndex &)> details) { m_details = std::move(details); }
    void setHighlighted(const QString &text) { m_highlighted = text; }
    /// What is marked within the texts of a column, letter case ignored.
    void setMarked(const QHash<int, QStringList> &byColumn) { m_marked = byColumn; }
    /// Where the sign is that opens and closes a line's branch, in a cell of this place; empty when it has none.
    [[nodiscard]] static QRect branchRect(const QModelIndex &index, const QRect &cell);
    /// Pixels in front of a cell's text.
    [[nodiscard]] static int indent(const QModelIndex &index);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Wide enough for all of its text.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Pixels behind a cell's text that are not for it.
    [[nodiscard]] virtual int roomBehind(const QModelIndex &) const { return 0; }
    /// Pixels that a cell of the option's width needs for all of its text. Where it is higher than for one line, it is painted so.
    [[nodiscard]] int wholeHeight(QStyleOptionViewItem option, const QModelIndex &index) const;
    /// A cell too narrow for its text tells it.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &locale) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    [[nodiscard]] int around(const QModelIndex &index) const;
    [[nodiscard]] int wholeWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> marksIn(const QString &text, int column) const;
    void drawText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] QColor textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void drawBranch(QPainter &painter, const QModelIndex &index, const QRect &cell) const;

    const Theme &m_theme;
    QString m_highlighted;
    std::function<QString(const QModelIndex &)> m_details;
    QHash<int, QStringList> m_marked;
    mutable CellTexts m_texts;
};

/// Paints cells that have a look of their own, a sign and a colour, as the style does, and the current one as a CellDelegate.
class LookDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LookDelegate)

public:
    explicit LookDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
};

/// The font with figures of one width, so that numbers stand under each other.
[[nodiscard]] QFont withTabularFigures(QFont font);

} // namespace Sonde::Client
