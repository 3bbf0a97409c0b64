// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/drivers/drivers.h"

#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/servicecontrol_windows.h"

#include <QFileInfo>
#include <algorithm>
#include <array>

#include <windows.h>

#include <psapi.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Windows::ControlledService;
using Windows::deviceBytes;

QString typeOf(quint32 type)
{
    if (type & SERVICE_KERNEL_DRIVER)
        return u"kernel"_s;
    if (type & SERVICE_FILE_SYSTEM_DRIVER)
        return u"file system"_s;
    return u"recognizer"_s;
}

/// Images in the kernel by their file names in lower case, whoever loaded them.
QHash<QString, QString> loadedImages()
{
    std::vector<void *> bases(4096);
    DWORD needed = 0;
    QHash<QString, QString> images;
    if (!::EnumDeviceDrivers(bases.data(), DWORD(bases.size() * sizeof(void *)), &needed))
        return images;
    bases.resize(std::min(bases.size(), needed / sizeof(void *)));
    for (void *base : bases) {
        std::array<wchar_t, 1024> path{};
        if (::GetDeviceDriverFileNameW(base, path.data(), DWORD(path.size())) == 0)
            continue;
        const QString text = Windows::programOf(QString::fromWCharArray(path.data()));
        images.insert(text.section(u'\\', -1).toLower(), text);
    }
    return images;
}

/// The folder in which the kernel looks for a driver whose file is not written down.
QString imageOf(const ControlledService &service)
{
    const QString path =
        service.commandLine.isEmpty() ? uR"(System32\drivers\%1.sys)"_s.arg(service.name) : service.commandLine;
    return Windows::programOf(path);
}

Driver asDriver(const ControlledService &found, const QString &image, bool loaded)
{
    return {.name = deviceBytes(found.name),
        .state = found.state,
        .type = typeOf(found.type),
        .loaded = loaded,
        .path = deviceBytes(image),
        .description = deviceBytes(found.displayName)};
}

} // namespace

Result<DriverList> listDrivers(const QByteArray &, const std::stop_token &stop)
{
    const auto found = Windows::listControlled(Windows::Controlled::Drivers);
    if (!found)
        return std::unexpected(found.error());
    DriverList list{{}, found->errors};
    QHash<QString, QString> images = loadedImages();
    for (const ControlledService &one : found->services) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const QString image = imageOf(one);
        const bool isLoaded = images.remove(image.section(u'\\', -1).toLower()) || one.state == u"running";
        list.drivers.push_back(asDriver(one, image, isLoaded));
    }
    for (const QString &image :
        std::as_const(images)) // that no service stands for: the kernel itself, and who came another way
        list.drivers.push_back({.name = deviceBytes(image.section(u'\\', -1)),
            .state = u"loaded"_s,
            .type = u"image"_s,
            .loaded = true,
            .path = deviceBytes(image)});
    std::ranges::stable_partition(list.drivers, &Driver::loaded);
    return list;
}

} // namespace Sonde::Agent
