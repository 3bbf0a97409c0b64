// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/treeglob.h"

#include "agent/system/files/filetree.h"
#include "protocol/base/devicepath.h"

#include <QByteArrayList>
#include <algorithm>
#include <fnmatch.h>

namespace Sonde::Agent::Linux {

namespace {

constexpr size_t MostGlobbed = 10'000;

bool isGlob(const QByteArray &name)
{
    return std::ranges::any_of(name, [](char c) { return QByteArrayView("*?[").contains(c); });
}

} // namespace

std::vector<QByteArray> globPaths(FileTree &tree, const QByteArray &pattern)
{
    std::vector<QByteArray> paths{{}};
    bool isCut = false;
    QByteArrayList steps = pattern.split('/');
    steps.removeAll(QByteArray());
    for (const QByteArray &step : std::as_const(steps)) {
        std::vector<QByteArray> found;
        for (const QByteArray &path : paths) {
            if (!isGlob(step)) {
                found.push_back(path + '/' + step);
                continue;
            }
            for (const QByteArray &entry : tree.entries(path.isEmpty() ? QByteArray("/") : path)) {
                if (::fnmatch(step.constData(), baseName(entry).constData(), FNM_PERIOD) != 0)
                    continue;
                if (found.size() < MostGlobbed)
                    found.push_back(entry);
                else
                    isCut = true;
            }
        }
        paths = std::move(found);
    }
    if (isCut)
        tree.addError(Error{ErrorCode::NotWhollyScanned, DevicePath(pattern).typed(), {}, {}}.with(
            Fact::Limit, qint64(MostGlobbed)));
    std::erase_if(paths, [&tree](const QByteArray &path) { return path.isEmpty() || !tree.exists(path); });
    return paths;
}

} // namespace Sonde::Agent::Linux
