// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/processrows.h"

#include "protocol/wire/messages.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

const CommandSpec &processSpec()
{
    return *Catalogue::instance().find(u"processes");
}

std::vector<ProcessRecord> processRecords(int count)
{
    static const QStringList names{
        u"systemd"_s, u"sshd"_s, u"postgres"_s, u"nginx"_s, u"java"_s, u"python3"_s, u"kworker/u8:2"_s};
    std::vector<ProcessRecord> records;
    records.reserve(size_t(count));
    for (int i = 1; i <= count; ++i) {
        const quint32 mixed = quint32(i) * 2654435761U;
        const QString &name = names.at(mixed % 7);
        const QString user = mixed % 5 ? u"root"_s : u"postgres"_s;
        records.push_back(
            {name, i, i / 3, user, u"sleeping"_s, isoTime(1'790'000'000'000'000'000LL + qint64(mixed) * 1'000'000),
                u"/usr/sbin/%1 --config /etc/%1/%2.conf --listen 127.0.0.1:%3"_s.arg(name)
                    .arg(mixed % 997)
                    .arg(mixed % 65'536),
                u"/usr/sbin/"_s + name, double(mixed % 100'000) / 100, qint64(mixed % 4'000) * 4096,
                qint64(mixed % 3'000) * 4096, i / 9});
    }
    return records;
}

QCborArray toRow(const ProcessRecord &record)
{
    return {record.name, record.pid, record.parent, record.user, record.status, record.created, record.commandLine,
        record.image, record.cpuSeconds, record.workingSet, record.privateBytes, record.session};
}

std::vector<QByteArray> toChunks(const std::vector<ProcessRecord> &records)
{
    std::vector<QByteArray> chunks;
    RowWriter writer;
    for (const ProcessRecord &record : records) {
        writer.addRow(toRow(record));
        if (writer.byteCount() >= ChunkBytes)
            chunks.push_back(writer.take());
    }
    if (writer.rowCount() > 0)
        chunks.push_back(writer.take());
    return chunks;
}

} // namespace Sonde::Client::Bench
