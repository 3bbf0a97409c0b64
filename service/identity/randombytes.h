// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Sonde::Service {

/// What nobody can guess. The service ends where OpenSSL has none (RAND_bytes(3)): a secret of zeros is worse than no service.
[[nodiscard]] QByteArray randomBytes(qsizetype count);

} // namespace Sonde::Service
