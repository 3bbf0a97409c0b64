// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/result.h"

#include <memory>
#include <openssl/types.h>
#include <vector>

namespace Sonde::Bench {

struct X509Free {
    void operator()(X509 *certificate) const;
    void operator()(EVP_PKEY *key) const;
};

struct IdleDevice {
    DeviceId id;
    std::unique_ptr<X509, X509Free> certificate;
};

/// Devices enrolled in a tenant whose service is not running. They share one key: nobody asks whether keys differ.
struct Population {
    std::unique_ptr<X509, X509Free> authority;
    std::unique_ptr<EVP_PKEY, X509Free> key;
    std::vector<IdleDevice> devices;
};

/// Writes `count` devices into the tenant kept in `data`, with certificates of its CA.
[[nodiscard]] Result<Population> enrolDevices(const QString &data, int count);

/// What an agent of this device says when it connects: the bytes of its messages, one each.
[[nodiscard]] std::vector<QByteArray> greetingOf(const DeviceId &device);

} // namespace Sonde::Bench
