// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/downloads/downloadmanager.h"
#include "ui/cli/base/printer.h"

namespace Sonde::Client {

/// `downloads`: list the evidence the tenant has, as its journal says; `downloads get ID`: bring that of one command here, on from where
/// an earlier attempt left it. One is run, then finished() is told.
class DownloadVerbs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadVerbs)

public:
    DownloadVerbs(TenantClient &client, const DeviceModel &devices, DownloadManager &downloads,
        const CliOptions &options, QObject *parent = nullptr);

    [[nodiscard]] static bool knows(const QString &verb) { return verb == QLatin1StringView("downloads"); }
    void run();
    /// Ctrl+C: ends, and leaves the partial file.
    void interrupt();

Q_SIGNALS:
    void finished(Sonde::Client::ExitStatus status);

private:
    void read(quint64 after);
    void act();
    void list();
    void get();
    void ended(CommandId command);
    [[nodiscard]] QJsonObject rowOf(const CommandRecord &command) const;
    void refuse(const Error &error);

    TenantClient &m_client;
    const DeviceModel &m_devices;
    DownloadManager &m_downloads;
    const CliOptions &m_options;
    Printer m_printer;
    Projection m_journal;
    CommandId m_wanted;
};

} // namespace Sonde::Client
