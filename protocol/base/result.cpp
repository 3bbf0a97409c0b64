// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/result.h"

#include "protocol/base/codec.h"

#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

struct ErrnoName {
    int number;
    ErrorCode code;
    const char *name;
};

constexpr std::array errnoNames{
    ErrnoName{ENOENT, ErrorCode::NotFound, "ENOENT"},
    ErrnoName{ESRCH, ErrorCode::NoSuchProcess, "ESRCH"},
    ErrnoName{EACCES, ErrorCode::AccessDenied, "EACCES"},
    ErrnoName{EPERM, ErrorCode::AccessDenied, "EPERM"},
    ErrnoName{ENOTDIR, ErrorCode::NotADirectory, "ENOTDIR"},
    ErrnoName{EISDIR, ErrorCode::IsADirectory, "EISDIR"},
    ErrnoName{ELOOP, ErrorCode::ReadFailed, "ELOOP"},
    ErrnoName{ENAMETOOLONG, ErrorCode::PathTooLong, "ENAMETOOLONG"},
    ErrnoName{EEXIST, ErrorCode::FileExists, "EEXIST"},
    ErrnoName{ENOSPC, ErrorCode::CannotWrite, "ENOSPC"},
    ErrnoName{EROFS, ErrorCode::CannotWrite, "EROFS"},
    ErrnoName{EIO, ErrorCode::ReadFailed, "EIO"},
};

} // namespace

Error errorFromErrno(int errorNumber, QString subject)
{
    const QString words = QString::fromLocal8Bit(std::strerror(errorNumber));
    for (const auto &known : errnoNames) {
        if (known.number == errorNumber)
            return {known.code, std::move(subject), u"%1 (%2)"_s.arg(words, QLatin1StringView(known.name)), {}};
    }
    return {ErrorCode::ReadFailed, std::move(subject), u"%1 (errno %2)"_s.arg(words).arg(errorNumber), {}};
}

QString debugText(const Error &error)
{
    QString text = Codec::wireName(error.code);
    if (!error.subject.isEmpty())
        text += u" \""_s + error.subject + u'"';
    if (!error.reason.isEmpty())
        text += u": "_s + error.reason;
    return text;
}

} // namespace Sonde
