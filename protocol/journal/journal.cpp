// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/journal/journal.h"

#include "protocol/base/codec.h"
#include "protocol/journal/canonicalrecord.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace Sonde {

JournalEvent::JournalEvent(size_t alternative, void *content)
    : variant(takeAlternative(std::type_identity<variant>(), alternative, content))
{
}
JournalEvent::JournalEvent() = default;
JournalEvent::JournalEvent(const JournalEvent &) = default;
JournalEvent::JournalEvent(JournalEvent &&) noexcept = default;
JournalEvent &JournalEvent::operator=(const JournalEvent &other)
{
    return *this = JournalEvent(other);
}
JournalEvent &JournalEvent::operator=(JournalEvent &&other) noexcept
{
    return replace(*this, std::move(other));
}
JournalEvent::~JournalEvent() = default;

QByteArray canonicalRecord(const JournalEntry &entry)
{
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    out.startArray(8);
    Codec::write(out, entry.number);
    Codec::write(out, entry.time);
    Codec::write(out, entry.actor);
    Codec::write(out, entry.device);
    Codec::write(out, entry.session);
    Codec::write(out, entry.command);
    Codec::write(out, entry.event);
    Codec::write(out, entry.previous);
    out.endArray();
    return bytes;
}

QByteArray entryHash(const JournalEntry &entry)
{
    return QCryptographicHash::hash(canonicalRecord(entry), QCryptographicHash::Sha256);
}

QString eventName(const JournalEvent &event)
{
    return Codec::kindOf(event);
}

QByteArray eventToBytes(const JournalEvent &event)
{
    return Codec::toBytes(event);
}

Result<JournalEvent> eventFromBytes(const QByteArray &bytes)
{
    return Codec::fromBytes<JournalEvent>(bytes);
}

QJsonObject toJson(const JournalEntry &entry)
{
    QJsonObject object = QCborValue::fromCbor(Codec::toBytes(entry)).toJsonValue().toObject();
    const auto event = object.value(QLatin1StringView("event")).toArray();
    object.insert(QStringLiteral("event"), event.at(0));
    object.insert(QStringLiteral("facts"), event.at(1));
    object.insert(QStringLiteral("time"), entry.time.toString(Qt::ISODateWithMs));
    object.insert(QStringLiteral("previous"), QString::fromLatin1(entry.previous.toHex()));
    object.insert(QStringLiteral("hash"), QString::fromLatin1(entry.hash.toHex()));
    return object;
}

} // namespace Sonde
