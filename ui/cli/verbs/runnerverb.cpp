// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/verbs/runnerverb.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

void RunnerVerb::start()
{
    const auto device = findDevice(argument(0));
    if (!device)
        return fail(device.error());
    m_runner = std::make_unique<SessionRunner>(tenant().client, tenant().inventory, tenant().downloads, options());
    connect(m_runner.get(), &SessionRunner::finished, this, &RunnerVerb::finish);
    addLines(*m_runner);
    m_runner->start(*device);
}

void RunnerVerb::interrupt()
{
    if (m_runner)
        m_runner->interrupt();
    else
        Verb::interrupt();
}

Result<DeviceId> RunnerVerb::findDevice(const QString &wanted) const
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

} // namespace Sonde::Client
