// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/syslog/syslogmessage.h"

#include "protocol/journal/activity.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

constexpr int LogAudit = 13;
constexpr int Alert = 1;
constexpr int Warning = 4;
constexpr int Informational = 6;
/// Every receiver of RFC 5425 should take 8192 bytes.
constexpr qsizetype LongestMessage = 6000;
constexpr qsizetype LongestHost = 255;
constexpr qsizetype LongestKind = 32;
/// That of documentation: ours is not registered.
constexpr QByteArrayView Enterprise = "sonde@32473";
constexpr QByteArrayView Utf8Mark = "\xef\xbb\xbf";

/// A name of the header: letters of ASCII that are printed.
QByteArray headerWord(const QString &text, qsizetype most)
{
    QByteArray word;
    for (const QChar letter : text.left(most))
        word += letter > u' ' && letter <= u'~' ? char(letter.unicode()) : '_';
    return word.isEmpty() ? QByteArray("-") : word;
}

QByteArray parameter(QByteArrayView name, const QString &value)
{
    QByteArray escaped;
    for (const char byte : value.toUtf8()) {
        if (byte == '"' || byte == '\\' || byte == ']')
            escaped += '\\';
        escaped += byte;
    }
    return ' ' + name.toByteArray() + "=\"" + escaped + '"';
}

int severityOf(const JournalEntry &entry)
{
    const bool isAlarm = std::holds_alternative<Event::BreakGlassArmed>(entry.event)
        || std::holds_alternative<Event::BreakGlassUsed>(entry.event)
        || std::holds_alternative<Event::BreakGlassEnded>(entry.event);
    if (isAlarm)
        return Alert;
    const auto activity = activityOf(entry);
    return activity && activity->outcome == ActivityOutcome::Refused ? Warning : Informational;
}

QByteArray structuredData(const JournalEntry &entry)
{
    QByteArray data = '[' + Enterprise.toByteArray() + parameter("entry", QString::number(entry.number))
        + parameter("hash", QString::fromLatin1(entry.hash.toHex()))
        + parameter("previous", QString::fromLatin1(entry.previous.toHex())) + parameter("actor", entry.actor);
    if (entry.device.isValid())
        data += parameter("device", entry.device.value());
    if (entry.session.isValid())
        data += parameter("session", entry.session.toString());
    if (entry.command.isValid())
        data += parameter("command", entry.command.toString());
    return data + ']';
}

/// Not in the middle of a letter.
QByteArray cut(const QByteArray &utf8)
{
    qsizetype end = std::min(utf8.size(), LongestMessage);
    while (end < utf8.size() && end > 0 && (uchar(utf8.at(end)) & 0xc0) == 0x80)
        --end;
    return utf8.first(end);
}

} // namespace

QByteArray syslogFrame(const JournalEntry &entry, const QString &host)
{
    const QJsonObject object = toJson(entry);
    const QByteArray facts = QJsonDocument(object.value("facts"_L1).toObject()).toJson(QJsonDocument::Compact);
    const QByteArray message = '<' + QByteArray::number(LogAudit * 8 + severityOf(entry)) + ">1 "
        + entry.time.toUTC().toString(Qt::ISODateWithMs).toLatin1() + ' ' + headerWord(host, LongestHost)
        + " sonde-service " + QByteArray::number(QCoreApplication::applicationPid()) + ' '
        + headerWord(eventName(entry.event), LongestKind) + ' ' + structuredData(entry) + ' ' + Utf8Mark.toByteArray()
        + cut(facts);
    return QByteArray::number(message.size()) + ' ' + message;
}

} // namespace Sonde::Service
