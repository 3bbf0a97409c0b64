// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/wire/messages.h"

#include "protocol/base/codec.h"

namespace Sonde {

AnyMessage::AnyMessage() = default;
AnyMessage::AnyMessage(const AnyMessage &) = default;
AnyMessage::AnyMessage(AnyMessage &&) noexcept = default;
AnyMessage &AnyMessage::operator=(const AnyMessage &) = default;
AnyMessage &AnyMessage::operator=(AnyMessage &&) noexcept = default;
AnyMessage::~AnyMessage() = default;

QByteArray encode(const AnyMessage &message)
{
    return Codec::toBytes(message);
}

Result<AnyMessage> decode(const QByteArray &bytes)
{
    return Codec::fromBytes<AnyMessage>(bytes);
}

QJsonObject toJson(const AnyMessage &message)
{
    const auto array = QCborValue::fromCbor(encode(message)).toArray();
    return {{array.at(0).toString(), array.at(1).toJsonValue()}};
}

} // namespace Sonde
