// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/persistence/persistencesink.h"

#include "agent/system/files/filetree.h"
#include "protocol/base/devicepath.h"
#include "protocol/digest/digest.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

void PersistenceSink::addFound(Found found)
{
    PersistenceEntry &entry = found.entry;
    if (const auto facts = m_tree.facts(entry.path)) {
        entry.owner = facts->owner;
        entry.created = facts->created;
        entry.modified = facts->modified;
    }
    if (entry.id.isEmpty())
        entry.id = entry.path;
    m_found.push_back(std::move(found));
}

void PersistenceSink::addScript(const QString &method, const QByteArray &path, bool enabled, const QCborMap &details)
{
    add({.method = method,
        .name = baseName(path),
        .enabled = enabled,
        .command = path,
        .path = path,
        .details = details});
}

void PersistenceSink::addScripts(const QString &method, const QByteArray &folder, const QCborMap &details)
{
    for (const QByteArray &path : m_tree.entries(folder)) {
        if (!m_tree.isFolder(path))
            addScript(method, path, m_tree.isExecutable(path), details);
    }
}

void PersistenceSink::addHook(const QString &method, const QByteArray &path, const Hook &hook, const QByteArray &lineId)
{
    QCborMap details;
    if (!hook.subject.isEmpty())
        details.insert(u"for"_s, deviceText(hook.subject));
    add({.method = method,
        .name = hook.name,
        .enabled = true,
        .command = hook.command,
        .path = path,
        .id = lineId,
        .details = details});
}

void PersistenceSink::addHooks(const QString &method, const QByteArray &path, HookParser parse)
{
    if (m_tree.isFolder(path))
        return;
    for (const NamedHook &one : namedHooks(path, m_tree.read(path).value_or(QByteArray()), parse))
        addHook(method, path, one.hook, one.id);
}

void PersistenceSink::addRead(const QString &method, const QByteArray &path, const QCborMap &details)
{
    if (m_tree.exists(path) && !m_tree.isFolder(path))
        addFound(
            {.entry = {.method = method, .name = baseName(path), .enabled = true, .path = path, .details = details},
                .starts = {path}});
}

QCborValue deviceText(const QByteArray &text)
{
    return DevicePath(text).toCbor();
}

QCborArray deviceTexts(const QByteArrayList &texts)
{
    QCborArray list;
    for (const QByteArray &text : texts)
        list.append(deviceText(text));
    return list;
}

QByteArray digestOf(const FileTree &tree, const QByteArray &path, qint64 most, Digest digest)
{
    return tree.readPieces(path, most, [&digest](QByteArrayView piece) { digest.add(piece); }) ? digest.result()
                                                                                               : QByteArray();
}

} // namespace Sonde::Agent::Linux
