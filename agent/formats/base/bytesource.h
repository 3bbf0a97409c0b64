// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QtEndian>
#include <concepts>

namespace Sonde::Agent {

/// Where a reader of a format takes bytes from, in any order.
class ByteSource
{
    Q_DISABLE_COPY_MOVE(ByteSource)

public:
    ByteSource() = default;
    virtual ~ByteSource() = default;

    [[nodiscard]] virtual qint64 size() const = 0;
    /// Fewer than `count` at the end; none outside the file, or where it cannot be read. Never more than MostAtOnce, whatever a header asks.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 count) const;

    static constexpr qint64 MostAtOnce = 16 * 1024 * 1024;

private:
    /// Within the file.
    [[nodiscard]] virtual QByteArray doRead(qint64 offset, qsizetype count) const = 0;
};

/// Bytes in memory.
class BufferSource final : public ByteSource
{
public:
    explicit BufferSource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }

private:
    [[nodiscard]] QByteArray doRead(qint64 offset, qsizetype count) const override
    {
        return m_bytes.sliced(offset, count);
    }

    QByteArray m_bytes;
};

/// A part of another source, as a file of its own.
class PartSource final : public ByteSource
{
public:
    PartSource(const ByteSource &whole, qint64 offset, qint64 size)
        : m_whole(whole)
        , m_offset(offset)
        , m_size(size)
    {
    }

    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    [[nodiscard]] QByteArray doRead(qint64 offset, qsizetype count) const override
    {
        return m_whole.read(m_offset + offset, count);
    }

    const ByteSource &m_whole;
    qint64 m_offset;
    qint64 m_size;
};

enum class ByteOrder { Little, Big };

/// Numbers and texts at places of some bytes: 0, or empty, where they would reach beyond the end.
class Bytes final
{
public:
    // NOLINTNEXTLINE(google-explicit-constructor): they are the same bytes
    Bytes(QByteArrayView bytes, ByteOrder order = ByteOrder::Little)
        : m_bytes(bytes)
        , m_order(order)
    {
    }

    template<std::unsigned_integral Number>
    [[nodiscard]] Number number(qint64 at) const
    {
        if (!holds(at, sizeof(Number)))
            return 0;
        const char *from = m_bytes.data() + at;
        return m_order == ByteOrder::Little ? qFromLittleEndian<Number>(from) : qFromBigEndian<Number>(from);
    }
    [[nodiscard]] quint8 u8(qint64 at) const { return number<quint8>(at); }
    [[nodiscard]] quint16 u16(qint64 at) const { return number<quint16>(at); }
    [[nodiscard]] quint32 u32(qint64 at) const { return number<quint32>(at); }
    [[nodiscard]] quint64 u64(qint64 at) const { return number<quint64>(at); }

    [[nodiscard]] qint64 size() const { return m_bytes.size(); }
    [[nodiscard]] bool holds(qint64 at, qint64 count) const
    {
        return at >= 0 && count >= 0 && at <= m_bytes.size() && count <= m_bytes.size() - at;
    }
    /// What there is of `count` bytes.
    [[nodiscard]] QByteArrayView slice(qint64 at, qint64 count) const;
    /// To the next zero, or the end, or `most` bytes.
    [[nodiscard]] QByteArray text(qint64 at, qint64 most) const;
    /// UTF-16 of this order to the next zero, or the end, or `most` characters.
    [[nodiscard]] QString wideText(qint64 at, qint64 most) const;

private:
    QByteArrayView m_bytes;
    ByteOrder m_order;
};

/// How many things of a kind are listed; the count of all stands beside them.
constexpr qsizetype MostListed = 256;

/// "0x1f".
[[nodiscard]] QString hexNumber(quint64 number);
/// Bytes that should be text, as text: those that are not UTF-8 in the `bytes:` form of DevicePath.
[[nodiscard]] QString printable(const QByteArray &bytes);

/// The name of a number, or "prefix 0x1f".
struct NamedNumber {
    quint32 number;
    const char *name;
};
template<size_t Count>
[[nodiscard]] QString nameOf(quint32 number, const NamedNumber (&names)[Count], QStringView otherwise)
{
    for (const NamedNumber &named : names) {
        if (named.number == number)
            return QString::fromLatin1(named.name);
    }
    return QString(otherwise + u' ' + hexNumber(number));
}

} // namespace Sonde::Agent
