// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/recordedsession.h"
#include "tests/ui/announcements.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/input/commandedit.h"
#include "ui/input/completionpopup.h"
#include "ui/input/historypopup.h"
#include "ui/input/inputline.h"
#include "ui/input/usagehint.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// A window with room above the input line, as in a session.
class InputLineTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<CommandHistory> m_history;
    RecordedSession m_session;
    std::unique_ptr<CompletionSources> m_sources;
    InputLine *m_input = nullptr;
    CommandEdit *m_edit = nullptr;

    void type(const QString &text) { QTest::keyClicks(m_edit, text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_edit, key, modifiers); }
    void paste(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        m_edit->paste();
    }

    /// What stands under the line.
    [[nodiscard]] QString hint() const
    {
        for (QLabel *label : m_input->findChildren<QLabel *>()) {
            if (WidgetAudit::nameOf(*label) == u"Hint"_s)
                return label->text();
        }
        return {};
    }
    [[nodiscard]] bool isCompleting() const
    {
        const auto *popup = m_window->findChild<CompletionPopup *>();
        return popup && popup->isVisible();
    }

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<Look>(); }

    void init()
    {
        m_history = std::make_unique<CommandHistory>();
        m_sources = std::make_unique<CompletionSources>(m_session.records);
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 500);
        m_input = new InputLine(m_look->theme, *m_history, *m_sources, m_window.get());
        m_edit = m_input->editor();
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addStretch(1);
        layout->addWidget(m_input);
        m_window->show();
        m_window->activateWindow();
        m_edit->setFocus();
        QTRY_VERIFY(m_edit->hasFocus());
    }
    void cleanup() { m_window.reset(); }

    void isCalledCommandInput()
    {
        QCOMPARE(QAccessible::queryAccessibleInterface(m_edit)->text(QAccessible::Name), u"Command input"_s);
    }

    void enterSendsAndRemembers()
    {
        QSignalSpy sent(m_input, &InputLine::submitted);
        type(u"processes -name systemd"_s);
        press(Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sent.first().first().value<TypedLine>().text, u"processes -name systemd"_s);
        QCOMPARE(m_input->line(), QString());
        QCOMPARE(m_history->lines(), QStringList{u"processes -name systemd"_s});
        press(Qt::Key_Return); // nothing to send
        QCOMPARE(sent.count(), 1);
    }

    void invalidLineIsExplainedThenSent()
    {
        QSignalSpy sent(m_input, &InputLine::submitted);
        type(u"procesess"_s);
        press(Qt::Key_Return);
        QCOMPARE(sent.count(), 0);
        QVERIFY2(hint().contains(u"processes"_s), qPrintable(hint()));
        QCOMPARE(m_input->line(), u"procesess"_s);
        press(Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        type(u"dri"_s);
        press(Qt::Key_Return);
        QVERIFY2(hint().contains(u"Enter again"_s), qPrintable(hint()));
        press(Qt::Key_Backspace); // another line: another chance
        QVERIFY2(hint().startsWith(u"Type a command"_s), qPrintable(hint()));
        press(Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
    }

    void whatNeedsApprovalSaysSoBefore_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("needs");
        QTest::newRow("named") << u"run check.sh"_s << true;
        QTest::newRow("an act") << u"remediate file /tmp/evil"_s << true;
        QTest::newRow("its plan only looks") << u"remediate file /tmp/evil -plan"_s << false;
        QTest::newRow("with the flag") << u"collect -memory"_s << true;
        QTest::newRow("without the flag") << u"collect"_s << false;
        QTest::newRow("not named") << u"processes"_s << false;
        QTest::newRow("not whole yet") << u"run"_s << false;
    }

    void whatNeedsApprovalSaysSoBefore()
    {
        QFETCH(QString, line);
        QFETCH(bool, needs);
        const auto saysSo = [this] { return hint().contains(u"second person"_s); };
        m_sources->access.approval = u"run, remediate, collect -memory"_s;
        Announcements said;
        m_input->compose(line);
        QVERIFY2(saysSo() == needs, qPrintable(hint()));
        QCOMPARE(said.texts().join(u' ').contains(u"second person"_s), needs);
        m_sources->access.approval.clear(); // an administrator has changed it
        m_input->completionChanged();
        QVERIFY2(!saysSo(), qPrintable(hint()));
        m_sources->access.approval = u"run, remediate, collect -memory"_s;
        m_input->completionChanged();
        QCOMPARE(saysSo(), needs);
        press(Qt::Key_Return);
        QVERIFY2(!saysSo(), qPrintable(hint()));
    }

    void historyWalksOverWhatBeginsSo()
    {
        for (const auto &line : {u"dir /etc"_s, u"processes"_s, u"dir /var"_s})
            QVERIFY(m_history->add(line));
        type(u"dir"_s);
        press(Qt::Key_Up);
        QCOMPARE(m_input->line(), u"dir /var"_s);
        press(Qt::Key_Up);
        QCOMPARE(m_input->line(), u"dir /etc"_s);
        press(Qt::Key_Up);
        QCOMPARE(m_input->line(), u"dir /etc"_s);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QCOMPARE(m_input->line(), u"dir"_s);
    }

    void historySearchFindsAndGivesBack()
    {
        for (const auto &line : {u"fileinfo /etc/passwd"_s, u"processes"_s})
            QVERIFY(m_history->add(line));
        type(u"passwd"_s);
        press(Qt::Key_R, Qt::ControlModifier);
        auto *popup = m_window->findChild<HistoryPopup *>();
        QVERIFY(popup && popup->isVisible());
        auto *filter = popup->findChild<QLineEdit *>();
        QCOMPARE(filter->text(), u"passwd"_s);
        QCOMPARE(popup->list()->model()->rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QCOMPARE(m_input->line(), u"passwd"_s); // as it was typed
        QVERIFY(m_edit->hasFocus());
        press(Qt::Key_R, Qt::ControlModifier);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(m_input->line(), u"fileinfo /etc/passwd"_s);
    }

    void tabCompletes()
    {
        type(u"conne"_s);
        press(Qt::Key_Tab);
        QVERIFY(m_input->line().startsWith(u"connect"_s)); // what connect and connections share
        QVERIFY(isCompleting());
        press(Qt::Key_Escape);
        QVERIFY(!isCompleting());
        m_edit->setLine(u"fi"_s);
        press(Qt::Key_Tab);
        QVERIFY(isCompleting()); // fileinfo, findfile
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(m_input->line().trimmed(), u"findfile"_s);
        m_edit->setLine(u"proc"_s);
        press(Qt::Key_Tab); // only one: no list
        QCOMPARE(m_input->line().trimmed(), u"processes"_s);
        QVERIFY(!isCompleting());
    }

    /// Wherever the focus is: another page is shown, a line is put in from elsewhere.
    void completingEndsWithItsLine()
    {
        for (const auto &end : {std::function<void()>([this] { m_input->compose({}); }),
                 std::function<void()>([this] { m_input->hide(); })}) {
            m_edit->setLine(u"fi"_s);
            press(Qt::Key_Tab);
            QVERIFY(isCompleting());
            end();
            QVERIFY(!isCompleting());
            m_input->completionChanged();
            QVERIFY(!isCompleting());
        }
    }

    void tabAsksTheDeviceAndTakesItsAnswer()
    {
        QSignalSpy wanted(m_input, &InputLine::lookupWanted);
        type(u"fileinfo /srv/no"_s);
        QCOMPARE(wanted.size(), 0); // typing asks nothing
        press(Qt::Key_Tab);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), u"dir /srv"_s);
        QVERIFY(isCompleting()); // says that it asks
        CommandRecord listed;
        listed.invocation = parseLine(u"dir /srv"_s).value();
        QCborArray row;
        for (const ColumnSpec &column : Catalogue::instance().find(u"dir")->columns)
            row.append(column.id == u"path" ? QCborValue(u"notes.txt"_s) : QCborValue(nullptr));
        m_sources->learn(listed, u"/"_s, {row});
        m_input->completionChanged();
        QCOMPARE(m_input->line(), u"fileinfo /srv/notes.txt "_s); // the only one
    }

    void hintFollowsWhatIsTyped()
    {
        auto *hint = m_input->findChild<UsageHint *>();
        QVERIFY(hint->text().isEmpty());
        type(u"findfile "_s);
        QCOMPARE(hint->text(), usage(*Catalogue::instance().find(u"findfile")));
    }

    void controlCCopiesOrCancels()
    {
        QSignalSpy cancelled(m_input, &InputLine::cancelRequested);
        type(u"dir /etc"_s);
        press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(cancelled.count(), 1);
        m_edit->selectAll();
        press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(QApplication::clipboard()->text(), u"dir /etc"_s);
    }

    void controlZUndoesOrMovesToTheBackground()
    {
        QSignalSpy background(m_input, &InputLine::backgroundRequested);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(background.count(), 1);
        type(u"dir"_s);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(background.count(), 1);
        QVERIFY(m_input->line().size() < 3);
    }

    void controlLClears()
    {
        QSignalSpy cleared(m_input, &InputLine::clearRequested);
        press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(cleared.count(), 1);
    }

    void hostileCharactersAreMarkedAndSentAsTheyAre()
    {
        QSignalSpy sent(m_input, &InputLine::submitted);
        const QString line = u"fileinfo \"/tmp/a\u202egnp.exe\""_s;
        paste(line);
        QVERIFY(!m_edit->toPlainText().contains(u'\u202e'));
        QCOMPARE(m_input->line(), line);
        m_edit->selectAll();
        press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), line);
        press(Qt::Key_End);
        press(Qt::Key_Return);
        QCOMPARE(sent.first().first().value<TypedLine>().text, line);
    }

    void lineBreakInANameStaysInTheLine()
    {
        const QString line = u"fileinfo \"/tmp/a\nb\""_s;
        m_input->compose(line);
        QCOMPARE(m_input->line(), line);
        QCOMPARE(m_edit->blockCount(), 1);
    }

    void columnsAreThoseOfTheLine()
    {
        m_edit->setLine(u"a\u202eb"_s);
        QCOMPARE(m_edit->cursorColumn(), 3);
        m_edit->setCursorColumn(1);
        m_edit->replace(1, 1, u"-"_s);
        QCOMPARE(m_input->line(), u"a-b"_s);
        QCOMPARE(m_edit->cursorColumn(), 2);
        m_edit->setLine(u"\U000E0041x"_s); // an invisible tag character: two units
        QCOMPARE(m_input->line(), u"\U000E0041x"_s);
        QCOMPARE(m_edit->cursorColumn(), 3);
    }

    void severalLinesComeOneByOne()
    {
        QSignalSpy sent(m_input, &InputLine::submitted);
        paste(u"cd /etc\n\ndir\nprocesses\n"_s);
        QCOMPARE(m_input->line(), u"cd /etc"_s);
        QCOMPARE(sent.count(), 0);
        press(Qt::Key_Return);
        QCOMPARE(m_input->line(), u"dir"_s);
        press(Qt::Key_Return);
        QCOMPARE(m_input->line(), u"processes"_s);
        press(Qt::Key_Escape);
        press(Qt::Key_Return);
        QCOMPARE(sent.count(), 3);
        QCOMPARE(m_input->line(), QString());
    }

    void droppedLinesDoNotCome()
    {
        paste(u"cd /etc\ndir\nprocesses"_s);
        press(Qt::Key_Escape);
        press(Qt::Key_Return);
        QCOMPARE(m_input->line(), QString());
    }

    void inputMethodComposes()
    {
        QInputMethodEvent preedit(u"にほん"_s, {});
        QCoreApplication::sendEvent(m_edit, &preedit);
        QCOMPARE(m_input->line(), QString());
        QInputMethodEvent commit;
        commit.setCommitString(u"日本"_s);
        QCoreApplication::sendEvent(m_edit, &commit);
        QCOMPARE(m_input->line(), u"日本"_s);
    }

    void growsWithALongLine()
    {
        const int before = m_input->height();
        type(QString(u"dir \""_s + u"long name "_s.repeated(30)));
        QTRY_VERIFY(m_input->height() > before);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_A, Qt::ControlModifier); // once goes to the start, twice selects all
        press(Qt::Key_Delete);
        QTRY_COMPARE(m_input->height(), before);
    }

    void terminalKeysEdit_data()
    {
        QTest::addColumn<QString>("before"); // | is the cursor
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("after");
        const auto control = [](const char *name, const QString &before, Qt::Key key, const QString &after) {
            QTest::newRow(name) << before << int(key) << Qt::KeyboardModifiers(Qt::ControlModifier) << after;
        };
        const auto alt = [](const char *name, const QString &before, Qt::Key key, const QString &after) {
            QTest::newRow(name) << before << int(key) << Qt::KeyboardModifiers(Qt::AltModifier) << after;
        };
        control("start", u"dir /e|tc"_s, Qt::Key_A, u"|dir /etc"_s);
        control("end", u"dir /e|tc"_s, Qt::Key_E, u"dir /etc|"_s);
        control("a path at once", u"dir /etc/ssh |"_s, Qt::Key_W, u"dir |"_s);
        control("half a path", u"dir /etc/s|sh"_s, Qt::Key_W, u"dir |sh"_s);
        control("to the start", u"dir /e|tc"_s, Qt::Key_U, u"|tc"_s);
        control("to the end", u"dir /e|tc"_s, Qt::Key_K, u"dir /e|"_s);
        control("delete", u"dir |/etc"_s, Qt::Key_D, u"dir |etc"_s);
        control("delete at the end", u"dir|"_s, Qt::Key_D, u"dir|"_s);
        control("backspace", u"dir |/etc"_s, Qt::Key_H, u"dir|/etc"_s);
        control("swap", u"dri|"_s, Qt::Key_T, u"dir|"_s);
        control("swap inside", u"d|ri"_s, Qt::Key_T, u"rd|i"_s);
        control("swap one", u"d|"_s, Qt::Key_T, u"d|"_s);
        alt("word back", u"dir /etc/ssh|"_s, Qt::Key_B, u"dir /etc/|ssh"_s);
        alt("word back over signs", u"dir /etc/|"_s, Qt::Key_B, u"dir /|etc/"_s);
        alt("word forward", u"dir| /etc/ssh"_s, Qt::Key_F, u"dir /etc|/ssh"_s);
        alt("delete a word", u"dir| /etc/ssh"_s, Qt::Key_D, u"dir|/ssh"_s);
        alt("delete a word back", u"dir /etc/ssh|"_s, Qt::Key_Backspace, u"dir /etc/|"_s);
        alt("upper case", u"dir /|etc/ssh"_s, Qt::Key_U, u"dir /ETC|/ssh"_s);
        alt("lower case", u"dir /|ETC/ssh"_s, Qt::Key_L, u"dir /etc|/ssh"_s);
        alt("capital", u"dir| /eTC/ssh"_s, Qt::Key_C, u"dir /Etc|/ssh"_s);
        control("a mark is one character", u"a\u202e|b"_s, Qt::Key_H, u"a|b"_s);
        control("two units are one character", u"a\U0001F600|b"_s, Qt::Key_H, u"a|b"_s);
        alt("letters of any script", u"dir é日|"_s, Qt::Key_Backspace, u"dir |"_s);
    }
    void terminalKeysEdit()
    {
        QFETCH(QString, before);
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(QString, after);
        m_edit->setLine(QString(before).remove(u'|'));
        m_edit->setCursorColumn(before.indexOf(u'|'));
        press(Qt::Key(key), modifiers);
        QString now = m_input->line();
        now.insert(m_edit->cursorColumn(), u'|');
        QCOMPARE(now, after);
    }

    void whatWasKilledCanBeHadBack()
    {
        type(u"one two three"_s);
        press(Qt::Key_W, Qt::ControlModifier);
        press(Qt::Key_W, Qt::ControlModifier); // two in a row are one
        QCOMPARE(m_input->line(), u"one "_s);
        press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(m_input->line(), u"one two three"_s);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_D, Qt::AltModifier);
        press(Qt::Key_E, Qt::ControlModifier);
        press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(m_input->line(), u" two threeone"_s);
        press(Qt::Key_Y, Qt::AltModifier); // rather what was killed before
        QCOMPARE(m_input->line(), u" two threetwo three"_s);
        press(Qt::Key_Underscore, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_input->line(), u" two threeone"_s); // each is undone by itself
    }

    void theLastArgumentComesAgain()
    {
        for (const QString &line : {u"dir \"/srv/my files\""_s, u"fileinfo /etc/passwd"_s})
            QVERIFY(m_history->add(line));
        type(u"getfile "_s);
        press(Qt::Key_Period, Qt::AltModifier);
        QCOMPARE(m_input->line(), u"getfile /etc/passwd"_s);
        press(Qt::Key_Period, Qt::AltModifier);
        QCOMPARE(m_input->line(), u"getfile \"/srv/my files\""_s);
        press(Qt::Key_Period, Qt::AltModifier); // there is none before
        QCOMPARE(m_input->line(), u"getfile \"/srv/my files\""_s);
    }

    void altNeverTypes()
    {
        type(u"dir /etc"_s);
        for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key) {
            for (const Qt::KeyboardModifiers modifiers :
                {Qt::KeyboardModifiers(Qt::AltModifier), Qt::AltModifier | Qt::ShiftModifier}) {
                m_edit->setLine(u"dir /etc"_s);
                press(Qt::Key(key), modifiers);
                QCOMPARE(m_input->line().toLower(), u"dir /etc"_s);
            }
        }
    }

    void theUsageGivesItsRoomToALongLine()
    {
        auto *hint = m_input->findChild<UsageHint *>();
        type(u"findfile core"_s);
        QVERIFY(hint->isVisible());
        const int narrow = m_edit->width();
        type(u" -path /srv/a/rather/long/path/that/needs/all/of/the/room/there/is/in/this/line"_s);
        QVERIFY(!hint->isVisible());
        QTRY_VERIFY(m_edit->width() > narrow);
        m_edit->setLine(u"findfile core"_s);
        QVERIFY(hint->isVisible());
    }

    void whatIsWrongIsAnnounced()
    {
        Announcements said;
        type(u"procesess"_s);
        press(Qt::Key_Return);
        QCOMPARE(said.texts().size(), 1);
        QVERIFY2(said.texts().first().contains(u"processes"_s), qPrintable(said.texts().first()));
        QCOMPARE(said.politeness(), QAccessible::AnnouncementPoliteness::Assertive);
    }

    void theCurrentCompletionIsAnnounced()
    {
        Announcements said;
        type(u"fi"_s);
        press(Qt::Key_Tab);
        QCOMPARE(said.texts().size(), 1);
        QVERIFY2(said.texts().first().startsWith(u"fileinfo: "_s), qPrintable(said.texts().first()));
        press(Qt::Key_Down);
        QCOMPARE(said.texts().size(), 2);
        QVERIFY2(said.texts().last().startsWith(u"findfile: "_s), qPrintable(said.texts().last()));
        press(Qt::Key_Escape);
        type(u"l"_s);
        QCOMPARE(said.texts().size(), 2);
    }

    void jumpsToBlocks()
    {
        QSignalSpy jumped(m_input, &InputLine::jumpRequested);
        press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(jumped.first().first().toInt(), -1);
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    InputLineTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_inputline.moc"
