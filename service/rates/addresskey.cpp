// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rates/addresskey.h"

namespace Sonde::Service {

QString placeOf(const QHostAddress &address)
{
    constexpr int NetworkBytes = 8;
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(ipv4).toString();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(std::begin(bytes.c) + NetworkBytes, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes).toString();
}

} // namespace Sonde::Service
