// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"
#include "protocol/base/result.h"

#include <QJsonObject>
#include <functional>
#include <stop_token>

/// The form in which evidence is kept where malware must not run and scanners must not eat it: a zip of `manifest.json`, which says where
/// the evidence came from, and `data.zip`, which holds the file encrypted (AES-256 as WinZip does) under the password analysts expect.
namespace Sonde::Client {

inline constexpr auto EvidencePassword = "infected";

/// Where a download came from, for who opens its zip: device, path, times, owner, hash, session, command, analyst.
[[nodiscard]] QJsonObject manifestOf(const Download &download, const QByteArray &sha256, const QDateTime &downloaded);

struct EvidenceSource {
    QString path; ///< the verified file on this machine
    QString name; ///< in data.zip: a localName()
    QDateTime modified;
};

/// Makes the zip at `path`, replacing what is there; all of it is on disk when this returns, none of it after an error. Reads and writes
/// in pieces. ReadFailed, CannotWrite, NoSpace, Cancelled.
[[nodiscard]] Result<void> packEvidence(const EvidenceSource &source, const QJsonObject &manifest, const QString &path,
    const std::stop_token &stop, const std::function<void(qint64 done)> &progress = {});

/// ReadFailed when it is no such zip.
[[nodiscard]] Result<QJsonObject> readManifest(const QString &path);
/// The first bytes, `most` at most, of the file in such a zip. ReadFailed.
[[nodiscard]] Result<QByteArray> peekEvidence(const QString &path, qsizetype most);

} // namespace Sonde::Client
