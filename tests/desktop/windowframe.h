// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <memory>

struct xcb_connection_t;

namespace Sonde::Client {

class TestDesktop;

/// What a window manager does with the topmost window; this desktop has none.
class WindowFrame final
{
public:
    explicit WindowFrame(const TestDesktop &desktop);

    /// Gives it the keys.
    void focus() const;
    /// Asks it to close, as the button in its corner does.
    void close() const;
    void resize(QSize size) const;

private:
    /// 0 when no window shows.
    [[nodiscard]] quint32 topmost() const;
    [[nodiscard]] quint32 atom(QByteArrayView name) const;

    std::unique_ptr<xcb_connection_t, void (*)(xcb_connection_t *)> m_server;
};

} // namespace Sonde::Client
