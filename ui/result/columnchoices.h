// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"
#include "ui/settings/workstationsettings.h"

namespace Sonde::Client {

/// Which columns of each command's results the analyst wants to see, kept in the settings.
class ColumnChoices final
{
    Q_DISABLE_COPY_MOVE(ColumnChoices)

public:
    explicit ColumnChoices(Settings &settings)
        : m_settings(settings)
    {
    }

    /// As indexes into the command's columns: what was chosen, else the main ones.
    [[nodiscard]] QList<int> of(const CommandSpec &command) const;
    void choose(const CommandSpec &command, const QList<int> &columns);

private:
    Settings &m_settings;
};

} // namespace Sonde::Client
