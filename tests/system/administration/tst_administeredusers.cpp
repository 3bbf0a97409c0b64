// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/administration/administrationfixture.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

/// Users, their roles, and the groups in which they have them, on the page of the administration.
class AdministeredUsersTest final : public QObject, private AdministrationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTenant(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aUserComesAndIsChanged()
    {
        ListSection &section = open(Part::Users);
        QTRY_COMPARE(section.table().model()->rowCount(), 3);
        button(section, u"Add a user"_s)->click();
        fill(u"Name"_s, u"Ben"_s);
        QVERIFY(!confirm()->isEnabled());
        fill(u"Password"_s, QLatin1StringView(Password));
        fill(u"The same again"_s, u"something else"_s);
        QCOMPARE(confirm()->accessibleDescription(), u"The two passwords are not the same."_s);
        QCOMPARE(dialogField(u"Password"_s)->echoMode(), QLineEdit::Password);
        fill(u"The same again"_s, QLatin1StringView(Password));
        confirm()->click();
        QTRY_VERIFY(!dialog());
        QTRY_COMPARE(section.table().model()->rowCount(), 4);
        choose(section, u"ben"_s);
        QCOMPARE(fact(section, u"State"_s), u"enabled"_s);
        QCOMPARE(fact(section, u"Roles"_s), u"analyst"_s);

        button(section, u"Change roles"_s)->click();
        check(u"responder"_s, Qt::Checked);
        confirm()->click();
        QTRY_COMPARE(userNow(u"ben"_s).value("roles"_L1).toArray().size(), 2);

        QTest::keyClick(&section.table(), Qt::Key_Delete);
        QTRY_VERIFY(question());
        question()->findChild<QPushButton *>(u"confirm"_s)->click();
        QTRY_COMPARE(fact(section, u"State"_s), u"disabled"_s);
        QCOMPARE(userNow(u"ben"_s).value("disabled"_L1).toBool(), true);
        button(section, u"Enable"_s)->click();
        QTRY_COMPARE(fact(section, u"State"_s), u"enabled"_s);
    }

    /// What somebody may take for a time is changed in the same dialog, and leaves them signed in.
    void aRoleIsGivenForATime()
    {
        ListSection &section = open(Part::Users);
        choose(section, u"eve"_s);
        QCOMPARE(fact(section, u"May take for a time"_s), u"—"_s);
        TestWorkstation eve(credentialsOf(u"eve"_s));
        QTRY_VERIFY_WITH_TIMEOUT(eve.client.isOnline(), TestWorkstation::Patience);
        QSignalSpy states(&eve.client, &TenantClient::stateChanged);
        button(section, u"Change roles"_s)->click();
        QTRY_VERIFY(dialog());
        QVERIFY(!confirm()->isEnabled());
        check(u"responder"_s, Qt::Checked, u"eligible"_s);
        confirm()->click();
        QTRY_COMPARE(fact(section, u"May take for a time"_s), u"responder"_s);
        QCOMPARE(cell(section, u"eve"_s, 2), u"responder"_s);
        QCOMPARE(userNow(u"eve"_s).value("eligible"_L1).toArray(), QJsonArray{u"responder"_s});
        QCOMPARE(userNow(u"eve"_s).value("roles"_L1).toArray(), QJsonArray{u"analyst"_s});
        QCOMPARE(states.size(), 0);
        QVERIFY(eve.client.isOnline());
        button(section, u"Change roles"_s)->click();
        check(u"responder"_s, Qt::Unchecked, u"eligible"_s);
        confirm()->click();
        QTRY_COMPARE(fact(section, u"May take for a time"_s), u"—"_s);
    }

    /// Who has what just now is seen by who administers it, and can be ended.
    void whatSomebodyHasForATimeIsSeenAndEnded()
    {
        ListSection &section = open(Part::Users);
        choose(section, u"eve"_s);
        const auto now = [&section] { return fact(section, u"For a time, now"_s); };
        const auto may = [&section] { return fact(section, u"May"_s); };
        QCOMPARE(now(), u"—"_s);
        QVERIFY(!button(section, u"End role for a time"_s)->isEnabled());
        const QString always = may();
        const QStringList elevate{u"elevate"_s, u"responder"_s, u"--for"_s, u"eve"_s, u"--reason"_s, u"case 7"_s};
        const auto elevated = m_tenant.cli(elevate);
        QVERIFY2(elevated.status == 0, elevated.errors.constData());
        QTRY_VERIFY_WITH_TIMEOUT(now().contains(u"case 7"_s), 3 * AdministeredList::FetchedEvery);
        QVERIFY2(now().contains(u"responder"_s) && now().contains(u"by admin"_s), qUtf8Printable(now()));
        QTRY_VERIFY2(may().size() > always.size(), qUtf8Printable(may()));
        QTRY_COMPARE(cell(section, u"eve"_s, 1), u"analyst; just now responder"_s);
        QCOMPARE(fact(section, u"Roles"_s), u"analyst"_s);
        button(section, u"End role for a time"_s)->click();
        QTRY_VERIFY(question());
        question()->findChild<QPushButton *>(u"confirm"_s)->click();
        QTRY_COMPARE(now(), u"—"_s);
        QTRY_COMPARE(cell(section, u"eve"_s, 1), u"analyst"_s);
        QVERIFY(listed({u"elevations"_s, u"list"_s}).isEmpty());
    }

    /// By the key Tab one comes to what is above the list before the pane, and to what is in the pane before its buttons.
    void tabGoesAsOneReads()
    {
        const auto place = [](const QWidget &section, const QWidget &wanted) {
            int steps = 0;
            for (const QWidget *at = section.focusProxy(); at != &wanted; at = at->nextInFocusChain())
                ++steps;
            return steps;
        };
        const ListSection &users = open(Part::Users);
        choose(users, u"eve"_s);
        QCOMPARE_LT(place(users, *button(users, u"Add a user"_s)), place(users, users.table()));
        QCOMPARE_GT(place(users, *button(users, u"Change roles"_s)), place(users, users.table()));
        const ListSection &settings = open(Part::Settings);
        choose(settings, u"approval-minutes"_s);
        const auto *value = settings.findChild<QLineEdit *>(u"value"_s);
        QVERIFY(value);
        QCOMPARE_LT(place(settings, settings.table()), place(settings, *value));
        QCOMPARE_LT(place(settings, *value), place(settings, *button(settings, u"Revert"_s)));
        QCOMPARE_LT(place(settings, *button(settings, u"Revert"_s)),
            place(settings, *button(settings, u"Restore the default"_s)));
    }

    void whatIsRefusedStaysTyped()
    {
        ListSection &section = open(Part::Users);
        QTRY_VERIFY(section.table().model()->rowCount() > 1);
        button(section, u"Add a user"_s)->click();
        fill(u"Name"_s, u"eve"_s);
        fill(u"Password"_s, u"short"_s);
        fill(u"The same again"_s, u"short"_s);
        confirm()->click();
        QTRY_VERIFY2(dialogText().contains(u"too short"_s), qUtf8Printable(dialogText()));
        fill(u"Password"_s, QLatin1StringView(Password));
        fill(u"The same again"_s, QLatin1StringView(Password));
        confirm()->click();
        QTRY_VERIFY2(dialogText().contains(u"“eve”"_s), qUtf8Printable(dialogText()));
        QCOMPARE(dialogField(u"Name"_s)->text(), u"eve"_s);
        dialog()->close();
    }

    void theLastAdministratorStays()
    {
        ListSection &section = open(Part::Users);
        choose(section, u"admin"_s);
        QSignalSpy failures(&m_desk->page, &AdministrationPage::failed);
        button(section, u"Disable"_s)->click();
        question()->findChild<QPushButton *>(u"confirm"_s)->click();
        QTRY_COMPARE(failures.size(), 1);
        const auto refused = failures.first().first().value<Error>();
        QCOMPARE(refused.code, ErrorCode::NotPermitted);
        // Who has the role is not told to ask somebody for it.
        QCOMPARE(refused.facts.text(Fact::Why), u"last-administrator"_s);
        QCOMPARE(fact(section, u"State"_s), u"enabled"_s);
    }

    void aRoleComesAndGoes()
    {
        ListSection &section = open(Part::Roles);
        QTRY_COMPARE(section.table().model()->rowCount(), 4);
        choose(section, u"analyst"_s);
        QCOMPARE(button(section, u"Change"_s)->isEnabled(), false); // it is built in
        QTest::keyClick(&section.table(), Qt::Key_Insert);
        fill(u"Name"_s, u"tier 1"_s);
        check(u"security-data-read"_s, Qt::Checked);
        confirm()->click();
        QTRY_COMPARE(section.table().model()->rowCount(), 5);
        choose(section, u"tier 1"_s);
        QCOMPARE(fact(section, u"Permissions"_s), u"read security data"_s);
        QCOMPARE(fact(section, u"For"_s), u"the whole tenant"_s);
        QTest::keyClick(&section.table(), Qt::Key_F2);
        check(u"basic-live-response"_s, Qt::Checked);
        confirm()->click();
        QTRY_COMPARE(fact(section, u"Permissions"_s), u"read security data, basic live response"_s);
        button(section, u"Remove"_s)->click();
        question()->findChild<QPushButton *>(u"confirm"_s)->click();
        QTRY_COMPARE(section.table().model()->rowCount(), 4);
    }

    /// Whoever edits what others have changed since is told so, and does not overwrite it unknowingly.
    void whatOthersChangedMeanwhileIsSaid()
    {
        QCOMPARE(m_tenant.cli({u"roles"_s, u"add"_s, u"shared"_s}).status, 0);
        ListSection &section = open(Part::Roles);
        choose(section, u"shared"_s);
        QTest::keyClick(&section.table(), Qt::Key_F2);
        QTRY_VERIFY(dialog());
        QCOMPARE(m_tenant.cli({u"roles"_s, u"change"_s, u"shared"_s, u"--description"_s, u"for all"_s}).status, 0);
        QTRY_VERIFY2_WITH_TIMEOUT(dialogText().contains(u"admin has changed this role meanwhile"_s),
            qUtf8Printable(dialogText()), 3 * AdministeredList::FetchedEvery);
        QCOMPARE(m_tenant.cli({u"roles"_s, u"remove"_s, u"shared"_s}).status, 0);
        QTRY_VERIFY2_WITH_TIMEOUT(dialogText().contains(u"was removed meanwhile"_s), qUtf8Printable(dialogText()),
            3 * AdministeredList::FetchedEvery);
        dialog()->close();
    }

    void groupsAreRanked()
    {
        ListSection &section = open(Part::Groups);
        QTRY_COMPARE(section.table().model()->rowCount(), 1); // the ungrouped
        addGroup(section, u"first"_s, u"nobody-*"_s);
        addGroup(section, u"second"_s, u"*"_s);
        QTRY_COMPARE(names(section), (QStringList{u"first"_s, u"second"_s, u"Ungrouped devices"_s}));
        choose(section, u"second"_s);
        QTRY_COMPARE(fact(section, u"Devices"_s), u"1"_s);
        QVERIFY(!button(section, u"Move down"_s)->isEnabled());
        QTest::keyClick(&section.table(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(names(section), (QStringList{u"second"_s, u"first"_s, u"Ungrouped devices"_s}));
        QCOMPARE(section.table().currentIndex().row(), 0); // it is followed
        QVERIFY(!button(section, u"Move up"_s)->isEnabled());
        for (const QString &name : {u"first"_s, u"second"_s}) {
            choose(section, name);
            QTest::keyClick(&section.table(), Qt::Key_Delete);
            question()->findChild<QPushButton *>(u"confirm"_s)->click();
            QTRY_VERIFY(!names(section).contains(name));
        }
    }

    void aRuleShowsWhatItTakes()
    {
        ListSection &section = open(Part::Groups);
        QTRY_VERIFY(m_desk->workstation.devices.rowCount() == 1);
        const QString device = m_desk->workstation.devices.device(0)->facts.name;
        button(section, u"Add a device group"_s)->click();
        QVERIFY2(dialogText().contains(u"It takes no device yet"_s), qUtf8Printable(dialogText()));
        fill(u"Host names"_s, u"nobody"_s);
        QTRY_VERIFY2(dialogText().contains(u"It takes 0 device"_s), qUtf8Printable(dialogText()));
        fill(u"Host names"_s, u"nobody, "_s + device.left(2) + u'*');
        QTRY_VERIFY2(dialogText().contains(u"It takes 1 device"_s), qUtf8Printable(dialogText()));
        QVERIFY(dialogText().contains(device));
        QVERIFY(!confirm()->isEnabled()); // it has no name
        dialog()->close();
    }

    /// What needs a second person is checked as the setting is that says it for all devices.
    void aGroupSaysWhatNeedsApproval()
    {
        ListSection &section = open(Part::Groups);
        QTRY_COMPARE(section.table().model()->rowCount(), 1);
        addGroup(section, u"careful"_s, u"nobody-*"_s);
        choose(section, u"careful"_s);
        QCOMPARE(fact(section, u"Needs approval"_s), u"—"_s);
        button(section, u"Change"_s)->click();
        for (const QString &wrong : {u"fly"_s, u"run -wings"_s, u"help"_s}) {
            fill(u"Needs approval"_s, wrong);
            QVERIFY2(!confirm()->isEnabled(), qUtf8Printable(wrong));
            const QString why = confirm()->accessibleDescription();
            QVERIFY2(why.contains(wrong.section(u' ', -1)) && dialogText().contains(why), qUtf8Printable(why));
        }
        fill(u"Needs approval"_s, u"run,  collect -memory"_s);
        confirm()->click();
        QTRY_VERIFY(!dialog());
        QTRY_COMPARE(fact(section, u"Needs approval"_s), u"run, collect -memory"_s);
        QCOMPARE(groupNow(u"careful"_s).value("approval"_L1).toString(), u"run, collect -memory"_s);
        button(section, u"Change"_s)->click();
        fill(u"Needs approval"_s, u""_s);
        confirm()->click();
        QTRY_VERIFY(!dialog());
        QTRY_COMPARE(fact(section, u"Needs approval"_s), u"—"_s);
        QCOMPARE(groupNow(u"careful"_s).value("approval"_L1).toString(), QString());
        choose(section, u"careful"_s);
        QTest::keyClick(&section.table(), Qt::Key_Delete);
        QTRY_VERIFY(question());
        question()->findChild<QPushButton *>(u"confirm"_s)->click();
        QTRY_COMPARE(section.table().model()->rowCount(), 1);
    }

    void theLevelOfTheUngroupedIsASetting()
    {
        ListSection &section = open(Part::Groups);
        choose(section, u"Ungrouped devices"_s);
        QTest::keyClick(&section.table(), Qt::Key_Return);
        QTRY_VERIFY(dialog());
        auto *level = dialog()->findChild<QComboBox *>();
        level->setCurrentIndex(level->findData(u"semi-core-folders"_s));
        confirm()->click();
        QTRY_COMPARE(settingNow(u"automation-level"_s), u"semi-core-folders"_s);
        QTRY_COMPARE(fact(section, u"Automation level"_s), u"Semi – require approval for core folders"_s);
    }
};

QTEST_MAIN(AdministeredUsersTest)

#include "tst_administeredusers.moc"
