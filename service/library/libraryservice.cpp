// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/libraryservice.h"

#include "protocol/base/reason.h"
#include "protocol/command/scripttype.h"
#include "protocol/examination/examinationfile.h"
#include "transport/bulk/receiving.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

/// No script is longer; what is gets no verdict but this.
constexpr qint64 LongestScript = 16LL * 1024 * 1024;

/// An upload that nobody went on with for so long is not waited for any more.
constexpr auto ForgottenAfter = std::chrono::days(7);

/// Several certificates come at once.
constexpr std::chrono::milliseconds JudgeDelay{250};

QString keyOf(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QString partialName(const QByteArray &sha256)
{
    return u"upload-"_s + QString::fromLatin1(sha256.toHex());
}

/// Of what the service makes itself: somebody may be sending the same bytes.
QString madeName(const QByteArray &sha256)
{
    return u"made-"_s + QString::fromLatin1(sha256.toHex());
}

/// By its name, or by its first line, as the device will see it.
bool isPowerShell(const QString &name, QByteArrayView head)
{
    static const QStringList suffixes{u"ps1"_s, u"psm1"_s, u"psd1"_s, u"ps1xml"_s, u"psc1"_s, u"cdxml"_s};
    const auto type = scriptType(name, head);
    return suffixes.contains(QFileInfo(name).suffix(), Qt::CaseInsensitive)
        || (type && type->language == ScriptLanguage::PowerShell);
}

SignatureVerdict signatureOf(const QString &name, const QString &path, const QString &publishers)
{
    QFile script(path);
    if (!script.open(QFile::ReadOnly))
        return {SignatureState::Malformed, {}};
    if (!isPowerShell(name, script.peek(ScriptHeadBytes)))
        return {SignatureState::None, {}};
    if (script.size() > LongestScript)
        return {SignatureState::Malformed, {}};
    const auto trusted =
        QSslCertificate::fromPath(publishers + u"/*"_s, QSsl::Pem, QSslCertificate::PatternSyntax::Wildcard);
    return verifyPowerShell(script.readAll(), trusted, QDateTime::currentDateTimeUtc());
}

/// Everything of a version but who made it and when.
bool saysTheSame(const LibraryFile &one, const LibraryFile &other)
{
    const auto facts = [](const LibraryFile &file) {
        return std::tie(
            file.sha256, file.description, file.hasParameters, file.parametersDescription, file.signature, file.signer);
    };
    return facts(one) == facts(other);
}

std::unexpected<Error> unknown(const QString &name)
{
    return fail(ErrorCode::LibraryFileUnknown, name);
}

} // namespace

LibraryService::LibraryService(Store &store, JournalWriter &journal, const Settings &settings, TransferTickets &tickets,
    const BlobStore &blobs, const TenantThread &thread, const QString &publishers, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_journal(journal)
    , m_settings(settings)
    , m_tickets(tickets)
    , m_blobs(blobs)
    , m_thread(thread)
    , m_check(QCoreApplication::applicationFilePath())
    , m_publishers(publishers)
{
    m_blobs.removePartialsBefore(QDateTime::currentDateTimeUtc().addDuration(-ForgottenAfter));
    QSet<QByteArray> used;
    for (LibraryFile &file : m_store.libraryFiles()) {
        used.insert(file.sha256);
        m_files[keyOf(file.name)].push_back(std::move(file));
    }
    m_blobs.removeAllBut(used); // of an upload whose last step was never taken
    m_judgeSoon.setSingleShot(true);
    m_judgeSoon.setInterval(JudgeDelay);
    connect(&m_judgeSoon, &QTimer::timeout, this, &LibraryService::judgeAgain);
    connect(&m_watch, &QFileSystemWatcher::directoryChanged, &m_judgeSoon, qOverload<>(&QTimer::start));
    connect(&m_watch, &QFileSystemWatcher::fileChanged, &m_judgeSoon, qOverload<>(&QTimer::start));
    m_judgeSoon.start(); // certificates may have expired, and publishers come and gone
    connect(&m_journal, &JournalWriter::appended, this, [this](const JournalEntry &entry) {
        const auto *accepted = std::get_if<Event::CommandAccepted>(&entry.event);
        if (accepted && accepted->invocation.has(Trait::NeedsLibraryFile))
            countUse(accepted->invocation.value(u"name"_s));
    });
}

// ---- what there is

const LibraryFile *LibraryService::find(const QString &name) const
{
    const auto found = m_files.constFind(keyOf(name));
    return found == m_files.cend() ? nullptr : &found->back();
}

std::vector<LibraryFile> LibraryService::list() const
{
    std::vector<LibraryFile> files;
    for (const Versions &versions : m_files)
        files.push_back(versions.back());
    return files;
}

Result<std::vector<LibraryFile>> LibraryService::versions(const QString &name) const
{
    const auto found = m_files.constFind(keyOf(name));
    if (found == m_files.cend())
        return unknown(name);
    return std::vector<LibraryFile>(found->rbegin(), found->rend());
}

SignatureVerdict LibraryService::signatureNow(const LibraryFile &file) const
{
    return signatureOf(file.name, m_blobs.path(file.sha256), m_publishers);
}

/// What is listed says what signatures are worth now; versions that are no longer used stay as they were judged.
void LibraryService::judgeAgain()
{
    watchPublishers();
    bool changes = false;
    for (Versions &versions : m_files) {
        LibraryFile &file = versions.back();
        const SignatureVerdict now = file.signature == SignatureState::None ? SignatureVerdict() : signatureNow(file);
        if (now == SignatureVerdict{file.signature, file.signer})
            continue;
        file.signature = now.state;
        file.signer = now.signer;
        m_store.saveLibraryFile(file);
        changes = true;
    }
    if (changes)
        Q_EMIT changed();
}

void LibraryService::watchPublishers()
{
    // Until it is made, the folder it will be made in.
    const bool there = QFileInfo(m_publishers).isDir();
    QStringList paths{there ? m_publishers : QFileInfo(m_publishers).path()};
    for (const QFileInfo &file : QDir(m_publishers).entryInfoList(QDir::Files))
        paths.append(file.filePath());
    const QStringList known = m_watch.files() + m_watch.directories();
    if (!known.isEmpty())
        m_watch.removePaths(known);
    m_watch.addPaths(paths);
}

void LibraryService::countUse(const QString &name)
{
    const auto found = m_files.find(keyOf(name));
    if (found == m_files.end())
        return;
    ++found->back().uses;
    m_store.saveLibraryFile(found->back());
}

// ---- in

Result<QString> LibraryService::openUpload(const Analyst &analyst, const Message::OpenUpload &request)
{
    return requirePermission(analyst, Permission::LibraryManage)
        .and_then([&] { return checkWords(request); })
        .and_then([&] { return checkSize(request); })
        .and_then([&] { return checkOverwrite(request); })
        .transform([&] {
            return m_tickets.issue(receiver({request, analyst.name.value()}), {}, analyst.name.value(),
                [](const Analyst &who) { return who.grants.onTenant().contains(Permission::LibraryManage); });
        });
}

Result<void> LibraryService::checkWords(const Message::OpenUpload &request) const
{
    if (const auto named = checkFileName(request.name); !named)
        return named;
    if (const auto named = checkListName(request.name); !named)
        return named;
    if (const auto fits = checkExaminationCount(request.name); !fits)
        return fits;
    if (request.sha256.size() != 32)
        return fail(ErrorCode::ProtocolViolation, request.name, u"a SHA-256 has 32 bytes"_s);
    if (request.description.size() > MostDescription)
        return fail(ErrorCode::BadValue, u"description"_s, Reason::TooLong).with(Fact::Limit, qint64(MostDescription));
    if (request.parametersDescription.size() > MostParameters)
        return fail(ErrorCode::BadValue, u"parameters"_s, Reason::TooLong).with(Fact::Limit, qint64(MostParameters));
    return {};
}

/// Each of them goes along with every command that examines.
Result<void> LibraryService::checkExaminationCount(const QString &name) const
{
    if (!examines(name) || find(name))
        return {};
    const auto count =
        std::ranges::count_if(m_files, [&](const Versions &files) { return examines(files.back().name); });
    return count < MostExaminationFiles ? Result<void>()
                                        : fail(ErrorCode::LimitReached, name).with(Fact::Limit, MostExaminationFiles);
}

Result<void> LibraryService::checkSize(const Message::OpenUpload &request) const
{
    if (request.size <= 0)
        return fail(ErrorCode::EmptyFile, request.name).with(Fact::Upload, true);
    if (const qint64 limit = m_settings.number(TenantSetting::LibraryFileBytes); request.size > limit)
        return fail(ErrorCode::TooLarge, request.name)
            .with(Fact::Limit, limit)
            .with(Fact::Actual, request.size)
            .with(Fact::Setting, settingKey(TenantSetting::LibraryFileBytes));
    if (m_blobs.contains(request.sha256))
        return {};
    if (const auto fits = checkQuota(request); !fits)
        return fits;
    // It is reserved when the bytes come: an upload that was only announced keeps nobody from the disk.
    return m_blobs.disk()
        .reserve(request.size - m_blobs.partialSize(partialName(request.sha256)))
        .transform([](const auto &) {});
}

/// A content that several files have is there once.
Result<void> LibraryService::checkQuota(const Message::OpenUpload &request) const
{
    QHash<QByteArray, qint64> sizes;
    for (const Versions &versions : m_files) {
        for (const LibraryFile &file : versions)
            sizes.insert(file.sha256, file.size);
    }
    qint64 used = 0;
    for (const qint64 size : sizes)
        used += size;
    const qint64 limit = m_settings.number(TenantSetting::LibraryBytes);
    if (used + request.size <= limit)
        return {};
    return fail(ErrorCode::QuotaReached, request.name)
        .with(Fact::Limit, limit)
        .with(Fact::Actual, used)
        .with(Fact::Setting, settingKey(TenantSetting::LibraryBytes));
}

/// The same content with the same words once more overwrites nothing: it may be a sender that did not hear how the first time ended.
Result<void> LibraryService::checkOverwrite(const Message::OpenUpload &request) const
{
    const LibraryFile *known = find(request.name);
    const bool same = known && known->sha256 == request.sha256 && known->description == request.description
        && known->hasParameters == request.hasParameters
        && known->parametersDescription == request.parametersDescription;
    if (!known || request.overwrite || same)
        return {};
    return fail(ErrorCode::LibraryFileExists, known->name)
        .with(Fact::Version, qint64(known->version))
        .with(Fact::Holder, known->updatedBy)
        .with(Fact::Since, known->updated.toString(Qt::ISODateWithMs));
}

std::shared_ptr<TransferLane> LibraryService::laneOf(const QByteArray &sha256)
{
    m_lanes.removeIf([](const auto &lane) { return lane.value().expired(); });
    auto lane = m_lanes.value(sha256).lock();
    if (!lane) {
        lane = std::make_shared<TransferLane>();
        m_lanes.insert(sha256, lane);
    }
    return lane;
}

TransferTickets::Serve LibraryService::receiver(const Order &order)
{
    return [this, order, lane = laneOf(order.request.sha256), thread = m_thread, blobs = m_blobs,
               publishers = m_publishers, check = m_check](BulkStream &stream) {
        const TransferLane::Use use(*lane, stream);
        const QByteArray &sha256 = order.request.sha256;
        const auto keepVersion = [&]() -> Result<void> {
            const auto checked = check.check(order.request.name, blobs.path(sha256), stream.stopToken());
            if (!checked) {
                std::ignore = thread.call([this, sha256] { return dropped(sha256); }, stream.stopToken());
                return checked;
            }
            const auto signature = signatureOf(order.request.name, blobs.path(sha256), publishers);
            return thread.call([this, order, signature] { return keep(order, signature); }, stream.stopToken());
        };
        if (blobs.contains(sha256)) {
            std::ignore = confirmContent(stream, order.request.size, sha256, keepVersion);
            return;
        }
        PartialFile file(blobs.partialPath(partialName(sha256)));
        if (const auto opened = file.open(); !opened) {
            std::ignore = stream.send(Bulk::Failed{opened.error()});
            return;
        }
        const auto share = blobs.disk().reserve(order.request.size - file.size());
        if (!share) {
            std::ignore = stream.send(Bulk::Failed{share.error()});
            return;
        }
        ReceiveOptions options;
        options.limit = order.request.size;
        options.progress = [&](qint64 size) { (*share)->keep(order.request.size - size); };
        options.keep = [&](PartialFile &whole, const QByteArray &received) -> Result<void> {
            if (received != sha256)
                return fail(ErrorCode::HashMismatch, order.request.name);
            return blobs.keep(whole, sha256).and_then(keepVersion);
        };
        // Whole, but something else than was said: it must not be gone on from.
        if (const auto received = receiveWithin(stream, file, options, [&] { return blobs.disk().checkTransfer(); });
            !received && received.error().code == ErrorCode::HashMismatch)
            file.discard();
    };
}

LibraryFile LibraryService::nextVersion(const Order &order, const SignatureVerdict &signature) const
{
    const Message::OpenUpload &request = order.request;
    const LibraryFile *before = find(request.name);
    LibraryFile file;
    file.name = before ? before->name : request.name.normalized(QString::NormalizationForm_C);
    file.version = before ? before->version + 1 : 1;
    file.sha256 = request.sha256;
    file.size = request.size;
    file.description = request.description;
    file.hasParameters = request.hasParameters;
    file.parametersDescription = request.hasParameters ? request.parametersDescription : QString();
    file.signature = signature.state;
    file.signer = signature.signer;
    file.updated = QDateTime::currentDateTimeUtc();
    file.updatedBy = order.analyst;
    file.created = before ? before->created : file.updated;
    file.createdBy = before ? before->createdBy : file.updatedBy;
    file.uses = before ? before->uses : 0;
    return file;
}

/// The bytes are there; meanwhile somebody else may have stored a file of this name, or deleted the only one with this content.
Result<void> LibraryService::keep(const Order &order, const SignatureVerdict &signature)
{
    const QByteArray &sha256 = order.request.sha256;
    if (!m_blobs.contains(sha256))
        return fail(ErrorCode::Interrupted, order.request.name, Reason::DeletedMeanwhile);
    if (QFileInfo(m_blobs.path(sha256)).size() != order.request.size)
        return fail(ErrorCode::HashMismatch, order.request.name, Reason::AnotherSize);
    if (const auto allowed = checkOverwrite(order.request); !allowed) {
        dropUnused(sha256);
        return allowed;
    }
    const LibraryFile file = nextVersion(order, signature);
    const LibraryFile *before = find(file.name);
    if (before && saysTheSame(*before, file))
        return {};
    m_store.saveLibraryFile(file);
    m_journal.append(order.analyst, {}, Event::LibraryFileStored{file});
    m_files[keyOf(file.name)].push_back(file);
    Q_EMIT changed();
    return {};
}

Result<LibraryService::Content> LibraryService::keepContent(const BlobStore &blobs, const QByteArray &bytes)
{
    const Content content{Digest::of(bytes, *EVP_sha256()), bytes.size()};
    if (blobs.contains(content.sha256))
        return content;
    PartialFile file(blobs.partialPath(madeName(content.sha256)));
    return file.open()
        .and_then([&] { return file.restart(); })
        .and_then([&] { return file.append(std::span(bytes.constData(), size_t(bytes.size()))); })
        .and_then([&] { return file.finish(content.size, content.sha256); })
        .and_then([&] { return blobs.keep(file, content.sha256); })
        .transform([&] { return content; });
}

Result<void> LibraryService::store(
    const Analyst &analyst, const QString &name, const Content &content, const QString &description)
{
    Message::OpenUpload request;
    request.name = name;
    request.size = content.size;
    request.sha256 = content.sha256;
    request.description = description.left(MostDescription);
    request.overwrite = true;
    const auto stored =
        requirePermission(analyst, Permission::LibraryManage)
            .and_then([&] { return checkWords(request); })
            .and_then([&] { return checkSize(request); })
            .and_then([&] { return keep({request, analyst.name.value()}, {SignatureState::None, {}}); });
    if (!stored)
        dropUnused(content.sha256);
    return stored;
}

// ---- out

Result<LibraryService::Opened> LibraryService::openFile(const Analyst &analyst, const QString &name, quint32 version)
{
    const auto found = m_files.constFind(keyOf(name));
    if (found == m_files.cend())
        return unknown(name);
    const auto wanted =
        version == 0 ? std::prev(found->end()) : std::ranges::find(*found, version, &LibraryFile::version);
    if (wanted == found->end())
        return fail(ErrorCode::LibraryFileUnknown, name).with(Fact::Version, qint64(version));
    const auto serve = [path = m_blobs.path(wanted->sha256), sha256 = wanted->sha256](BulkStream &stream) {
        BlobSource source(path, sha256);
        std::ignore = sendContent(stream, source);
    };
    const QString ticket = m_tickets.issue(serve, {}, analyst.name.value(),
        [](const Analyst &who) { return who.grants.anywhere().contains(Permission::LibraryUse); });
    return Opened{ticket, wanted->size, wanted->sha256};
}

Result<void> LibraryService::remove(const Analyst &analyst, const QString &name)
{
    if (const auto allowed = requirePermission(analyst, Permission::LibraryManage); !allowed)
        return allowed;
    const Versions versions = m_files.take(keyOf(name));
    if (versions.empty())
        return unknown(name);
    m_store.dropLibraryFile(versions.back().name);
    m_journal.append(
        analyst.name.value(), {}, Event::LibraryFileDeleted{versions.back().name, versions.back().version});
    // Once it is committed that nothing refers to them.
    m_thread.post([this, versions] {
        for (const LibraryFile &file : versions)
            dropUnused(file.sha256);
    });
    Q_EMIT changed();
    return {};
}

Result<void> LibraryService::dropped(const QByteArray &sha256)
{
    dropUnused(sha256);
    return {};
}

void LibraryService::dropUnused(const QByteArray &sha256)
{
    const bool used = std::ranges::any_of(m_files,
        [&](const Versions &versions) { return std::ranges::contains(versions, sha256, &LibraryFile::sha256); });
    if (!used)
        m_blobs.remove(sha256);
}

} // namespace Sonde::Service

#include "moc_libraryservice.cpp"
