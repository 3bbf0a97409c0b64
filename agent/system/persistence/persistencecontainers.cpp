// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/files/treeglob.h"
#include "agent/system/linux/keyfile.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

QJsonObject jsonOf(PersistenceSink &sink, const QByteArray &path)
{
    return QJsonDocument::fromJson(sink.tree().tryRead(path).value_or(QByteArray())).object();
}

QByteArray commandOf(const QJsonObject &config)
{
    QByteArrayList words{config[u"Path"].toString().toUtf8()};
    for (const QJsonValue &argument : config[u"Args"].toArray())
        words += argument.toString().toUtf8();
    return words.join(' ').trimmed();
}

/// What lets it out of its container.
void insertFreedoms(QCborMap &details, const QJsonObject &host)
{
    details.insert(u"privileged"_s, host[u"Privileged"].toBool());
    for (const auto &[key, name] :
        {std::pair(u"PidMode"_s, u"pid_mode"_s), std::pair(u"NetworkMode"_s, u"network_mode"_s),
            std::pair(u"IpcMode"_s, u"ipc_mode"_s), std::pair(u"UsernsMode"_s, u"user_mode"_s)}) {
        if (const QString mode = host[key].toString(); mode == u"host")
            details.insert(name, mode);
    }
    QCborArray binds;
    for (const QJsonValue &bind : host[u"Binds"].toArray())
        binds.append(bind.toString());
    if (!binds.isEmpty())
        details.insert(u"binds"_s, binds);
    QCborArray added;
    for (const QJsonValue &capability : host[u"CapAdd"].toArray())
        added.append(capability.toString());
    if (!added.isEmpty())
        details.insert(u"added_capabilities"_s, added);
}

void addDocker(PersistenceSink &sink, const QByteArray &path)
{
    const QJsonObject container = jsonOf(sink, path);
    const QJsonObject host = jsonOf(sink, folderOf(path) + "/hostconfig.json");
    if (container.isEmpty())
        return;
    const QString restart = host[u"RestartPolicy"][u"Name"].toString();
    const bool isRunning = container[u"State"][u"Running"].toBool();
    QCborMap details{
        {u"image"_s, container[u"Config"][u"Image"].toString()}, {u"restart"_s, restart}, {u"running"_s, isRunning}};
    insertFreedoms(details, host);
    QByteArray name = container[u"Name"].toString().toUtf8();
    if (name.startsWith('/'))
        name = name.sliced(1);
    sink.addFound({.entry = {.method = u"containers"_s,
                       .name = name,
                       .enabled = restart == "always"_L1 || (restart == "unless-stopped"_L1 && isRunning) || isRunning,
                       .command = commandOf(container),
                       .path = path,
                       .details = details},
        .runsElsewhere = true});
}

/// Files of which podman makes units: podman-systemd.unit(5).
void addQuadlet(PersistenceSink &sink, const QByteArray &path, const QByteArray &user)
{
    const KeyFile file = KeyFile::parse(sink.tree().read(path).value_or(QByteArray()), KeyFile::Lines::Continued);
    QCborMap details;
    if (const QByteArray image = file.value("Container", "Image"); !image.isEmpty())
        details.insert(u"image"_s, deviceText(image));
    if (!user.isEmpty())
        details.insert(u"user"_s, deviceText(user));
    sink.addFound({.entry = {.method = u"containers"_s,
                       .name = baseName(path),
                       .enabled = !file.values("Install", "WantedBy").isEmpty(),
                       .command = file.value("Container", "Exec"),
                       .path = path,
                       .details = details},
        .runsElsewhere = true});
}

bool isQuadlet(const QByteArray &path)
{
    static constexpr std::array<QByteArrayView, 2> endings{".container", ".kube"};
    return std::ranges::any_of(endings, [&path](QByteArrayView ending) { return path.endsWith(ending); });
}

} // namespace

void addContainers(PersistenceSink &sink)
{
    for (const QByteArray &path : globPaths(sink.tree(), "/var/lib/docker/containers/*/config.v2.json"))
        addDocker(sink, path);
    for (const char *folder : {"/etc/containers/systemd", "/usr/share/containers/systemd", "/run/containers/systemd",
             "/etc/containers/systemd/users"}) {
        for (const QByteArray &path : sink.tree().entries(folder)) {
            if (isQuadlet(path))
                addQuadlet(sink, path, {});
        }
    }
    for (const Home &home : listHomes(sink.tree())) {
        for (const QByteArray &path : sink.tree().entries(home.path + "/.config/containers/systemd")) {
            if (isQuadlet(path))
                addQuadlet(sink, path, home.user);
        }
    }
}

} // namespace Sonde::Agent::Linux
