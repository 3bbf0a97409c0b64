// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Sonde::Agent::Linux {

/// What os-release(5) says of a distribution.
struct OsRelease {
    QString name;        ///< PRETTY_NAME, else NAME, else "Linux"
    QString version;     ///< VERSION_ID; empty for a rolling one
    bool server = false; ///< it calls itself a server edition: VARIANT_ID or its name says so
};
[[nodiscard]] OsRelease parseOsRelease(QByteArrayView bytes);

} // namespace Sonde::Agent::Linux
