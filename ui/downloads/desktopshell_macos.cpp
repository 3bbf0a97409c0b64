// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/desktopshell.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace Sonde::Client::DesktopShell {

void showInFolder(const QString &path)
{
    QProcess::startDetached(u"/usr/bin/open"_s, {u"-R"_s, path});
}

void showProgress(std::optional<double>) {}

} // namespace Sonde::Client::DesktopShell
