// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/wire/messages.h"

using namespace Sonde;

/// A frame is refused with a reason, or it is a message that is the same after another journey.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray frame(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto message = decode(frame);
    if (!message) {
        if (message.error().reason.isEmpty())
            qFatal("refused without a reason");
        return 0;
    }
    const QByteArray encoded = encode(*message);
    const auto again = decode(encoded);
    if (!again || encode(*again) != encoded)
        qFatal("not the same message");
    (void)toJson(*message);
    return 0;
}
