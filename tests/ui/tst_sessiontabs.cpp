// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/devicemodel.h"
#include "tests/controllers/scriptedtenant.h"
#include "tests/ui/announcements.h"
#include "tests/ui/consolefixture.h"
#include "ui/shell/clocktabbar.h"
#include "ui/shell/notificationstrip.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/tabicons.h"
#include "ui/shell/typedahead.h"

#include <QDir>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// The tabs of a window whose tenant follows a script.
class SessionTabsTest final : public QObject
{
    Q_OBJECT

    /// A window with one session, which is connected.
    struct Open {
        Look look;
        ScriptedTenant tenant;
        TenantClient client{std::make_unique<LoopbackLink>(tenant)};
        DeviceModel devices;
        QAction upload;
        SessionTabs tabs{client, devices, upload, look.theme, look.settings};
        SessionId id;
        SessionController *session = nullptr;
        DeviceRecord device;
        bool isOpen = false;

        Open()
        {
            client.signIn({});
            isOpen = QTest::qWaitFor([this] { return client.isOnline(); });
            SessionRecord record;
            record.id = id = tenant.openSession();
            tabs.openSession(record);
            session = tabs.currentController();
            isOpen &= QTest::qWaitFor([this] { return session->isCaughtUp(); });
            device.id = session->session().device;
            device.facts.name = u"ws-0142"_s;
            device.online = true;
            devices.update({device});
        }
    };

private Q_SLOTS:
    /// What somebody types while a session opens is neither lost nor for the page they leave.
    void whatIsTypedAheadIsKept()
    {
        QWidget place;
        QLineEdit filter(&place);
        QLineEdit other;
        place.show();
        other.show();
        TypedAhead ahead(place);
        QTest::keyClicks(&filter, u"ws"_s);
        ahead.begin();
        QTest::keyClick(&filter, Qt::Key_Return); // of who is impatient
        QTest::keyClicks(&filter, u"dir /etx"_s);
        QTest::keyClick(&filter, Qt::Key_Backspace);
        QTest::keyClicks(&filter, u"c"_s);
        QTest::keyClicks(&other, u"elsewhere"_s);
        QTest::keyClick(&filter, Qt::Key_Return);
        QTest::keyClicks(&filter, u"more"_s);
        QCOMPARE(filter.text(), u"ws"_s);
        QCOMPARE(other.text(), u"elsewhere"_s);
        QCOMPARE(ahead.end(), u"dir /etc"_s);
        QTest::keyClicks(&filter, u"-1"_s);
        QCOMPARE(filter.text(), u"ws-1"_s);
        QCOMPARE(ahead.end(), QString());
    }

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

    /// What somebody else typed in a session that one watches is not one's own to wait for.
    void onlyOnesOwnRuns()
    {
        Open open;
        QVERIFY(open.isOpen);
        open.tenant.actor = u"ben"_s;
        const CommandId theirs = open.tenant.accept(open.id, u"services"_s);
        open.tenant.actor = u"mia"_s;
        open.tenant.accept(open.id, u"findfile x"_s);
        QTRY_COMPARE(open.session->running().size(), 2);
        QCOMPARE(open.tabs.runningLines(), QStringList{u"ws-0142 · findfile x"_s});
        open.tenant.finish(theirs);
        QTRY_COMPARE(open.session->running().size(), 1);
        // What waits for a second person does not run.
        Event::ApprovalRequested asked;
        asked.line = u"dir /etc"_s;
        asked.invocation = *parseLine(asked.line);
        open.tenant.append(open.id, CommandId(5000), asked);
        QTRY_COMPARE(open.tabs.waitingLines(), QStringList{u"ws-0142 · dir /etc"_s});
        QCOMPARE(open.tabs.runningLines().size(), 1);
    }

    /// The tab is all that one sees of a session from elsewhere: its dot, its tool tip, and what a screen reader says of it.
    void aTabSaysHowItsSessionStands()
    {
        Open open;
        QVERIFY(open.isOpen);
        const auto stands = [&open](SessionStanding::Kind kind, const QString &words) {
            const int index = open.tabs.currentIndex();
            return open.tabs.tabIcon(index).pixmap(14).toImage()
                == sessionIcon(kind, open.look.theme).pixmap(14).toImage()
                && open.tabs.tabToolTip(index).contains(words)
                && open.tabs.tabBar()->accessibleTabName(index).startsWith(u"ws-0142, "_s + words);
        };
        QTRY_VERIFY(stands(SessionStanding::Kind::Connected, u"connected"_s));
        open.device.online = false;
        open.device.lastSeen = QDateTime::currentDateTimeUtc();
        open.devices.update({open.device});
        QTRY_VERIFY(stands(SessionStanding::Kind::DeviceOffline, u"device offline since "_s));
        open.tenant.up = false;
        open.tenant.drop();
        QTRY_VERIFY(stands(SessionStanding::Kind::Reconnecting, u"reconnecting"_s));
        open.device.online = true;
        open.devices.update({open.device});
        open.tenant.up = true;
        open.client.retryNow();
        QTRY_VERIFY(stands(SessionStanding::Kind::Connected, u"connected"_s));
        open.tenant.append(open.id, {}, Event::SessionDisconnected{EndReason::Inactivity, {}});
        QTRY_VERIFY(open.session->isEnded());
        QTRY_COMPARE(open.tabs.tabIcon(open.tabs.currentIndex()).pixmap(14).toImage(),
            sessionIcon(SessionStanding::Kind::Ended, open.look.theme).pixmap(14).toImage());
    }

    /// Who disconnects knows that the session ends; who did not is told.
    void onesOwnDisconnectIsNoNews()
    {
        for (const bool own : {true, false}) {
            Open open; // whose window is not in front
            QVERIFY(open.isOpen);
            QSignalSpy unseen(&open.tabs, &SessionTabs::endedUnseen);
            if (own)
                open.session->disconnectSession();
            else
                open.tenant.append(open.id, {}, Event::SessionDisconnected{EndReason::Inactivity, {}});
            QTRY_VERIFY(open.session->isEnded());
            QCOMPARE(unseen.size(), own ? 0 : 1);
        }
    }

    /// Of what is before one's eyes nothing has to be told; of the same session behind another window it has.
    void whatIsSeenIsNoNews()
    {
        Open open;
        QVERIFY(open.isOpen);
        open.tabs.show();
        open.tabs.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.tabs));
        QSignalSpy unseen(&open.tabs, &SessionTabs::finishedUnseen);
        const auto end = [&open] {
            const CommandId id = open.tenant.accept(open.id, u"services"_s);
            open.tenant.append(open.id, id, Event::CommandSent{});
            open.tenant.finish(id);
            return QTest::qWaitFor(
                [&open, id] { return open.session->command(id) && isFinal(open.session->command(id)->state); });
        };
        QVERIFY(end());
        QVERIFY(open.tabs.isSeen(open.id));
        QCOMPARE(unseen.size(), 0);
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QVERIFY(end());
        QVERIFY(!open.tabs.isSeen(open.id));
        QCOMPARE(unseen.size(), 1);
    }

    /// Of a line that waited for a second person and is not run one hears, seen or not: its block is far above by then.
    void aDenialIsTold()
    {
        Open open;
        QVERIFY(open.isOpen);
        open.tabs.show();
        open.tabs.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.tabs));
        const QSignalSpy unseen(&open.tabs, &SessionTabs::finishedUnseen);
        const QSignalSpy told(&open.tabs, &SessionTabs::notApproved);
        quint64 next = 5000;
        const auto deny = [&open, &next](const QString &typist) {
            const CommandId id(++next);
            Event::ApprovalRequested asked;
            asked.line = u"dir /etc"_s;
            asked.invocation = *parseLine(asked.line);
            open.tenant.actor = typist;
            open.tenant.append(open.id, id, asked);
            open.tenant.actor = u"sam"_s;
            open.tenant.append(
                open.id, id, Event::CommandRejected{asked.line, {ErrorCode::ApprovalDenied, asked.line, {}, {}}});
            return QTest::qWaitFor(
                [&open, id] { return open.session->command(id) && isFinal(open.session->command(id)->state); });
        };
        QVERIFY(deny(u"ben"_s)); // somebody else's
        QCOMPARE(told.size(), 0);
        QVERIFY(deny(u"mia"_s));
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().at(1).value<CommandRecord>().errors.front().code, ErrorCode::ApprovalDenied);
        QVERIFY(open.tabs.isSeen(open.id));
        QCOMPARE(unseen.size(), 0);
    }

    /// The second half of a double click was meant for what was there before.
    void aDoubleClickReadsOne()
    {
        Look look;
        NotificationStrip strip(look.theme);
        strip.resize(600, 40);
        int acted = 0;
        for (const auto &text : {u"first"_s, u"second"_s, u"third"_s})
            strip.post({Notification::Kind::Problem, text, u"Look at it"_s, [&acted] { ++acted; }});
        auto *button = strip.findChild<QPushButton *>();
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(strip.currentText(), u"second"_s);
        const QPointF at = button->rect().center();
        QMouseEvent again(
            QEvent::MouseButtonDblClick, at, button->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(button, &again);
        QTest::mouseRelease(button, Qt::LeftButton);
        QCOMPARE(strip.currentText(), u"second"_s);
        QCOMPARE(acted, 1);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(strip.currentText(), u"third"_s);
    }

    /// Whoever leaves is not told that a session is held which has just ended, whatever the inventory says yet.
    void anEndIsKnownBeforeTheInventoryHears()
    {
        Open open;
        QVERIFY(open.isOpen);
        QVERIFY(!open.tabs.sawEnd(open.id));
        open.tenant.append(open.id, {}, Event::SessionDisconnected{EndReason::User, {}});
        QTRY_VERIFY(open.session->isEnded());
        QVERIFY(open.tabs.sawEnd(open.id));
        open.tabs.closeCurrent();
        QTRY_VERIFY(!open.tabs.currentController());
        QVERIFY(open.tabs.sawEnd(open.id));
    }

    /// What is not true any more goes, shown or waiting; what is about something else stays.
    void whatIsWithdrawnIsNotShown()
    {
        Look look;
        NotificationStrip strip(look.theme);
        const auto post = [&strip](const QString &text, const QString &topic) {
            strip.post({Notification::Kind::Problem, text, {}, {}, topic});
        };
        post(u"held by another"_s, u"start"_s);
        post(u"not saved"_s, {});
        post(u"held again"_s, u"start"_s);
        QCOMPARE(strip.currentText(), u"held by another"_s);
        strip.withdraw(u"session 5"_s);
        QCOMPARE(strip.currentText(), u"held by another"_s);
        strip.withdraw(u"start"_s);
        QCOMPARE(strip.currentText(), u"not saved"_s);
        strip.withdraw({}); // what is about nothing in particular stays until it was read
        QCOMPARE(strip.currentText(), u"not saved"_s);
        strip.findChild<QToolButton *>()->click();
        QCOMPARE(strip.currentText(), QString()); // the one that waited went, too
    }

    /// The clock in a tab moves each second; the tab keeps its name.
    void aClockRenamesNoTab()
    {
        Open open;
        QVERIFY(open.isOpen);
        open.tabs.show();
        auto *bar = open.tabs.findChild<ClockTabBar *>();
        const int index = open.tabs.currentIndex();
        QTRY_VERIFY(!bar->clock(index).isEmpty());
        const Announcements announcements;
        const QString before = bar->clock(index);
        QTRY_VERIFY_WITH_TIMEOUT(bar->clock(index) != before, 5000);
        QCOMPARE(announcements.count(QAccessible::NameChanged, bar), 0);
        QCOMPARE(announcements.count(QAccessible::DescriptionChanged, bar), 0);
    }
};

QTEST_MAIN(SessionTabsTest)
#include "tst_sessiontabs.moc"
