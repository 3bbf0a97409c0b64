// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace Sonde::Client {

/// Tabs with a clock behind their text. While it goes only its tab is painted: a text that changes would lay out, and paint, the window.
class ClockTabBar final : public QTabBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClockTabBar)

public:
    explicit ClockTabBar(QWidget *parent = nullptr);

    /// Empty: none.
    void setClock(int index, const QString &clock);
    [[nodiscard]] QString clock(int index) const { return tabData(index).toString(); }

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    void initStyleOption(QStyleOptionTab *option, int index) const override;

private:
    [[nodiscard]] QString suffix(int index) const;
};

} // namespace Sonde::Client
