// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/session/sessionpagefixture.h"
#include "ui/console/blockwidget.h"
#include "ui/console/consoleview.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/result/outputbody.h"
#include "ui/session/comparedialog.h"
#include "ui/toolkit/findbar.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// What one looks for in the outputs of a session: found, filtered, compared with an earlier run.
class OutputSearchTest final : public QObject, private SessionPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

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

    /// Of a session that was opened again only what is near the screen has been looked at.
    void findLooksInWhatNobodyHasLookedAt()
    {
        m_tenant->pushesOutput = false;
        const CommandId oldest = finished(u"processes"_s, {process(1, u"needle"_s), process(2, u"hay"_s)});
        for (int i = 0; i < 60; ++i)
            finished(u"processes -name h"_s, processes(20));
        m_page.reset();
        m_session = open();
        m_page = std::make_unique<SessionPage>(
            *m_session, *m_client, *m_devices, *m_history, m_look->theme, m_look->settings);
        m_page->resize(1000, 600);
        m_page->show();
        m_page->activateWindow();
        QTRY_VERIFY(m_page->console().blockAt(60) && m_page->console().blockAt(60)->body()->pane());
        QVERIFY(ConsoleModel::isOutputMissing(*m_session->console().block(oldest)));
        m_page->openFindBar();
        auto *bar = m_page->findChild<FindBar *>();
        QTest::keyClicks(bar->findChild<QLineEdit *>(), u"needle"_s);
        const auto labels = [bar] {
            QStringList texts;
            for (const QLabel *label : bar->findChildren<QLabel *>())
                texts += label->text();
            return texts.join(u'|');
        };
        QVERIFY2(!labels().contains(u"Not found"_s), qPrintable(labels()));
        QTRY_VERIFY2_WITH_TIMEOUT(labels().contains(u"match(es)"_s), qPrintable(labels()), 20000);
        QTRY_COMPARE(m_page->console().currentRow(), 0);
        QTRY_VERIFY2_WITH_TIMEOUT(!labels().contains(u"not searched"_s), qPrintable(labels()), 20000);
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

        m_page->requests().compareRows(last, *rows);
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
        m_page->requests().compareRows(first, *m_session->output(first)->model());
        dialog = m_page->findChild<CompareDialog *>();
        QVERIFY(dialog->findChild<QTableView *>()->isHidden());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_page->findChild<CompareDialog *>());
    }
};

QTEST_MAIN(OutputSearchTest)
#include "tst_outputsearch.moc"
