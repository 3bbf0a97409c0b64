// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/artifacts/artifactreader.h"

#include <QMap>

namespace Sonde::Service {

/// Definitions by their names; of two with one name the one that was added last.
class ArtifactBook final
{
public:
    /// `source`: where they come from, for people. `own`: somebody wrote them for here, so that every profile takes them.
    void add(const QString &source, std::vector<ArtifactDefinition> definitions, bool own = false);
    /// What a device of a system ("Linux") needs, groups taken apart.
    [[nodiscard]] ArtifactSet setFor(const QString &system) const;
    [[nodiscard]] qsizetype count() const { return m_definitions.size(); }
    /// ArtifactsMalformed when a group contains itself.
    [[nodiscard]] Result<void> checkGroups(const QString &name) const;

private:
    [[nodiscard]] const ArtifactDefinition *find(const QString &name) const;
    /// Names of what `name` stands for when groups are taken apart, each once; false: there is a circle.
    bool spread(const QString &name, const QString &system, QStringList &path, QStringList &names) const;

    QMap<QString, ArtifactDefinition> m_definitions;
    QMap<QString, QString> m_aliases;
    QStringList m_order; ///< as they were added
    QStringList m_own;
    QStringList m_sources;
};

/// The definitions of whole directories as distributions have them; what is malformed is left out, and named in `problems`.
void addFolder(ArtifactBook &book, const QString &folder, std::vector<Error> &problems);

} // namespace Sonde::Service
