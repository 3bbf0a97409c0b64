// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Sonde::Client {

/// The report of a case file as PDF, on A4. On any thread.
[[nodiscard]] QByteArray pdfReport(const QString &html);

} // namespace Sonde::Client
