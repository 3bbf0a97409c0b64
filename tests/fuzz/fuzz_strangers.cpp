// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "protocol/journal/journal.h"
#include "service/net/pendingrequest.h"
#include "transport/bulk/bulkstream.h"
#include "transport/tls/clienthello.h"

using namespace Sonde;

namespace {

void readHello(const QByteArray &bytes)
{
    ClientHello hello;
    if (parseClientHello(bytes, hello) == HelloState::Whole && hello.protocols.size() > bytes.size())
        qFatal("more protocols than bytes");
}

void readHead(const QByteArray &bytes)
{
    const auto head = Service::parseHead(bytes);
    if (!head && head.error().reason.isEmpty())
        qFatal("refused without a reason");
}

template<typename T>
void readStruct(const QByteArray &bytes)
{
    const auto value = Codec::fromPeer<T>(bytes);
    if (!value && value.error().reason.isEmpty())
        qFatal("refused without a reason");
    if (value && !Codec::fromPeer<T>(Codec::toBytes(*value)))
        qFatal("what was let in is not let in again");
}

void readEvent(const QByteArray &bytes)
{
    const auto event = eventFromBytes(bytes);
    if (event && !eventFromBytes(eventToBytes(*event)))
        qFatal("not the same event");
}

} // namespace

/// What is read before anybody knows who speaks, of bulk connections, and of a database that somebody else may have written. The first byte
/// says which.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    switch (data[0] % 5) {
    case 0: readHello(bytes); break;
    case 1: readHead(bytes); break;
    case 2: readStruct<Bulk::Control>(bytes); break;
    case 3: readStruct<ActReport>(bytes); break;
    default: readEvent(bytes); break;
    }
    return 0;
}
