// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Sonde::Client {

class PlainLabel;
class Theme;

/// What stands where a list has nothing to show: what that means and the one thing to do about it. Where there is little room the sign
/// and what is empty around the words give way.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(Theme &theme, QWidget *parent = nullptr);

    /// Without `action` there is no button.
    void setContent(const QString &icon, const QString &title, const QString &text, const QString &action = {});

Q_SIGNALS:
    void actionChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawIcon();

    Theme &m_theme;
    QString m_iconName;
    QVBoxLayout *m_column;
    PlainLabel *m_icon;
    PlainLabel *m_title;
    PlainLabel *m_text;
    QPushButton *m_action;
};

} // namespace Sonde::Client
