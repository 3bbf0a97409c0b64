// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/result.h"

#include <QDateTime>
#include <QSslCertificate>

namespace Sonde {

/// Ends the isolation of one device without its service: who is at the device shows it to the agent. The tenant's authority signs it.
struct ReleaseCode {
    DeviceId device;
    QString serial; ///< by which the journal knows it
    QDateTime expires;
};

/// The text that its signature covers.
[[nodiscard]] QByteArray releaseText(const ReleaseCode &code);
/// As it is handed over: letters, digits, - and _.
[[nodiscard]] QString toText(const ReleaseCode &code, const QByteArray &signature);
/// TokenInvalid when it is no code, or not this authority's, or another device's, or has expired.
[[nodiscard]] Result<ReleaseCode> readReleaseCode(
    const QString &text, const QSslCertificate &authority, const DeviceId &device, const QDateTime &now);

} // namespace Sonde
