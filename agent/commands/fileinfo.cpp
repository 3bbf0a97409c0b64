// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "codec.h"
#include "devicepath.h"
#include "fileformat.h"
#include "filehasher.h"
#include "filesource.h"
#include "filetype.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde::Commands {

namespace {

struct Content {
    QString type;
    FileHashes hashes;
    FormatReport format;
};

Result<void> checkSize(const FileFacts &facts, qint64 limit, const QString &shown)
{
    if (facts.size <= limit)
        return {};
    return fail(ErrorCode::TooLarge, shown, {}, QCborMap{{u"limit"_s, limit}, {u"actual"_s, facts.size}});
}

/// Whose signatures count: the certificates that the agent was given, and the authorities of its system.
TrustedRoots trustedRoots(const QString &agentFolder)
{
    return {QSslCertificate::fromPath(
                agentFolder + u"/publishers/*"_s, QSsl::Pem, QSslCertificate::PatternSyntax::Wildcard),
        true};
}

Result<Content> readContent(CommandContext &context, const QByteArray &path, qint64 size, qint64 limit)
{
    auto file = openRegularFile(path);
    if (!file)
        return std::unexpected(file.error());
    const FileSource source(**file, size);
    const SignatureTerms terms{trustedRoots(context.agentFolder()), QDateTime::currentDateTimeUtc()};
    ContentPass pass;
    const auto reader = formatReader(source, QString::fromUtf8(path.sliced(path.lastIndexOf('/') + 1)), pass, terms);
    const auto hashes = hashFile(
        **file, limit, context.stop(), [&](qint64 done) { context.showProgress(done, size, u"bytes"_s); }, &pass);
    if (!hashes) {
        Error error = hashes.error();
        error.subject = DevicePath(path).typed();
        return std::unexpected(error);
    }
    return Content{fileType(source.read(0, FileTypeBytes)).name, *hashes, reader ? reader->report() : FormatReport()};
}

/// Facts of what the path leads to, or of a link that leads nowhere. What it leads to is `target`.
Result<FileFacts> factsBehind(CommandContext &context, const FileSystem &files, const QByteArray &path)
{
    const auto own = files.facts(path, Links::Keep);
    if (!own || own->kind != FileKind::Link)
        return own;
    auto behind = files.facts(path, Links::Follow);
    if (!behind) {
        context.addError({behind.error().code, DevicePath(own->target).typed(), behind.error().reason, {}});
        return own;
    }
    behind->target = resolveLinks(path).value_or(own->target);
    return behind;
}

/// A directory, device, pipe or socket has facts but no content: it is never opened.
Error noContent(const FileFacts &facts, const QString &shown)
{
    return {facts.kind == FileKind::Directory ? ErrorCode::IsADirectory : ErrorCode::NotARegularFile, shown,
        kindName(facts.kind), {}};
}

QCborValue hexCell(const QByteArray &hash)
{
    return textCell(QString::fromLatin1(hash.toHex()));
}

QCborValue signatureCell(const SignatureVerdict &verdict)
{
    return verdict.state == SignatureState::None ? QCborValue(nullptr) : QCborValue(Codec::wireName(verdict.state));
}

QCborValue detailsCell(const QCborMap &details)
{
    return details.isEmpty() ? QCborValue(nullptr) : QCborValue(details);
}

} // namespace

Outcome fileinfo(CommandContext &context)
{
    const auto path = context.path(u"path"_s);
    if (!path)
        return std::unexpected(path.error());
    const QString shown = DevicePath(*path).typed();
    const FileSystem files;
    const auto facts = factsBehind(context, files, *path);
    if (!facts)
        return std::unexpected(facts.error());

    Content content{kindName(facts->kind), {}, {}};
    if (facts->kind == FileKind::Regular) {
        const qint64 limit = context.limit(u"fileinfo-bytes"_s).value_or(std::numeric_limits<qint64>::max());
        if (const auto checked = checkSize(*facts, limit, shown); !checked)
            return std::unexpected(checked.error());
        const auto read = readContent(context, *path, facts->size, limit);
        if (!read)
            return std::unexpected(read.error());
        content = *read;
        const auto after = files.facts(*path, Links::Follow);
        if (!after || !after->isUnchangedSince(*facts))
            context.addError({ErrorCode::ReadFailed, shown, u"the file changed while it was read"_s, {}});
    } else if (facts->kind != FileKind::Link) {
        context.addError(noContent(*facts, shown));
    }
    const auto acl = files.accessControl(*path);
    const RowShape shape(context.spec(),
        {u"path", u"type", u"size", u"created", u"modified", u"accessed", u"changed", u"owner", u"group", u"mode",
            u"acl", u"md5", u"sha1", u"sha256", u"target", u"inode", u"links", u"signature", u"details"});
    const bool goOn = context.addRow(shape.row({bytesCell(*path), content.type, facts->size, timeCell(facts->created),
        timeCell(facts->modified), timeCell(facts->accessed), timeCell(facts->changed), facts->owner, facts->group,
        facts->mode, textCell(acl.value_or(QString())), hexCell(content.hashes.md5), hexCell(content.hashes.sha1),
        hexCell(content.hashes.sha256), bytesCell(facts->target), qint64(facts->inode), qint64(facts->links),
        signatureCell(content.format.signature), detailsCell(content.format.details)}));
    return goOn ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

} // namespace Sonde::Commands
