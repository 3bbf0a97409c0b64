// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/outputchain.h"

#include "protocol/digest/digest.h"

namespace Sonde::Service {

namespace {

QByteArray nextLink(const QByteArray &link, const RemovedOutput &chunk, QByteArrayView content)
{
    const quint64 head[]{chunk.command.value(), chunk.index, quint64(chunk.format), chunk.rows, chunk.size};
    QByteArray text;
    for (const quint64 value : head)
        text += QByteArray::number(value) + ' ';
    Sha256 next;
    next.add(link);
    next.add(text);
    next.add(content);
    return next.result();
}

} // namespace

void OutputChain::add(const Message::CommandOutput &chunk)
{
    const RemovedOutput what{chunk.command, chunk.index, chunk.format, chunk.rows, quint64(chunk.bytes.size()), {}};
    hash = nextLink(hash, what, ofDigests ? Digest::of(chunk.bytes, *EVP_sha256()) : chunk.bytes);
    ++count;
}

void OutputChain::add(const RemovedOutput &chunk)
{
    hash = nextLink(hash, chunk, chunk.sha256);
    ++count;
}

} // namespace Sonde::Service
