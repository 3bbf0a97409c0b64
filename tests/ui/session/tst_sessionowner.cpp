// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/session/sessionpagefixture.h"
#include "ui/console/blockwidget.h"
#include "ui/console/consoleview.h"
#include "ui/input/inputline.h"
#include "ui/result/outputbody.h"
#include "ui/session/callout.h"
#include "ui/session/dashboardstrip.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// Whose session it is, how it stands, and who may act in it.
class SessionOwnerTest final : public QObject, private SessionPageFixture
{
    Q_OBJECT

private:
    [[nodiscard]] bool tabReaches(const QWidget &part) const
    {
        constexpr int mostStops = 60;
        m_page->activateWindow();
        if (!QTest::qWaitForWindowActive(m_page.get()))
            return false;
        m_page->setFocus();
        for (int stop = 0; stop < mostStops; ++stop) {
            QTest::keyClick(m_page->window(), Qt::Key_Tab);
            if (QApplication::focusWidget() == &part)
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase() { applyLook(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    /// State and clock follow the worst of workstation, service and device.
    void saysHowItStands()
    {
        auto *strip = m_page->findChild<DashboardStrip *>();
        const auto says = [&](const QString &text) {
            return std::ranges::any_of(strip->findChildren<QLabel *>(),
                [&](const QLabel *label) { return label->text() == text && !label->isHidden(); });
        };
        const auto saysOffline = [&] {
            return std::ranges::any_of(strip->findChildren<QLabel *>(),
                [](const QLabel *label) { return label->text().startsWith(u"device offline since "_s); });
        };
        QVERIFY(says(u"connected"_s));
        DeviceRecord device = *m_devices->device(m_session->session().device);
        device.online = false;
        device.lastSeen = QDateTime::currentDateTimeUtc();
        m_devices->update({device});
        QTRY_VERIFY(saysOffline());
        QVERIFY(!says(u"connected"_s));
        m_tenant->up = false;
        m_tenant->drop();
        QTRY_VERIFY(says(u"reconnecting"_s));
        QVERIFY(says(u"—"_s)); // what the service counts is not known
        device.online = true;
        m_devices->update({device});
        QVERIFY(says(u"reconnecting"_s));
        m_tenant->up = true;
        m_client->retryNow();
        QTRY_VERIFY(says(u"connected"_s));
    }

    /// Who, when, how it ended; and nothing can be typed.
    void aSessionThatIsOverIsRead()
    {
        finished(u"processes"_s, processes(5));
        QTRY_VERIFY(m_page->console().blockAt(0) && m_page->console().blockAt(0)->body()->pane());
        QSignalSpy wanted(m_page.get(), &SessionPage::startRequested);
        m_tenant->append(m_id, {}, Event::SessionDisconnected{EndReason::Inactivity, {}});
        QTRY_VERIFY(m_session->isEnded());
        auto *callout = m_page->findChild<Callout *>();
        QVERIFY(callout->isVisible());
        for (const QString &part : {u"mia"_s, u"closed because of inactivity"_s})
            QVERIFY2(callout->text().contains(part), qPrintable(callout->text()));
        QVERIFY(!m_page->input().isVisible());
        m_page->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"dir"_s);
        QVERIFY(m_page->input().line().isEmpty());
        m_page->compose(u"dir /etc"_s);
        QVERIFY(m_page->input().line().isEmpty());
        QVERIFY(m_page->console().blockAt(0)->body()->pane()->widget()->isVisible());
        QTest::mouseClick(named<QPushButton>(u"Start a new session"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void whatIsNotOnesOwnIsNotStopped()
    {
        const CommandId running = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->append(m_id, running, Event::CommandSent{});
        const auto cancel = [this] { return named<QToolButton>(u"Cancel this command"_s); };
        QTRY_VERIFY(cancel() && cancel()->isVisible());
        m_tenant->append(m_id, {}, Event::SessionDisconnected{EndReason::TakenOver, {}});
        QTRY_VERIFY(m_session->isEnded());
        QVERIFY(!cancel()->isVisible());
    }

    void thatOfSomebodyElseIsRead()
    {
        const CommandId running = m_tenant->accept(m_id, u"processes"_s);
        m_tenant->append(m_id, running, Event::CommandSent{});
        m_page.reset();
        m_session.reset();
        m_tenant->user = UserName(u"noor"_s);
        m_tenant->drop();
        QTRY_COMPARE(m_client->welcome().user, UserName(u"noor"_s));
        m_session = std::make_unique<SessionController>(*m_client, m_id);
        QTRY_VERIFY(m_session->isCaughtUp());
        m_page = std::make_unique<SessionPage>(
            *m_session, *m_client, *m_devices, *m_history, m_look->theme, m_look->settings);
        m_page->show();
        QVERIFY(!m_page->input().isVisible());
        QVERIFY(m_page->findChild<Callout *>()->text().contains(u"mia"_s));
        QVERIFY(!named<QPushButton>(u"Disconnect session"_s)->isVisible());
        QTRY_VERIFY(m_page->console().blockAt(0));
        QVERIFY(!named<QToolButton>(u"Cancel this command"_s)->isVisible());
        m_page->console().blockAt(0)->showMenu({});
        const auto *menu = m_page->console().blockAt(0)->findChild<QMenu *>();
        for (const QAction *action : menu->actions())
            QVERIFY2(action->text() != u"Cancel this command"_s && !action->text().contains(u"background"_s),
                qPrintable(action->text()));
        QTest::keyClick(m_page->focusWidget() ? m_page->focusWidget() : m_page.get(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(m_tenant->askedFor<Message::AskCancel>().empty());
    }

    /// Who administers the tenant watches until they say that they want to act.
    void nobodyActsInAnothersSessionByOpeningIt()
    {
        m_page.reset();
        m_session.reset();
        m_tenant->user = UserName(u"sam"_s);
        m_tenant->roles = {Role::GlobalAdministrator};
        m_tenant->drop();
        QTRY_COMPARE(m_client->welcome().user, UserName(u"sam"_s));
        m_session = std::make_unique<SessionController>(*m_client, m_id);
        QTRY_VERIFY(m_session->isCaughtUp());
        m_page = std::make_unique<SessionPage>(
            *m_session, *m_client, *m_devices, *m_history, m_look->theme, m_look->settings);
        m_page->show();
        const auto *callout = m_page->findChild<Callout *>();
        QVERIFY2(callout->text().contains(u"session of mia"_s) && callout->text().contains(u"watching"_s),
            qPrintable(callout->text()));
        QVERIFY(!m_page->input().isVisible());
        QVERIFY(!m_page->mayCompose());
        QVERIFY(named<QPushButton>(u"Disconnect session"_s)->isVisible()); // which the service lets them
        for (const QString &text : {u"Disconnect session"_s, u"Act in the session of mia…"_s})
            QVERIFY2(tabReaches(*named<QPushButton>(text)), qPrintable(text));
        QTest::mouseClick(named<QPushButton>(u"Act in the session of mia…"_s), Qt::LeftButton);
        auto *box = m_page->findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY2(box->text().contains(u"mia"_s), qPrintable(box->text()));
        QVERIFY(!m_page->mayCompose());
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        QTRY_VERIFY(m_page->input().isVisible());
        const auto said = [this] { return m_tenant->askedFor<Message::WatchSession>().back().acts; };
        QTRY_VERIFY(said() == std::optional(true)); // or the service takes nothing
        QVERIFY2(callout->text().contains(u"acting in the session of mia"_s), qPrintable(callout->text()));
        QTest::mouseClick(named<QPushButton>(u"Only watch"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_page->input().isVisible());
        QTRY_VERIFY(said() == std::optional(false));
        QVERIFY(m_tenant->askedFor<Message::SubmitLine>().empty());
    }

    /// From when they choose to until they do not any more, whatever they type.
    void itsOwnerSeesWhoActs()
    {
        const auto *callout = m_page->findChild<Callout *>();
        m_tenant->push(Message::SessionWatchers{m_id, {u"sam"_s}});
        QTRY_COMPARE(callout->text(), u"Watched by sam."_s);
        m_tenant->actor = u"sam"_s;
        m_tenant->append(m_id, {}, Event::SteppedIn{});
        QTRY_COMPARE(callout->text(), u"sam is acting in this session."_s);
        finished(u"processes"_s, processes(1));
        QCOMPARE(callout->text(), u"sam is acting in this session."_s);
        m_tenant->append(m_id, {}, Event::SteppedBack{});
        QTRY_COMPARE(callout->text(), u"Watched by sam."_s);
        m_tenant->append(m_id, {}, Event::SteppedIn{});
        QTRY_COMPARE(callout->text(), u"sam is acting in this session."_s);
        m_tenant->push(Message::SessionWatchers{m_id, {}});
        QTRY_COMPARE(callout->text(), QString());
    }

    void whoElseClosedItIsSaid()
    {
        m_tenant->actor = u"sam"_s;
        m_tenant->append(m_id, {}, Event::SessionDisconnected{EndReason::User, {}});
        QTRY_VERIFY(m_session->isEnded());
        const auto *callout = m_page->findChild<Callout *>();
        QVERIFY2(callout->text().contains(u"closed by sam"_s), qPrintable(callout->text()));
        QVERIFY2(!callout->text().contains(u"by the user"_s), qPrintable(callout->text()));
    }

    void saysWhenTheServiceIsAway()
    {
        auto *callout = m_page->findChild<Callout *>();
        QVERIFY(callout->isHidden());
        m_tenant->up = false;
        m_tenant->drop();
        QTRY_VERIFY(!callout->isHidden());
        QVERIFY(callout->text().contains(u"connection"_s));
        m_tenant->up = true;
        m_client->retryNow();
        QTRY_VERIFY(callout->isHidden());
    }
};

QTEST_MAIN(SessionOwnerTest)
#include "tst_sessionowner.moc"
