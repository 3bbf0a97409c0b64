// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/artifacts/artifactbook.h"

#include "service/artifacts/ownartifacts.h"
#include "service/artifacts/yamltree.h"

#include <QDir>
#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

using Type = ArtifactSource::Type;

bool isFor(const QString &system, const QStringList &supported)
{
    return supported.isEmpty() || supported.contains(system);
}

Artifact artifactOf(const ArtifactDefinition &definition, const QString &system)
{
    Artifact artifact{definition.name, {}, {}};
    for (const ArtifactSource &source : definition.sources) {
        if (!isFor(system, source.supportedOs))
            continue;
        if (source.type == Type::Command)
            artifact.commands.push_back(source.command);
        else if (source.type != Type::Group && !source.paths.isEmpty())
            artifact.files.push_back({source.paths, source.type == Type::Path});
    }
    return artifact;
}

} // namespace

void ArtifactBook::add(const QString &source, std::vector<ArtifactDefinition> definitions, bool own)
{
    m_sources.append(source);
    for (ArtifactDefinition &definition : definitions) {
        const QString name = definition.name;
        for (const QString &alias : std::as_const(definition.aliases))
            m_aliases.insert(alias, name);
        if (!m_definitions.contains(name))
            m_order.append(name);
        if (own && !m_own.contains(name))
            m_own.append(name);
        m_definitions.insert(name, std::move(definition));
    }
}

const ArtifactDefinition *ArtifactBook::find(const QString &name) const
{
    auto found = m_definitions.constFind(name);
    if (found == m_definitions.cend())
        found = m_definitions.constFind(m_aliases.value(name));
    return found == m_definitions.cend() ? nullptr : &*found;
}

bool ArtifactBook::spread(const QString &name, const QString &system, QStringList &path, QStringList &names) const
{
    const ArtifactDefinition *definition = find(name);
    if (!definition) // another collection's
        return true;
    if (path.contains(definition->name))
        return false;
    if (names.contains(definition->name))
        return true;
    path.append(definition->name);
    bool whole = true;
    for (const ArtifactSource &source : definition->sources) {
        if (source.type != Type::Group || !isFor(system, source.supportedOs))
            continue;
        for (const QString &member : source.names)
            whole = spread(member, system, path, names) && whole;
    }
    path.removeLast();
    if (!names.contains(definition->name))
        names.append(definition->name);
    return whole;
}

Result<void> ArtifactBook::checkGroups(const QString &name) const
{
    for (const ArtifactDefinition &definition : m_definitions) {
        QStringList path;
        QStringList names;
        for (const QString &system : {u"Linux"_s, u"Darwin"_s, u"Windows"_s}) {
            if (!spread(definition.name, system, path, names))
                return fail(ErrorCode::ArtifactsMalformed, name, u"the group %1 contains itself"_s.arg(definition.name))
                    .with(Fact::Line, definition.line);
            names.clear();
        }
    }
    return {};
}

ArtifactSet ArtifactBook::setFor(const QString &system) const
{
    ArtifactSet set;
    set.sources = m_sources;
    for (const QString &name : m_order) {
        const ArtifactDefinition &definition = *m_definitions.constFind(name);
        Artifact artifact = artifactOf(definition, system);
        if (!artifact.files.empty() || !artifact.commands.empty())
            set.artifacts.push_back(std::move(artifact));
    }
    QStringList path;
    QStringList wanted;
    for (const QString &name : m_own)
        spread(name, system, path, wanted);
    spread(TriageGroup, system, path, wanted);
    std::ranges::copy_if(wanted, std::back_inserter(set.triage),
        [&](const QString &name) { return std::ranges::contains(set.artifacts, name, &Artifact::name); });
    return set;
}

void addFolder(ArtifactBook &book, const QString &folder, std::vector<Error> &problems)
{
    const QDir place(folder);
    std::vector<ArtifactDefinition> all;
    for (const QString &name : place.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name)) {
        QFile file(place.filePath(name));
        if (!file.open(QFile::ReadOnly)) {
            problems.push_back({ErrorCode::ReadFailed, name, file.errorString(), {}});
            continue;
        }
        auto read = readArtifacts(name, file.read(MostYamlBytes + 1), Strictness::LeaveOut);
        if (read)
            std::ranges::move(*read, std::back_inserter(all));
        else
            problems.push_back(read.error());
    }
    if (!all.empty())
        book.add(folder, std::move(all));
}

} // namespace Sonde::Service
