// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

/// journal.cbor, as a verifier reads it: it needs no knowledge of events, so that those of a later version are read, too.
namespace Sonde::Client {

struct CaseEntry {
    quint64 number = 0;
    quint64 session = 0;
    quint64 command = 0;
    QByteArrayView kind;
    QByteArrayView facts;    ///< the map, in CBOR
    QByteArrayView previous; ///< hash of the entry before
    QByteArrayView record;   ///< what its hash covers
};

/// The next entry of a sequence, which is moved behind it; nothing when it begins with none. The entry points into the sequence.
[[nodiscard]] std::optional<CaseEntry> nextEntry(QByteArrayView &sequence);

/// What the map of facts has under this name: a number, bytes or a text; nothing when it has not.
[[nodiscard]] std::optional<quint64> numberFact(QByteArrayView facts, QByteArrayView name);
[[nodiscard]] std::optional<QByteArrayView> bytesFact(QByteArrayView facts, QByteArrayView name);
[[nodiscard]] std::optional<QByteArrayView> textFact(QByteArrayView facts, QByteArrayView name);

} // namespace Sonde::Client
