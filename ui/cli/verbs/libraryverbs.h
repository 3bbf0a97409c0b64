// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/library/librarycontroller.h"
#include "ui/cli/base/printer.h"

namespace Sonde::Client {

/// `library`: list the tenant's library or the versions of one file, upload, download and delete. One is run, then finished() is told.
class LibraryVerbs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryVerbs)

public:
    LibraryVerbs(TenantClient &client, const CliOptions &options, QObject *parent = nullptr);

    [[nodiscard]] static bool knows(const QString &verb) { return verb == QLatin1StringView("library"); }
    void run();

Q_SIGNALS:
    void finished(Sonde::Client::ExitStatus status);

private:
    void act();
    void list();
    void upload();
    [[nodiscard]] UploadOrder orderFor(const LocalContent &content, const QString &name) const;
    void follow(quint32 upload);
    void download();
    void remove();
    void showNewest(const QString &name);
    void print(const std::vector<LibraryFile> &files);
    void end(const Result<void> &result);

    TenantClient &m_client;
    const CliOptions &m_options;
    Printer m_printer;
    LibraryModel m_files;
    std::unique_ptr<LibraryController> m_library;
    bool m_acted = false;
};

} // namespace Sonde::Client
