// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/measuring/samples.h"

#include "tests/system/fastfolder.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace Sonde::Client::Bench {

namespace {
constexpr qint64 BlockBytes = 8LL * 1024 * 1024;
constexpr qint64 EnoughBytes = 8LL * 1024 * 1024 * 1024;
} // namespace

double Samples::percentile(double share) const
{
    if (m_values.empty())
        return 0;
    auto sorted = m_values;
    const auto rank = size_t(std::ceil(share * double(sorted.size())));
    const auto place = sorted.begin() + std::ptrdiff_t(std::max<size_t>(rank, 1) - 1);
    std::ranges::nth_element(sorted, place);
    return *place;
}

QString fastFolder()
{
    return Client::fastFolder(EnoughBytes);
}

bool writeNoise(const QString &path, qint64 size, quint32 seed)
{
    QFile file(path);
    QByteArray block(std::min(size, BlockBytes), Qt::Uninitialized);
    QRandomGenerator(seed).fillRange(reinterpret_cast<quint32 *>(block.data()), block.size() / qint64(sizeof(quint32)));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (qint64 left = size; left > 0; left -= block.size()) {
        block.truncate(std::min(left, qint64(block.size())));
        if (file.write(block) != block.size())
            return false;
    }
    return true;
}

} // namespace Sonde::Client::Bench
