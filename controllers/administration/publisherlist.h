// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/administeredlist.h"

namespace Sonde::Client {

/// Whose signatures on PowerShell scripts are trusted. What is in the library is judged anew at once.
class PublisherList final : public AdministeredList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PublisherList)

public:
    explicit PublisherList(TenantClient &client, QObject *parent = nullptr);

    [[nodiscard]] RecordTable<PublisherRecord> &publishers() { return m_publishers; }
    /// A file with a certificate in PEM. NotFound or BadValue when it is none.
    void add(const QString &path, QObject *context, ChangeAnswer answer);
    void remove(const QByteArray &sha256, QObject *context, ChangeAnswer answer);

protected:
    void fetch() override;

private:
    RecordTable<PublisherRecord> m_publishers;
};

} // namespace Sonde::Client
