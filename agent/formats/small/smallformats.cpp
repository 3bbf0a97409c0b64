// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/small/smallformats.h"

#include "agent/formats/base/details.h"
#include "agent/formats/base/textdecoder.h"
#include "agent/formats/small/propertylist.h"
#include "agent/formats/small/registryexport.h"
#include "agent/formats/small/shelllink.h"
#include "agent/formats/small/taskxml.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr qint64 HeadBytes = 1024;
constexpr qint64 MostContentBytes = 64 * 1024; ///< of a property list that is shown as a whole
constexpr qsizetype MostDataBytes = 4096;      ///< of one value of the registry

// ---- property lists

/// What launchd does with it, under the names that other formats have for the same.
void insertJob(QCborMap &details, const QCborMap &list)
{
    static constexpr std::pair<QLatin1StringView, QLatin1StringView> facts[]{{"Label"_L1, "label"_L1},
        {"Program"_L1, "program"_L1}, {"ProgramArguments"_L1, "arguments"_L1}, {"RunAtLoad"_L1, "run_at_load"_L1},
        {"KeepAlive"_L1, "keep_alive"_L1}, {"StartInterval"_L1, "start_interval"_L1},
        {"StartCalendarInterval"_L1, "start_calendar_interval"_L1}, {"WatchPaths"_L1, "watch_paths"_L1},
        {"QueueDirectories"_L1, "queue_directories"_L1}, {"StartOnMount"_L1, "start_on_mount"_L1},
        {"UserName"_L1, "user"_L1}, {"GroupName"_L1, "group"_L1}, {"Disabled"_L1, "disabled"_L1},
        {"WorkingDirectory"_L1, "working_directory"_L1}, {"EnvironmentVariables"_L1, "environment"_L1},
        {"StandardOutPath"_L1, "output_path"_L1}, {"StandardErrorPath"_L1, "error_path"_L1},
        {"CFBundleIdentifier"_L1, "bundle_identifier"_L1}, {"CFBundleExecutable"_L1, "bundle_executable"_L1},
        {"CFBundleShortVersionString"_L1, "bundle_version"_L1}};
    for (const auto &[key, name] : facts) {
        if (const QCborValue value = foreignValue(list, key); !value.isUndefined())
            details.insert(name, value);
    }
}

QCborMap propertyListDetails(const QByteArray &bytes)
{
    const auto read = readPropertyList(bytes);
    if (!read)
        return {};
    const QCborValue list = plainValue(read->value);
    QCborMap details{{u"format"_s, u"property list"_s}, {u"encoding"_s, read->encoding}};
    insertJob(details, list.toMap());
    if (!read->isWhole)
        details.insert(u"incomplete"_s, true);
    else if (list.toCbor().size() <= MostContentBytes)
        details.insert(u"content"_s, list);
    return details;
}

// ---- scheduled tasks of Windows

QCborArray things(const QList<QCborMap> &list)
{
    QCborArray array;
    for (const QCborMap &thing : list) {
        QCborMap named;
        for (const auto &[key, value] : thing) {
            // StartBoundary becomes start_boundary, and Repetition.Interval repetition_interval.
            QString name;
            for (const QChar c : key.toString()) {
                if ((c.isUpper() || c == u'.') && !name.isEmpty() && !name.endsWith(u'_'))
                    name += u'_';
                if (c != u'.')
                    name += c.toLower();
            }
            insertForeign(named, name, value);
        }
        array.append(named);
    }
    return array;
}

void insertTask(QCborMap &details, const TaskDefinition &task)
{
    insertText(details, u"name"_s, task.name);
    insertText(details, u"author"_s, task.author);
    insertText(details, u"description"_s, task.description);
    insertText(details, u"uri"_s, task.uri);
    insertText(details, u"source"_s, task.source);
    insertText(details, u"date"_s, task.date);
    details.insert(u"hidden"_s, task.isHidden);
    details.insert(u"enabled"_s, task.isEnabled);
    QCborMap principal;
    insertText(principal, u"user"_s, task.userId);
    insertText(principal, u"group"_s, task.groupId);
    insertText(principal, u"logon_type"_s, task.logonType);
    insertText(principal, u"run_level"_s, task.runLevel);
    insertMap(details, u"principal"_s, principal);
    details.insert(u"triggers"_s, things(task.triggers));
    details.insert(u"actions"_s, things(task.actions));
}

QCborMap taskDetails(const QString &text)
{
    const TaskListing listing = readTaskXml(text);
    if (listing.tasks.isEmpty())
        return {};
    if (listing.tasks.size() == 1 && listing.tasks.constFirst().name.isEmpty()) {
        QCborMap details{{u"format"_s, u"task"_s}};
        insertTask(details, listing.tasks.constFirst());
        return details;
    }
    QCborArray tasks;
    for (const TaskDefinition &task : listing.tasks) {
        QCborMap details;
        insertTask(details, task);
        tasks.append(details);
    }
    QCborMap details{{u"format"_s, u"task listing"_s}, {u"tasks"_s, tasks}};
    if (!listing.isWhole)
        details.insert(u"incomplete"_s, true);
    return details;
}

// ---- registry exports

QCborMap valueDetails(const RegistryValue &value)
{
    QCborMap map{{u"name"_s, value.name}};
    insertText(map, u"type"_s, value.type);
    if (value.isDeleted)
        map.insert(u"deleted"_s, true);
    else
        map.insert(u"data"_s, value.text.first(std::min(value.text.size(), MostDataBytes)));
    return map;
}

QCborMap registryDetails(const QByteArray &bytes)
{
    const auto read = readRegistryExport(bytes);
    if (!read)
        return {};
    QCborArray keys;
    qsizetype left = MostListed * 4; // of values in all keys
    for (const RegistryKey &key : read->keys) {
        if (keys.size() >= MostListed)
            break;
        QCborArray values;
        for (const RegistryValue &value : key.values) {
            if (left-- > 0)
                values.append(valueDetails(value));
        }
        QCborMap map{{u"path"_s, key.path}, {u"values"_s, values}};
        if (key.isDeleted)
            map.insert(u"deleted"_s, true);
        keys.append(map);
    }
    return {{u"format"_s, u"registry export"_s}, {u"version"_s, read->version}, {u"encoding"_s, read->encoding},
        {u"keys"_s, keys}, {u"key_count"_s, read->keys.size()}, {u"value_count"_s, read->valueCount}};
}

// ---- shortcuts

void insertTexts(QCborMap &details, const LinkTexts &texts)
{
    insertText(details, u"arguments"_s, texts.arguments);
    insertText(details, u"working_directory"_s, texts.workingDirectory);
    insertText(details, u"relative_path"_s, texts.relativePath);
    insertText(details, u"description"_s, texts.description);
    insertText(details, u"icon"_s, texts.icon);
}

QCborMap linkDetails(const QByteArray &bytes)
{
    const auto link = readShellLink(bytes);
    if (!link)
        return {};
    static constexpr NamedNumber shows[]{{1, "normal"}, {3, "maximised"}, {7, "minimised"}};
    QCborMap details{{u"format"_s, u"shortcut"_s}};
    insertText(details, u"target"_s, link->target);
    insertText(details, u"item_list"_s, link->items.join(u" > "_s));
    insertText(details, u"environment_target"_s, link->environmentTarget);
    insertText(details, u"item_target"_s, link->itemTarget);
    insertTexts(details, link->texts);
    QCborArray hints;
    if (!link->itemTarget.isEmpty())
        hints.append(u"two_targets"_s);
    if (link->written) {
        QCborMap written;
        insertTexts(written, *link->written);
        details.insert(u"as_written"_s, written);
        hints.append(u"longer_than_windows_reads"_s);
    }
    insertList(details, u"hints"_s, hints);
    insertText(details, u"machine"_s, link->machine);
    details.insert(u"show"_s, nameOf(link->show, shows, u"show"));
    details.insert(u"runs_as_administrator"_s, link->runsAsAdministrator);
    details.insert(u"target_size"_s, link->size);
    insertTime(details, u"target_created"_s, link->created);
    insertTime(details, u"target_modified"_s, link->modified);
    insertTime(details, u"target_accessed"_s, link->accessed);
    return details;
}

/// The outermost element, behind whatever comments.
QString rootElement(const QString &text)
{
    QXmlStreamReader xml(text);
    xml.setEntityExpansionLimit(0);
    return xml.readNextStartElement() ? xml.name().toString() : QString();
}

QCborMap xmlDetails(const QByteArray &bytes)
{
    const QString text = decodedText(bytes).text;
    return rootElement(text) == u"plist" ? propertyListDetails(bytes) : taskDetails(text);
}

} // namespace

QCborMap smallFormatDetails(const ByteSource &source)
{
    if (source.size() > ByteSource::MostAtOnce)
        return {};
    const QByteArray head = source.read(0, HeadBytes);
    const auto whole = [&source] { return source.read(0, source.size()); };
    if (isBinaryPropertyList(head))
        return propertyListDetails(whole());
    if (head.startsWith(QByteArrayView("L\0\0\0", 4)))
        return linkDetails(whole());
    const QString text = decodedText(head).text.trimmed();
    if (text.startsWith(u'<')
        || (text.isEmpty() && !head.isEmpty())) // blanks may go before it, as many as somebody likes
        return xmlDetails(whole());
    if (text.startsWith(u"REGEDIT4") || text.startsWith(u"Windows Registry Editor"))
        return registryDetails(whole());
    return {};
}

} // namespace Sonde::Agent
