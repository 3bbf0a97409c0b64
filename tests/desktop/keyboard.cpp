// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/keyboard.h"

#include "tests/desktop/testdesktop.h"

#include <QDBusMessage>
#include <memory>
#include <xcb/xcb.h>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr quint32 ShiftKey = 0xffe1;

// X11/keysymdef.h; a printable Latin character is its own symbol.
const QHash<QString, quint32> &namedSymbols()
{
    static const QHash<QString, quint32> symbols{{u"Tab"_s, 0xff09}, {u"Return"_s, 0xff0d}, {u"Escape"_s, 0xff1b},
        {u"Delete"_s, 0xffff}, {u"Space"_s, 0x20}, {u"Up"_s, 0xff52}, {u"Down"_s, 0xff54}, {u"Left"_s, 0xff51},
        {u"Right"_s, 0xff53}, {u"Menu"_s, 0xff67}, {u"Home"_s, 0xff50}, {u"End"_s, 0xff57}, {u"Ctrl"_s, 0xffe3},
        {u"Shift"_s, ShiftKey}, {u"Alt"_s, 0xffe9}};
    return symbols;
}

quint32 symbolOf(const QString &key)
{
    return key.size() == 1 ? key.at(0).toLower().unicode() : namedSymbols().value(key);
}

} // namespace

Keyboard::Keyboard(const TestDesktop &desktop)
    : m_bus(desktop.readersBus())
    , m_frame(desktop)
    , m_server(xcb_connect(desktop.display().toLatin1().constData(), nullptr), xcb_disconnect)
{
    readKeys();
}

void Keyboard::readKeys()
{
    const xcb_setup_t *setup = xcb_get_setup(m_server.get());
    const int count = setup->max_keycode - setup->min_keycode + 1;
    const std::unique_ptr<xcb_get_keyboard_mapping_reply_t, decltype(&std::free)> map(
        xcb_get_keyboard_mapping_reply(
            m_server.get(), xcb_get_keyboard_mapping(m_server.get(), setup->min_keycode, uint8_t(count)), nullptr),
        std::free);
    const xcb_keysym_t *symbols = xcb_get_keyboard_mapping_keysyms(map.get());
    for (const int level : {0, 1}) {
        for (int i = 0; i < count; ++i) {
            const xcb_keysym_t symbol = symbols[i * map->keysyms_per_keycode + level];
            if (symbol != 0 && !m_keys.contains(symbol))
                m_keys.insert(symbol, {setup->min_keycode + i, level == 1});
        }
    }
}

void Keyboard::press(QLatin1StringView keys)
{
    QList<quint32> symbols;
    for (const QString &key : QString(keys).split(u'+'))
        symbols << symbolOf(key);
    const quint32 last = symbols.takeLast();
    press(last, symbols);
}

void Keyboard::type(const QString &text)
{
    for (const QChar letter : text)
        press(letter.unicode(), {});
}

void Keyboard::press(quint32 symbol, const QList<quint32> &held)
{
    const Key key = m_keys.value(symbol);
    if (key.code == 0)
        return qWarning("the keyboard has no key for symbol %#x", symbol);
    QList<int> codes;
    for (const quint32 modifier : held)
        codes << m_keys.value(modifier).code;
    if (key.shifted)
        codes << m_keys.value(ShiftKey).code;
    codes << key.code;
    m_frame.focus();
    for (const int code : std::as_const(codes))
        send(code, true);
    for (const int code : codes | std::views::reverse)
        send(code, false);
}

// The registry of the screen readers' bus passes keys to the X server for them (its XTEST extension).
void Keyboard::send(int code, bool down)
{
    auto call = QDBusMessage::createMethodCall(u"org.a11y.atspi.Registry"_s,
        u"/org/a11y/atspi/registry/deviceeventcontroller"_s, u"org.a11y.atspi.DeviceEventController"_s,
        u"GenerateKeyboardEvent"_s);
    constexpr quint32 pressed = 0;
    constexpr quint32 released = 1;
    call << code << QString() << (down ? pressed : released);
    if (const QDBusMessage reply = m_bus.call(call); reply.type() == QDBusMessage::ErrorMessage)
        qWarning("the key was not pressed: %ls", qUtf16Printable(reply.errorMessage()));
}

} // namespace Sonde::Client
