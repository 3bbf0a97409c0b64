// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/service/tenantfixture.h"

namespace Sonde::Service {

/// Somebody who reads what was done in a tenant.
class ActivityFixture : public TenantFixture
{
protected:
    void setUpActivity();
    void tearDownActivity();

    Message::ActivityPage page(Message::FetchActivity wanted);
    Message::ActivityPage pageOf(const QString &text) { return page({.filter = {.what = text}}); }
    /// Everything that is in the journal now is in the index.
    bool indexed();
    /// A command that has printed this, and can be found.
    CommandId print(const QString &line, ChunkFormat format, const QByteArray &bytes);

    std::unique_ptr<TestPeer> m_admin;
};

} // namespace Sonde::Service
