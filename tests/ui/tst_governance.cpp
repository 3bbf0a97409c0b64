// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/rows.h"
#include "tests/controllers/scriptedtenant.h"
#include "tests/ui/actrows.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/fakedevices.h"
#include "tests/ui/widgetaudit.h"
#include "ui/governance/approvalsdialog.h"
#include "ui/governance/elevatedialog.h"
#include "ui/governance/governancedesk.h"
#include "ui/governance/secondfactordialog.h"
#include "ui/theme/plaintext.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLayout>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;
using namespace std::chrono_literals;

/// What waits for a second person, and roles for a time, as the workstation shows them.
class TestGovernance final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    std::unique_ptr<ScriptedTenant> m_tenant;
    std::unique_ptr<TenantClient> m_client;
    std::unique_ptr<DeviceModel> m_devices;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<GovernanceDesk> m_desk;

    [[nodiscard]] QToolButton *waiting() const { return qobject_cast<QToolButton *>(m_desk->statusParts().at(0)); }
    [[nodiscard]] QToolButton *role() const { return qobject_cast<QToolButton *>(m_desk->statusParts().at(1)); }
    template<typename Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        return m_window->findChild<Dialog *>();
    }
    static bool shows(const QWidget &widget, const QString &text)
    {
        const auto labels = widget.findChildren<PlainLabel *>();
        return std::ranges::any_of(labels,
            [&](const PlainLabel *label) { return label->isVisibleTo(&widget) && label->text().contains(text); });
    }
    [[nodiscard]] ApprovalRecord record(quint64 command, const QString &analyst = u"ben"_s) const
    {
        const auto now = QDateTime::currentDateTimeUtc();
        return {CommandId(command), SessionId(3), m_devices->device(0)->id, u"finance"_s, analyst,
            u"remediate file /tmp/evil -approve "_s + ActRows::Hash, u"case 7"_s, now, now.addDuration(30min), 30min,
            false};
    }
    void push(const std::vector<ApprovalRecord> &records) { m_tenant->push(Message::Approvals{0, records}); }
    void pushRole(std::chrono::milliseconds left)
    {
        const auto now = QDateTime::currentDateTimeUtc();
        m_tenant->push(Message::Elevations{0,
            {{m_tenant->user, Role::Responder, u"case 7"_s, u"mia"_s, now, now.addDuration(left), left}},
            {Role::Responder}});
    }

private Q_SLOTS:
    void init()
    {
        m_look = std::make_unique<Look>();
        m_look->theme.applyToApplication();
        m_tenant = std::make_unique<ScriptedTenant>();
        m_client = std::make_unique<TenantClient>(std::make_unique<LoopbackLink>(*m_tenant));
        m_devices = std::make_unique<DeviceModel>();
        m_devices->update(FakeDevices::all());
        m_window = std::make_unique<QWidget>();
        m_desk = std::make_unique<GovernanceDesk>(*m_client, *m_devices, m_look->theme, *m_window);
        for (QWidget *part : m_desk->statusParts())
            part->setParent(m_window.get());
        m_window->resize(900, 700);
        m_window->show();
        m_client->signIn({});
        QTRY_VERIFY(m_client->isOnline());
    }
    void cleanup()
    {
        m_desk.reset();
        m_window.reset();
        m_client.reset();
        m_tenant.reset();
    }

    void whatWaitsIsToldOnce()
    {
        QVERIFY(!waiting()->isVisible());
        const QSignalSpy asked(m_desk.get(), &GovernanceDesk::asked);
        const QSignalSpy settled(m_desk.get(), &GovernanceDesk::settled);
        push({record(11)});
        QTRY_VERIFY(waiting()->isVisible());
        QCOMPARE(waiting()->text(), u"1 to approve"_s);
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked.first().first().toString().contains(u"ben"));
        QVERIFY(asked.first().first().toString().contains(m_devices->device(0)->facts.name));
        push({record(11), record(12)});
        QTRY_COMPARE(waiting()->text(), u"2 to approve"_s);
        QCOMPARE(asked.size(), 2);
        push({record(12)});
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(settled.first().first().value<CommandId>(), CommandId(11));
        // Without a connection nobody knows.
        m_tenant->up = false;
        m_tenant->drop();
        QTRY_VERIFY(!waiting()->isVisible());
    }

    /// After a sign-in what waits is heard of before the devices are.
    void aDeviceIsNamedByItsName()
    {
        const QSignalSpy asked(m_desk.get(), &GovernanceDesk::asked);
        DeviceRecord late = *m_devices->device(0);
        late.id = DeviceId(u"209acd34"_s);
        late.facts.name = u"late"_s;
        ApprovalRecord waits = record(11);
        waits.device = late.id;
        push({waits});
        QTRY_VERIFY(waiting()->isVisible());
        QVERIFY(asked.isEmpty());
        m_devices->update({late});
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(asked.first().first().toString().contains(u"late"));
    }

    /// Nobody is told of what they themselves asked for, but finds it in the list.
    void onesOwnIsNotForOneself()
    {
        const QSignalSpy asked(m_desk.get(), &GovernanceDesk::asked);
        push({record(11, m_tenant->user.value())});
        m_desk->openApprovals();
        QTRY_COMPARE(dialog<ApprovalsDialog>()->findChild<QListView *>()->model()->rowCount(), 1);
        QVERIFY(asked.isEmpty());
        QVERIFY(!waiting()->isVisible());
        for (const auto &name : {u"approve"_s, u"deny"_s})
            QVERIFY(!dialog<ApprovalsDialog>()->findChild<QPushButton *>(name)->isEnabled());
        // That is said, and nothing is asked that would be for nothing.
        QVERIFY(shows(*dialog<ApprovalsDialog>(), u"somebody else has to decide"_s));
        QVERIFY(!dialog<ApprovalsDialog>()->findChild<QLineEdit *>()->isVisible());
    }

    void itIsApproved()
    {
        push({record(11), record(12)});
        QTRY_VERIFY(waiting()->isVisible());
        waiting()->click();
        auto *dialog = this->dialog<ApprovalsDialog>();
        QVERIFY(dialog);
        const QAbstractItemModelTester tester(dialog->findChild<QListView *>()->model());
        m_desk->openApprovals(CommandId(12));
        QVERIFY(shows(*dialog, u"remediate file /tmp/evil"_s));
        QVERIFY(shows(*dialog, u"case 7"_s));
        QVERIFY(shows(*dialog, u"30:00"_s) || shows(*dialog, u"29:59"_s));
        auto *approve = dialog->findChild<QPushButton *>(u"approve"_s);
        QTRY_VERIFY(approve->isEnabled());
        approve->click();
        QTRY_COMPARE(m_tenant->askedFor<Message::DecideApproval>().size(), size_t(1));
        const auto decision = m_tenant->askedFor<Message::DecideApproval>().front();
        QCOMPARE(decision.command, CommandId(12));
        QVERIFY(decision.approved);
        push({record(11)});
        QTRY_COMPARE(dialog->findChild<QListView *>()->model()->rowCount(), 1);
    }

    /// In the place of what was decided nothing comes up that the same click could decide about.
    void oneClickDecidesOne()
    {
        push({record(11), record(12)});
        QTRY_VERIFY(waiting()->isVisible());
        m_desk->openApprovals(CommandId(11));
        auto *dialog = this->dialog<ApprovalsDialog>();
        auto *approve = dialog->findChild<QPushButton *>(u"approve"_s);
        QVERIFY(!approve->isEnabled()); // it has only just come up
        QVERIFY(approve->accessibleDescription().contains(u"read it first"_s));
        QTRY_VERIFY(approve->isEnabled());
        QTest::mouseClick(approve, Qt::LeftButton);
        push({record(12)});
        auto *list = dialog->findChild<QListView *>();
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QVERIFY(!list->currentIndex().isValid());
        QVERIFY(!approve->isVisible());
        QVERIFY(shows(*dialog, u"Choose what you want to look at next"_s));
        QTRY_VERIFY(shows(*dialog, u"is run now"_s));
        QCOMPARE(m_tenant->askedFor<Message::DecideApproval>().size(), size_t(1));
        // Another that comes does not come up by itself, either.
        push({record(12), record(13)});
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QVERIFY(!list->currentIndex().isValid());
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(approve->isVisible() && !approve->isEnabled());
        QTRY_VERIFY(approve->isEnabled());
    }

    /// What somebody decided elsewhere, or has expired, does not put the next one under the pointer.
    void whatIsSettledElsewhereGivesWayToNothing()
    {
        push({record(11), record(12)});
        QTRY_VERIFY(waiting()->isVisible());
        m_desk->openApprovals(CommandId(11));
        auto *dialog = this->dialog<ApprovalsDialog>();
        auto *approve = dialog->findChild<QPushButton *>(u"approve"_s);
        QTRY_VERIFY(approve->isEnabled());
        push({record(12)});
        QTRY_VERIFY(!approve->isVisible());
        QVERIFY(!dialog->findChild<QListView *>()->currentIndex().isValid());
    }

    void enterLosesNoReason()
    {
        push({record(11)});
        m_desk->openApprovals();
        auto *dialog = this->dialog<ApprovalsDialog>();
        auto *reason = dialog->findChild<QLineEdit *>();
        QTRY_VERIFY(reason->isVisible());
        QTest::keyClicks(reason, u"not on this one"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QCOMPARE(reason->text(), u"not on this one"_s);
        QVERIFY(shows(*dialog, u"Nothing is decided yet"_s));
        QVERIFY(m_tenant->askedFor<Message::DecideApproval>().empty());
    }

    /// A long line ends in …, and hides no row.
    void rowsAreSeenWhole()
    {
        push({record(11), record(12), record(13)});
        QTRY_VERIFY(waiting()->isVisible());
        m_desk->openApprovals();
        auto *list = dialog<ApprovalsDialog>()->findChild<QListView *>();
        QTRY_VERIFY(list->isVisible() && list->width() > 100);
        for (int row = 0; row < 3; ++row) {
            const QRect at = list->visualRect(list->model()->index(row, 0));
            QVERIFY2(list->viewport()->rect().contains(at), qPrintable(QString::number(row)));
            QVERIFY(at.height() >= list->fontMetrics().height());
        }
    }

    void aDenialHasAReason()
    {
        push({record(11)});
        m_desk->openApprovals();
        auto *dialog = this->dialog<ApprovalsDialog>();
        auto *deny = dialog->findChild<QPushButton *>(u"deny"_s);
        QTRY_VERIFY(deny->isVisibleTo(dialog) && deny->isEnabled());
        deny->click();
        QVERIFY(shows(*dialog, u"Say why"_s));
        QVERIFY(m_tenant->askedFor<Message::DecideApproval>().empty());
        dialog->findChild<QLineEdit *>()->setText(u"not on this one"_s);
        deny->click();
        QTRY_COMPARE(m_tenant->askedFor<Message::DecideApproval>().size(), size_t(1));
        QVERIFY(!m_tenant->askedFor<Message::DecideApproval>().front().approved);
        QCOMPARE(m_tenant->askedFor<Message::DecideApproval>().front().reason, u"not on this one"_s);
    }

    /// Nobody says yes to a plan that they have not seen.
    void thePlanIsSeenFirst()
    {
        auto wanted = record(11);
        wanted.hasPlan = true;
        QPushButton *approve = nullptr;
        bool early = true;
        m_tenant->approvalPlan = [&](const Message::FetchApprovalPlan &request) {
            early = approve->isEnabled();
            RowWriter rows;
            for (const QCborArray &row : ActRows::filePlan())
                rows.addRow(row);
            return Message::ApprovalPlan{request.request, u"remediate"_s, {rows.take()}};
        };
        push({wanted});
        m_desk->openApprovals();
        auto *dialog = this->dialog<ApprovalsDialog>();
        approve = dialog->findChild<QPushButton *>(u"approve"_s);
        QTRY_VERIFY(!early && approve->isEnabled());
        QTRY_COMPARE(dialog->findChild<QTreeView *>()->model()->rowCount(), 1);
        QVERIFY(shows(*dialog, u"/tmp/evil-too"_s));
    }

    void aRoleTicks()
    {
        QVERIFY(!role()->isVisible());
        QVERIFY(!m_desk->takeRole.isEnabled());
        const QSignalSpy ended(m_desk.get(), &GovernanceDesk::roleEnded);
        pushRole(12min + 34s);
        QTRY_VERIFY(role()->isVisible());
        QVERIFY(role()->text().contains(u"12:3"));
        QVERIFY(m_desk->takeRole.isEnabled());
        const QString before = role()->text();
        QTRY_VERIFY(role()->text() != before);
        m_tenant->push(Message::Elevations{0, {}, {Role::Responder}});
        QTRY_VERIFY(!role()->isVisible());
        QCOMPARE(ended.size(), 1);
        QVERIFY(ended.first().at(1).toString().contains(u"before its time"));
        // Taken again, it is not over.
        const QSignalSpy held(m_desk.get(), &GovernanceDesk::roleHeld);
        pushRole(12min);
        QTRY_VERIFY(role()->isVisible());
        QCOMPARE(held.size(), 1);
        QCOMPARE(held.first().first(), ended.first().first());
        pushRole(2s);
        QTRY_VERIFY(role()->text().contains(u"00:0"));
        m_tenant->push(Message::Elevations{0, {}, {Role::Responder}});
        QTRY_COMPARE(ended.size(), 2);
        QVERIFY(ended.last().at(1).toString().contains(u"its time is over"));
    }

    void aRoleIsTaken()
    {
        m_tenant->push(Message::Elevations{0, {}, {Role::Responder, u"tier 1"_s}});
        QTRY_VERIFY(m_desk->takeRole.isEnabled());
        m_desk->takeRole.trigger();
        auto *dialog = this->dialog<ElevateDialog>();
        QVERIFY(dialog);
        auto *take = dialog->findChild<QPushButton *>(u"take"_s);
        QVERIFY(!take->isEnabled());
        dialog->findChild<QComboBox *>()->setCurrentIndex(1);
        dialog->findChild<QSpinBox *>()->setValue(20);
        const auto edits = dialog->findChildren<QLineEdit *>();
        const auto reason = std::ranges::find(edits, u"Reason"_s, &QWidget::accessibleName);
        QVERIFY(reason != edits.end());
        (*reason)->setText(u"case 7"_s);
        QVERIFY(take->isEnabled());
        QCOMPARE(WidgetAudit::nameless(*dialog), QStringList());
        QCOMPARE(WidgetAudit::guessing(*dialog), QStringList());
        take->click();
        QTRY_COMPARE(m_tenant->askedFor<Message::ElevateRole>().size(), size_t(1));
        const auto asked = m_tenant->askedFor<Message::ElevateRole>().front();
        QCOMPARE(asked.role, u"tier 1"_s);
        QCOMPARE(asked.valid, 20min);
        QCOMPARE(asked.reason, u"case 7"_s);
        QTRY_VERIFY(!dialog->isVisible());
    }

    void anArmedAccountIsSeen()
    {
        auto *alarm = qobject_cast<QToolButton *>(m_desk->statusParts().at(2));
        QVERIFY(!alarm->isVisible());
        const QSignalSpy alarmed(m_desk.get(), &GovernanceDesk::alarmed);
        const UserName account(u"break-glass"_s);
        const auto until = QDateTime::currentDateTimeUtc().addSecs(600);
        m_tenant->push(Message::BreakGlass{account, until, {}});
        QTRY_VERIFY(alarm->isVisible());
        m_tenant->push(Message::BreakGlass{account, until, u"10.0.0.7"_s});
        QTRY_COMPARE(alarmed.size(), 2);
        QVERIFY(alarmed.last().first().toString().contains(u"10.0.0.7"));
        m_tenant->push(Message::BreakGlass{account, {}, {}});
        QTRY_VERIFY(!alarm->isVisible());
        QCOMPARE(alarmed.size(), 3);
    }

    void aSecondFactorIsNeeded()
    {
        auto *needed = qobject_cast<QToolButton *>(m_desk->statusParts().at(3));
        QVERIFY(!needed->isVisible());
        QVERIFY(m_desk->secondFactor.isEnabled());
        const Grant grant{u"hunter"_s, {Permission::SecurityDataRead, Permission::Response}, {}, true};
        m_tenant->push(Message::GrantsChanged{{grant}});
        QTRY_VERIFY(needed->isVisible());
        m_tenant->push(Message::SecondFactor{0, SecondFactorState::Confirmed, false});
        needed->click();
        auto *dialog = this->dialog<SecondFactorDialog>();
        QVERIFY(dialog);
        auto *confirm = dialog->findChild<QPushButton *>(u"confirm"_s);
        auto *code = dialog->findChild<QLineEdit *>(u"code"_s);
        QTRY_VERIFY(shows(*dialog, u"Type the code"_s));
        // Whoever has one cannot put another in its place.
        QVERIFY(!dialog->findChild<QPushButton *>(u"make"_s)->isEnabled());
        for (const auto &typed : {u""_s, u"12345"_s, u"12345a"_s}) {
            code->setText(typed);
            QVERIFY(!confirm->isEnabled());
        }
        code->setText(u"123 456"_s);
        QVERIFY(confirm->isEnabled());
        m_tenant->codeRefusal = Error{ErrorCode::SecondFactorWrong, u"mia"_s, {}, {}};
        confirm->click();
        QTRY_VERIFY(shows(*dialog, u"not the code of this moment"_s));
        QVERIFY(dialog->isVisible());
        // What is said makes nothing else lower.
        QVERIFY(dialog->height() >= dialog->layout()->totalHeightForWidth(dialog->width()));
        m_tenant->codeRefusal.reset();
        code->setText(u"654321"_s);
        QVERIFY(!shows(*dialog, u"not the code of this moment"_s));
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(!dialog->isVisible());
        QCOMPARE(m_tenant->askedFor<Message::ShowSecondFactor>().front().code, u"123456"_s);
        QCOMPARE(m_tenant->askedFor<Message::ShowSecondFactor>().back().code, u"654321"_s);
        m_tenant->push(Message::GrantsChanged{Grants(std::vector<Grant>{grant}).unlocked().all()});
        QTRY_VERIFY(!needed->isVisible());
    }

    void aSecondFactorIsSetUp()
    {
        m_desk->secondFactor.trigger();
        auto *dialog = this->dialog<SecondFactorDialog>();
        auto *make = dialog->findChild<QPushButton *>(u"make"_s);
        QVERIFY(!dialog->findChild<QPushButton *>(u"confirm"_s)->isEnabled());
        QVERIFY(make->isEnabled());
        const auto fieldOf = [&](const QString &name) {
            const auto edits = dialog->findChildren<QLineEdit *>();
            return *std::ranges::find(edits, name, &QWidget::accessibleName);
        };
        QVERIFY(!fieldOf(u"Secret"_s)->isVisibleTo(dialog));
        make->click();
        QTRY_VERIFY(fieldOf(u"Secret"_s)->isVisibleTo(dialog));
        QCOMPARE(fieldOf(u"Secret"_s)->text(), u"GEZD GNBV GY3T QOJQ"_s);
        QCOMPARE(fieldOf(u"Address"_s)->text(), u"otpauth://totp/Sonde:mia?secret=GEZDGNBVGY3TQOJQ&issuer=Sonde"_s);
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Copy")
                button->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), fieldOf(u"Address"_s)->text());
        m_tenant->push(Message::SecondFactor{0, SecondFactorState::Unconfirmed, false});
        auto *confirm = dialog->findChild<QPushButton *>(u"confirm"_s);
        dialog->findChild<QLineEdit *>(u"code"_s)->setText(u"123456"_s);
        QTRY_VERIFY(confirm->isEnabled());
        QCOMPARE(WidgetAudit::nameless(*dialog), QStringList());
        QCOMPARE(WidgetAudit::guessing(*dialog), QStringList());
        QCOMPARE(WidgetAudit::unexplained(*dialog), QStringList());
        confirm->click();
        QTRY_VERIFY(!dialog->isVisible());
        // It is said only once.
        m_tenant->push(Message::SecondFactor{0, SecondFactorState::Confirmed, true});
        QTRY_VERIFY(!this->dialog<SecondFactorDialog>());
        m_desk->secondFactor.trigger();
        QTRY_VERIFY(shows(*this->dialog<SecondFactorDialog>(), u"holds for this sign-in"_s));
        for (const auto *edit : this->dialog<SecondFactorDialog>()->findChildren<QLineEdit *>())
            QVERIFY(edit->text().isEmpty());
    }

    void itsWidgetsAreNamed()
    {
        auto hostile = record(12);
        hostile.line = u"run <b>x</b>\u202e"_s;
        push({record(11), hostile});
        pushRole(5min);
        m_desk->openApprovals(CommandId(12));
        QTRY_VERIFY(role()->isVisible());
        auto *dialog = this->dialog<ApprovalsDialog>();
        for (QWidget *root : std::initializer_list<QWidget *>{m_window.get(), dialog}) {
            QCOMPARE(WidgetAudit::nameless(*root), QStringList());
            QCOMPARE(WidgetAudit::guessing(*root), QStringList());
            QCOMPARE(WidgetAudit::unexplained(*root), QStringList());
        }
        QVERIFY(!shows(*dialog, u"\u202e"_s));
    }
};

QTEST_MAIN(TestGovernance)
#include "tst_governance.moc"
