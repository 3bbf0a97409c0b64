// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/analyst.h"
#include "protocol/signing/powershellsignature.h"
#include "service/library/filecheck.h"
#include "service/settings/tenantsettings.h"
#include "service/store/journalwriter.h"
#include "service/transfers/blobstore.h"
#include "service/transfers/tenantthread.h"
#include "service/transfers/transferlane.h"
#include "service/transfers/transfertickets.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace Sonde::Service {

/// The tenant's library: files by name with all their versions, their bytes as blobs, each change in the journal. Names are compared as
/// the pickiest file system would compare them: neither letter case nor Unicode form tells two files apart.
class LibraryService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryService)

public:
    /// In characters: a file's words must fit a control message.
    static constexpr qsizetype MostDescription = 1'000;
    static constexpr qsizetype MostParameters = 8'000;

    /// `publishers` is a folder of PEM certificates: whose PowerShell scripts are trusted. It is read anew for each script, and what is
    /// listed follows when it changes.
    LibraryService(Store &store, JournalWriter &journal, const Settings &settings, TransferTickets &tickets,
        const BlobStore &blobs, const TenantThread &thread, const QString &publishers, QObject *parent = nullptr);

    /// The newest version; nullptr when there is no such file. Valid until the next change.
    [[nodiscard]] const LibraryFile *find(const QString &name) const;
    /// The newest version of each file, by name.
    [[nodiscard]] std::vector<LibraryFile> list() const;
    /// Newest first. LibraryFileUnknown.
    [[nodiscard]] Result<std::vector<LibraryFile>> versions(const QString &name) const;

    /// A ticket for the upload. NotPermitted, BadName, BadValue, EmptyFile, TooLarge, LibraryFileExists, NoSpace: told before any byte.
    [[nodiscard]] Result<QString> openUpload(const Analyst &analyst, const Message::OpenUpload &request);
    struct Content {
        QByteArray sha256;
        qint64 size = 0;
    };
    /// Puts what the service itself has made among the library's blobs; on one thread at a time, whoever uploads meanwhile. CannotWrite, NoSpace.
    [[nodiscard]] static Result<Content> keepContent(const BlobStore &blobs, const QByteArray &bytes);
    /// Makes such content a file, or a new version of one. NotPermitted, BadName, TooLarge, NoSpace; Interrupted when it was deleted since.
    [[nodiscard]] Result<void> store(
        const Analyst &analyst, const QString &name, const Content &content, const QString &description);
    struct Opened {
        QString ticket;
        qint64 size = 0;
        QByteArray sha256;
    };
    /// `version` 0 is the newest. LibraryFileUnknown.
    [[nodiscard]] Result<Opened> openFile(const Analyst &analyst, const QString &name, quint32 version);
    /// All versions of it. NotPermitted, LibraryFileUnknown.
    [[nodiscard]] Result<void> remove(const Analyst &analyst, const QString &name);

    /// Whose PowerShell scripts are trusted: what is in the folder.
    [[nodiscard]] std::vector<PublisherRecord> publishers() const;
    /// BadValue when it is no certificate; CannotWrite.
    [[nodiscard]] Result<PublisherRecord> addPublisher(const QByteArray &pem);
    /// NotFound; CannotWrite.
    [[nodiscard]] Result<PublisherRecord> removePublisher(const QByteArray &sha256);

    /// Otherwise files are checked by this program itself.
    void setFileCheck(FileCheck check) { m_check = std::move(check); }
    [[nodiscard]] const BlobStore &blobs() const { return m_blobs; }
    /// What its signature is worth today: certificates expire, and publishers come and go.
    [[nodiscard]] SignatureVerdict signatureNow(const LibraryFile &file) const;

Q_SIGNALS:
    /// A file is new, has another version or is gone.
    void changed();

private:
    struct Order {
        Message::OpenUpload request;
        QString analyst;
    };
    using Versions = std::vector<LibraryFile>; ///< of one name, oldest first

    [[nodiscard]] Result<void> checkWords(const Message::OpenUpload &request) const;
    [[nodiscard]] Result<void> checkExaminationCount(const QString &name) const;
    [[nodiscard]] Result<void> checkSize(const Message::OpenUpload &request) const;
    [[nodiscard]] Result<void> checkQuota(const Message::OpenUpload &request) const;
    [[nodiscard]] Result<void> checkOverwrite(const Message::OpenUpload &request) const;
    [[nodiscard]] TransferTickets::Serve receiver(const Order &order);
    [[nodiscard]] std::shared_ptr<TransferLane> laneOf(const QByteArray &sha256);
    [[nodiscard]] Result<void> keep(const Order &order, const SignatureVerdict &signature);
    [[nodiscard]] LibraryFile nextVersion(const Order &order, const SignatureVerdict &signature) const;
    void judgeAgain();
    void watchPublishers();
    void countUse(const QString &name);
    void dropUnused(const QByteArray &sha256);
    [[nodiscard]] Result<void> dropped(const QByteArray &sha256);

    Store &m_store;
    JournalWriter &m_journal;
    const Settings &m_settings;
    TransferTickets &m_tickets;
    const BlobStore &m_blobs;
    const TenantThread &m_thread;
    FileCheck m_check;
    QString m_publishers;
    QMap<QString, Versions> m_files; ///< by what their names are compared by
    QHash<QByteArray, std::weak_ptr<TransferLane>> m_lanes;
    QFileSystemWatcher m_watch; ///< of the publishers
    QTimer m_judgeSoon;
};

} // namespace Sonde::Service
