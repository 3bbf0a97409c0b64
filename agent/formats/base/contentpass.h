// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Sonde::Agent {

struct Region {
    qint64 offset = 0;
    qint64 size = 0;
};

/// A file's content going by once, from its beginning to its end: readers of formats ask for regions of it beforehand, so that a big file
/// is read for its hashes and for them at the same time.
class ContentPass final
{
public:
    using Observer = std::function<void(QByteArrayView bytes)>;

    /// `observer` is given the region's bytes in their order, in pieces. A region may reach beyond the end of the file.
    void watch(Region region, Observer observer);
    /// The next bytes.
    void add(QByteArrayView bytes);

private:
    struct Watch {
        Region region;
        Observer observer;
    };
    std::vector<Watch> m_watches;
    qint64 m_offset = 0;
};

/// How often each byte occurs.
class Histogram final
{
public:
    void add(QByteArrayView bytes);
    [[nodiscard]] bool isEmpty() const { return m_total == 0; }
    /// Shannon's, in bits per byte, to hundredths: 0 for one byte again and again, 8 for what looks random.
    [[nodiscard]] double entropy() const;

private:
    std::array<quint64, 256> m_counts{};
    quint64 m_total = 0;
};

/// The entropies of regions of a file. A file whose header asks for more than a few times its content gets none.
class RegionEntropies final
{
public:
    RegionEntropies(ContentPass &pass, const std::vector<Region> &regions, qint64 fileSize);

    /// Of the region given at this place; none when nothing of it went by.
    [[nodiscard]] std::optional<double> at(size_t index) const;

private:
    std::vector<std::shared_ptr<Histogram>> m_histograms;
};

} // namespace Sonde::Agent
