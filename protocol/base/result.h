// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/vocabulary.h"

#include <QCborMap>
#include <QString>
#include <expected>

namespace Sonde {

/// What happened (`code`), to what (`subject`: a path, verb, device…) and why (`reason`: the system's own words, English, may be empty).
/// `facts` holds the numbers and names a sentence needs: "limit", "actual", "holder", "since", "position", "nearest", "role"…
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString subject;
    QString reason;
    QCborMap facts;

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

/// `return fail(ErrorCode::NotFound, path)`: the one way to fail.
[[nodiscard]] inline std::unexpected<Error> fail(
    ErrorCode code, QString subject = {}, QString reason = {}, QCborMap facts = {})
{
    return std::unexpected(Error{code, std::move(subject), std::move(reason), std::move(facts)});
}

/// An `Error` from errno for an operation on `subject`: ENOENT → NotFound, EACCES/EPERM → AccessDenied, ENOTDIR → NotADirectory…;
/// `reason` is strerror's text with the symbolic name.
[[nodiscard]] Error errorFromErrno(int errorNumber, QString subject);

/// One line of English for logs and debugging; people read the translated text of `ui/words`.
[[nodiscard]] QString debugText(const Error &error);

} // namespace Sonde
