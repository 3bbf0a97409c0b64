// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/devicemodel.h"
#include "tests/controllers/scriptedtenant.h"
#include "tests/ui/consolefixture.h"
#include "ui/shell/sessiontabs.h"

#include <QDir>
#include <QTest>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// The tabs of a window whose tenant follows a script.
class SessionTabsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Chosen while a session is open: what its lines write from now on goes there.
    void openSessionsFollowTheDownloadFolder()
    {
        Look look;
        ScriptedTenant tenant;
        TenantClient client(std::make_unique<LoopbackLink>(tenant));
        client.signIn({});
        QTRY_VERIFY(client.isOnline());
        DeviceModel devices;
        QAction upload;
        look.settings.set(Settled::DownloadFolder, look.folder.filePath(u"first"_s));
        SessionTabs tabs(client, devices, upload, look.theme, look.settings);
        SessionRecord record;
        record.id = tenant.openSession();
        tabs.openSession(record);
        SessionController *session = tabs.currentController();
        QTRY_VERIFY(session->isCaughtUp());

        look.settings.set(Settled::DownloadFolder, look.folder.filePath(u"second"_s));
        session->submit(u"processes > list.txt"_s);
        QTRY_COMPARE(session->commands().size(), 1);
        tenant.finish(session->commands().firstKey());
        QTRY_VERIFY(QFile::exists(look.folder.filePath(u"second/list.txt"_s)));
        QVERIFY(!QFile::exists(look.folder.filePath(u"first/list.txt"_s)));
    }
};

QTEST_MAIN(SessionTabsTest)
#include "tst_sessiontabs.moc"
