// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/devicefiles.h"

#include "protocol/digest/digest.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Chaos {

namespace {

constexpr qint64 BlockBytes = 1024 * 1024;

/// All but one are no larger than a quarter of that one.
std::vector<qint64> sizesOf(const Plan &plan, QRandomGenerator &random)
{
    std::vector<qint64> sizes{1, plan.largest};
    while (int(sizes.size()) < plan.files)
        sizes.push_back(qint64(std::pow(double(plan.largest) / 4, random.generateDouble())));
    std::shuffle(sizes.begin(), sizes.end(), random);
    return sizes;
}

Result<DeviceFile> makeFile(const QString &path, qint64 size, QRandomGenerator &random)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::CannotWrite, path, file.errorString());
    Sha256 hash;
    std::vector<quint64> block(BlockBytes / sizeof(quint64));
    for (qint64 left = size; left > 0;) {
        random.fillRange(block.data(), qsizetype(block.size()));
        const auto piece =
            QByteArray::fromRawData(reinterpret_cast<const char *>(block.data()), std::min(left, BlockBytes));
        if (file.write(piece) != piece.size())
            return fail(ErrorCode::CannotWrite, path, file.errorString());
        hash.add(piece);
        left -= piece.size();
    }
    return DeviceFile{path, size, hash.result()};
}

} // namespace

Result<std::vector<DeviceFile>> makeDeviceFiles(const Plan &plan, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::CannotWrite, folder);
    QRandomGenerator random(plan.seed);
    std::vector<DeviceFile> files;
    for (const qint64 size : sizesOf(plan, random)) {
        const auto file = makeFile(folder + u"/file-%1.bin"_s.arg(files.size() + 1, 3, 10, '0'_L1), size, random);
        if (!file)
            return std::unexpected(file.error());
        files.push_back(*file);
    }
    return files;
}

Result<QByteArray> sha256Of(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::ReadFailed, path, file.errorString());
    Sha256 hash;
    for (;;) {
        const QByteArray piece = file.read(BlockBytes);
        if (piece.isEmpty())
            return file.error() == QFile::NoError ? Result<QByteArray>(hash.result())
                                                  : fail(ErrorCode::ReadFailed, path, file.errorString());
        hash.add(piece);
    }
}

} // namespace Sonde::Client::Chaos
