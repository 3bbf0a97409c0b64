// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Values of the registry, as pure functions of their bytes.
namespace Sonde::Agent::Windows {

/// "REG_SZ"…; of a type that has no name "REG_TYPE_0x2000A".
[[nodiscard]] QString registryTypeName(quint32 type);

/// A value for people, as WTF-8: text as it is, without the NUL at its end; several texts a line each; numbers as "0x1f"; all others, and what
/// is not of the length that its type wants, as hexadecimal digits.
[[nodiscard]] QByteArray registryText(quint32 type, const QByteArray &data);

} // namespace Sonde::Agent::Windows
