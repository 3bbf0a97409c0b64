// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/linux/decompress.h"

#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

Result<QByteArray> decompressed(const QByteArray &bytes, qint64 most)
{
    const std::unique_ptr<archive, int (*)(archive *)> reader(archive_read_new(), &archive_read_free);
    archive_read_support_filter_xz(reader.get());
    archive_read_support_filter_zstd(reader.get());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_entry *entry = nullptr;
    const auto failed = [&reader] {
        return fail(ErrorCode::ReadFailed, {}, QString::fromUtf8(archive_error_string(reader.get())));
    };
    if (archive_read_open_memory(reader.get(), bytes.constData(), size_t(bytes.size())) != ARCHIVE_OK
        || archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK)
        return failed();
    QByteArray content;
    std::array<char, 64 * 1024> buffer;
    for (;;) {
        const la_ssize_t count = archive_read_data(reader.get(), buffer.data(), buffer.size());
        if (count < 0)
            return failed();
        if (count == 0)
            return content;
        if (count > most - content.size())
            return fail(ErrorCode::TooLarge).with(Fact::Limit, most);
        content.append(buffer.data(), count);
    }
}

} // namespace Sonde::Agent::Linux
