// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/library/librarycontroller.h"

#include "controllers/library/ticketedtransfer.h"
#include "transport/threads/guarded.h"

#include <QDir>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorCode::ReadFailed, path, file.errorString());
    return file.readAll();
}

} // namespace

LibraryController::LibraryController(TenantClient &client, LibraryModel &files, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_files(files)
    , m_uploads(client)
{
    connect(&m_client, &TenantClient::stateChanged, this, &LibraryController::follow);
    connect(&m_client, &TenantClient::settingsChanged, this, &LibraryController::rulesChanged);
    connect(&m_client, &TenantClient::grantsChanged, this, &LibraryController::rulesChanged);
    connect(&m_client, &TenantClient::pushed, this, [this](const AnyMessage &message) {
        if (std::holds_alternative<Message::LibraryChanged>(message))
            list();
    });
    follow();
}

LibraryController::~LibraryController() = default;

std::optional<Error> LibraryController::whyNotManage() const
{
    const Grants &grants = m_client.grants();
    if (grants.onTenant().contains(Permission::LibraryManage))
        return {};
    return notGranted(ErrorCode::NotPermitted, {}, Permission::LibraryManage, grants, {});
}

qint64 LibraryController::sizeLimit() const
{
    return m_client.settings().number(TenantSetting::LibraryFileBytes);
}

bool LibraryController::allowsUnsignedScripts() const
{
    return m_client.settings().isOn(TenantSetting::AllowUnsignedScripts);
}

QStringList LibraryController::othersWith(const QByteArray &sha256, const QString &name) const
{
    QStringList names;
    for (const LibraryFile &file : m_files.files()) {
        if (file.sha256 == sha256 && file.name.compare(name, Qt::CaseInsensitive) != 0)
            names << file.name;
    }
    return names;
}

// ---- the list

void LibraryController::follow()
{
    if (m_client.state() == TenantClient::State::SignedOut) {
        m_listed = false;
        m_files.setFiles({});
    }
    if (!m_client.isOnline())
        return;
    m_busy = false;
    list();
    Q_EMIT rulesChanged();
}

void LibraryController::list()
{
    m_stale = m_busy;
    if (std::exchange(m_busy, true))
        return;
    m_listing.clear();
    m_failure.reset();
    listFrom(0);
    Q_EMIT listingChanged();
}

void LibraryController::listFrom(quint32 from)
{
    m_client.request<Message::Library>(
        Message::FetchLibrary{.name = {}, .from = from}, this, [this](const Result<Message::Library> &page) {
            if (page)
                return addPage(*page);
            refuse(page.error());
        });
}

void LibraryController::refuse(const Error &error)
{
    m_busy = false;
    if (m_stale)
        return list(); // it may have come between
    m_failure = error;
    Q_EMIT listingChanged();
    Q_EMIT failed(error);
}

void LibraryController::addPage(const Message::Library &page)
{
    m_listing.insert(m_listing.end(), page.files.begin(), page.files.end());
    if (!page.files.empty() && m_listing.size() < page.total)
        return listFrom(quint32(m_listing.size()));
    m_busy = false;
    m_listed = true;
    m_files.setFiles(std::exchange(m_listing, {}));
    Q_EMIT listed();
    if (m_stale)
        list();
}

void LibraryController::fetchVersions(const QString &name, QObject *context, const VersionsAnswer &answer)
{
    fetchVersionsFrom(name, {}, context, answer);
}

void LibraryController::fetchVersionsFrom(
    const QString &name, std::vector<LibraryFile> before, QObject *context, const VersionsAnswer &answer)
{
    const quint32 from = quint32(before.size());
    m_client.request<Message::Library>(Message::FetchLibrary{.name = name, .from = from}, context,
        [this, name, before = std::move(before), context, answer](const Result<Message::Library> &page) mutable {
            if (!page)
                return answer(std::unexpected(page.error()));
            before.insert(before.end(), page->files.begin(), page->files.end());
            if (!page->files.empty() && before.size() < page->total)
                fetchVersionsFrom(name, std::move(before), context, answer);
            else
                answer(std::move(before));
        });
}

// ---- files

void LibraryController::fetchContent(const LibraryFile &file, QObject *context, ContentAnswer answer)
{
    if (file.size > MostShown) {
        const Error error =
            Error{ErrorCode::TooLarge, file.name, {}, {}}.with(Fact::Limit, MostShown).with(Fact::Actual, file.size);
        QMetaObject::invokeMethod(context, [answer, error] { answer(std::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    if (!m_shown)
        m_shown = std::make_unique<QTemporaryDir>();
    const QString path = m_shown->filePath(QString::fromLatin1(file.sha256.toHex()));
    // Whoever asks while it is on its way shares what comes.
    auto &readers = m_readers[path];
    readers.push_back({context, std::move(answer)});
    if (readers.size() > 1)
        return;
    if (QFileInfo::exists(path))
        return show(path, {});
    receive(file, path, Overwrite::Yes, this, [this, path](const Result<void> &received) { show(path, received); });
}

void LibraryController::show(const QString &path, const Result<void> &received)
{
    for (const auto &[context, answer] : m_readers.take(path)) {
        if (!context)
            continue;
        if (received)
            runGuarded(context, [path] { return contentOf(path); }, answer);
        else
            answer(std::unexpected(received.error()));
    }
}

void LibraryController::download(
    const LibraryFile &file, const QString &path, Overwrite overwrite, QObject *context, Answer answer)
{
    const QString key = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    // They would write into one partial file: each waits for the one before it.
    auto &saves = m_saves[key];
    saves.push_back({file, overwrite, context, std::move(answer)});
    if (saves.size() == 1)
        beginSave(key);
}

void LibraryController::beginSave(const QString &path)
{
    const Save &save = m_saves[path].front();
    const auto ended = [this, path](const Result<void> &saved) { endSave(path, saved); };
    if (save.overwrite == Overwrite::No && QFileInfo::exists(path)) {
        QMetaObject::invokeMethod(
            this, [ended, path] { ended(fail(ErrorCode::FileExists, path)); }, Qt::QueuedConnection);
        return;
    }
    receive(save.file, path, save.overwrite, this, ended);
}

void LibraryController::endSave(const QString &path, const Result<void> &saved)
{
    auto &saves = m_saves[path];
    const Save save = std::move(saves.front());
    saves.pop_front();
    if (saves.empty())
        m_saves.remove(path);
    else
        beginSave(path);
    if (save.context)
        save.answer(saved);
}

void LibraryController::receive(
    const LibraryFile &file, const QString &path, Overwrite overwrite, QObject *context, Answer answer)
{
    const auto ask = [this, file](QObject *asker, TicketedTransfer::Answer take) {
        m_client.request<Message::Ticket>(
            Message::OpenLibraryFile{.name = file.name, .version = file.version}, asker, std::move(take));
    };
    const auto receive = [path, overwrite, file](BulkStream &stream, const TransferProgress &progress) -> Result<void> {
        const QString folder = QFileInfo(path).absolutePath();
        if (!QDir().mkpath(folder))
            return fail(ErrorCode::CannotWrite, folder);
        PartialFile partial(path + u".partial"_s);
        if (const auto opened = partial.open(); !opened)
            return opened;
        const qint64 free = freeSpace(folder);
        if (const qint64 needed = file.size - partial.size(); free >= 0 && free < needed)
            return fail(ErrorCode::NoSpace, path).with(Fact::Limit, free).with(Fact::Actual, needed);
        ReceiveOptions options;
        options.progress = progress;
        options.limit = file.size;
        options.keep = [&](PartialFile &whole, const QByteArray &sha256) -> Result<void> {
            if (sha256 != file.sha256)
                return fail(ErrorCode::HashMismatch, file.name);
            return nameFile(path, overwrite, [&] { return whole.renameTo(path); });
        };
        return receiveContent(stream, partial, options);
    };
    auto *transfer = new TicketedTransfer(m_client, ask, receive, this);
    connect(transfer, &TicketedTransfer::finished, this,
        [transfer, context = QPointer(context), answer = std::move(answer)](const Result<void> &result) {
            transfer->deleteLater();
            if (context)
                answer(result);
        });
    transfer->start();
}

void LibraryController::remove(const QString &name, QObject *context, Answer answer)
{
    m_client.request<Message::Done>(Message::DeleteLibraryFile{.name = name}, context,
        [answer = std::move(answer)](
            const Result<Message::Done> &done) { answer(done.transform([](const Message::Done &) {})); });
}

} // namespace Sonde::Client

#include "moc_librarycontroller.cpp"
