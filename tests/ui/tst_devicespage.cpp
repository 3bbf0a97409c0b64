// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/sessionlistmodel.h"
#include "tests/ui/brackets.h"
#include "tests/ui/fakedevices.h"
#include "tests/ui/widgetaudit.h"
#include "ui/devices/conditionlist.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicespage.h"
#include "ui/devices/devicetable.h"
#include "ui/devices/devicetextmodel.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

class TestDevicesPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void filterNarrowsAndCounts();
    void filterErrorIsShown();
    void nothingMatchesOffersToClear();
    void arrowsLeadIntoTheTableAndBack();
    void enterStartsOrGoesToTheSession();
    void enterInTheFilterIsForTheDeviceThatIsMeant();
    void whatIsTypedGoesToTheFilter();
    void theFilterHasTheFocusWhenThereIsAList();
    void unmetConditionDisablesTheButton();
    void mineIsGoneTo();
    void aDeviceIsIsolatedAndReleasedByAQuestion();
    void titlesOfFactsAreReadWhole();
    void recentSessionsAreLiveAndCanBeRead();
    void nothingStartsOnADeviceThatIsHidden();
    void whatIsInTheWayStandsFirst();
    void nobodyIsOnlineWithoutTheService();
    void aSilentDeviceIsNotCalledOnline();
    void selectionSurvivesUpdatesAndFilters();
    void hostileNamesAreMarked();
    void everythingIsNamedAndPlain();
    void devicePageGoesBelowInANarrowWindow();
    void textModelIsAModel();

private:
    [[nodiscard]] QLineEdit *filter() const { return m_page->findChild<QLineEdit *>(); }
    [[nodiscard]] DeviceTable *table() const { return m_page->findChild<DeviceTable *>(); }
    [[nodiscard]] QPushButton *start() const { return m_page->findChild<DevicePage *>()->startButton(); }
    [[nodiscard]] EmptyState *empty() const { return m_page->findChild<EmptyState *>(); }
    [[nodiscard]] QStringList shownTexts() const;
    void selectNamed(const QString &name);

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DeviceModel> m_devices;
    std::unique_ptr<DevicesPage> m_page;
};

void TestDevicesPage::init()
{
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_s));
    m_theme = std::make_unique<Theme>(*m_settings);
    m_theme->applyToApplication();
    m_devices = std::make_unique<DeviceModel>();
    m_page = std::make_unique<DevicesPage>(*m_devices, *m_theme, *m_settings);
    m_page->setReader({u"aya.tanaka"_s, {}});
    m_page->resize(1280, 760);
    m_page->show();
    m_devices->update(FakeDevices::all());
    m_page->showInventory();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestDevicesPage::cleanup()
{
    m_page.reset();
    m_devices.reset();
    m_theme.reset();
    m_settings.reset();
}

QStringList TestDevicesPage::shownTexts() const
{
    QStringList texts;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts;
}

void TestDevicesPage::selectNamed(const QString &name)
{
    for (int row = 0; row < m_devices->rowCount(); ++row) {
        if (m_devices->device(row)->facts.name == name)
            table()->selectRow(row);
    }
}

void TestDevicesPage::filterNarrowsAndCounts()
{
    QTest::keyClicks(filter(), u"group:servers"_s);
    QCOMPARE(m_devices->rowCount(), 3);
    QVERIFY2(shownTexts().join(u'\n').contains("3 of 7 device"_L1), qUtf8Printable(shownTexts().join(u'\n')));
    QTest::keyClick(filter(), Qt::Key_Escape);
    QCOMPARE(m_devices->rowCount(), 7);
}

void TestDevicesPage::filterErrorIsShown()
{
    const auto before = shownTexts().size();
    QTest::keyClicks(filter(), u"online:maybe"_s);
    QVERIFY(m_devices->filterError().has_value());
    QCOMPARE(shownTexts().size(), before + 1);
    filter()->clear();
    QCOMPARE(shownTexts().size(), before);
}

void TestDevicesPage::nothingMatchesOffersToClear()
{
    QTest::keyClicks(filter(), u"no-such-device"_s);
    QVERIFY(empty()->isVisible());
    QVERIFY(!table()->isVisible());
    auto *clear = empty()->findChild<QPushButton *>();
    QVERIFY(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(filter()->text().isEmpty());
    QVERIFY(table()->isVisible());
}

void TestDevicesPage::arrowsLeadIntoTheTableAndBack()
{
    filter()->setFocus();
    QTRY_VERIFY(filter()->hasFocus());
    QTest::keyClick(filter(), Qt::Key_Down);
    QTRY_VERIFY(table()->hasFocus());
    QVERIFY(table()->currentIndex().isValid());
    table()->selectRow(0);
    QTest::keyClick(table(), Qt::Key_Up);
    QTRY_VERIFY(filter()->hasFocus());
}

void TestDevicesPage::enterStartsOrGoesToTheSession()
{
    QSignalSpy started(m_page.get(), &DevicesPage::startRequested);
    QSignalSpy gone(m_page.get(), &DevicesPage::sessionRequested);
    selectNamed(u"srv-web-1"_s);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.at(0).at(0).value<DeviceId>(), table()->currentDevice());

    m_page->setReader({u"k.sato"_s, {}});
    selectNamed(u"srv-db-3"_s);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone.at(0).at(0).value<SessionId>(), SessionId(41));
    QCOMPARE(started.size(), 1);
}

void TestDevicesPage::enterInTheFilterIsForTheDeviceThatIsMeant()
{
    QSignalSpy started(m_page.get(), &DevicesPage::startRequested);
    selectNamed(u"srv-web-1"_s);
    filter()->setFocus();
    QTest::keyClick(filter(), Qt::Key_Return); // it is shown beside the list
    QCOMPARE(started.size(), 1);
    QTest::keyClicks(filter(), u"srv"_s);
    QVERIFY(table()->model()->rowCount() > 1);
    QTest::keyClick(filter(), Qt::Key_Return); // it could be any of them
    QCOMPARE(started.size(), 1);
    QTRY_VERIFY(table()->hasFocus());
    filter()->setText(u"srv-web-1"_s);
    QCOMPARE(table()->model()->rowCount(), 1);
    QTest::keyClick(filter(), Qt::Key_Return);
    QCOMPARE(started.size(), 2);
}

void TestDevicesPage::whatIsTypedGoesToTheFilter()
{
    table()->selectRow(0);
    table()->setFocus();
    QTRY_VERIFY(table()->hasFocus());
    QTest::keyClicks(table(), u"w"_s);
    QTRY_VERIFY(filter()->hasFocus());
    QCOMPARE(filter()->text(), u"w"_s);
}

/// It could not have it before.
void TestDevicesPage::theFilterHasTheFocusWhenThereIsAList()
{
    table()->setFocus();
    QTRY_VERIFY(table()->hasFocus());
    m_page->showFailure({ErrorCode::CannotConnect, {}, {}, {}});
    QVERIFY(!filter()->isEnabled());
    m_page->showInventory();
    QTRY_VERIFY(filter()->hasFocus());
}

void TestDevicesPage::unmetConditionDisablesTheButton()
{
    QSignalSpy asked(m_page.get(), &DevicesPage::eligibilityRequested);
    selectNamed(u"srv-db-3"_s);
    QCOMPARE(asked.size(), 1);
    const DeviceId device = table()->currentDevice();
    QVERIFY(!start()->isEnabled());

    m_page->setEligibility(device, FakeDevices::eligibility(false));
    QVERIFY(!start()->isEnabled());
    QVERIFY(start()->toolTip().contains("k.sato"_L1));
    QCOMPARE(start()->accessibleName(), u"Start live response session"_s);

    m_page->setEligibility(device, FakeDevices::eligibility(true));
    QVERIFY(start()->isEnabled());
    QVERIFY(start()->toolTip().isEmpty());

    m_page->setEligibility(DeviceId(u"another"_s), fail(ErrorCode::DeviceUnknown, u"another"_s));
    QVERIFY2(start()->isEnabled(), "an answer for another device must not count");
}

void TestDevicesPage::mineIsGoneTo()
{
    m_page->setReader({u"k.sato"_s, {}});
    selectNamed(u"srv-db-3"_s);
    QSignalSpy gone(m_page.get(), &DevicesPage::sessionRequested);
    QVERIFY(start()->isEnabled());
    QCOMPARE(start()->text(), u"Go to session"_s);
    QTest::mouseClick(start(), Qt::LeftButton);
    QCOMPARE(gone.size(), 1);
}

void TestDevicesPage::aDeviceIsIsolatedAndReleasedByAQuestion()
{
    const auto button = [this](const QString &text) -> QPushButton * {
        for (auto *one : m_page->findChild<DevicePage *>()->findChildren<QPushButton *>()) {
            if (one->text() == text && one->isVisible())
                return one;
        }
        return nullptr;
    };
    selectNamed(u"ws-0142"_s);
    QSignalSpy acts(m_page.get(), &DevicesPage::actRequested);
    QVERIFY(
        button(u"Isolate…"_s) && !button(u"Isolate…"_s)->isEnabled()); // whether a session can start is not known yet
    const DeviceRecord device = *m_devices->device(table()->currentIndex().row());
    m_page->setEligibility(device.id, FakeDevices::eligibility(true));
    m_page->setReader({u"ada"_s, builtInGrants({Role::Analyst})});
    QVERIFY(!button(u"Isolate…"_s)->isEnabled());
    QVERIFY(!button(u"Isolate…"_s)->toolTip().isEmpty());
    m_page->setReader({u"ada"_s, builtInGrants({Role::GlobalAdministrator})});
    button(u"Isolate…"_s)->click();
    QCOMPARE(acts.size(), 1);
    QCOMPARE(acts.last(), (QVariantList{QVariant::fromValue(device.id), u"isolate"_s}));
    DeviceRecord isolated = device;
    isolated.facts.isolation = IsolationFacts{.state = IsolationState::Partly, .wanted = true};
    m_devices->update({isolated});
    QVERIFY(!button(u"Isolate…"_s));
    button(u"Release…"_s)->click();
    QCOMPARE(acts.last().at(1).toString(), u"release"_s);
    QSignalSpy list(m_page.get(), &DevicesPage::remediationsRequested);
    button(u"Remediations"_s)->click();
    QCOMPARE(list.last().at(0).toString(), u"ws-0142"_s);
    selectNamed(u"srv-mail"_s);
    DeviceRecord windows = *m_devices->device(table()->currentIndex().row());
    windows.facts.platform = Platform::Windows; // nobody isolates that yet
    m_devices->update({windows});
    QVERIFY(!button(u"Isolate…"_s));
}

/// In any language, the width of the page being what it is.
void TestDevicesPage::titlesOfFactsAreReadWhole()
{
    selectNamed(u"ws-0142"_s);
    Brackets longer; // than in English
    QCoreApplication::installTranslator(&longer);
    const auto back = qScopeGuard([&longer] { QCoreApplication::removeTranslator(&longer); });
    const auto titles = [this] {
        QList<QLabel *> found;
        for (QLabel *label : m_page->findChild<DevicePage *>()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(u"«Automation level"_s))
                found += label;
        }
        return found;
    };
    QTRY_COMPARE(titles().size(), 1);
    const QLabel *title = titles().constFirst();
    QVERIFY(title->wordWrap());
    QTRY_VERIFY(title->height() >= title->heightForWidth(title->width()));
}

void TestDevicesPage::recentSessionsAreLiveAndCanBeRead()
{
    SessionListModel sessions;
    m_page->setSessions(sessions);
    selectNamed(u"ws-0142"_s);
    const DeviceId device = m_devices->device(table()->currentIndex().row())->id;
    Message::Eligibility answer = FakeDevices::eligibility(true);
    SessionRecord live;
    live.id = SessionId(7);
    live.device = device;
    live.createdBy = u"aya.tanaka"_s;
    live.state = SessionState::Connected;
    live.started = QDateTime::currentDateTimeUtc();
    live.commandCount = 1;
    answer.recent.front().id = SessionId(3);
    answer.recent.front().device = device;
    answer.recent.insert(answer.recent.begin(), live);
    m_page->setEligibility(device, answer);
    const auto buttons = [this] {
        QStringList texts;
        for (const QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->text().contains(u"aya.tanaka"_s) && button->isVisible())
                texts << button->text();
        }
        return texts;
    };
    QTRY_COMPARE(buttons().size(), 2);
    QVERIFY2(
        buttons().constFirst().endsWith(u" · aya.tanaka\n1 command(s) · live"_s), qPrintable(buttons().constFirst()));
    live.commandCount = 49;
    sessions.update({live});
    QVERIFY2(buttons().constFirst().contains(u"\n49 command(s) · "_s), qPrintable(buttons().constFirst()));
    m_page->hide(); // its session is in front
    live.commandCount = 50;
    sessions.update({live});
    m_page->show();
    QVERIFY2(buttons().constFirst().contains(u"\n50 command(s) · "_s), qPrintable(buttons().constFirst()));

    QSignalSpy read(m_page.get(), &DevicesPage::readRequested);
    QPushButton *past = nullptr;
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->text().contains(u"\n31 command(s) · "_s))
            past = button;
    }
    QVERIFY(past);
    QVERIFY(past->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(past, Qt::Key_Space);
    QCOMPARE(read.size(), 1);
    QCOMPARE(read.front().front().value<SessionRecord>().id, SessionId(3));

    // Only their own, and administrators all.
    QVERIFY(past->isEnabled());
    m_page->setReader({u"k.sato"_s, {}});
    QVERIFY(!past->isEnabled());
    QVERIFY2(past->toolTip().contains(u"This is a session of aya.tanaka"_s), qPrintable(past->toolTip()));
    m_page->setReader({u"k.sato"_s, builtInGrants({Role::SecurityAdministrator})});
    QVERIFY(past->isEnabled());
    QVERIFY2(past->toolTip().contains(u"Read this session"_s), qPrintable(past->toolTip()));

    live.id = SessionId(8); // begun since the service was asked
    sessions.update({live});
    QTRY_COMPARE(buttons().size(), 3);
}

void TestDevicesPage::nothingStartsOnADeviceThatIsHidden()
{
    selectNamed(u"ws-0142"_s);
    m_page->setEligibility(m_devices->device(table()->currentIndex().row())->id, FakeDevices::eligibility(true));
    QVERIFY(start()->isEnabled());
    QSignalSpy started(m_page.get(), &DevicesPage::startRequested);
    QTest::keyClicks(filter(), u"group:servers"_s);
    QVERIFY(!start()->isEnabled());
    m_page->startCurrent();
    QVERIFY(started.isEmpty());
    filter()->clear();
    QVERIFY(start()->isEnabled());
}

void TestDevicesPage::whatIsInTheWayStandsFirst()
{
    selectNamed(u"srv-db-3"_s);
    m_page->setEligibility(m_devices->device(table()->currentIndex().row())->id, FakeDevices::eligibility(false));
    const auto *conditions = m_page->findChild<ConditionList *>();
    QStringList spoken;
    for (const QLabel *label : conditions->findChildren<QLabel *>()) {
        if (!label->accessibleName().isEmpty())
            spoken << label->accessibleName();
    }
    QCOMPARE(spoken.size(), 8);
    QVERIFY2(spoken.constFirst().startsWith(u"Not met"_s), qPrintable(spoken.join(u'\n')));
}

void TestDevicesPage::nobodyIsOnlineWithoutTheService()
{
    selectNamed(u"ws-0142"_s);
    const auto cell = [this](DeviceModel::Column column) {
        const QModelIndex at = table()->currentIndex();
        return at.siblingAtColumn(column).data().toString();
    };
    QCOMPARE(cell(DeviceModel::State), u"online"_s);
    QCOMPARE(cell(DeviceModel::LastSeen), u"< 1 min"_s);
    m_page->setAsOf(QDateTime::currentDateTimeUtc().addSecs(-300));
    QCOMPARE(cell(DeviceModel::State), u"unknown"_s);
    QVERIFY(!table()->currentIndex().data(DeviceModel::OnlineRole).toBool());
    QCOMPARE(cell(DeviceModel::LastSeen), u"5 min"_s);
    m_page->setAsOf({});
    QCOMPARE(cell(DeviceModel::State), u"online"_s);
}

/// The age of the last word, and that nothing is certain since.
void TestDevicesPage::aSilentDeviceIsNotCalledOnline()
{
    DeviceRecord device;
    device.online = true;
    QVERIFY(!DeviceTextModel::lastHeard(device, {}).isValid());
    QCOMPARE(DeviceTextModel::presenceText(device, {}), u"online"_s);
    device.silentSince = QDateTime::currentDateTimeUtc().addSecs(-180);
    QCOMPARE(DeviceTextModel::lastHeard(device, {}), *device.silentSince);
    QCOMPARE(DeviceTextModel::presenceText(device, {}), u"no word for 3 min"_s);
}

void TestDevicesPage::selectionSurvivesUpdatesAndFilters()
{
    selectNamed(u"srv-mail"_s);
    const DeviceId device = table()->currentDevice();
    m_devices->update({FakeDevices::device(u"aaa-first"_s, u"Debian"_s, u"lab"_s, true, u"full"_s)});
    QCOMPARE(table()->currentDevice(), device);
    filter()->setText(u"srv"_s);
    QCOMPARE(table()->currentDevice(), device);
    filter()->setText(u"ws"_s);
    filter()->clear();
    QCOMPARE(m_page->findChild<DevicePage *>()->device().facts.name.isEmpty(), false);
    QVERIFY(table()->currentIndex().isValid());
}

void TestDevicesPage::hostileNamesAreMarked()
{
    selectNamed(u"ws-0201<b>\u202egpj.exe"_s);
    const QString shown = table()->currentIndex().siblingAtColumn(DeviceModel::Name).data().toString();
    QVERIFY(!shown.contains(QChar(0x202e)));
    QVERIFY(shown.contains("[U+202E]"_L1));
    for (const QString &text : shownTexts())
        QVERIFY2(!text.contains(QChar(0x202e)), qUtf8Printable(text));
}

void TestDevicesPage::everythingIsNamedAndPlain()
{
    selectNamed(u"srv-db-3"_s);
    m_page->setEligibility(table()->currentDevice(), FakeDevices::eligibility(false));
    QCOMPARE(WidgetAudit::nameless(*m_page).join(u'\n'), QString());
    QCOMPARE(WidgetAudit::guessing(*m_page).join(u'\n'), QString());
    QCOMPARE(WidgetAudit::unexplained(*m_page).join(u'\n'), QString());
    m_page->showFailure({ErrorCode::CannotConnect, u"127.0.0.1"_s, u"refused"_s, {}});
    QVERIFY(empty()->findChild<QPushButton *>()->isVisible());
    QCOMPARE(WidgetAudit::nameless(*m_page).join(u'\n'), QString());
    QCOMPARE(WidgetAudit::guessing(*m_page).join(u'\n'), QString());
    QCOMPARE(WidgetAudit::unexplained(*m_page).join(u'\n'), QString());
}

void TestDevicesPage::devicePageGoesBelowInANarrowWindow()
{
    auto *splitter = m_page->findChild<QSplitter *>();
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
    m_page->resize(700, 600);
    QCOMPARE(splitter->orientation(), Qt::Vertical);
    QCOMPARE_GT(table()->width(), 600);
    m_page->resize(1280, 760);
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
}

void TestDevicesPage::textModelIsAModel()
{
    DeviceTextModel text(*m_devices);
    const QAbstractItemModelTester tester(&text, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_devices->setFilter(u"srv"_s);
    m_devices->setFilter({});
    m_devices->update({FakeDevices::device(u"zzz"_s, u"Debian"_s, u"lab"_s, false, u"none"_s)});
    QCOMPARE(text.rowCount(), m_devices->rowCount());
    QCOMPARE(text.headerData(DeviceModel::LastSeen, Qt::Horizontal, Qt::DisplayRole).toString(), u"Last seen"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(DeviceTextModel::ageText(now.addSecs(-20), now), u"under 1 min"_s);
    QCOMPARE(DeviceTextModel::ageText(now.addSecs(-3 * 3600 - 5), now), u"3 h"_s);
}

QTEST_MAIN(TestDevicesPage)
#include "tst_devicespage.moc"
