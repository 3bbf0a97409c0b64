// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/signing/signedmessage.h"

#include <QCborMap>

namespace Sonde::Agent {

/// `signature{}` of FormatReport: the verdict, and what `message` says of who signed; null: there is none that can be read.
[[nodiscard]] QCborMap signatureDetails(const SignatureVerdict &verdict, const SignedMessage *message);

} // namespace Sonde::Agent
