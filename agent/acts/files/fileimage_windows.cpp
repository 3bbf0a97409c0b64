// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/fileimage_windows.h"

#include "agent/system/windows/accounts_windows.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/filetime.h"
#include "agent/system/windows/systemerror_windows.h"
#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"

#include <array>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>
#include <winioctl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Memory = Windows::Owned<void *, &::LocalFree>;

constexpr SECURITY_INFORMATION Security =
    OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
/// Those that a file is given; the rest say what it is.
constexpr DWORD SettableAttributes = FILE_ATTRIBUTE_ARCHIVE | FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_NORMAL
    | FILE_ATTRIBUTE_NOT_CONTENT_INDEXED | FILE_ATTRIBUTE_OFFLINE | FILE_ATTRIBUTE_READONLY | FILE_ATTRIBUTE_SYSTEM
    | FILE_ATTRIBUTE_TEMPORARY;

QString securityText(HANDLE file)
{
    Memory descriptor;
    wchar_t *text = nullptr;
    if (::GetSecurityInfo(file, SE_FILE_OBJECT, Security, nullptr, nullptr, nullptr, nullptr, descriptor.out())
            != ERROR_SUCCESS
        || !::ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor.get(), SDDL_REVISION_1, Security, &text, nullptr))
        return {};
    const QString sddl = QString::fromWCharArray(text);
    ::LocalFree(text);
    return sddl;
}

std::vector<FileStream> streamsBeside(const QByteArray &path)
{
    std::vector<FileStream> streams;
    WIN32_FIND_STREAM_DATA found{};
    const HANDLE search = ::FindFirstStreamW(nativePathOf(path).c_str(), FindStreamInfoStandard, &found, 0);
    if (search == INVALID_HANDLE_VALUE)
        return streams;
    do {
        const QString name = QString::fromWCharArray(found.cStreamName); // ":NAME:$DATA"
        if (name != u"::$DATA" && name.endsWith(u":$DATA"))
            streams.push_back({Windows::deviceBytes(name.sliced(1).chopped(6)), found.StreamSize.QuadPart});
    } while (::FindNextStreamW(search, &found));
    ::FindClose(search);
    return streams;
}

QByteArray reparseData(HANDLE file)
{
    QByteArray buffer(MAXIMUM_REPARSE_DATA_BUFFER_SIZE, '\0');
    DWORD size = 0;
    if (!::DeviceIoControl(
            file, FSCTL_GET_REPARSE_POINT, nullptr, 0, buffer.data(), DWORD(buffer.size()), &size, nullptr))
        return {};
    return buffer.first(qsizetype(size));
}

bool setTimesAndAttributes(HANDLE file, const FileImage &image)
{
    FILE_BASIC_INFO info{};
    info.CreationTime.QuadPart = image.created;
    info.LastAccessTime.QuadPart = image.accessed;
    info.LastWriteTime.QuadPart = image.modified;
    info.ChangeTime.QuadPart = image.changed;
    info.FileAttributes = image.attributes & SettableAttributes;
    if (info.FileAttributes == 0) // that would be: as they are
        info.FileAttributes = FILE_ATTRIBUTE_NORMAL;
    return ::SetFileInformationByHandle(file, FileBasicInfo, &info, sizeof(info));
}

/// A text of the system's, as the parts that SetSecurityInfo() wants.
bool setSecurity(HANDLE file, const QString &sddl, SECURITY_INFORMATION what)
{
    Memory descriptor;
    if (!::ConvertStringSecurityDescriptorToSecurityDescriptorW(
            reinterpret_cast<const wchar_t *>(sddl.utf16()), SDDL_REVISION_1, descriptor.out(), nullptr))
        return false;
    PSID owner = nullptr;
    PSID group = nullptr;
    PACL list = nullptr;
    BOOL present = FALSE;
    BOOL defaulted = FALSE;
    ::GetSecurityDescriptorOwner(descriptor.get(), &owner, &defaulted);
    ::GetSecurityDescriptorGroup(descriptor.get(), &group, &defaulted);
    ::GetSecurityDescriptorDacl(descriptor.get(), &present, &list, &defaulted);
    if (what & DACL_SECURITY_INFORMATION) {
        SECURITY_DESCRIPTOR_CONTROL control = 0;
        DWORD revision = 0;
        ::GetSecurityDescriptorControl(descriptor.get(), &control, &revision);
        what |=
            control & SE_DACL_PROTECTED ? PROTECTED_DACL_SECURITY_INFORMATION : UNPROTECTED_DACL_SECURITY_INFORMATION;
    }
    return ::SetSecurityInfo(file, SE_FILE_OBJECT, what, owner, group, list, nullptr) == ERROR_SUCCESS;
}

} // namespace

Result<FileImage> takeImage(const PinnedFile &file)
{
    FILE_BASIC_INFO info{};
    if (!::GetFileInformationByHandleEx(file.handle(), FileBasicInfo, &info, sizeof(info)))
        return std::unexpected(Windows::errorOf(::GetLastError(), DevicePath(file.path()).typed()));
    return FileImage{.path = file.path(),
        .volume = file.volume(),
        .index = file.index(),
        .links = file.links(),
        .attributes = quint32(info.FileAttributes),
        .size = file.size(),
        .created = info.CreationTime.QuadPart,
        .accessed = info.LastAccessTime.QuadPart,
        .modified = info.LastWriteTime.QuadPart,
        .changed = info.ChangeTime.QuadPart,
        .security = securityText(file.handle()),
        .streams = file.isLink() ? std::vector<FileStream>() : streamsBeside(file.path()),
        .target = file.isLink() ? reparseData(file.handle()) : QByteArray(),
        .sha256 = {}};
}

QCborMap keptImage(const FileImage &image)
{
    return {{u"image"_s, Codec::toBytes(image)}};
}

Result<FileImage> imageOf(const QCborMap &kept)
{
    return Codec::fromBytes<FileImage>(kept.value(u"image"_s).toByteArray());
}

bool isIn(const PinnedFile &file, const FileImage &image)
{
    return file.volume() == image.volume && file.index() == image.index;
}

qint64 streamBytes(const FileImage &image)
{
    qint64 bytes = 0;
    for (const FileStream &stream : image.streams)
        bytes += stream.size;
    return bytes;
}

FileFacts factsOfImage(const FileImage &image)
{
    FileFacts facts;
    facts.kind = image.target.isEmpty() ? FileKind::Regular : FileKind::Link;
    facts.size = image.size;
    facts.created = Windows::nanosecondsOf(quint64(image.created));
    facts.modified = Windows::nanosecondsOf(quint64(image.modified));
    facts.accessed = Windows::nanosecondsOf(quint64(image.accessed));
    facts.changed = Windows::nanosecondsOf(quint64(image.changed));
    facts.hidden = image.attributes & FILE_ATTRIBUTE_HIDDEN;
    facts.readOnly = image.attributes & FILE_ATTRIBUTE_READONLY;
    facts.compressed = image.attributes & FILE_ATTRIBUTE_COMPRESSED;
    facts.links = image.links;
    facts.inode = image.index;
    facts.volume = image.volume;
    Memory descriptor;
    PSID owner = nullptr;
    BOOL defaulted = FALSE;
    if (::ConvertStringSecurityDescriptorToSecurityDescriptorW(
            reinterpret_cast<const wchar_t *>(image.security.utf16()), SDDL_REVISION_1, descriptor.out(), nullptr)
        && ::GetSecurityDescriptorOwner(descriptor.get(), &owner, &defaulted))
        facts.owner = Windows::Accounts().name(owner);
    return facts;
}

QStringList applyImage(HANDLE file, const FileImage &image)
{
    QStringList missed;
    std::ignore = setTimesAndAttributes(file, image); // some file systems keep a part of the rights in these
    const QString now = securityText(file);
    const auto owners = [](const QString &sddl) { return sddl.section(u"D:"_s, 0, 0); };
    // What the file has by inheritance already is not set once more: it would not be inherited then.
    if (image.security.isEmpty()) {
        missed += u"acl"_s;
    } else if (now != image.security) {
        if (!setSecurity(file, image.security, DACL_SECURITY_INFORMATION))
            missed += u"acl"_s;
        if (owners(now) != owners(image.security)
            && !setSecurity(file, image.security, OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION))
            missed += u"owner"_s;
    }
    if (!setTimesAndAttributes(file, image))
        missed += {u"modified"_s, u"attributes"_s};
    return missed;
}

void closeToOthers(HANDLE file)
{
    std::ignore = setSecurity(file, u"D:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;FA;;;OW)"_s, DACL_SECURITY_INFORMATION);
}

} // namespace Sonde::Agent
