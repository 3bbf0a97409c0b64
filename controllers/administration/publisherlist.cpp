// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/publisherlist.h"

#include "protocol/base/reason.h"

#include <QFile>

namespace Sonde::Client {

namespace {

constexpr int PublisherColumns = 3;
constexpr qint64 LongestCertificate = 16 * 1024;

Result<QString> certificateIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorCode::NotFound, path, file.errorString());
    const QByteArray pem = file.read(LongestCertificate + 1);
    if (pem.size() > LongestCertificate)
        return std::unexpected(errorBecause(Reason::NoCertificate, ErrorCode::BadValue, path));
    return QString::fromLatin1(pem);
}

} // namespace

PublisherList::PublisherList(TenantClient &client, QObject *parent)
    : AdministeredList(client, Permission::CoreSecuritySettings, Permission::CoreSecuritySettings, parent)
    , m_publishers(PublisherColumns,
          [](const PublisherRecord &publisher) { return QString::fromLatin1(publisher.sha256.toHex()); })
{
}

void PublisherList::fetch()
{
    load<Message::Publishers>(Message::FetchPublishers{},
        [this](const Message::Publishers &publishers) { m_publishers.assign(publishers.publishers); });
}

void PublisherList::add(const QString &path, QObject *context, ChangeAnswer answer)
{
    const auto certificate = certificateIn(path);
    if (!certificate)
        return answer(std::unexpected(certificate.error()));
    submit(Message::AddPublisher{.certificate = *certificate}, context, std::move(answer));
}

void PublisherList::remove(const QByteArray &sha256, QObject *context, ChangeAnswer answer)
{
    submit(Message::RemovePublisher{.sha256 = sha256}, context, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_publisherlist.cpp"
