// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPoint>
#include <QUrl>
#include <memory>

struct xcb_connection_t;

namespace Sonde::Client {

/// A file manager's side of a drag: it speaks XDND (freedesktop.org, version 5) with the window under the pointer.
class FileDrag final
{
    Q_DISABLE_COPY_MOVE(FileDrag)

public:
    explicit FileDrag(const QString &display);
    ~FileDrag();

    enum class Outcome { NoTarget, Refused, Unanswered, Taken };
    /// Drags the files to this place of the screen and drops them there.
    [[nodiscard]] Outcome drop(const QList<QUrl> &files, QPoint place);

private:
    struct Atoms;
    struct Answer;

    [[nodiscard]] quint32 windowAt(QPoint place) const;
    void tell(quint32 window, quint32 message, const std::array<quint32, 4> &data) const;
    /// The window's next message of this kind; what it asks of the files meanwhile is given to it.
    [[nodiscard]] std::optional<std::array<quint32, 5>> answer(quint32 message, const QByteArray &files) const;
    void give(const void *request, const QByteArray &files) const;

    std::unique_ptr<xcb_connection_t, void (*)(xcb_connection_t *)> m_server;
    std::unique_ptr<Atoms> m_is;
    quint32 m_root = 0;
    quint32 m_window = 0;
};

} // namespace Sonde::Client
