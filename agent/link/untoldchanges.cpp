// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/untoldchanges.h"

#include "agent/system/storage/storage.h"
#include "protocol/base/codec.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// The file.
struct WrittenChanges {
    std::vector<Message::DeviceIsolation> changes;
};

} // namespace

Result<void> UntoldChanges::open()
{
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorCode::StorageFailed, m_path, file.errorString());
    const auto written = Codec::fromBytes<WrittenChanges>(file.readAll());
    if (!written) {
        QFile::remove(m_path + u".damaged"_s);
        file.rename(m_path + u".damaged"_s);
        return fail(ErrorCode::StorageFailed, m_path, written.error().reason);
    }
    m_changes.assign(written->changes.begin(), written->changes.end());
    return {};
}

Result<void> UntoldChanges::add(const Message::DeviceIsolation &change)
{
    m_changes.push_back(change);
    if (m_changes.size() > Most)
        m_changes.erase(m_changes.begin() + Most / 2);
    return save();
}

Result<void> UntoldChanges::clear()
{
    if (m_changes.empty())
        return {};
    m_changes.clear();
    return save();
}

Result<void> UntoldChanges::save() const
{
    return savePrivateFile(m_path, Codec::toBytes(WrittenChanges{{m_changes.begin(), m_changes.end()}}));
}

} // namespace Sonde::Agent
