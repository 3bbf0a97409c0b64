// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/ceiling.h"

#include "protocol/command/catalogue.h"

#include <QCborArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr auto Never = "never"_L1;
constexpr qint64 LongestConfiguration = 64 * 1024;

/// Only what a device does can be kept from it; without `connect` there would be no session at all, which is said otherwise.
Result<QString> deviceVerb(const QJsonValue &value)
{
    const CommandSpec *command = Catalogue::instance().find(value.toString());
    if (command && command->runs == Runs::Device)
        return command->verb;
    return fail(ErrorCode::BadValue, value.toVariant().toString(), u"no command of devices"_s)
        .with(Fact::Nearest, QCborArray::fromStringList(Catalogue::instance().nearestVerbs(value.toString())));
}

} // namespace

Result<QStringList> readCeiling(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QStringList();
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorCode::StorageFailed, path, file.errorString());
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.read(LongestConfiguration), &error);
    if (!document.isObject())
        return fail(ErrorCode::BadValue, path, error.errorString());
    const QJsonObject object = document.object();
    QStringList verbs;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() != Never || !member->isArray())
            return fail(ErrorCode::BadValue, member.key(), u"the configuration has a list “never” and nothing else"_s);
        for (const QJsonValue value : member->toArray()) {
            const auto verb = deviceVerb(value);
            if (!verb)
                return std::unexpected(verb.error());
            verbs << *verb;
        }
    }
    return verbs;
}

} // namespace Sonde::Agent
