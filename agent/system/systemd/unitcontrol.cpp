// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/systemd/unitcontrol.h"

#include "agent/system/files/files.h"
#include "agent/system/files/filetree.h"
#include "agent/system/systemd/busrefusal.h"
#include "agent/system/systemd/systemdbus.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

/// A reload reads hundreds of files.
constexpr int OrderPatienceMs = 30'000;
const auto BusName = u"org.freedesktop.systemd1"_s;

} // namespace

Result<std::unique_ptr<UnitControl>> UnitControl::connect(const FileTree &tree)
{
    return connectToSystemd(tree).transform(
        [](const QString &name) { return std::unique_ptr<UnitControl>(new UnitControl(name, BusName)); });
}

Result<std::unique_ptr<UnitControl>> UnitControl::connectToUser(const FileTree &tree, qint64 user)
{
    return connectToUsersSystemd(tree, user).transform([](const QString &name) {
        return std::unique_ptr<UnitControl>(new UnitControl(name, {}));
    });
}

std::vector<qint64> UnitControl::users(const FileTree &tree)
{
    std::vector<qint64> users;
    std::ignore = readDirectory(tree.outside("/run/user"), [&users](const DirectoryEntry &entry) {
        bool isNumber = false;
        const qint64 user = entry.name.toLongLong(&isNumber);
        if (isNumber)
            users.push_back(user);
        return true;
    });
    std::ranges::sort(users);
    return users;
}

UnitControl::~UnitControl()
{
    if (m_service.isEmpty())
        QDBusConnection::disconnectFromPeer(m_name);
    else
        QDBusConnection::disconnectFromBus(m_name);
}

Result<QVariantList> UnitControl::ask(const QString &method, const QVariantList &arguments) const
{
    auto call = QDBusMessage::createMethodCall(
        m_service, u"/org/freedesktop/systemd1"_s, u"org.freedesktop.systemd1.Manager"_s, method);
    call.setArguments(arguments);
    const QDBusMessage reply = QDBusConnection(m_name).call(call, QDBus::Block, OrderPatienceMs);
    if (reply.type() != QDBusMessage::ReplyMessage)
        return std::unexpected(busRefusal(QDBusError(reply)));
    return reply.arguments();
}

QVariant UnitControl::property(const QString &object, const char *interface, const char *name) const
{
    auto call = QDBusMessage::createMethodCall(m_service, object, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << QString::fromLatin1(interface) << QString::fromLatin1(name);
    const QDBusMessage reply = QDBusConnection(m_name).call(call, QDBus::Block, OrderPatienceMs);
    return reply.arguments().value(0).value<QDBusVariant>().variant();
}

Result<UnitState> UnitControl::state(const QByteArray &unit) const
{
    constexpr auto ofUnit = "org.freedesktop.systemd1.Unit";
    const auto loaded = ask(u"LoadUnit"_s, {QString::fromUtf8(unit)});
    if (!loaded)
        return std::unexpected(loaded.error());
    const QString object = loaded->value(0).value<QDBusObjectPath>().path();
    UnitState state{.load = property(object, ofUnit, "LoadState").toString(),
        .active = property(object, ofUnit, "ActiveState").toString(),
        .fragment = property(object, ofUnit, "FragmentPath").toString().toUtf8()};
    if (unit.endsWith(".service"))
        state.controlGroup = property(object, "org.freedesktop.systemd1.Service", "ControlGroup").toString().toUtf8();
    const QStringList triggers = property(object, ofUnit, "TriggeredBy").toStringList();
    for (const QString &trigger : triggers)
        state.triggeredBy += trigger.toUtf8();
    return state;
}

Result<void> UnitControl::stop(const QByteArray &unit) const
{
    return ask(u"StopUnit"_s, {QString::fromUtf8(unit), u"replace"_s}).transform([](const QVariantList &) {});
}

Result<void> UnitControl::start(const QByteArray &unit) const
{
    return ask(u"StartUnit"_s, {QString::fromUtf8(unit), u"replace"_s}).transform([](const QVariantList &) {});
}

Result<void> UnitControl::reload() const
{
    return ask(u"Reload"_s, {}).transform([](const QVariantList &) {});
}

} // namespace Sonde::Agent::Linux
