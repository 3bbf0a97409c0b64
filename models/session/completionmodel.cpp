// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/completionmodel.h"

#include "models/files/librarymodel.h"
#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"
#include "protocol/command/offering.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr size_t MostCandidates = 500;

bool begins(const QString &text, const QString &prefix)
{
    return text.startsWith(prefix, Qt::CaseInsensitive);
}

/// Plain text as it stands behind `bytes:`.
QString doubled(QString plain)
{
    return plain.replace(u'\\', "\\\\"_L1);
}

/// A path as a word of the line; a folder stays open for what is in it.
QString pathInsert(const QString &path, bool folder)
{
    if (!folder)
        return quoted(path) + u' ';
    QString word = quoted(path);
    if (word != path)
        word.chop(1);
    return word;
}

} // namespace

CompletionModel::CompletionModel(const CompletionSources &sources, QObject *parent)
    : QAbstractListModel(parent)
    , m_sources(sources)
{
}

void CompletionModel::update(const QString &line, qsizetype cursor)
{
    beginResetModel();
    m_candidates.clear();
    m_lookup.clear();
    m_context = contextAt(line, cursor);
    collect(line);
    endResetModel();
}

void CompletionModel::collect(const QString &line)
{
    switch (m_context.place) {
    case CursorPlace::Verb: return addVerbs();
    case CursorPlace::ParameterName: return addParameterNames(line);
    case CursorPlace::OutputValue: return addOutputTypes();
    case CursorPlace::Parameter: return addValues();
    case CursorPlace::FileName:
    case CursorPlace::Nothing: return;
    }
}

void CompletionModel::add(Candidate candidate)
{
    if (m_candidates.size() < MostCandidates)
        m_candidates.push_back(std::move(candidate));
}

void CompletionModel::addVerbs()
{
    for (const CommandSpec &command : Catalogue::instance().commands()) {
        const bool byAlias = std::ranges::any_of(command.aliases,
            [this](const QString &alias) { return !m_context.prefix.isEmpty() && begins(alias, m_context.prefix); });
        if (begins(command.verb, m_context.prefix) || byAlias) {
            add({.kind = Kind::Verb,
                .text = command.verb,
                .insert = command.verb + u' ',
                .detail = usage(command),
                .descriptionKey = command.verb,
                .reason = notOffered(command, m_sources.access, m_sources.platform)});
        }
    }
    // What can be typed comes before what cannot.
    std::ranges::stable_partition(m_candidates, [](const Candidate &candidate) { return !candidate.reason; });
}

void CompletionModel::addParameterNames(const QString &line)
{
    if (!m_context.command)
        return;
    QStringList given;
    for (const Token &token : tokenize(line)) {
        if (token.kind == TokenKind::Word && !token.quoted && token.start != m_context.start
            && token.text.startsWith(u'-'))
            given.append(token.text.sliced(1).toLower());
    }
    const QString prefix = m_context.prefix.startsWith(u'-') ? m_context.prefix.sliced(1) : m_context.prefix;
    const auto offer = [&](Kind kind, const QString &name, const QString &detail) {
        if (begins(name, prefix) && !given.contains(name.toLower())) {
            add({.kind = kind,
                .text = u'-' + name,
                .insert = u'-' + name + u' ',
                .detail = detail,
                .descriptionKey = m_context.command->verb + u'.' + name,
                .reason = {}});
        }
    };
    for (const ParameterSpec &parameter : m_context.command->parameters)
        offer(Kind::ParameterName, parameter.name, Codec::wireName(parameter.type));
    for (const FlagSpec &flag : m_context.command->flags)
        offer(Kind::Flag, flag.name, {});
    offer(Kind::ParameterName, u"output"_s, u"json | table"_s);
}

void CompletionModel::addOutputTypes()
{
    for (const OutputType type : {OutputType::Json, OutputType::Table}) {
        const QString name = Codec::wireName(type);
        if (begins(name, m_context.prefix)) {
            add({.kind = Kind::OutputType,
                .text = name,
                .insert = name + u' ',
                .detail = {},
                .descriptionKey = u"output."_s + name,
                .reason = {}});
        }
    }
}

void CompletionModel::addValues()
{
    if (!m_context.parameter)
        return;
    for (const QString &choice : m_context.parameter->choices) {
        if (begins(choice, m_context.prefix))
            add({.kind = Kind::Choice,
                .text = choice,
                .insert = choice + u' ',
                .detail = {},
                .descriptionKey = {},
                .reason = {}});
    }
    switch (m_context.parameter->type) {
    case ValueType::Verb: return addVerbs();
    case ValueType::CommandNumber: return addCommands();
    case ValueType::Pid: return addListed(Kind::Process);
    case ValueType::ServiceName:
    case ValueType::TaskName: return addListed(Kind::Name);
    case ValueType::RegistryKey: return addRegistryKeys();
    case ValueType::Path: return addPaths();
    case ValueType::LibraryName: return addLibraryFiles();
    default: return;
    }
}

void CompletionModel::addCommands()
{
    // Newest first.
    const bool onlyOpen = m_context.command && m_context.command->has(Trait::WantsOpenCommand);
    const auto &commands = m_sources.commands();
    for (auto it = commands.cend(); it != commands.cbegin();) {
        --it;
        const QString number = it->id.toString();
        if (number.startsWith(m_context.prefix) && !(onlyOpen && isFinal(it->state))) {
            add({.kind = Kind::CommandNumber,
                .text = number,
                .insert = number + u' ',
                .detail = it->line,
                .descriptionKey = {},
                .reason = {}});
        }
    }
}

const CompletionSources::Listing *CompletionModel::lookUp(const QString &line)
{
    m_lookup = line;
    return m_sources.listing(line);
}

/// By what is typed of them, or by what they are called: `processes ss` finds the id of sshd.
void CompletionModel::addListed(Kind kind)
{
    const CommandSpec *command = Catalogue::instance().completing(m_context.parameter->type);
    const auto *listing = command ? lookUp(command->verb) : nullptr;
    if (!listing)
        return;
    for (const auto &entry : listing->entries) {
        if (begins(entry.text, m_context.prefix) || begins(entry.detail, m_context.prefix)) {
            add({.kind = kind,
                .text = entry.text,
                .insert = quoted(entry.text) + u' ',
                .detail = entry.detail,
                .descriptionKey = {},
                .reason = {}});
        }
    }
}

void CompletionModel::addPaths()
{
    // What is not UTF-8 is typed in the `bytes:` form, which is completed as far as it is typed in plain text.
    const bool inBytes = m_context.prefix.startsWith(DevicePath::BytesForm);
    const QString typed = inBytes ? m_context.prefix.sliced(DevicePath::BytesForm.size()) : m_context.prefix;
    const auto slash =
        std::max(typed.lastIndexOf(u'/'), m_sources.platform == Platform::Windows ? typed.lastIndexOf(u'\\') : -1);
    const QString folderTyped = typed.first(slash + 1);
    const QString name = typed.sliced(slash + 1);
    const bool onlyFolders = m_context.command && m_context.command->has(Trait::EntersFolder);
    const QString folder = inBytes ? QString(DevicePath::BytesForm + folderTyped) : folderTyped;
    const auto *listing =
        lookUp(CompletionSources::folderLine(m_sources.absolute(folder, m_sources.workingDirectory())));
    if (!listing)
        return;
    for (const auto &entry : listing->entries) {
        const bool isBytes = entry.text.startsWith(DevicePath::BytesForm);
        const QString entryName = isBytes ? entry.text.sliced(DevicePath::BytesForm.size()) : entry.text;
        if ((onlyFolders && !entry.isFolder) || !begins(entryName, name))
            continue;
        // What was typed of the folder stays as it was typed.
        const QString tail = entry.isFolder ? entryName + m_sources.separator() : entryName;
        QString path = folderTyped + tail;
        if (inBytes || isBytes)
            path = DevicePath::BytesForm + (inBytes ? folderTyped : doubled(folderTyped))
                + (isBytes ? tail : doubled(tail));
        add({.kind = entry.isFolder ? Kind::Folder : Kind::Path,
            .text = tail,
            .insert = pathInsert(path, entry.isFolder),
            .detail = {},
            .descriptionKey = {},
            .reason = {}});
    }
}

void CompletionModel::addRegistryKeys()
{
    const QString folderTyped = m_context.prefix.first(m_context.prefix.lastIndexOf(u'\\') + 1);
    if (folderTyped.isEmpty())
        return;
    const auto *listing = lookUp(CompletionSources::keyLine(folderTyped.chopped(1)));
    if (!listing)
        return;
    for (const auto &entry : listing->entries) {
        if (begins(folderTyped + entry.text, m_context.prefix)) {
            add({.kind = Kind::Name,
                .text = entry.text,
                .insert = quoted(folderTyped + entry.text) + u' ',
                .detail = {},
                .descriptionKey = {},
                .reason = {}});
        }
    }
}

void CompletionModel::addLibraryFiles()
{
    if (!m_sources.library)
        return;
    for (const LibraryFile &file : m_sources.library->files()) {
        if (begins(file.name, m_context.prefix)) {
            add({.kind = Kind::LibraryFile,
                .text = file.name,
                .insert = quoted(file.name) + u' ',
                .detail = file.description,
                .descriptionKey = {},
                .reason = {}});
        }
    }
}

QString CompletionModel::commonInsert() const
{
    std::optional<QString> common;
    for (const Candidate &candidate : m_candidates) {
        if (candidate.reason)
            continue;
        if (!common) {
            common = candidate.insert;
            continue;
        }
        qsizetype same = 0;
        while (same < std::min(common->size(), candidate.insert.size())
            && common->at(same).toCaseFolded() == candidate.insert.at(same).toCaseFolded())
            ++same;
        common->truncate(same);
    }
    const QString insert = common.value_or(QString());
    return insert.size() > m_context.prefix.size() ? insert : QString();
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_candidates.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Candidate &what = candidate(index.row());
    switch (role) {
    case Qt::DisplayRole: return what.text;
    case KindRole: return int(what.kind);
    case InsertTextRole: return what.insert;
    case DetailRole: return what.detail;
    case DescriptionKeyRole: return what.descriptionKey;
    case ReasonRole: return what.reason ? QVariant::fromValue(*what.reason) : QVariant();
    default: return {};
    }
}

Qt::ItemFlags CompletionModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags all = QAbstractListModel::flags(index);
    return index.isValid() && candidate(index.row()).reason ? all & ~Qt::ItemIsEnabled : all;
}

} // namespace Sonde::Client

#include "moc_completionmodel.cpp"
