// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>
#include <chrono>
#include <deque>
#include <functional>

class QPushButton;
class QToolButton;

namespace Sonde::Client {

class PlainLabel;
class Theme;

/// Something worth knowing that happened elsewhere.
struct Notification {
    enum class Kind { Done, Problem };

    Kind kind = Kind::Done;
    QString text;
    QString action;              ///< what the button says; empty: no button
    std::function<void()> act{}; ///< what it does
    QString topic{};             ///< what it is about, for withdraw(); empty: it stays until it was read
};

/// A line over the status bar, where nothing moves away for it, that shows one notification after the other and takes no focus.
class NotificationStrip final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationStrip)

public:
    explicit NotificationStrip(Theme &theme, QWidget *parent = nullptr);

    void post(Notification notification);
    /// It is not true any more, or the analyst is where it leads to.
    void withdraw(const QString &topic);
    [[nodiscard]] QString currentText() const;
    /// Another page is in front. A problem that could be read until now was of what was there before.
    void leavePage();
    /// How long one needs to read a notification: what is done leaves by itself after it.
    void setTimeToRead(std::chrono::milliseconds time);

private:
    void showNext();
    void draw();

    Theme &m_theme;
    std::deque<Notification> m_waiting;
    Notification m_shown;
    PlainLabel *m_icon;
    PlainLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_leave; ///< of what is done, it leaves then; a problem could be read by then
};

} // namespace Sonde::Client
