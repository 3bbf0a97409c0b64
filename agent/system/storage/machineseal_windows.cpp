// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/storage/machineseal.h"

#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <windows.h>

#include <dpapi.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Of the machine, not of a user: the service runs as the system, and `--release` as who begins it.
constexpr DWORD How = CRYPTPROTECT_LOCAL_MACHINE | CRYPTPROTECT_UI_FORBIDDEN;

DATA_BLOB blobOf(QByteArray &bytes)
{
    return {DWORD(bytes.size()), reinterpret_cast<BYTE *>(bytes.data())};
}

/// What the system made, which is wiped before it is given back.
QByteArray taken(const DATA_BLOB &made)
{
    const Windows::Owned<void *, &::LocalFree> memory(made.pbData);
    const QByteArray bytes(reinterpret_cast<const char *>(made.pbData), qsizetype(made.cbData));
    ::SecureZeroMemory(made.pbData, made.cbData);
    return bytes;
}

} // namespace

bool hasMachineSeal()
{
    return true;
}

Result<QByteArray> sealForMachine(const QByteArray &secret, const QByteArray &purpose)
{
    QByteArray bytes = secret;
    QByteArray entropy = purpose;
    DATA_BLOB in = blobOf(bytes);
    DATA_BLOB with = blobOf(entropy);
    DATA_BLOB out{};
    const bool isSealed = ::CryptProtectData(&in, nullptr, &with, nullptr, nullptr, How, &out);
    const DWORD failure = isSealed ? ERROR_SUCCESS : ::GetLastError();
    ::SecureZeroMemory(bytes.data(), size_t(bytes.size()));
    if (!isSealed)
        return fail(ErrorCode::StorageFailed, u"seal"_s, Windows::errorOf(failure, {}).reason);
    return taken(out);
}

Result<QByteArray> unsealOnMachine(const QByteArray &sealed, const QByteArray &purpose)
{
    QByteArray bytes = sealed;
    QByteArray entropy = purpose;
    DATA_BLOB in = blobOf(bytes);
    DATA_BLOB with = blobOf(entropy);
    DATA_BLOB out{};
    if (!::CryptUnprotectData(&in, nullptr, &with, nullptr, nullptr, How, &out))
        return fail(ErrorCode::StorageFailed, u"seal"_s, Windows::errorOf(::GetLastError(), {}).reason);
    return taken(out);
}

} // namespace Sonde::Agent
