// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/devicemodel.h"
#include "protocol/command/rows.h"
#include "tests/controllers/scriptedtenant.h"
#include "tests/ui/announcements.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/console/blockwidget.h"
#include "ui/console/consoleview.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/result/outputbody.h"
#include "ui/session/callout.h"
#include "ui/session/commandlogexport.h"
#include "ui/session/commandlogpanel.h"
#include "ui/session/comparedialog.h"
#include "ui/session/dashboardstrip.h"
#include "ui/session/disconnectdialog.h"
#include "ui/session/helppage.h"
#include "ui/session/helppanel.h"
#include "ui/session/outputwindow.h"
#include "ui/session/sessionpage.h"
#include "ui/toolkit/findbar.h"
#include "ui/toolkit/textview.h"

#include <QAccessible>
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// Every text in French brackets: nothing that was translated once stays as it was.
class Brackets final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        return n >= 0 ? QString() : QString(u"«"_s % text % u"»"_s);
    }
};

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

/// What is due is handled, again and again until it causes nothing more.
void settle()
{
    for (int i = 0; i < 20; ++i)
        QTest::qWait(1);
}

std::map<std::tuple<QObject *, int, bool>, QString> s_names; ///< as they were told
QStringList s_renamedInVain;

DeviceRecord workstation()
{
    DeviceRecord device;
    device.id = DeviceId(u"0123456789abcdef0123456789abcdef"_s);
    device.facts = {u"ws-0142"_s, Platform::Linux, u"Debian GNU/Linux 12 (bookworm)"_s, u"12"_s, false, u"x86-64"_s,
        u"1.0.0"_s, {u"10.20.4.17"_s}, true};
    device.group = u"finance"_s;
    device.online = true;
    return device;
}

} // namespace

/// A session's page over a controller that speaks to a scripted service.
class SessionPageTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    std::unique_ptr<ScriptedTenant> m_tenant;
    std::unique_ptr<TenantClient> m_client;
    std::unique_ptr<DeviceModel> m_devices;
    std::unique_ptr<CommandHistory> m_history;
    std::unique_ptr<SessionController> m_session;
    std::unique_ptr<SessionPage> m_page;
    SessionId m_id;

    CommandEdit *edit() { return m_page->input().editor(); }
    void run(const QString &line)
    {
        QTest::keyClicks(edit(), line);
        QTest::keyClick(edit(), Qt::Key_Return);
    }
    template<typename T>
    T *named(const QString &name)
    {
        for (T *widget : m_page->findChildren<T *>()) {
            if (WidgetAudit::nameOf(*widget) == name)
                return widget;
        }
        return nullptr;
    }
    CommandId finished(const QString &line, const ResultRows &rows)
    {
        const CommandId id = m_tenant->accept(m_id, line);
        RowWriter writer;
        for (const auto &row : rows)
            writer.addRow(row);
        m_tenant->append(m_id, id, Event::CommandSent{});
        m_tenant->append(m_id, id, Event::CommandStarted{QDateTime::currentDateTimeUtc()});
        if (!rows.empty())
            m_tenant->addOutput(id, ChunkFormat::Rows, writer.take(), quint32(rows.size()));
        m_tenant->finish(id);
        return id;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_look = std::make_unique<Look>();
        m_look->theme.applyToApplication();
    }

    void init()
    {
        m_tenant = std::make_unique<ScriptedTenant>();
        m_client = std::make_unique<TenantClient>(std::make_unique<LoopbackLink>(*m_tenant));
        m_client->signIn({});
        QTRY_VERIFY(m_client->isOnline());
        m_id = m_tenant->openSession();
        m_devices = std::make_unique<DeviceModel>();
        m_history = std::make_unique<CommandHistory>();
        m_session = std::make_unique<SessionController>(*m_client, m_id);
        QTRY_VERIFY(m_session->isCaughtUp());
        DeviceRecord device = workstation();
        device.id = m_session->session().device;
        m_devices->update({device});
        m_page = std::make_unique<SessionPage>(
            *m_session, *m_client, *m_devices, *m_history, m_look->theme, m_look->settings);
        m_page->resize(1400, 800);
        m_page->show();
        m_page->activateWindow();
        m_page->setFocus();
        QTRY_VERIFY(edit()->hasFocus());
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
        m_client.reset();
        m_tenant.reset();
    }

    void namesAreThoseTestersRelyOn()
    {
        QVERIFY(named<CommandEdit>(u"Command input"_s));
        QVERIFY(named<QTableView>(u"Command log"_s));
        QVERIFY(named<QPushButton>(u"Disconnect session"_s));
        QCOMPARE(WidgetAudit::nameless(*m_page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::guessing(*m_page).join(u'\n'), QString());
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
        m_page->hide(); // in another tab the window's notifications tell
        finished(u"processes"_s, processes(2));
        QTRY_COMPARE(m_session->console().rowCount(), 4);
        QCOMPARE(said.texts().size(), 3);
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

    void theInputLineFiltersTheNewestRows()
    {
        finished(u"processes"_s, processes(20));
        finished(u"processes -name p"_s, processes(10));
        m_tenant->finish(m_tenant->accept(m_id, u"cd /etc"_s));
        QTRY_VERIFY(m_page->console().blockAt(2) && m_page->console().blockAt(1)->body()->arrangement());
        QTest::keyClick(edit(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_page->console().blockAt(1)->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"p3"_s);
        QCOMPARE(m_page->input().line(), QString());
        QTRY_COMPARE(m_page->console().blockAt(1)->body()->arrangement()->acceptedCount(), 1);
    }

    void logShowsInputAndOutput()
    {
        const CommandId id = finished(u"processes"_s, processes(5));
        auto *log = m_page->findChild<CommandLogPanel *>();
        QTRY_COMPARE(named<QTableView>(u"Command log"_s)->model()->rowCount(), 1);
        log->select(id);
        QCOMPARE(log->selected(), id);
        QTRY_VERIFY(log->findChild<OutputBody *>()->pane());
        QTest::keyClicks(named<QLineEdit>(u"Filter the command log"_s), u"nothing like it"_s);
        QTRY_COMPARE(named<QTableView>(u"Command log"_s)->model()->rowCount(), 0);
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
        QTest::mouseClick(confirm, Qt::LeftButton);
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

    void thatOfSomebodyElseIsRead()
    {
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

    void findBarOpensOverTheOutputs()
    {
        finished(u"processes"_s, {process(1, u"needle"_s), process(2, u"hay"_s)});
        QTRY_VERIFY(m_page->console().blockAt(0) && m_page->console().blockAt(0)->body()->pane());
        QTest::keyClick(edit(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *bar = m_page->findChild<FindBar *>();
        QVERIFY(bar->isVisible());
        auto *text = bar->findChild<QLineEdit *>();
        QTest::keyClicks(text, u"needle"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(m_page->console().blockAt(0)->body()->pane()->selectedText().contains(u"needle"_s));
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QVERIFY(edit()->hasFocus());
    }

    void findShowsTheNewestWhileOneTypes()
    {
        finished(u"processes"_s, {process(1, u"needle"_s), process(2, u"hay"_s)});
        finished(u"processes -name n"_s, {process(3, u"needle"_s), process(4, u"needle"_s)});
        finished(u"processes -name h"_s, {process(5, u"hay"_s)});
        QTRY_VERIFY(m_page->console().blockAt(2) && m_page->console().blockAt(2)->body()->pane());
        QTRY_VERIFY(m_page->console().blockAt(0) && m_page->console().blockAt(0)->body()->pane());
        QTest::keyClick(edit(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *bar = m_page->findChild<FindBar *>();
        auto *text = bar->findChild<QLineEdit *>();
        const auto says = [bar](const QString &words) {
            const auto labels = bar->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == words; });
        };
        const auto selected = [this](
                                  int row) { return m_page->console().blockAt(row)->body()->pane()->selectedText(); };
        QTest::keyClicks(text, u"needle"_s);
        QTRY_VERIFY(selected(1).startsWith(u"needle\t4"_s) || selected(1).contains(u"4\t"_s));
        QCOMPARE(m_page->console().currentRow(), 1);
        const ResultModel &rows = *m_session->console().block(1)->output->model();
        int inOne = 0; // of the three rows that have it
        for (int column = 0; column < rows.columnCount(); ++column)
            inOne += rows.index(0, column).data().toString().contains(u"needle"_s);
        QVERIFY(inOne > 0);
        QTRY_VERIFY(says(u"%1 match(es)"_s.arg(3 * inOne)));
        for (int i = 1; i < 2 * inOne; ++i) {
            QTest::keyClick(text, Qt::Key_Return);
            QCOMPARE(m_page->console().currentRow(), 1);
        }
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(m_page->console().currentRow(), 0);
        QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_page->console().currentRow(), 1);
        QTest::keyClicks(text, u"less"_s);
        QTRY_VERIFY(says(u"Not found"_s));
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

    void askedForItComparesWithAnEarlierRun()
    {
        const auto runs = [this](qint64 gone, qint64 come) {
            return finished(
                u"processes"_s, {process(1, u"systemd"_s), process(gone, u"cron"_s), process(come, u"sshd"_s)});
        };
        const CommandId first = runs(10, 20);
        const CommandId second = runs(20, 30);
        finished(u"processes -name cron"_s, {process(20, u"cron"_s)});
        const CommandId last = runs(20, 40);
        QTRY_COMPARE(m_session->console().rowCount(), 4);
        QTRY_VERIFY(m_session->output(last)->whole() && m_session->output(last)->model());
        ResultModel *rows = m_session->output(last)->model();

        m_page->compareRows(last, *rows);
        auto *dialog = m_page->findChild<CompareDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(WidgetAudit::nameless(*dialog).join(u'\n'), QString());
        const auto *table = dialog->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(
            dialog->chosen().command.id, second); // the newest that asked the same, not the one that asked for a name
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Down);
        QCOMPARE(dialog->chosen().command.id, first);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(rows->comparison() && !rows->isBusy());
        QVERIFY(rows->comparedWith().startsWith(first.toString()));
        QCOMPARE(rows->acceptedCount(), 3); // 20 is another, 40 is new, 10 is gone; 1, as it was, is left out
        QTRY_VERIFY(!m_page->findChild<CompareDialog *>());

        // The first run has nothing before it: the dialog says so, and offers nothing to choose.
        m_page->compareRows(first, *m_session->output(first)->model());
        dialog = m_page->findChild<CompareDialog *>();
        QVERIFY(dialog->findChild<QTableView *>()->isHidden());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_page->findChild<CompareDialog *>());
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

    void logFollowsTheNewestUntilOneScrollsAway()
    {
        auto *table = named<QTableView>(u"Command log"_s);
        for (int i = 0; i < 60; ++i)
            finished(u"processes"_s, processes(1));
        QTRY_COMPARE(table->model()->rowCount(), 60);
        QScrollBar *bar = table->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(3);
        finished(u"processes"_s, processes(1));
        QTRY_COMPARE(table->model()->rowCount(), 61);
        QCOMPARE(bar->value(), 3);
        bar->setValue(bar->maximum());
        finished(u"processes"_s, processes(1));
        QTRY_COMPARE(table->model()->rowCount(), 62);
        QTRY_COMPARE(bar->value(), bar->maximum());
    }

    void logTellsWhatIsKnownOfACommand()
    {
        const CommandId id = finished(u"processes -name p"_s, processes(5));
        auto *log = m_page->findChild<CommandLogPanel *>();
        auto *table = named<QTableView>(u"Command log"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const QString time = table->model()->index(0, CommandLogModel::Accepted).data().toString();
        QVERIFY2(QRegularExpression(u"\\d\\d:\\d\\d:\\d\\d"_s).match(time).hasMatch(), qPrintable(time));
        log->select(id);
        const auto *input = named<TextView>(u"Input"_s);
        const QString text = QString::fromUtf8(input->buffer()->bytes());
        for (const QString &fact : {u"processes -name p\n"_s, u"Typed by: mia"_s, u"Folder: /"_s,
                 u"Read as: processes name=\"p\""_s, u"Status: completed"_s})
            QVERIFY2(text.contains(fact), qPrintable(text));
        Brackets french;
        QCoreApplication::installTranslator(&french);
        QTRY_VERIFY(QString::fromUtf8(input->buffer()->bytes()).contains(u"«Typed by»"_s));
        QCoreApplication::removeTranslator(&french);
    }

    void whatIsNoLongerInTheConsoleOpensApart()
    {
        finished(u"processes"_s, processes(5));
        auto *table = named<QTableView>(u"Command log"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        m_session->clearConsole();
        QTRY_COMPARE(m_session->console().rowCount(), 0);
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(m_page->findChild<OutputWindow *>());
    }

    void logIsWrittenInEachFormat()
    {
        CommandRecord failed = record(7, u"=dir /x"_s, CommandState::Failed);
        failed.errors = {Error{ErrorCode::NotFound, u"/x"_s, {}, {}}};
        failed.errors.front().facts.set(Fact::Limit, 12);
        failed.exitStatus = 3;
        failed.outputSha256 = QByteArray(32, 'h');
        const QString digest = u"68"_s.repeated(32);
        CommandLog log;
        log.tenant = u"acme"_s;
        log.device = workstation().id;
        log.facts = workstation().facts;
        log.session.id = SessionId(7);
        log.session.createdBy = u"analyst"_s;
        log.session.started = QDateTime::fromString(u"2026-11-26T17:12:06Z"_s, Qt::ISODate);
        log.commands = {{failed, u"/srv"_s}, {record(8, u"processes"_s), u"/"_s}};
        const QJsonObject whole = QJsonDocument::fromJson(exportLog(log, LogFormat::Json)).object();
        QCOMPARE(whole.value(u"tenant"_s).toString(), u"acme"_s);
        QCOMPARE(whole.value(u"zone"_s).toString(), u"UTC"_s);
        QCOMPARE(whole.value(u"device"_s).toObject().value(u"name"_s).toString(), u"ws-0142"_s);
        QCOMPARE(whole.value(u"session"_s).toObject().value(u"user"_s).toString(), u"analyst"_s);
        QCOMPARE(whole.value(u"session"_s).toObject().value(u"started"_s).toString(), u"2026-11-26T17:12:06.000Z"_s);
        const QJsonArray json = whole.value(u"commands"_s).toArray();
        QCOMPARE(json.size(), 2);
        const QJsonObject first = json.at(0).toObject();
        QCOMPARE(first.value(u"command_line"_s).toString(), u"=dir /x"_s);
        QCOMPARE(first.value(u"status"_s).toString(), u"failed"_s);
        QCOMPARE(first.value(u"exit_status"_s).toInt(), 3);
        QCOMPARE(first.value(u"folder"_s).toString(), u"/srv"_s);
        QCOMPARE(first.value(u"output"_s).toObject().value(u"sha256"_s).toString(), digest);
        const QJsonObject error = first.value(u"errors"_s).toArray().at(0).toObject();
        QCOMPARE(error.value(u"subject"_s).toString(), u"/x"_s);
        QCOMPARE(error.value(u"facts"_s).toObject().value(u"limit"_s).toInt(), 12);
        const QByteArray csv = exportLog(log, LogFormat::Csv);
        for (const QByteArray &fact : {QByteArray("'=dir /x"), QByteArray("ws-0142"), QByteArray("analyst"),
                 digest.toLatin1(), QByteArray("limit=12")})
            QVERIFY2(csv.contains(fact), fact.constData());
        const QByteArray text = exportLog(log, LogFormat::Text);
        for (const QByteArray &fact :
            {QByteArray("=dir /x"), QByteArray("ws-0142"), QByteArray("zone: UTC"), digest.toLatin1()})
            QVERIFY2(text.contains(fact), fact.constData());
        QCOMPARE(logFileName(log), u"command-log-ws-0142-session-7-2026-11-26"_s);
        log.facts.name = u"../x\u202e:y"_s;
        QCOMPARE(logFileName(log), u"command-log-.._x_y-session-7-2026-11-26"_s);
        QCOMPARE(logFormatOf(u"a.JSON"_s), LogFormat::Json);
        QCOMPARE(logFormatOf(u"a"_s), LogFormat::Text);
    }

    /// Pictures of a working session for who judges its looks: SONDE_SCENES names the folder they go to.
    void scenes()
    {
        const QString folder = qEnvironmentVariable("SONDE_SCENES");
        if (folder.isEmpty())
            QSKIP("SONDE_SCENES is not set");
        const QStringList names{u"systemd"_s, u"sshd"_s, u"python3"_s, u"svch\u202e0st"_s, u"cron"_s, u"postgres"_s};
        ResultRows many;
        for (int i = 0; i < 214; ++i)
            many.push_back(process(1000 + i * 37, names.at(i % names.size())));
        finished(u"processes"_s, many);
        finished(u"fileinfo /usr/bin/python3"_s,
            {row(u"fileinfo"_s,
                {{u"path"_s, u"/usr/bin/python3"_s}, {u"type"_s, u"ELF executable"_s}, {u"size"_s, 6752744},
                    {u"owner"_s, u"root"_s}, {u"modified"_s, u"2026-10-02T08:11:41.000Z"_s},
                    {u"mode"_s, u"-rwxr-xr-x"_s},
                    {u"sha256"_s, u"9f2c1b6e4a5d08c7bb0f1d2c3b4a59687786950a1b2c3d4e5f60718293a4e1a4"_s}})});
        finished(u"fileinfo /etc/hostname -output json"_s,
            {row(u"fileinfo"_s,
                {{u"path"_s, u"/etc/host\u202ename"_s}, {u"size"_s, 9}, {u"modified"_s, u"2026-10-02T08:11:41.000Z"_s},
                    {u"links"_s, 1}})});
        const CommandId missing = m_tenant->accept(m_id, u"dir /root/secret"_s);
        m_tenant->finish(missing, CommandState::Failed,
            {Error{ErrorCode::AccessDenied, u"/root/secret"_s, u"Permission denied"_s, {}}});
        const CommandId search = m_tenant->accept(m_id, u"findfile *.log -path / &"_s);
        m_tenant->append(m_id, search, Event::CommandStarted{QDateTime::currentDateTimeUtc()});
        m_tenant->push(Message::CommandProgress{search, 64, 100, u"/var/log"_s});
        const CommandId running = m_tenant->accept(m_id, u"findfile *.ps1"_s);
        m_tenant->append(m_id, running, Event::CommandStarted{QDateTime::currentDateTimeUtc()});
        QTRY_COMPARE(m_session->console().rowCount(), 6);
        m_page->input().compose(u"fileinfo /tmp/inv\u202egnp.exe"_s);
        for (const auto choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_look->settings.set(Settled::Theme, choice);
            const QString suffix = choice == ThemeChoice::Light ? u"light.png"_s : u"dark.png"_s;
            QTRY_VERIFY(m_page->console().isAtEnd());
            m_page->findChild<CommandLogPanel *>()->select(CommandId(1002));
            QTRY_VERIFY(!m_session->output(CommandId(1003))->json().isEmpty());
            QTRY_VERIFY(m_page->console().blockAt(2)->height() > 150);
            m_page->grab().save(QString(folder % u"/session-"_s % suffix));
            m_page->console().jump(-6);
            QTRY_COMPARE(m_page->console().currentRow(), 0);
            m_page->grab().save(QString(folder % u"/session-top-"_s % suffix));
            m_page->console().scrollToEnd();
            m_page->input().compose(u"fi"_s);
            QTest::keyClick(edit(), Qt::Key_Tab);
            m_page->grab().save(QString(folder % u"/session-complete-"_s % suffix));
            QTest::keyClick(edit(), Qt::Key_Escape);
            QTest::keyClick(edit(), Qt::Key_Return);
            m_page->findChild<QTabWidget *>()->setCurrentIndex(1);
            m_page->grab().save(QString(folder % u"/session-help-"_s % suffix));
            m_page->findChild<QTabWidget *>()->setCurrentIndex(0);
        }
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    SessionPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sessionpage.moc"
