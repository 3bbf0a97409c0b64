// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/administration/administrationfixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/administration/deviceadministration.h"
#include "ui/administration/editors/checklist.h"
#include "ui/administration/enrolmentsection.h"
#include "ui/theme/emptystate.h"
#include "ui/toolkit/hashfield.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

/// The page of the administration with a tenant of real processes, as the program sonde-cli sees it from outside.
class AdministrationTest final : public QObject, private AdministrationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTenant(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    // ---- settings

    void aSettingIsChangedAndReverted()
    {
        ListSection &section = open(Part::Settings);
        choose(section, u"inactivity-minutes"_s);
        QTRY_COMPARE(fact(section, u"Default"_s), u"30 minute(s)"_s);
        QCOMPARE(fact(section, u"May be"_s), u"1 to 1,440 minutes"_s);
        QCOMPARE(fact(section, u"Last changed"_s), u"by nobody yet"_s);
        QVERIFY(!button(section, u"Revert"_s)->isEnabled());
        QLineEdit *field = visibleField(section, u"New value"_s);
        field->setText(u"45"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(fact(section, u"Now"_s), u"45 minute(s)"_s);
        QVERIFY2(
            fact(section, u"Last changed"_s).endsWith(u"by admin"_s), qUtf8Printable(fact(section, u"Last changed"_s)));
        QCOMPARE(fact(section, u"Before that"_s), u"30 minute(s)"_s);
        QCOMPARE(settingNow(u"inactivity-minutes"_s), u"45"_s);
        button(section, u"Revert"_s)->click();
        QTRY_COMPARE(fact(section, u"Now"_s), u"30 minute(s)"_s);
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
        QTRY_COMPARE(fact(section, u"Now"_s), u"7 session(s)"_s);
        QLineEdit *field = visibleField(section, u"New value"_s);
        QCOMPARE(field->text(), u"7"_s);
        field->setText(u"12"_s); // what is being typed stays
        QCOMPARE(m_tenant.cli({u"settings"_s, u"set"_s, u"user-session-limit"_s, u"10"_s}).status, 0);
        QTRY_COMPARE(fact(section, u"Now"_s), u"10 session(s)"_s);
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
};

QTEST_MAIN(AdministrationTest)

#include "tst_administration.moc"
