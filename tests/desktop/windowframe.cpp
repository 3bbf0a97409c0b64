// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/windowframe.h"

#include "tests/desktop/testdesktop.h"
#include "tests/desktop/xcbreply.h"

#include <ranges>
#include <span>
#include <xcb/xcb.h>

namespace Sonde::Client {

WindowFrame::WindowFrame(const TestDesktop &desktop)
    : m_server(xcb_connect(desktop.display().toLatin1().constData(), nullptr), xcb_disconnect)
{
}

// A menu that is open has taken the keyboard for itself.
quint32 WindowFrame::topmost() const
{
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_server.get())).data->root;
    const auto tree = owned(xcb_query_tree_reply(m_server.get(), xcb_query_tree(m_server.get(), root), nullptr));
    const std::span windows(xcb_query_tree_children(tree.get()), size_t(xcb_query_tree_children_length(tree.get())));
    for (const xcb_window_t window : windows | std::views::reverse) {
        const auto is = owned(xcb_get_window_attributes_reply(
            m_server.get(), xcb_get_window_attributes(m_server.get(), window), nullptr));
        if (is && is->map_state == XCB_MAP_STATE_VIEWABLE && !is->override_redirect)
            return window;
    }
    return 0;
}

quint32 WindowFrame::atom(QByteArrayView name) const
{
    const auto cookie = xcb_intern_atom(m_server.get(), 0, uint16_t(name.size()), name.data());
    return owned(xcb_intern_atom_reply(m_server.get(), cookie, nullptr))->atom;
}

void WindowFrame::focus() const
{
    const quint32 window = topmost();
    if (window == 0)
        return;
    xcb_set_input_focus(m_server.get(), XCB_INPUT_FOCUS_PARENT, window, XCB_CURRENT_TIME);
    xcb_flush(m_server.get());
}

void WindowFrame::close() const
{
    xcb_client_message_event_t event{};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = topmost();
    event.type = atom("WM_PROTOCOLS");
    event.data.data32[0] = atom("WM_DELETE_WINDOW");
    xcb_send_event(m_server.get(), 0, event.window, XCB_EVENT_MASK_NO_EVENT, reinterpret_cast<const char *>(&event));
    xcb_flush(m_server.get());
}

void WindowFrame::resize(QSize size) const
{
    const std::array values{quint32(size.width()), quint32(size.height())};
    xcb_configure_window(m_server.get(), topmost(), XCB_CONFIG_WINDOW_WIDTH | XCB_CONFIG_WINDOW_HEIGHT, values.data());
    xcb_flush(m_server.get());
}

} // namespace Sonde::Client
