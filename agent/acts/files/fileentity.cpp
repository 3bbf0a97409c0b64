// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/fileentity.h"

#include "agent/acts/files/filehash.h"
#include "agent/acts/files/movefile.h"
#include "agent/acts/files/openfiles.h"
#include "agent/base/devicefolder.h"
#include "agent/system/files/files.h"
#include "agent/system/files/filetree.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"
#include "protocol/command/grammar.h"

#include <QCborArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Other names of the same file in its folder.
QStringList namesBeside(const PinnedFile &file)
{
    QStringList names;
    std::ignore = readDirectory(Linux::folderOf(file.path()), [&](const DirectoryEntry &entry) {
        const QByteArray name = entry.name.toByteArray();
        if (!entry.isDirectory && name != file.name() && file.isAt(file.folder(), name))
            names += DevicePath(Linux::folderOf(file.path()) + '/' + name).typed();
        return true;
    });
    return names;
}

} // namespace

Result<QString> FileEntity::nameOf(const QString &id, const QByteArray &workingDirectory) const
{
    const QByteArray path = absolutePath(workingDirectory, DevicePath::fromTyped(id).bytes());
    return canonicalPath(path).transform([](const QByteArray &canonical) { return DevicePath(canonical).typed(); });
}

Result<Look> FileEntity::look(const QString &id, const LookTerms &terms) const
{
    const auto name = nameOf(id, terms.workingDirectory);
    const auto file = name ? PinnedFile::open(DevicePath::fromTyped(*name).bytes()) : std::unexpected(name.error());
    if (!file)
        return std::unexpected(file.error());
    if (file->isLink())
        return fail(ErrorCode::NotARegularFile, *name, Reason::LinkToAnother);
    const auto own = PinnedFile::open(resolveLinks("/proc/self/exe").value_or(QByteArray()));
    if (liesBelow(file->path(), resolveLinks(m_agentFolder).value_or(m_agentFolder))
        || (own && own->isAt(file->folder(), file->name())))
        return fail(ErrorCode::Protected, *name, Reason::BelongsToAgent);
    const auto sha256 = hashOf(*file, terms);
    if (!sha256)
        return std::unexpected(sha256.error());
    QCborMap facts = file->identity();
    facts.insert(u"sha256"_s, QString::fromLatin1(sha256->toHex()));
    return Look{*name, facts};
}

QString FileEntity::lookLine(const QString &name) const
{
    return u"fileinfo "_s + quoted(name);
}

Result<ActPlan> FileEntity::plan(const Look &look, const PlanTerms &terms) const
{
    ActPlan plan{
        .kind = ActKind::Remediate, .type = EntityType::File, .id = look.id, .undoes = {}, .steps = {}, .notes = {}};
    plan.steps = {{StepKind::MoveFile, look.id, look.facts}};
    plan.notes = notesOnFile(DevicePath::fromTyped(look.id).bytes(), terms.stop, terms.openFiles.get());
    return plan;
}

std::vector<ActNote> notesOnFile(const QByteArray &path, const std::stop_token &stop, const OpenFiles *open)
{
    std::vector<ActNote> notes;
    const auto file = PinnedFile::open(path);
    if (!file)
        return notes;
    const QString shown = DevicePath(path).typed();
    if (file->stat().st_nlink > 1)
        notes.push_back({NoteKind::OtherNames, shown,
            {{u"links"_s, qint64(file->stat().st_nlink)},
                {u"names"_s, QCborArray::fromStringList(namesBeside(*file))}}});
    const QStringList processes = open ? open->openersOf(*file) : OpenFiles::take(stop).openersOf(*file);
    if (!processes.isEmpty())
        notes.push_back({NoteKind::OpenBy, shown, {{u"processes"_s, QCborArray::fromStringList(processes)}}});
    if (!file->isLink())
        notes.push_back({NoteKind::NotRestored, shown,
            {{u"facts"_s, QCborArray::fromStringList({u"inode"_s, u"created"_s, u"changed"_s})}}});
    return notes;
}

} // namespace Sonde::Agent
