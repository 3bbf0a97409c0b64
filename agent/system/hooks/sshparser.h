// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>
#include <vector>

/// The files by which OpenSSH lets people in, as pure functions of their bytes.
namespace Sonde::Agent::Linux {

/// A line of authorized_keys; sshd(8).
struct AuthorizedKey {
    QByteArray type = {};     ///< "ssh-ed25519"…
    QString fingerprint = {}; ///< "SHA256:…" as ssh-keygen -l writes it
    QByteArray comment = {};
    QByteArray options = {}; ///< as written
    QByteArray command = {}; ///< of the option command="…": it alone may be run

    bool operator==(const AuthorizedKey &) const = default;
};
[[nodiscard]] std::vector<AuthorizedKey> parseAuthorizedKeys(QByteArrayView bytes);

/// A line of sshd_config(5); the keyword in lower case.
struct SshdSetting {
    QByteArray keyword = {};
    QByteArray value = {};         ///< as written: what a shell is given stands like that
    QByteArrayList arguments = {}; ///< quotes and escapes undone, without a comment

    bool operator==(const SshdSetting &) const = default;
};
[[nodiscard]] std::vector<SshdSetting> parseSshdConfig(QByteArrayView bytes);

} // namespace Sonde::Agent::Linux
