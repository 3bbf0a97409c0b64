// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Sonde::Client {

class Theme;

/// A row of the inventory: a filled dot for online and a ring for offline, the name in bold, groups and tags as chips.
class DeviceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeviceDelegate)

public:
    DeviceDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintText(
        QPainter &painter, const QStyleOptionViewItem &option, const QRect &area, const QModelIndex &index) const;

    const Theme &m_theme;
};

/// A filled dot, or a ring, in the middle of `area`.
void paintPresence(QPainter &painter, const QRect &area, bool online, const Theme &theme);

} // namespace Sonde::Client
