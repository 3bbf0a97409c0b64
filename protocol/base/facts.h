// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCborMap>
#include <QStringList>
#include <array>

namespace Sonde {

/// What an error may tell besides its code, subject and reason. Most are what a sentence of `ui/words` needs; `factName` is the name it
/// has on the wire and in the journal.
enum class Fact {
    Accepted,    ///< what would have been understood instead
    Actual,      ///< how large, long or many it is; a version
    Changed,     ///< names of the facts that are others now
    Choices,     ///< the values there are
    Command,     ///< the line to type
    Count,       ///< of how many things this is said
    Expected,    ///< the SHA-256 that it should have, in hexadecimal digits
    ExitCode,    ///< of a program that could not be started
    Fingerprint, ///< of the certificate that was shown
    Found,       ///< the SHA-256 that it has
    Flag,        ///< what to type to have it done all the same
    Holder,      ///< the user who has it
    Interpreter,
    Least,
    Limit,   ///< how large, long or many it may be; in bytes, milliseconds or as many things, as `Actual`
    Line,    ///< of a text, from 1
    Missing, ///< true: the device has no such thing
    More,    ///< errors that are not told one by one
    Most,
    Nearest, ///< names that are much alike
    Newest,  ///< version of the protocol
    Oldest,
    Parameter, ///< of the command
    Pid,
    Platform,  ///< of the device
    Platforms, ///< that have it
    Position,  ///< in the line that was typed, in UTF-16 units
    Processes, ///< their names, or how many they are
    Program,
    RetryAfter, ///< seconds
    Role,       ///< the lowest that may
    Session,
    Setting, ///< the tenant's setting that decides it
    Signature,
    SameContent, ///< true: what is there has the same SHA-256
    Signer,
    Since,
    Stopped, ///< true: it was stopped, it has not ended by itself
    Target,  ///< where a link leads
    Upload,  ///< true: it is about a file of the workstation's
    Usage,
    Verb,
    Version,    ///< of a library file
    Why,        ///< which rule of several
    Permission, ///< that is missing
    Group,      ///< of devices
    Eligible,   ///< a role that they may take for a time, and that gives it
};

[[nodiscard]] QLatin1StringView factName(Fact fact);

/// Facts and their values. What a later version says besides is kept, and passed on as it came.
class Facts final
{
public:
    Facts() = default;
    /// As it came from the wire or the journal.
    explicit Facts(const QCborMap &wire)
        : m_wire(wire)
    {
    }

    void set(Fact fact, const QCborValue &value) { m_wire.insert(factName(fact), value); }
    [[nodiscard]] bool contains(Fact fact) const { return m_wire.contains(factName(fact)); }
    /// Undefined when it is not there.
    [[nodiscard]] QCborValue value(Fact fact) const { return m_wire.value(factName(fact)); }
    /// Empty when it is not there, or is no text.
    [[nodiscard]] QString text(Fact fact) const { return value(fact).toString(); }
    [[nodiscard]] qint64 number(Fact fact, qint64 otherwise = 0) const { return value(fact).toInteger(otherwise); }
    /// The texts of a list.
    [[nodiscard]] QStringList list(Fact fact) const;
    [[nodiscard]] const QCborMap &wire() const { return m_wire; }

    bool operator==(const Facts &) const = default;

private:
    QCborMap m_wire;
};

} // namespace Sonde
