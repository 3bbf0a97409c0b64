// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/filedrag.h"

#include "tests/desktop/xcbreply.h"

#include <QDeadlineTimer>

#include <poll.h>
#include <xcb/xcb.h>

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto Patience = 10s;
constexpr quint32 Version = 5;

quint32 atom(xcb_connection_t *server, QByteArrayView name)
{
    return owned(xcb_intern_atom_reply(server, xcb_intern_atom(server, 0, uint16_t(name.size()), name.data()), nullptr))
        ->atom;
}

} // namespace

struct FileDrag::Atoms {
    explicit Atoms(xcb_connection_t *server)
        : aware(atom(server, "XdndAware"))
        , enter(atom(server, "XdndEnter"))
        , position(atom(server, "XdndPosition"))
        , status(atom(server, "XdndStatus"))
        , leave(atom(server, "XdndLeave"))
        , drop(atom(server, "XdndDrop"))
        , finished(atom(server, "XdndFinished"))
        , selection(atom(server, "XdndSelection"))
        , copy(atom(server, "XdndActionCopy"))
        , uriList(atom(server, "text/uri-list"))
    {
    }

    quint32 aware, enter, position, status, leave, drop, finished, selection, copy, uriList;
};

FileDrag::FileDrag(const QString &display)
    : m_server(xcb_connect(display.toLatin1().constData(), nullptr), xcb_disconnect)
    , m_is(std::make_unique<Atoms>(m_server.get()))
{
    const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(m_server.get())).data;
    m_root = screen->root;
    m_window = xcb_generate_id(m_server.get());
    xcb_create_window(m_server.get(), XCB_COPY_FROM_PARENT, m_window, m_root, 0, 0, 1, 1, 0,
        XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual, 0, nullptr);
}

FileDrag::~FileDrag() = default;

/// The outermost window there that takes part in drags; 0 when none does.
quint32 FileDrag::windowAt(QPoint place) const
{
    for (xcb_window_t window = m_root; window != XCB_NONE;) {
        const auto under = owned(xcb_translate_coordinates_reply(m_server.get(),
            xcb_translate_coordinates(m_server.get(), m_root, window, int16_t(place.x()), int16_t(place.y())),
            nullptr));
        window = under ? under->child : XCB_NONE;
        const auto aware = owned(xcb_get_property_reply(
            m_server.get(), xcb_get_property(m_server.get(), 0, window, m_is->aware, XCB_ATOM_ATOM, 0, 1), nullptr));
        if (aware && xcb_get_property_value_length(aware.get()) > 0)
            return window;
    }
    return 0;
}

void FileDrag::tell(quint32 window, quint32 message, const std::array<quint32, 4> &data) const
{
    xcb_client_message_event_t event{};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = window;
    event.type = message;
    event.data.data32[0] = m_window;
    std::ranges::copy(data, event.data.data32 + 1);
    xcb_send_event(m_server.get(), 0, window, XCB_EVENT_MASK_NO_EVENT, reinterpret_cast<const char *>(&event));
    xcb_flush(m_server.get());
}

FileDrag::Outcome FileDrag::drop(const QList<QUrl> &files, QPoint place)
{
    QByteArray list;
    for (const QUrl &file : files)
        list += file.toEncoded() + "\r\n";
    const quint32 window = windowAt(place);
    if (window == 0)
        return Outcome::NoTarget;
    xcb_set_selection_owner(m_server.get(), m_window, m_is->selection, XCB_CURRENT_TIME);
    tell(window, m_is->enter, {Version << 24, m_is->uriList, 0, 0});
    tell(window, m_is->position, {0, quint32(place.x()) << 16 | quint32(place.y()), XCB_CURRENT_TIME, m_is->copy});
    const auto status = answer(m_is->status, list);
    if (!status)
        return Outcome::Unanswered;
    if (!(status->at(1) & 1)) {
        tell(window, m_is->leave, {});
        return Outcome::Refused;
    }
    tell(window, m_is->drop, {0, XCB_CURRENT_TIME, 0, 0});
    const auto finished = answer(m_is->finished, list);
    if (!finished)
        return Outcome::Unanswered;
    return finished->at(1) & 1 ? Outcome::Taken : Outcome::Refused;
}

std::optional<std::array<quint32, 5>> FileDrag::answer(quint32 message, const QByteArray &files) const
{
    const QDeadlineTimer deadline(Patience);
    while (!deadline.hasExpired()) {
        const auto event = owned(xcb_poll_for_event(m_server.get()));
        if (!event) {
            pollfd wait{xcb_get_file_descriptor(m_server.get()), POLLIN, 0};
            poll(&wait, 1, int(deadline.remainingTime()));
            continue;
        }
        const int kind = event->response_type & ~0x80;
        if (kind == XCB_SELECTION_REQUEST)
            give(event.get(), files);
        const auto *told = reinterpret_cast<const xcb_client_message_event_t *>(event.get());
        if (kind == XCB_CLIENT_MESSAGE && told->type == message)
            return std::to_array(told->data.data32);
    }
    return {};
}

void FileDrag::give(const void *request, const QByteArray &files) const
{
    const auto &asked = *static_cast<const xcb_selection_request_event_t *>(request);
    xcb_selection_notify_event_t notify{};
    notify.response_type = XCB_SELECTION_NOTIFY;
    notify.time = asked.time;
    notify.requestor = asked.requestor;
    notify.selection = asked.selection;
    notify.target = asked.target;
    if (asked.target == m_is->uriList) {
        notify.property = asked.property;
        xcb_change_property(m_server.get(), XCB_PROP_MODE_REPLACE, asked.requestor, asked.property, m_is->uriList, 8,
            uint32_t(files.size()), files.constData());
    }
    xcb_send_event(
        m_server.get(), 0, asked.requestor, XCB_EVENT_MASK_NO_EVENT, reinterpret_cast<const char *>(&notify));
    xcb_flush(m_server.get());
}

} // namespace Sonde::Client
