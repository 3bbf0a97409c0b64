// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/administration.h"
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"
#include "tests/ui/widgetaudit.h"
#include "ui/administration/administrationpage.h"
#include "ui/administration/base/listsection.h"
#include "ui/administration/deviceadministration.h"
#include "ui/administration/editors/checklist.h"
#include "ui/administration/editors/formdialog.h"
#include "ui/administration/enrolmentsection.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/hashfield.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

constexpr auto Password = "another battery staple";

using Part = AdministrationPage::Part;

} // namespace

/// The page of the administration with a tenant of real processes, as the program sonde-cli sees it from outside.
class AdministrationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // whose numbers are typed
        QVERIFY2(m_tenant.start(), qUtf8Printable(m_tenant.whatFailed()));
        QVERIFY2(addUser(u"eve"_s, u"analyst"_s), "eve");
        QVERIFY2(addUser(u"sam"_s, u"security-administrator"_s), "sam");
    }
    void init()
    {
        m_look = std::make_unique<Look>();
        m_look->theme.applyToApplication();
        sitDown(m_tenant.credentials());
    }
    void cleanup()
    {
        m_desk.reset();
        m_look.reset();
    }

    // ---- settings

    void aSettingIsChangedAndReverted()
    {
        ListSection &section = open(Part::Settings);
        choose(section, u"inactivity-minutes"_s);
        QTRY_COMPARE(fact(section, u"Default"_s), u"30 minutes"_s);
        QCOMPARE(fact(section, u"May be"_s), u"1 to 1,440 minutes"_s);
        QCOMPARE(fact(section, u"Last changed"_s), u"by nobody yet"_s);
        QVERIFY(!button(section, u"Revert"_s)->isEnabled());
        QLineEdit *field = visibleField(section, u"New value"_s);
        field->setText(u"45"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(fact(section, u"Now"_s), u"45 minutes"_s);
        QVERIFY2(
            fact(section, u"Last changed"_s).endsWith(u"by admin"_s), qUtf8Printable(fact(section, u"Last changed"_s)));
        QCOMPARE(fact(section, u"Before that"_s), u"30 minutes"_s);
        QCOMPARE(settingNow(u"inactivity-minutes"_s), u"45"_s);
        button(section, u"Revert"_s)->click();
        QTRY_COMPARE(fact(section, u"Now"_s), u"30 minutes"_s);
        QCOMPARE(settingNow(u"inactivity-minutes"_s), u"30"_s);
    }

    void whatASettingCannotBeIsSaidBefore()
    {
        ListSection &section = open(Part::Settings);
        choose(section, u"inactivity-minutes"_s);
        QLineEdit *field = visibleField(section, u"New value"_s);
        for (const QString &wrong : {u"0"_s, u"1441"_s, u"soon"_s, u""_s, u"1.5"_s}) {
            field->setText(wrong);
            QVERIFY2(!button(section, u"Change"_s)->isEnabled(), qUtf8Printable(wrong));
            QCOMPARE(button(section, u"Change"_s)->accessibleDescription(), u"It must be 1 to 1,440 minutes."_s);
        }
        field->setText(u"1,440"_s); // as the language writes it
        QVERIFY(button(section, u"Change"_s)->isEnabled());
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), u"30"_s);
        QCOMPARE(button(section, u"Change"_s)->accessibleDescription(), u"Nothing is changed yet."_s);
    }

    void aSizeHasItsUnit()
    {
        ListSection &section = open(Part::Settings);
        choose(section, u"getfile-bytes"_s);
        QTRY_COMPARE(fact(section, u"Now"_s), u"3,221,225,472 byte(s) (3 GiB)"_s);
        QCOMPARE(fact(section, u"May be"_s), u"1 MiB to 1 TiB"_s);
        QComboBox *unit = section.findChild<QComboBox *>(u"unit"_s);
        QCOMPARE(unit->currentText(), u"GiB"_s);
        unit->setCurrentIndex(unit->findText(u"MiB"_s));
        visibleField(section, u"New value"_s)->setText(u"1536"_s);
        button(section, u"Change"_s)->click();
        QTRY_COMPARE(settingNow(u"getfile-bytes"_s), u"1610612736"_s);
        QTRY_COMPARE(cell(section, u"getfile-bytes"_s, 1), u"1.5 GiB"_s);
        button(section, u"Restore the default"_s)->click();
        QTRY_COMPARE(cell(section, u"getfile-bytes"_s, 1), u"3 GiB"_s);
    }

    void whatOthersChangeShows()
    {
        ListSection &section = open(Part::Settings);
        choose(section, u"user-session-limit"_s);
        QCOMPARE(m_tenant.cli({u"settings"_s, u"set"_s, u"user-session-limit"_s, u"7"_s}).status, 0);
        QTRY_COMPARE(fact(section, u"Now"_s), u"7 sessions"_s);
        QLineEdit *field = visibleField(section, u"New value"_s);
        QCOMPARE(field->text(), u"7"_s);
        field->setText(u"12"_s); // what is being typed stays
        QCOMPARE(m_tenant.cli({u"settings"_s, u"set"_s, u"user-session-limit"_s, u"10"_s}).status, 0);
        QTRY_COMPARE(fact(section, u"Now"_s), u"10 sessions"_s);
        QCOMPARE(field->text(), u"12"_s);
    }

    /// Of these the service tells nobody: they are asked for again.
    void whatOthersAddShows()
    {
        ListSection &section = open(Part::Roles);
        choose(section, u"analyst"_s);
        QCOMPARE(m_tenant.cli({u"roles"_s, u"add"_s, u"guests"_s}).status, 0);
        QTRY_VERIFY_WITH_TIMEOUT(names(section).contains(u"guests"_s), 3 * AdministeredList::FetchedEvery);
        QCOMPARE(names(section).at(section.table().currentIndex().row()), u"analyst"_s);
        QCOMPARE(m_tenant.cli({u"roles"_s, u"remove"_s, u"guests"_s}).status, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!names(section).contains(u"guests"_s), 3 * AdministeredList::FetchedEvery);
    }

    // ---- users

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

    // ---- roles

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

    // ---- groups

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

    // ---- enrolment

    void aTokenIsGoodForOneDevice()
    {
        m_desk->page.showPart(Part::Enrolment);
        auto &section = *m_desk->page.findChild<EnrolmentSection *>();
        const auto fields = section.findChildren<HashField *>();
        button(section, u"Make a token"_s)->click();
        QTRY_VERIFY(std::ranges::all_of(fields, [](const HashField *field) { return field->isVisible(); }));
        QString token;
        QStringList command;
        for (const HashField *field : fields) {
            if (field->hash().startsWith(u"sonde-agent "_s))
                command = field->hash().split(u' ').sliced(1);
            else
                token = field->hash();
        }
        command.replace(command.indexOf(u"--data"_s) + 1, m_look->folder.filePath(u"agent"_s));
        QProcess agent;
        const auto isThere = [&] {
            if (agent.state() == QProcess::NotRunning) { // again, when it was too often for the service
                agent.start(TestTenant::program(u"sonde-agent"_s), command);
                agent.write(token.toUtf8() + '\n');
            }
            return m_desk->workstation.devices.totalCount() == 2;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), TestWorkstation::Patience);
        agent.kill();
        agent.waitForFinished();
        // It is no device of the other tests.
        DeviceAdministration devices(m_desk->administration.devices, m_desk->workstation.devices, m_desk->page);
        devices.setDevices({newest()});
        devices.remove.trigger();
        question()->findChild<QPushButton *>(u"confirm"_s)->click();
        QTRY_COMPARE(m_desk->workstation.devices.totalCount(), 1);
    }

    void aLostTokenIsWithdrawn()
    {
        m_desk->page.showPart(Part::Enrolment);
        auto &enrolment = *m_desk->page.findChild<EnrolmentSection *>();
        enrolment.findChild<QLineEdit *>()->setText(u"lost"_s);
        button(enrolment, u"Make a token"_s)->click();
        ListSection &section = open(Part::Tokens);
        QTRY_VERIFY_WITH_TIMEOUT(names(section).contains(u"lost"_s), 3 * AdministeredList::FetchedEvery);
        choose(section, u"lost"_s);
        QTest::keyClick(&section.table(), Qt::Key_Delete);
        QTRY_VERIFY(question());
        question()->findChild<QPushButton *>(u"confirm"_s)->click();
        QTRY_VERIFY(!names(section).contains(u"lost"_s));
    }

    // ---- devices

    void anExceptionEndsWhereTheSettingIs()
    {
        QTRY_VERIFY(m_desk->workstation.devices.rowCount() == 1);
        const QString device = m_desk->workstation.devices.device(0)->facts.name;
        QCOMPARE(m_tenant.cli({u"devices"_s, u"except"_s, device, u"on"_s}).status, 0);
        ListSection &section = open(Part::Settings);
        choose(section, u"live-response-servers"_s);
        auto *list = section.findChild<CheckList *>();
        QTRY_COMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text(), device);
        QVERIFY(list->isVisible());
        list->item(0)->setCheckState(Qt::Unchecked);
        QTRY_COMPARE(list->count(), 0);
        QTRY_VERIFY(!m_desk->workstation.devices.device(0)->serverException.value_or(false));
        choose(section, u"act-reason"_s);
        QVERIFY(!list->isVisible());
    }

    void tagsAreEdited()
    {
        QTRY_VERIFY(m_desk->workstation.devices.rowCount() == 1);
        const auto tags = [this] { return m_desk->workstation.devices.device(0)->tags; };
        DeviceAdministration devices(m_desk->administration.devices, m_desk->workstation.devices, m_desk->page);
        QCOMPARE(devices.editTags.isEnabled(), false); // nothing is selected
        devices.setDevices({m_desk->workstation.devices.device(0)->id});
        devices.editTags.trigger();
        fill(u"New tags"_s, u"berlin、server"_s);
        confirm()->click();
        QTRY_COMPARE(tags(), (QStringList{u"berlin"_s, u"server"_s}));
        devices.editTags.trigger();
        check(u"berlin"_s, Qt::Unchecked);
        confirm()->click();
        QTRY_COMPARE(tags(), QStringList{u"server"_s});
        devices.editTags.trigger();
        check(u"server"_s, Qt::Unchecked);
        confirm()->click();
        QTRY_COMPARE(tags(), QStringList());
        QTRY_VERIFY(!dialog());
    }

    // ---- who may what

    void whatIsNotTheirsSaysWhy()
    {
        sitDown(credentialsOf(u"sam"_s));
        QCOMPARE(m_desk->page.whyNot(), QString());
        ListSection &users = open(Part::Users);
        const auto *empty = users.findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QVERIFY2(textsOf(*empty).contains(u"manage authorization"_s), qUtf8Printable(textsOf(*empty)));
        ListSection &settings = open(Part::Settings);
        choose(settings, u"act-reason"_s);
        QVERIFY(button(settings, u"Change"_s)->accessibleDescription() == u"Nothing is changed yet."_s);
        ListSection &groups = open(Part::Groups);
        QTRY_VERIFY(groups.table().model()->rowCount() > 0);
        QVERIFY(!button(groups, u"Add a device group"_s)->isEnabled());
        QVERIFY(button(groups, u"Add a device group"_s)->accessibleDescription().contains(u"manage authorization"_s));
    }

    void whoAdministersNothingIsToldSo()
    {
        sitDown(credentialsOf(u"eve"_s));
        QVERIFY2(
            m_desk->page.whyNot().contains(u"manage core security settings"_s), qUtf8Printable(m_desk->page.whyNot()));
    }

    void aRightThatIsGivenIsThereAtOnce()
    {
        QCOMPARE(
            m_tenant.cli({u"roles"_s, u"add"_s, u"keeper"_s, u"--permissions"_s, u"security-data-read"_s}).status, 0);
        QVERIFY(addUser(u"kim"_s, u"keeper"_s));
        sitDown(credentialsOf(u"kim"_s));
        QVERIFY(!m_desk->page.whyNot().isEmpty());
        QSignalSpy changes(&m_desk->page, &AdministrationPage::accessChanged);
        QCOMPARE(m_tenant
                     .cli({u"roles"_s, u"change"_s, u"keeper"_s, u"--permissions"_s,
                         u"security-data-read,core-security-settings"_s})
                     .status,
            0);
        QTRY_COMPARE(m_desk->page.whyNot(), QString());
        QVERIFY(changes.size() > 0);
    }

    // ---- all of them

    void everythingIsNamedAndPlain()
    {
        for (const Part part :
            {Part::Users, Part::Roles, Part::Groups, Part::Settings, Part::Publishers, Part::Tokens}) {
            ListSection &section = open(part);
            QTRY_VERIFY(
                !section.findChild<EmptyState *>()->isVisible() || part == Part::Publishers || part == Part::Tokens);
            const QAbstractItemModelTester tester(section.table().model());
        }
        m_desk->page.showPart(Part::Enrolment);
        QCOMPARE(WidgetAudit::nameless(m_desk->page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::guessing(m_desk->page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::unexplained(m_desk->page).join(u'\n'), QString());
    }

    void itIsWalkedByKeys()
    {
        auto *list = m_desk->page.findChild<QListWidget *>(u"sections"_s);
        m_desk->page.activateWindow();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        ListSection &settings = section(Part::Settings);
        QTRY_VERIFY(settings.isVisible());
        QTRY_VERIFY(settings.table().model()->rowCount() > 5);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"act-reason"_s);
        QTRY_COMPARE(settings.table().model()->rowCount(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTRY_COMPARE(QApplication::focusWidget(), &settings.table());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(qobject_cast<QComboBox *>(QApplication::focusWidget()));
    }

private:
    struct Look {
        QTemporaryDir folder;
        Settings settings{folder.filePath(u"settings.ini"_s)};
        Theme theme{settings};
    };
    /// An administrator at their page.
    struct Desk {
        Desk(const Credentials &credentials, Look &look)
            : workstation(credentials)
            , administration(workstation.client)
            , page(administration, workstation.devices, look.theme, look.settings)
        {
        }

        TestWorkstation workstation;
        Administration administration;
        AdministrationPage page;
    };

    void sitDown(const Credentials &credentials)
    {
        // Each test signs in, and so does each call of sonde-cli: now and then that is too often for the service.
        const QDeadlineTimer patience(TestWorkstation::Patience);
        constexpr int tryAgain = 4'000;
        do {
            m_desk.reset();
            m_desk = std::make_unique<Desk>(credentials, *m_look);
        } while (!QTest::qWaitFor([this] { return m_desk->workstation.client.isOnline(); }, tryAgain)
            && !patience.hasExpired());
        QVERIFY(m_desk->workstation.client.isOnline());
        m_desk->page.resize(1200, 800);
        m_desk->page.show();
    }
    [[nodiscard]] Credentials credentialsOf(const QString &user) const
    {
        Credentials credentials = m_tenant.credentials();
        credentials.user = UserName(user);
        credentials.password = QLatin1StringView(Password);
        return credentials;
    }
    [[nodiscard]] bool addUser(const QString &name, const QString &role) const
    {
        return m_tenant.cli({u"users"_s, u"add"_s, name, u"--role"_s, role}, QByteArray(Password) + '\n').status == 0;
    }

    [[nodiscard]] ListSection &section(Part part) const
    {
        return dynamic_cast<ListSection &>(m_desk->page.section(part));
    }
    ListSection &open(Part part)
    {
        m_desk->page.showPart(part);
        return section(part);
    }
    [[nodiscard]] static QStringList names(const ListSection &section, int column = 0)
    {
        QStringList names;
        const auto *model = section.table().model();
        const bool isRanked = model->headerData(0, Qt::Horizontal).toString() == u"Rank"_s;
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, isRanked ? 1 : column).data().toString();
        return names;
    }
    static void choose(const ListSection &section, const QString &name)
    {
        QTRY_VERIFY2(names(section).contains(name), qUtf8Printable(name));
        section.table().setCurrentIndex(section.table().model()->index(int(names(section).indexOf(name)), 0));
        section.window()->activateWindow(); // after a dialog nobody does that where there is no window manager
        section.table().setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), &section.table());
    }
    [[nodiscard]] static QString cell(const ListSection &section, const QString &name, int column)
    {
        return section.table().model()->index(int(names(section).indexOf(name)), column).data().toString();
    }
    /// What stands beside a word in the pane.
    [[nodiscard]] static QString fact(const QWidget &section, const QString &title)
    {
        const auto labels = section.findChildren<PlainLabel *>();
        for (qsizetype i = 0; i + 1 < labels.size(); ++i) {
            if (labels.at(i)->text() == title)
                return labels.at(i + 1)->text();
        }
        return {};
    }
    [[nodiscard]] static QPushButton *button(const QWidget &of, const QString &name)
    {
        for (auto *button : of.findChildren<QPushButton *>()) {
            if (button->accessibleName() == name)
                return button;
        }
        qFatal("no button %s", qUtf8Printable(name));
    }
    [[nodiscard]] static QLineEdit *visibleField(const QWidget &of, const QString &name)
    {
        for (auto *field : of.findChildren<QLineEdit *>()) {
            if (field->accessibleName() == name && field->isVisible())
                return field;
        }
        qFatal("no field %s", qUtf8Printable(name));
    }
    [[nodiscard]] static QString textsOf(const QWidget &of)
    {
        QStringList texts;
        for (const auto *label : of.findChildren<PlainLabel *>())
            texts << label->text();
        return texts.join(u'\n');
    }

    [[nodiscard]] FormDialog *dialog() const
    {
        for (auto *dialog : m_desk->page.findChildren<FormDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    [[nodiscard]] QMessageBox *question() const { return m_desk->page.findChild<QMessageBox *>(); }
    [[nodiscard]] QPushButton *confirm() const { return dialog()->findChild<QPushButton *>(u"confirm"_s); }
    [[nodiscard]] QString dialogText() const { return textsOf(*dialog()); }
    [[nodiscard]] QLineEdit *dialogField(const QString &name) const { return visibleField(*dialog(), name); }
    void fill(const QString &name, const QString &text) const
    {
        QTRY_VERIFY(dialog());
        dialogField(name)->setText(text);
    }
    /// In the list of that name, or in the first that has it.
    void check(const QString &key, Qt::CheckState state, const QString &name = {}) const
    {
        QTRY_VERIFY(dialog());
        for (const auto *list : dialog()->findChildren<CheckList *>(name)) {
            for (int row = 0; row < list->count(); ++row) {
                if (list->item(row)->data(Qt::UserRole).toString() == key)
                    return list->item(row)->setCheckState(state);
            }
        }
        QFAIL(qUtf8Printable(key));
    }
    void addGroup(const ListSection &section, const QString &name, const QString &hosts) const
    {
        button(section, u"Add a device group"_s)->click();
        fill(u"Name"_s, name);
        fill(u"Host names"_s, hosts);
        confirm()->click();
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(names(section).contains(name));
    }
    [[nodiscard]] DeviceId newest() const
    {
        const DeviceModel &devices = m_desk->workstation.devices;
        const DeviceRecord *newest = devices.device(0);
        for (int row = 1; row < devices.rowCount(); ++row) {
            if (devices.device(row)->firstSeen > newest->firstSeen)
                newest = devices.device(row);
        }
        return newest->id;
    }

    // ---- what the tenant says to others
    /// An object a line.
    [[nodiscard]] QList<QJsonObject> listed(const QStringList &verb) const
    {
        QList<QJsonObject> rows;
        for (const QByteArray &line : m_tenant.cli(verb + QStringList{u"--output"_s, u"json"_s}).output.split('\n'))
            rows << QJsonDocument::fromJson(line).object();
        return rows;
    }
    [[nodiscard]] QString settingNow(const QString &key) const
    {
        return listed({u"settings"_s, key}).first().value("value"_L1).toString();
    }
    [[nodiscard]] QJsonObject named(const QString &name, const QStringList &verb) const
    {
        for (const QJsonObject &row : listed(verb)) {
            if (row.value("name"_L1).toString() == name)
                return row;
        }
        return {};
    }
    [[nodiscard]] QJsonObject userNow(const QString &name) const { return named(name, {u"users"_s, u"list"_s}); }
    [[nodiscard]] QJsonObject groupNow(const QString &name) const { return named(name, {u"groups"_s, u"list"_s}); }

    TestTenant m_tenant;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(AdministrationTest)

#include "tst_administration.moc"
