// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace Sonde::Client {

/// Which CA each tenant had when it was first confirmed (trust on first use): one JSON file in the user's configuration, shared by the
/// workstation and sonde-cli.
class KnownTenants final
{
public:
    explicit KnownTenants(const QString &file = defaultFile());

    /// Empty when this tenant was never confirmed.
    [[nodiscard]] QString fingerprint(const QUrl &service) const;
    void remember(const QUrl &service, const QString &fingerprint) const;

    [[nodiscard]] static QString defaultFile();

private:
    QString m_file;
};

} // namespace Sonde::Client
