// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "controllers/tenant/workstationkey.h"
#include "models/casefile/caseindex.h"

namespace Sonde::Client {

/// Remembers where the journal of each tenant was when this user was connected last, and says so when the past is another now. What it
/// remembers is countersigned, so that case files can show it to others. One JSON file in the user's configuration, shared by the
/// workstation and sonde-cli.
class HeadWitness final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeadWitness)

public:
    explicit HeadWitness(TenantClient &client, const QString &file = defaultFile(),
        const QString &keyFile = defaultWorkstationKeyFile(), QObject *parent = nullptr);

    [[nodiscard]] static QString defaultFile();
    /// Of the journal of the tenant with this fingerprint: some of those that were made, oldest first.
    [[nodiscard]] static std::vector<Countersignature> countersignatures(
        const QString &fingerprint, const QString &file = defaultFile());

Q_SIGNALS:
    /// The journal ends earlier, or has another entry of that number. JournalBroken; what was remembered stays.
    void differs(const Sonde::Error &error);

private:
    struct Head {
        quint64 number = 0;
        QByteArray hash;
    };
    void ask();
    void compare(const Head &known, const Message::JournalHead &now);
    [[nodiscard]] Head known() const;
    void remember(const Message::JournalHead &head) const;
    [[nodiscard]] std::optional<Countersignature> countersign(const Message::JournalHead &head) const;

    TenantClient &m_client;
    QString m_file;
    QString m_keyFile;
};

} // namespace Sonde::Client
