// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/registrywriting_windows.h"

#include "agent/system/windows/filetime.h"
#include "agent/system/windows/systemerror_windows.h"

#include <cstring>

#include <windows.h>

#include <sddl.h>
#include <winternl.h>

using namespace Qt::StringLiterals;

// Functions of ntdll that no header of the toolkit declares.
extern "C" {
__declspec(dllimport) NTSTATUS NTAPI NtCreateKey(PHANDLE key, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes,
    ULONG title, PUNICODE_STRING keyClass, ULONG options, PULONG disposition);
__declspec(dllimport) NTSTATUS NTAPI NtDeleteKey(HANDLE key);
__declspec(dllimport) NTSTATUS NTAPI NtSetValueKey(
    HANDLE key, PUNICODE_STRING name, ULONG title, ULONG type, PVOID data, ULONG size);
__declspec(dllimport) NTSTATUS NTAPI NtDeleteValueKey(HANDLE key, PUNICODE_STRING name);
}

namespace Sonde::Agent::Windows {

namespace {

constexpr SECURITY_INFORMATION KeySecurity =
    OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
/// A key that stands for another one has its target as this value.
const QString linkValue = u"SymbolicLinkValue"_s;
/// No registry is deeper.
constexpr int MostDepth = 512;

UNICODE_STRING countedName(const QString &text)
{
    UNICODE_STRING result{};
    result.Length = result.MaximumLength = USHORT(text.size() * qsizetype(sizeof(char16_t)));
    result.Buffer = const_cast<wchar_t *>(reinterpret_cast<const wchar_t *>(text.utf16()));
    return result;
}

/// "HKEY_LOCAL_MACHINE\Software\X" is what is before the last backslash, and after it.
std::pair<QString, QString> parted(const QString &key)
{
    const qsizetype at = key.lastIndexOf(u'\\');
    return {key.first(std::max<qsizetype>(at, 0)), key.sliced(at + 1)};
}

QString securityOf(HANDLE key)
{
    DWORD size = 0;
    ::RegGetKeySecurity(static_cast<HKEY>(key), KeySecurity, nullptr, &size);
    QByteArray descriptor(qsizetype(size), '\0');
    wchar_t *text = nullptr;
    if (size == 0 || ::RegGetKeySecurity(static_cast<HKEY>(key), KeySecurity, descriptor.data(), &size) != ERROR_SUCCESS
        || !::ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor.data(), SDDL_REVISION_1, KeySecurity, &text, nullptr))
        return {};
    const QString sddl = QString::fromWCharArray(text);
    ::LocalFree(text);
    return sddl;
}

/// What a new key has inherited is not set once more.
void setSecurity(HANDLE key, const QString &sddl)
{
    Owned<void *, &::LocalFree> descriptor;
    if (sddl.isEmpty() || securityOf(key) == sddl
        || !::ConvertStringSecurityDescriptorToSecurityDescriptorW(
            reinterpret_cast<const wchar_t *>(sddl.utf16()), SDDL_REVISION_1, descriptor.out(), nullptr))
        return;
    if (::RegSetKeySecurity(static_cast<HKEY>(key), KeySecurity, descriptor.get()) != ERROR_SUCCESS)
        ::RegSetKeySecurity(static_cast<HKEY>(key), DACL_SECURITY_INFORMATION, descriptor.get());
}

Result<void> write(HANDLE key, const StoredValue &value, const QString &subject)
{
    UNICODE_STRING name = countedName(value.name);
    QByteArray data = value.data;
    const NTSTATUS status = ::NtSetValueKey(key, &name, 0, value.type, data.data(), ULONG(data.size()));
    return status < 0 ? Result<void>(std::unexpected(errorOfStatus(status, subject))) : Result<void>();
}

qint64 bytesOf(const StoredValue &value)
{
    return value.data.size() + value.name.size() * 2;
}

/// What the whole of a tree may take.
struct Room {
    QString key; ///< that was asked for
    qint64 most; ///< bytes
    qint64 left = most;
};

Result<void> fill(KeyTree &tree, const RegistryKeyHandle &key, Room &room, int depth)
{
    const auto tooLarge = [&room] { return fail(ErrorCode::TooLarge, room.key).with(Fact::Limit, room.most); };
    const auto facts = key.facts();
    const auto names = key.subkeys();
    if (!facts || !names)
        return std::unexpected(facts ? names.error() : facts.error());
    tree.lastWritten = facts->lastWritten;
    tree.security = securityOf(key.handle());
    const auto read = key.values([&](const StoredValue &value) {
        room.left -= bytesOf(value);
        tree.values.push_back(value);
        return room.left >= 0;
    });
    if (!read)
        return read;
    if (room.left < 0 || depth > MostDepth)
        return tooLarge();
    for (const QString &name : *names) {
        room.left -= name.size() * 2;
        const auto below = key.openBelow(name, KEY_READ);
        if (!below)
            return std::unexpected(below.error());
        tree.keys.push_back({.name = name});
        if (const auto filled = fill(tree.keys.back(), *below, room, depth + 1); !filled)
            return filled;
    }
    return {};
}

Result<void> empty(const RegistryKeyHandle &key)
{
    const auto names = key.subkeys();
    if (!names)
        return std::unexpected(names.error());
    for (const QString &name : *names) {
        const auto below = key.openBelow(name, KEY_READ | DELETE);
        if (!below)
            return std::unexpected(below.error());
        if (const auto emptied = empty(*below); !emptied)
            return emptied;
        if (const NTSTATUS status = ::NtDeleteKey(below->handle()); status < 0)
            return std::unexpected(errorOfStatus(status, below->path()));
    }
    return {};
}

/// Of a key that stands for another one: itself.
Result<RegistryKeyHandle> openItself(const QString &key, RegistryView view, quint32 access)
{
    const auto [above, name] = parted(key);
    if (const auto parent = RegistryKeyHandle::open(above, view)) {
        auto below = parent->openBelow(name, access);
        if (below && below->has(linkValue))
            return below;
    }
    return RegistryKeyHandle::open(key, view, access);
}

Result<void> make(HANDLE parent, const KeyTree &tree, const QString &path)
{
    const bool isLink = tree.values.size() == 1 && tree.values.front().name == linkValue;
    UNICODE_STRING name = countedName(tree.name);
    OBJECT_ATTRIBUTES attributes{};
    attributes.Length = sizeof(attributes);
    attributes.RootDirectory = parent;
    attributes.ObjectName = &name;
    attributes.Attributes = OBJ_CASE_INSENSITIVE;
    Handle key;
    ULONG disposition = 0;
    const NTSTATUS status = ::NtCreateKey(key.out(), KEY_ALL_ACCESS, &attributes, 0, nullptr,
        isLink ? REG_OPTION_CREATE_LINK : REG_OPTION_NON_VOLATILE, &disposition);
    if (status < 0)
        return std::unexpected(errorOfStatus(status, path));
    if (disposition == REG_OPENED_EXISTING_KEY)
        return std::unexpected(errorOf(ERROR_ALREADY_EXISTS, path));
    for (const StoredValue &value : tree.values) {
        if (const auto written = write(key.get(), value, path); !written)
            return written;
    }
    for (const KeyTree &below : tree.keys) {
        if (const auto made = make(key.get(), below, path + u'\\' + below.name); !made)
            return made;
    }
    setSecurity(key.get(), tree.security);
    return {};
}

} // namespace

Result<void> setValue(const QString &key, RegistryView view, const StoredValue &value)
{
    const auto open = RegistryKeyHandle::open(key, view, KEY_SET_VALUE);
    return open ? write(open->handle(), value, key) : Result<void>(std::unexpected(open.error()));
}

Result<void> deleteValue(const QString &key, RegistryView view, const QString &name)
{
    const auto open = RegistryKeyHandle::open(key, view, KEY_SET_VALUE);
    if (!open)
        return std::unexpected(open.error());
    UNICODE_STRING counted = countedName(name);
    const NTSTATUS status = ::NtDeleteValueKey(open->handle(), &counted);
    return status < 0 ? Result<void>(std::unexpected(errorOfStatus(status, key + uR"(\\)"_s + name))) : Result<void>();
}

Result<KeyTree> readTree(const QString &key, RegistryView view, qint64 most)
{
    const auto open = openItself(key, view, KEY_READ);
    if (!open)
        return std::unexpected(open.error());
    KeyTree tree{.name = parted(key).second};
    Room room{key, most};
    return fill(tree, *open, room, 0).transform([&tree] { return std::move(tree); });
}

Result<void> makeTree(const QString &key, RegistryView view, const KeyTree &tree)
{
    const auto [above, name] = parted(key);
    const auto parent = RegistryKeyHandle::open(above, view, KEY_READ | KEY_CREATE_SUB_KEY);
    if (!parent)
        return std::unexpected(parent.error());
    KeyTree named = tree;
    named.name = name;
    const auto made = make(parent->handle(), named, key);
    if (!made && made.error().code != ErrorCode::FileExists)
        std::ignore = deleteTree(key, view);
    return made;
}

Result<void> deleteTree(const QString &key, RegistryView view)
{
    const auto open = openItself(key, view, KEY_READ | DELETE);
    if (!open)
        return std::unexpected(open.error());
    if (const auto emptied = empty(*open); !emptied)
        return emptied;
    const NTSTATUS status = ::NtDeleteKey(open->handle());
    return status < 0 ? Result<void>(std::unexpected(errorOfStatus(status, key))) : Result<void>();
}

Result<QString> kernelPath(const QString &key, RegistryView view)
{
    return RegistryKeyHandle::open(key, view).and_then([](const auto &open) { return open.kernelPath(); });
}

} // namespace Sonde::Agent::Windows
