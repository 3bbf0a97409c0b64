// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "protocol/journal/journal.h"
#include "service/net/pendingrequest.h"
#include "transport/bulk/bulkstream.h"
#include "transport/framed/framereader.h"
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

/// In pieces of up to as many bytes as the first one says.
void readFrames(QByteArrayView bytes)
{
    constexpr qsizetype most = 70'000;
    const qsizetype piece = bytes.isEmpty() ? 1 : quint8(bytes.front()) + 1;
    FrameReader reader(most);
    while (!bytes.isEmpty()) {
        const auto space = reader.space();
        const qsizetype count = std::min({piece, qsizetype(space.size()), bytes.size()});
        if (count == 0)
            qFatal("no space for the next byte");
        std::ranges::copy(bytes.first(count), space.begin());
        bytes = bytes.sliced(count);
        const auto frame = reader.added(size_t(count));
        if (!frame && frame.error().reason.isEmpty())
            qFatal("refused without a reason");
        if (!frame)
            return;
        if (*frame && (**frame).content.size() > most)
            qFatal("a larger frame than there may be");
    }
}

} // namespace

/// What is read before anybody knows who speaks, the frames of agents, what is read of bulk connections, and of a database that somebody else may have written. The first byte
/// says which.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    switch (data[0] % 6) {
    case 0: readHello(bytes); break;
    case 1: readHead(bytes); break;
    case 2: readStruct<Bulk::Control>(bytes); break;
    case 3: readStruct<ActReport>(bytes); break;
    case 4: readFrames(bytes); break;
    default: readEvent(bytes); break;
    }
    return 0;
}
