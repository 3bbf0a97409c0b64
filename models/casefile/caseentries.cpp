// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casefile/caseentries.h"

namespace Sonde::Client {

namespace {

enum class Major { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };
constexpr int EntryFields = 8;
constexpr int DeepestItem = 32;

/// Reads CBOR of definite lengths, as the journal is. QCborStreamReader allocates for each item, which a million entries feel.
class CborCursor
{
public:
    explicit CborCursor(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] QByteArrayView rest() const { return m_rest; }
    [[nodiscard]] bool isGood() const { return m_good; }

    struct Head {
        Major major = Major::Simple;
        quint64 value = 0;
    };
    Head head()
    {
        if (m_rest.isEmpty())
            return refuse();
        const auto first = uchar(m_rest.front());
        const int size = first & 0x1f;
        const int width = size < 24 ? 0 : 1 << (size - 24);
        if (size > 27 || m_rest.size() < 1 + width)
            return refuse();
        quint64 value = width == 0 ? quint64(size) : 0;
        for (int i = 1; i <= width; ++i)
            value = value << 8 | uchar(m_rest.at(i));
        m_rest = m_rest.sliced(1 + width);
        return {Major(first >> 5), value};
    }
    /// The value of an item of this kind: a number, a count, or what bytes() reads.
    quint64 value(Major wanted)
    {
        const Head found = head();
        if (found.major != wanted)
            m_good = false;
        return m_good ? found.value : 0;
    }
    QByteArrayView bytes(Major wanted) { return take(value(wanted)); }
    void skip(int depth = 0)
    {
        const Head found = head();
        switch (found.major) {
        case Major::Unsigned:
        case Major::Negative:
        case Major::Simple: return;
        case Major::Bytes:
        case Major::Text: take(found.value); return;
        case Major::Tag: return skipItems(1, depth);
        case Major::Array: return skipItems(found.value, depth);
        case Major::Map: return skipItems(found.value > quint64(m_rest.size()) ? found.value : 2 * found.value, depth);
        }
    }

private:
    Head refuse()
    {
        m_good = false;
        m_rest = {};
        return {};
    }
    QByteArrayView take(quint64 size)
    {
        if (size > quint64(m_rest.size())) {
            refuse();
            return {};
        }
        const QByteArrayView taken = m_rest.first(qsizetype(size));
        m_rest = m_rest.sliced(qsizetype(size));
        return taken;
    }
    void skipItems(quint64 count, int depth)
    {
        if (depth >= DeepestItem || count > quint64(m_rest.size())) {
            refuse();
            return;
        }
        for (quint64 i = 0; i < count && m_good; ++i)
            skip(depth + 1);
    }

    QByteArrayView m_rest;
    bool m_good = true;
};

/// At the value that has this name.
std::optional<CborCursor> findFact(QByteArrayView facts, QByteArrayView name)
{
    CborCursor cursor(facts);
    const quint64 count = cursor.value(Major::Map);
    for (quint64 i = 0; i < count && cursor.isGood(); ++i) {
        const QByteArrayView found = cursor.bytes(Major::Text);
        if (cursor.isGood() && found == name)
            return cursor;
        cursor.skip();
    }
    return {};
}

std::optional<QByteArrayView> stringFact(QByteArrayView facts, QByteArrayView name, Major kind)
{
    auto found = findFact(facts, name);
    const QByteArrayView value = found ? found->bytes(kind) : QByteArrayView();
    return found && found->isGood() ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<CaseEntry> nextEntry(QByteArrayView &sequence)
{
    CborCursor cursor(sequence);
    CaseEntry entry;
    if (cursor.value(Major::Array) != EntryFields)
        return {};
    entry.number = cursor.value(Major::Unsigned);
    cursor.skip(); // time
    cursor.bytes(Major::Text);
    cursor.bytes(Major::Text);
    entry.session = cursor.value(Major::Unsigned);
    entry.command = cursor.value(Major::Unsigned);
    if (cursor.value(Major::Array) != 2)
        return {};
    entry.kind = cursor.bytes(Major::Text);
    entry.facts = cursor.rest();
    cursor.skip();
    entry.facts.chop(cursor.rest().size());
    entry.previous = cursor.bytes(Major::Bytes);
    if (!cursor.isGood())
        return {};
    entry.record = sequence.chopped(cursor.rest().size());
    sequence = cursor.rest();
    return entry;
}

std::optional<quint64> numberFact(QByteArrayView facts, QByteArrayView name)
{
    auto found = findFact(facts, name);
    const quint64 value = found ? found->value(Major::Unsigned) : 0;
    return found && found->isGood() ? std::optional(value) : std::nullopt;
}

std::optional<QByteArrayView> bytesFact(QByteArrayView facts, QByteArrayView name)
{
    return stringFact(facts, name, Major::Bytes);
}

std::optional<QByteArrayView> textFact(QByteArrayView facts, QByteArrayView name)
{
    return stringFact(facts, name, Major::Text);
}

} // namespace Sonde::Client
