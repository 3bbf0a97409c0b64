// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/storage/storage.h"

#include "agent/system/windows/accounts_windows.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <QDir>
#include <array>
#include <io.h>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// The system and the administrators, to whom it belongs; nothing is inherited from above, all below inherits this.
constexpr auto rightsOfTheSystem = L"O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";
/// And whoever made it: an agent without rights has nothing else.
constexpr auto rightsOfAUser = L"D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)";
/// The service that installs Windows, to which the system's own folders belong.
constexpr auto trustedInstaller = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"_L1;

std::wstring native(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

std::unexpected<Error> storageFailed(const QString &path)
{
    return fail(ErrorCode::StorageFailed, path, Windows::errorOf(::GetLastError(), path).reason);
}

bool isAdministrator()
{
    std::array<BYTE, SECURITY_MAX_SID_SIZE> administrators{};
    auto size = DWORD(administrators.size());
    BOOL isMember = FALSE;
    return ::CreateWellKnownSid(WinBuiltinAdministratorsSid, nullptr, administrators.data(), &size)
        && ::CheckTokenMembership(nullptr, administrators.data(), &isMember) && isMember;
}

bool isOwnUser(PSID sid)
{
    std::array<BYTE, sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE> user{};
    Windows::Handle token;
    DWORD size = 0;
    return ::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, token.out())
        && ::GetTokenInformation(token.get(), TokenUser, user.data(), DWORD(user.size()), &size)
        && ::EqualSid(sid, reinterpret_cast<const TOKEN_USER *>(user.data())->User.Sid);
}

/// Whoever owns `folder` may open it for others, or put another one in the place of what lies in it.
Result<void> checkOwner(const QString &path, const QString &folder)
{
    Windows::Owned<void *, &::LocalFree> descriptor;
    PSID owner = nullptr;
    const DWORD status = ::GetNamedSecurityInfoW(native(folder).c_str(), SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION,
        &owner, nullptr, nullptr, nullptr, descriptor.out());
    if (status != ERROR_SUCCESS)
        return fail(ErrorCode::CannotStart, path, Windows::errorOf(status, path).reason);
    if (!owner || ::IsWellKnownSid(owner, WinLocalSystemSid) || ::IsWellKnownSid(owner, WinBuiltinAdministratorsSid)
        || isOwnUser(owner) || Windows::sidText(owner) == trustedInstaller)
        return {};
    return fail(ErrorCode::CannotStart, path,
        u"%1 belongs to %2: remove it, or give it to the administrators"_s.arg(
            QDir::toNativeSeparators(folder), Windows::Accounts().name(owner)));
}

/// What a new file or folder is made with.
class PrivateRights final
{
    Q_DISABLE_COPY_MOVE(PrivateRights)

public:
    PrivateRights()
    {
        ::ConvertStringSecurityDescriptorToSecurityDescriptorW(
            m_isOfTheSystem ? rightsOfTheSystem : rightsOfAUser, SDDL_REVISION_1, m_descriptor.out(), nullptr);
        m_attributes.nLength = sizeof(m_attributes);
        m_attributes.lpSecurityDescriptor = m_descriptor.get();
    }
    ~PrivateRights() = default;

    [[nodiscard]] SECURITY_ATTRIBUTES *get() { return &m_attributes; }
    /// For what is there already.
    [[nodiscard]] bool giveTo(const std::wstring &name) const
    {
        const SECURITY_INFORMATION what = DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION
            | (m_isOfTheSystem ? OWNER_SECURITY_INFORMATION : 0);
        return ::SetFileSecurityW(name.c_str(), what, m_descriptor.get());
    }

private:
    const bool m_isOfTheSystem = isAdministrator();
    Windows::Owned<void *, &::LocalFree> m_descriptor;
    SECURITY_ATTRIBUTES m_attributes{};
};

} // namespace

Result<void> flushToDisk(QFileDevice &file)
{
    if (!file.flush())
        return fail(ErrorCode::StorageFailed, file.fileName(), file.errorString());
    if (::_commit(file.handle()) != 0)
        return fail(ErrorCode::StorageFailed, file.fileName());
    return {};
}

Result<void> makePrivateFolder(const QString &path)
{
    const QString above = QFileInfo(path).path();
    if (!QDir().mkpath(above))
        return fail(ErrorCode::CannotWrite, above);
    PrivateRights rights;
    const std::wstring name = native(path);
    if (!::CreateDirectoryW(name.c_str(), rights.get()) && ::GetLastError() != ERROR_ALREADY_EXISTS)
        return fail(ErrorCode::CannotWrite, path, Windows::errorOf(::GetLastError(), path).reason);
    const DWORD attributes = ::GetFileAttributesW(name.c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES || !(attributes & FILE_ATTRIBUTE_DIRECTORY))
        return fail(ErrorCode::CannotStart, path, Windows::errorOf(ERROR_DIRECTORY, path).reason);
    if (attributes & FILE_ATTRIBUTE_REPARSE_POINT)
        return fail(ErrorCode::CannotStart, path, Windows::errorOf(ERROR_STOPPED_ON_SYMLINK, path).reason);
    for (const QString &folder : {above, path}) {
        if (const auto checked = checkOwner(path, folder); !checked)
            return checked;
    }
    // Who made it before may have let others in.
    if (!rights.giveTo(name))
        return fail(ErrorCode::CannotStart, path, Windows::errorOf(::GetLastError(), path).reason);
    return {};
}

Result<void> savePrivateFile(const QString &path, const QByteArray &content)
{
    const std::wstring name = native(path);
    const std::wstring temporary = name + L".new";
    PrivateRights rights;
    ::DeleteFileW(temporary.c_str());
    Windows::Handle file(
        ::CreateFileW(temporary.c_str(), GENERIC_WRITE, 0, rights.get(), CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr));
    if (!file.isOpen())
        return storageFailed(path);
    DWORD written = 0;
    if (!::WriteFile(file.get(), content.constData(), DWORD(content.size()), &written, nullptr)
        || written != DWORD(content.size()) || !::FlushFileBuffers(file.get()))
        return storageFailed(path);
    file = Windows::Handle();
    if (!::MoveFileExW(temporary.c_str(), name.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return storageFailed(path);
    return {};
}

} // namespace Sonde::Agent
