// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/base/contentpass.h"

#include <algorithm>
#include <cmath>

namespace Sonde::Agent {

namespace {

/// Sections of a sound file do not overlap; this is for those that lie a little.
constexpr qint64 MostPerFileByte = 2;

} // namespace

void ContentPass::watch(Region region, Observer observer)
{
    if (region.offset >= 0 && region.size > 0)
        m_watches.push_back({region, std::move(observer)});
}

void ContentPass::add(QByteArrayView bytes)
{
    const qint64 begin = m_offset;
    m_offset += bytes.size();
    for (const Watch &watch : m_watches) {
        const qint64 from = std::max(begin, watch.region.offset) - begin;
        // Not offset + size, which may overflow.
        const qint64 left = watch.region.size - std::max<qint64>(0, begin - watch.region.offset);
        const qint64 count = std::min(bytes.size() - from, left);
        if (from < bytes.size() && count > 0)
            watch.observer(bytes.sliced(from, count));
    }
}

void Histogram::add(QByteArrayView bytes)
{
    // Runs of one byte would wait for each other in a single table.
    std::array<std::array<quint32, 256>, 4> counts{};
    qsizetype i = 0;
    for (; i + 4 <= bytes.size(); i += 4) {
        for (size_t lane = 0; lane < 4; ++lane)
            ++counts[lane][quint8(bytes[i + qsizetype(lane)])];
    }
    for (; i < bytes.size(); ++i)
        ++counts[0][quint8(bytes[i])];
    for (size_t byte = 0; byte < m_counts.size(); ++byte)
        m_counts[byte] += quint64(counts[0][byte]) + counts[1][byte] + counts[2][byte] + counts[3][byte];
    m_total += quint64(bytes.size());
}

double Histogram::entropy() const
{
    double bits = 0;
    for (const quint64 count : m_counts) {
        if (count > 0) {
            const double share = double(count) / double(m_total);
            bits -= share * std::log2(share);
        }
    }
    return std::max(0.0, std::round(bits * 100) / 100);
}

RegionEntropies::RegionEntropies(ContentPass &pass, const std::vector<Region> &regions, qint64 fileSize)
{
    qint64 left = fileSize * MostPerFileByte;
    for (const Region &region : regions) {
        left -= std::clamp<qint64>(region.size, 0, fileSize);
        auto histogram = std::make_shared<Histogram>();
        m_histograms.push_back(histogram);
        if (left >= 0)
            pass.watch(region, [histogram](QByteArrayView bytes) { histogram->add(bytes); });
    }
}

std::optional<double> RegionEntropies::at(size_t index) const
{
    if (index >= m_histograms.size() || m_histograms[index]->isEmpty())
        return {};
    return m_histograms[index]->entropy();
}

} // namespace Sonde::Agent
