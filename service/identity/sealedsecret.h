// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

/// Secrets that the service has to know again, as they are kept: AES-256-GCM with a fresh nonce.
namespace Sonde::Service {

/// `key`: 32 bytes. `about`: what it belongs to, and is not good beside anything else; it is not kept.
[[nodiscard]] QByteArray sealSecret(const QByteArray &key, const QByteArray &secret, const QByteArray &about);
/// Nothing when it was sealed with another key or about something else, or was changed.
[[nodiscard]] std::optional<QByteArray> openSecret(
    const QByteArray &key, const QByteArray &sealed, const QByteArray &about);

} // namespace Sonde::Service
