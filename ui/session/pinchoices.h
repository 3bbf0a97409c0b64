// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/projection.h"
#include "ui/settings/workstationsettings.h"

namespace Sonde::Client {

/// Which blocks the analyst has pinned in each session, kept in the settings for as long as the session is among the latest.
class PinChoices final
{
    Q_DISABLE_COPY_MOVE(PinChoices)

public:
    PinChoices(Settings &settings, const SessionRecord &session);

    /// In the order they were pinned.
    [[nodiscard]] QList<CommandId> pinned() const;
    void choose(const QList<CommandId> &commands);

private:
    Settings &m_settings;
    const QString m_start; ///< of this session's line
};

} // namespace Sonde::Client
