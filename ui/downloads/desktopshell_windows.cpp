// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/desktopshell.h"

#include <QDir>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Sonde::Client::DesktopShell {

void showInFolder(const QString &path)
{
    QProcess explorer;
    explorer.setProgram(u"explorer.exe"_s);
    explorer.setNativeArguments(u"/select,\"%1\""_s.arg(QDir::toNativeSeparators(path)));
    explorer.startDetached();
}

void showProgress(std::optional<double>) {}

} // namespace Sonde::Client::DesktopShell
