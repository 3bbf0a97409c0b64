// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/downloadmanager.h"
#include "controllers/downloads/evidencezip.h"
#include "models/inventory/devicemodel.h"
#include "tests/bench/benchmark.h"
#include "tests/bench/sshreference.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/samples.h"
#include "tests/measuring/waiting.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::Bench {

namespace {

constexpr qint64 MiB = 1024 * 1024;
constexpr qint64 UploadBytes = 250 * MiB;
constexpr qint64 ZipBytes = 1024 * MiB;
constexpr qint64 EachBytes = 100 * MiB;
constexpr int AtOnce = 10;
constexpr int Runs = 3;
constexpr Budget AsFastAsScp{.most = {}, .mostRatio = 1};
constexpr Budget Answering{.most = 50, .mostRatio = {}};

/// Both as an analyst has them: the whole command, with its sign-in.
Result<Measurement> upload(const TestTenant &tenant, const QString &folder)
{
    const auto ssh = SshReference::start();
    Samples ours;
    Samples scp;
    for (int run = 0; run < Runs; ++run) {
        // Other bytes each time: what the library has it does not take again.
        const QString path = folder + u"/upload"_s;
        if (!writeNoise(path, UploadBytes, quint32(run)))
            return fail(ErrorCode::CannotWrite, path);
        const Stopwatch watch;
        const auto uploaded = tenant.cli({u"library"_s, u"upload"_s, path, u"--overwrite"_s});
        ours.add(watch.seconds());
        if (uploaded.status != 0)
            return fail(ErrorCode::Internal, u"library upload"_s, QString::fromUtf8(uploaded.errors));
        if (!ssh)
            continue;
        if (const auto copied = (*ssh)->copy(path, folder + u"/copied"_s))
            scp.add(*copied);
    }
    const bool known = scp.count() == Runs;
    return Measurement{u"transfers.upload_250mib"_s, ours.median(), u"s"_s, AsFastAsScp,
        known ? u"scp with its default cipher, without any hash or sync to disk"_s : u"scp"_s,
        known ? std::optional(scp.median()) : std::nullopt};
}

Result<Measurement> zip(const QString &folder)
{
    const QString path = folder + u"/evidence"_s;
    if (!writeNoise(path, ZipBytes, 7))
        return fail(ErrorCode::CannotWrite, path);
    Samples samples;
    for (int run = 0; run < Runs; ++run) {
        const Stopwatch watch;
        if (const auto packed = packEvidence({path, u"evidence"_s, {}}, {}, path + u".zip"_s, {}); !packed)
            return std::unexpected(packed.error());
        samples.add(watch.seconds());
    }
    QFile::remove(path);
    QFile::remove(path + u".zip"_s);
    return Measurement{u"transfers.zip_1gib"_s, samples.median(), u"s"_s, {}, {}, {}};
}

/// Milliseconds from a line to its end, while files come as fast as they can.
Result<Measurement> console(Analyst &analyst, const QString &folder)
{
    const DeviceModel devices;
    DownloadModel list;
    DownloadManager downloads(analyst.client(), devices, list, {});
    downloads.setOptions({.folder = folder + u"/here"_s, .plain = true, .limits = {.atOnce = AtOnce}});
    downloads.follow(analyst.session());
    for (int i = 0; i < AtOnce; ++i) {
        const QString path = folder + u"/file-%1"_s.arg(i);
        if (!writeNoise(path, EachBytes, quint32(100 + i)))
            return fail(ErrorCode::CannotWrite, path);
    }
    for (int i = 0; i < AtOnce; ++i) {
        if (const auto taken = analyst.submit(u"getfile %1/file-%2 &"_s.arg(folder).arg(i)); !taken)
            return std::unexpected(taken.error());
    }
    const auto coming = [&list] {
        return list.rowCount() < AtOnce
            || std::ranges::any_of(list.downloads(), [](const Download &download) { return !download.isOver(); });
    };
    Samples samples;
    while (coming()) {
        const auto seconds = analyst.run(u"cd ."_s);
        if (!seconds)
            return std::unexpected(seconds.error());
        samples.add(*seconds * 1000);
    }
    return Measurement{u"transfers.console_beside_ten"_s, samples.percentile(0.95), u"ms"_s, Answering, {}, {}};
}

} // namespace

Result<Measurements> transfers()
{
    const QTemporaryDir folder(fastFolder() + u"/sonde-bench-XXXXXX"_s);
    TestTenant tenant(folder.path());
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    const auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());
    Measurements measurements;
    for (const auto &measured :
        {upload(tenant, folder.path()), zip(folder.path()), console(**analyst, folder.path())}) {
        if (!measured)
            return std::unexpected(measured.error());
        measurements.push_back(*measured);
    }
    return measurements;
}

} // namespace Sonde::Client::Bench
