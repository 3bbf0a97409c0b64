// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Sonde::Client {

/// A parameter that the words of a library file name.
struct ScriptParameter {
    QString name; ///< "-processName", or "<path>" for one that is given by its place
    QString example;
    QString explanation;
    bool isSwitch = false; ///< a name without a value

    [[nodiscard]] bool hasName() const { return name.startsWith(u'-'); }
    bool operator==(const ScriptParameter &) const = default;
};

/// What there is to fill in before a script runs.
struct ParameterForm {
    QList<ScriptParameter> parameters;
    QString remark; ///< the lines that name no parameter
};

/// Reads an uploader's "example and description". A line that begins with `-name` or `<name>` is about that parameter; what follows is an
/// example of its value, and behind two blanks, a tab, a colon or a dash between blanks its explanation. A name with nothing or only an
/// explanation behind two blanks is a switch. A line with several names is an example of each.
[[nodiscard]] ParameterForm readParameterText(const QString &text);

/// The text of -parameters for these values, in the order of the parameters; what is empty is left out. A switch is on when its value is
/// its name.
[[nodiscard]] QString parametersText(const QList<ScriptParameter> &parameters, const QStringList &values);
/// The line that runs a library script.
[[nodiscard]] QString runLine(const QString &script, const QString &parameters);

} // namespace Sonde::Client
