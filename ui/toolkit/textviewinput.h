// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QPoint>

class QKeyEvent;
class QMouseEvent;

namespace Sonde::Client {

class TextView;

/// What keys and the mouse do in a TextView: they move its cursor, select and copy. A selection drawn beyond the edge scrolls on by
/// itself. The view passes its events; this is a part of it.
class TextViewInput final : public QObject
{
    Q_DISABLE_COPY_MOVE(TextViewInput)

public:
    explicit TextViewInput(TextView &view);

    /// Copying is the view's only while something is selected: Ctrl+C otherwise cancels the foreground command.
    [[nodiscard]] bool wantsShortcut(const QKeyEvent &event) const;
    /// False when the key means nothing here.
    [[nodiscard]] bool keyPress(const QKeyEvent &event);
    void mousePress(const QMouseEvent &event);
    void mouseMove(const QMouseEvent &event);
    void mouseRelease(const QMouseEvent &event);
    /// Selects the word.
    void mouseDoubleClick(const QMouseEvent &event);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    bool moveByKey(const QKeyEvent &event);
    void extendTo(QPoint point);

    TextView &m_view;
    QBasicTimer m_autoScroll;
    QPoint m_dragPoint;
};

} // namespace Sonde::Client
