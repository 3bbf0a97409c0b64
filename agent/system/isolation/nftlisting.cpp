// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/nftlisting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Nft {

namespace {

QByteArray bytes(const QJsonValue &value)
{
    return value.toString().toUtf8();
}

/// One device or several.
QByteArrayList devicesOf(const QJsonValue &value)
{
    QByteArrayList devices;
    if (value.isString())
        devices += bytes(value);
    const auto list = value.toArray();
    for (const auto &one : list)
        devices += bytes(one);
    return devices;
}

/// QJsonObject keeps its keys sorted, so equal rules are equal bytes.
void addRule(ListedTable &table, const QJsonObject &rule)
{
    QJsonArray meaning;
    const auto expressions = rule.value("expr"_L1).toArray();
    for (const auto &expression : expressions) {
        const QJsonValue counter = expression["counter"_L1];
        if (counter.isObject())
            table.refused += counter["packets"_L1].toInteger();
        meaning.append(counter.isUndefined() ? expression : QJsonValue(u"counter"_s));
    }
    table.chains[bytes(rule.value("chain"_L1))].rules += QJsonDocument(meaning).toJson(QJsonDocument::Compact);
}

void addChain(ListedTable &table, const QJsonObject &chain)
{
    ListedChain &listed = table.chains[bytes(chain.value("name"_L1))];
    listed.hook = bytes(chain.value("hook"_L1));
    listed.policy = bytes(chain.value("policy"_L1));
    listed.priority = chain.value("prio"_L1).toInt();
    listed.devices = devicesOf(chain.value("dev"_L1));
}

void addItem(ListedTable &table, const QString &kind, const QJsonObject &item)
{
    if (kind == u"chain")
        addChain(table, item);
    else if (kind == u"rule")
        addRule(table, item);
    else if (kind == u"table" && item.contains("flags"_L1)) // "dormant": it is there and does nothing
        table.others += "table";
    else if (kind != u"metainfo" && kind != u"table")
        table.others += kind.toUtf8();
}

bool isSameChain(const ListedChain &one, const ListedChain &other)
{
    return one.hook == other.hook && one.policy == other.policy && one.priority == other.priority
        && one.devices == other.devices && one.rules == other.rules;
}

} // namespace

bool ListedTable::isSameAs(const ListedTable &other) const
{
    return others == other.others && chains.size() == other.chains.size()
        && std::ranges::all_of(chains.asKeyValueRange(), [&other](const auto &entry) {
               const auto found = other.chains.constFind(entry.first);
               return found != other.chains.constEnd() && isSameChain(entry.second, *found);
           });
}

Result<ListedTable> parseListing(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    const QJsonValue items = document.object().value("nftables"_L1);
    if (!items.isArray())
        return fail(ErrorCode::ProtocolViolation, u"nft"_s, error.errorString());
    ListedTable table;
    const auto list = items.toArray();
    for (const auto &item : list) {
        const QJsonObject fields = item.toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it)
            addItem(table, it.key(), it.value().toObject());
    }
    return table;
}

QHash<QByteArray, MeantChain> chainsOf(const QByteArray &script)
{
    QHash<QByteArray, MeantChain> chains;
    MeantChain *chain = nullptr;
    const auto lines = script.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArrayList words = line.trimmed().split(' ');
        if (words.first() == "chain") {
            chain = &chains[words.at(1)];
        } else if (words.first() == "}") {
            chain = nullptr;
        } else if (chain && words.first() == "type") {
            chain->hook = words.at(3);
        } else if (chain) {
            ++chain->rules;
        }
    }
    return chains;
}

bool isAsMeant(const ListedTable &table, const QHash<QByteArray, MeantChain> &meant)
{
    return table.others.isEmpty() && table.chains.size() == meant.size()
        && std::ranges::all_of(meant.asKeyValueRange(), [&table](const auto &entry) {
               const ListedChain chain = table.chains.value(entry.first);
               return chain.hook == entry.second.hook && chain.policy == "drop"
                   && chain.rules.size() == entry.second.rules;
           });
}

} // namespace Sonde::Agent::Nft
