// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace Sonde::Agent {

struct RegistryValue {
    QString name;           ///< empty: the key's default
    QString type;           ///< "REG_SZ"…
    QString text;           ///< for people: text as it is, numbers as "0x1f", several lines, else hexadecimal
    QByteArray data;        ///< as the registry holds it, text as UTF-16LE
    bool isDeleted = false; ///< the file takes it away
};

struct RegistryKey {
    QString path;
    QList<RegistryValue> values;
    bool isDeleted = false;
};

/// What `reg export` and regedit write: version 5.00 in UTF-16, REGEDIT4 in the code page of its machine.
struct RegistryExport {
    QString version;  ///< "5.00" or "4"
    QString encoding; ///< "UTF-16LE", "UTF-8", "8-bit" (read as Latin-1: which code page it was is not said)
    QList<RegistryKey> keys;
    qint64 valueCount = 0;
};

/// None when it is not one. Lines that are not understood are passed over, as regedit does.
[[nodiscard]] std::optional<RegistryExport> readRegistryExport(const QByteArray &bytes);

} // namespace Sonde::Agent
