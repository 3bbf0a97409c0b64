// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/artifacts/artifactreader.h"

#include "service/artifacts/yamltree.h"

#include <QSet>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

using Type = ArtifactSource::Type;

constexpr QByteArrayView HomeVariable("%%users.homedir%%");
constexpr qsizetype LongestPattern = 1024;
constexpr qsizetype LongestName = 128;

/// One file that is read; the first thing that is wrong with it ends it.
class Reader final
{
public:
    Reader(QString name, Strictness strictness)
        : m_name(std::move(name))
        , m_strict(strictness == Strictness::Refuse)
    {
    }

    [[nodiscard]] Result<ArtifactDefinition> definition(const YamlNode &document) const
    {
        if (document.kind != YamlNode::Kind::Map)
            return wrong(document.line, u"a definition has a name and sources"_s);
        ArtifactDefinition definition{
            .name = {}, .aliases = {}, .sources = {}, .supportedOs = {}, .line = document.line};
        const auto name = textOf(document, "name");
        if (!name)
            return std::unexpected(name.error());
        if (!isName(*name))
            return wrong(document.line, u"a name consists of letters, digits and _"_s);
        definition.name = QString::fromUtf8(*name);
        const auto aliases = textsOf(document, "aliases");
        const auto systems = textsOf(document, "supported_os");
        if (!aliases || !systems)
            return std::unexpected(aliases ? systems.error() : aliases.error());
        for (const QByteArray &alias : *aliases)
            definition.aliases.append(QString::fromUtf8(alias));
        definition.supportedOs = namesOf(*systems);
        const YamlNode *sources = document.member("sources");
        if (!sources || sources->kind != YamlNode::Kind::List || sources->items.empty())
            return wrong(document.line, u"%1 has no sources"_s.arg(definition.name));
        for (const YamlNode &item : sources->items) {
            auto read = source(item, definition);
            if (!read)
                return std::unexpected(read.error());
            if (*read)
                definition.sources.push_back(**std::move(read));
        }
        return definition;
    }

    [[nodiscard]] std::unexpected<Error> wrong(qint64 line, const QString &reason) const
    {
        return fail(ErrorCode::ArtifactsMalformed, m_name, reason).with(Fact::Line, line);
    }

private:
    [[nodiscard]] static bool isName(QByteArrayView name)
    {
        const auto fits = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        };
        return !name.isEmpty() && name.size() <= LongestName && std::ranges::all_of(name, fits);
    }
    [[nodiscard]] static QStringList namesOf(const QByteArrayList &texts)
    {
        QStringList names;
        for (const QByteArray &text : texts)
            names.append(QString::fromUtf8(text));
        return names;
    }

    [[nodiscard]] Result<QByteArray> textOf(const YamlNode &map, QByteArrayView member) const
    {
        const YamlNode *value = map.member(member);
        if (!value || value->kind != YamlNode::Kind::Scalar || value->text.isEmpty())
            return wrong(value ? value->line : map.line, u"“%1” is missing"_s.arg(QString::fromUtf8(member)));
        return value->text;
    }
    /// What is not there is an empty list.
    [[nodiscard]] Result<QByteArrayList> textsOf(const YamlNode &map, QByteArrayView member) const
    {
        const YamlNode *value = map.member(member);
        QByteArrayList texts;
        if (!value || value->kind == YamlNode::Kind::Null)
            return texts;
        const bool isList = value->kind == YamlNode::Kind::List
            && std::ranges::all_of(
                value->items, [](const YamlNode &item) { return item.kind == YamlNode::Kind::Scalar; });
        if (!isList)
            return wrong(value->line, u"“%1” is no list of words"_s.arg(QString::fromUtf8(member)));
        for (const YamlNode &item : value->items)
            texts.append(item.text);
        return texts;
    }

    /// Nothing: it is of a type that is not collected, and left out.
    [[nodiscard]] Result<std::optional<ArtifactSource>> source(
        const YamlNode &item, const ArtifactDefinition &definition) const
    {
        if (item.kind != YamlNode::Kind::Map)
            return wrong(item.line, u"a source has a type and attributes"_s);
        const auto type = textOf(item, "type");
        if (!type)
            return std::unexpected(type.error());
        const auto known = typeOf(*type);
        if (!known && m_strict)
            return wrong(item.line,
                u"sources of the type %1 are not collected; FILE, PATH, COMMAND and ARTIFACT_GROUP are"_s.arg(
                    QString::fromUtf8(*type)));
        if (!known)
            return std::optional<ArtifactSource>();
        const auto systems = textsOf(item, "supported_os");
        if (!systems)
            return std::unexpected(systems.error());
        ArtifactSource source{.type = *known,
            .paths = {},
            .command = {},
            .names = {},
            .supportedOs = systems->isEmpty() ? definition.supportedOs : namesOf(*systems),
            .line = item.line};
        const YamlNode *attributes = item.member("attributes");
        if (!attributes || attributes->kind != YamlNode::Kind::Map)
            return wrong(item.line, u"the source has no attributes"_s);
        const auto filled = fill(source, *attributes);
        return filled ? Result<std::optional<ArtifactSource>>(std::move(source)) : std::unexpected(filled.error());
    }
    [[nodiscard]] static std::optional<Type> typeOf(QByteArrayView name)
    {
        if (name == "FILE")
            return Type::File;
        if (name == "PATH")
            return Type::Path;
        if (name == "COMMAND")
            return Type::Command;
        return name == "ARTIFACT_GROUP" ? std::optional(Type::Group) : std::nullopt;
    }

    [[nodiscard]] Result<void> fill(ArtifactSource &source, const YamlNode &attributes) const
    {
        switch (source.type) {
        case Type::File:
        case Type::Path: return fillPaths(source, attributes);
        case Type::Command: return fillCommand(source, attributes);
        case Type::Group: break;
        }
        const auto names = textsOf(attributes, "names");
        if (!names)
            return std::unexpected(names.error());
        if (names->isEmpty())
            return wrong(attributes.line, u"the group names nothing"_s);
        source.names = namesOf(*names);
        return {};
    }
    [[nodiscard]] static bool isForLinux(const ArtifactSource &source)
    {
        return source.supportedOs.isEmpty() || source.supportedOs.contains(u"Linux"_s);
    }
    [[nodiscard]] Result<void> fillPaths(ArtifactSource &source, const YamlNode &attributes) const
    {
        const auto paths = textsOf(attributes, "paths");
        if (!paths)
            return std::unexpected(paths.error());
        if (paths->isEmpty())
            return wrong(attributes.line, u"“paths” is missing"_s);
        const YamlNode &list = *attributes.member("paths");
        for (qsizetype i = 0; i < paths->size(); ++i) {
            const QString problem = isForLinux(source) ? problemOf(paths->at(i)) : QString();
            if (!problem.isEmpty() && m_strict)
                return wrong(list.items.at(size_t(i)).line, u"%1: %2"_s.arg(problem, QString::fromUtf8(paths->at(i))));
            if (problem.isEmpty())
                source.paths.append(paths->at(i));
        }
        return {};
    }
    /// Why a pattern finds nothing on a Linux device.
    [[nodiscard]] static QString problemOf(const QByteArray &pattern)
    {
        QByteArray path = pattern;
        if (path.startsWith(HomeVariable))
            path.remove(0, HomeVariable.size());
        if (path.contains("%%"))
            return u"of the variables only %%users.homedir%% is known on Linux"_s;
        if (!path.startsWith('/') && !(path.isEmpty() && pattern.startsWith(HomeVariable)))
            return u"a path is absolute"_s;
        if (path.contains('\0') || path.size() > LongestPattern)
            return u"no path is like that"_s;
        return path.split('/').contains("..") ? u"a path does not go upwards"_s : QString();
    }
    [[nodiscard]] Result<void> fillCommand(ArtifactSource &source, const YamlNode &attributes) const
    {
        const auto program = textOf(attributes, "cmd");
        const auto arguments = textsOf(attributes, "args");
        if (!program || !arguments)
            return std::unexpected(program ? arguments.error() : program.error());
        if (m_strict && !program->startsWith('/'))
            return wrong(attributes.line, u"a program is named by its whole path"_s);
        const auto hasNul = [](const QByteArray &text) { return text.contains('\0'); };
        if (hasNul(*program) || std::ranges::any_of(*arguments, hasNul))
            return wrong(attributes.line, u"no program is started like that"_s);
        source.command = {*program, *arguments};
        return {};
    }

    QString m_name;
    bool m_strict;
};

} // namespace

Result<std::vector<ArtifactDefinition>> readArtifacts(
    const QString &name, const QByteArray &text, Strictness strictness)
{
    const auto documents = readYaml(name, text);
    if (!documents)
        return std::unexpected(documents.error());
    const Reader reader(name, strictness);
    std::vector<ArtifactDefinition> definitions;
    QSet<QString> names;
    for (const YamlNode &document : *documents) {
        if (document.kind == YamlNode::Kind::Null)
            continue;
        auto definition = reader.definition(document);
        if (!definition)
            return std::unexpected(definition.error());
        if (names.contains(definition->name))
            return reader.wrong(definition->line, u"%1 is there twice"_s.arg(definition->name));
        names.insert(definition->name);
        definitions.push_back(*std::move(definition));
    }
    if (definitions.empty())
        return reader.wrong(1, u"there is no definition in it"_s);
    return definitions;
}

} // namespace Sonde::Service
