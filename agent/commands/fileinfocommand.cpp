// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"
#include "agent/base/devicefolder.h"
#include "agent/commands/deviceverb.h"
#include "agent/evidence/evidencearchive.h"
#include "agent/evidence/filehasher.h"
#include "agent/evidence/filesource.h"
#include "agent/formats/base/details.h"
#include "agent/formats/fileformat.h"
#include "agent/formats/type/filetype.h"
#include "agent/system/packages/packages.h"
#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

struct Content {
    QString type;
    QString mimeType;
    FileHashes hashes;
    FormatReport format;
    std::optional<PackageFile> package;
};

Result<void> checkSize(const FileFacts &facts, qint64 limit, const QString &shown)
{
    if (facts.size <= limit)
        return {};
    return fail(ErrorCode::TooLarge, shown).with(Fact::Limit, limit).with(Fact::Actual, facts.size);
}

/// Whose signatures count: the certificates that the agent was given, and the authorities of its system.
TrustedRoots trustedRoots(const QString &agentFolder)
{
    return {QSslCertificate::fromPath(
                agentFolder + u"/publishers/*"_s, QSsl::Pem, QSslCertificate::PatternSyntax::Wildcard),
        true};
}

QString nameIn(const QByteArray &path)
{
    return QString::fromUtf8(lastName(path));
}

/// Of a file whose size says nothing of its content: it is what reading it gives.
Result<Content> readMadeContent(const QByteArray &path, OpenFile &file, const SignatureTerms &terms)
{
    const auto bytes = readMade(file);
    if (!bytes) {
        Error error = bytes.error();
        error.subject = DevicePath(path).typed();
        return std::unexpected(error);
    }
    const BufferSource source(*bytes);
    ContentPass pass;
    const auto reader = formatReader(source, nameIn(path), pass, terms);
    const FileHashes hashes = hashBytes(*bytes, &pass);
    const FileType type = fileType(source);
    return Content{type.name, type.mimeType, hashes, reader ? reader->report() : FormatReport(), {}};
}

Result<Content> readContent(CommandContext &context, const QByteArray &path, qint64 size, qint64 limit)
{
    auto file = openRegularFile(path);
    if (!file)
        return std::unexpected(file.error());
    const SignatureTerms terms{trustedRoots(context.agentFolder()), QDateTime::currentDateTimeUtc()};
    if ((*file)->isMadeByKernel())
        return readMadeContent(path, **file, terms);
    const FileSource source(**file, size);
    ContentPass pass;
    const auto reader = formatReader(source, nameIn(path), pass, terms);
    const auto hashes = hashFile(
        **file, limit, context.stop(), [&](qint64 done) { context.showProgress({done, size, u"bytes"_s}); }, &pass);
    if (!hashes) {
        Error error = hashes.error();
        error.subject = DevicePath(path).typed();
        return std::unexpected(error);
    }
    const FileType type = fileType(source);
    return Content{type.name, type.mimeType, *hashes, reader ? reader->report() : FormatReport(),
        packageOf(resolveLinks(path).value_or(path), "/", context.stop())};
}

/// Facts of what the path leads to, or of a link that leads nowhere. What it leads to is `target`.
Result<FileFacts> factsBehind(CommandContext &context, const FileSystem &files, const QByteArray &path)
{
    const auto own = files.facts(path, Links::Keep);
    if (!own || own->kind != FileKind::Link)
        return own;
    auto behind = files.facts(path, Links::Follow);
    if (!behind) {
        context.addError(behind.error());
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

QCborValue objectCell(const QCborMap &map)
{
    return map.isEmpty() ? QCborValue(nullptr) : QCborValue(map);
}

/// A row has to fit into a message: what is too large alone, which only a hostile file has, is left out and named.
QCborMap shortened(const QCborMap &map)
{
    constexpr qsizetype most = 128 * 1024;
    if (QCborValue(map).toCbor().size() <= most)
        return map;
    QCborMap kept;
    QCborArray left;
    for (const auto &[name, value] : map) {
        if (QCborValue(kept).toCbor().size() + QCborValue(value).toCbor().size() <= most)
            insertForeign(kept, name.toString(), value);
        else
            left.append(name);
    }
    kept.insert(u"left_out"_s, left);
    return kept;
}

/// Values that are not UTF-8 as a path that is not.
QCborMap attributeMap(const QList<std::pair<QByteArray, QByteArray>> &attributes)
{
    QCborMap map;
    for (const auto &[name, value] : attributes)
        insertForeign(map, printable(name), printable(value));
    return shortened(map);
}

/// Whether the content has the digest that the package manager recorded; none where it recorded none.
std::optional<bool> isIntact(const Content &content)
{
    const QByteArray &digest = content.package->digest;
    for (const QByteArray &hash : {content.hashes.md5, content.hashes.sha1, content.hashes.sha256}) {
        if (digest.size() == hash.size())
            return digest == hash;
    }
    return {};
}

/// What the format tells (fileformat.h), with what holds for every format: mime_type, and of a file that a package owns package_manager,
/// package_version, package_configuration (it is meant to be edited) and package_intact.
QCborMap details(const Content &content)
{
    QCborMap details = content.format.details;
    if (!content.mimeType.isEmpty())
        details.insert(u"mime_type"_s, content.mimeType);
    if (content.package) {
        details.insert(u"package_manager"_s, content.package->manager);
        details.insert(u"package_version"_s, content.package->version);
        details.insert(u"package_configuration"_s, content.package->isConfiguration);
        if (const auto intact = isIntact(content))
            details.insert(u"package_intact"_s, *intact);
    }
    return shortened(details);
}

/// Of what the path leads to. Only a regular file has content; of anything else it is said what it is.
Result<Content> contentOf(
    CommandContext &context, const FileSystem &files, const QByteArray &path, const FileFacts &facts)
{
    const QString shown = DevicePath(path).typed();
    if (facts.kind != FileKind::Regular) {
        if (facts.kind != FileKind::Link)
            context.addError(noContent(facts, shown));
        return Content{kindName(facts.kind), {}, {}, {}, {}};
    }
    const qint64 limit = context.limit(TenantSetting::FileinfoBytes).value_or(std::numeric_limits<qint64>::max());
    if (const auto checked = checkSize(facts, limit, shown); !checked)
        return std::unexpected(checked.error());
    auto content = readContent(context, path, facts.size, limit);
    if (!content)
        return content;
    const auto after = files.facts(path, Links::Follow);
    if (!after || !after->isUnchangedSince(facts))
        context.addError({ErrorCode::FileChanged, shown, {}, {}});
    return content;
}

/// What stands beside the mode.
struct Extras {
    QString accessControl;
    QString capabilities;
    QStringList flags;
    QCborMap attributes;
};
Extras extrasOf(CommandContext &context, const FileSystem &files, const QByteArray &path, const FileFacts &facts)
{
    if (facts.kind == FileKind::Link) // it leads nowhere
        return {};
    const auto told = [&context](const auto &fact) {
        if (!fact)
            context.addError(fact.error());
        return fact ? *fact : std::remove_cvref_t<decltype(*fact)>();
    };
    return {told(files.accessControl(path)), told(files.capabilities(path)), told(files.flags(path)),
        attributeMap(told(files.extendedAttributes(path)))};
}

/// What remediate has to find again.
void rememberFile(CommandContext &context, const QByteArray &path, const FileFacts &facts, const FileHashes &hashes)
{
    if (context.surroundings().acts && facts.kind == FileKind::Regular)
        context.surroundings().acts->remember(context.session(), EntityType::File,
            DevicePath(resolveLinks(path).value_or(path)).typed(),
            {{u"inode"_s, qint64(facts.inode)}, {u"size"_s, facts.size}, {u"modified"_s, facts.modified},
                {u"sha256"_s, QString::fromLatin1(hashes.sha256.toHex())}});
}

Outcome fileinfo(CommandContext &context)
{
    const auto path = context.path(u"path"_s);
    if (!path)
        return std::unexpected(path.error());
    const FileSystem files;
    const auto facts = factsBehind(context, files, *path);
    if (!facts)
        return std::unexpected(withoutPattern(facts.error(), *path));
    const auto content = contentOf(context, files, *path, *facts);
    if (!content)
        return std::unexpected(content.error());
    const Extras extras = extrasOf(context, files, *path, *facts);
    rememberFile(context, *path, *facts, content->hashes);
    const bool goOn = context.addRow<Verbs::Fileinfo>(cell<"path">(bytesCell(*path)), cell<"type">(content->type),
        cell<"size">(facts->size), cell<"created">(timeCell(facts->created)),
        cell<"modified">(timeCell(facts->modified)), cell<"accessed">(timeCell(facts->accessed)),
        cell<"changed">(timeCell(facts->changed)), cell<"owner">(facts->owner), cell<"group">(facts->group),
        cell<"mode">(facts->mode), cell<"acl">(textCell(extras.accessControl)),
        cell<"md5">(hexCell(content->hashes.md5)), cell<"sha1">(hexCell(content->hashes.sha1)),
        cell<"sha256">(hexCell(content->hashes.sha256)), cell<"target">(bytesCell(facts->target)),
        cell<"inode">(qint64(facts->inode)), cell<"links">(qint64(facts->links)),
        cell<"package">(textCell(content->package ? content->package->package : QString())),
        cell<"signature">(signatureCell(content->format.signature)),
        cell<"capabilities">(textCell(extras.capabilities)), cell<"file_flags">(textCell(extras.flags.join(u", "_s))),
        cell<"extended_attributes">(objectCell(extras.attributes)), cell<"details">(objectCell(details(*content))));
    return goOn ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

} // namespace

constinit const DeviceVerb Fileinfo{Verbs::Fileinfo, &fileinfo};

} // namespace Sonde::Agent::Commands
