// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/consolefixture.h"
#include "ui/toolkit/codehighlighter.h"
#include "ui/toolkit/syntax.h"
#include "ui/toolkit/textview.h"

#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// Text as it is read, selected, found and copied.
class TextViewTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;

    std::unique_ptr<TextView> textView(TextBuffer &buffer)
    {
        auto view = std::make_unique<TextView>(m_look->theme);
        view->resize(800, 400);
        view->setBuffer(&buffer);
        view->show();
        return view;
    }

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<Look>(); }

    void textCopiesWhatTheDeviceSent()
    {
        TextBuffer buffer;
        buffer.append(u"first\ninvoice\u202egnp.exe\tend\nlast"_s.toUtf8());
        const auto view = textView(buffer);
        view->selectAll();
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard(), u"first\ninvoice\u202egnp.exe\tend\nlast"_s);
    }

    /// What came is green, what went is red.
    void aDiffHasTheColoursOfADiff()
    {
        const Syntax syntax;
        QTextDocument document;
        document.setPlainText(u"@@ -1,2 +1,2 @@\n same\n-old \"text\"\n+new if 1\n"_s);
        CodeHighlighter highlighter(syntax, m_look->theme, &document);
        highlighter.setDiff();
        const auto colour = [&document](int line) {
            const auto formats = document.findBlockByNumber(line).layout()->formats();
            return formats.size() == 1 ? formats.first().format.foreground().color() : QColor();
        };
        QTRY_COMPARE(colour(2), m_look->theme.color(Color::Bad));
        QCOMPARE(colour(3), m_look->theme.color(Color::Good));
        QCOMPARE(colour(0), m_look->theme.color(Color::CodeComment));
        QVERIFY(!colour(1).isValid());
    }

    void textIsReadWithMarks()
    {
        TextBuffer buffer;
        buffer.append(u"a\u202eb"_s.toUtf8());
        const auto view = textView(buffer);
        view->setAccessibleName(u"Output of run"_s);
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(view.get());
        QAccessibleTextInterface *text = interface->textInterface();
        QVERIFY(text);
        QCOMPARE(interface->text(QAccessible::Name), u"Output of run"_s);
        QCOMPARE(text->text(0, text->characterCount()), u"a[U+202E]b\n"_s);
        text->setSelection(0, 1, 9); // the mark alone
        QCOMPARE(view->selectedText(), u"\u202e"_s);
    }

    void screenReaderHearsWhatWasComplainedOf()
    {
        TextBuffer buffer;
        buffer.append("found\n");
        buffer.append("no access\n", TextStream::Errors);
        const auto view = textView(buffer);
        view->setLabels([&buffer](qsizetype line) {
            return buffer.streamOf(line) == TextStream::Errors ? u"stderr"_s : QString();
        });
        QAccessibleTextInterface *text = QAccessible::queryAccessibleInterface(view.get())->textInterface();
        QCOMPARE(text->text(0, text->characterCount()), u"found\nstderr: no access\n"_s);
        text->setSelection(0, 14, 16); // behind the label
        QCOMPARE(view->selectedText(), u"no"_s);
        int start = 0;
        int end = 0;
        text->selection(0, &start, &end);
        QCOMPARE(start, 14);
        QCOMPARE(end, 16);
    }

    void keyboardSelectsWholeMarks()
    {
        TextBuffer buffer;
        buffer.append(u"a\u202eb\nsecond"_s.toUtf8());
        const auto view = textView(buffer);
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view->selectedText(), u"a\u202e"_s);
        QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view.get(), Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(view->selectedText(), u"a\u202eb\nsecond"_s);
    }

    void mouseSelects()
    {
        TextBuffer buffer;
        buffer.append("one two three\nfour");
        const auto view = textView(buffer);
        const QPoint two = view->cursorRect({0, 5}).center();
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, two);
        QCOMPARE(view->selectedText(), u"two"_s);
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, view->cursorRect({0, 4}).center());
        QTest::mouseMove(view->viewport(), view->cursorRect({1, 2}).center());
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, view->cursorRect({1, 2}).center());
        QCOMPARE(view->selectedText(), u"two three\nfo"_s);
    }

    void findGoesRoundAndShows()
    {
        TextBuffer buffer;
        for (int i = 0; i < 3000; ++i)
            buffer.append(i % 1000 == 500 ? "here is the Needle\n" : "hay\n");
        const auto view = textView(buffer);
        view->setSelection({});
        for (const qsizetype expected : {500, 1500, 2500, 500}) {
            QVERIFY(view->findRound(u"needle"_s, false));
            QCOMPARE(view->selection().begin().line, expected);
            const auto [first, past] = view->visibleLines();
            QVERIFY(first <= expected && expected < past);
        }
        QVERIFY(view->findRound(u"needle"_s, true));
        QCOMPARE(view->selection().begin().line, 2500);
        QVERIFY(!view->findRound(u"nowhere"_s, false));
    }

    void wrappedLinesTakeMoreRows()
    {
        TextBuffer buffer;
        buffer.append(QByteArray("word ").repeated(200));
        const auto view = textView(buffer);
        const int before = view->heightFor(20);
        QTRY_VERIFY(view->horizontalScrollBar()->maximum() > 0);
        view->setWrap(true);
        QVERIFY(view->heightFor(20) > 2 * before - view->horizontalScrollBar()->height());
        QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
    }

    void followsTheEndOnlyWhenThere()
    {
        TextBuffer buffer;
        buffer.append(QByteArray("line\n").repeated(500));
        const auto view = textView(buffer);
        view->scrollToEnd();
        buffer.append(QByteArray("more\n").repeated(500));
        QTRY_COMPARE(view->visibleLines().second, 1000);
        view->scrollToLine(100);
        const qsizetype before = view->visibleLines().first;
        buffer.append(QByteArray("more\n").repeated(500));
        QTRY_COMPARE(view->verticalScrollBar()->maximum() > 1000, true);
        QCOMPARE(view->visibleLines().first, before);
    }

    void aMillionLinesDoNotStall()
    {
        TextBuffer buffer;
        const auto view = textView(buffer);
        const QByteArray batch =
            QByteArray("2026-11-21T04:51:09Z ws-0142 systemd[1]: Started a unit of no importance.\n").repeated(1000);
        qint64 longest = 0;
        for (int i = 0; i < 1000; ++i) {
            QElapsedTimer clock;
            clock.start();
            buffer.append(batch);
            QCoreApplication::processEvents(); // the test's own turn of the loop, measured
            longest = std::max(longest, clock.elapsed());
        }
        QTRY_COMPARE(view->visibleLines().second, 1'000'000);
        QElapsedTimer clock;
        clock.start();
        for (const int line : {0, 999'000, 500'000, 250'000}) {
            view->scrollToLine(line);
            view->grab();
        }
        qInfo("longest turn %lld ms, a jump and its picture %lld ms", longest, clock.elapsed() / 4);
        // Far above 16 ms only where a machine is shared by many: a view that set all lines would take seconds.
        QVERIFY2(longest < 400, qPrintable(QString::number(longest)));
    }
};

QTEST_MAIN(TextViewTest)
#include "tst_textview.moc"
