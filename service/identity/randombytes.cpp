// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/randombytes.h"

#include <openssl/rand.h>

namespace Sonde::Service {

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<uchar *>(bytes.data()), int(count)) != 1)
        qFatal("no secret can be made: OpenSSL has no random bytes");
    return bytes;
}

} // namespace Sonde::Service
