// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/artifacts/artifacts.h"

#include "protocol/base/codec.h"

namespace Sonde {

QByteArray toBytes(const ArtifactSet &set)
{
    return Codec::toBytes(set);
}

Result<ArtifactSet> artifactSetFrom(const QByteArray &bytes)
{
    return Codec::fromBytes<ArtifactSet>(bytes);
}

} // namespace Sonde
