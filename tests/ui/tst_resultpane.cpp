// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/recordedsession.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/console/consoleview.h"
#include "ui/console/pinnedblocks.h"
#include "ui/result/columnchoices.h"
#include "ui/result/columnfilter.h"
#include "ui/result/columnmenu.h"
#include "ui/result/columnwidths.h"
#include "ui/result/frozencolumns.h"
#include "ui/result/outputbody.h"
#include "ui/result/recordview.h"
#include "ui/result/resultbar.h"
#include "ui/result/resultpane.h"
#include "ui/result/resultview.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/syntax.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

class ResultPaneTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    Syntax m_syntax;

    /// Fifty processes in a pane of their own.
    struct Shown {
        ResultTable table{spec("processes")};
        ResultModel model{table};
        ResultPane pane;

        explicit Shown(Look &look)
            : pane(look.theme, look.actions)
        {
            table.appendRows(processes(50));
            pane.resize(900, 400);
            pane.setResult(&model, nullptr);
            pane.setAccessibleName(u"Output of processes"_s);
            pane.show();
        }
        QLineEdit *filter() { return pane.bar()->findChild<QLineEdit *>(); }
    };

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<Look>(); }

    void typesAFilter()
    {
        Shown shown(*m_look);
        QVERIFY(!shown.pane.bar()->isVisible());
        const int before = shown.pane.heightFor(12);
        shown.pane.toggleFilter();
        QTRY_VERIFY(shown.filter()->hasFocus() || !shown.pane.isActiveWindow());
        const int open = shown.pane.heightFor(12);
        QVERIFY(open > before);
        QTest::keyClicks(shown.filter(), u"name=p7|p8"_s);
        QCOMPARE(shown.model.acceptedCount(), 2);
        QCOMPARE(shown.pane.heightFor(12), open); // what is typed into stays where it is
        QVERIFY(shown.model.headerData(0, Qt::Horizontal, ResultModel::FilteredRole).toBool());
        QTest::keyClick(shown.filter(), Qt::Key_Escape);
        QCOMPARE(shown.model.acceptedCount(), 50);
        QVERIFY(!shown.pane.bar()->isVisible());
        QCOMPARE(shown.pane.heightFor(12), before);
    }

    void marksWhatTheFilterFound()
    {
        Shown shown(*m_look);
        const auto markedPixels = [&] {
            const QImage image = shown.pane.grab().toImage();
            const QRgb mark = m_look->theme.color(Color::Match).rgb();
            int pixels = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    pixels += image.pixel(x, y) == mark;
            }
            return pixels;
        };
        QCOMPARE(markedPixels(), 0);
        shown.model.setFilterText(u"name:P1"_s);
        QTRY_COMPARE(shown.model.acceptedCount(), 11);
        QTRY_VERIFY(markedPixels() > 0);
        const int inNames = markedPixels();
        shown.model.setFilterText(u"p1"_s); // in every column
        QTRY_VERIFY(markedPixels() > inNames);
        shown.model.setFilterText(u"-p1"_s);
        QTRY_COMPARE(markedPixels(), 0);
    }

    /// Numbers and times that were shown before the language changed.
    void followsTheLanguage()
    {
        QLocale::setDefault(QLocale(u"en"_s));
        Shown shown(*m_look);
        const int size = columnOf(spec("processes"), "memory_usage.working_set");
        shown.model.setColumns({size});
        ResultTable one{spec("processes")};
        one.appendRows(processes(1));
        RecordView record(m_look->theme, m_look->actions);
        record.setResult(&one);
        const auto text = [&shown] { return shown.model.index(19, 0).data().toString(); };
        QCOMPARE(text(), u"1.33 MiB"_s);
        QSignalSpy told(&shown.model, &QAbstractItemModel::dataChanged);
        QSignalSpy recordTold(record.model(), &QAbstractItemModel::dataChanged);

        QLocale::setDefault(QLocale(u"fr"_s));
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(&shown.pane, &change);
        QApplication::sendEvent(&record, &change);
        QLocale::setDefault(QLocale::c());
        QVERIFY(!told.isEmpty());
        QVERIFY(!recordTold.isEmpty());
        QCOMPARE(text(), u"1,33 Mio"_s);
    }

    void saysThatNothingMatches()
    {
        Shown shown(*m_look);
        shown.model.setFilterText(u"nobody"_s);
        QVERIFY(shown.filter()->isVisible()); // also when a menu wrote it
        auto *all = shown.pane.view()->findChild<QPushButton *>();
        QTRY_VERIFY(all->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(shown.model.rowCount(), 50);
        QVERIFY(!all->isVisible());
    }

    void everythingHasAName()
    {
        Shown shown(*m_look);
        shown.pane.toggleFilter();
        shown.model.setGroupBy(columnOf(spec("processes"), "status"));
        shown.model.compareWith(ResultSnapshot(spec("processes")), u"1041"_s);
        shown.pane.view()->setAccessibleName(u"rows"_s);
        QCOMPARE(WidgetAudit::nameless(shown.pane), QStringList());
        QCOMPARE(WidgetAudit::guessing(shown.pane), QStringList());
        ColumnFilter filter(shown.model, columnOf(spec("processes"), "status"));
        filter.setAttribute(Qt::WA_DeleteOnClose, false);
        filter.show();
        QTRY_COMPARE(filter.findChild<QListWidget *>()->count(), 1);
        QCOMPARE(WidgetAudit::nameless(filter), QStringList());
        QCOMPARE(WidgetAudit::guessing(filter), QStringList());
    }

    void filtersAColumnByItsValues()
    {
        Shown shown(*m_look);
        const int user = columnOf(spec("processes"), "user_name");
        QCborArray another = process(99, u"x"_s);
        another[user] = u"a b"_s;
        shown.table.appendRows({another});
        QPointer<ColumnFilter> filter = new ColumnFilter(shown.model, user, &shown.pane);
        filter->show();
        auto *values = filter->findChild<QListWidget *>();
        QTRY_COMPARE(values->count(), 2);
        QCOMPARE(values->item(0)->text(), u"root (50)"_s);
        values->item(1)->setCheckState(Qt::Checked);
        QTest::keyClick(filter.data(), Qt::Key_Return);
        QCOMPARE(shown.model.filterText(), u"user_name=\"a b\""_s);
        QCOMPARE(shown.model.acceptedCount(), 1);
        QTRY_VERIFY(!filter);
    }

    void filtersAColumnByARange()
    {
        Shown shown(*m_look);
        QPointer<ColumnFilter> filter =
            new ColumnFilter(shown.model, columnOf(spec("processes"), "memory_usage.working_set"), &shown.pane);
        filter->show();
        const auto edits = filter->findChildren<QLineEdit *>();
        QCOMPARE(edits.size(), 2);
        edits.at(0)->setText(u"1M"_s);
        edits.at(1)->setText(u"2 MiB"_s);
        QTest::keyClick(filter.data(), Qt::Key_Return);
        QCOMPARE(shown.model.filterText(), u"working_set>=1M working_set<=\"2 MiB\""_s);
        QCOMPARE(shown.model.acceptedCount(), 15); // 69,632 bytes times 16 to 30
    }

    void columnsGoAndComeBackAndAreRemembered()
    {
        ColumnChoices choices(m_look->settings);
        ResultTable table(spec("processes"));
        table.appendRows(processes(3));
        ResultModel model(table);
        const int third = model.columns().at(2);
        ColumnMenu menu(model, 2, &choices);
        actionOf(menu, u"Hide this column"_s)->trigger();
        QVERIFY(!model.columns().contains(third));
        ColumnMenu other(model, 0, &choices);
        QAction *image = actionOf(other, u"image_path"_s);
        QVERIFY(!image->isChecked());
        image->trigger();
        ResultModel next(table);
        ResultPane pane(m_look->theme, m_look->actions);
        pane.setResult(&next, &choices);
        QCOMPARE(next.columns(), model.columns());
        QVERIFY(next.columns().contains(columnOf(spec("processes"), "image_path")));
        actionOf(other, u"The usual columns"_s)->trigger();
        QCOMPARE(choices.of(spec("processes")), shownColumns(spec("processes"), false));
        QVERIFY(m_look->settings.get(Settled::ResultColumns).isEmpty());
    }

    void clicksOnHeadersSortByManyColumns()
    {
        Shown shown(*m_look);
        auto *header = shown.pane.view()->horizontalHeader();
        const auto click = [&](int column, Qt::KeyboardModifiers keys) {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, keys,
                {header->sectionViewportPosition(column) + 12, header->height() / 2});
        };
        click(3, {});
        QTest::keyPress(&shown.pane, Qt::Key_Shift); // what the application takes for held down
        click(1, Qt::ShiftModifier);
        QTest::keyRelease(&shown.pane, Qt::Key_Shift);
        QCOMPARE(shown.model.sortColumns().first(), (SortColumn{shown.model.commandColumn(3), Qt::AscendingOrder}));
        QVERIFY(header->sectionsClickable());
    }

    void keysOpenAndCloseGroups()
    {
        Shown shown(*m_look);
        shown.model.setGroupBy(columnOf(spec("processes"), "status"));
        ResultView *view = shown.pane.view();
        QCOMPARE(shown.model.rowCount(), 1);
        view->setCurrentIndex(shown.model.index(0, 0));
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(shown.model.rowCount(), 51);
        view->setCurrentIndex(shown.model.index(7, 0));
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(view->currentIndex().row(), 0);
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(shown.model.rowCount(), 1);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(shown.model.rowCount(), 51);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(shown.model.index(0, 0)).center());
        QCOMPARE(shown.model.rowCount(), 1);
        view->grab();
    }

    void aMenuKeyOffersWhatACellIsGoodFor()
    {
        Shown shown(*m_look);
        ResultView *view = shown.pane.view();
        view->setCurrentIndex(shown.model.index(0, 1));
        QSignalSpy asked(&shown.pane, &ResultPane::contextMenuRequested);
        QContextMenuEvent key(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(view->viewport(), &key);
        QCOMPARE(asked.size(), 1);
        QMenu menu;
        shown.pane.addActions(menu);
        QVERIFY(actionOf(menu, u"connections -pid 1"_s));
        QVERIFY(actionOf(menu, u"getfile /usr/bin/p49"_s));
        QVERIFY(!actionOf(menu, u"dir /usr/bin/p49"_s)); // an image is a file
        QVERIFY(actionOf(menu, u"dir /usr/bin"_s));
        actionOf(menu, u"fileinfo /usr/bin/p49"_s)->trigger();
        QCOMPARE(m_look->actions.composed.last(), u"fileinfo /usr/bin/p49"_s);
        actionOf(menu, u"Only rows with this value"_s)->trigger();
        QCOMPARE(shown.model.filterText(), u"pid=1"_s);
        QCOMPARE(shown.model.acceptedCount(), 1);
    }

    void columnsShareTheRoom_data()
    {
        QTest::addColumn<QList<int>>("whole");
        QTest::addColumn<QList<int>>("least");
        QTest::addColumn<int>("room");
        QTest::addColumn<QList<int>>("widths");
        using Widths = QList<int>;
        QTest::newRow("room for all") << Widths{100, 500} << Widths{100, 100} << 800 << Widths{100, 500};
        QTest::newRow("one is long") << Widths{100, 2000} << Widths{100, 100} << 800 << Widths{100, 700};
        QTest::newRow("two are long") << Widths{100, 2000, 3000} << Widths{100, 50, 50} << 900 << Widths{100, 400, 400};
        QTest::newRow("no room") << Widths{100, 2000, 3000} << Widths{100, 170, 170} << 200 << Widths{100, 170, 170};
        QTest::newRow("none") << Widths{} << Widths{} << 200 << Widths{};
    }
    void columnsShareTheRoom()
    {
        QFETCH(QList<int>, whole);
        QFETCH(QList<int>, least);
        QFETCH(int, room);
        QList<ColumnNeed> needs;
        for (qsizetype i = 0; i < whole.size(); ++i)
            needs += {whole.at(i), least.at(i)};
        QTEST(sharedWidths(needs, room), "widths");
    }

    void aWideWindowCutsNothing()
    {
        Shown shown(*m_look);
        QCborArray longer = process(99, u"x"_s);
        longer[columnOf(spec("processes"), "command_line")] = QString(90, u'w');
        shown.table.appendRows({longer});
        QTRY_COMPARE(shown.model.rowCount(), 51);
        shown.pane.resize(2560, 400);
        QTRY_COMPARE(shown.pane.view()->horizontalScrollBar()->maximum(), 0);
        const int column = int(shown.model.columns().indexOf(columnOf(spec("processes"), "command_line")));
        const int text = QFontMetrics(shown.pane.view()->font()).horizontalAdvance(QString(90, u'w'));
        QTRY_COMPARE_GE(shown.pane.view()->columnWidth(column), text);
    }

    /// Only the first rows are measured; what is longer further down takes the room that is left when it comes into view.
    void longRowsFurtherDownTakeTheRoomThatIsLeft()
    {
        Shown shown(*m_look);
        shown.table.appendRows(processes(200));
        QCborArray longer = process(999, u"x"_s);
        longer[columnOf(spec("processes"), "command_line")] = QString(90, u'w');
        longer[columnOf(spec("processes"), "name")] = QString(40, u'n');
        shown.table.appendRows({longer});
        QTRY_COMPARE(shown.model.rowCount(), 251);
        ResultView *view = shown.pane.view();
        shown.pane.resize(2560, 400);
        QTRY_COMPARE(view->horizontalScrollBar()->maximum(), 0);
        const auto at = [&](const char *id) {
            return int(shown.model.columns().indexOf(columnOf(spec("processes"), id)));
        };
        const QFontMetrics metrics(view->font());
        const int name = metrics.horizontalAdvance(QString(40, u'n'));
        const int line = metrics.horizontalAdvance(QString(90, u'w'));
        QCOMPARE_LT(view->columnWidth(at("name")), name);
        view->scrollToBottom();
        QTRY_COMPARE_GE(view->columnWidth(at("name")), name);
        QCOMPARE_GE(view->columnWidth(at("command_line")), line);
        QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
        // Nothing is taken from another column.
        shown.pane.resize(700, 400);
        QList<int> before;
        view->scrollToTop();
        for (int column = 0; column < shown.model.columnCount(); ++column)
            before += view->columnWidth(column);
        view->scrollToBottom();
        QList<int> after;
        for (int column = 0; column < shown.model.columnCount(); ++column)
            after += view->columnWidth(column);
        QCOMPARE(after, before);
    }

    void aPathKeepsBothItsEnds()
    {
        struct Cells final : CellDelegate {
            using CellDelegate::CellDelegate;
            using CellDelegate::initStyleOption;
        };
        Shown shown(*m_look);
        shown.model.setAllColumns(true);
        const Cells cells(m_look->theme);
        for (const auto &[id, mode] :
            {std::pair("image_path", Qt::ElideMiddle), std::pair("command_line", Qt::ElideRight)}) {
            QStyleOptionViewItem option;
            cells.initStyleOption(
                &option, shown.model.index(0, int(shown.model.columns().indexOf(columnOf(spec("processes"), id)))));
            QCOMPARE(option.textElideMode, mode);
        }
    }

    void namesStayWhenOneScrollsSideways()
    {
        Shown shown(*m_look);
        shown.model.setAllColumns(true);
        shown.pane.resize(420, 300);
        ResultView *view = shown.pane.view();
        QVERIFY(!view->findChild<FrozenColumns *>()); // most tables need none
        QTRY_COMPARE_GT(view->horizontalScrollBar()->maximum(), 0);
        for (int column = 0; column < 2; ++column)
            view->setColumnWidth(column, 60);
        view->horizontalScrollBar()->setValue(view->horizontalScrollBar()->maximum());
        auto *frozen = view->findChild<FrozenColumns *>();
        QVERIFY(frozen);
        QTRY_VERIFY(frozen->isVisible());
        QCOMPARE(frozen->width(), view->columnWidth(0) + view->columnWidth(1) + 1); // name and pid
        QVERIFY(frozen->isColumnHidden(2));
        view->verticalScrollBar()->setValue(5);
        QCOMPARE(frozen->verticalScrollBar()->value(), 5);
        QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {}, frozen->visualRect(shown.model.index(7, 0)).center());
        QCOMPARE(view->currentIndex(), shown.model.index(7, 0));
        QCOMPARE(view->selectedRows(), QList<int>{7});
        QCOMPARE(view->horizontalScrollBar()->value(), view->horizontalScrollBar()->maximum()); // what is read stays
        // Where there is no room for both, the name stays, by half the view at most.
        view->setColumnWidth(1, 200);
        QTRY_COMPARE(frozen->width(), view->columnWidth(0) + 1);
        QVERIFY(frozen->isVisible() && frozen->isColumnHidden(1));
        view->setColumnWidth(0, 400);
        QTRY_COMPARE(frozen->width(), view->viewport()->width() / 2);
        QCOMPARE(frozen->columnWidth(0), frozen->width() - 1);
        QVERIFY(frozen->isVisible());
        view->horizontalScrollBar()->setValue(0);
        QTRY_VERIFY(!frozen->isVisible());
    }

    /// Deep in a tree, and far down in it, one still reads what is running there.
    void namesAreReadDeepInATree()
    {
        Shown shown(*m_look);
        ResultRows chain;
        for (int pid = 1000; pid < 1090; ++pid) {
            const int depth = (pid - 1000) % 13;
            chain.push_back(row(u"processes"_s,
                {{u"name"_s, u"step-%1"_s.arg(depth)}, {u"pid"_s, pid}, {u"parent_id"_s, depth == 0 ? 1 : pid - 1},
                    {u"user_name"_s, u"root"_s}, {u"creation_time"_s, u"2026-11-21T04:51:09.000Z"_s},
                    {u"command_line"_s, QString(200, u'x')}}));
        }
        shown.table.appendRows(chain);
        shown.pane.resize(640, 300);
        shown.model.setAllColumns(true); // more than there is room for
        shown.model.setTree(true);
        QTRY_VERIFY(shown.model.isTree() && !shown.model.isBusy());
        ResultView *view = shown.pane.view();
        const auto cut = [&] {
            QStringList names;
            const int first = std::max(0, view->rowAt(0));
            const int last = view->rowAt(view->viewport()->height() - 2);
            for (int line = first; line <= (last < 0 ? shown.model.rowCount() - 1 : last); ++line) {
                const QModelIndex name = shown.model.index(line, 0);
                if (view->fontMetrics().horizontalAdvance(name.data().toString()) + CellDelegate::indent(name) + 16
                    > view->columnWidth(0))
                    names += name.data().toString();
            }
            return names.join(u", "_s);
        };
        QTRY_COMPARE(cut(), QString());
        for (int line = 0; line < shown.model.rowCount(); line += 9) {
            view->scrollTo(shown.model.index(line, 0), QAbstractItemView::PositionAtTop);
            QTRY_COMPARE(cut(), QString());
        }
        QCOMPARE_LE(view->columnWidth(0), view->viewport()->width() / 2);
    }

    /// Whoever wants to read a long text has it on several lines, in its row alone; one keeps to the other height when rows change places.
    void longTextsGetSeveralLinesWhenAsked()
    {
        Shown shown(*m_look);
        const QString line = u"/opt/evil --first "_s + u"word "_s.repeated(120) + u"--last"_s;
        shown.table.appendRows(
            {row(u"processes"_s, {{u"name"_s, u"evil"_s}, {u"pid"_s, 4711}, {u"command_line"_s, line}})});
        QTRY_COMPARE(shown.model.rowCount(), 51);
        ResultView *view = shown.pane.view();
        const int usual = view->rowHeight(0);
        const int before = shown.pane.heightFor(60);
        view->setCurrentIndex(shown.model.index(50, 0));
        QSignalSpy grown(view, &ResultView::contentHeightChanged);
        QTest::keyClick(view, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE_GE(view->rowHeight(50), usual + 2 * view->fontMetrics().height());
        QCOMPARE(view->rowHeight(49), usual);
        QVERIFY(!grown.isEmpty());
        QCOMPARE(shown.pane.heightFor(60), before + view->rowHeight(50) - usual);
        // All of it is there: the row is high enough for the column as wide as it is.
        const int column = int(shown.model.columns().indexOf(shown.model.command().columnIndex(u"command_line"_s)));
        const QRect text(0, 0, view->columnWidth(column) - 16, 1);
        QCOMPARE_GE(view->rowHeight(50), view->fontMetrics().boundingRect(text, Qt::TextWordWrap, line).height());
        shown.pane.resize(700, 400); // narrower: more lines
        const int narrow = view->fontMetrics().boundingRect(text, Qt::TextWordWrap, line).height();
        QTRY_COMPARE_GE(view->rowHeight(50), narrow);
        QMenu menu;
        view->addCellActions(menu);
        const QList<QAction *> entries = menu.actions();
        const auto entry = std::ranges::find(entries, u"Long texts on several lines"_s, &QAction::text);
        QVERIFY(entry != entries.cend() && (*entry)->isChecked());
        (*entry)->trigger();
        QCOMPARE(view->rowHeight(50), usual);
        QTest::keyClick(view, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE_GT(view->rowHeight(50), usual);
        view->sortBy(0, false);
        QTRY_COMPARE(view->rowHeight(50), usual);
        QCOMPARE(shown.pane.heightFor(60), before);
    }

    void enterInTheFilterGoesToARow()
    {
        Shown shown(*m_look);
        shown.pane.toggleFilter();
        QTest::keyClicks(shown.filter(), u"p4"_s);
        QTest::keyClick(shown.filter(), Qt::Key_Return);
        QTRY_VERIFY(shown.pane.view()->currentIndex().isValid());
    }

    /// Keys and the menu act on a cell, so the cell is seen, also where its column stays while one scrolls sideways.
    void theCurrentCellIsSeen()
    {
        Shown shown(*m_look);
        shown.model.setAllColumns(true);
        shown.pane.resize(420, 300);
        shown.pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.pane));
        ResultView *view = shown.pane.view();
        view->setColumnWidth(0, 60);
        view->setColumnWidth(1, 60);
        view->setFocus();
        view->setCurrentIndex(shown.model.index(2, 0));
        const QColor accent = m_look->theme.color(Color::Accent);
        const auto isFramed = [&accent](QTableView &table, const QModelIndex &cell) {
            const QRect at = table.visualRect(cell);
            const QImage seen = table.viewport()->grab().toImage();
            return seen.pixelColor(at.topLeft()) == accent && seen.pixelColor(at.center().x(), at.bottom()) == accent;
        };
        QTRY_VERIFY(isFramed(*view, shown.model.index(2, 0)));
        QVERIFY(!isFramed(*view, shown.model.index(2, 1)));
        view->horizontalScrollBar()->setValue(view->horizontalScrollBar()->maximum());
        auto *frozen = view->findChild<FrozenColumns *>();
        QTRY_VERIFY(frozen && frozen->isVisible());
        QTRY_VERIFY(isFramed(*frozen, shown.model.index(2, 0)));
        QVERIFY(!isFramed(*frozen, shown.model.index(2, 1)));
        // From the filter, too, one comes to a cell.
        shown.pane.toggleFilter();
        QTest::keyClicks(shown.filter(), u"p4"_s);
        view->horizontalScrollBar()->setValue(0);
        view->clearFocus();
        QTest::keyClick(shown.filter(), Qt::Key_Return);
        QTRY_VERIFY(view->currentIndex().isValid() && isFramed(*view, view->currentIndex()));
    }

    void copiesWhatIsShownOrAll()
    {
        CommandOutput output(&spec("processes"), OutputType::Table);
        output.appendRows(processes(50), 1000);
        output.setWhole();
        OutputBody body(m_look->theme, m_syntax, m_look->actions);
        body.setCommand(CommandId(9));
        body.setOutput(&output);
        output.model()->setFilterText(u"name=p7|p8"_s);
        QMenu menu;
        body.addCopyActions(menu);
        QMenu *shown = nullptr;
        for (const QAction *action : menu.actions()) {
            if (action->menu() && action->text().contains(u"shown"_s))
                shown = action->menu();
        }
        QVERIFY(shown);
        shown->actions().at(2)->trigger();
        QTRY_COMPARE(QApplication::clipboard()->text().count(u"\r\n"_s), 3); // with the names of the columns
        actionOf(menu, u"Export all rows…"_s)->trigger();
        QCOMPARE(m_look->actions.exported.last(), CommandId(9));
        QCOMPARE(m_look->actions.parts.last().rows.size(), size_t(50));
    }

    void aWindowArrangesForItself()
    {
        CommandOutput output(&spec("processes"), OutputType::Table);
        output.appendRows(processes(50), 1000);
        OutputBody apart(m_look->theme, m_syntax, m_look->actions);
        apart.setApart();
        apart.setOutput(&output);
        apart.arrangement()->setFilterText(u"name=p7"_s);
        QCOMPARE(apart.arrangement()->acceptedCount(), 1);
        QCOMPARE(output.model()->acceptedCount(), 50);
        output.appendRows({process(77, u"p7"_s)}, 10);
        QCOMPARE(apart.arrangement()->acceptedCount(), 2);
    }

    void aPinnedBlockStaysInView()
    {
        RecordedSession session;
        ConsoleModel model(session.records);
        CommandOutput output(&spec("processes"), OutputType::Table);
        output.appendRows(processes(50), 1000);
        output.setWhole();
        session.put(record(1, u"processes"_s));
        model.setOutput(CommandId(1), &output);
        for (quint64 i = 2; i <= 60; ++i)
            session.put(record(i, u"cd /var/log"_s));
        ConsoleView view(m_look->theme, m_syntax, m_look->actions);
        view.resize(900, 700);
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(view.blockAt(59));
        auto *pins = view.findChild<PinnedBlocks *>();
        const int whole = view.viewport()->height();
        view.setPinned(CommandId(1), true);
        QTRY_VERIFY(pins->isVisible());
        auto *pinned = pins->findChild<BlockWidget *>();
        QTRY_VERIFY(pinned->isVisible() && pinned->height() > 100);
        QCOMPARE(view.viewport()->height(), whole - pins->height());
        QVERIFY(pins->height() <= view.height() / 2);
        output.model()->setFilterText(u"name=p7"_s); // one arrangement, wherever the block is shown
        QCOMPARE(pinned->body()->arrangement()->acceptedCount(), 1);
        model.clear();
        QTRY_VERIFY(!pins->isVisible());
        QCOMPARE(view.viewport()->height(), whole);
    }

    void aHeaderSaysWhatItsColumnIs()
    {
        Shown shown(*m_look);
        QHeaderView *header = shown.pane.view()->horizontalHeader();
        const int section = int(shown.model.columns().indexOf(columnOf(spec("processes"), "creation_time")));
        const QPoint at(header->sectionViewportPosition(section) + 5, header->height() / 2);
        QHelpEvent ask(QEvent::ToolTip, at, header->viewport()->mapToGlobal(at));
        QApplication::sendEvent(header->viewport(), &ask);
        QTRY_VERIFY2(QToolTip::text().contains(u"when it was started"), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ResultPaneTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_resultpane.moc"
