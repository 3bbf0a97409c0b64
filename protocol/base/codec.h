// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/limits.h"
#include "protocol/base/members.h"
#include "protocol/base/result.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QDateTime>
#include <QMap>
#include <QMetaEnum>
#include <QTimeZone>
#include <chrono>
#include <optional>
#include <span>
#include <tuple>
#include <variant>
#include <vector>

/// Structs ↔ CBOR (RFC 8949), in one place. A struct is a map of its members by their names, in the order of their declaration; a variant
/// is [kind, struct], where the kind is the struct's name in kebab case, as an enumerator is its own; times are integer milliseconds since
/// the epoch. Unknown fields are skipped; a missing one is an error unless it is a std::optional — which is how a later version adds a
/// field.
///
/// Names and order are therefore part of the protocol and of the journal's hashes: what is renamed or moved is another field.
namespace Sonde::Codec {

template<typename T> concept Enumeration = std::is_enum_v<T>;
template<typename T> inline constexpr bool isVariant = false;
template<typename... Ts> inline constexpr bool isVariant<std::variant<Ts...>> = true;

/// "AccessDenied" → "access-denied".
[[nodiscard]] QString kebab(QLatin1StringView name);

/// What a variant's alternative is called.
template<Members::PlainStruct T>
[[nodiscard]] const QString &kind()
{
    static const QString name = kebab(Members::typeName<T>);
    return name;
}

/// How many members of T are written, from the first on. Not all of them, where the last ones are only true in this process.
template<Members::PlainStruct T> inline constexpr size_t writtenMembers = Members::count<T>;

template<Enumeration E>
[[nodiscard]] const std::vector<std::pair<int, QString>> &wireNames()
{
    static const auto names = [] {
        std::vector<std::pair<int, QString>> all;
        const auto meta = QMetaEnum::fromType<E>();
        all.reserve(meta.keyCount());
        for (int i = 0; i < meta.keyCount(); ++i)
            all.emplace_back(meta.value(i), kebab(QLatin1StringView(meta.key(i))));
        return all;
    }();
    return names;
}

template<Enumeration E>
[[nodiscard]] QString wireName(E value)
{
    for (const auto &[number, name] : wireNames<E>()) {
        if (number == int(value))
            return name;
    }
    return {};
}

template<Enumeration E>
[[nodiscard]] std::optional<E> fromWireName(QStringView wanted)
{
    for (const auto &[number, name] : wireNames<E>()) {
        if (name == wanted)
            return E(number);
    }
    return {};
}

// ---- writing

inline void write(QCborStreamWriter &out, bool value)
{
    out.append(value);
}
inline void write(QCborStreamWriter &out, double value)
{
    out.append(value);
}
template<std::integral T>
    requires(!std::same_as<T, bool>)
void write(QCborStreamWriter &out, T value)
{
    if constexpr (std::is_signed_v<T>)
        out.append(qint64(value));
    else
        out.append(quint64(value));
}
inline void write(QCborStreamWriter &out, const QString &value)
{
    out.append(QStringView(value));
}
inline void write(QCborStreamWriter &out, const QByteArray &value)
{
    out.append(value);
}
inline void write(QCborStreamWriter &out, const QDateTime &value)
{
    out.append(value.isValid() ? value.toMSecsSinceEpoch() : qint64(0));
}
inline void write(QCborStreamWriter &out, const QCborMap &value)
{
    QCborValue(value).toCbor(out);
}
inline void write(QCborStreamWriter &out, const Facts &value)
{
    write(out, value.wire());
}
inline void write(QCborStreamWriter &out, const QCborArray &value)
{
    QCborValue(value).toCbor(out);
}
template<Enumeration E> void write(QCborStreamWriter &out, E value)
{
    write(out, wireName(value));
}
template<typename Tag, typename T> void write(QCborStreamWriter &out, const Identifier<Tag, T> &value)
{
    write(out, value.value());
}
template<typename R, typename P> void write(QCborStreamWriter &out, std::chrono::duration<R, P> value)
{
    out.append(qint64(value.count()));
}
template<typename T> void write(QCborStreamWriter &out, const std::optional<T> &value);
template<typename T> void write(QCborStreamWriter &out, const std::vector<T> &values);
template<typename T> void write(QCborStreamWriter &out, const QList<T> &values);
inline void write(QCborStreamWriter &out, const QMap<QString, QString> &values);
template<typename... Ts> void write(QCborStreamWriter &out, const std::variant<Ts...> &value);
template<Members::PlainStruct T> void write(QCborStreamWriter &out, const T &value);

template<typename T>
void write(QCborStreamWriter &out, const std::optional<T> &value)
{
    if (value)
        write(out, *value);
    else
        out.append(nullptr);
}
template<typename Range>
void writeArray(QCborStreamWriter &out, const Range &values)
{
    out.startArray(quint64(values.size()));
    for (const auto &value : values)
        write(out, value);
    out.endArray();
}
template<typename T> void write(QCborStreamWriter &out, const std::vector<T> &values)
{
    writeArray(out, values);
}
template<typename T> void write(QCborStreamWriter &out, const QList<T> &values)
{
    writeArray(out, values);
}
inline void write(QCborStreamWriter &out, const QMap<QString, QString> &values)
{
    out.startMap(quint64(values.size()));
    for (const auto &[key, value] : values.asKeyValueRange()) {
        out.append(QStringView(key));
        out.append(QStringView(value));
    }
    out.endMap();
}

class Reader;

namespace Detail {

/// How the members of one type are written and read, whatever struct they are in. A struct is a list of these: that its loops are not made
/// anew for each of a few hundred structs is most of what compiling them takes.
struct Way {
    bool (*isPresent)(const void *member);
    void (*write)(QCborStreamWriter &out, const void *member);
    bool (*read)(Reader &in, void *member);
    bool isOptional;
};

template<typename T> inline constexpr bool isOptional = false;
template<typename T> inline constexpr bool isOptional<std::optional<T>> = true;

template<typename T>
bool isPresent(const void *member)
{
    if constexpr (isOptional<T>)
        return static_cast<const T *>(member)->has_value();
    else
        return true;
}
template<typename T>
void writeMember(QCborStreamWriter &out, const void *member)
{
    write(out, *static_cast<const T *>(member));
}
template<typename T>
bool readMember(Reader &in, void *member);

template<typename T> inline constexpr Way way{&isPresent<T>, &writeMember<T>, &readMember<T>, isOptional<T>};

struct Field {
    QLatin1StringView name;
    const Way *way;
};
using Fields = std::span<const Field>;
/// Of a struct's members, in the order of its fields.
using Addresses = std::span<const void *const>;

template<Members::PlainStruct T>
inline constexpr auto fields = []<size_t... I>(std::index_sequence<I...>) {
    using Tied = decltype(Members::tie(std::declval<const T &>()));
    return std::array<Field, sizeof...(I)>{
        Field{Members::names<T>[I], &way<std::remove_cvref_t<std::tuple_element_t<I, Tied>>>}...};
}(std::make_index_sequence<writtenMembers<T>>{});

void writeMap(QCborStreamWriter &out, Addresses members, Fields fields);

/// The kinds of a variant's alternatives, in their order.
[[nodiscard]] QList<QString> kindsOf(std::span<const QLatin1StringView> names);
template<typename... Ts>
[[nodiscard]] const QList<QString> &kinds()
{
    static const QList<QString> all = kindsOf(std::array{Members::typeName<Ts>...});
    return all;
}

} // namespace Detail

/// What the alternative is called that a variant has.
template<typename... Ts>
[[nodiscard]] const QString &kindOf(const std::variant<Ts...> &value)
{
    return Detail::kinds<Ts...>().at(qsizetype(value.index()));
}

template<typename... Ts>
void write(QCborStreamWriter &out, const std::variant<Ts...> &value)
{
    out.startArray(2);
    out.append(QStringView(kindOf(value)));
    std::visit([&out](const auto &alternative) { write(out, alternative); }, value);
    out.endArray();
}
template<Members::PlainStruct T>
void write(QCborStreamWriter &out, const T &value)
{
    Detail::writeMap(out, Members::addresses(value), Detail::fields<T>);
}

// ---- reading: false and a reason on the first thing that is not as declared

/// Whose bytes are read. What a peer says is held to the limits of limits.h; what the service itself has kept or said is not.
enum class Origin { Own, Peer };

/// A struct that only the service says: what there is in it has passed the limits before, or an earlier version let it pass.
template<typename T>
consteval bool isSaidByService(const T *)
{
    return false;
}

class Reader final
{
public:
    explicit Reader(const QByteArray &bytes, Origin origin = Origin::Own)
        : m_in(bytes)
        , m_limited(origin == Origin::Peer)
    {
    }

    [[nodiscard]] const QString &reason() const { return m_reason; }
    [[nodiscard]] bool atEnd() { return m_in.currentOffset() == m_total && m_reason.isEmpty(); }
    void setTotal(qsizetype total) { m_total = total; }

    bool read(bool &value);
    bool read(double &value);
    bool read(QString &value);
    bool read(QByteArray &value);
    bool read(QDateTime &value);
    bool read(QCborMap &value);
    bool read(Facts &value);
    bool read(QCborArray &value);
    bool read(QMap<QString, QString> &values);

    template<std::integral T>
        requires(!std::same_as<T, bool>)
    bool read(T &value)
    {
        qint64 wide = 0;
        if constexpr (std::same_as<T, quint64>) {
            if (m_in.isUnsignedInteger()) {
                value = m_in.toUnsignedInteger();
                if (m_limited && value > quint64(Limits::LargestNumber))
                    return refuse("a smaller number");
                return m_in.next();
            }
            return refuse("an unsigned integer");
        } else {
            if (!readInteger(wide))
                return false;
            if (!std::in_range<T>(wide))
                return refuse("an integer in range");
            value = T(wide);
            return true;
        }
    }
    template<Enumeration E>
    bool read(E &value)
    {
        QString name;
        if (!readWord(name))
            return false;
        const auto known = fromWireName<E>(name);
        if (!known)
            return refuse("a known enumerator");
        value = *known;
        return true;
    }
    template<typename Tag, typename T>
    bool read(Identifier<Tag, T> &id)
    {
        T value{};
        if (!read(value))
            return false;
        id = Identifier<Tag, T>(std::move(value));
        return true;
    }
    template<typename R, typename P>
    bool read(std::chrono::duration<R, P> &value)
    {
        qint64 count = 0;
        if (!readInteger(count))
            return false;
        value = std::chrono::duration<R, P>(R(count));
        return true;
    }
    template<typename T>
    bool read(std::optional<T> &value)
    {
        if (m_in.isNull()) {
            value.reset();
            return m_in.next();
        }
        return read(value.emplace());
    }
    template<typename T> bool read(std::vector<T> &values) { return readArray(values); }
    template<typename T> bool read(QList<T> &values) { return readArray(values); }

    template<Members::PlainStruct T>
    bool read(T &value)
    {
        return readMap(Members::addresses(value), Detail::fields<T>);
    }

    template<typename... Ts>
    bool read(std::variant<Ts...> &value)
    {
        using Alternatives = std::variant<Ts...>;
        static constexpr std::array<bool (Reader::*)(Alternatives &), sizeof...(Ts)> ways{
            &Reader::readAlternative<Alternatives, Ts>...};
        QString found;
        if (!enter(&QCborStreamReader::isArray, "[kind, fields]") || !readWord(found))
            return false;
        const qsizetype index = Detail::kinds<Ts...>().indexOf(found);
        if (index < 0)
            return refuseKind(found);
        return (this->*ways.at(size_t(index)))(value) && leave();
    }

private:
    bool readInteger(qint64 &value);
    /// A name out of a vocabulary.
    bool readWord(QString &word);
    bool readMap(Detail::Addresses members, Detail::Fields fields);
    /// With the limit of its name.
    bool readField(const Detail::Field &field, const void *member);
    template<typename Alternatives, typename T>
    bool readAlternative(Alternatives &value)
    {
        const bool before = m_limited;
        m_limited = before && !isSaidByService(static_cast<const T *>(nullptr));
        const bool whole = read(value.template emplace<T>());
        m_limited = before;
        return whole;
    }
    [[nodiscard]] bool isTooLong(qsizetype length) const { return m_limited && length > m_limit.longest; }
    bool refuseLength(qsizetype length);
    bool refuseCount();
    bool skip();
    bool enter(bool (QCborStreamReader::*is)() const, const char *expected);
    bool leave();
    bool refuse(const char *expected);
    bool refuseKind(const QString &kind);
    bool refuseMissing(QLatin1StringView name);
    bool noteField(QLatin1StringView name);

    template<typename Range>
    bool readArray(Range &values)
    {
        values.clear();
        if (!enter(&QCborStreamReader::isArray, "an array"))
            return false;
        while (m_in.hasNext() && m_reason.isEmpty()) {
            if (m_limited && qsizetype(values.size()) >= m_limit.most)
                return refuseCount();
            if (!read(values.emplace_back()))
                return false;
        }
        return leave();
    }

    QCborStreamReader m_in;
    bool m_limited;
    Limits::Limit m_limit = Limits::None; ///< of the field that is being read
    qsizetype m_total = 0;
    int m_depth = 0;
    QString m_reason;
};

template<typename T>
bool Detail::readMember(Reader &in, void *member)
{
    return in.read(*static_cast<T *>(member));
}

template<typename T>
[[nodiscard]] QByteArray toBytes(const T &value)
{
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    write(out, value);
    return bytes;
}

template<typename T>
[[nodiscard]] Result<T> fromBytes(const QByteArray &bytes, Origin origin = Origin::Own)
{
    T value;
    Reader in(bytes, origin);
    in.setTotal(bytes.size());
    if (!in.read(value))
        return fail(ErrorCode::ProtocolViolation, {}, in.reason());
    if (!in.atEnd())
        return fail(ErrorCode::ProtocolViolation, {}, QStringLiteral("bytes after the end"));
    return value;
}

/// Of bytes that a peer has made up as it liked.
template<typename T>
[[nodiscard]] Result<T> fromPeer(const QByteArray &bytes)
{
    static_assert(Limits::isLimited<T>(), "a field of it that can grow has no limit: see limits.h");
    return fromBytes<T>(bytes, Origin::Peer);
}

} // namespace Sonde::Codec
