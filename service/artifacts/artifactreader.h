// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/artifacts/artifacts.h"

namespace Sonde::Service {

/// A source of a definition, of one of the types that are collected.
struct ArtifactSource {
    enum class Type { File, Path, Command, Group };

    Type type = Type::File;
    QByteArrayList paths;
    ArtifactCommand command;
    QStringList names;       ///< of a group
    QStringList supportedOs; ///< "Linux", "Darwin", "Windows", "ESXi"; empty: all
    qint64 line = 1;
};

struct ArtifactDefinition {
    QString name;
    QStringList aliases;
    std::vector<ArtifactSource> sources;
    QStringList supportedOs;
    qint64 line = 1;
};

/// What a collection of others has, which is about other systems too, is left out; what somebody wrote for here has to be right.
enum class Strictness { LeaveOut, Refuse };

/// Definitions in the format of ForensicArtifacts. ArtifactsMalformed (facts: line) with the reason; TooLarge.
[[nodiscard]] Result<std::vector<ArtifactDefinition>> readArtifacts(
    const QString &name, const QByteArray &text, Strictness strictness);

} // namespace Sonde::Service
