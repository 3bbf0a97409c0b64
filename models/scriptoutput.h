// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <optional>

namespace Sonde {

/// What a script said and how it ended.
struct ScriptOutput {
    QString name;
    std::optional<qint32> exitStatus; ///< none: it runs, or was stopped
    QByteArray output;
    QByteArray errors;
};

/// The members of commands.md: script_name, exit_code, script_output, script_errors. Text that is not UTF-8 has its bytes in base64 beside
/// it, under the name with `_raw`.
[[nodiscard]] QJsonObject toJson(const ScriptOutput &script);
[[nodiscard]] QByteArray toJsonText(const ScriptOutput &script);

} // namespace Sonde
