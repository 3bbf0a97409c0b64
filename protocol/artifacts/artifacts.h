// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayList>
#include <QStringList>
#include <vector>

/// Which files and commands of a device are worth collecting. The service reads the definitions as their authors write them; a device is
/// sent what its platform needs, groups taken apart.
namespace Sonde {

struct ArtifactFiles {
    /// With `*`, `?`, `**` and `**N`; `%%users.homedir%%` stands for the home of each account.
    QByteArrayList patterns;
    /// They name folders, too: with what lies in them.
    bool folders = false;

    bool operator==(const ArtifactFiles &) const = default;
};

struct ArtifactCommand {
    QByteArray program;
    QByteArrayList arguments;

    bool operator==(const ArtifactCommand &) const = default;
};

/// What one definition takes of a device.
struct Artifact {
    QString name;
    std::vector<ArtifactFiles> files;
    std::vector<ArtifactCommand> commands;

    bool operator==(const Artifact &) const = default;
};

/// What a device is sent.
struct ArtifactSet {
    std::vector<Artifact> artifacts; ///< in the order in which they are collected
    /// What the profile "triage" takes, in this order.
    QList<QString> triage;
    /// Where they come from: "forensic-artifacts", "case.artifacts.yaml version 2".
    QList<QString> sources;

    bool operator==(const ArtifactSet &) const = default;
};

/// What a set is called on its way to a device.
inline constexpr QLatin1StringView ArtifactSetName("definitions.artifacts");

[[nodiscard]] QByteArray toBytes(const ArtifactSet &set);
/// ProtocolViolation.
[[nodiscard]] Result<ArtifactSet> artifactSetFrom(const QByteArray &bytes);

/// How deep `**` goes when no number follows.
inline constexpr int UsualDepth = 3;
/// No pattern goes deeper.
inline constexpr int MostDepth = 32;

} // namespace Sonde
