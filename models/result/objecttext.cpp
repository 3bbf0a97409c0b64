// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/objecttext.h"

#include "models/result/cellformat.h"

#include <QCborArray>
#include <QCborMap>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qsizetype OneLine = 72; ///< characters; what is longer has lines of its own
constexpr int Deepest = 12;       ///< a device may nest as deep as it likes

bool isContainer(const QCborValue &value)
{
    return value.isArray() || value.isMap();
}

QString lineOf(const QCborValue &value, int depth);

QString keyText(const QCborValue &key)
{
    return plainText(key, ValueType::Text);
}

/// A command and its arguments, and nothing else; nullopt when the map is something else.
std::optional<QString> commandLine(const QCborMap &map)
{
    const QCborValue command = map.value("command"_L1);
    const QCborValue arguments = map.value("arguments"_L1);
    const bool only = map.size() == (map.contains("arguments"_L1) ? 2 : 1);
    if (!command.isString() || !only || isContainer(arguments))
        return {};
    const QString rest = plainText(arguments, ValueType::Text);
    return rest.isEmpty() ? command.toString() : QString(command.toString() % u' ' % rest);
}

/// When something happens and of which kind that is, and nothing else: what tells it from others first.
std::optional<QString> scheduleLine(const QCborMap &map)
{
    const QCborValue type = map.value("type"_L1);
    const QCborValue schedule = map.value("schedule"_L1);
    if (map.size() != 2 || !type.isString() || schedule.isUndefined() || schedule.isNull() || isContainer(schedule))
        return {};
    return QString(plainText(schedule, ValueType::Text) % " ("_L1 % type.toString() % u')');
}

QString mapLine(const QCborMap &map, int depth)
{
    if (const auto command = commandLine(map))
        return *command;
    if (const auto schedule = scheduleLine(map))
        return *schedule;
    QStringList fields;
    for (const auto &[key, value] : map) {
        if (value.isNull() || value.isUndefined())
            continue;
        const QString text = lineOf(value, depth + 1);
        fields += keyText(key) % ": "_L1 % (isContainer(value) && value.isMap() ? QString(u'(' % text % u')') : text);
    }
    return fields.join(", "_L1);
}

QString arrayLine(const QCborArray &array, int depth)
{
    QStringList items;
    for (const auto &item : array)
        items += lineOf(item, depth + 1);
    const bool simple = std::ranges::none_of(array, [](const auto &item) { return isContainer(item); });
    return items.join(simple ? ", "_L1 : "; "_L1);
}

QString lineOf(const QCborValue &value, int depth)
{
    if (depth > Deepest)
        return u"…"_s;
    if (value.isMap())
        return mapLine(value.toMap(), depth);
    return value.isArray() ? arrayLine(value.toArray(), depth) : plainText(value, ValueType::Text);
}

} // namespace

QString objectLine(const QCborValue &value)
{
    return lineOf(value, 0);
}

QList<ObjectLine> objectLines(const QString &name, const QCborValue &value, int depth)
{
    const bool fits = !isContainer(value) || depth > Deepest || objectLine(value).size() <= OneLine;
    if (fits || (value.isMap() && commandLine(value.toMap())))
        return {{depth, name, value}};
    QList<ObjectLine> lines{{depth, name, QCborValue(QCborValue::Undefined)}};
    if (value.isMap()) {
        const QCborMap map = value.toMap();
        for (const auto &[key, field] : map) {
            if (!field.isNull() && !field.isUndefined())
                lines += objectLines(keyText(key), field, depth + 1);
        }
    } else {
        int number = 0;
        const QCborArray array = value.toArray();
        for (const auto &item : array)
            lines += objectLines(QString::number(++number), item, depth + 1);
    }
    return lines;
}

} // namespace Sonde::Client
