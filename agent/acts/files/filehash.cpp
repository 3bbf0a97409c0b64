// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/filehash.h"

#include "protocol/base/devicepath.h"
#include "protocol/digest/digest.h"

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

Result<QByteArray> hashOf(const PinnedFile &file, const LookTerms &terms)
{
    const QString shown = DevicePath(file.path()).typed();
    if (file.stat().st_size > terms.mostBytes)
        return fail(ErrorCode::TooLarge, shown)
            .with(Fact::Limit, terms.mostBytes)
            .with(Fact::Actual, qint64(file.stat().st_size));
    const auto content = file.openForReading();
    if (!content)
        return std::unexpected(content.error());
    const QCborMap before = file.identity();
    Sha256 hash;
    QByteArray block(1024 * 1024, Qt::Uninitialized);
    for (qint64 done = 0;;) {
        const ssize_t count = ::read(content->number(), block.data(), size_t(block.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(errorFromErrno(errno, shown));
        if (terms.stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (count == 0)
            break;
        hash.add(QByteArrayView(block).first(count));
        terms.progress(done += count);
    }
    if (file.identity() != before)
        return fail(ErrorCode::FileChanged, shown);
    return hash.result();
}

} // namespace Sonde::Agent
