// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/areas.h"
#include "ui/keys/keymanners.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
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
