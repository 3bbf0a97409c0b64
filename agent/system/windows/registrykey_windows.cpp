// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/registrykey_windows.h"

#include "agent/system/windows/filetime.h"
#include "agent/system/windows/systemerror_windows.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <windows.h>

#include <winternl.h>

using namespace Qt::StringLiterals;

// Functions of ntdll that no header of the toolkit declares.
extern "C" {
__declspec(dllimport) NTSTATUS NTAPI NtOpenKey(PHANDLE key, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes);
__declspec(dllimport) NTSTATUS NTAPI NtQueryKey(HANDLE key, int what, PVOID buffer, ULONG size, PULONG needed);
__declspec(dllimport) NTSTATUS NTAPI NtEnumerateKey(
    HANDLE key, ULONG index, int what, PVOID buffer, ULONG size, PULONG needed);
__declspec(dllimport) NTSTATUS NTAPI NtEnumerateValueKey(
    HANDLE key, ULONG index, int what, PVOID buffer, ULONG size, PULONG needed);
__declspec(dllimport) NTSTATUS NTAPI NtQueryValueKey(
    HANDLE key, PUNICODE_STRING name, int what, PVOID buffer, ULONG size, PULONG needed);
}

namespace Sonde::Agent::Windows {

namespace {

constexpr auto NoMoreEntries = NTSTATUS(0x8000001A);
constexpr auto Overflow = NTSTATUS(0x80000005);
constexpr auto TooSmall = NTSTATUS(0xC0000023);

constexpr int KeyBasic = 0;
constexpr int KeyFull = 2;
constexpr int KeyName = 3;
constexpr int ValueFull = 1;
constexpr int ValuePartial = 2;

// Heads of what ntdll writes (wdm.h); a name follows.
struct KeyBasicHead {
    LARGE_INTEGER written;
    ULONG title;
    ULONG nameLength;
};
struct KeyFullHead {
    LARGE_INTEGER written;
    ULONG title;
    ULONG classOffset;
    ULONG classLength;
    ULONG subkeys;
    ULONG longestName;
    ULONG longestClass;
    ULONG values;
    ULONG longestValueName;
    ULONG longestData;
};
struct ValueFullHead {
    ULONG title;
    ULONG type;
    ULONG dataOffset;
    ULONG dataLength;
    ULONG nameLength;
};
struct ValuePartialHead {
    ULONG title;
    ULONG type;
    ULONG dataLength;
};

struct Root {
    QLatin1StringView name;
    QLatin1StringView shortName;
    HKEY__ *key;
    const char *below;     ///< that key's
    const wchar_t *native; ///< the root itself
};

const std::array<Root, 5> &roots()
{
    static const std::array<Root, 5> all{
        Root{"HKEY_LOCAL_MACHINE"_L1, "HKLM"_L1, HKEY_LOCAL_MACHINE, "", LR"(\Registry\Machine)"},
        Root{"HKEY_USERS"_L1, "HKU"_L1, HKEY_USERS, "", LR"(\Registry\User)"},
        Root{"HKEY_CURRENT_USER"_L1, "HKCU"_L1, HKEY_CURRENT_USER, "", nullptr},
        Root{"HKEY_CLASSES_ROOT"_L1, "HKCR"_L1, HKEY_LOCAL_MACHINE, R"(Software\Classes)", nullptr},
        Root{"HKEY_CURRENT_CONFIG"_L1, "HKCC"_L1, HKEY_LOCAL_MACHINE,
            R"(System\CurrentControlSet\Hardware Profiles\Current)", nullptr},
    };
    return all;
}

const Root *rootOf(const QString &path)
{
    const QString first = path.section(u'\\', 0, 0);
    const auto found = std::ranges::find_if(roots(), [&first](const Root &root) {
        return first.compare(root.name, Qt::CaseInsensitive) == 0
            || first.compare(root.shortName, Qt::CaseInsensitive) == 0;
    });
    return found == roots().end() ? nullptr : &*found;
}

UNICODE_STRING counted(const QString &text)
{
    UNICODE_STRING result{};
    result.Length = result.MaximumLength = USHORT(text.size() * qsizetype(sizeof(char16_t)));
    result.Buffer = const_cast<wchar_t *>(reinterpret_cast<const wchar_t *>(text.utf16()));
    return result;
}

QString textAt(const char *place, ULONG bytes)
{
    QString text(qsizetype(bytes / sizeof(char16_t)), u'\0');
    std::memcpy(text.data(), place, size_t(text.size()) * sizeof(char16_t));
    return text;
}

Result<Handle> openNative(
    HANDLE parent, const QString &name, quint32 access, const QString &subject, ULONG how = OBJ_CASE_INSENSITIVE)
{
    UNICODE_STRING path = counted(name);
    OBJECT_ATTRIBUTES attributes{};
    attributes.Length = sizeof(attributes);
    attributes.RootDirectory = parent;
    attributes.ObjectName = &path;
    attributes.Attributes = how;
    Handle key;
    if (const NTSTATUS status = ::NtOpenKey(key.out(), access, &attributes); status < 0)
        return std::unexpected(errorOfStatus(status, subject));
    return key;
}

Result<Handle> openBelowRoot(
    const Root &root, const QString &rest, RegistryView view, quint32 access, const QString &subject)
{
    HKEY key = nullptr;
    LSTATUS failure = ERROR_SUCCESS;
    if (rest.isEmpty() && root.native)
        return openNative(nullptr, QString::fromWCharArray(root.native), access, subject);
    if (rest.isEmpty() && root.key == HKEY_CURRENT_USER)
        failure = ::RegOpenCurrentUser(access, &key);
    else
        failure = ::RegOpenKeyExW(root.key, reinterpret_cast<const wchar_t *>(rest.utf16()), 0,
            access | (view == RegistryView::Bits32 ? KEY_WOW64_32KEY : KEY_WOW64_64KEY), &key);
    if (failure != ERROR_SUCCESS)
        return std::unexpected(errorOf(DWORD(failure), subject));
    return Handle(key);
}

/// Calls a function of ntdll's with a buffer that grows until it suffices.
template<typename Ask>
Result<QByteArray> askGrowing(const QString &subject, const Ask &ask)
{
    QByteArray buffer(4096, '\0');
    for (;;) {
        ULONG needed = 0;
        const NTSTATUS status = ask(buffer.data(), ULONG(buffer.size()), &needed);
        if (status == Overflow || status == TooSmall) {
            buffer.resize(std::max<qsizetype>(needed, buffer.size() * 2));
            continue;
        }
        if (status == NoMoreEntries)
            return QByteArray();
        if (status < 0)
            return std::unexpected(errorOfStatus(status, subject));
        return buffer;
    }
}

} // namespace

QString wholeKeyPath(const QString &path)
{
    const Root *root = rootOf(path);
    if (!root)
        return {};
    QStringList names = path.split(u'\\', Qt::SkipEmptyParts);
    names.first() = root->name;
    return names.join(u'\\');
}

Result<RegistryKeyHandle> RegistryKeyHandle::open(const QString &path, RegistryView view, quint32 access)
{
    const quint32 wanted = access == 0 ? KEY_READ : access;
    const Root *root = rootOf(path);
    if (!root)
        return fail(ErrorCode::BadValue, path);
    QStringList names = path.split(u'\\', Qt::SkipEmptyParts).sliced(1);
    // A name with a NUL in it, and what is below it, can be opened by its count only.
    const auto isHidden = [](const QString &name) { return name.contains(QChar()); };
    const auto hidden = std::ranges::find_if(names, isHidden);
    const QString strange = QStringList(hidden, names.end()).join(u'\\');
    names.erase(hidden, names.end());
    const QString below = QString::fromLatin1(root->below);
    QString rest = names.join(u'\\');
    if (!below.isEmpty())
        rest = rest.isEmpty() ? below : below + u'\\' + rest;
    // The way to a strange name is only gone along.
    auto key = openBelowRoot(*root, rest, view, strange.isEmpty() ? wanted : quint32(KEY_READ), path);
    if (key && !strange.isEmpty())
        key = openNative(key->get(), strange, wanted, path);
    if (!key)
        return std::unexpected(key.error());
    return RegistryKeyHandle(std::move(*key), path);
}

Result<RegistryKeyHandle> RegistryKeyHandle::openBelow(const QString &name, quint32 access) const
{
    const QString path = m_path + u'\\' + name;
    auto key = openNative(m_key.get(), name, access, path, OBJ_CASE_INSENSITIVE | OBJ_OPENLINK);
    if (!key)
        return std::unexpected(key.error());
    return RegistryKeyHandle(std::move(*key), path);
}

Result<QString> RegistryKeyHandle::kernelPath() const
{
    const auto buffer = askGrowing(m_path, [this](char *place, ULONG size, ULONG *needed) {
        return ::NtQueryKey(m_key.get(), KeyName, place, size, needed);
    });
    if (!buffer)
        return std::unexpected(buffer.error());
    ULONG bytes = 0;
    std::memcpy(&bytes, buffer->constData(), sizeof(bytes));
    return textAt(buffer->constData() + sizeof(bytes), bytes);
}

Result<KeyFacts> RegistryKeyHandle::facts() const
{
    const auto buffer = askGrowing(m_path, [this](char *place, ULONG size, ULONG *needed) {
        return ::NtQueryKey(m_key.get(), KeyFull, place, size, needed);
    });
    if (!buffer)
        return std::unexpected(buffer.error());
    KeyFullHead head{};
    std::memcpy(&head, buffer->constData(), sizeof(head));
    return KeyFacts{nanosecondsOf(quint64(head.written.QuadPart)), quint32(head.subkeys), quint32(head.values)};
}

Result<QStringList> RegistryKeyHandle::subkeys() const
{
    QStringList names;
    for (ULONG index = 0;; ++index) {
        const auto buffer = askGrowing(m_path, [&](char *place, ULONG size, ULONG *needed) {
            return ::NtEnumerateKey(m_key.get(), index, KeyBasic, place, size, needed);
        });
        if (!buffer)
            return std::unexpected(buffer.error());
        if (buffer->isEmpty())
            return names;
        KeyBasicHead head{};
        std::memcpy(&head, buffer->constData(), sizeof(head));
        names += textAt(buffer->constData() + sizeof(head), head.nameLength);
    }
}

Result<void> RegistryKeyHandle::values(const std::function<bool(const StoredValue &)> &visit) const
{
    for (ULONG index = 0;; ++index) {
        const auto buffer = askGrowing(m_path, [&](char *place, ULONG size, ULONG *needed) {
            return ::NtEnumerateValueKey(m_key.get(), index, ValueFull, place, size, needed);
        });
        if (!buffer)
            return std::unexpected(buffer.error());
        if (buffer->isEmpty())
            return {};
        ValueFullHead head{};
        std::memcpy(&head, buffer->constData(), sizeof(head));
        const StoredValue value{textAt(buffer->constData() + sizeof(head), head.nameLength), quint32(head.type),
            buffer->sliced(qsizetype(head.dataOffset), qsizetype(head.dataLength))};
        if (!visit(value))
            return {};
    }
}

Result<StoredValue> RegistryKeyHandle::value(const QString &name) const
{
    UNICODE_STRING wanted = counted(name);
    const auto buffer = askGrowing(m_path + u'\\' + name, [&](char *place, ULONG size, ULONG *needed) {
        return ::NtQueryValueKey(m_key.get(), &wanted, ValuePartial, place, size, needed);
    });
    if (!buffer)
        return std::unexpected(buffer.error());
    ValuePartialHead head{};
    std::memcpy(&head, buffer->constData(), sizeof(head));
    return StoredValue{name, quint32(head.type), buffer->sliced(sizeof(head), qsizetype(head.dataLength))};
}

std::optional<quint32> RegistryKeyHandle::number(const QString &name) const
{
    const auto found = value(name);
    quint32 number = 0;
    if (!found || found->type != REG_DWORD || found->data.size() < qsizetype(sizeof(number)))
        return {};
    std::memcpy(&number, found->data.constData(), sizeof(number));
    return number;
}

std::optional<QString> RegistryKeyHandle::text(const QString &name) const
{
    const auto found = value(name);
    if (!found || (found->type != REG_SZ && found->type != REG_EXPAND_SZ))
        return {};
    QString text = textAt(found->data.constData(), ULONG(found->data.size()));
    while (text.endsWith(QChar()))
        text.chop(1);
    return text;
}

QStringList RegistryKeyHandle::texts(const QString &name) const
{
    const auto found = value(name);
    if (!found || found->type != REG_MULTI_SZ)
        return {};
    return textAt(found->data.constData(), ULONG(found->data.size())).split(QChar(), Qt::SkipEmptyParts);
}

} // namespace Sonde::Agent::Windows
