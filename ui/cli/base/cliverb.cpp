// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/cliverb.h"

#include "protocol/base/editdistance.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

CliVerb::CliVerb(VerbSpec spec)
    : m_spec(std::move(spec))
{
}

void CliVerb::run(const CliOptions &options, SignedInTenant *tenant)
{
    m_options = &options;
    m_tenant = tenant;
    start();
}

void CliVerb::interrupt()
{
    finish(ExitStatus::Cancelled);
}

Result<DeviceId> CliVerb::findDevice(const QString &wanted) const
{
    if (wanted == "this"_L1 && tenant().ownDevice.isValid())
        return tenant().ownDevice;
    DeviceModel &devices = tenant().inventory.devices();
    devices.setFilter({});
    QStringList candidates;
    DeviceId found;
    for (int row = 0; row < devices.rowCount(); ++row) {
        const DeviceRecord *device = devices.device(row);
        if (device->id.value() == wanted)
            return device->id;
        if (device->facts.name.compare(wanted, Qt::CaseInsensitive) == 0) {
            found = device->id;
            candidates << device->id.value();
        }
    }
    if (candidates.size() == 1)
        return found;
    if (candidates.isEmpty())
        return Sonde::fail(ErrorCode::DeviceUnknown, wanted);
    return Sonde::fail(
        ErrorCode::BadValue, wanted, u"several devices have this name; use an ID: %1"_s.arg(candidates.join(", "_L1)));
}

void CliVerb::finish(ExitStatus status)
{
    Q_EMIT finished(status);
}

void CliVerb::fail(const Error &error)
{
    Printer::error(error);
    finish(exitStatusFor(error));
}

Result<CliVerb *> VerbTable::find(const QString &name) const
{
    QStringList names;
    for (const auto &verb : m_verbs) {
        if (name == verb->spec().name)
            return verb.get();
        names << verb->spec().name;
    }
    return Sonde::fail(ErrorCode::UnknownVerb, name)
        .with(Fact::Nearest, QCborArray::fromStringList(nearestNames(name, names)));
}

} // namespace Sonde::Client

#include "moc_cliverb.cpp"
