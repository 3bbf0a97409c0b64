// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "models/activity/activityexport.h"

#include <QSaveFile>
#include <memory>
#include <unordered_set>

namespace Sonde::Client {

enum class ActivityFormat { Csv, Ocsf };

/// Writes everything that a filter wants into a file, however far somebody has scrolled: page after page, on another thread. Once. There
/// is no file until all is in it, and none when it is given up.
class ActivitySaver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivitySaver)

public:
    ActivitySaver(TenantClient &client, const ActivityFilter &filter, QObject *parent = nullptr);

    /// `service`: its address, for events of OCSF.
    void start(const QString &path, ActivityFormat format, const DeviceNames &deviceName, const QString &service);

Q_SIGNALS:
    /// With how many there were. What the service refuses with; CannotWrite.
    void finished(const Sonde::Result<qint64> &written);

private:
    void fetch();
    void add(const Message::ActivityPage &page);
    [[nodiscard]] QByteArray textOf(const std::vector<ActivityRecord> &records) const;
    [[nodiscard]] static bool openPrivately(QSaveFile &file);
    /// Then `next`.
    void write(const QByteArray &bytes, void (ActivitySaver::*next)());
    void commit();

    TenantClient &m_client;
    Message::FetchActivity m_wanted;
    std::shared_ptr<QSaveFile> m_file;
    ActivityFormat m_format = ActivityFormat::Csv;
    DeviceNames m_deviceName;
    QString m_service;
    std::unordered_set<quint64> m_numbers;
};

} // namespace Sonde::Client
