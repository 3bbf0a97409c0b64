// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rooms/roomplan.h"

#include <QRegularExpression>
#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

/// The layers, and those right below each one. Tests may include everything; nobody includes tests.
const QMap<QString, QStringList> &layersBelow()
{
    static const QMap<QString, QStringList> below{
        {u"ui"_s, {u"ui/report"_s, u"ui/words"_s, u"controllers"_s}},
        {u"ui/cli"_s, {u"ui/report"_s, u"ui/words"_s, u"controllers"_s}},
        {u"ui/report"_s, {u"ui/words"_s, u"controllers"_s}},
        {u"ui/words"_s, {u"protocol"_s}},
        {u"controllers"_s, {u"models"_s, u"transport"_s}},
        {u"models"_s, {u"protocol"_s, u"transport/threads"_s}},
        {u"service"_s, {u"protocol/signing"_s, u"transport"_s}},
        {u"agent"_s, {u"agent/formats"_s, u"transport"_s}},
        {u"agent/formats"_s, {u"protocol/signing"_s}},
        {u"transport"_s, {u"transport/threads"_s, u"protocol"_s}},
        {u"transport/threads"_s, {}},
        {u"protocol/signing"_s, {u"protocol"_s}},
        {u"protocol"_s, {}},
    };
    return below;
}

QString layerOf(const QString &path)
{
    QString layer;
    for (const auto &name : layersBelow().keys()) {
        if ((path == name || path.startsWith(name + u'/')) && name.size() > layer.size())
            layer = name;
    }
    return layer;
}

bool reaches(const QString &from, const QString &to)
{
    return from == to
        || std::ranges::any_of(layersBelow().value(from), [&](const QString &below) { return reaches(below, to); });
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

bool isTest(const QString &path)
{
    return path == "tests"_L1 || path.startsWith("tests/"_L1);
}

} // namespace

RoomPlan::RoomPlan(const QStringList &lines, const QHash<QString, QString> &texts)
    : m_texts(texts)
{
    for (const auto &line : lines) {
        const auto parts = line.split(u'|');
        if (parts.size() != 5)
            continue;
        const auto words = [&](int part) { return parts.at(part).split(u' ', Qt::SkipEmptyParts); };
        m_rooms.append({parts.at(0), parts.at(1), words(2), words(3), words(4)});
    }
}

bool RoomPlan::mayInclude(const QString &from, const QString &to)
{
    return isTest(from) || (!isTest(to) && reaches(layerOf(from), layerOf(to)));
}

QStringList RoomPlan::includesIn(const QString &text)
{
    static const QRegularExpression include(
        uR"re(^\s*#\s*include\s*"([^"]+)")re"_s, QRegularExpression::MultilineOption);
    QStringList files;
    for (const auto &match : include.globalMatch(text)) {
        const QString file = match.captured(1);
        if (!file.endsWith(".moc"_L1) && !file.startsWith("moc_"_L1))
            files.append(file);
    }
    return files;
}

QStringList RoomPlan::homeless() const
{
    QHash<QString, int> homes;
    for (const auto &room : m_rooms) {
        for (const auto &source : room.sources)
            ++homes[room.folder + u'/' + source];
    }
    static const QRegularExpression elsewhere(u"_(linux|unix|windows|macos)\\.(cpp|h)$"_s);
    QStringList wrong;
    for (const auto &file : m_texts.keys()) {
        const int count = homes.value(file);
        if (count > 1)
            wrong += u"%1 is in %2 rooms"_s.arg(file).arg(count);
        else if (count == 0 && !isTest(file) && !elsewhere.match(file).hasMatch())
            wrong += u"%1 is in no room: name it in the CMakeLists.txt beside it"_s.arg(file);
    }
    wrong.sort();
    return wrong;
}

QString RoomPlan::wrongInclude(const Room &room, const QString &file, const QString &included) const
{
    const QString from = room.folder + u'/' + file;
    const QString to = folderOf(included);
    if (!included.contains(u'/'))
        return u"%1: \"%2\" does not name its room"_s.arg(from, included);
    if (!m_texts.contains(included))
        return u"%1: \"%2\" is nowhere in the tree"_s.arg(from, included);
    if (!mayInclude(from, included))
        return u"%1: \"%2\" is against the arrows of the layers"_s.arg(from, included);
    if (to == room.folder)
        return {};
    if (!room.exposes.contains(to) && !room.uses.contains(to))
        return u"%1: \"%2\", but %3 does not name the room %4"_s.arg(from, included, room.target, to);
    if (file.endsWith(".h"_L1) && room.target.startsWith("sonde_"_L1) && !room.exposes.contains(to))
        return u"%1: \"%2\" in a header, so %3 has to expose %4"_s.arg(from, included, room.target, to);
    return {};
}

QStringList RoomPlan::wrongIncludesOf(const Room &room) const
{
    QStringList wrong;
    for (const auto &file : room.sources) {
        for (const auto &included : includesIn(m_texts.value(room.folder + u'/' + file))) {
            if (const QString what = wrongInclude(room, file, included); !what.isEmpty())
                wrong += what;
        }
    }
    return wrong;
}

QStringList RoomPlan::wrongIncludes() const
{
    QStringList wrong;
    for (const auto &room : m_rooms)
        wrong += wrongIncludesOf(room);
    wrong.sort();
    return wrong;
}

QStringList RoomPlan::namedInVain() const
{
    QStringList wrong;
    for (const auto &room : m_rooms) {
        QSet<QString> included;
        for (const auto &file : m_texts.keys()) { // the files for other platforms, too
            if (folderOf(file) != room.folder)
                continue;
            for (const auto &header : includesIn(m_texts.value(file)))
                included.insert(folderOf(header));
        }
        for (const auto &named : room.exposes + room.uses) {
            if (!included.contains(named) && named != room.folder)
                wrong += u"%1 names %2 and includes nothing of it"_s.arg(room.target, named);
        }
    }
    wrong.sort();
    return wrong;
}

QMap<QString, QSet<QString>> RoomPlan::arrows(const QString &layer) const
{
    const auto inside = [&](const QString &folder) {
        return !isTest(folder) && (layer.isEmpty() || folder == layer || folder.startsWith(layer + u'/'));
    };
    QMap<QString, QSet<QString>> arrows;
    for (const auto &[file, text] : m_texts.asKeyValueRange()) {
        const QString from = folderOf(file);
        if (!inside(from))
            continue;
        auto &to = arrows[from];
        for (const auto &included : includesIn(text)) {
            const QString room = folderOf(included);
            if (room != from && inside(room))
                to.insert(room);
        }
    }
    return arrows;
}

QStringList RoomPlan::circles() const
{
    const auto all = arrows({});
    QStringList wrong;
    QHash<QString, int> state; // 1: on the way, 2: done
    QStringList way;
    const std::function<void(const QString &)> visit = [&](const QString &room) {
        state[room] = 1;
        way.append(room);
        for (const auto &next : all.value(room)) {
            if (state.value(next) == 1)
                wrong += (way.mid(way.indexOf(next)) << next).join(u" → "_s);
            else if (!state.contains(next))
                visit(next);
        }
        way.removeLast();
        state[room] = 2;
    };
    for (const auto &room : all.keys()) {
        if (!state.contains(room))
            visit(room);
    }
    return wrong;
}

QStringList RoomPlan::crowded(int most) const
{
    QHash<QString, int> sources;
    for (const auto &file : m_texts.keys()) {
        if (!isTest(file) && file.endsWith(".cpp"_L1))
            ++sources[folderOf(file)];
    }
    QStringList wrong;
    for (const auto &[room, count] : sources.asKeyValueRange()) {
        if (count > most)
            wrong += u"%1 has %2 sources; %3 are enough"_s.arg(room).arg(count).arg(most);
    }
    return wrong;
}

RoomPlan::Figures RoomPlan::figures(const QString &layer) const
{
    const auto all = arrows(layer);
    QHash<QString, qsizetype> floors;
    const std::function<qsizetype(const QString &)> floor = [&](const QString &room) -> qsizetype {
        if (const auto known = floors.constFind(room); known != floors.cend())
            return *known;
        floors[room] = 1; // a circle ends here
        qsizetype highest = 0;
        for (const auto &below : all.value(room))
            highest = std::max(highest, floor(below));
        return floors[room] = highest + 1;
    };
    Figures figures{.rooms = all.size()};
    for (const auto &[room, below] : all.asKeyValueRange()) {
        figures.floors = std::max(figures.floors, floor(room));
        figures.arrows += below.size();
    }
    return figures;
}
