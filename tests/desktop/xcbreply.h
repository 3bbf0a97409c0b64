// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <memory>

namespace Sonde::Client {

/// What the X server answered; the caller owns it.
template<typename T>
using XcbReply = std::unique_ptr<T, decltype(&std::free)>;

template<typename T>
[[nodiscard]] XcbReply<T> owned(T *reply)
{
    return {reply, std::free};
}

} // namespace Sonde::Client
