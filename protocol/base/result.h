// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/facts.h"
#include "protocol/base/vocabulary.h"

#include <QString>
#include <expected>

namespace Sonde {

/// What happened (`code`), to what (`subject`: a path, verb, device…) and why (`reason`: the system's own words, English, may be empty).
/// `facts` holds the numbers and names that a sentence needs.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString subject;
    QString reason;
    Facts facts;

    /// The same error, saying more: `Error{…}.with(Fact::Limit, limit)`.
    [[nodiscard]] Error with(Fact fact, const QCborValue &value) &&
    {
        facts.set(fact, value);
        return std::move(*this);
    }

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

/// What a function that fails returns.
class Failure final : public std::unexpected<Error>
{
public:
    explicit Failure(Error error)
        : unexpected(std::move(error))
    {
    }
    [[nodiscard]] Failure with(Fact fact, const QCborValue &value) &&
    {
        error().facts.set(fact, value);
        return std::move(*this);
    }
};

/// `return fail(ErrorCode::TooLarge, path).with(Fact::Limit, limit)`: the one way to fail.
[[nodiscard]] inline Failure fail(ErrorCode code, QString subject = {}, QString reason = {})
{
    return Failure(Error{code, std::move(subject), std::move(reason), {}});
}

/// An `Error` from errno for an operation on `subject`: ENOENT → NotFound, EACCES/EPERM → AccessDenied, ENOTDIR → NotADirectory…;
/// `reason` is strerror's text with the symbolic name.
[[nodiscard]] Error errorFromErrno(int errorNumber, QString subject);

/// One line of English for logs and debugging; people read the translated text of `ui/words`.
[[nodiscard]] QString debugText(const Error &error);

} // namespace Sonde
