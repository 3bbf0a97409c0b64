// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/downloadstore.h"

#include "controllers/session/outputsaver.h"
#include "protocol/wire/messageshapes.h"

#include <QFile>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Sonde::Codec {

SONDE_SHAPE(Client::Download, "download", command, session, device, deviceName, analyst, line, accepted, file, target,
    plain, overwrite, state, problem, sha256, ended)
SONDE_SHAPE(Client::ForgottenDownload, "forgotten", command, accepted)
SONDE_SHAPE(Client::DownloadList, "downloads", downloads, forgotten)

} // namespace Sonde::Codec

namespace Sonde::Client {

Q_LOGGING_CATEGORY(downloadsLog, "sonde.downloads", QtWarningMsg)

DownloadList DownloadStore::load() const
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QFile::ReadOnly))
        return {};
    auto list = Codec::fromBytes<DownloadList>(file.readAll());
    if (list)
        return std::move(*list);
    const QString aside = m_file + u".unreadable"_s;
    qCWarning(downloadsLog) << "the list of downloads is put aside as" << aside << debugText(list.error());
    file.close();
    QFile::remove(aside);
    QFile::rename(m_file, aside);
    return {};
}

Result<void> DownloadStore::save(const DownloadList &list, quint64 version)
{
    const std::scoped_lock lock(m_mutex);
    if (m_file.isEmpty() || version <= m_saved)
        return {};
    m_saved = version;
    return writeFile(m_file, Codec::toBytes(list), Overwrite::Yes);
}

} // namespace Sonde::Client
