// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <optional>

/// Codes of the time (TOTP): RFC 6238 with SHA-1, six digits and steps of 30 seconds, which every authenticator app takes for granted.
namespace Sonde::Service::Totp {

/// 160 random bits, as RFC 4226 wants them.
[[nodiscard]] QByteArray makeSecret();
/// RFC 4648, without padding: how people and apps take over a secret.
[[nodiscard]] QString toBase32(const QByteArray &bytes);
[[nodiscard]] qint64 stepAt(const QDateTime &time);
[[nodiscard]] QString codeOf(const QByteArray &secret, qint64 step);
/// Which step after `last` this is the code of: that of `now` or one beside it, as clocks differ. Blanks in the code do not matter.
[[nodiscard]] std::optional<qint64> stepOf(
    const QByteArray &secret, const QString &code, const QDateTime &now, qint64 last);

} // namespace Sonde::Service::Totp
