// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/outputchain.h"

#include "protocol/digest/digest.h"

namespace Sonde::Service {

void OutputChain::add(const Message::CommandOutput &chunk)
{
    const quint64 head[]{
        chunk.command.value(), chunk.index, quint64(chunk.format), chunk.rows, quint64(chunk.bytes.size())};
    QByteArray text;
    for (const quint64 value : head)
        text += QByteArray::number(value) + ' ';
    Sha256 next;
    next.add(hash);
    next.add(text);
    next.add(chunk.bytes);
    hash = next.result();
    ++count;
}

} // namespace Sonde::Service
