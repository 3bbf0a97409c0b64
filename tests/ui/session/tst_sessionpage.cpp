// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/announcements.h"
#include "tests/ui/brackets.h"
#include "tests/ui/session/sessionpagefixture.h"
#include "ui/console/blockwidget.h"
#include "ui/console/consoleview.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/result/outputbody.h"
#include "ui/session/callout.h"
#include "ui/session/commandlogpanel.h"
#include "ui/session/dashboardstrip.h"
#include "ui/session/disconnectdialog.h"
#include "ui/session/helppage.h"
#include "ui/session/helppanel.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/plaintext.h"
#include "ui/toolkit/textview.h"

#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// Counts events of a type that reach a widget; reset() forgets them.
class EventCount final : public QObject
{
public:
    EventCount(QWidget &widget, QEvent::Type type)
        : m_type(type)
    {
        widget.installEventFilter(this);
    }
    [[nodiscard]] int count() const { return m_count; }
    void reset() { m_count = 0; }

    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == m_type;
        return false;
    }

private:
    QEvent::Type m_type;
    int m_count = 0;
};

/// No table of `page` has widths that are yet to follow its cells.
bool isFitted(const QWidget &page)
{
    return std::ranges::none_of(page.findChildren<ColumnFit *>(), &ColumnFit::isDue);
}

/// What is due is handled, again and again until it causes nothing more.
void settle()
{
    for (int i = 0; i < 20; ++i)
        QTest::qWait(1);
}

std::map<std::tuple<QObject *, int, bool>, QString> s_names; ///< as they were told
QStringList s_renamedInVain;

} // namespace

/// A session's page over a controller that speaks to a scripted service.
class SessionPageTest final : public QObject, private SessionPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void namesAreThoseTestersRelyOn()
    {
        QVERIFY(named<CommandEdit>(u"Command input"_s));
        QVERIFY(named<QTableView>(u"Command log"_s));
        QVERIFY(named<QPushButton>(u"Disconnect session"_s));
        QCOMPARE(WidgetAudit::nameless(*m_page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::guessing(*m_page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::unexplained(*m_page).join(u'\n'), QString());
    }

    void aLineBecomesABlockWithItsOutput()
    {
        run(u"processes"_s);
        QTRY_COMPARE(m_tenant->askedFor<Message::SubmitLine>().size(), 1);
        QTRY_COMPARE(m_session->console().rowCount(), 1);
        const CommandId id = finished(u"processes -name p"_s, processes(20));
        QTRY_COMPARE(m_session->console().rowCount(), 2);
        QTRY_VERIFY(m_page->console().blockAt(1) && m_page->console().blockAt(1)->body()->pane());
        QCOMPARE(m_page->console().blockAt(1)->command(), id);
    }

    void eachEndIsAnnounced()
    {
        Announcements said;
        finished(u"processes"_s, processes(5));
        QTRY_COMPARE(said.texts(), QStringList{u"processes, completed, 5 row(s)"_s});
        QCOMPARE(said.politeness(), QAccessible::AnnouncementPoliteness::Polite);
        const CommandId missing = m_tenant->accept(m_id, u"dir /root/secret"_s);
        m_tenant->finish(missing, CommandState::Failed,
            {Error{ErrorCode::AccessDenied, u"/root/secret"_s, u"Permission denied"_s, {}}});
        QTRY_COMPARE(said.texts().size(), 2);
        QVERIFY2(said.texts().last().startsWith(u"dir /root/secret, failed: "_s), qPrintable(said.texts().last()));
        const CommandId refused = m_tenant->accept(m_id, u"run evil.ps1"_s);
        m_tenant->finish(refused, CommandState::Rejected, {Error{ErrorCode::NotFound, u"evil.ps1"_s, {}, {}}});
        QTRY_COMPARE(said.texts().size(), 3);
        QVERIFY2(said.texts().last().startsWith(u"run evil.ps1, "_s), qPrintable(said.texts().last()));
        run(u"help > help.txt"_s); // refused here: the service never sees it
        QTRY_COMPARE(said.texts().size(), 4);
        QVERIFY2(said.texts().last().startsWith(u"help > help.txt: "_s), qPrintable(said.texts().last()));
        m_page->hide(); // in another tab the window's notifications tell
        finished(u"processes"_s, processes(2));
        QTRY_COMPARE(m_session->console().rowCount(), 5);
        QCOMPARE(said.texts().size(), 4);
    }

    void blocksAreNamedByTheirEndAndReadInOrder()
    {
        for (int i = 0; i < 40; ++i)
            finished(u"processes"_s, processes(5));
        QTRY_VERIFY(m_page->console().blockAt(39) && m_page->console().blockAt(39)->body()->pane());
        const auto isInOrder = [this] {
            QList<BlockWidget *> blocks;
            QAccessibleInterface *port = QAccessible::queryAccessibleInterface(m_page->console().viewport());
            for (int i = 0; i < port->childCount(); ++i) {
                if (auto *block = qobject_cast<BlockWidget *>(port->child(i)->object()); block && block->isVisible())
                    blocks += block;
            }
            return blocks.size() > 2
                && std::ranges::is_sorted(blocks, {}, [](const BlockWidget *block) { return block->y(); });
        };
        QVERIFY(isInOrder());
        m_page->console().jump(-20); // others are made, above those that are there
        QTRY_VERIFY(m_page->console().blockAt(20));
        QVERIFY(isInOrder());
        BlockWidget *block = m_page->console().blockAt(20);
        QTRY_COMPARE(WidgetAudit::nameOf(*block),
            QString(u"Command %1: processes, completed, 5 row(s)"_s.arg(block->command().toString())));
        auto *table = block->body()->findChild<QTableView *>();
        QCOMPARE(WidgetAudit::nameOf(*table), u"Output of processes"_s);

        Announcements heard;
        const auto state = [block] { return QAccessible::queryAccessibleInterface(block)->state(); };
        QVERIFY(state().expandable && state().expanded && !state().collapsed);
        QTest::keyClick(block, Qt::Key_Space);
        QVERIFY(state().expandable && !state().expanded && state().collapsed);
        QCOMPARE(heard.count(QAccessible::StateChanged, block), 1);
        QCOMPARE(heard.texts(), QStringList{u"Output hidden"_s});
        QCOMPARE(heard.count(QAccessible::NameChanged, block), 0); // it has the name that it had
    }

    void helpFollowsWhatIsTypedAndSaysWhatIsNotOffered()
    {
        m_session->setPlatform(Platform::Linux);
        m_page->showHelp({});
        auto *help = m_page->findChild<HelpPanel *>();
        QVERIFY(help->isVisible());
        const auto *list = named<QListWidget>(u"Commands"_s);
        const auto *page = help->findChild<HelpPage *>();
        QTest::keyClicks(edit(), u"findfile "_s);
        QCOMPARE(list->currentItem()->data(Qt::UserRole).toString(), u"findfile"_s);
        QVERIFY2(page->toPlainText().startsWith(Words::commandPurpose(u"findfile"_s)), qPrintable(page->toPlainText()));
        QVERIFY(page->toPlainText().contains(u"\nParameters\n"_s));
        QVERIFY(!page->toPlainText().contains(u"  "_s)); // set for reading, not with blanks
        edit()->setLine(u"registry "_s);
        QCOMPARE(list->currentItem()->data(Qt::UserRole).toString(), u"registry"_s);
        QVERIFY2(page->toPlainText().contains(u"is for devices with Windows"_s), qPrintable(page->toPlainText()));
        QCOMPARE_NE(list->currentItem()->foreground(), list->item(0)->foreground());
    }

    void helpFitsItsBlock()
    {
        m_page->resize(1024, 700);
        run(u"help"_s);
        QTRY_COMPARE(m_session->console().rowCount(), 1);
        QTRY_VERIFY(m_page->console().blockAt(0) && m_page->console().blockAt(0)->body()->pane());
        const auto *view = m_page->console().blockAt(0)->body()->findChild<TextView *>();
        QVERIFY(view->wrap());
        QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
        QVERIFY(QString::fromUtf8(view->buffer()->bytes()).contains(u"Limits of this tenant"_s));
    }

    void menusOfferAScriptWithItsForm()
    {
        QSignalSpy composed(m_page.get(), &SessionPage::scriptComposed);
        for (const QString &line :
            {u"putfile triage.sh"_s, uR"(run triage.sh -parameters "-v")"_s, u"run triage.sh"_s}) {
            m_page->compose(line);
            QCOMPARE(edit()->toPlainText(), line);
        }
        QCOMPARE(composed.size(), 1); // the other two leave nothing to ask
        QCOMPARE(composed.first().first().toString(), u"triage.sh"_s);
    }

    void disconnectAsksAndNamesWhatRuns()
    {
        const CommandId id = m_tenant->accept(m_id, u"findfile core"_s);
        m_tenant->append(m_id, id, Event::CommandStarted{QDateTime::currentDateTimeUtc()});
        QTRY_VERIFY(m_session->foregroundCommand().isValid());
        QTest::mouseClick(named<QPushButton>(u"Disconnect session"_s), Qt::LeftButton);
        auto *dialog = m_page->findChild<DisconnectDialog *>();
        QVERIFY(dialog);
        bool names = false;
        for (const auto *label : dialog->findChildren<QLabel *>())
            names |= label->text().contains(u"findfile core"_s);
        QVERIFY(names);
        QPushButton *confirm = nullptr;
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (WidgetAudit::nameOf(*button) == u"Confirm"_s)
                confirm = button;
        }
        QVERIFY(confirm);
        QVERIFY(!confirm->isDefault() && !confirm->hasFocus()); // Enter alone ends no work
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(m_tenant->askedFor<Message::CloseSession>().size(), 1);
    }

    void disconnectIsOneEnterWhereNothingRuns()
    {
        QTest::mouseClick(named<QPushButton>(u"Disconnect session"_s), Qt::LeftButton);
        auto *dialog = m_page->findChild<DisconnectDialog *>();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(m_tenant->askedFor<Message::CloseSession>().size(), 1);
    }

    void keysReachTheForegroundCommand()
    {
        const CommandId id = m_tenant->accept(m_id, u"findfile core"_s);
        m_tenant->append(m_id, id, Event::CommandStarted{QDateTime::currentDateTimeUtc()});
        QTRY_COMPARE(m_session->foregroundCommand(), id);
        QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_tenant->askedFor<Message::SetBackground>().size(), 1);
        const CommandId second = m_tenant->accept(m_id, u"findfile x"_s);
        m_tenant->append(m_id, second, Event::CommandStarted{QDateTime::currentDateTimeUtc()});
        QTRY_COMPARE(m_session->foregroundCommand(), second);
        QTest::keyClick(edit(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(m_tenant->askedFor<Message::AskCancel>().size(), 1);
        QCOMPARE(m_tenant->askedFor<Message::AskCancel>().front().command, second);
    }

    /// A job that comes to the foreground is shown, and so is what came of it.
    void theForegroundIsShown()
    {
        const CommandId job = m_tenant->accept(m_id, u"findfile core"_s);
        m_tenant->append(m_id, job, Event::CommandBackgrounded{true});
        for (int i = 0; i < 20; ++i)
            finished(u"processes"_s, processes(20));
        QTRY_COMPARE(m_session->console().rowCount(), 21);
        const auto isInView = [this] {
            const BlockWidget *block = m_page->console().blockAt(0);
            return block && block->isVisible() && block->geometry().bottom() > 0
                && block->geometry().top() < m_page->console().viewport()->height();
        };
        QTRY_VERIFY(m_page->console().isAtEnd() && !isInView());
        const CommandId fg = m_tenant->accept(m_id, u"fg "_s + job.toString());
        m_tenant->append(m_id, job, Event::CommandBackgrounded{false});
        m_tenant->finish(fg);
        QTRY_VERIFY(isInView());
        QCOMPARE(m_page->console().currentRow(), 0);
        QTRY_VERIFY(m_session->command(fg)->state == CommandState::Completed);
        m_page->console().scrollToEnd();
        QTRY_VERIFY(!isInView());
        QTest::keyClick(edit(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(m_tenant->askedFor<Message::AskCancel>().size(), 1);
        QTRY_VERIFY(isInView());
    }

    void typingInTheLogGoesToTheInput()
    {
        for (int i = 0; i < 60; ++i)
            finished(u"processes"_s, processes(1));
        auto *log = named<QTableView>(u"Command log"_s);
        QTRY_COMPARE(log->model()->rowCount(), 60);
        log->setFocus(Qt::TabFocusReason); // what was typed last is what one looks for
        QTRY_VERIFY(log->hasFocus());
        QCOMPARE(log->currentIndex().row(), 59);
        QVERIFY(log->selectionModel()->isRowSelected(59));
        QTest::keyClick(log, Qt::Key_Up);
        QCOMPARE(log->currentIndex().row(), 58);
        QTest::keyClicks(log, u"d"_s);
        QVERIFY(edit()->hasFocus());
        QCOMPARE(m_page->input().line(), u"d"_s);
        log->setFocus();
        QTest::keyClick(log, Qt::Key_Escape);
        QVERIFY(edit()->hasFocus());
    }

    void typingInTheConsoleGoesToTheInput()
    {
        finished(u"processes"_s, processes(5));
        QTRY_VERIFY(m_page->console().blockAt(0) && m_page->console().blockAt(0)->body()->pane());
        QWidget *table = m_page->console().blockAt(0)->body()->pane()->widget();
        table->setFocus();
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClicks(table, u"d"_s);
        QVERIFY(edit()->hasFocus());
        QCOMPARE(m_page->input().line(), u"d"_s);
    }

    /// What tells one device from another, and what can be done, are there in a small window too.
    void theDashboardKeepsTheAddress_data()
    {
        QTest::addColumn<QString>("language");
        for (const auto &language : {u"en"_s, u"fr"_s, u"ja"_s})
            QTest::addRow("%s", qPrintable(language)) << language;
    }

    void theDashboardKeepsTheAddress()
    {
        QFETCH(QString, language);
        QTranslator words;
        QVERIFY(words.load(u":/i18n/sonde_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&words);
        QAction upload(QCoreApplication::translate("Sonde::Client::UploadEntry", "&Upload file to library"));
        upload.setIconText(QCoreApplication::translate("Sonde::Client::UploadEntry", "Upload…"));
        m_page->setUploadAction(upload);
        DeviceRecord device = workstation();
        device.id = m_session->session().device;
        device.facts.addresses = {u"2001:db8:4f0a:77:5054:ff:fe12:3456"_s};
        m_devices->update({device});
        m_page->resize(1024, 700);
        const CommandId running = m_tenant->accept(m_id, u"processes"_s); // its clock stands still
        m_tenant->append(m_id, running, Event::CommandSent{});
        QTRY_COMPARE(m_session->running().size(), 1);
        settle();
        auto *strip = m_page->findChild<DashboardStrip *>();
        QCOMPARE(strip->width(), m_page->width());
        const ElidedLabel *place = nullptr;
        for (const auto *label : strip->findChildren<ElidedLabel *>()) {
            if (label->text().contains(device.facts.addresses.first()))
                place = label;
        }
        QVERIFY(place);
        QVERIFY2(place->fontMetrics()
                     .elidedText(place->text(), Qt::ElideRight, place->contentsRect().width())
                     .contains(device.facts.addresses.first()),
            qPrintable(u"%1 of %2"_s.arg(place->width()).arg(place->sizeHint().width())));
        const auto *button = strip->findChild<ActionButton *>();
        QVERIFY(button->isVisible());
        QVERIFY2(button->width() >= button->sizeHint().width(),
            qPrintable(u"%1 of %2"_s.arg(button->width()).arg(button->sizeHint().width())));
    }

    /// Beside empty room nothing of the device is cut.
    void theDashboardSaysTheDeviceWhole()
    {
        DeviceRecord device = workstation();
        device.id = m_session->session().device;
        device.facts.osName = u"Debian GNU/Linux 12 (bookworm), of a company with a long name"_s;
        m_devices->update({device});
        m_page->resize(1920, 1000);
        settle();
        const auto *strip = m_page->findChild<DashboardStrip *>();
        const ElidedLabel *place = nullptr;
        for (const auto *label : strip->findChildren<ElidedLabel *>()) {
            if (label->text().contains(device.facts.osName))
                place = label;
        }
        QVERIFY(place);
        QTRY_COMPARE_GE(place->width(), place->textWidth());
    }

    void noSentenceIsCutInASmallWindow_data() { theDashboardKeepsTheAddress_data(); }

    void noSentenceIsCutInASmallWindow()
    {
        QFETCH(QString, language);
        QTranslator words;
        QVERIFY(words.load(u":/i18n/sonde_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&words);
        m_page->resize(720, 560);
        settle();
        for (const auto *label : m_page->findChildren<QLabel *>()) {
            if (!label->wordWrap() || !label->isVisible())
                continue;
            const int needed = label->heightForWidth(label->width());
            const int room = label->parentWidget()->height() - label->y();
            QVERIFY2(label->height() >= needed && room >= needed,
                qPrintable(u"%1: %2 of %3"_s.arg(label->text()).arg(std::min(room, label->height())).arg(needed)));
        }
    }

    /// The service's own name of that group is nobody's language.
    void theUngroupedAreNamedInEachLanguage()
    {
        DeviceRecord device = workstation();
        device.id = m_session->session().device;
        device.group = UngroupedDevices;
        m_devices->update({device});
        const auto says = [this](const QString &text) {
            const auto labels = m_page->findChild<DashboardStrip *>()->findChildren<ElidedLabel *>();
            return std::ranges::any_of(labels, [&](const auto *label) { return label->text().contains(text); });
        };
        QTRY_VERIFY(says(u"Ungrouped devices"_s));
        QTranslator words;
        QVERIFY(words.load(u":/i18n/sonde_fr.qm"_s));
        QCoreApplication::installTranslator(&words);
        QTRY_VERIFY(says(u"Appareils non groupés"_s));
        QCoreApplication::removeTranslator(&words);
    }

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
        QVERIFY2(callout->text().contains(u"acting in the session of mia"_s), qPrintable(callout->text()));
        QTest::mouseClick(named<QPushButton>(u"Only watch"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_page->input().isVisible());
        QVERIFY(m_tenant->askedFor<Message::SubmitLine>().empty());
    }

    void itsOwnerSeesWhoTypes()
    {
        const auto *callout = m_page->findChild<Callout *>();
        m_tenant->push(Message::SessionWatchers{m_id, {u"sam"_s}});
        QTRY_COMPARE(callout->text(), u"Watched by sam."_s);
        m_tenant->actor = u"sam"_s;
        finished(u"processes"_s, processes(1));
        QTRY_COMPARE(callout->text(), u"sam is typing here."_s);
        m_tenant->push(Message::SessionWatchers{m_id, {}});
        QTRY_COMPARE(callout->text(), QString());
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

    /// What is typed, and clocks, are painted; nothing else is, and nothing is laid out.
    void whatStaysIsNeitherPaintedNorLaidOut()
    {
        finished(u"processes"_s, processes(5));
        QTRY_VERIFY(m_page->console().blockAt(0) && m_page->console().blockAt(0)->body()->pane());
        QTest::keyClicks(edit(), u"processes -name a"_s);
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        EventCount laidOut(*m_page, QEvent::LayoutRequest);
        EventCount console(*m_page->console().viewport(), QEvent::Paint);
        EventCount log(*named<QTableView>(u"Command log"_s)->viewport(), QEvent::Paint);
        EventCount line(*edit()->viewport(), QEvent::Paint);
        QTRY_VERIFY(isFitted(*m_page));
        settle();
        laidOut.reset(), console.reset(), log.reset(), line.reset();
        for (const char letter : {'b', 'c', 'd'}) {
            QTest::keyClick(edit(), letter);
            QTRY_VERIFY(line.count() > 0);
        }
        settle();
        QCOMPARE(laidOut.count(), 0);
        QCOMPARE(console.count(), 0);
        QCOMPARE(log.count(), 0);
        auto *strip = m_page->findChild<DashboardStrip *>();
        EventCount clock(*strip, QEvent::Paint);
        QTRY_VERIFY_WITH_TIMEOUT(clock.count() > 1, 5000);
        QCOMPARE(laidOut.count(), 0);
        QCOMPARE(console.count(), 0);
        QCOMPARE(log.count(), 0);
    }

    void aNameChangesOnlyWhenItChanges()
    {
        QAccessible::setActive(true);
        s_names.clear();
        s_renamedInVain.clear();
        QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
            if (event->type() != QAccessible::NameChanged && event->type() != QAccessible::DescriptionChanged)
                return;
            QAccessibleInterface *interface = event->accessibleInterface();
            if (!interface)
                return;
            const bool isName = event->type() == QAccessible::NameChanged;
            const QString now = interface->text(isName ? QAccessible::Name : QAccessible::Description);
            const std::tuple key(event->object(), event->child(), isName);
            if (const auto known = s_names.find(key); known != s_names.end() && known->second == now)
                s_renamedInVain +=
                    QString(QLatin1StringView(event->object()->metaObject()->className()) + u": "_s + now);
            s_names[key] = now;
        });
        const auto uninstall = qScopeGuard([] { QAccessible::installUpdateHandler(nullptr); });
        for (int i = 0; i < 3; ++i) {
            finished(u"processes"_s, processes(5));
            QTRY_VERIFY(m_page->console().blockAt(i) && m_page->console().blockAt(i)->body()->pane());
            settle();
        }
        EventCount clock(*m_page->findChild<DashboardStrip *>(), QEvent::Paint);
        QTRY_VERIFY_WITH_TIMEOUT(clock.count() > 1, 5000);
        QCOMPARE(s_renamedInVain.join(u'\n'), QString());
    }

    void looksChangeAfterBlocksWentAway()
    {
        for (int i = 0; i < 40; ++i)
            finished(u"processes"_s, processes(20));
        QTRY_COMPARE(m_session->console().rowCount(), 40);
        QTRY_VERIFY(m_page->console().blockAt(39));
        m_page->console().jump(-40); // widgets come and go
        QTRY_VERIFY(m_page->console().blockAt(0) && !m_page->console().blockAt(39));
        m_session->clearConsole();
        QTRY_COMPARE(m_page->console().findChildren<BlockWidget *>().size(), 0);
        for (const auto choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_look->settings.set(Settled::Theme, choice);
            QVERIFY(!m_page->grab().isNull());
        }
    }

    void clocksTick()
    {
        auto *strip = m_page->findChild<DashboardStrip *>();
        const auto texts = [&] {
            QStringList all;
            for (const auto *label : strip->findChildren<QLabel *>())
                all += label->text();
            return all.join(u'|');
        };
        const QString before = texts();
        QTRY_VERIFY_WITH_TIMEOUT(texts() != before, 3000); // the duration ticks
    }

    /// Another size of the letters, and back, leaves nothing behind; what is shown with the other size fits it.
    void anotherFontSizeLeavesNothingBehind()
    {
        finished(u"processes"_s, processes(30));
        QTRY_VERIFY(m_page->console().blockAt(0) && m_page->console().blockAt(0)->body()->pane());
        QTRY_VERIFY(isFitted(*m_page));
        settle();
        const auto places = [this] {
            QStringList all;
            for (const auto *widget : m_page->findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->window() != m_page->window())
                    continue;
                const QRect at(widget->mapTo(m_page.get(), QPoint()), widget->size());
                all += u"%1 %2: %3,%4 %5x%6"_s
                           .arg(QLatin1StringView(widget->metaObject()->className()), widget->accessibleName())
                           .arg(at.x())
                           .arg(at.y())
                           .arg(at.width())
                           .arg(at.height());
            }
            for (const auto *table : m_page->findChildren<QTableView *>()) {
                for (int column = 0; table->model() && column < table->model()->columnCount(); ++column)
                    all +=
                        u"%1 column %2: %3"_s.arg(table->accessibleName()).arg(column).arg(table->columnWidth(column));
            }
            return all;
        };
        auto *table = m_page->console().blockAt(0)->findChild<QTableView *>();
        const QStringList before = places();
        const int least = m_page->minimumSizeHint().width();
        for (const auto &size : {Settled::ConsoleFontSize, Settled::InterfaceFontSize})
            m_look->settings.set(size, 19);
        m_look->theme.applyToApplication();
        settle();
        QVERIFY(places() != before);
        QCOMPARE_GE(table->verticalHeader()->defaultSectionSize(), QFontMetrics(table->font()).height());
        const QString text = table->model()->index(0, 0).data().toString();
        QCOMPARE_GE(table->columnWidth(0), QFontMetrics(table->font()).horizontalAdvance(text));
        QCOMPARE_LE(m_page->minimumSizeHint().width(), 1280);
        for (const auto &size : {Settled::ConsoleFontSize, Settled::InterfaceFontSize})
            m_look->settings.set(size, 0);
        m_look->theme.applyToApplication();
        settle();
        QCOMPARE(m_page->minimumSizeHint().width(), least);
        QTRY_COMPARE(places(), before);
    }

    /// With letters too large for one row nothing of the dashboard is cut: its facts get a row of their own.
    void largeLettersGetTwoRows()
    {
        m_page->resize(1280, 800);
        settle();
        auto *strip = m_page->findChild<DashboardStrip *>();
        const int before = strip->height();
        const auto cut = [strip] {
            QStringList names;
            for (const auto *part : strip->findChildren<QWidget *>()) {
                const bool isText = qobject_cast<const SteadyLabel *>(part) || qobject_cast<const QPushButton *>(part);
                const QRect place(part->mapTo(strip, QPoint()), part->size());
                if (part->isVisible() && !strip->rect().contains(place))
                    names += u"outside: "_s + QLatin1StringView(part->metaObject()->className());
                if (part->isVisible() && isText && part->width() < part->sizeHint().width())
                    names += u"narrow: "_s + QLatin1StringView(part->metaObject()->className());
            }
            return names.join(u", "_s);
        };
        QCOMPARE(cut(), QString());
        for (const auto &size : {Settled::ConsoleFontSize, Settled::InterfaceFontSize})
            m_look->settings.set(size, 19);
        m_look->theme.applyToApplication();
        settle();
        m_page->resize(std::max(1024, m_page->minimumSizeHint().width()), 800);
        settle();
        QTRY_COMPARE(cut(), QString());
        QCOMPARE_GT(strip->height(), before * 3 / 2);
        QVERIFY2(std::ranges::any_of(strip->findChildren<SteadyLabel *>(),
                     [](const SteadyLabel *label) { return label->isVisible() && label->text() == u"connected"_s; }),
            "the state is there");
        for (const auto &size : {Settled::ConsoleFontSize, Settled::InterfaceFontSize})
            m_look->settings.set(size, 0);
        m_look->theme.applyToApplication();
        settle();
        QTRY_COMPARE(strip->height(), before);
    }

    void everythingIsTranslatedLive()
    {
        finished(u"processes"_s, processes(3));
        QTRY_VERIFY(m_page->console().blockAt(0));
        Brackets french;
        QCoreApplication::installTranslator(&french);
        QTRY_COMPARE(WidgetAudit::nameOf(*edit()), u"«Command input»"_s);
        QStringList left;
        for (const auto *button : m_page->findChildren<QAbstractButton *>()) {
            if (!button->text().isEmpty() && !button->text().contains(u'«') && button->isVisible())
                left += button->text();
        }
        auto *side = m_page->findChild<QTabWidget *>();
        QCOMPARE(side->tabText(0), u"«Command log»"_s);
        QCOMPARE(left, QStringList());
        QCoreApplication::removeTranslator(&french);
        QTRY_COMPARE(WidgetAudit::nameOf(*edit()), u"Command input"_s);
    }

    void whatIsPinnedIsPinnedWhenTheTabIsOpenedAgain()
    {
        const CommandId first = finished(u"processes"_s, {process(1, u"systemd"_s)});
        const CommandId second = finished(u"processes -name cron"_s, {process(20, u"cron"_s)});
        QTRY_COMPARE(m_session->console().rowCount(), 2);
        m_page->console().setPinned(second, true);
        m_page->console().setPinned(first, true);
        m_page.reset();
        m_session = std::make_unique<SessionController>(*m_client, m_id);
        m_page = std::make_unique<SessionPage>(
            *m_session, *m_client, *m_devices, *m_history, m_look->theme, m_look->settings);
        m_page->resize(1400, 800);
        m_page->show();
        QTRY_COMPARE(m_page->console().pinned(), (QList<CommandId>{second, first}));
        m_page->console().setPinned(second, false);
        QCOMPARE(m_look->settings.get(Settled::PinnedBlocks).size(), 1);
        m_session->console().clear();
        QCOMPARE(m_look->settings.get(Settled::PinnedBlocks), QStringList());
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    SessionPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sessionpage.moc"
