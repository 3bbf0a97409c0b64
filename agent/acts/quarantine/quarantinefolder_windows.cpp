// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/quarantine/quarantinefolder.h"

#include "agent/base/devicefolder.h"
#include "agent/base/windowspath.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <QDir>
#include <QFileInfo>
#include <fcntl.h>
#include <io.h>

#include <windows.h>

namespace Sonde::Agent {

namespace {

std::wstring native(const QByteArray &path)
{
    return Windows::deviceText(Windows::verbatimPath(path)).value_or(QString()).toStdWString();
}

std::unique_ptr<OpenFile> opened(HANDLE handle, int how)
{
    Windows::Handle file(handle);
    const int number = file.isOpen() ? ::_open_osfhandle(intptr_t(file.get()), how | _O_BINARY) : -1;
    if (number < 0)
        return nullptr;
    std::ignore = file.release();
    return std::make_unique<OpenFile>(number);
}

} // namespace

QuarantineFolder::~QuarantineFolder() = default;

Result<void> QuarantineFolder::open()
{
    const DWORD attributes = ::GetFileAttributesW(native(devicePathOf(m_path)).c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES || !(attributes & FILE_ATTRIBUTE_DIRECTORY))
        return fail(ErrorCode::StorageFailed, m_path, Windows::errorOf(ERROR_DIRECTORY, m_path).reason);
    return {};
}

QByteArray QuarantineFolder::pathOf(const QByteArray &name) const
{
    return joinedPath(devicePathOf(m_path), name);
}

bool QuarantineFolder::has(const QByteArray &name) const
{
    return ::GetFileAttributesW(native(pathOf(name)).c_str()) != INVALID_FILE_ATTRIBUTES;
}

std::unique_ptr<OpenFile> QuarantineFolder::openForReading(const QByteArray &name) const
{
    constexpr DWORD share = FILE_SHARE_READ | FILE_SHARE_DELETE;
    return opened(::CreateFileW(native(pathOf(name)).c_str(), GENERIC_READ, share, nullptr, OPEN_EXISTING,
                      FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, nullptr),
        _O_RDONLY);
}

Result<std::unique_ptr<OpenFile>> QuarantineFolder::create(const QByteArray &name) const
{
    std::ignore = remove(name);
    auto file = opened(::CreateFileW(native(pathOf(name)).c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ,
                           nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr),
        _O_RDWR);
    if (!file) {
        const QString shown = QString::fromLatin1(name);
        return fail(ErrorCode::StorageFailed, shown, Windows::errorOf(::GetLastError(), shown).reason);
    }
    return file;
}

std::unique_ptr<OpenFile> QuarantineFolder::createPassing() const
{
    return opened(::CreateFileW(native(pathOf("between")).c_str(), GENERIC_READ | GENERIC_WRITE | DELETE, 0, nullptr,
                      CREATE_ALWAYS, FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr),
        _O_RDWR);
}

bool QuarantineFolder::remove(const QByteArray &name) const
{
    const std::wstring path = native(pathOf(name));
    // What was moved here keeps its attributes, and one that is read-only is not deleted.
    if (::GetFileAttributesW(path.c_str()) == INVALID_FILE_ATTRIBUTES)
        return false;
    ::SetFileAttributesW(path.c_str(), FILE_ATTRIBUTE_NORMAL);
    return ::DeleteFileW(path.c_str());
}

qint64 QuarantineFolder::usedBytes() const
{
    qint64 bytes = 0;
    const auto entries = QDir(m_path).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QFileInfo &entry : entries)
        bytes += entry.size();
    return bytes;
}

/// The journal of the file system keeps what happened in a folder in its order.
void QuarantineFolder::flush() const {}

} // namespace Sonde::Agent
