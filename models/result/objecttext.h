// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCborValue>
#include <QList>
#include <QString>

/// Cells that hold several values (lists, and fields with names) as people read them: no brackets where words do.
namespace Sonde::Client {

/// In one line: "a, b, c"; "name: sshd, enabled: true"; a command with its arguments as it would be typed; "*-*-* 06:00 (calendar)" of a schedule; several
/// things apart by "; ".
[[nodiscard]] QString objectLine(const QCborValue &value);

/// A line of an indented tree.
struct ObjectLine {
    int depth = 0;
    QString name;     ///< of a field; of a list's item its number, counted from 1
    QCborValue value; ///< what the line says, in one line; undefined where the lines below say it

    bool operator==(const ObjectLine &) const = default;
};
/// What is too long for one line has lines of its own below its name.
[[nodiscard]] QList<ObjectLine> objectLines(const QString &name, const QCborValue &value, int depth = 0);

} // namespace Sonde::Client
