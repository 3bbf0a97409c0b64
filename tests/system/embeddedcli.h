// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/testtenant.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace Sonde::Client {

/// sonde-cli with an embedded tenant whose state is kept from call to call.
class EmbeddedCli
{
protected:
    /// Once for all tests.
    void makeTenant();
    [[nodiscard]] QStringList arguments(const QStringList &verb) const;
    [[nodiscard]] TestTenant::Run cli(const QStringList &verb, const QByteArray &input = {}) const;
    /// Its path; empty when it cannot be written.
    [[nodiscard]] QString writeFile(const QString &name, const QByteArray &content) const;
    [[nodiscard]] static QList<QJsonObject> jsonLines(const QByteArray &output);

    QTemporaryDir m_directory;
};

} // namespace Sonde::Client
