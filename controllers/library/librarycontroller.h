// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/library/libraryuploads.h"
#include "controllers/session/outputfile.h"
#include "models/files/librarymodel.h"

#include <QHash>
#include <QPointer>
#include <QTemporaryDir>
#include <deque>

namespace Sonde::Client {

/// The tenant's library as an analyst sees it: keeps the list up to date while there is a connection, uploads, downloads, deletes.
class LibraryController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryController)

public:
    /// More of a file is not shown before it is downloaded.
    static constexpr qint64 MostShown = 1024 * 1024;

    using VersionsAnswer = std::function<void(Result<std::vector<LibraryFile>>)>;
    using ContentAnswer = std::function<void(Result<QByteArray>)>;
    using Answer = std::function<void(Result<void>)>;

    LibraryController(TenantClient &client, LibraryModel &files, QObject *parent = nullptr);
    ~LibraryController() override;

    [[nodiscard]] LibraryModel &files() { return m_files; }
    [[nodiscard]] LibraryUploads &uploads() { return m_uploads; }
    [[nodiscard]] const LibraryUploads &uploads() const { return m_uploads; }
    /// The library has been listed since the connection was made.
    [[nodiscard]] bool isListed() const { return m_listed; }
    /// Why it could not be listed the last time.
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }
    /// Lists it again: the service refused to.
    void refresh() { list(); }
    /// Upload and delete; the service decides again.
    [[nodiscard]] bool mayManage() const { return !whyNotManage(); }
    /// As the service would say it; nothing when they may.
    [[nodiscard]] std::optional<Error> whyNotManage() const;
    /// The tenant's, in bytes.
    [[nodiscard]] qint64 sizeLimit() const;
    /// The tenant's: PowerShell scripts run without a signature, too.
    [[nodiscard]] bool allowsUnsignedScripts() const;
    /// The names of files other than `name` that have this content.
    [[nodiscard]] QStringList othersWith(const QByteArray &sha256, const QString &name) const;

    /// Newest first.
    void fetchVersions(const QString &name, QObject *context, const VersionsAnswer &answer);
    /// To show it; fetched once. TooLarge beyond MostShown.
    void fetchContent(const LibraryFile &file, QObject *context, ContentAnswer answer);
    /// To `path`, under another name until it is whole and verified; after the downloads to the same path that began before. FileExists,
    /// also for a file that came meanwhile.
    void download(const LibraryFile &file, const QString &path, Overwrite overwrite, QObject *context, Answer answer);
    void remove(const QString &name, QObject *context, Answer answer);

Q_SIGNALS:
    /// The library was listed, again or for the first time.
    void listed();
    /// It is being listed, or failure() is another.
    void listingChanged();
    /// mayManage(), sizeLimit() or allowsUnsignedScripts() may be others.
    void rulesChanged();
    void failed(const Sonde::Error &error);

private:
    void follow();
    void list();
    void listFrom(quint32 from);
    void refuse(const Error &error);
    void addPage(const Message::Library &page);
    void show(const QString &path, const Result<void> &received);
    void fetchVersionsFrom(
        const QString &name, std::vector<LibraryFile> before, QObject *context, const VersionsAnswer &answer);
    void beginSave(const QString &path);
    void endSave(const QString &path, const Result<void> &saved);
    void receive(const LibraryFile &file, const QString &path, Overwrite overwrite, QObject *context, Answer answer);

    TenantClient &m_client;
    LibraryModel &m_files;
    LibraryUploads m_uploads;
    std::vector<LibraryFile> m_listing;
    bool m_listed = false;
    std::optional<Error> m_failure;
    bool m_busy = false;                    ///< a listing is under way
    bool m_stale = false;                   ///< and something has changed since it began
    std::unique_ptr<QTemporaryDir> m_shown; ///< contents by hash
    struct Save {
        LibraryFile file;
        Overwrite overwrite = Overwrite::No;
        QPointer<QObject> context;
        Answer answer;
    };
    QHash<QString, std::deque<Save>> m_saves; ///< by path; the first of each is on its way
    struct Reader {
        QPointer<QObject> context;
        ContentAnswer answer;
    };
    QHash<QString, std::vector<Reader>> m_readers; ///< of contents on their way, by path
};

} // namespace Sonde::Client
