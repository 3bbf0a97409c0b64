// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/channel/messagelimits.h"

#include <QCborArray>
#include <QCborValue>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Sonde {

Q_LOGGING_CATEGORY(channelLog, "sonde.transport.channel", QtInfoMsg)

namespace {

/// Messages that carry output or lists; all others are control messages.
bool mayBeLarge(const AnyMessage &message)
{
    return std::visit(
        []<typename T>(const T &) {
            return std::same_as<T, Message::CommandOutput> || std::same_as<T, Message::JournalEntries>
                || std::same_as<T, Message::JournalPage> || std::same_as<T, Message::Devices>
                || std::same_as<T, Message::Sessions> || std::same_as<T, Message::Eligibility>
                || std::same_as<T, Message::Library> || std::same_as<T, Message::Acts>
                || std::same_as<T, Message::Users> || std::same_as<T, Message::RunCommand>;
        },
        message);
}

} // namespace

std::optional<QByteArray> bytesToSend(const AnyMessage &message)
{
    const QByteArray bytes = encode(message);
    if (bytes.size() <= MaxControlBytes || (bytes.size() <= MaxMessageBytes && mayBeLarge(message)))
        return bytes;
    const QString kind = QCborValue::fromCbor(bytes).toArray().at(0).toString();
    qCWarning(channelLog).noquote() << "not sent:" << kind << "of" << bytes.size() << "bytes";
    return std::nullopt;
}

Result<AnyMessage> messageReceived(const QByteArray &bytes)
{
    auto message = decode(bytes);
    if (message && bytes.size() > MaxControlBytes && !mayBeLarge(*message))
        return fail(ErrorCode::ProtocolViolation, {}, u"a control message has at most %1 bytes"_s.arg(MaxControlBytes));
    return message;
}

} // namespace Sonde
