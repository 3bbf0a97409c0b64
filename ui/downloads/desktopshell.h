// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

/// What the desktop around the window can do for downloads. Where it cannot, nothing happens.
namespace Sonde::Client::DesktopShell {

/// Opens the file manager with the file marked, or at least its folder.
void showInFolder(const QString &path);
/// How far everything is, 0…1, on the task bar or dock; nothing: no bar.
void showProgress(std::optional<double> progress);

} // namespace Sonde::Client::DesktopShell
