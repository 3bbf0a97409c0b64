// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
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
#include <tuple>
#include <variant>
#include <vector>

/// Structs ↔ CBOR (RFC 8949), in one place. A struct is a map of its declared fields, a variant is [kind, struct], an enumerator is its
/// kebab-case name, times are integer milliseconds since the epoch. Unknown fields are skipped; a missing one is an error unless it is
/// a std::optional — which is how a later version adds a field.
namespace Sonde::Codec {

template<typename T>
struct Shape; // name, fields: specialised by SONDE_SHAPE in eventshapes.h and messageshapes.h

template<typename Owner, typename T>
struct Field {
    QLatin1StringView name;
    T Owner::*member;
};
template<typename Owner, typename T>
constexpr auto field(const char *name, T Owner::*member)
{
    return Field<Owner, T>{QLatin1StringView(name), member};
}

// SONDE_SHAPE(Type, "kind", member, member, …)
#define SONDE_PARENS ()
#define SONDE_EXPAND(...) SONDE_EXPAND3(SONDE_EXPAND3(SONDE_EXPAND3(__VA_ARGS__)))
#define SONDE_EXPAND3(...) SONDE_EXPAND2(SONDE_EXPAND2(SONDE_EXPAND2(__VA_ARGS__)))
#define SONDE_EXPAND2(...) SONDE_EXPAND1(SONDE_EXPAND1(SONDE_EXPAND1(__VA_ARGS__)))
#define SONDE_EXPAND1(...) __VA_ARGS__
#define SONDE_FIELDS(T, ...) __VA_OPT__(SONDE_EXPAND(SONDE_FIELD(T, __VA_ARGS__)))
#define SONDE_FIELD(T, first, ...) \
    ::Sonde::Codec::field(#first, &T::first) __VA_OPT__(, SONDE_FIELD_AGAIN SONDE_PARENS(T, __VA_ARGS__))
#define SONDE_FIELD_AGAIN() SONDE_FIELD
#define SONDE_SHAPE(T, kind, ...) \
    template<> \
    struct Shape<T> { \
        static constexpr QLatin1StringView name{kind}; \
        static constexpr auto fields() \
        { \
            return std::tuple{SONDE_FIELDS(T, __VA_ARGS__)}; \
        } \
    };

template<typename T> concept Shaped = requires { Shape<T>::name; };
template<typename T> concept Enumeration = std::is_enum_v<T>;
template<typename T> inline constexpr bool isVariant = false;
template<typename... Ts> inline constexpr bool isVariant<std::variant<Ts...>> = true;

/// "AccessDenied" → "access-denied".
[[nodiscard]] QString kebab(const char *enumerator);

template<Enumeration E>
[[nodiscard]] const std::vector<std::pair<int, QString>> &wireNames()
{
    static const auto names = [] {
        std::vector<std::pair<int, QString>> all;
        const auto meta = QMetaEnum::fromType<E>();
        for (int i = 0; i < meta.keyCount(); ++i)
            all.emplace_back(meta.value(i), kebab(meta.key(i)));
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
template<typename T> constexpr bool isPresent(const T &)
{
    return true;
}
template<typename T> constexpr bool isPresent(const std::optional<T> &value)
{
    return value.has_value();
}
template<typename... Ts> void write(QCborStreamWriter &out, const std::variant<Ts...> &value);
template<Shaped T> void write(QCborStreamWriter &out, const T &value);

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
template<typename... Ts>
void write(QCborStreamWriter &out, const std::variant<Ts...> &value)
{
    std::visit(
        [&out]<typename T>(const T &alternative) {
            out.startArray(2);
            out.append(Shape<T>::name);
            write(out, alternative);
            out.endArray();
        },
        value);
}
template<Shaped T>
void write(QCborStreamWriter &out, const T &value)
{
    std::apply(
        [&](const auto &...field) {
            // What is absent is left out: a field that a later version adds does not change what was written, and hashed, before.
            out.startMap((quint64(0) + ... + (isPresent(value.*(field.member)) ? 1 : 0)));
            ((isPresent(value.*(field.member)) ? (out.append(field.name), write(out, value.*(field.member))) : void()),
                ...);
            out.endMap();
        },
        Shape<T>::fields());
}

// ---- reading: false and a reason on the first thing that is not as declared

class Reader final
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_in(bytes)
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
        if (!read(name))
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

    template<Shaped T>
    bool read(T &value)
    {
        if (!enter(&QCborStreamReader::isMap, "a map"))
            return false;
        return std::apply(
            [&](const auto &...field) {
                [[maybe_unused]] std::array<bool, sizeof...(field) + 1> seen{};
                while (m_in.hasNext() && m_reason.isEmpty()) {
                    QString key;
                    if (!read(key))
                        return false;
                    size_t index = 0;
                    const bool known =
                        ((key == field.name
                                 ? (seen[index] = true, read(value.*(field.member)) || noteField(field.name), true)
                                 : (++index, false))
                            || ...);
                    if (!known && !skip())
                        return false;
                }
                if (!m_reason.isEmpty())
                    return false;
                [[maybe_unused]] size_t index = 0;
                const bool whole =
                    ((seen[index++] || isOptional(value.*(field.member)) || refuseMissing(field.name)) && ...);
                return whole && leave();
            },
            Shape<T>::fields());
    }

    template<typename... Ts>
    bool read(std::variant<Ts...> &value)
    {
        QString kind;
        if (!enter(&QCborStreamReader::isArray, "[kind, fields]") || !read(kind))
            return false;
        bool whole = true;
        const bool known =
            ((kind == Shape<Ts>::name ? (whole = read(value.template emplace<Ts>()), true) : false) || ...);
        if (!known)
            return refuseKind(kind);
        return whole && leave();
    }

private:
    bool readInteger(qint64 &value);
    bool skip();
    bool enter(bool (QCborStreamReader::*is)() const, const char *expected);
    bool leave();
    bool refuse(const char *expected);
    bool refuseKind(const QString &kind);
    bool refuseMissing(QLatin1StringView name);
    bool noteField(QLatin1StringView name);
    template<typename T> static constexpr bool isOptional(const T &) { return false; }
    template<typename T> static constexpr bool isOptional(const std::optional<T> &) { return true; }

    template<typename Range>
    bool readArray(Range &values)
    {
        values.clear();
        if (!enter(&QCborStreamReader::isArray, "an array"))
            return false;
        while (m_in.hasNext() && m_reason.isEmpty()) {
            if (!read(values.emplace_back()))
                return false;
        }
        return leave();
    }

    QCborStreamReader m_in;
    qsizetype m_total = 0;
    int m_depth = 0;
    QString m_reason;
};

template<typename T>
[[nodiscard]] QByteArray toBytes(const T &value)
{
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    write(out, value);
    return bytes;
}

template<typename T>
[[nodiscard]] Result<T> fromBytes(const QByteArray &bytes)
{
    T value;
    Reader in(bytes);
    in.setTotal(bytes.size());
    if (!in.read(value))
        return fail(ErrorCode::ProtocolViolation, {}, in.reason());
    if (!in.atEnd())
        return fail(ErrorCode::ProtocolViolation, {}, QStringLiteral("bytes after the end"));
    return value;
}

} // namespace Sonde::Codec
