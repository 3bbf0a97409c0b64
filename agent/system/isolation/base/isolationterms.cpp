// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/base/isolationterms.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QHostAddress plainAddress(QHostAddress address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(ipv4);
    address.setScopeId({});
    return address;
}

int bitsOf(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv6Protocol ? 128 : 32;
}

/// The number of a port; 0 when it is none.
quint16 portNumber(const QString &digits)
{
    bool fits = false;
    const quint16 port = digits.toUShort(&fits);
    return fits ? port : 0;
}

} // namespace

QString Passage::toString() const
{
    const QString network = prefix < 0 ? address.toString() : u"%1/%2"_s.arg(address.toString()).arg(prefix);
    const QString ports = firstPort == lastPort ? QString::number(firstPort) : u"%1-%2"_s.arg(firstPort).arg(lastPort);
    return network + (protocol == PassageProtocol::Tcp ? u" tcp "_s : u" udp "_s) + ports;
}

Passage passageTo(const QHostAddress &address, quint16 port)
{
    return {plainAddress(address), -1, PassageProtocol::Tcp, port, port};
}

Result<Passage> parsePassage(const QString &text)
{
    static const QRegularExpression form(
        u"^([0-9A-Fa-f:.]+)(?:/([0-9]{1,3}))? (tcp|udp) ([0-9]{1,5})(?:-([0-9]{1,5}))?$"_s);
    const auto match = form.match(text.simplified());
    const auto bad = [&text] { return fail(ErrorCode::BadValue, text, u"ADDRESS[/BITS] tcp|udp PORT[-PORT]"_s); };
    const QHostAddress address = plainAddress(QHostAddress(match.captured(1)));
    if (!match.hasMatch() || address.isNull())
        return bad();
    Passage passage{address, -1, match.captured(3) == u"udp" ? PassageProtocol::Udp : PassageProtocol::Tcp,
        portNumber(match.captured(4)), portNumber(match.captured(match.lastCapturedIndex() == 5 ? 5 : 4))};
    if (passage.firstPort == 0 || passage.lastPort < passage.firstPort)
        return bad();
    if (!match.captured(2).isEmpty()) {
        passage.prefix = match.captured(2).toInt();
        if (passage.prefix > bitsOf(address))
            return bad();
        passage.address = QHostAddress::parseSubnet(u"%1/%2"_s.arg(address.toString()).arg(passage.prefix)).first;
    }
    return passage;
}

} // namespace Sonde::Agent
