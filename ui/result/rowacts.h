// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"

#include <QCborArray>
#include <QCoreApplication>

namespace Sonde::Client {

/// What can be done about the thing that a row shows: lines for the input, which ask before anything is done.
class RowActs final
{
    Q_DECLARE_TR_FUNCTIONS(Sonde::Client::RowActs)

public:
    struct Act {
        QString text; ///< "Remediate this process and its image…"
        QString line;

        bool operator==(const Act &) const = default;
    };

    /// Empty for rows of other commands, and where the row does not name the thing. A relative path is taken to be in `folder`.
    [[nodiscard]] static QList<Act> of(const CommandSpec &command, const QCborArray &row, const QString &folder);
};

} // namespace Sonde::Client
