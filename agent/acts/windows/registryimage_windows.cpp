// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/windows/registryimage_windows.h"

#include "agent/system/windows/devicetext.h"

#include <QCborArray>
#include <QCborMap>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::RegistryImage {

namespace {

using Windows::deviceBytes;
using Windows::KeyTree;
using Windows::StoredValue;

constexpr int MostDepth = 600;

QString nameIn(const QCborMap &map)
{
    return Windows::deviceText(map.value(u"name"_s).toByteArray()).value_or(QString());
}

QCborMap mapOf(const StoredValue &value)
{
    return {{u"name"_s, deviceBytes(value.name)}, {u"type"_s, qint64(value.type)}, {u"data"_s, value.data}};
}

StoredValue valueIn(const QCborMap &map)
{
    return {nameIn(map), quint32(map.value(u"type"_s).toInteger()), map.value(u"data"_s).toByteArray()};
}

QCborMap mapOf(const KeyTree &tree)
{
    QCborArray values;
    for (const StoredValue &one : tree.values)
        values.append(mapOf(one));
    QCborArray keys;
    for (const KeyTree &one : tree.keys)
        keys.append(mapOf(one));
    return {
        {u"name"_s, deviceBytes(tree.name)}, {u"security"_s, tree.security}, {u"values"_s, values}, {u"keys"_s, keys}};
}

KeyTree treeIn(const QCborMap &map, int depth)
{
    KeyTree tree{.name = nameIn(map), .security = map.value(u"security"_s).toString()};
    for (const QCborValue one : map.value(u"values"_s).toArray())
        tree.values.push_back(valueIn(one.toMap()));
    if (depth < MostDepth) {
        for (const QCborValue one : map.value(u"keys"_s).toArray())
            tree.keys.push_back(treeIn(one.toMap(), depth + 1));
    }
    return tree;
}

Result<QCborMap> mapIn(const QByteArray &bytes)
{
    const QCborValue value = QCborValue::fromCbor(bytes);
    if (!value.isMap())
        return fail(ErrorCode::StorageFailed);
    return value.toMap();
}

} // namespace

QByteArray ofValue(const StoredValue &value)
{
    return QCborValue(mapOf(value)).toCbor();
}

Result<StoredValue> value(const QByteArray &bytes)
{
    return mapIn(bytes).transform(&valueIn);
}

QByteArray ofTree(const KeyTree &tree)
{
    return QCborValue(mapOf(tree)).toCbor();
}

Result<KeyTree> tree(const QByteArray &bytes)
{
    return mapIn(bytes).transform([](const QCborMap &map) { return treeIn(map, 0); });
}

Result<void> fillGaps(const QString &key, Windows::RegistryView view, const KeyTree &tree)
{
    const auto there = Windows::RegistryKeyHandle::open(key, view);
    if (!there)
        return Windows::makeTree(key, view, tree);
    for (const StoredValue &one : tree.values) {
        if (there->has(one.name))
            continue;
        if (const auto set = Windows::setValue(key, view, one); !set)
            return set;
    }
    for (const KeyTree &one : tree.keys) {
        if (const auto filled = fillGaps(key + u'\\' + one.name, view, one); !filled)
            return filled;
    }
    return {};
}

} // namespace Sonde::Agent::RegistryImage
