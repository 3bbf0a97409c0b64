// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/casefile/caseexport.h"
#include "protocol/base/devicerecord.h"
#include "protocol/journal/projection.h"

#include <QPointer>

class QProgressDialog;
class QWidget;

namespace Sonde::Client {

/// "Export case file…" of a page: asks where to, shows how far it is, and says how it ended. Nothing keeps the analyst from the page.
class CaseFileExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseFileExport)

public:
    /// Owned by `page`.
    CaseFileExport(TenantClient &client, QWidget &page);

    void ask(const SessionRecord &session, const DeviceFacts &device, const QString &folder);

private:
    void start(const QString &path, const SessionRecord &session, const DeviceFacts &device);
    void end(const QString &path, const Result<void> &result);

    TenantClient &m_client;
    QWidget &m_page;
    std::unique_ptr<CaseExport> m_export; ///< while one is being made
    QPointer<QProgressDialog> m_progress;
};

} // namespace Sonde::Client
