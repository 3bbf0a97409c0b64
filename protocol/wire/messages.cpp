// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/wire/messages.h"

#include "protocol/base/codec.h"

namespace Sonde {

namespace {

template<typename... Ts>
consteval bool areLimited(const std::variant<Ts...> *)
{
    using Codec::isSaidByService;
    return ((isSaidByService(static_cast<const Ts *>(nullptr)) || Limits::isLimited<Ts>()) && ...);
}
static_assert(areLimited(static_cast<const AnyMessage::variant *>(nullptr)),
    "a field that a peer fills and that can grow has no limit: see protocol/base/limits.h");

} // namespace

AnyMessage::AnyMessage(size_t alternative, void *content)
    : variant(takeAlternative(std::type_identity<variant>(), alternative, content))
{
}
AnyMessage::AnyMessage() = default;
AnyMessage::AnyMessage(const AnyMessage &) = default;
AnyMessage::AnyMessage(AnyMessage &&) noexcept = default;
AnyMessage &AnyMessage::operator=(const AnyMessage &other)
{
    return *this = AnyMessage(other);
}
AnyMessage &AnyMessage::operator=(AnyMessage &&other) noexcept
{
    return replace(*this, std::move(other));
}
AnyMessage::~AnyMessage() = default;

QByteArray encode(const AnyMessage &message)
{
    return Codec::toBytes(message);
}

Result<AnyMessage> decode(const QByteArray &bytes)
{
    return Codec::fromBytes<AnyMessage>(bytes, Codec::Origin::Peer);
}

namespace {

/// The first half of a text or a list; nothing of anything else.
QCborValue halfOf(const QCborValue &value)
{
    if (value.isString())
        return QString(value.toString().left(value.toString().size() / 2) + QChar(0x2026));
    QCborArray list = value.toArray();
    while (list.size() > value.toArray().size() / 2)
        list.removeLast();
    return value.isArray() ? QCborValue(list) : QCborValue();
}

/// Who sends more is not listened to, and says it again on its next connection, for ever.
void cutFacts(Facts &facts)
{
    static constexpr qsizetype Longest = Limits::of(QLatin1StringView("facts"))->longest;
    const auto sizeOf = [](const QCborValue &value) { return value.toCbor().size(); };
    QCborMap wire = facts.wire();
    while (!wire.isEmpty() && sizeOf(wire) > Longest) {
        auto largest = wire.begin();
        for (auto fact = wire.begin(); fact != wire.end(); ++fact) {
            if (sizeOf(fact.value()) > sizeOf(largest.value()))
                largest = fact;
        }
        if (const QCborValue half = halfOf(largest.value());
            sizeOf(half) < sizeOf(largest.value()) && !half.isUndefined())
            largest.value() = half;
        else
            wire.erase(largest);
    }
    facts = Facts(wire);
}

} // namespace

AnyMessage withinLimits(AnyMessage message)
{
    std::visit(
        []<typename T>(T &said) {
            using Codec::isSaidByService;
            if constexpr (!isSaidByService(static_cast<const T *>(nullptr)))
                Limits::keepTo(Limits::None, said);
        },
        message);
    if (auto *ended = std::get_if<Message::CommandEnded>(&message)) {
        std::vector<Error> &errors = ended->errors;
        for (Error &error : errors)
            cutFacts(error.facts);
        // Each with a long path: many errors are too much for one message.
        const size_t all = errors.size();
        const qint64 more = errors.empty() ? 0 : errors.back().facts.number(Fact::More);
        while (errors.size() > 1 && encode(*ended).size() > MaxControlBytes) {
            errors.resize(errors.size() / 2);
            errors.back().facts.set(Fact::More, more + qint64(all - errors.size()));
        }
    }
    return message;
}

void askForNext(Message::FetchActivity &wanted, const Message::ActivityPage &page)
{
    wanted.before = page.before;
    wanted.beforeLine = page.beforeLine;
    wanted.firstLine = page.firstLine;
}

QJsonObject toJson(const AnyMessage &message)
{
    const auto array = QCborValue::fromCbor(encode(message)).toArray();
    return {{array.at(0).toString(), array.at(1).toJsonValue()}};
}

} // namespace Sonde
