// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/devicefiles.h"

#include <QJsonObject>

namespace Sonde::Client::Chaos {

/// What a journal does not tell as it was, of a run that brought `files` by commands such as "getfile PATH &": for each that it was
/// accepted, sent, found, went on only from where it was, was stored with its hash and delivered once, and completed.
[[nodiscard]] QStringList flawsOfStory(const QList<QJsonObject> &journal, const std::vector<DeviceFile> &files);

/// The line that brings a file.
[[nodiscard]] QString lineFor(const DeviceFile &file);

} // namespace Sonde::Client::Chaos
