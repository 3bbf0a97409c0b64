// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/storage/storage.h"

#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <QDir>
#include <io.h>

#include <windows.h>

#include <sddl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// The system, the administrators and whoever made it; nothing is inherited from above, all below inherits this.
constexpr auto privateRights = L"D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;OW)";

std::wstring native(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

std::unexpected<Error> storageFailed(const QString &path)
{
    return fail(ErrorCode::StorageFailed, path, Windows::errorOf(::GetLastError(), path).reason);
}

/// What a new file or folder is made with.
class PrivateRights final
{
    Q_DISABLE_COPY_MOVE(PrivateRights)

public:
    PrivateRights()
    {
        ::ConvertStringSecurityDescriptorToSecurityDescriptorW(
            privateRights, SDDL_REVISION_1, m_descriptor.out(), nullptr);
        m_attributes.nLength = sizeof(m_attributes);
        m_attributes.lpSecurityDescriptor = m_descriptor.get();
    }
    ~PrivateRights() = default;

    [[nodiscard]] SECURITY_ATTRIBUTES *get() { return &m_attributes; }
    [[nodiscard]] PSECURITY_DESCRIPTOR descriptor() const { return m_descriptor.get(); }

private:
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
    // Who made it before may have let others in.
    if (!::SetFileSecurityW(
            name.c_str(), DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, rights.descriptor()))
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
