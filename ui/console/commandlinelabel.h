// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Sonde::Client {

class Theme;

/// A command line to read: its verb strong, hostile characters as marks, … where there is no room.
class CommandLineLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit CommandLineLabel(const Theme &theme, QWidget *parent = nullptr);

    void setLine(const QString &line);
    [[nodiscard]] const QString &line() const { return m_line; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    const Theme &m_theme;
    QString m_line;
};

} // namespace Sonde::Client
