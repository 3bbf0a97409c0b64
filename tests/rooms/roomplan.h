// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

/// A room, a program or a test, as sonde_close_rooms() in resources/cmake/SondeConfig.cmake wrote it down.
struct Room {
    QString target;
    QString folder;
    QStringList sources; ///< file names
    QStringList exposes; ///< folders of rooms
    QStringList uses;
};

/// The picture of rooms: what CMake links, beside what the sources include.
class RoomPlan final
{
public:
    /// `lines` of rooms.txt; `texts` of the source tree's files by their path in it.
    RoomPlan(const QStringList &lines, const QHash<QString, QString> &texts);

    [[nodiscard]] const QList<Room> &rooms() const { return m_rooms; }
    /// Who may include from whom, by the longest folder in the table that a path begins with.
    [[nodiscard]] static bool mayInclude(const QString &from, const QString &to);
    /// The files that `text` includes by name; what a build writes (….moc, moc_….cpp) is not among them.
    [[nodiscard]] static QStringList includesIn(const QString &text);

    // What is wrong, a line each.
    [[nodiscard]] QStringList homeless() const;        ///< files that belong to no room, or to two
    [[nodiscard]] QStringList wrongIncludes() const;   ///< no path, no file, a room that is not named, a layer above
    [[nodiscard]] QStringList namedInVain() const;     ///< rooms named and never included
    [[nodiscard]] QStringList circles() const;         ///< rooms that include each other, however far around
    [[nodiscard]] QStringList crowded(int most) const; ///< rooms with more sources than that

    /// The rooms below `layer` (all when it is empty), and for each those below it too that its files include.
    [[nodiscard]] QMap<QString, QSet<QString>> arrows(const QString &layer) const;
    /// Rooms, floors and arrows of the folders below `layer`; all of the tree when it is empty.
    struct Figures {
        qsizetype rooms = 0;
        qsizetype floors = 0;
        qsizetype arrows = 0;
    };
    [[nodiscard]] Figures figures(const QString &layer) const;

private:
    [[nodiscard]] QStringList wrongIncludesOf(const Room &room) const;
    [[nodiscard]] QString wrongInclude(const Room &room, const QString &file, const QString &included) const;

    QList<Room> m_rooms;
    QHash<QString, QString> m_texts;
};
