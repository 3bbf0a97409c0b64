// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/stream/streamtls.h"
#include "transport/stream/ticketkeys.h"

#include <openssl/ssl.h>
#include <optional>

namespace Sonde {

struct SslSessionFree {
    void operator()(SSL_SESSION *session) const;
};

struct StreamTls::Private {
    explicit Private(SslContext made)
        : context(std::move(made))
    {
    }

    std::unique_ptr<SSL_SESSION, SslSessionFree> session; ///< of a client
    std::optional<TicketKeys> tickets;                    ///< of a server
    SslContext context;
};

} // namespace Sonde
