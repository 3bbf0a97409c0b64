// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/controllers/scriptedtenant.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/fakedevices.h"
#include "tests/ui/widgetaudit.h"
#include "ui/activity/activitypage.h"
#include "ui/theme/emptystate.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <ctime>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// The list of what was done in a tenant, over a scripted service.
class ActivityPageTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    std::unique_ptr<ScriptedTenant> m_tenant;
    std::unique_ptr<TenantClient> m_client;
    std::unique_ptr<DeviceModel> m_devices;
    std::unique_ptr<ActivityModel> m_model;
    std::unique_ptr<ActivityController> m_controller;
    std::unique_ptr<ActivityPage> m_page;

    [[nodiscard]] QTableView *table() const { return m_page->findChild<QTableView *>(); }
    [[nodiscard]] QLineEdit *filter() const { return m_page->findChild<QLineEdit *>(); }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QString cell(int row, ActivityModel::Column column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] ActivityRecord record(quint64 number) const
    {
        return {number, QDateTime::currentDateTimeUtc().addSecs(-3600 + qint64(number)),
            number % 2 ? u"aya.tanaka"_s : u"k.sato"_s, m_devices->device(0)->id, SessionId(3), CommandId(100 + number),
            u"command-accepted"_s, u"fileinfo /tmp/evil-%1"_s.arg(number)};
    }
    void show(quint64 count)
    {
        for (quint64 number = count; number > 0; --number)
            m_tenant->activity.push_back(record(number));
        m_page->show();
        QTRY_VERIFY(table()->model()->rowCount() > 0);
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
        m_model = std::make_unique<ActivityModel>();
        m_controller = std::make_unique<ActivityController>(*m_client, *m_model);
        m_page = std::make_unique<ActivityPage>(*m_controller, *m_devices, m_look->theme, m_look->settings);
        m_page->resize(1200, 700);
    }
    void cleanup()
    {
        m_page.reset();
        m_controller.reset();
        m_client.reset();
        m_tenant.reset();
    }

    void everyWidgetHasItsName()
    {
        show(5);
        QCOMPARE(WidgetAudit::nameless(*m_page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::guessing(*m_page).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::unexplained(*m_page).join(u'\n'), QString());
        const QAbstractItemModelTester tester(table()->model());
    }

    void theNewestIsShownInWords()
    {
        ActivityRecord refused = record(9);
        refused.kind = u"sign-in-refused"_s;
        refused.what = u"eve \u202e192.0.2.7"_s;
        refused.outcome = ActivityOutcome::Refused;
        refused.session = {};
        m_tenant->activity.push_back(refused);
        show(2);
        QCOMPARE(cell(0, ActivityModel::What), u"Sign-in refused: eve [U+202E]192.0.2.7"_s);
        QCOMPARE(cell(0, ActivityModel::Outcome), u"refused"_s);
        QCOMPARE(cell(1, ActivityModel::What), u"fileinfo /tmp/evil-2"_s);
        QVERIFY(table()->isColumnHidden(ActivityModel::Found));
        // It was done in no session.
        QVERIFY(button(u"Show in its session"_s)->isVisible() && !button(u"Show in its session"_s)->isEnabled());
    }

    void theRestComesAsSomebodyScrolls()
    {
        show(1000);
        QVERIFY(table()->model()->rowCount() < 500);
        while (table()->model()->canFetchMore({})) {
            const int before = table()->model()->rowCount();
            table()->scrollToBottom();
            QTRY_VERIFY(table()->model()->rowCount() > before || !table()->model()->canFetchMore({}));
        }
        QCOMPARE(table()->model()->rowCount(), 1000);
        QCOMPARE(cell(999, ActivityModel::What), u"fileinfo /tmp/evil-1"_s);
    }

    void theBoxSearchesAndFilters()
    {
        show(20);
        QTest::keyClicks(filter(), u"evil-7"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QVERIFY(!table()->isColumnHidden(ActivityModel::Found));
        filter()->setText(u"user:k.sato"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 10);
        filter()->setText(u"nothing-like-it"_s);
        QTRY_VERIFY(m_page->findChild<EmptyState *>()->isVisible());
        QTest::keyClick(filter(), Qt::Key_Escape);
        QTRY_COMPARE(table()->model()->rowCount(), 20);
        filter()->setText(u"outcome:nonsense"_s);
        QTRY_VERIFY(m_page->findChild<EmptyState *>()->isVisible());
        QVERIFY(!button(u"Export…"_s)->isVisible());
        const auto last = m_tenant->askedFor<Message::FetchActivity>().back();
        QVERIFY(!last.filter.outcome);
    }

    void theKeysLeadToTheCommand()
    {
        show(3);
        QSignalSpy wanted(m_page.get(), &ActivityPage::commandRequested);
        filter()->setFocus();
        QTest::keyClick(filter(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().at(0).value<SessionId>(), SessionId(3));
        QCOMPARE(wanted.front().at(2).value<CommandId>(), CommandId(103));
    }

    /// Counted in time of the processor: a machine may be busy with something else.
    void aLongListStaysFluid()
    {
        show(1);
        double longest = 0;
        const auto measured = [&longest](const auto &step) {
            const std::clock_t before = std::clock();
            step();
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            longest = std::max(longest, 1000.0 * double(std::clock() - before) / CLOCKS_PER_SEC);
        };
        for (quint64 first = 200'000; first > 100'000; first -= 200) {
            std::vector<ActivityRecord> records;
            for (quint64 number = first; number > first - 200; --number)
                records.push_back(record(number));
            measured([&] { m_model->append(records, first == 100'200); });
        }
        QCOMPARE(table()->model()->rowCount(), 100'001);
        table()->setFocus();
        measured([&] { QTest::keyClick(table(), Qt::Key_End, Qt::ControlModifier); });
        for (int i = 0; i < 100; ++i)
            measured([&] { QTest::keyClick(table(), i % 2 ? Qt::Key_Up : Qt::Key_PageUp); });
        measured([&] { m_page->resize(1500, 900); });
        measured([&] { table()->scrollToTop(); });
        qInfo("longest step: %.1f ms", longest);
        QVERIFY2(longest < 100, qPrintable(QString::number(longest)));
    }

    void whatIsNotSearchedYetIsSaid()
    {
        m_tenant->activityIndexed = 3;
        m_tenant->activityLast = 20;
        show(5);
        const auto said = [this] {
            return std::ranges::any_of(m_page->findChildren<QLabel *>(),
                [](const QLabel *label) { return label->isVisible() && label->text().contains(u"17 latest"); });
        };
        QVERIFY(said());
        filter()->setText(u"nothing-like-it"_s);
        QTRY_VERIFY(m_page->findChild<EmptyState *>()->isVisible());
        QTRY_VERIFY(said());
    }

    void aRefusalOfTheRestIsSaid()
    {
        show(1000);
        m_tenant->journalRefusal = Error{ErrorCode::StorageFailed, {}, {}, {}};
        table()->scrollToBottom();
        QTRY_VERIFY(m_controller->failure());
        QVERIFY(std::ranges::any_of(m_page->findChildren<QLabel *>(),
            [](const QLabel *label) { return label->isVisible() && label->text().contains(u"could not be fetched"); }));
        QVERIFY(table()->isVisible());
    }

    void whatIsNotClearIsSaidWithWhatWouldBe()
    {
        show(2);
        const auto said = [this](const QString &typed) {
            m_page->setFilter(typed);
            const auto *empty = m_page->findChild<EmptyState *>();
            return QTest::qWaitFor([empty] { return empty->isVisible(); }) ? empty : nullptr;
        };
        const auto texts = [](const EmptyState *empty) {
            QStringList all;
            for (const QLabel *label : empty->findChildren<QLabel *>())
                all += label->text();
            return all.join(u'\n');
        };
        const auto *outcome = said(u"outcome:bogus"_s);
        QVERIFY(outcome);
        QVERIFY2(texts(outcome).contains(u"planned"), qPrintable(texts(outcome)));
        const auto *time = said(u"from:yesterday"_s);
        QVERIFY(time);
        QTRY_VERIFY2(texts(time).contains(u"2026-11-26"), qPrintable(texts(time)));
    }

    /// Nobody reads the protocol's English, nor a line that does not say what it is about.
    void linesSayWhatTheyAreAbout()
    {
        ActivityRecord cancelled = record(9);
        cancelled.kind = u"cancel-asked"_s;
        cancelled.what.clear();
        cancelled.command = CommandId(45);
        m_tenant->activity.push_back(cancelled);
        show(2);
        QCOMPARE(cell(0, ActivityModel::What), u"Command cancelled: command 45"_s);
    }

    void decisionsAndEndsAreSaidInWords()
    {
        const auto add = [this](const QString &kind, const QString &what, ActivityOutcome outcome) {
            ActivityRecord said = record(100 - m_tenant->activity.size());
            said.actor = u"sam"_s;
            said.kind = kind;
            said.what = what;
            said.outcome = outcome;
            m_tenant->activity.push_back(said);
        };
        add(u"approval-decided"_s, u"collect (seen)"_s, ActivityOutcome::Done);
        add(u"approval-decided"_s, u"collect (no)"_s, ActivityOutcome::Refused);
        add(u"session-disconnected"_s, u"ben: user"_s, ActivityOutcome::Done);
        add(u"session-disconnected"_s, u"sam: user"_s, ActivityOutcome::Done);
        add(u"session-disconnected"_s, u"ben: taken-over"_s, ActivityOutcome::Done);
        add(u"session-disconnected"_s, u"as an earlier service says it"_s, ActivityOutcome::Done);
        add(u"stepped-in"_s, u"ben"_s, ActivityOutcome::Done);
        add(u"user-added"_s, u"cleo (global-administrator, tier 1)"_s, ActivityOutcome::Done);
        add(u"role-elevated"_s, u"ben: security-administrator (a case (7))"_s, ActivityOutcome::Done);
        add(u"elevation-ended"_s, u"ben: security-administrator"_s, ActivityOutcome::Done);
        show(1);
        const QStringList said{u"Line approved: collect (seen)"_s, u"Line denied: collect (no)"_s,
            u"Session ended: ben, closed by sam"_s, u"Session ended: sam, disconnected by the user"_s,
            u"Session ended: ben, taken over by sam"_s, u"Session ended: as an earlier service says it"_s,
            u"Acts in another’s session: ben"_s, u"User added: cleo (global administrator, tier 1)"_s,
            u"Role taken for a time: ben: security administrator (a case (7))"_s,
            u"Role for a time ended: ben: security administrator"_s};
        QStringList shown;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            shown += cell(row, ActivityModel::What);
        for (const QString &line : said)
            QVERIFY2(shown.contains(line), qPrintable(line + u" in "_s + shown.join(u" | "_s)));
    }

    void aRefusalIsSaid()
    {
        m_tenant->journalRefusal = Error{ErrorCode::NotPermitted, u"mia"_s, {}, {}};
        m_page->show();
        QTRY_VERIFY(m_controller->failure());
        QVERIFY(m_page->findChild<EmptyState *>()->isVisible());
    }

    void everythingIsExported()
    {
        show(450);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"activity.csv"_s);
        ActivitySaver saver(*m_client, {});
        QSignalSpy finished(&saver, &ActivitySaver::finished);
        saver.start(path, ActivityFormat::Csv, [](const DeviceId &) { return u"desk-1"_s; }, {});
        QVERIFY(finished.wait());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 451);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    }
};

QTEST_MAIN(ActivityPageTest)
#include "tst_activitypage.moc"
