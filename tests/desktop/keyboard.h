// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/desktop/windowframe.h"

#include <QDBusConnection>
#include <QHash>
#include <memory>

struct xcb_connection_t;

namespace Sonde::Client {

class TestDesktop;

/// A keyboard plugged into the desktop: its keys go through the X server to whatever has the focus, as those of a person do.
class Keyboard final
{
public:
    explicit Keyboard(const TestDesktop &desktop);

    /// "Tab", "Ctrl+Shift+U", "Return"; a warning for a key there is not.
    void press(QLatin1StringView keys);
    /// Letters, digits, blanks and what needs no more than Shift.
    void type(const QString &text);

    /// Gives the keys to the topmost window. press() does so by itself.
    void focusTopmost() const { m_frame.focus(); }

private:
    struct Key {
        int code = 0;
        bool shifted = false;
    };

    void readKeys();
    void press(quint32 symbol, const QList<quint32> &held);
    void send(int code, bool down);

    QDBusConnection m_bus;
    WindowFrame m_frame;
    std::unique_ptr<xcb_connection_t, void (*)(xcb_connection_t *)> m_server;
    QHash<quint32, Key> m_keys; ///< by X key symbol
};

} // namespace Sonde::Client
