// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/base/windowspath.h"
#include "agent/system/files/files.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/handle_windows.h"

#include <QDir>

namespace Sonde::Agent {

/// A path of Qt's as the device has it.
inline QByteArray nativeBytes(const QString &path)
{
    return QDir::toNativeSeparators(path).toUtf8();
}

inline std::wstring nativeName(const QByteArray &path)
{
    return Windows::deviceText(Windows::verbatimPath(path)).value_or(QString()).toStdWString();
}

inline bool plant(const QByteArray &path, const QByteArray &content)
{
    const Windows::Handle file(::CreateFileW(
        nativeName(path).c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr));
    DWORD written = 0;
    return file.isOpen() && ::WriteFile(file.get(), content.constData(), DWORD(content.size()), &written, nullptr);
}

inline bool isThere(const QByteArray &path)
{
    return ::GetFileAttributesW(nativeName(path).c_str()) != INVALID_FILE_ATTRIBUTES;
}

inline QByteArray contentAt(const QByteArray &path)
{
    const auto file = openRegularFile(path);
    if (!file)
        return "not opened: " + debugText(file.error()).toUtf8();
    QByteArray bytes((*file)->size() + 1, '\0');
    bytes.truncate((*file)->read(bytes).value_or(0));
    return bytes;
}

/// Some of what only a real Windows has.
inline bool isWine()
{
    return ::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
}

} // namespace Sonde::Agent
