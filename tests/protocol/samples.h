// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/codec.h"
#include "protocol/wire/messages.h"

/// Filled values of everything that travels, made from the declarations themselves: a new message or field is tested by being declared.
namespace Sonde::Samples {

/// Fills every field with a value of its own, different from the default one.
class Filler final
{
public:
    void fill(bool &value) { value = !value; }
    void fill(double &value) { value = ++m_count + 0.5; }
    void fill(QString &value) { value = QStringLiteral("text %1 \u00e9\u8a9e").arg(++m_count); }
    void fill(QByteArray &value) { value = QByteArray("\x00\xff", 2) + QByteArray::number(++m_count); }
    void fill(QDateTime &value)
    {
        value = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ++m_count, QTimeZone::UTC);
    }
    void fill(QCborMap &value)
    {
        value = {{QStringLiteral("fact"), ++m_count}, {QStringLiteral("names"), QCborArray{1, QCborMap{{2, false}}}}};
    }
    void fill(Facts &value)
    {
        QCborMap wire;
        fill(wire);
        value = Facts(wire);
    }
    void fill(QMap<QString, QString> &value)
    {
        value = {{QStringLiteral("key"), QString::number(++m_count)}, {QString(), QString()}};
    }

    template<std::integral T>
        requires(!std::same_as<T, bool>)
    void fill(T &value)
    {
        value = T(++m_count);
    }
    template<Codec::Enumeration E>
    void fill(E &value)
    {
        value = E(Codec::wireNames<E>().back().first);
    }
    template<typename Tag, typename T>
    void fill(Identifier<Tag, T> &value)
    {
        T inner{};
        fill(inner);
        value = Identifier<Tag, T>(inner);
    }
    template<typename R, typename P>
    void fill(std::chrono::duration<R, P> &value)
    {
        value = std::chrono::duration<R, P>(R(++m_count));
    }
    template<typename T>
    void fill(std::optional<T> &value)
    {
        fill(value.emplace());
    }
    template<typename T>
    void fill(std::vector<T> &values)
    {
        fillTwo(values);
    }
    template<typename T>
    void fill(QList<T> &values)
    {
        fillTwo(values);
    }
    template<typename... Ts>
    void fill(std::variant<Ts...> &value)
    {
        const auto all = every<std::variant<Ts...>>();
        value = all.at(size_t(++m_count) % all.size());
    }
    template<Members::PlainStruct T>
    void fill(T &value)
    {
        std::apply([&](auto &...member) { (fill(member), ...); }, Members::tie(value));
    }

    /// One filled value of each alternative.
    template<typename Variant>
    std::vector<Variant> every()
    {
        return [&]<typename... Ts>(const std::variant<Ts...> *) { return std::vector<Variant>{filled<Ts>()...}; }(
                   static_cast<Variant *>(nullptr));
    }
    template<typename T>
    T filled()
    {
        T value;
        fill(value);
        return value;
    }

private:
    template<typename Range>
    void fillTwo(Range &values)
    {
        values.clear();
        fill(values.emplace_back());
        fill(values.emplace_back());
    }

    int m_count = 0;
};

[[nodiscard]] inline std::vector<AnyMessage> messages()
{
    return Filler().every<AnyMessage>();
}

[[nodiscard]] inline std::vector<JournalEvent> events()
{
    return Filler().every<JournalEvent>();
}

[[nodiscard]] inline JournalEntry entry(const JournalEvent &event)
{
    auto entry = Filler().filled<JournalEntry>();
    entry.event = event;
    return entry;
}

} // namespace Sonde::Samples
