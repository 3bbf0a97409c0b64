// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <optional>

namespace Sonde::Client {

/// What a script said and how it ended.
struct ScriptOutput {
    QString name;
    std::optional<qint32> exitStatus; ///< none: it runs, or was stopped
    QString encoding;                 ///< in which it wrote, by name; empty: UTF-8
    QByteArray output;
    QByteArray errors;
};

/// script_name, exit_code, script_output, script_errors. Text that is not UTF-8 has its bytes in base64 beside it, under the name with
/// `_raw`, and the encoding it was read in.
[[nodiscard]] QJsonObject toJson(const ScriptOutput &script);
[[nodiscard]] QByteArray toJsonText(const ScriptOutput &script);

} // namespace Sonde::Client
