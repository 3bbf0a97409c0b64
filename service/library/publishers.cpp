// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "service/library/libraryservice.h"

#include <QDir>
#include <QSaveFile>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

/// The folder of those whose PowerShell scripts are trusted. Its watcher judges the scripts anew.
namespace Sonde::Service {

namespace {

PublisherRecord recordOf(const QSslCertificate &certificate)
{
    return {certificate.digest(QCryptographicHash::Sha256), certificate.subjectDisplayName(), certificate.expiryDate()};
}

QList<QSslCertificate> certificatesIn(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QSslCertificate::fromDevice(&file, QSsl::Pem) : QList<QSslCertificate>();
}

} // namespace

std::vector<PublisherRecord> LibraryService::publishers() const
{
    std::vector<PublisherRecord> records;
    for (const QFileInfo &file : QDir(m_publishers).entryInfoList(QDir::Files, QDir::Name)) {
        for (const QSslCertificate &certificate : certificatesIn(file.filePath()))
            records.push_back(recordOf(certificate));
    }
    std::ranges::sort(records, {}, [](const PublisherRecord &one) { return std::tie(one.name, one.sha256); });
    return records;
}

Result<PublisherRecord> LibraryService::addPublisher(const QByteArray &pem)
{
    const auto certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (certificates.size() != 1 || certificates.front().isNull())
        return fail(ErrorCode::BadValue, u"certificate"_s, Reason::NoCertificate);
    const PublisherRecord record = recordOf(certificates.front());
    if (!QDir().mkpath(m_publishers))
        return fail(ErrorCode::CannotWrite, m_publishers);
    QSaveFile file(m_publishers + u'/' + QString::fromLatin1(record.sha256.toHex()) + u".pem"_s);
    if (!file.open(QSaveFile::WriteOnly) || file.write(certificates.front().toPem()) < 0 || !file.commit())
        return fail(ErrorCode::CannotWrite, file.fileName(), file.errorString());
    m_judgeSoon.start();
    return record;
}

Result<PublisherRecord> LibraryService::removePublisher(const QByteArray &sha256)
{
    for (const QFileInfo &info : QDir(m_publishers).entryInfoList(QDir::Files)) {
        auto certificates = certificatesIn(info.filePath());
        const auto found =
            std::ranges::find(certificates, sha256, [](const auto &one) { return recordOf(one).sha256; });
        if (found == certificates.end())
            continue;
        const PublisherRecord record = recordOf(*found);
        certificates.erase(found);
        QByteArray rest;
        for (const QSslCertificate &one : std::as_const(certificates))
            rest += one.toPem();
        QSaveFile file(info.filePath());
        const bool written = rest.isEmpty()
            ? QFile::remove(info.filePath())
            : file.open(QSaveFile::WriteOnly) && file.write(rest) == rest.size() && file.commit();
        if (!written)
            return fail(ErrorCode::CannotWrite, info.filePath());
        m_judgeSoon.start();
        return record;
    }
    return fail(ErrorCode::NotFound, QString::fromLatin1(sha256.toHex()));
}

} // namespace Sonde::Service
