// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/rows.h"
#include "tests/ui/announcements.h"
#include "tests/ui/session/sessionpagefixture.h"
#include "ui/console/blockwidget.h"
#include "ui/console/consoleview.h"
#include "ui/input/commandedit.h"
#include "ui/result/outputbody.h"
#include "ui/result/resultpane.h"
#include "ui/result/resultview.h"
#include "ui/toolkit/noteline.h"
#include "ui/verdict/verdictpane.h"
#include "ui/verdict/verdictview.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>
#include <QTest>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

struct Said {
    QString kind;
    QString verdict;
    QString engine;
    QString finding = {};
    QString evidence = {};
    QString path = u"/tmp/evil"_s;
};

QCborArray rowOf(const Said &said)
{
    return ConsoleFixture::row(u"analyze"_s,
        {{u"kind"_s, said.kind}, {u"verdict"_s, said.verdict}, {u"engine"_s, said.engine}, {u"finding"_s, said.finding},
            {u"evidence"_s, said.evidence}, {u"path"_s, said.path}, {u"confidence"_s, u"high"_s},
            {u"author"_s, u"ada"_s}, {u"license"_s, u"MIT"_s}, {u"source"_s, u"evil.yar"_s}});
}

ResultRows malicious()
{
    return {rowOf({u"verdict"_s, u"malicious"_s, u"yara, known-bad"_s}),
        rowOf({u"finding"_s, u"suspicious"_s, u"heuristics"_s, u"packed"_s, u"7.9 bits"_s}),
        rowOf({u"finding"_s, u"malicious"_s, u"yara"_s, u"EvilRule"_s, u"at 0x40"_s}),
        rowOf({u"engine"_s, u"not-scanned"_s, u"clamav"_s, u"partly"_s, u"the engine took too long"_s})};
}

} // namespace

/// What an examination came to stands above its rows: what, how sure, who says so, and the way to what was seen.
class VerdictBlockTest final : public QObject, private SessionPageFixture
{
    Q_OBJECT

    [[nodiscard]] VerdictPane *pane() const { return m_page->findChild<VerdictPane *>(); }
    [[nodiscard]] VerdictView *view() const { return m_page->findChild<VerdictView *>(); }
    [[nodiscard]] QString cell(int line, int column) const
    {
        return view()->model()->index(line, column).data().toString();
    }
    [[nodiscard]] QStringList labels() const
    {
        QStringList texts;
        for (const QLabel *label : pane()->findChildren<QLabel *>())
            texts += label->text();
        return texts;
    }
    [[nodiscard]] BlockWidget *block() const { return m_page->console().blockAt(0); }
    void examine(const QString &line, const ResultRows &rows)
    {
        finished(line, rows);
        QTRY_VERIFY(pane() && pane()->isVisible());
        // Nothing of it is cut.
        QTRY_VERIFY(view()->mapTo(pane(), view()->rect().bottomLeft()).y() < pane()->height());
        QTRY_VERIFY(block()->body()->geometry().bottom() < block()->height());
        QTRY_VERIFY(block()->geometry().bottom() < m_page->console().viewport()->height());
    }

private Q_SLOTS:
    void initTestCase() { applyLook(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void itSaysWhatHowSureAndWho()
    {
        examine(u"analyze file /tmp/evil"_s, malicious());
        QVERIFY2(labels().contains(u"Verdict: malicious, high confidence. It rests on: YARA, list of the known bad."_s),
            qPrintable(labels().join(u'\n')));
        QCOMPARE(view()->model()->rowCount(), 3);
        QCOMPARE(cell(0, 0), u"YARA"_s); // the worst first
        QCOMPARE(cell(0, 1), u"EvilRule"_s);
        QCOMPARE(cell(0, 2), u"at 0x40"_s);
        QCOMPARE(cell(1, 1), u"its code is packed, and unpacks itself when it runs"_s);
        QCOMPARE(cell(2, 1), u"did not look at all of it"_s);
        QCOMPARE(cell(2, 2), u"the engine took too long"_s);
        // Whose rule it is belongs to what it found.
        const QModelIndex rule = view()->model()->index(0, 0);
        QStringList facts;
        for (int i = 0; i < view()->model()->rowCount(rule); ++i)
            facts += view()->model()->index(i, 1, rule).data().toString();
        QCOMPARE(facts, (QStringList{u"/tmp/evil"_s, u"rule file evil.yar; by ada; licence MIT"_s}));
        const QAbstractItemModelTester tester(view()->model());
        QCOMPARE(WidgetAudit::nameless(*m_page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::guessing(*m_page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::unexplained(*m_page).join(u'\n'), QString());
        // Said without colour, too.
        QCOMPARE(view()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"YARA, malicious"_s);
        QCOMPARE(WidgetAudit::nameOf(*view()), u"Who says what, of analyze file /tmp/evil"_s);
    }

    void itIsReadBeforeWhatHinderedIt()
    {
        const CommandId id = m_tenant->accept(m_id, u"analyze file /tmp/evil"_s);
        RowWriter writer;
        for (const auto &row : malicious())
            writer.addRow(row);
        m_tenant->append(m_id, id, Event::CommandSent{});
        m_tenant->addOutput(id, ChunkFormat::Rows, writer.take(), 4);
        m_tenant->finish(id, CommandState::Completed, {Error{ErrorCode::EngineMissing, u"clamav"_s, {}, {}}});
        QTRY_VERIFY(pane() && pane()->isVisible());
        QTRY_VERIFY(block()->findChild<NoteLine *>());
        QTRY_VERIFY(pane()->geometry().bottom() < block()->findChild<NoteLine *>()->geometry().top());
    }

    void keysLeadToTheRowThatSaysIt()
    {
        examine(u"analyze file /tmp/evil"_s, malicious());
        m_page->console().jump(-1);
        QTRY_VERIFY(block()->hasFocus());
        QTest::keyClick(block(), Qt::Key_Down);
        QVERIFY(view()->hasFocus());
        QCOMPARE(view()->currentIndex().row(), 0);
        QTest::keyClick(view(), Qt::Key_Return);
        auto *table = block()->body()->findChild<ResultView *>();
        QTRY_VERIFY(table->hasFocus());
        QCOMPARE(table->currentIndex().row(), 2); // as the device sent them
        QTest::keyClick(view(), Qt::Key_P);       // typing goes on in the line
        QCOMPARE(edit()->toPlainText(), u"p"_s);
    }

    void aRowThatIsFilteredAwayIsShownAgain()
    {
        examine(u"analyze file /tmp/evil"_s, malicious());
        auto *rows = block()->body()->findChild<ResultPane *>();
        rows->result()->setFilterText(u"packed"_s);
        QTRY_COMPARE(rows->result()->rowCount(), 1);
        view()->setCurrentIndex(view()->model()->index(0, 0));
        QTest::keyClick(view(), Qt::Key_Return);
        QTRY_COMPARE(rows->result()->rowCount(), 4);
        QTRY_COMPARE(rows->view()->currentIndex().row(), 2);
    }

    void whatCanBeDoneAboutItIsInItsMenu()
    {
        examine(u"analyze file /tmp/evil"_s, malicious());
        view()->setCurrentIndex(view()->model()->index(0, 0));
        Q_EMIT view()->menuRequested(2, {});
        const auto menus = block()->findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
        QCOMPARE(menus.size(), 1);
        QStringList texts;
        for (const QAction *action : menus.front()->actions())
            texts += action->text();
        for (const QString &wanted : {u"Go to its row"_s, u"fileinfo /tmp/evil"_s, u"Remediate this file…"_s})
            QVERIFY2(texts.contains(wanted), qPrintable(texts.join(u'\n')));
    }

    void whatNobodyLookedAtIsNeverClean()
    {
        examine(u"analyze file /tmp/x"_s,
            {rowOf({u"verdict"_s, u"not-scanned"_s, u"clamav"_s, {}, u"the engine took too long"_s}),
                rowOf({u"engine"_s, u"not-scanned"_s, u"clamav"_s, u"partly"_s, u"the engine took too long"_s}),
                rowOf({u"finding"_s, u"clean"_s, u"package"_s, u"package-intact"_s, u"libc6 2.41 (dpkg)"_s})});
        QVERIFY2(labels().join(u' ').contains(u"Verdict: not scanned"_s), qPrintable(labels().join(u'\n')));
        QCOMPARE(cell(0, 0), u"ClamAV"_s);
        QCOMPARE(cell(1, 0), u"package database"_s);             // it says something all the same
        QVERIFY(cell(1, 2).endsWith(u" · libc6 2.41 (dpkg)"_s)); // and of which file
    }

    void itIsReadAloud()
    {
        Announcements said;
        examine(u"analyze file /tmp/evil"_s, malicious());
        QTRY_COMPARE(said.texts(),
            QStringList{u"analyze file /tmp/evil, completed. Verdict: malicious, high confidence. It rests on: YARA, "
                        "list of the known bad."_s});
    }

    void otherCommandsHaveNone()
    {
        finished(u"processes"_s, processes(5));
        QTRY_VERIFY(block() && block()->body()->pane());
        QVERIFY(!pane());
    }
};

QTEST_MAIN(VerdictBlockTest)
#include "tst_verdictblock.moc"
