// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/sessionlistmodel.h"
#include "tests/controllers/scriptedtenant.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/fakedevices.h"
#include "tests/ui/widgetaudit.h"
#include "ui/remediations/remediationspage.h"
#include "ui/theme/emptystate.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// The list of what was done to devices, over a scripted service.
class RemediationsPageTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    std::unique_ptr<ScriptedTenant> m_tenant;
    std::unique_ptr<TenantClient> m_client;
    std::unique_ptr<DeviceModel> m_devices;
    std::unique_ptr<ActListModel> m_acts;
    std::unique_ptr<ActListController> m_controller;
    std::unique_ptr<RemediationsPage> m_page;

    [[nodiscard]] QTableView *table() const { return m_page->findChild<QTableView *>(); }
    [[nodiscard]] QLineEdit *filter() const { return m_page->findChild<QLineEdit *>(); }
    [[nodiscard]] EmptyState *empty() const { return m_page->findChild<EmptyState *>(); }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        for (auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QString cell(int row, ActListModel::Column column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] ActSummary summary(quint64 number, ActState state = ActState::Done) const
    {
        ActSummary act;
        act.device = m_devices->device(0)->id;
        act.act = number;
        act.session = SessionId(3);
        act.command = CommandId(100 + number);
        act.time = QDateTime::currentDateTimeUtc().addSecs(-3600 + qint64(number));
        act.analyst = number % 2 ? u"aya.tanaka"_s : u"k.sato"_s;
        act.reason = u"case %1"_s.arg(number);
        act.id = u"/tmp/evil-%1"_s.arg(number);
        act.steps = 1;
        act.size = 4096;
        act.state = state;
        act.expires = QDateTime::currentDateTimeUtc().addDays(30);
        act.changed = number;
        return act;
    }

private Q_SLOTS:
    void init()
    {
        m_look = std::make_unique<Look>();
        m_look->theme.applyToApplication();
        m_tenant = std::make_unique<ScriptedTenant>();
        m_client = std::make_unique<TenantClient>(std::make_unique<LoopbackLink>(*m_tenant));
        m_client->signIn({});
        QTRY_VERIFY(m_client->isOnline());
        m_devices = std::make_unique<DeviceModel>();
        m_devices->update(FakeDevices::all());
        m_acts = std::make_unique<ActListModel>();
        m_controller = std::make_unique<ActListController>(*m_client, *m_acts);
        m_page = std::make_unique<RemediationsPage>(*m_controller, *m_devices, m_look->theme, m_look->settings);
        m_page->resize(1200, 700);
    }
    void cleanup()
    {
        m_page.reset();
        m_controller.reset();
        m_client.reset();
        m_tenant.reset();
    }

    /// Who was ended stays ended: without a file that was taken away there is nothing to undo.
    void whatLastsIsNotUndone()
    {
        ActSummary process = summary(1);
        process.type = EntityType::Process;
        process.id = u"evil (4711)"_s;
        process.size = 0;
        process.besides = QStringList{u"/tmp/evil"_s};
        m_tenant->acts = {process};
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(cell(0, ActListModel::Thing), u"evil (4711), /tmp/evil"_s);
        QCOMPARE(cell(0, ActListModel::Expires), QString());
        QTRY_VERIFY(button(u"Undo…"_s)->isVisible());
        QVERIFY(!button(u"Undo…"_s)->isEnabled());
    }

    /// Until when something can be undone is what one comes for.
    void aNarrowWindowKeepsWhatMatters()
    {
        m_tenant->acts = {summary(1)};
        m_page->resize(900, 600);
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        for (const auto column : {ActListModel::Thing, ActListModel::State, ActListModel::When, ActListModel::Device,
                 ActListModel::What, ActListModel::Expires, ActListModel::By})
            QVERIFY2(!table()->isColumnHidden(column), qPrintable(QString::number(column)));
    }

    /// A session that would be refused is not offered.
    void aSessionOfAnotherIsNotShown()
    {
        SessionListModel sessions;
        m_page->setSessions(sessions);
        m_page->setReader({u"mia"_s, {}});
        m_tenant->acts = {summary(1)};
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QPushButton *show = button(u"Show in its session"_s);
        QTRY_VERIFY(show->isVisible());
        QVERIFY(show->isEnabled()); // nobody here knows whose it is
        SessionRecord session;
        session.id = summary(1).session;
        session.createdBy = u"aya.tanaka"_s;
        sessions.update({session});
        QVERIFY(!show->isEnabled());
        QVERIFY2(show->toolTip().contains(u"This is a session of aya.tanaka"_s), qPrintable(show->toolTip()));
        QSignalSpy gone(m_page.get(), &RemediationsPage::commandRequested);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(gone.size(), 0);
        m_page->setReader({u"mia"_s, builtInGrants({Role::GlobalAdministrator})});
        QVERIFY(show->isEnabled());
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(gone.size(), 1);
    }

    void itIsFetchedWhenSomebodyLooks()
    {
        m_tenant->acts = {summary(1), summary(2)};
        bool answered = false; // whatever was asked before that is there, too
        m_client->request<Message::Done>(
            Message::WatchTenant{}, m_page.get(), [&answered](const Result<Message::Done> &) { answered = true; });
        QTRY_VERIFY(answered);
        QCOMPARE(m_tenant->askedFor<Message::FetchActs>().size(), 0);
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(cell(0, ActListModel::Thing), u"/tmp/evil-2"_s); // the newest first
        QCOMPARE(cell(0, ActListModel::Device), m_devices->device(0)->facts.name);
        QCOMPARE(cell(0, ActListModel::State), u"done"_s);
        QCOMPARE(cell(1, ActListModel::By), u"aya.tanaka"_s);
        QCOMPARE(cell(1, ActListModel::Why), u"case 1"_s);
        QCOMPARE(WidgetAudit::nameless(*m_page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::guessing(*m_page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::unexplained(*m_page).join(u'\n'), QString());
        const QAbstractItemModelTester tester(table()->model());
    }

    void whatChangesFollows()
    {
        m_tenant->acts = {summary(1)};
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QVERIFY(button(u"Undo…"_s)->isEnabled());
        ActSummary undone = summary(1, ActState::Undone);
        undone.undoneBy = 2;
        undone.changed = 9;
        m_tenant->acts = {undone};
        m_tenant->push(Message::ActsChanged{});
        QTRY_COMPARE(cell(0, ActListModel::State), u"undone"_s);
        QCOMPARE(cell(0, ActListModel::Expires), QString());
        QCOMPARE(m_tenant->askedFor<Message::FetchActs>().back().after, 1);
        QVERIFY(!button(u"Undo…"_s)->isEnabled());
    }

    void whatCannotBeUndoneSaysWhy()
    {
        ActSummary undone = summary(1, ActState::Undone);
        undone.undoneBy = 2;
        m_tenant->acts = {undone};
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(button(u"Undo…"_s)->accessibleDescription(), u"This was undone already, by act 2."_s);
    }

    void theTimeInWhichItCanBeUndoneEnds()
    {
        ActSummary act = summary(1);
        act.expires = QDateTime::currentDateTimeUtc().addMSecs(1500);
        m_tenant->acts = {act};
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_VERIFY(!button(u"Undo…"_s)->isEnabled());
        QCOMPARE(cell(0, ActListModel::Expires), u"over"_s);
        QVERIFY(button(u"Undo…"_s)->accessibleDescription().contains(u"is over"_s));
    }

    void aNewConnectionIsAskedAgain()
    {
        m_tenant->acts = {summary(1)};
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        m_tenant->acts.push_back(summary(2));
        m_tenant->drop();
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 2, 20000);
    }

    void undoIsAskedForWhereItWasDone()
    {
        m_tenant->acts = {summary(7)};
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QSignalSpy undo(m_page.get(), &RemediationsPage::undoRequested);
        QSignalSpy command(m_page.get(), &RemediationsPage::commandRequested);
        button(u"Undo…"_s)->click();
        QCOMPARE(undo.size(), 1);
        QCOMPARE(undo.at(0).at(1).toString(), u"undo file 7"_s);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(command.size(), 1);
        QCOMPARE(command.at(0).at(2).value<CommandId>(), CommandId(107));
    }

    void nothingIsUndoneThatCannotBe_data()
    {
        QTest::addColumn<ActKind>("kind");
        QTest::addColumn<ActState>("state");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("enabled");
        QTest::newRow("done") << ActKind::Remediate << ActState::Done << 30 << true;
        QTest::newRow("in part") << ActKind::Remediate << ActState::Partly << 30 << true;
        QTest::newRow("over") << ActKind::Remediate << ActState::Done << -1 << false;
        QTest::newRow("untouched") << ActKind::Remediate << ActState::Untouched << 30 << false;
        QTest::newRow("under way") << ActKind::Remediate << ActState::Begun << 30 << false;
        QTest::newRow("an undo") << ActKind::Undo << ActState::Done << 30 << false;
        QTest::newRow("an isolation") << ActKind::Isolate << ActState::Done << 30 << false;
    }
    void nothingIsUndoneThatCannotBe()
    {
        QFETCH(ActKind, kind);
        QFETCH(ActState, state);
        QFETCH(int, days);
        QFETCH(bool, enabled);
        ActSummary act = summary(1, state);
        act.kind = kind;
        act.expires = QDateTime::currentDateTimeUtc().addDays(days);
        m_tenant->acts = {act};
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(button(u"Undo…"_s)->isEnabled(), enabled);
    }

    void nothingThereIsSaid()
    {
        m_page->show();
        QTRY_VERIFY(m_controller->isListed());
        QVERIFY(empty()->isVisible());
        QVERIFY(!button(u"Undo…"_s)->isVisible());
        m_tenant->acts = {summary(1)};
        m_tenant->push(Message::ActsChanged{});
        QTRY_VERIFY(table()->isVisible());
        filter()->setText(u"nobody"_s);
        QVERIFY(empty()->isVisible());
        QTest::keyClick(filter(), Qt::Key_Escape);
        QVERIFY(table()->isVisible());
    }

    void hostileNamesAreMarked()
    {
        ActSummary act = summary(1);
        act.id = u"/tmp/\u202egpj.exe"_s;
        act.reason = u"<b>\nboo"_s;
        m_tenant->acts = {act};
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QVERIFY(cell(0, ActListModel::Thing).contains(u"[U+202E]"_s));
        QVERIFY(!cell(0, ActListModel::Why).contains(u'\n'));
    }

    void thousandsStayFluid()
    {
        constexpr int many = 20'000;
        for (int i = 1; i <= many; ++i)
            m_tenant->acts.push_back(summary(quint64(i)));
        m_page->show();
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), many, 30000);
        filter()->setText(u"k"_s); // the first time, what they say is made
        QElapsedTimer timer;
        timer.start();
        filter()->setText(u"k.sato evil-19998"_s);
        QCOMPARE(table()->model()->rowCount(), 1);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(RemediationsPageTest)
#include "tst_remediationspage.moc"
