// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/downloadmanager.h"

#include "controllers/downloads/evidencewatch.h"
#include "controllers/downloads/localname.h"
#include "models/inventory/devicemodel.h"
#include "transport/threads/guarded.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

Q_DECLARE_LOGGING_CATEGORY(downloadsLog)

namespace {

constexpr auto SaveDelay = 200ms;

/// "a (2).zip" for "a.zip".
QString numbered(const QString &path, int number)
{
    const QFileInfo info(path);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    const QString stem = info.fileName().chopped(suffix.size());
    return QDir(info.absolutePath()).filePath(u"%1 (%2)%3"_s.arg(stem, QString::number(number), suffix));
}

bool isSame(const Download &download, const CommandRecord &command)
{
    return download.command == command.id && download.accepted == command.accepted;
}

/// The device will not send the rest any more.
bool isGivenUp(const CommandRecord &command)
{
    return isFinal(command.state) && command.evidence && command.evidence->sha256.isEmpty();
}

} // namespace

DownloadManager::DownloadManager(
    TenantClient &client, const DeviceModel &devices, DownloadModel &model, const QString &stateFile, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_devices(devices)
    , m_model(model)
    , m_store(std::make_shared<DownloadStore>(stateFile))
    , m_runner(client, model)
{
    m_save.setSingleShot(true);
    m_save.setInterval(SaveDelay);
    connect(&m_save, &QTimer::timeout, this, &DownloadManager::save);
    connect(&m_runner, &DownloadRunner::finished, this, [this](CommandId command) {
        publishSaved(command);
        saveSoon();
        Q_EMIT finished(command);
    });
    connect(&m_runner, &DownloadRunner::failed, this, [this](CommandId command) {
        publishSaved(command);
        saveSoon();
        Q_EMIT failed(command);
    });
    connect(&m_runner, &DownloadRunner::asking, this, [this](CommandId command) {
        if (m_options.whenTaken && m_model.find(command)->problem->code == ErrorCode::FileExists)
            return answer(command, *m_options.whenTaken);
        saveSoon();
        Q_EMIT asking(command);
    });
    connect(&m_runner, &DownloadRunner::released, this, [this](CommandId command) {
        const Download *download = m_model.find(command);
        if (download && download->state == Download::State::Cancelled && !m_options.keepPartial) {
            QFile::remove(download->partialPath());
            QFile::remove(download->packingPath()); // of a program that was killed
        }
    });
    followList();
    load();
}

DownloadManager::~DownloadManager()
{
    if (const auto saved = m_store->save(list(), ++m_version); !saved)
        qCWarning(downloadsLog) << "the list of downloads is not saved:" << debugText(saved.error());
}

void DownloadManager::setOptions(const Options &options)
{
    m_options = options;
    m_runner.setLimits(options.limits);
}

// ---- across restarts

void DownloadManager::load()
{
    DownloadList kept = m_store->load();
    m_forgotten = std::move(kept.forgotten);
    for (Download &download : kept.downloads) {
        if (download.isPending())
            download.state = Download::State::Queued;
        download.done =
            download.state == Download::State::Finished ? download.file.size : QFileInfo(download.partialPath()).size();
    }
    m_model.reset(std::move(kept.downloads));
}

DownloadList DownloadManager::list() const
{
    return {m_model.downloads(), m_forgotten};
}

void DownloadManager::saveSoon()
{
    if (!m_save.isActive())
        m_save.start();
}

void DownloadManager::save()
{
    runGuarded(
        this, [store = m_store, list = list(), version = ++m_version] { return store->save(list, version); },
        [](const Result<void> &saved) {
            if (!saved)
                qCWarning(downloadsLog) << "the list of downloads is not saved:" << debugText(saved.error());
        });
}

// ---- from the journal

void DownloadManager::follow(SessionController &session)
{
    m_sessions.removeIf([](const auto &known) { return !known; });
    m_sessions.append(&session);
    stopWatching(session.id()); // on behalf of a tab that was closed: this one sees the same
    auto *watch = new EvidenceWatch(session.watch(), this);
    m_watches.insert(session.id(), watch);
    connect(watch, &EvidenceWatch::evidenceChanged, this,
        [this, watch](const CommandRecord &command, const SessionRecord &record) {
            consider(command, record, watch->isPast() ? Bring::WhenAsked : Bring::ByItself);
        });
    connect(watch, &EvidenceWatch::finished, this, [this, id = session.id()] { stopWatching(id); });
    connect(&session, &QObject::destroyed, watch, &EvidenceWatch::leave);
    connectSession(session);
    watch->lookAtAll();
}

void DownloadManager::connectSession(SessionController &session)
{
    connect(&session, &SessionController::downloadAnswered, this, &DownloadManager::answer);
    connect(&session, &SessionController::evidenceWanted, this, [this, &session](CommandId command) {
        if (const CommandRecord *record = session.command(command))
            bring(*record, session.session());
    });
    for (const Download &download : m_model.downloads()) {
        if (download.session == session.id())
            session.setDelivery(download);
    }
}

/// Later, because it may be the one that says so.
void DownloadManager::stopWatching(SessionId session)
{
    if (EvidenceWatch *watch = m_watches.take(session)) {
        watch->disconnect(this);
        watch->deleteLater();
    }
}

void DownloadManager::consider(const CommandRecord &command, const SessionRecord &session, Bring bring)
{
    const QString analyst = m_client.welcome().user.value();
    const Download *known = m_model.find(command.id);
    if (known && isSame(*known, command))
        learn(command);
    else if (bring == Bring::ByItself && session.createdBy == analyst
        && !command.evidence->deliveredTo.contains(analyst) && !isForgotten(command))
        add(command, session);
    if (isFinal(command.state) && m_model.find(command.id))
        publishSaved(command.id);
}

/// A known one: the facts may be newer, and the device may have given it up.
void DownloadManager::learn(const CommandRecord &command)
{
    const Download &known = *m_model.find(command.id);
    if (!known.isOver() && known.file != command.evidence->file) {
        m_model.change(command.id, [&](Download &download) { download.file = command.evidence->file; });
        saveSoon();
    }
    if (isGivenUp(command) && command.state == CommandState::Cancelled && known.state != Download::State::Cancelled)
        cancel(command.id);
}

void DownloadManager::bring(const CommandRecord &command, const SessionRecord &session)
{
    std::erase_if(m_forgotten, [&](const ForgottenDownload &known) { return known.command == command.id; });
    if (const Download *known = m_model.find(command.id); known && isSame(*known, command))
        retry(command.id);
    else
        add(command, session);
}

void DownloadManager::add(const CommandRecord &command, const SessionRecord &session)
{
    const Download *known = m_model.find(command.id);
    if (!command.evidence || isGivenUp(command) || (known && isSame(*known, command)))
        return;
    if (known)
        remove(command.id); // of an embedded tenant that is no more
    const DeviceRecord *device = m_devices.device(session.device);
    Download download;
    download.command = command.id;
    download.session = session.id;
    download.device = session.device;
    download.deviceName = device ? device->facts.name : session.device.value();
    download.analyst = m_client.welcome().user.value();
    download.line = command.line;
    download.accepted = command.accepted;
    download.file = command.evidence->file;
    // A package is an archive that says by itself where it is from, and that other tools open as it is.
    download.plain = m_options.plain || command.invocation.has(Trait::Collects);
    const QString name = localName(download.file.name()) + (download.plain ? QString() : u".zip"_s);
    download.target = folderOf(command, session).absoluteFilePath(name);
    if (isTaken(download.target, command.id))
        download.target = freeTarget(download.target, command.id);
    download.done = QFileInfo(download.partialPath()).size();
    m_model.append(download);
    save();
    m_runner.schedule();
}

/// That of the downloads; or where who typed the line wants it on this machine.
QDir DownloadManager::folderOf(const CommandRecord &command, const SessionRecord &session) const
{
    const QString typed = command.invocation.value(u"output_folder"_s);
    const QDir usual(m_options.folder);
    if (typed.isEmpty() || session.createdBy != m_client.welcome().user.value())
        return usual;
    if (typed == u"~" || typed.startsWith(u"~/"))
        return QDir(QDir::homePath() + typed.sliced(1));
    return QDir(QDir::cleanPath(usual.absoluteFilePath(typed)));
}

bool DownloadManager::isForgotten(const CommandRecord &command) const
{
    return std::ranges::any_of(m_forgotten, [&](const ForgottenDownload &known) {
        return known.command == command.id && known.accepted == command.accepted;
    });
}

/// By another download that is not over.
bool DownloadManager::isTaken(const QString &target, CommandId except) const
{
    return std::ranges::any_of(m_model.downloads(),
        [&](const Download &other) { return other.target == target && other.command != except && !other.isOver(); });
}

QString DownloadManager::freeTarget(const QString &wanted, CommandId except) const
{
    QString target = wanted;
    for (int number = 2; isTaken(target, except) || QFileInfo::exists(target); ++number)
        target = numbered(wanted, number);
    return target;
}

// ---- to the consoles

/// Whatever changes in the list, the console of the command says the same.
void DownloadManager::followList()
{
    const auto tellRows = [this](int first, int last) {
        for (int row = first; row <= last; ++row) {
            const Download &download = *m_model.at(row);
            for (SessionController *session : sessionsOf(download))
                session->setDelivery(download);
        }
    };
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
        [tellRows](const QModelIndex &first, const QModelIndex &last) { tellRows(first.row(), last.row()); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
        [tellRows](const QModelIndex &, int first, int last) { tellRows(first, last); });
    connect(
        &m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row) {
                const Download &download = *m_model.at(row);
                for (SessionController *session : sessionsOf(download))
                    session->removeDelivery(download.command);
            }
        });
}

QList<SessionController *> DownloadManager::sessionsOf(const Download &download) const
{
    QList<SessionController *> sessions;
    for (const auto &session : m_sessions) {
        if (session && session->id() == download.session)
            sessions.append(session);
    }
    return sessions;
}

void DownloadManager::publishSaved(CommandId command)
{
    const Download &download = *m_model.find(command);
    if (download.state != Download::State::Finished)
        return;
    for (SessionController *session : sessionsOf(download))
        session->setSaved(command, download.target);
}

// ---- what the analyst does

void DownloadManager::set(CommandId command, Download::State state)
{
    m_model.change(command, [state](Download &download) {
        download.state = state;
        download.problem.reset();
        download.speed = 0;
    });
    saveSoon();
}

void DownloadManager::pause(CommandId command)
{
    const Download *download = m_model.find(command);
    if (!download || !download->isPending())
        return;
    set(command, Download::State::Paused);
    m_runner.stop(command);
}

void DownloadManager::resume(CommandId command)
{
    const Download *download = m_model.find(command);
    if (!download || download->state != Download::State::Paused)
        return;
    set(command, Download::State::Queued);
    m_runner.schedule();
}

void DownloadManager::cancel(CommandId command)
{
    const Download *download = m_model.find(command);
    if (!download || download->isOver())
        return;
    m_model.change(command, [](Download &changed) { changed.ended = QDateTime::currentDateTimeUtc(); });
    set(command, Download::State::Cancelled);
    m_runner.stop(command);
}

void DownloadManager::retry(CommandId command)
{
    const Download *download = m_model.find(command);
    const bool again = download
        && (download->state == Download::State::Failed || download->state == Download::State::Cancelled
            || download->state == Download::State::Retrying);
    if (!again)
        return;
    m_model.change(command, [this](Download &changed) {
        if (changed.isOver() && isTaken(changed.target, changed.command))
            changed.target = freeTarget(changed.target, changed.command);
        changed.done = QFileInfo(changed.partialPath()).size();
    });
    m_runner.retryNow(command);
    saveSoon();
}

void DownloadManager::answer(CommandId command, DownloadAnswer answer)
{
    const Download *download = m_model.find(command);
    if (!download || download->state != Download::State::Asking)
        return;
    if (answer == DownloadAnswer::Skip)
        return cancel(command);
    m_model.change(command, [&](Download &changed) {
        changed.overwrite = answer == DownloadAnswer::Overwrite;
        if (answer != DownloadAnswer::KeepBoth)
            return;
        const QString partial = changed.partialPath();
        changed.target = freeTarget(changed.target, command);
        QFile::rename(partial, changed.partialPath());
    });
    set(command, Download::State::Queued);
    m_runner.schedule();
}

void DownloadManager::move(CommandId command, int by)
{
    m_model.move(command, by);
    saveSoon();
}

void DownloadManager::remove(CommandId command)
{
    m_model.remove(command);
    saveSoon();
}

void DownloadManager::clear(CommandId command)
{
    const Download *download = m_model.find(command);
    if (!download || !download->isOver())
        return;
    if (download->state != Download::State::Finished)
        m_forgotten.push_back({download->command, download->accepted});
    remove(command);
}

void DownloadManager::clearFinished()
{
    std::vector<CommandId> over;
    for (const Download &download : m_model.downloads()) {
        if (download.isOver())
            over.push_back(download.command);
    }
    for (const CommandId command : over)
        clear(command);
}

} // namespace Sonde::Client

#include "moc_downloadmanager.cpp"
