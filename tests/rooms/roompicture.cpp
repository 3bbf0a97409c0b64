// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rooms/roompicture.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Arrows = QMap<QString, QSet<QString>>;

bool reachable(const Arrows &arrows, const QString &from, const QString &to)
{
    const auto next = arrows.value(from);
    return next.contains(to)
        || std::ranges::any_of(next, [&](const QString &room) { return reachable(arrows, room, to); });
}

/// The arrows that say something: who already reaches a room through another one needs no arrow of its own. Wants no circles.
Arrows withoutShortcuts(const Arrows &arrows)
{
    Arrows kept;
    for (const auto &[from, rooms] : arrows.asKeyValueRange()) {
        kept[from] = {};
        for (const auto &to : rooms) {
            const bool around = std::ranges::any_of(
                rooms, [&](const QString &other) { return other != to && reachable(arrows, other, to); });
            if (!around)
                kept[from].insert(to);
        }
    }
    return kept;
}

QString nameIn(const QString &layer, const QString &folder)
{
    return folder == layer || layer.isEmpty() ? folder : folder.sliced(layer.size() + 1);
}

/// Mermaid takes no slashes in the name of a node.
QString node(QString folder)
{
    return folder.replace(u'/', u'_');
}

} // namespace

RoomPicture::RoomPicture(const RoomPlan &plan, const QMap<QString, QString> &purposes)
    : m_plan(plan)
    , m_purposes(purposes)
{
}

QString RoomPicture::purposeIn(const QString &cmakeText)
{
    static const QRegularExpression comment(
        u"((?:^# [^\\n]*\\n)+)sonde_room\\("_s, QRegularExpression::MultilineOption);
    QStringList lines = comment.match(cmakeText).captured(1).split(u'\n', Qt::SkipEmptyParts);
    for (QString &line : lines)
        line.remove(0, 2);
    return lines.join(u' ');
}

QString RoomPicture::text(const QStringList &layers) const
{
    QString text;
    for (const auto &layer : layers)
        text += u"\n### %1/\n\n"_s.arg(layer) + drawing(layer) + u'\n' + table(layer);
    return text;
}

QString RoomPicture::drawing(const QString &layer) const
{
    const Arrows arrows = withoutShortcuts(m_plan.arrows(layer));
    QStringList lines;
    for (const auto &room : arrows.keys())
        lines += u"    %1[%2]"_s.arg(node(room), nameIn(layer, room));
    for (const auto &[from, rooms] : arrows.asKeyValueRange()) {
        QStringList sorted(rooms.begin(), rooms.end());
        sorted.sort();
        for (const auto &to : sorted)
            lines += u"    %1 --> %2"_s.arg(node(from), node(to));
    }
    return u"```mermaid\nflowchart TD\n"_s + lines.join(u'\n') + u"\n```\n"_s;
}

QString RoomPicture::table(const QString &layer) const
{
    QString table = u"| room | what it is for |\n|---|---|\n"_s;
    for (const auto &room : m_plan.arrows(layer).keys())
        table += u"| `%1/` | %2 |\n"_s.arg(room, m_purposes.value(room));
    return table;
}

QStringList RoomPicture::unexplained() const
{
    QStringList wrong;
    for (const auto &room : m_plan.rooms()) {
        const bool inLayer = room.target.startsWith("sonde_"_L1) && !room.folder.startsWith("tests/"_L1);
        if (inLayer && m_purposes.value(room.folder).isEmpty())
            wrong += u"%1/CMakeLists.txt: say in a sentence above sonde_room( what the room is for"_s.arg(room.folder);
    }
    return wrong;
}
