// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rates/ratelimit.h"

namespace Sonde::Service {

namespace {
constexpr qsizetype MaxKeys = 10'000;
}

bool RateLimit::allow(const QString &key, double tokens)
{
    auto bucket = m_buckets.find(key);
    if (bucket == m_buckets.end()) {
        makeRoom();
        bucket = m_buckets.insert(key, TokenBucket(m_rate));
    }
    return bucket->take(tokens);
}

void RateLimit::giveBack(const QString &key, double tokens)
{
    if (const auto bucket = m_buckets.find(key); bucket != m_buckets.end())
        bucket->giveBack(tokens);
}

std::chrono::seconds RateLimit::retryAfter(const QString &key, double tokens) const
{
    const auto bucket = m_buckets.constFind(key);
    const auto wait = bucket == m_buckets.cend() ? std::chrono::milliseconds() : bucket->wait(tokens);
    return std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(wait));
}

void RateLimit::makeRoom()
{
    if (m_buckets.size() < MaxKeys)
        return;
    const auto now = TokenBucket::Clock::now();
    m_buckets.removeIf([now](const auto &entry) { return entry.value().isFull(now); });
    if (m_buckets.size() < MaxKeys)
        return;
    // None has been idle: the one that has to wait least loses least.
    auto least = m_buckets.begin();
    for (auto other = m_buckets.begin(); other != m_buckets.end(); ++other) {
        if (other->wait() < least->wait())
            least = other;
    }
    m_buckets.erase(least);
}

} // namespace Sonde::Service
