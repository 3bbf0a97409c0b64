// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stream/descriptor.h"

#include <winsock2.h>

namespace Sonde {

void prepareDescriptor(qintptr descriptor)
{
    u_long nonBlocking = 1;
    ::ioctlsocket(SOCKET(descriptor), FIONBIO, &nonBlocking);
    const BOOL on = TRUE;
    ::setsockopt(SOCKET(descriptor), IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof on);
}

void endWritingTo(qintptr descriptor)
{
    ::shutdown(SOCKET(descriptor), SD_SEND);
}

} // namespace Sonde
