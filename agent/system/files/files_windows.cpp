// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/files.h"

#include "agent/base/windowspath.h"
#include "agent/system/windows/accounts_windows.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/filetime.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/systemerror_windows.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <io.h>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>
#include <winioctl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

using Windows::Handle;

namespace {

constexpr DWORD ShareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
/// What is shown of a stream beside the content.
constexpr qsizetype MostStreamBytes = 64 * 1024;
/// Of winnt.h since Windows 10: opening or reading the file brings it from elsewhere.
constexpr DWORD RecalledWhenOpened = 0x00040000;
constexpr DWORD RecalledWhenRead = 0x00400000;

std::unexpected<Error> failWithSystem(const QByteArray &path, DWORD code = ::GetLastError())
{
    return std::unexpected(Windows::errorOf(code, DevicePath(path).typed()));
}

/// As the system is given it: nothing in it is interpreted. None: no file can have that name.
std::optional<std::wstring> nativePath(const QByteArray &path)
{
    const auto text = Windows::deviceText(Windows::verbatimPath(path));
    if (!text || text->contains(QChar()))
        return {};
    return text->toStdWString();
}

Result<Handle> openPath(const QByteArray &path, DWORD access, Links links)
{
    const auto name = nativePath(path);
    if (!name)
        return fail(ErrorCode::NotFound, DevicePath(path).typed(), Reason::NotFound);
    const DWORD keep = links == Links::Keep ? FILE_FLAG_OPEN_REPARSE_POINT : 0;
    Handle file(::CreateFileW(
        name->c_str(), access, ShareAll, nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | keep, nullptr));
    if (!file.isOpen())
        return failWithSystem(path);
    return file;
}

/// Those that stand for another name; all others (of cloud storage, of compression…) are about the content.
bool isLink(DWORD attributes, DWORD tag)
{
    return (attributes & FILE_ATTRIBUTE_REPARSE_POINT)
        && (tag == IO_REPARSE_TAG_SYMLINK || tag == IO_REPARSE_TAG_MOUNT_POINT);
}

struct Attribute {
    DWORD bit;
    char letter; ///< in the mode; 0: not in it
    const char *name;
};

// In the order of PowerShell's column Mode.
constexpr std::array attributeNames{
    Attribute{FILE_ATTRIBUTE_ARCHIVE, 'a', "archive"},
    Attribute{FILE_ATTRIBUTE_READONLY, 'r', "read-only"},
    Attribute{FILE_ATTRIBUTE_HIDDEN, 'h', "hidden"},
    Attribute{FILE_ATTRIBUTE_SYSTEM, 's', "system"},
    Attribute{FILE_ATTRIBUTE_REPARSE_POINT, 'l', "reparse-point"},
    Attribute{FILE_ATTRIBUTE_COMPRESSED, 0, "compressed"},
    Attribute{FILE_ATTRIBUTE_ENCRYPTED, 0, "encrypted"},
    Attribute{FILE_ATTRIBUTE_SPARSE_FILE, 0, "sparse"},
    Attribute{FILE_ATTRIBUTE_TEMPORARY, 0, "temporary"},
    Attribute{FILE_ATTRIBUTE_OFFLINE, 0, "offline"},
    Attribute{FILE_ATTRIBUTE_NOT_CONTENT_INDEXED, 0, "not-indexed"},
    Attribute{RecalledWhenOpened, 0, "recall-on-open"},
    Attribute{RecalledWhenRead, 0, "recall-on-data-access"},
};

QString modeText(DWORD attributes)
{
    QString mode(attributes & FILE_ATTRIBUTE_DIRECTORY ? u'd' : u'-');
    for (const Attribute &one : attributeNames) {
        if (one.letter)
            mode += attributes & one.bit ? QLatin1Char(one.letter) : QLatin1Char('-');
    }
    return mode;
}

qint64 timeOf(const LARGE_INTEGER &time)
{
    return Windows::nanosecondsOf(quint64(time.QuadPart));
}

struct SecurityDescriptor {
    Windows::Owned<void *, &::LocalFree> memory;
    PSID owner = nullptr;
    PSID group = nullptr;
};

std::optional<SecurityDescriptor> securityOf(HANDLE file, SECURITY_INFORMATION what)
{
    SecurityDescriptor security;
    const DWORD failure = ::GetSecurityInfo(
        file, SE_FILE_OBJECT, what, &security.owner, &security.group, nullptr, nullptr, security.memory.out());
    ::SetLastError(failure);
    return failure == ERROR_SUCCESS ? std::optional(std::move(security)) : std::nullopt;
}

/// Of a link, as it was written.
QByteArray targetOf(HANDLE link)
{
    std::array<char, MAXIMUM_REPARSE_DATA_BUFFER_SIZE> buffer{};
    DWORD size = 0;
    if (!::DeviceIoControl(
            link, FSCTL_GET_REPARSE_POINT, nullptr, 0, buffer.data(), DWORD(buffer.size()), &size, nullptr))
        return {};
    /// REPARSE_DATA_BUFFER, which is in the driver kit: of a link a head of flags follows, of a mount point none.
    struct Head {
        ULONG tag;
        USHORT length, reserved;
        USHORT substituteOffset, substituteLength, printOffset, printLength;
    } head{};
    std::memcpy(&head, buffer.data(), sizeof(head));
    const size_t names = sizeof(head) + (head.tag == IO_REPARSE_TAG_SYMLINK ? sizeof(ULONG) : 0);
    const bool hasPrint = head.printLength > 0;
    const size_t begin = names + (hasPrint ? head.printOffset : head.substituteOffset);
    const size_t length = hasPrint ? head.printLength : head.substituteLength;
    if (begin + length > size)
        return {};
    QString text(qsizetype(length / sizeof(char16_t)), u'\0');
    std::memcpy(text.data(), buffer.data() + begin, length);
    return Windows::deviceBytes(text.startsWith(uR"(\??\)") ? text.sliced(4) : text);
}

struct FileState {
    FILE_BASIC_INFO basic{};
    FILE_ATTRIBUTE_TAG_INFO tag{};
    BY_HANDLE_FILE_INFORMATION handle{};
};

std::optional<FileState> stateOf(HANDLE file)
{
    FileState state;
    if (!::GetFileInformationByHandle(file, &state.handle)
        || !::GetFileInformationByHandleEx(file, FileBasicInfo, &state.basic, sizeof(state.basic)))
        return {};
    // A file system without reparse points does not know this.
    if (!::GetFileInformationByHandleEx(file, FileAttributeTagInfo, &state.tag, sizeof(state.tag)))
        state.tag = {state.handle.dwFileAttributes, 0};
    return state;
}

quint64 joined(DWORD high, DWORD low)
{
    return quint64(high) << 32 | low;
}

HANDLE native(int handle)
{
    return reinterpret_cast<HANDLE>(::_get_osfhandle(handle));
}

Result<qsizetype> readInto(HANDLE file, std::span<char> buffer)
{
    size_t filled = 0;
    while (filled < buffer.size()) {
        DWORD count = 0;
        const auto size = DWORD(std::min<size_t>(buffer.size() - filled, 1 << 30));
        if (!::ReadFile(file, buffer.data() + filled, size, &count, nullptr) && ::GetLastError() != ERROR_HANDLE_EOF)
            return std::unexpected(Windows::errorOf(::GetLastError(), {}));
        if (count == 0)
            break;
        filled += count;
    }
    return qsizetype(filled);
}

/// The streams beside the content: ":Zone.Identifier:$DATA".
std::vector<QString> streamsOf(const std::wstring &path)
{
    std::vector<QString> names;
    WIN32_FIND_STREAM_DATA found{};
    const HANDLE search = ::FindFirstStreamW(path.c_str(), FindStreamInfoStandard, &found, 0);
    if (search == INVALID_HANDLE_VALUE)
        return names;
    do {
        if (const QString name = QString::fromWCharArray(found.cStreamName); name != u"::$DATA")
            names.push_back(name);
    } while (::FindNextStreamW(search, &found));
    ::FindClose(search);
    return names;
}

/// What of a file lies elsewhere, and would be brought here when it is read.
bool isElsewhere(DWORD attributes)
{
    return attributes & (RecalledWhenOpened | RecalledWhenRead | FILE_ATTRIBUTE_OFFLINE);
}

} // namespace

struct FileSystem::Private {
    Windows::Accounts accounts;
};

FileSystem::FileSystem()
    : d(std::make_unique<Private>())
{
}

FileSystem::~FileSystem() = default;

Result<FileFacts> FileSystem::facts(const QByteArray &path, Links links) const
{
    auto file = openPath(path, FILE_READ_ATTRIBUTES | READ_CONTROL, links);
    if (!file && file.error().code == ErrorCode::AccessDenied)
        file = openPath(path, FILE_READ_ATTRIBUTES, links);
    if (!file)
        return std::unexpected(file.error());
    const auto state = stateOf(file->get());
    if (!state)
        return failWithSystem(path);
    const DWORD attributes = state->tag.FileAttributes;
    FileFacts facts;
    if (isLink(attributes, state->tag.ReparseTag))
        facts.kind = FileKind::Link;
    else
        facts.kind = attributes & FILE_ATTRIBUTE_DIRECTORY ? FileKind::Directory : FileKind::Regular;
    facts.size = qint64(joined(state->handle.nFileSizeHigh, state->handle.nFileSizeLow));
    if (state->basic.CreationTime.QuadPart != 0)
        facts.created = timeOf(state->basic.CreationTime);
    facts.modified = timeOf(state->basic.LastWriteTime);
    facts.accessed = timeOf(state->basic.LastAccessTime);
    facts.changed = timeOf(state->basic.ChangeTime);
    if (const auto security = securityOf(file->get(), OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION)) {
        facts.owner = d->accounts.name(security->owner);
        facts.group = d->accounts.name(security->group);
    }
    facts.mode = modeText(attributes);
    facts.hidden = attributes & FILE_ATTRIBUTE_HIDDEN;
    facts.readOnly = attributes & FILE_ATTRIBUTE_READONLY;
    facts.compressed = attributes & FILE_ATTRIBUTE_COMPRESSED;
    facts.links = state->handle.nNumberOfLinks;
    facts.inode = joined(state->handle.nFileIndexHigh, state->handle.nFileIndexLow);
    facts.volume = state->handle.dwVolumeSerialNumber;
    if (facts.kind == FileKind::Link)
        facts.target = targetOf(file->get());
    return facts;
}

Result<QString> FileSystem::accessControl(const QByteArray &path) const
{
    const auto file = openPath(path, READ_CONTROL, Links::Follow);
    if (!file)
        return std::unexpected(file.error());
    constexpr SECURITY_INFORMATION what =
        OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
    const auto security = securityOf(file->get(), what);
    if (!security)
        return failWithSystem(path);
    wchar_t *text = nullptr;
    if (!::ConvertSecurityDescriptorToStringSecurityDescriptorW(
            security->memory.get(), SDDL_REVISION_1, what, &text, nullptr))
        return failWithSystem(path);
    const QString sddl = QString::fromWCharArray(text);
    ::LocalFree(text);
    return sddl;
}

Result<QString> FileSystem::capabilities(const QByteArray &) const
{
    return QString();
}

Result<QList<std::pair<QByteArray, QByteArray>>> FileSystem::extendedAttributes(const QByteArray &path) const
{
    QList<std::pair<QByteArray, QByteArray>> streams;
    const auto name = nativePath(path);
    for (const QString &stream : name ? streamsOf(*name) : std::vector<QString>()) {
        const QString plain = stream.section(u':', 1, 1); // ":NAME:$DATA"
        QByteArray content(MostStreamBytes, Qt::Uninitialized);
        const auto file = openPath(path + ':' + Windows::deviceBytes(plain), GENERIC_READ, Links::Follow);
        if (!file)
            return std::unexpected(file.error());
        const auto size = readInto(file->get(), content);
        if (!size)
            return std::unexpected(size.error());
        content.truncate(*size);
        streams.append({Windows::deviceBytes(plain), content});
    }
    return streams;
}

Result<QStringList> FileSystem::flags(const QByteArray &path) const
{
    const auto file = openPath(path, FILE_READ_ATTRIBUTES, Links::Keep);
    const auto state = file ? stateOf(file->get()) : std::nullopt;
    if (!file)
        return std::unexpected(file.error());
    if (!state)
        return failWithSystem(path);
    QStringList list;
    for (const Attribute &one : attributeNames) {
        if (state->tag.FileAttributes & one.bit)
            list.append(QString::fromLatin1(one.name));
    }
    return list;
}

OpenFile::~OpenFile()
{
    ::_close(m_handle);
}

Result<qsizetype> OpenFile::read(std::span<char> buffer)
{
    return readInto(native(m_handle), buffer);
}

Result<qsizetype> OpenFile::readAt(qint64 offset, std::span<char> buffer) const
{
    // The place of a file that is read in turn moves with every reading: it is put back.
    LARGE_INTEGER place{};
    LARGE_INTEGER wanted{};
    wanted.QuadPart = offset;
    const HANDLE file = native(m_handle);
    if (!::SetFilePointerEx(file, {}, &place, FILE_CURRENT) || !::SetFilePointerEx(file, wanted, nullptr, FILE_BEGIN))
        return std::unexpected(Windows::errorOf(::GetLastError(), {}));
    auto read = readInto(file, buffer);
    if (!::SetFilePointerEx(file, place, nullptr, FILE_BEGIN))
        return std::unexpected(Windows::errorOf(::GetLastError(), {}));
    return read;
}

bool OpenFile::isFileOf(const FileFacts &facts) const
{
    BY_HANDLE_FILE_INFORMATION state{};
    return ::GetFileInformationByHandle(native(m_handle), &state)
        && joined(state.nFileIndexHigh, state.nFileIndexLow) == facts.inode
        && state.dwVolumeSerialNumber == facts.volume;
}

qint64 OpenFile::size() const
{
    LARGE_INTEGER size{};
    return ::GetFileSizeEx(native(m_handle), &size) ? size.QuadPart : 0;
}

bool OpenFile::isMadeByKernel() const
{
    return false;
}

bool OpenFile::isSparse(qint64 size) const
{
    FILE_BASIC_INFO basic{};
    FILE_STANDARD_INFO standard{};
    const HANDLE file = native(m_handle);
    return ::GetFileInformationByHandleEx(file, FileBasicInfo, &basic, sizeof(basic))
        && (basic.FileAttributes & FILE_ATTRIBUTE_SPARSE_FILE)
        && ::GetFileInformationByHandleEx(file, FileStandardInfo, &standard, sizeof(standard))
        && standard.AllocationSize.QuadPart < size;
}

Result<std::unique_ptr<OpenFile>> openRegularFile(const QByteArray &path)
{
    // To open a device or a pipe can have effects.
    if (Windows::verbatimPath(path).startsWith(R"(\\.\)"))
        return fail(ErrorCode::NotARegularFile, DevicePath(path).typed(), kindName(FileKind::CharacterDevice));
    const auto looked = openPath(path, FILE_READ_ATTRIBUTES, Links::Follow);
    if (!looked)
        return std::unexpected(looked.error());
    if (::GetFileType(looked->get()) != FILE_TYPE_DISK)
        return fail(ErrorCode::NotARegularFile, DevicePath(path).typed(), kindName(FileKind::CharacterDevice));
    const auto state = stateOf(looked->get());
    if (!state)
        return failWithSystem(path);
    if (state->tag.FileAttributes & FILE_ATTRIBUTE_DIRECTORY)
        return fail(ErrorCode::IsADirectory, DevicePath(path).typed());
    if (isElsewhere(state->tag.FileAttributes))
        return fail(
            ErrorCode::NotARegularFile, DevicePath(path).typed(), Windows::errorOf(ERROR_FILE_OFFLINE, {}).reason);
    // To keep the time of the last access takes a right that not everybody has.
    auto file = openPath(path, GENERIC_READ | FILE_WRITE_ATTRIBUTES, Links::Follow);
    if (file) {
        constexpr FILETIME keep{0xFFFFFFFF, 0xFFFFFFFF};
        ::SetFileTime(file->get(), nullptr, &keep, nullptr);
    } else {
        file = openPath(path, GENERIC_READ, Links::Follow);
    }
    if (!file)
        return std::unexpected(file.error());
    const int handle = ::_open_osfhandle(intptr_t(file->get()), _O_RDONLY | _O_BINARY);
    if (handle < 0)
        return fail(ErrorCode::ReadFailed, DevicePath(path).typed());
    std::ignore = file->release();
    return std::make_unique<OpenFile>(handle);
}

Result<void> checkFolder(const QByteArray &path)
{
    const auto folder = openPath(path, FILE_LIST_DIRECTORY, Links::Follow);
    if (!folder && folder.error().code != ErrorCode::AccessDenied)
        return std::unexpected(folder.error());
    const auto name = nativePath(path);
    const DWORD attributes = name ? ::GetFileAttributesW(name->c_str()) : INVALID_FILE_ATTRIBUTES;
    if (attributes != INVALID_FILE_ATTRIBUTES && !(attributes & FILE_ATTRIBUTE_DIRECTORY))
        return fail(ErrorCode::NotADirectory, DevicePath(path).typed(), Reason::NotADirectory);
    if (!folder)
        return std::unexpected(folder.error());
    return {};
}

Result<QByteArray> resolveLinks(const QByteArray &path)
{
    const auto file = openPath(path, 0, Links::Follow);
    if (!file)
        return std::unexpected(file.error());
    std::wstring name(32'768, L'\0');
    const DWORD length =
        ::GetFinalPathNameByHandleW(file->get(), name.data(), DWORD(name.size()), FILE_NAME_NORMALIZED);
    if (length == 0 || length >= name.size())
        return failWithSystem(path);
    return Windows::plainPath(Windows::deviceBytes(QString::fromWCharArray(name.data(), length)));
}

Result<void> readDirectory(const QByteArray &path, const std::function<bool(const DirectoryEntry &)> &visit)
{
    if (const auto folder = checkFolder(path); !folder)
        return folder;
    const auto pattern = nativePath(Windows::joinedPath(path, "*"));
    WIN32_FIND_DATAW found{};
    const HANDLE search = pattern ? ::FindFirstFileExW(pattern->c_str(), FindExInfoBasic, &found, FindExSearchNameMatch,
                                        nullptr, FIND_FIRST_EX_LARGE_FETCH)
                                  : INVALID_HANDLE_VALUE;
    if (search == INVALID_HANDLE_VALUE)
        return ::GetLastError() == ERROR_FILE_NOT_FOUND ? Result<void>() : failWithSystem(path);
    DWORD failure = ERROR_SUCCESS;
    bool goOn = true;
    while (goOn) {
        const QByteArray name = Windows::deviceBytes(QString::fromWCharArray(found.cFileName));
        const bool isDirectory =
            (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) && !isLink(found.dwFileAttributes, found.dwReserved0);
        goOn = name == "." || name == ".." || visit({name, isDirectory});
        if (goOn && !::FindNextFileW(search, &found)) {
            failure = ::GetLastError();
            break;
        }
    }
    ::FindClose(search);
    return failure == ERROR_SUCCESS || failure == ERROR_NO_MORE_FILES ? Result<void>() : failWithSystem(path, failure);
}

} // namespace Sonde::Agent
