// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/time/timetext.h"
#include "tests/models/recordedsession.h"
#include "tests/ui/consolefixture.h"
#include "ui/console/blocknotes.h"
#include "ui/console/blockwidget.h"
#include "ui/console/consoleview.h"
#include "ui/evidence/commandlook.h"
#include "ui/result/outputbody.h"
#include "ui/result/resultpane.h"
#include "ui/toolkit/noteline.h"
#include "ui/toolkit/syntax.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

class ConsoleTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    Syntax m_syntax;

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<Look>(); }

    /// What is being fetched does not look as if nothing had been printed.
    void aBlockSaysThatItsOutputIsOnItsWay()
    {
        CommandRecord printed = record(5, u"processes"_s);
        printed.chunks = 2;
        printed.rows = 100;
        ConsoleModel::Block block;
        block.record = std::make_shared<const CommandRecord>(printed);
        const auto saysSo = [&block] {
            return std::ranges::any_of(BlockNotes::of(block, false),
                [](const auto &note) { return note.second == u"Its output is being loaded…"_s; });
        };
        QVERIFY(saysSo());
        CommandOutput output(Catalogue::instance().find(u"processes"), OutputType::Table);
        block.output = &output;
        QVERIFY(!saysSo()); // it is pushed
        output.setFetching(true);
        QVERIFY(saysSo());
        output.appendRows(processes(1), 10);
        QVERIFY(!saysSo());
        output.setWhole();
        QVERIFY(!saysSo());
    }

    /// What the block of a getfile says is what became of its file here.
    void aGetfileIsCompletedWhenItsFileIsHere()
    {
        ConsoleModel::Block block;
        block.record = std::make_shared<const CommandRecord>(record(5, u"getfile /var/big.bin"_s));
        block.mayBring = true;
        Download download;
        download.command = CommandId(5);
        download.file.path = "/var/big.bin";
        download.file.size = 1000;
        download.target = u"/evidence/big.bin.zip"_s;
        BlockWidget widget(m_look->theme, m_syntax, m_look->actions);
        widget.resize(900, 300);
        widget.show();
        const auto show = [&](Arrival arrival, Download::State state) {
            download.state = state;
            block.arrival = arrival;
            block.download = download;
            widget.setBlock(block, {});
        };
        const auto says = [&](const QString &text) {
            return std::ranges::any_of(widget.findChildren<QLabel *>(),
                [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
        };
        const auto button = [&](const QString &text) -> QPushButton * {
            for (auto *one : widget.findChildren<QPushButton *>()) {
                if (one->isVisible() && one->text() == text)
                    return one;
            }
            return nullptr;
        };
        download.done = 820;
        download.speed = 2048;
        show(Arrival::Coming, Download::State::Receiving);
        QVERIFY(says(u"downloading"_s) && says(u"82 %"_s) && says(u"2 KiB/s"_s));
        QVERIFY(!says(u"completed"_s));
        QVERIFY(widget.findChild<QProgressBar *>()->isVisible());
        QCOMPARE(widget.findChild<QProgressBar *>()->value(), 820);

        download.problem = Error{ErrorCode::FileExists, download.target, {}, {}};
        show(Arrival::Asking, Download::State::Asking);
        QVERIFY(says(u"question"_s) && says(u"big.bin.zip"_s));
        const QWidget *next = widget.nextInFocusChain();
        while (next != &widget && !(next->isVisible() && next->isEnabled() && next->focusPolicy() & Qt::TabFocus))
            next = next->nextInFocusChain();
        QCOMPARE(next, button(u"Overwrite"_s)); // what waits for an answer is reached first
        QTest::mouseClick(button(u"Keep both"_s), Qt::LeftButton);
        QCOMPARE(m_look->actions.answers, (QList{std::pair(CommandId(5), DownloadAnswer::KeepBoth)}));

        show(Arrival::Elsewhere, Download::State::Cancelled);
        QVERIFY(says(u"not downloaded"_s) && !button(u"Keep both"_s));
        QTest::mouseClick(button(u"Download it"_s), Qt::LeftButton);
        QTRY_COMPARE(m_look->actions.brought, QList{CommandId(5)});

        show(Arrival::Earlier, Download::State::Cancelled);
        QVERIFY(says(u"completed"_s) && says(u"list of downloads on this computer does not have it"_s));
        QTest::mouseClick(button(u"Download it again"_s), Qt::LeftButton);
        QTRY_COMPARE(m_look->actions.brought, (QList{CommandId(5), CommandId(5)}));

        download.problem.reset();
        show(Arrival::Delivered, Download::State::Finished);
        QVERIFY(says(u"completed"_s) && !says(u"not downloaded"_s) && !button(u"Download it again"_s));
        QVERIFY(!says(u"downloaded before"_s));
        QVERIFY(!widget.findChild<QProgressBar *>()->isVisible());
    }

    /// What became of a command is one thing, called by one name, whoever shows it.
    void anOutcomeHasOneName_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<CommandState>("state");
        QTest::addColumn<int>("error");
        QTest::addColumn<ActivityOutcome>("expected");
        QTest::addColumn<QString>("name");
        using enum CommandState;
        const int none = -1;
        const int nothingToUndo = int(ErrorCode::NothingToUndo);
        const int unknown = int(ErrorCode::CommandUnknown);
        const int denied = int(ErrorCode::AccessDenied);
        QTest::newRow("a plan") << u"remediate file /x -plan"_s << Completed << none << ActivityOutcome::Planned
                                << u"planned only"_s;
        QTest::newRow("a plan of an isolation")
            << u"isolate -plan"_s << Completed << none << ActivityOutcome::Planned << u"planned only"_s;
        QTest::newRow("a plan that was refused")
            << u"undo file /x -plan"_s << Failed << nothingToUndo << ActivityOutcome::Refused << u"refused"_s;
        QTest::newRow("no command") << u"nonsense"_s << Rejected << unknown << ActivityOutcome::Refused << u"refused"_s;
        QTest::newRow("in part") << u"fileinfo /x"_s << Completed << denied << ActivityOutcome::Partly
                                 << u"completed in part"_s;
        QTest::newRow("cut off") << u"run slow.sh"_s << Interrupted << none << ActivityOutcome::Interrupted
                                 << u"interrupted"_s;
    }

    void anOutcomeHasOneName()
    {
        QFETCH(QString, line);
        QFETCH(CommandState, state);
        QFETCH(int, error);
        CommandRecord command = record(5, line);
        command.state = state;
        if (error >= 0)
            command.errors = {Error{ErrorCode(error), u"/x"_s, {}, {}}};
        QTEST(outcomeOf(command), "expected");
        QTEST(CommandLook::text(command, Arrival::None), "name");
        QCOMPARE(Words::commandStateText(command), CommandLook::text(command, Arrival::None));
        QCOMPARE(Words::outcomeText(outcomeOf(command)), CommandLook::text(command, Arrival::None));
    }

    /// Who may say yes and until when, and then who did.
    void anApprovalIsSaidWhereItIsWaitedFor()
    {
        CommandRecord command = record(5, u"getfile /x"_s, CommandState::Held);
        command.approvalUntil = QDateTime::currentDateTimeUtc().addSecs(1800);
        const auto said = [&command] {
            ConsoleModel::Block block;
            block.record = std::make_shared<const CommandRecord>(command);
            QStringList texts;
            for (const auto &[kind, text] : BlockNotes::of(block, false))
                texts += text;
            return texts.join(u'\n');
        };
        QVERIFY2(said().contains(u"approve commands"), qPrintable(said()));
        QVERIFY2(said().contains(TimeText().withZone(*command.approvalUntil)), qPrintable(said()));
        command.state = CommandState::Completed;
        command.approvedBy = u"sam"_s;
        QVERIFY2(said().contains(u"Approved by sam."), qPrintable(said()));
    }

    /// The service has the file, nobody else: no view calls that done.
    void aFileThatNobodyTookIsNotDownloaded()
    {
        CommandRecord command = record(5, u"getfile /x"_s);
        command.evidence = EvidenceRecord{.file = {}, .sha256 = {}, .since = {}, .deliveredTo = {}};
        QCOMPARE(outcomeOf(command), ActivityOutcome::NotDownloaded);
        QCOMPARE(Words::commandStateText(command), CommandLook::text(command, Arrival::Elsewhere));
        command.evidence->deliveredTo = {u"ada"_s};
        QCOMPARE(outcomeOf(command), ActivityOutcome::Done);
    }

    /// A package that is not whole is not green, says how many problems there are, and what the time went into.
    void aPackageThatIsNotWholeSaysSo()
    {
        const auto line = [](const QString &area, double seconds, qint64 problems) {
            return row(u"collect"_s,
                {{u"area"_s, area}, {u"data_point"_s, u"x"_s}, {u"duration"_s, seconds}, {u"problems"_s, problems}});
        };
        CommandOutput output(Catalogue::instance().find(u"collect"), OutputType::Table);
        output.appendRows({line(u"bodyfile"_s, 3.0, 0), line(u"files"_s, 12.0, 2), line(u"package"_s, 16.0, 2)}, 1000);
        output.setWhole();
        CommandRecord made = record(5, u"collect"_s);
        made.errors = {Error{ErrorCode::PackageNotWhole, u"x.tar.gz"_s, {}, {}}.with(Fact::Count, 2)};
        ConsoleModel::Block block;
        block.record = std::make_shared<const CommandRecord>(made);
        block.output = &output;
        block.arrival = Arrival::Delivered;
        QVERIFY(isPartial(made));
        QCOMPARE(CommandLook::text(made, Arrival::Delivered), u"completed in part"_s);
        QCOMPARE(CommandLook::look(made, Arrival::Delivered).color, Color::Warning);
        QStringList said;
        for (const auto &[kind, text] : BlockNotes::of(block, false))
            said += text;
        const QString all = said.join(u'\n');
        QVERIFY2(all.contains(u"not whole: 2 problem(s)"_s), qPrintable(all));
        QVERIFY2(
            all.contains(u"body file 3.00 s"_s) && all.contains(u"files 12.0 s (2 problem(s))"_s), qPrintable(all));
        made.errors.clear();
        QCOMPARE(CommandLook::text(made, Arrival::Delivered), u"completed"_s);
        QCOMPARE(CommandLook::look(made, Arrival::Delivered).color, Color::Good);
    }

    /// While it comes, the block says how much is here and for how long it has gone on; how much is missing nobody knows.
    void whatGrowsSaysHowLong()
    {
        CommandRecord making = record(5, u"collect"_s, CommandState::Downloading);
        making.accepted = QDateTime::currentDateTimeUtc().addSecs(-75);
        Download download;
        download.command = CommandId(5);
        download.file.growing = true;
        download.state = Download::State::Receiving;
        download.done = 5 * 1024 * 1024;
        ConsoleModel::Block block;
        block.record = std::make_shared<const CommandRecord>(making);
        block.arrival = Arrival::Coming;
        block.download = download;
        CommandOutput output(Catalogue::instance().find(u"collect"), OutputType::Table);
        block.output = &output;
        output.setProgress(20, 80, u"files"_s);
        BlockWidget widget(m_look->theme, m_syntax, m_look->actions);
        widget.setBlock(block, {});
        widget.show();
        QStringList texts;
        for (const auto *label : widget.findChildren<QLabel *>())
            texts += label->text();
        QVERIFY2(texts.join(u'|').contains(u"5 MiB · 01:15"_s), qPrintable(texts.join(u'|')));
        QVERIFY(!texts.join(u'|').contains(u'%'));
        QCOMPARE(widget.findChild<QProgressBar *>()->value(), 250); // the parts that are done
    }

    /// A script that was stopped as the analyst asked has not failed.
    void whatWasStoppedAsAskedIsNoFailure()
    {
        CommandRecord stopped = record(6, u"run slow.py"_s, CommandState::Cancelled);
        stopped.errors = {Error{ErrorCode::Cancelled, u"slow.py"_s, {}, {}}.with(Fact::Processes, 1)};
        ConsoleModel::Block block;
        block.record = std::make_shared<const CommandRecord>(stopped);
        BlockWidget widget(m_look->theme, m_syntax, m_look->actions);
        widget.setBlock(block, {});
        const auto *note = widget.findChild<NoteLine *>();
        QVERIFY(note);
        QCOMPARE(note->kind(), NoteLine::Kind::Info);
    }

    /// A walk through a closed system has thousands of errors: the first are said, and how many more there are.
    void manyErrorsAreSaidAndCounted()
    {
        CommandRecord walked = record(7, u"findfile x"_s, CommandState::Completed);
        for (int i = 0; i < 60; ++i)
            walked.errors.push_back({ErrorCode::AccessDenied, u"/closed/%1"_s.arg(i), {}, {}});
        ConsoleModel::Block block;
        block.record = std::make_shared<const CommandRecord>(walked);
        BlockWidget widget(m_look->theme, m_syntax, m_look->actions);
        widget.setBlock(block, {});
        QStringList notes;
        for (const auto *note : widget.findChildren<NoteLine *>())
            notes += note->text();
        QCOMPARE(notes.filter(u"/closed/"_s).size(), 50);
        QCOMPARE(notes.filter(u"And 10 more:"_s).size(), 1);
    }

    void onlyBlocksNearTheScreenHaveWidgets()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        for (quint64 i = 1; i <= 2000; ++i)
            session.put(record(i, u"cd /var/log"_s));
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        view.resize(900, 600);
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(view.blockAt(1999));
        QVERIFY(view.isAtEnd());
        QCOMPARE_LT(view.findChildren<BlockWidget *>().size(), 100);
        QVERIFY(!view.blockAt(0));
        view.verticalScrollBar()->setValue(0);
        QTRY_VERIFY(view.blockAt(0));
        QVERIFY(!view.blockAt(1999));
        QCOMPARE_LT(view.findChildren<BlockWidget *>().size(), 100);
    }

    void keepsItsPlaceAwayFromTheEnd()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        for (quint64 i = 1; i <= 100; ++i)
            session.put(record(i, u"cd /var/log"_s));
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        view.resize(900, 500);
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(view.blockAt(99));
        view.verticalScrollBar()->setValue(700);
        QTRY_VERIFY(view.blockAt(20));
        const int before = view.blockAt(20)->y();
        session.put(record(101, u"cd /"_s));
        auto *button = view.findChild<QPushButton *>();
        QTRY_VERIFY(button->isVisible());
        QVERIFY(!view.isAtEnd());
        QCOMPARE(view.blockAt(20)->y(), before);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(view.isAtEnd());
        QTRY_VERIFY(view.blockAt(100));
        QVERIFY(!button->isVisible());
    }

    /// "New output" is said of what is new below the view, and covers nothing that is read.
    void onlyNewOutputIsCalledNew()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        CommandOutput output(Catalogue::instance().find(u"processes"), OutputType::Table);
        for (quint64 i = 1; i <= 40; ++i)
            session.put(record(i, u"cd /var/log"_s));
        session.put(record(41, u"processes"_s, CommandState::Running));
        output.appendRows(processes(4), 400);
        model.setOutput(CommandId(41), &output);
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        view.resize(900, 500);
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(view.blockAt(40) && view.blockAt(40)->findChild<QTableView *>());
        auto *button = view.findChild<QPushButton *>();
        QVERIFY(button && !button->isVisible());
        const int end = view.verticalScrollBar()->maximum();
        view.verticalScrollBar()->setValue(end - 60);
        QTRY_VERIFY(!view.isAtEnd());
        // Its height changes because of what the analyst does to it.
        view.blockAt(40)->toggleFilter();
        output.model()->setFilterText(u"p1"_s);
        QTRY_COMPARE(output.model()->rowCount(), 1);
        view.blockAt(40)->toggleFilter();
        output.model()->setFilterText({});
        QTRY_COMPARE(output.model()->rowCount(), 4);
        QTest::qWait(0);
        QVERIFY(!view.isAtEnd());
        QVERIFY(!button->isVisible());

        const int top = view.blockAt(38)->y();
        output.appendRows(processes(3), 300);
        QTRY_VERIFY(button->isVisible());
        QCOMPARE(view.blockAt(38)->y(), top); // what is read stays where it is
        QVERIFY(!view.viewport()->geometry().intersects(button->geometry()));
        QVERIFY(view.rect().contains(button->geometry()));
        view.scrollToEnd();
        QTRY_VERIFY(!button->isVisible());
        QVERIFY(view.isAtEnd());
        QCOMPARE(view.viewport()->height(), view.height());
    }

    void asksForOutputsItShows()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        session.put(record(5, u"processes"_s));
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        m_look->actions.fetched.clear();
        view.resize(900, 500);
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(!m_look->actions.fetched.isEmpty());
        QCOMPARE(m_look->actions.fetched.first(), CommandId(5));
    }

    void blockShowsOutputErrorsAndState()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        CommandOutput output(Catalogue::instance().find(u"processes"), OutputType::Table);
        output.appendRows(processes(214), 1000);
        output.setWhole();
        session.put(record(1, u"processes"_s));
        model.setOutput(CommandId(1), &output);
        CommandRecord failed = record(2, u"fileinfo /nowhere"_s, CommandState::Failed);
        failed.errors = {Error{ErrorCode::NotFound, u"/nowhere"_s, {}, {}}};
        session.put(failed);
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        view.resize(900, 700);
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(view.blockAt(1));
        QVERIFY(dynamic_cast<ResultPane *>(view.blockAt(0)->body()->pane()));
        QVERIFY(view.blockAt(0)->height() < 500); // bounded
        const auto texts = [&](int row) {
            QStringList all;
            for (const auto *label : view.blockAt(row)->findChildren<QLabel *>())
                all += label->text();
            return all.join(u'|');
        };
        QVERIFY2(texts(0).contains(u"completed"_s) && texts(0).contains(u"214"_s), qPrintable(texts(0)));
        QVERIFY2(texts(1).contains(u"/nowhere"_s) && texts(1).contains(u"failed"_s), qPrintable(texts(1)));
        const int before = view.blockAt(0)->height();
        view.jump(-1);
        view.jump(-1);
        QCOMPARE(view.currentRow(), 0);
        QTest::keyClick(view.blockAt(0), Qt::Key_Return);
        QTRY_VERIFY(view.blockAt(0)->height() > before);
        QTest::keyClick(view.blockAt(0), Qt::Key_Space);
        QTRY_VERIFY(view.blockAt(0)->height() < 60);
    }

    /// Two outputs longer than their blocks, the older one in view from its begin.
    void theWheelBelongsToTheConsole()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        std::vector<std::unique_ptr<CommandOutput>> outputs;
        for (quint64 i = 1; i <= 4; ++i) {
            outputs.push_back(
                std::make_unique<CommandOutput>(Catalogue::instance().find(u"processes"), OutputType::Table));
            outputs.back()->appendRows(processes(100), 1000);
            session.put(record(i, u"processes"_s));
            model.setOutput(CommandId(i), outputs.back().get());
        }
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        view.resize(900, 500);
        view.setModel(&model);
        view.show();
        view.activateWindow();
        QTRY_VERIFY(view.blockAt(3) && view.blockAt(3)->findChild<QTableView *>());
        auto *table = view.blockAt(3)->findChild<QTableView *>();
        QTRY_VERIFY(table->isVisible() && table->verticalScrollBar()->maximum() > 0);
        table->scrollToBottom();
        const auto turn = [&](int by) {
            const QPoint place = table->viewport()->mapTo(&view, table->viewport()->rect().center());
            QTest::wheelEvent(view.windowHandle(), place, {0, by});
        };
        const int rows = table->verticalScrollBar()->value();
        const int console = view.verticalScrollBar()->value();
        turn(120);
        QCOMPARE(table->verticalScrollBar()->value(), rows);
        QVERIFY(view.verticalScrollBar()->value() < console);
        turn(-120);
        QCOMPARE(view.verticalScrollBar()->value(), console);

        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->viewport()->rect().center());
        QTRY_VERIFY(table->hasFocus());
        const int clicked = view.verticalScrollBar()->value();
        turn(120);
        QVERIFY(table->verticalScrollBar()->value() < rows);
        QCOMPARE(view.verticalScrollBar()->value(), clicked);
    }

    void aLargerBlockStandsAtTheTop()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        std::vector<std::unique_ptr<CommandOutput>> outputs;
        for (quint64 i = 1; i <= 4; ++i) {
            outputs.push_back(
                std::make_unique<CommandOutput>(Catalogue::instance().find(u"processes"), OutputType::Table));
            outputs.back()->appendRows(processes(100), 1000);
            session.put(record(i, u"processes"_s));
            model.setOutput(CommandId(i), outputs.back().get());
        }
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        view.resize(900, 850);
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(view.blockAt(3) && view.blockAt(3)->findChild<QTableView *>());
        QTRY_VERIFY(view.blockAt(2)->geometry().top() > 50);
        for (const int row : {2, 3}) {
            const int before = view.blockAt(row)->height();
            view.blockAt(row)->toggleExpanded();
            QVERIFY(view.blockAt(row)->height() > before);
            QVERIFY(view.blockAt(row)->geometry().top() >= 0);
            QVERIFY(view.blockAt(row)->geometry().top() < 50);
            QVERIFY(view.blockAt(row)->geometry().bottom() <= view.viewport()->height());
        }
    }

    void ofALongRecordTheBeginningIsShown()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        CommandOutput record(Catalogue::instance().find(u"fileinfo"), OutputType::Table);
        CommandOutput list(Catalogue::instance().find(u"processes"), OutputType::Table);
        list.appendRows(processes(100), 1000);
        QCborArray facts;
        for (qsizetype i = Catalogue::instance().find(u"fileinfo")->columns.size(); i > 0; --i)
            facts.append(u"a fact"_s);
        record.appendRows({facts}, 1000);
        session.put(ConsoleFixture::record(1, u"processes"_s));
        session.put(ConsoleFixture::record(2, u"fileinfo /x"_s));
        model.setOutput(CommandId(1), &list);
        model.setOutput(CommandId(2), &record);
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        view.resize(900, 200);
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(view.blockAt(1) && view.blockAt(1)->height() > view.viewport()->height());
        QTRY_VERIFY(view.blockAt(1)->geometry().top() >= 0);
        QVERIFY(view.blockAt(1)->geometry().top() < 50);
        QVERIFY(view.isAtEnd()); // what comes next is followed
    }

    /// An answer without rows says in its block what was looked for.
    void aBlockSaysThatNothingWasFound()
    {
        ConsoleModel::Block block;
        block.record = std::make_shared<const CommandRecord>(record(5, u"findfile *.zzz -path /etc"_s));
        BlockWidget widget(m_look->theme, m_syntax, m_look->actions);
        widget.setBlock(block, {});
        widget.show();
        const auto notes = widget.findChildren<NoteLine *>();
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes.first()->isVisible());
        QVERIFY2(notes.first()->text().contains(u"There is no file “*.zzz” in “/etc” or below."_s),
            qPrintable(notes.first()->text()));
    }

    void saysWhenTheDeviceKeepsOneWaiting()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        CommandRecord pending = record(1, u"processes"_s, CommandState::Pending);
        session.put(pending);
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        view.resize(900, 400);
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(view.blockAt(0));
        const auto says = [&] {
            for (const auto *label : view.blockAt(0)->findChildren<QLabel *>()) {
                if (label->text().contains(u"You may go on"_s))
                    return true;
            }
            return false;
        };
        QVERIFY(!says());
        QVERIFY(view.tick(pending.accepted.addSecs(16)));
        QVERIFY(says());
    }

    void findGoesFromBlockToBlock()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        std::vector<std::unique_ptr<CommandOutput>> outputs;
        for (quint64 i = 1; i <= 60; ++i) {
            outputs.push_back(std::make_unique<CommandOutput>(nullptr, OutputType::Text));
            outputs.back()->appendText(i == 3 || i == 50 ? "the needle\n" : "hay\nhay\nhay\n");
            session.put(record(i, u"cd /tmp"_s));
            model.setOutput(CommandId(i), outputs.back().get());
        }
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        view.resize(900, 500);
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(view.blockAt(59));
        QVERIFY(view.find(u"needle"_s, true));
        QCOMPARE(view.currentRow(), 49);
        QVERIFY(view.find(u"needle"_s, true));
        QCOMPARE(view.currentRow(), 2);
        QCOMPARE(view.blockAt(2)->body()->pane()->selectedText(), u"needle"_s);
        QVERIFY(!view.find(u"nowhere"_s, false));
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ConsoleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_console.moc"
