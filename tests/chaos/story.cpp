// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/story.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Chaos {

namespace {

/// The entries about one command.
class Chapter final
{
public:
    Chapter(const DeviceFile &file, const QList<QJsonObject> &entries)
        : m_file(file)
        , m_entries(entries)
    {
    }

    [[nodiscard]] QStringList flaws() const
    {
        QStringList flaws;
        for (const auto &event : {"command-accepted"_L1, "command-sent"_L1, "command-finished"_L1, "evidence-stored"_L1,
                 "evidence-delivered"_L1}) {
            if (const qsizetype count = all(event).size(); count != 1)
                flaws.append(u"%1 %2 times"_s.arg(event).arg(count));
        }
        if (all("transfer-started"_L1).isEmpty())
            flaws.append(u"transfer-started never"_s);
        if (!goesOnOnly())
            flaws.append(u"went back"_s);
        if (first("evidence-stored"_L1).value("sha256"_L1).toString()
            != QString::fromLatin1(
                m_file.sha256.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)))
            flaws.append(u"stored something else"_s);
        if (first("command-finished"_L1).value("state"_L1).toString() != "completed"_L1)
            flaws.append(u"did not complete"_s);
        return flaws;
    }

private:
    /// Facts of the entries of a kind.
    [[nodiscard]] QList<QJsonObject> all(QLatin1StringView event) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &entry : m_entries) {
            if (entry.value("event"_L1).toString() == event)
                found.append(entry.value("facts"_L1).toObject());
        }
        return found;
    }
    [[nodiscard]] QJsonObject first(QLatin1StringView event) const { return all(event).value(0); }

    [[nodiscard]] bool goesOnOnly() const
    {
        qint64 reached = 0;
        for (const QJsonObject &entry : m_entries) {
            const QJsonValue offset = entry.value("facts"_L1).toObject().value("offset"_L1);
            if (offset.isUndefined())
                continue;
            if (offset.toInteger() < reached)
                return false;
            reached = offset.toInteger();
        }
        return true;
    }

    const DeviceFile &m_file;
    const QList<QJsonObject> &m_entries;
};

} // namespace

QString lineFor(const DeviceFile &file)
{
    return u"getfile %1 &"_s.arg(file.path);
}

QStringList flawsOfStory(const QList<QJsonObject> &journal, const std::vector<DeviceFile> &files)
{
    QHash<QString, qint64> commands;
    QHash<qint64, QList<QJsonObject>> entries;
    for (const QJsonObject &entry : journal) {
        const qint64 command = entry.value("command"_L1).toVariant().toLongLong();
        entries[command].append(entry);
        if (entry.value("event"_L1).toString() == "command-accepted"_L1)
            commands.insert(entry.value("facts"_L1).toObject().value("line"_L1).toString(), command);
    }
    QStringList flaws;
    for (const DeviceFile &file : files) {
        const auto about = entries.value(commands.value(lineFor(file)));
        for (const QString &flaw : Chapter(file, about).flaws())
            flaws.append(u"the journal of %1: %2"_s.arg(file.path, flaw));
    }
    return flaws;
}

} // namespace Sonde::Client::Chaos
