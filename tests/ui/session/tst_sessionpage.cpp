// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/announcements.h"
#include "tests/ui/brackets.h"
#include "tests/ui/session/sessionpagefixture.h"
#include "tests/ui/session/settling.h"
#include "ui/console/blockwidget.h"
#include "ui/console/consoleview.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/result/outputbody.h"
#include "ui/session/dashboardstrip.h"
#include "ui/session/disconnectdialog.h"
#include "ui/session/helppage.h"
#include "ui/session/helppanel.h"
#include "ui/theme/plaintext.h"
#include "ui/toolkit/textview.h"

#include <QAccessible>
#include <QApplication>
#include <QListWidget>
#include <QPushButton>
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
