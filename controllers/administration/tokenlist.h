// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/administeredlist.h"

namespace Sonde::Client {

/// The tokens with which devices can enrol still. What they are is known to who made them alone.
class TokenList final : public AdministeredList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenList)

public:
    explicit TokenList(TenantClient &client, QObject *parent = nullptr);

    [[nodiscard]] RecordTable<EnrolmentTokenRecord> &tokens() { return m_tokens; }
    /// Of all that there are tokens() has those that are good longest.
    [[nodiscard]] int total() const { return m_total; }
    void withdraw(const QByteArray &sha256, QObject *context, ChangeAnswer answer);

protected:
    void fetch() override;

private:
    RecordTable<EnrolmentTokenRecord> m_tokens;
    int m_total = 0;
};

} // namespace Sonde::Client
