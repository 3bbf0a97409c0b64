// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/filehasher.h"
#include "tests/bench/benchmark.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"

#include <QFile>
#include <QRandomGenerator>
#include <limits>

using namespace Qt::StringLiterals;

using namespace Sonde::Agent;

namespace Sonde::Client::Bench {

namespace {

constexpr qint64 FileBytes = 1024LL * 1024 * 1024;
constexpr qint64 BlockBytes = 8LL * 1024 * 1024;
constexpr int Runs = 3;
constexpr Budget ThreeToolsBudget{.most = {}, .mostRatio = 1 / 1.5};

Result<void> writeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::CannotWrite, path, file.errorString());
    QByteArray block(BlockBytes, Qt::Uninitialized);
    QRandomGenerator(42).fillRange(reinterpret_cast<quint32 *>(block.data()), BlockBytes / qint64(sizeof(quint32)));
    for (qint64 written = 0; written < FileBytes; written += BlockBytes) {
        if (file.write(block) != BlockBytes)
            return fail(ErrorCode::CannotWrite, path, file.errorString());
    }
    return {};
}

Result<double> hash(const QString &path)
{
    auto file = openRegularFile(QFile::encodeName(path));
    if (!file)
        return std::unexpected(file.error());
    const Stopwatch watch;
    const auto hashes = hashFile(**file, std::numeric_limits<qint64>::max(), {}, [](qint64) {});
    return hashes.transform([&watch](const FileHashes &) { return watch.seconds(); });
}

/// The three tools one after the other; nothing when one is missing.
std::optional<double> threeTools(const QString &path)
{
    double seconds = 0;
    for (const QString &tool : {u"sha256sum"_s, u"sha1sum"_s, u"md5sum"_s}) {
        const auto took = secondsOf({tool, path});
        if (!took)
            return {};
        seconds += *took;
    }
    return seconds;
}

} // namespace

Result<Measurements> fileinfo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"image.bin"_s);
    if (const auto written = writeFile(path); !written)
        return std::unexpected(written.error());
    TestTenant tenant;
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    const auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());

    Samples whole;
    Samples alone;
    Samples tools;
    for (int run = 0; run < Runs; ++run) {
        const auto seconds = (*analyst)->run(u"fileinfo "_s + path);
        const auto hashing = hash(path);
        if (!seconds || !hashing)
            return std::unexpected(!seconds ? seconds.error() : hashing.error());
        whole.add(*seconds);
        alone.add(*hashing);
        if (const auto took = threeTools(path))
            tools.add(*took);
    }
    const bool known = tools.count() == Runs;
    const QString words =
        known ? u"sha256sum, sha1sum and md5sum in turn"_s : u"sha256sum, sha1sum and md5sum: not all installed"_s;
    const auto reference = known ? std::optional(tools.median()) : std::nullopt;
    return Measurements{
        {u"fileinfo"_s, whole.median(), u"s per GiB"_s, ThreeToolsBudget, words, reference},
        {u"fileinfo.hashes"_s, alone.median(), u"s per GiB"_s, ThreeToolsBudget, words, reference},
    };
}

} // namespace Sonde::Client::Bench
