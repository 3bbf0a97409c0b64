// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acts/knownprocess.h"
#include "protocol/journal/actbook.h"

#include <QCoreApplication>

namespace Sonde {
class TimeText;
}

namespace Sonde::Client {

class ActListModel;

/// What acts are done to, in words. Texts of a device are passed through as they are: who shows them marks what is hostile.
class ActThings final
{
    Q_DECLARE_TR_FUNCTIONS(Sonde::Client::ActThings)

public:
    /// "sshd (812)"; its number alone where nobody said a name.
    [[nodiscard]] static QString nameOf(const KnownProcess &process);
    /// "/usr/sbin/sshd · root · since 2026-11-26 17:12:06 UTC", as far as it is known.
    [[nodiscard]] static QString detailsOf(const KnownProcess &process, const TimeText &times);
    /// "/tmp/evil (file)"
    [[nodiscard]] static QString thingText(EntityType type, const QString &id);
    /// What an act is done to, a text each; of a process its name, too.
    [[nodiscard]] static QStringList thingsOf(const ShownAct &act);
    /// "2026-11-26 17:12:06 UTC by ada (act 3)"
    [[nodiscard]] static QString whenAndWho(const ActSummary &act, const TimeText &times);
    /// An act of a device, as the journal knows it; nullptr when it is not listed.
    [[nodiscard]] static const ActSummary *find(const ActListModel &acts, const DeviceId &device, quint64 number);
};

} // namespace Sonde::Client
