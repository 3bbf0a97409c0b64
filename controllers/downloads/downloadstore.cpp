// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/downloadstore.h"

#include "controllers/session/outputfile.h"
#include "protocol/base/codec.h"

#include <QFile>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Sonde::Codec {

/// How far it is just now is not kept: `ended` is the last member that is.
template<> inline constexpr size_t writtenMembers<Client::Download> = 15;
static_assert(Members::names<Client::Download>[14].size() == 5
    && std::string_view(Members::names<Client::Download>[14].data(), 5) == "ended");

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
