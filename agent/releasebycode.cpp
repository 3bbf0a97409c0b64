// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/releasebycode.h"

#include "agent/link/identity.h"
#include "agent/system/isolation/isolation.h"
#include "agent/system/storage/storage.h"
#include "protocol/signing/releasecode.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// The codes that released this device, until they expire: who saw one at the device cannot use it when it is isolated again.
class UsedCodes final
{
public:
    UsedCodes(const QString &folder, const QDateTime &now)
        : m_path(folder + u"/release-codes.used"_s)
    {
        QFile file(m_path);
        if (!file.open(QFile::ReadOnly))
            return;
        for (const QByteArray &line : file.readAll().split('\n')) { // "EXPIRY SERIAL", in seconds since the epoch
            if (line.split(' ').first().toLongLong() > now.toSecsSinceEpoch())
                m_lines += line;
        }
    }

    [[nodiscard]] bool contains(const ReleaseCode &code) const { return m_lines.contains(lineOf(code)); }
    [[nodiscard]] Result<void> add(const ReleaseCode &code) const
    {
        return savePrivateFile(m_path, (m_lines + QByteArrayList{lineOf(code)}).join('\n') + '\n');
    }

private:
    static QByteArray lineOf(const ReleaseCode &code)
    {
        return QByteArray::number(code.expires.toSecsSinceEpoch()) + ' ' + code.serial.toUtf8();
    }

    QString m_path;
    QByteArrayList m_lines;
};

} // namespace

Result<QString> releaseByCode(const QString &folder, const QString &code, const QDateTime &now)
{
    const auto identity = AgentFolder(folder).loadIdentity();
    if (!identity)
        return std::unexpected(identity.error());
    const auto good = readReleaseCode(code, identity->authority, identity->device, now);
    if (!good)
        return std::unexpected(good.error());
    const UsedCodes used(folder, now);
    if (used.contains(*good))
        return fail(
            ErrorCode::TokenInvalid, good->serial, u"this code has released the device before; ask for another"_s);
    // Written down first: a code that is used up without effect costs less than one that works again.
    return used.add(*good).and_then([&] { return releaseByHand(folder, good->serial); }).transform([&] {
        return good->serial;
    });
}

} // namespace Sonde::Agent
