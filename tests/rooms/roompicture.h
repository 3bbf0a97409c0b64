// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/rooms/roomplan.h"

/// The picture of rooms in ARCHITECTURE.md: for each layer a Mermaid drawing of its rooms, and a table that says what each is for.
class RoomPicture final
{
public:
    /// `purposes`: the sentence above `sonde_room(` of each room's CMakeLists.txt, by folder.
    RoomPicture(const RoomPlan &plan, const QMap<QString, QString> &purposes);

    /// The comment right above `sonde_room(` in the text of a CMakeLists.txt, on one line; empty without one.
    [[nodiscard]] static QString purposeIn(const QString &cmakeText);

    /// Markdown, a section for each of `layers`.
    [[nodiscard]] QString text(const QStringList &layers) const;
    /// Rooms that nobody says the purpose of.
    [[nodiscard]] QStringList unexplained() const;

private:
    [[nodiscard]] QString drawing(const QString &layer) const;
    [[nodiscard]] QString table(const QString &layer) const;

    const RoomPlan &m_plan;
    QMap<QString, QString> m_purposes;
};
