// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/verbs/cliverbs.h"

#include <QCborArray>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QJsonObject deviceObject(const DeviceRecord &device)
{
    return {{u"id"_s, device.id.value()}, {u"name"_s, device.facts.name}, {u"os"_s, device.facts.osName},
        {u"platform"_s, Codec::wireName(device.facts.platform)}, {u"group"_s, device.group},
        {u"state"_s, device.online ? u"online"_s : u"offline"_s},
        {u"isolation"_s, Codec::wireName(device.facts.isolation.value_or(IsolationFacts()).state)},
        {u"last_seen"_s, jsonTime(device.lastSeen)}, {u"automation"_s, device.automationLevel},
        {u"agent_version"_s, device.facts.agentVersion},
        {u"addresses"_s, QJsonArray::fromStringList(device.facts.addresses)},
        {u"tags"_s, QJsonArray::fromStringList(device.tags)}, {u"holder"_s, device.holder},
        {u"never"_s, QJsonArray::fromStringList(device.facts.never.value_or(QStringList()))},
        {u"server_exception"_s, device.serverException.value_or(false)}};
}

class DevicesVerb final : public CliVerb
{
public:
    DevicesVerb()
        : CliVerb({.name = u"devices"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the devices of the tenant, or removes one."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "FILTER is what the filter line of the device inventory takes: a part of a name, or a field and a "
                  "value with a colon between them."),
              .forms = {{u"[FILTER]"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the devices.")},
                  {u"remove DEVICE"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Lets a device connect no longer: its certificate is good for nothing from now on.")},
                  {u"except DEVICE ON|OFF"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Whether live response is on for a server also while it is off for servers.")}},
              .options = {},
              .examples = {u"--embedded devices"_s, u"--embedded devices 'os:linux online:yes'"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw devices remove desk-7"_s}})
    {
    }

protected:
    void start() override
    {
        if (argument(0) == u"remove" && !argument(1).isEmpty())
            remove();
        else if (argument(0) == u"except" && !argument(2).isEmpty())
            except();
        else
            list();
    }

private:
    void remove()
    {
        const auto device = findDevice(argument(1));
        if (!device)
            return fail(device.error());
        tenant().client.request<Message::Done>(Message::RemoveDevice{.device = *device}, this,
            [this](const Result<Message::Done> &done) { finishWith(done); });
    }

    void except()
    {
        const auto device = findDevice(argument(1));
        const QString typed = argument(2).toLower();
        if (!device)
            return fail(device.error());
        if (typed != u"on" && typed != u"off")
            return fail(
                Error{ErrorCode::BadValue, argument(2), {}, {}}.with(Fact::Choices, QCborArray{u"on"_s, u"off"_s}));
        tenant().client.request<Message::Done>(Message::ExceptServer{.device = *device, .allowed = typed == u"on"},
            this, [this](const Result<Message::Done> &done) { finishWith(done); });
    }

    void list()
    {
        DeviceModel &devices = tenant().inventory.devices();
        devices.setFilter(argument(0));
        if (devices.filterError())
            return fail(*devices.filterError());
        std::vector<QJsonObject> rows;
        for (int row = 0; row < devices.rowCount(); ++row)
            rows.push_back(deviceObject(*devices.device(row)));
        printer().list({u"name"_s, u"os"_s, u"group"_s, u"state"_s, u"isolation"_s, u"automation"_s, u"agent_version"_s,
                           u"addresses"_s, u"holder"_s, u"id"_s},
            rows);
        finish();
    }
};

} // namespace

std::unique_ptr<CliVerb> devicesVerb()
{
    return std::make_unique<DevicesVerb>();
}

} // namespace Sonde::Client
