// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/workingfolder.h"

#include "agent/system/storage/storage.h"
#include "protocol/base/tenantfiles.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// A link is there too, wherever it leads.
bool isTaken(const QFileInfo &place)
{
    return place.exists() || place.isSymLink();
}

} // namespace

WorkingFolder::WorkingFolder(const QString &folder)
    : m_path(folder + u"/working"_s)
    , m_scratch(folder + u"/scratch"_s)
    , m_list(folder + u"/working.json"_s)
{
}

Result<void> WorkingFolder::prepare(const QString &boot)
{
    const std::lock_guard lock(m_mutex);
    QDir(m_scratch).removeRecursively();
    const auto made = makePrivateFolder(m_path).and_then([this] { return makePrivateFolder(m_scratch); });
    if (!made)
        return made;
    readList();
    if (m_boot == boot)
        return {};
    removeWhatIsNotKept();
    m_boot = boot;
    return writeList();
}

Result<QString> WorkingFolder::place(const Placing &placing, const Fill &fill)
{
    if (const auto named = checkFileName(placing.name); !named)
        return std::unexpected(named.error());
    std::unique_lock lock(m_mutex);
    if (const auto free = checkPlace(placing); !free)
        return std::unexpected(free.error());
    PartialFile file(m_scratch + u'/' + QString::number(++m_counter));
    lock.unlock();
    const auto filled = file.open().and_then([&] { return fill(file); });
    if (!filled) {
        file.discard();
        return std::unexpected(filled.error());
    }
    lock.lock();
    // Meanwhile somebody else may have put a file there.
    const auto placed = checkPlace(placing).and_then([&] { return rename(file, placing); });
    if (!placed) {
        file.discard();
        return std::unexpected(placed.error());
    }
    return m_path + u'/' + placing.name;
}

Result<void> WorkingFolder::checkPlace(const Placing &placing) const
{
    const QFileInfo place(m_path + u'/' + placing.name);
    if (!isTaken(place))
        return {};
    if (place.isDir() && !place.isSymLink())
        return fail(ErrorCode::IsADirectory, place.filePath());
    return placing.overwrite ? Result<void>()
                             : fail(ErrorCode::FileExists, place.filePath()).with(Fact::Flag, u"-overwrite"_s);
}

Result<void> WorkingFolder::rename(PartialFile &file, const Placing &placing)
{
    // A tool that was brought is there to be run.
    if (!QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return fail(ErrorCode::CannotWrite, file.path());
    // Listed as kept before it is there, and until it is not any more: a crash between loses nothing that was to be kept.
    const QString path = m_path + u'/' + placing.name;
    if (placing.keep)
        return setKept(placing.name, true).and_then([&] { return file.renameTo(path); });
    return file.renameTo(path).and_then([&] { return setKept(placing.name, false); });
}

Result<void> WorkingFolder::setKept(const QString &name, bool keep)
{
    if (m_kept.contains(name) == keep)
        return {};
    if (keep)
        m_kept.insert(name);
    else
        m_kept.remove(name);
    return writeList();
}

void WorkingFolder::readList()
{
    QFile file(m_list);
    if (!file.open(QFile::ReadOnly))
        return;
    const QJsonObject list = QJsonDocument::fromJson(file.readAll()).object();
    m_boot = list.value("boot"_L1).toString();
    const auto kept = list.value("kept"_L1).toArray();
    for (const auto &name : kept)
        m_kept.insert(name.toString());
}

Result<void> WorkingFolder::writeList() const
{
    const QJsonObject list{{u"boot"_s, m_boot}, {u"kept"_s, QJsonArray::fromStringList(m_kept.values())}};
    return savePrivateFile(m_list, QJsonDocument(list).toJson());
}

void WorkingFolder::removeWhatIsNotKept() const
{
    const auto entries =
        QDir(m_path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        if (m_kept.contains(entry.fileName()))
            continue;
        if (entry.isDir() && !entry.isSymLink())
            QDir(entry.filePath()).removeRecursively();
        else
            QFile::remove(entry.filePath());
    }
}

} // namespace Sonde::Agent
