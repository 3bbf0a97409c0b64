// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/activity/activitysaver.h"

#include "models/activity/ocsf.h"
#include "transport/threads/guarded.h"

#include <QFile>
#include <QJsonDocument>

namespace Sonde::Client {

namespace {
constexpr quint32 RecordsOfPage = 200;
}

ActivitySaver::ActivitySaver(TenantClient &client, const ActivityFilter &filter, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_wanted{.filter = filter, .most = RecordsOfPage}
{
}

void ActivitySaver::start(
    const QString &path, ActivityFormat format, const DeviceNames &deviceName, const QString &service)
{
    m_format = format;
    m_deviceName = deviceName;
    m_service = service;
    m_file = std::make_shared<QSaveFile>(path);
    const QByteArray titles = format == ActivityFormat::Csv ? activityCsv({}, deviceName, true).toUtf8() : QByteArray();
    write(titles, &ActivitySaver::fetch);
}

void ActivitySaver::fetch()
{
    m_client.request<Message::ActivityPage>(m_wanted, this, [this](const Result<Message::ActivityPage> &page) {
        if (!page) {
            Q_EMIT finished(std::unexpected(page.error()));
            return;
        }
        add(*page);
    });
}

void ActivitySaver::add(const Message::ActivityPage &page)
{
    askForNext(m_wanted, page);
    std::vector<ActivityRecord> fresh;
    for (const ActivityRecord &record : page.records) {
        if (m_numbers.insert(record.number).second)
            fresh.push_back(record);
    }
    write(textOf(fresh), page.complete ? &ActivitySaver::commit : &ActivitySaver::fetch);
}

QByteArray ActivitySaver::textOf(const std::vector<ActivityRecord> &records) const
{
    if (m_format == ActivityFormat::Csv)
        return records.empty() ? QByteArray() : activityCsv(records, m_deviceName, false).toUtf8();
    const OcsfSource source{m_client.welcome().tenant, m_service, m_deviceName};
    QByteArray lines;
    for (const ActivityRecord &record : records)
        lines += QJsonDocument(toOcsf(record, source)).toJson(QJsonDocument::Compact) + '\n';
    return lines;
}

/// What was done, and to whom, is nobody else's business.
bool ActivitySaver::openPrivately(QSaveFile &file)
{
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void ActivitySaver::write(const QByteArray &bytes, void (ActivitySaver::*next)())
{
    runGuarded(
        this,
        [file = m_file, bytes]() -> Result<void> {
            if ((!file->isOpen() && !openPrivately(*file)) || file->write(bytes) != bytes.size())
                return fail(ErrorCode::CannotWrite, file->fileName(), file->errorString());
            return {};
        },
        [this, next](const Result<void> &written) {
            if (written)
                (this->*next)();
            else
                Q_EMIT finished(std::unexpected(written.error()));
        });
}

void ActivitySaver::commit()
{
    runGuarded(
        this,
        [file = m_file, count = qint64(m_numbers.size())]() -> Result<qint64> {
            if (!file->commit())
                return fail(ErrorCode::CannotWrite, file->fileName(), file->errorString());
            return count;
        },
        [this](const Result<qint64> &written) { Q_EMIT finished(written); });
}

} // namespace Sonde::Client

#include "moc_activitysaver.cpp"
