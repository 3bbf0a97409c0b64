// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/announcements.h"
#include "ui/keys/areas.h"
#include "ui/keys/keymanners.h"
#include "ui/keys/whynot.h"
#include "ui/theme/plaintext.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Sonde::Client;

/// Keys that mean the same in every window.
class KeysTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<KeyManners> m_manners;
    std::unique_ptr<QWidget> m_window;
    QHBoxLayout *m_row = nullptr;

    template<typename Widget>
    Widget *add()
    {
        auto *widget = new Widget(m_window.get());
        m_row->addWidget(widget);
        return widget;
    }
    void show()
    {
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

private Q_SLOTS:
    void init()
    {
        m_manners = std::make_unique<KeyManners>();
        m_window = std::make_unique<QWidget>();
        m_row = new QHBoxLayout(m_window.get());
    }
    void cleanup() { m_window.reset(); }

    void enterPressesTheFocusedButton()
    {
        auto *push = add<QPushButton>();
        auto *tool = add<QToolButton>();
        auto *check = add<QCheckBox>();
        push->setAutoDefault(false);
        QShortcut enter(Qt::Key_Return, m_window.get());
        QShortcut blank(Qt::Key_Space, m_window.get());
        QSignalSpy pages(&enter, &QShortcut::activated);
        QSignalSpy blanks(&blank, &QShortcut::activated);
        show();
        for (QAbstractButton *button : {static_cast<QAbstractButton *>(push), static_cast<QAbstractButton *>(tool)}) {
            QSignalSpy clicked(button, &QAbstractButton::clicked);
            button->setFocus();
            QTest::keyClick(m_window->windowHandle(), Qt::Key_Return);
            QTest::keyClick(m_window->windowHandle(), Qt::Key_Enter);
            QCOMPARE(clicked.count(), 2);
            QTest::keyClick(m_window->windowHandle(), Qt::Key_Space);
            QCOMPARE(clicked.count(), 3);
            button->setEnabled(false);
            QTest::keyClick(button, Qt::Key_Return);
            QCOMPARE(clicked.count(), 3);
        }
        QCOMPARE(pages.count(), 0); // the page's own keys mean something else
        QCOMPARE(blanks.count(), 0);
        QSignalSpy checked(check, &QAbstractButton::clicked);
        check->setFocus();
        QTest::keyClick(m_window->windowHandle(), Qt::Key_Return);
        QCOMPARE(checked.count(), 0); // Enter means the form
        QCOMPARE(pages.count(), 1);
    }

    void altTypesNothing()
    {
        auto *line = add<QLineEdit>();
        show();
        line->setFocus();
        QTest::keyClick(line, Qt::Key_B, Qt::AltModifier);
        QTest::keyClick(line, Qt::Key_B, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(line->text(), QString());
        QTest::keyClick(line, Qt::Key_B);
        QTest::keyClick(line, Qt::Key_At, Qt::AltModifier | Qt::ControlModifier); // as AltGr comes on some systems
        QVERIFY(line->text().startsWith(u'b'));
    }

    void anArrowSelectsTheOnlyRow()
    {
        auto *list = add<QListWidget>();
        list->addItem(u"one"_s);
        show();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->selectedItems().size(), 1);
        list->addItem(u"two"_s);
        list->clearSelection();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->currentRow(), 0); // the current one first
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->currentRow(), 1);
    }

    void theKeyOfWhatCannotBeUsedSaysWhy()
    {
        const WhyNot reasons;
        QMainWindow window;
        window.statusBar(); // made when somebody asks for it
        auto *line = new QLineEdit;
        window.setCentralWidget(line);
        QAction start(u"Start"_s);
        start.setShortcut(QKeySequence(u"Ctrl+N"_s));
        window.menuBar()->addMenu(u"Session"_s)->addAction(&start);
        QAction copy(u"Copy hash"_s); // in no menu
        copy.setShortcut(QKeySequence(u"Ctrl+H"_s));
        copy.setShortcutContext(Qt::WidgetWithChildrenShortcut);
        line->addAction(&copy);
        setUsable(start, u"The device is offline."_s);
        setUsable(copy, u"Nothing is selected."_s);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        line->setFocus();
        Announcements said;
        QTest::keyClick(line, Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(said.texts(), QStringList{u"The device is offline."_s});
        QCOMPARE(window.statusBar()->currentMessage(), u"The device is offline."_s);
        QTest::keyClick(line, Qt::Key_H, Qt::ControlModifier);
        QCOMPARE(window.statusBar()->currentMessage(), u"Nothing is selected."_s);
        setUsable(start, {});
        QSignalSpy started(&start, &QAction::triggered);
        QTest::keyClick(line, Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(started.count(), 1);
        QCOMPARE(said.texts().size(), 2);
    }

    void menusSayWhyNot()
    {
        const WhyNot reasons;
        QMenu menu;
        QAction *action = menu.addAction(u"Start"_s);
        setUsable(*action, u"The device is offline."_s);
        menu.popup({});
        QVERIFY(menu.toolTipsVisible());
        QVERIFY(action->toolTip().contains(u"The device is offline."_s));
        Announcements said;
        Q_EMIT menu.hovered(action);
        QCOMPARE(said.texts(), QStringList{u"The device is offline."_s});
    }

    void areasAreGoneRound()
    {
        auto *first = add<QWidget>();
        auto *inner = new QHBoxLayout(first);
        auto *one = new QLineEdit(first);
        auto *two = new QLineEdit(first);
        inner->addWidget(one);
        inner->addWidget(two);
        auto *second = add<QListWidget>();
        auto *hidden = add<QLineEdit>();
        auto *third = add<QLineEdit>();
        for (QWidget *area : std::initializer_list<QWidget *>{first, second, hidden, third})
            makeArea(*area);
        hidden->hide();
        show();
        two->setFocus();
        goToArea(*m_window, false);
        QVERIFY(second->hasFocus());
        goToArea(*m_window, false);
        QVERIFY(third->hasFocus());
        goToArea(*m_window, false);
        QVERIFY(two->hasFocus()); // where it was
        goToArea(*m_window, true);
        QVERIFY(third->hasFocus());
    }
};

QTEST_MAIN(KeysTest)
#include "tst_keys.moc"
