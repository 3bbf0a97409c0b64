// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/systemerror_windows.h"

#include "protocol/base/reason.h"

#include <algorithm>
#include <array>

#include <windows.h>

#include <winternl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Windows {

namespace {

struct KnownError {
    DWORD number;
    ErrorCode code;
    Reason reason;
};

constexpr std::array knownErrors{
    KnownError{ERROR_FILE_NOT_FOUND, ErrorCode::NotFound, Reason::NotFound},
    KnownError{ERROR_PATH_NOT_FOUND, ErrorCode::NotFound, Reason::NotFound},
    KnownError{ERROR_BAD_NETPATH, ErrorCode::NotFound, Reason::NotFound},
    KnownError{ERROR_BAD_NET_NAME, ErrorCode::NotFound, Reason::NotFound},
    KnownError{ERROR_INVALID_NAME, ErrorCode::NotFound, Reason::NotFound},
    KnownError{ERROR_INVALID_DRIVE, ErrorCode::NotFound, Reason::NotFound},
    KnownError{ERROR_ACCESS_DENIED, ErrorCode::AccessDenied, Reason::PermissionDenied},
    KnownError{ERROR_PRIVILEGE_NOT_HELD, ErrorCode::AccessDenied, Reason::NotPermitted},
    KnownError{ERROR_DIRECTORY, ErrorCode::NotADirectory, Reason::NotADirectory},
    KnownError{ERROR_CANT_RESOLVE_FILENAME, ErrorCode::ReadFailed, Reason::TooManyLinks},
    KnownError{ERROR_FILENAME_EXCED_RANGE, ErrorCode::PathTooLong, Reason::NameTooLong},
    KnownError{ERROR_FILE_EXISTS, ErrorCode::FileExists, Reason::Exists},
    KnownError{ERROR_ALREADY_EXISTS, ErrorCode::FileExists, Reason::Exists},
    KnownError{ERROR_DISK_FULL, ErrorCode::CannotWrite, Reason::NoSpace},
    KnownError{ERROR_HANDLE_DISK_FULL, ErrorCode::CannotWrite, Reason::NoSpace},
    KnownError{ERROR_WRITE_PROTECT, ErrorCode::CannotWrite, Reason::ReadOnly},
    KnownError{ERROR_IO_DEVICE, ErrorCode::ReadFailed, Reason::InputOutput},
    KnownError{ERROR_CRC, ErrorCode::ReadFailed, Reason::InputOutput},
};

/// The system's own words, in English where it has them.
QString wordsOf(DWORD code)
{
    constexpr DWORD how = FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS | FORMAT_MESSAGE_MAX_WIDTH_MASK;
    std::array<wchar_t, 512> words{};
    DWORD length = 0;
    for (const DWORD language : {DWORD(MAKELANGID(LANG_ENGLISH, SUBLANG_ENGLISH_US)), DWORD(0)}) {
        if (length == 0)
            length = ::FormatMessageW(how, nullptr, code, language, words.data(), DWORD(words.size()), nullptr);
    }
    return QStringView(words.data(), length).trimmed().toString();
}

} // namespace

Error errorOf(quint32 code, const QString &subject)
{
    const auto known = std::ranges::find(knownErrors, code, &KnownError::number);
    if (known != knownErrors.end())
        return errorBecause(known->reason, known->code, subject);
    return {ErrorCode::ReadFailed, subject, u"%1 (%2)"_s.arg(wordsOf(code)).arg(code), {}};
}

Error errorOfStatus(qint32 status, const QString &subject)
{
    return errorOf(::RtlNtStatusToDosError(status), subject);
}

} // namespace Sonde::Agent::Windows
