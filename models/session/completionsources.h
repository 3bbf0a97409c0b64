// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/commandrecords.h"

#include <QCborArray>
#include <QHash>
#include <QSet>
#include <deque>

namespace Sonde::Client {

class LibraryModel;

/// What can complete a line, as far as it is known: filled by the session's controller from what commands have brought, whoever asked.
/// What is not known, or no longer fresh, is named by the line that would tell it (`dir /etc`, `processes`).
class CompletionSources final
{
public:
    /// Something of the device that may stand in a line.
    struct Entry {
        QString text;   ///< a name in its folder, a process id, a service…
        QString detail; ///< a process's name, a service's title
        bool isFolder = false;
        bool operator==(const Entry &) const = default;
    };
    /// What a line brought and when, or why it brought nothing.
    struct Listing {
        std::vector<Entry> entries;
        QDateTime asOf;
        std::optional<Error> error;
    };

    /// The session's commands and working directory are `records`', which outlive this.
    explicit CompletionSources(const CommandRecords &records)
        : m_records(records)
    {
    }

    DeviceAccess access = fullAccess();
    Platform platform = Platform::Linux;
    const LibraryModel *library = nullptr; ///< the tenant's, when it is known

    /// Takes from a finished command's rows what may be typed again.
    void learn(const CommandRecord &command, const QString &directory, const std::vector<QCborArray> &rows);
    /// The device has been asked; learn() or setFailed() ends it.
    void setAsked(const QString &line) { m_asked.insert(line); }
    void setFailed(const QString &line, const Error &error);

    /// The line that tells what is in a folder (absolute(…)).
    [[nodiscard]] static QString folderLine(const QString &folder);
    /// The line that tells what is in a registry key.
    [[nodiscard]] static QString keyLine(const QString &key);
    /// nullptr: never asked, or it has not answered yet.
    [[nodiscard]] const Listing *listing(const QString &line) const;
    [[nodiscard]] bool isAsked(const QString &line) const { return m_asked.contains(line); }
    /// Nothing is known of it, or what is known is older than a few seconds.
    [[nodiscard]] bool isStale(const QString &line, const QDateTime &now = QDateTime::currentDateTimeUtc()) const;
    /// By number.
    [[nodiscard]] const QMap<CommandId, CommandRecord> &commands() const { return m_records.commands(); }
    [[nodiscard]] const QString &workingDirectory() const { return m_records.session().workingDirectory; }

    /// `path` made absolute against `directory`, dots resolved; '/' or '\' as the platform has it.
    [[nodiscard]] QString absolute(const QString &path, const QString &directory) const;
    [[nodiscard]] QChar separator() const { return platform == Platform::Windows ? u'\\' : u'/'; }

private:
    /// The line whose listing these rows are; empty when they are only a part of one, or complete nothing.
    [[nodiscard]] QString listingLine(const CommandRecord &command, const QString &directory) const;
    [[nodiscard]] std::vector<Entry> entriesOf(const CommandSpec &spec, const std::vector<QCborArray> &rows) const;
    void remember(const QString &line, const Listing &listing);

    static constexpr size_t MostListings = 200;
    const CommandRecords &m_records;
    QHash<QString, Listing> m_listings;
    std::deque<QString> m_lines; ///< of m_listings, oldest first
    QSet<QString> m_asked;
};

} // namespace Sonde::Client
