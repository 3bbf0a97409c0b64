// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/windows/handle_windows.h"
#include "protocol/base/result.h"

#include <QStringList>
#include <functional>

namespace Sonde::Agent::Windows {

/// The registry has a part for programs of 32 bits, which is shown to them in place of the other one.
enum class RegistryView { Native, Bits32 };

/// A value, as it is kept.
struct StoredValue {
    QString name = {}; ///< empty: the key's default; may hold a NUL
    quint32 type = 0;
    QByteArray data = {};
};

struct KeyFacts {
    qint64 lastWritten = 0; ///< nanoseconds since the epoch
    quint32 subkeys = 0;
    quint32 values = 0;
};

/// An open key. Read by the kernel's own functions: names are counted, so that one with a NUL in it is neither hidden nor cut.
class RegistryKeyHandle final
{
public:
    /// `path`: "HKEY_LOCAL_MACHINE\Software\X", or short "HKLM\…". NotFound, AccessDenied, BadValue when it begins with no root.
    /// `access`: KEY_READ where it is 0.
    [[nodiscard]] static Result<RegistryKeyHandle> open(const QString &path, RegistryView view, quint32 access = 0);
    /// A key of this one; of one that stands for another key it is that one itself.
    [[nodiscard]] Result<RegistryKeyHandle> openBelow(const QString &name, quint32 access) const;

    [[nodiscard]] HANDLE handle() const { return m_key.get(); }
    [[nodiscard]] const QString &path() const { return m_path; } ///< as it was asked for
    /// What the kernel calls it: "\REGISTRY\MACHINE\SOFTWARE\X".
    [[nodiscard]] Result<QString> kernelPath() const;

    [[nodiscard]] Result<KeyFacts> facts() const;
    [[nodiscard]] Result<QStringList> subkeys() const;
    /// Calls `visit` for each value until it returns false.
    [[nodiscard]] Result<void> values(const std::function<bool(const StoredValue &value)> &visit) const;
    /// NotFound when it has none of that name.
    [[nodiscard]] Result<StoredValue> value(const QString &name) const;

    [[nodiscard]] bool has(const QString &name) const { return value(name).has_value(); }
    [[nodiscard]] std::optional<quint32> number(const QString &name) const;
    /// Of REG_SZ and REG_EXPAND_SZ, as it is written.
    [[nodiscard]] std::optional<QString> text(const QString &name) const;
    [[nodiscard]] QStringList texts(const QString &name) const; ///< of REG_MULTI_SZ

private:
    RegistryKeyHandle(Handle key, QString path)
        : m_key(std::move(key))
        , m_path(std::move(path))
    {
    }

    Handle m_key;
    QString m_path;
};

/// The roots' whole names, by their whole or short ones, and what is below them: "hklm\x" is "HKEY_LOCAL_MACHINE\x". Empty: it begins with none.
[[nodiscard]] QString wholeKeyPath(const QString &path);

} // namespace Sonde::Agent::Windows
