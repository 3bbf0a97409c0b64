// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/isolationorder.h"

#include "agent/system/storage/storage.h"
#include "protocol/base/reason.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QJsonArray asArray(const std::vector<Passage> &passages)
{
    QJsonArray texts;
    for (const Passage &passage : passages)
        texts.append(passage.toString());
    return texts;
}

Result<std::vector<Passage>> passagesFrom(const QJsonValue &texts)
{
    std::vector<Passage> passages;
    const auto list = texts.toArray();
    for (const auto &text : list) {
        const auto passage = parsePassage(text.toString());
        if (!passage)
            return std::unexpected(passage.error());
        passages.push_back(*passage);
    }
    return passages;
}

} // namespace

std::vector<Passage> IsolationOrder::passages() const
{
    std::vector<Passage> all = service;
    all.insert(all.end(), extras.begin(), extras.end());
    return all;
}

Result<std::optional<IsolationOrder>> IsolationFile::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StorageFailed, m_path, file.errorString());
    const QJsonObject fields = QJsonDocument::fromJson(file.readAll()).object();
    auto service = passagesFrom(fields.value("service"_L1));
    auto extras = passagesFrom(fields.value("extras"_L1));
    if (!service || !extras || service->empty())
        return fail(ErrorCode::StorageFailed, m_path, Reason::NotAWholeOrder);
    return IsolationOrder{std::move(*service), std::move(*extras),
        QDateTime::fromString(fields.value("since"_L1).toString(), Qt::ISODateWithMs),
        fields.value("analyst"_L1).toString(), fields.value("reason"_L1).toString(),
        fields.value("proved"_L1).toBool()};
}

Result<void> IsolationFile::save(const IsolationOrder &order) const
{
    const QJsonObject fields{{u"service"_s, asArray(order.service)}, {u"extras"_s, asArray(order.extras)},
        {u"since"_s, order.since.toUTC().toString(Qt::ISODateWithMs)}, {u"analyst"_s, order.analyst},
        {u"reason"_s, order.reason}, {u"proved"_s, order.proved}};
    return savePrivateFile(m_path, QJsonDocument(fields).toJson());
}

Result<void> IsolationFile::remove() const
{
    if (QFile::remove(m_path) || !QFile::exists(m_path))
        return {};
    return fail(ErrorCode::StorageFailed, m_path);
}

} // namespace Sonde::Agent
