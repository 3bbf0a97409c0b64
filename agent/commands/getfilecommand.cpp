// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"
#include "agent/base/devicefolder.h"
#include "agent/commands/deviceverb.h"
#include "agent/evidence/evidencearchive.h"
#include "agent/evidence/evidencesource.h"
#include "agent/evidence/filehasher.h"
#include "agent/evidence/workingfolder.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QTimeZone>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

QDateTime timeOf(std::optional<qint64> nanosecondsSinceEpoch)
{
    const bool isKnown = nanosecondsSinceEpoch && isHeld(*nanosecondsSinceEpoch);
    return isKnown ? QDateTime::fromMSecsSinceEpoch(*nanosecondsSinceEpoch / 1'000'000, QTimeZone::UTC) : QDateTime();
}

/// Of which nothing more is known, or which is more than one.
SourceFile named(const QByteArray &path)
{
    SourceFile file;
    file.path = path;
    return file;
}

SourceFile describe(const QByteArray &path, const FileFacts &facts)
{
    return {.path = path,
        .size = facts.size,
        .created = timeOf(facts.created),
        .modified = timeOf(facts.modified),
        .accessed = timeOf(facts.accessed),
        .changed = timeOf(facts.changed),
        .owner = facts.owner,
        .mode = facts.mode};
}

/// What cannot be downloaded as it is, and why.
Result<void> checkKind(const QByteArray &path, const FileFacts &facts)
{
    const QString shown = DevicePath(path).typed();
    if (facts.kind != FileKind::Regular)
        return fail(ErrorCode::NotARegularFile, shown, kindName(facts.kind));
    const auto file = openFileOf(path, facts);
    if (!file)
        return std::unexpected(file.error());
    if (facts.size == 0)
        return fail(ErrorCode::EmptyFile, shown);
    if ((*file)->isSparse(facts.size))
        return fail(ErrorCode::SparseFile, shown).with(Fact::Actual, facts.size);
    return {};
}

/// The content as it is now: what is downloaded must be the same. Only asked for with -auto.
Result<QByteArray> pinnedHash(CommandContext &context, const QByteArray &path, const FileFacts &facts)
{
    if (!context.invocation().hasFlag(u"auto"_s))
        return QByteArray();
    const auto file = openFileOf(path, facts);
    if (!file)
        return std::unexpected(file.error());
    return hashFile(**file, std::numeric_limits<qint64>::max(), context.stop(), [](qint64) {
    }).transform([](const FileHashes &hashes) { return hashes.sha256; });
}

/// `facts`: of what lies at `path`.
Outcome sendOne(CommandContext &context, const QByteArray &path, const FileFacts &facts, const SourceFile &file,
    const QString &type)
{
    const auto pinned = pinnedHash(context, path, facts);
    if (!pinned)
        return std::unexpected(pinned.error());
    EvidenceSource source(path, facts, context.stop());
    const auto sent = context.transfer(Message::OfferEvidence{context.command(), file}, [&](BulkStream &stream) {
        return sendContent(stream, source, [&](qint64 done) { context.showProgress({done, file.size, u"bytes"_s}); });
    });
    if (!sent)
        return std::unexpected(sent.error());
    const QString shown = DevicePath(file.path).typed();
    if (!pinned->isEmpty() && *pinned != source.sha256())
        return fail(ErrorCode::FileChanged, shown, Reason::ChangedSinceLooked);
    const auto isoOrNull = [](const QDateTime &time) {
        return time.isValid() ? QCborValue(time.toString(Qt::ISODateWithMs)) : QCborValue(nullptr);
    };
    const bool goOn = context.addRow<Verbs::Getfile>(cell<"path">(bytesCell(file.path)), cell<"type">(type),
        cell<"size">(file.size), cell<"sha256">(textCell(QString::fromLatin1(source.sha256().toHex()))),
        cell<"created">(isoOrNull(file.created)), cell<"modified">(isoOrNull(file.modified)),
        cell<"accessed">(isoOrNull(file.accessed)), cell<"owner">(file.owner), cell<"mode">(file.mode),
        cell<"files">(file.archive ? QCborValue(qint64(file.members)) : QCborValue(nullptr)));
    return goOn ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

/// Where something is written that is sent afterwards; empty where the agent has no such place.
QString scratchFile(CommandContext &context, const QString &purpose)
{
    const auto &working = context.surroundings().working;
    return working ? working->scratch() + u'/' + purpose + u'-' + QString::number(context.command().value())
                   : QString();
}

/// What the kernel makes up while it is read is another each time: it is written out once, so that it is the same however often the
/// transfer breaks.
Outcome sendMade(CommandContext &context, const QByteArray &path, const FileFacts &facts)
{
    const QString shown = DevicePath(path).typed();
    const auto content =
        openRegularFile(path).and_then([](const std::unique_ptr<OpenFile> &file) { return readMade(*file); });
    if (!content) {
        Error error = content.error();
        error.subject = shown;
        return std::unexpected(error);
    }
    if (content->isEmpty())
        return fail(ErrorCode::EmptyFile, shown);
    QFile copy(scratchFile(context, u"made"_s));
    if (!copy.open(QFile::WriteOnly | QFile::Truncate, QFile::ReadOwner | QFile::WriteOwner)
        || copy.write(*content) != content->size() || !copy.flush())
        return fail(ErrorCode::CannotWrite, copy.fileName(), copy.errorString());
    const auto removed = qScopeGuard([&copy] { copy.remove(); });
    const QByteArray place = devicePathOf(copy.fileName());
    const auto made = FileSystem().facts(place, Links::Keep);
    if (!made)
        return std::unexpected(made.error());
    SourceFile file = describe(path, facts);
    file.size = made->size;
    return sendOne(context, place, *made, file, u"file"_s);
}

/// Regular, and of a size that says nothing.
bool isMade(const QByteArray &path, const FileFacts &facts)
{
    if (facts.kind != FileKind::Regular)
        return false;
    const auto file = openRegularFile(path);
    return file && (*file)->isMadeByKernel();
}

Outcome sendFile(CommandContext &context, const QByteArray &path, const FileFacts &facts)
{
    if (isMade(path, facts))
        return sendMade(context, path, facts);
    if (const auto fit = checkKind(path, facts); !fit)
        return std::unexpected(fit.error());
    auto outcome = sendOne(context, path, facts, describe(path, facts), u"file"_s);
    const FileSystem files;
    const auto after = files.facts(path, Links::Follow);
    if (!outcome.failure && (!after || !after->isUnchangedSince(facts)))
        context.addError(errorBecause(Reason::AsAtFirst, ErrorCode::FileChanged, DevicePath(path).typed()));
    return outcome;
}

/// A directory, or what a pattern stands for: one archive, made here first, so that it is the same however often the transfer breaks.
/// `of`: what it is of; its size becomes the archive's.
Outcome sendArchive(CommandContext &context, const SourceFile &of, const std::vector<QByteArray> &roots)
{
    auto archive = EvidenceArchive::make(context, roots);
    if (!archive)
        return std::unexpected(archive.error());
    const FileSystem files;
    const auto facts = files.facts(archive->path(), Links::Keep);
    if (!facts)
        return std::unexpected(facts.error());
    SourceFile file = of;
    file.size = facts->size;
    file.archive = true;
    file.members = archive->members();
    auto outcome = sendOne(context, archive->path(), *facts, file, u"archive"_s);
    if (!context.goesOnLater())
        archive->remove();
    return outcome;
}

/// What an act took away: it is written out where only the agent looks, sent as the file that it was, and gone again.
Outcome sendQuarantined(CommandContext &context)
{
    const auto act = context.number(u"path"_s);
    if (!act || !context.surroundings().acts || !context.surroundings().working)
        return fail(ErrorCode::BadValue, context.invocation().value(u"path"_s), Reason::NotAnActNumber)
            .with(Fact::Parameter, u"path"_s);
    QFile copy(scratchFile(context, u"quarantine"_s));
    if (!copy.open(QFile::ReadWrite | QFile::Truncate, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::CannotWrite, copy.fileName(), copy.errorString());
    const auto removed = qScopeGuard([&copy] { copy.remove(); });
    const auto kept = context.surroundings().acts->copyOut(quint64(*act), copy.handle());
    if (!kept)
        return std::unexpected(kept.error());
    const QByteArray place = devicePathOf(copy.fileName());
    const FileSystem files;
    const auto facts = files.facts(place, Links::Keep);
    if (!facts)
        return std::unexpected(facts.error());
    SourceFile file = kept->facts ? describe(kept->path, *kept->facts) : named(kept->path);
    file.size = facts->size;
    return sendOne(context, place, *facts, file, u"file"_s);
}

Outcome getfile(CommandContext &context)
{
    if (context.invocation().hasFlag(u"quarantine"_s))
        return sendQuarantined(context);
    const auto path = context.path(u"path"_s);
    if (!path)
        return std::unexpected(path.error());
    const FileSystem files;
    const auto facts = files.facts(*path, Links::Follow);
    if (!facts && facts.error().code == ErrorCode::NotFound && isPattern(*path)) {
        const auto roots = matchingPaths(*path, context.stop());
        if (!roots)
            return std::unexpected(roots.error());
        return roots->empty() ? Outcome(std::unexpected(Error(facts.error()).with(Fact::Why, u"no-match"_s)))
                              : sendArchive(context, named(*path), *roots);
    }
    if (!facts)
        return std::unexpected(facts.error());
    return facts->kind == FileKind::Directory ? sendArchive(context, describe(*path, *facts), {*path})
                                              : sendFile(context, *path, *facts);
}

} // namespace

constinit const DeviceVerb Getfile{Verbs::Getfile, &getfile};

} // namespace Sonde::Agent::Commands
