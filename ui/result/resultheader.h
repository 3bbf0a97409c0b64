// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Sonde::Client {

class Theme;

/// The head of a result: column names without the objects they are nested in, those of numbers at the right like the numbers; by what the
/// rows are sorted, and which columns a filter looks at. What a column says is its tool tip.
class ResultHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit ResultHeader(const Theme &theme, QWidget *parent = nullptr);

    /// "memory_usage.working_set" is shown as "working_set".
    [[nodiscard]] static QString title(const QString &column);

Q_SIGNALS:
    /// A click: by this column alone, or (with Shift) by it after the others.
    void sortRequested(int section, bool further);
    void menuRequested(int section, const QPoint &globalPosition);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace Sonde::Client
