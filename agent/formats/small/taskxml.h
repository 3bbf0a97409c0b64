// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborMap>
#include <QList>
#include <QString>
#include <optional>

namespace Sonde::Agent {

/// What a scheduled task of Windows is to do, as C:\Windows\System32\Tasks and `schtasks /query /xml` have it (MS-TSCH, Task Scheduler Schema 1.x).
struct TaskDefinition {
    QString name; ///< where it stands in a listing of many: "\\Microsoft\\Windows\\x"
    QString author;
    QString description;
    QString uri;
    QString date; ///< of its registration, as written
    QString source;
    bool isHidden = false;
    bool isEnabled = true;
    QString userId;
    QString groupId;
    QString logonType;
    QString runLevel;
    /// Each with its "type" — CalendarTrigger, LogonTrigger… — and what stands in it: Enabled, StartBoundary, Repetition.Interval…
    QList<QCborMap> triggers;
    /// Each with its "type": Exec has Command, Arguments, WorkingDirectory; ComHandler has ClassId, Data…
    QList<QCborMap> actions;
};

/// Of a task's own file, of a listing in <Tasks>, or of task after task, each with a declaration of its own. In whatever encoding the bytes
/// are, which need not be the declared one. Empty when there is none; MostListed at most are read.
struct TaskListing {
    QList<TaskDefinition> tasks;
    bool isWhole = true; ///< false: there are more
};
[[nodiscard]] TaskListing readTaskXml(const QString &text);

} // namespace Sonde::Agent
