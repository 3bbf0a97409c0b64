// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgetaudit.h"
#include "ui/devices/devicespage.h"
#include "ui/devices/devicetable.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/downloads/downloadspanel.h"
#include "ui/library/librarytextmodel.h"
#include "ui/session/sessionpage.h"
#include "ui/shell/downloadsdock.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainactions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notificationstrip.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/workstation.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QPushButton>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isThereBeforeTheTenant();
    void whatNobodySawIsNotMade();
    void failureNamesTheReasonAndRetries();
    void everythingIsNamedAndPlain();
    void timesHaveOneZone();
    void keysAreUnique();
    void shortcutsWindowKnowsThemAll();
    void languageSwitchesWhileRunning();
    void layoutIsRestored();
    void layoutIsWrittenWhenTheDesktopEnds();
    void downloadsStandBelow();
    void downloadsGiveTheFocusBack();
    void eachTabHasItsKey();
    void areasAreGoneRound();
    void notificationsTakeNoFocus();
    void notificationsDoNotFollowToOtherPages();
    void notificationsOfWhatIsInFrontGo();
    void notificationsCoverNothingByHalf();
    void downloadsLeaveTheWindowItsSize();
    void aNarrowBottomLineKeepsTheConnection();
    void helpNeedsNoDisplay();
    void itLeavesNoCore();
    void tourShowsARealSession();

private:
    void open();
    [[nodiscard]] QString text() const;
    void addDownload();
    [[nodiscard]] DownloadsDock &dock() const { return *m_window->findChild<DownloadsDock *>(); }
    [[nodiscard]] DownloadsPanel &panel() const { return *m_window->findChild<DownloadsPanel *>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Languages> m_languages;
    std::unique_ptr<Workstation> m_workstation;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"workstation.ini"_s));
    m_settings->set(Settled::Language, u"en"_s);
    QVERIFY(QFile(m_folder->filePath(u"occupied"_s)).open(QIODevice::WriteOnly));
    m_theme = std::make_unique<Theme>(*m_settings);
    m_theme->applyToApplication();
    m_languages = std::make_unique<Languages>(*m_settings, *m_theme);
    open();
}

void TestMainWindow::open()
{
    m_window.reset();
    // A file where the folder should be: the tenant cannot start, whichever programs are there.
    m_workstation = std::make_unique<Workstation>(QUrl(), UserName(), m_folder->filePath(u"occupied/tenant"_s));
    m_window = std::make_unique<MainWindow>(*m_workstation, *m_theme, *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_workstation.reset();
    m_languages.reset();
    m_theme.reset();
    m_settings.reset();
}

QString TestMainWindow::text() const
{
    QStringList texts;
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'\n');
}

void TestMainWindow::isThereBeforeTheTenant()
{
    QCOMPARE(m_window->tabs().count(), 5);
    QCOMPARE(m_window->tabs().tabText(0), u"Devices"_s);
    QCOMPARE(m_window->tabs().tabText(1), u"Library"_s);
    QVERIFY(text().contains("The tenant on this computer is starting."_L1));
    QCOMPARE(m_window->windowTitle(), u"Devices — Sonde"_s);
    m_window->tabs().showLibrary();
    QCOMPARE(m_window->windowTitle(), u"Library — Sonde"_s);
    m_window->tabs().showDevices();
    QVERIFY(!m_window->actions().startSession.isEnabled());
    QVERIFY(!m_window->actions().closeTab.isEnabled());
}

/// It would be styled and measured before the window is painted.
void TestMainWindow::whatNobodySawIsNotMade()
{
    const QWidget *administration = m_window->tabs().widget(4);
    QVERIFY(administration->findChildren<QTableView *>().isEmpty());
    for (const int page : {1, 2, 3, 4})
        QVERIFY2(!m_window->tabs().widget(page)->sizeHint().isValid(), qPrintable(QString::number(page)));
    m_window->tabs().setCurrentIndex(4);
    QTRY_VERIFY(!administration->findChildren<QTableView *>().isEmpty());
    QVERIFY(administration->sizeHint().isValid());
}

void TestMainWindow::failureNamesTheReasonAndRetries()
{
    m_workstation->start();
    QTRY_COMPARE(m_workstation->phase(), Workstation::Phase::Failed);
    QVERIFY(text().contains("The tenant cannot be reached"_L1));
    QVERIFY(text().contains("occupied"_L1));
    QPushButton *retry = nullptr;
    for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
        if (button->text() == "Retry"_L1)
            retry = button;
    }
    QVERIFY(retry && retry->isVisible());
    int phases = 0;
    connect(m_workstation.get(), &Workstation::phaseChanged, this, [&phases] { ++phases; });
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_COMPARE_GE(phases, 2); // starting, and failed again
}

void TestMainWindow::everythingIsNamedAndPlain()
{
    for (const QString &language : Languages::offered()) {
        m_settings->set(Settled::Language, language);
        QTRY_COMPARE(m_window->tabs().tabText(0), QCoreApplication::translate("Sonde::Client::SessionTabs", "Devices"));
        QCOMPARE(WidgetAudit::nameless(*m_window).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::guessing(*m_window).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::unexplained(*m_window).join(u'\n'), QString());
    }
}

void TestMainWindow::timesHaveOneZone()
{
    const auto library = [this] {
        LibraryTextModel files(m_workstation->library().files());
        return files.headerData(LibraryModel::When, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    QVERIFY2(text().contains("Times: UTC"_L1), qPrintable(text()));
    QCOMPARE(library(), u"When (UTC)"_s);
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", "Asia/Tokyo");
    m_settings->set(Settled::TimeZone, ZoneChoice::Local);
    QTRY_VERIFY(text().contains("Times: Asia/Tokyo"_L1));
    QCOMPARE(library(), u"When (Asia/Tokyo)"_s);
    m_settings->set(Settled::TimeZone, ZoneChoice::Device);
    QTRY_VERIFY(text().contains(u"Times: each device’s own"_s));
    QCOMPARE(library(), u"When (UTC)"_s); // what is about no device
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
}

void TestMainWindow::keysAreUnique()
{
    QSet<QString> seen;
    MainActions &is = m_window->actions();
    for (const QAction *action :
        {&is.closeTab, &is.quit, &is.startSession, &is.showDevices, &is.filterDevices, &is.nextTab, &is.previousTab,
            &is.nextArea, &is.previousArea, &is.sessionTabs.front(), &is.sessionTabs.back(), &is.largerText,
            &is.smallerText, &is.normalText, &is.fullScreen, &is.settings, &is.shortcuts}) {
        QVERIFY2(!action->shortcuts().isEmpty(), qUtf8Printable(action->text()));
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!seen.contains(key.toString()), qUtf8Printable(key.toString()));
            seen.insert(key.toString());
        }
    }
}

void TestMainWindow::shortcutsWindowKnowsThemAll()
{
    m_window->actions().shortcuts.trigger();
    auto *dialog = m_window->findChild<ShortcutsDialog *>();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QTreeWidget *>();
    QStringList texts;
    for (int g = 0; g < list->topLevelItemCount(); ++g) {
        for (int i = 0; i < list->topLevelItem(g)->childCount(); ++i)
            texts << list->topLevelItem(g)->child(i)->text(0);
    }
    for (const QString &wanted :
        {u"Start live response session"_s, u"Filter devices"_s, u"Shortcuts"_s, u"Clear the filter"_s})
        QVERIFY2(texts.contains(wanted), qUtf8Printable(wanted));
    for (const ShortcutLine &line : SessionPage::keys())
        QVERIFY2(texts.contains(line.text), qUtf8Printable(line.text));
}

void TestMainWindow::languageSwitchesWhileRunning()
{
    auto *filter = m_window->findChild<DevicesPage *>()->findChild<QLineEdit *>();
    const QString english = filter->placeholderText();
    m_settings->set(Settled::Language, u"ja"_s);
    QTRY_COMPARE(m_window->tabs().tabText(0), u"デバイス"_s);
    QCOMPARE(m_window->actions().startSession.text(), u"ライブ応答セッションの開始(&S)"_s);
    QVERIFY(filter->placeholderText().contains(u"デバイス"_s));
    QCOMPARE(filter->locale().language(), QLocale::Japanese); // whose numbers and times it shows
    QVERIFY(text().contains(u"テナント"_s));
    m_settings->set(Settled::Language, u"fr"_s);
    QTRY_COMPARE(m_window->tabs().tabText(0), u"Appareils"_s);
    m_settings->set(Settled::Language, u"en"_s);
    QTRY_COMPARE(filter->placeholderText(), english);
    QCOMPARE(m_window->tabs().tabText(0), u"Devices"_s);
}

void TestMainWindow::layoutIsRestored()
{
    m_window->resize(711, 533);
    auto *table = m_window->findChild<DeviceTable *>();
    QMenu menu;
    table->fillColumnsMenu(menu);
    menu.actions().at(DeviceModel::Tags)->setChecked(true);
    table->setColumnWidth(DeviceModel::Name, 222);
    const int width = table->columnWidth(DeviceModel::Name);
    open();
    QCOMPARE(m_window->size(), QSize(711, 533));
    table = m_window->findChild<DeviceTable *>();
    QMenu later;
    table->fillColumnsMenu(later);
    QVERIFY(later.actions().at(DeviceModel::Tags)->isChecked());
    QTRY_COMPARE(table->columnWidth(DeviceModel::Name), width);
}

/// The program may be ended right after it was told.
void TestMainWindow::layoutIsWrittenWhenTheDesktopEnds()
{
    const auto written = [this] {
        QFile file(m_folder->filePath(u"workstation.ini"_s));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    m_window->resize(711, 533);
    auto *manager = reinterpret_cast<QSessionManager *>(qApp); // only a session makes one, and nobody asks it anything
    Q_EMIT qApp->commitDataRequest(*manager);
    for (const char *key : {"[window]", "geometry=", "panels=", "[devices]", "[library]", "[downloads]"})
        QVERIFY2(written().contains(key), key);
    QCOMPARE(m_settings->get(Settled::WindowGeometry), m_window->saveGeometry());
}

void TestMainWindow::downloadsStandBelow()
{
    QVERIFY(!dock().isVisible());
    m_window->actions().showDownloads.trigger();
    QTRY_VERIFY(panel().isVisible());
    QVERIFY(text().contains("Nothing was downloaded yet"_L1));
    QVERIFY(dock().geometry().top() >= m_window->centralWidget()->geometry().bottom());
    open(); // the next time they are where they were
    QTRY_VERIFY(dock().isVisible());
    QTRY_VERIFY(m_window->actions().showDownloads.isChecked());
    Q_EMIT panel().closeRequested();
    QTRY_VERIFY(!m_window->actions().showDownloads.isChecked());
    QVERIFY(!dock().isVisible());
}

void TestMainWindow::addDownload()
{
    Download download;
    download.command = CommandId(1);
    download.state = Download::State::Paused;
    m_workstation->downloads().model().append(download);
}

void TestMainWindow::downloadsGiveTheFocusBack()
{
    addDownload();
    m_window->activateWindow();
    auto *before = new QLineEdit;
    auto *other = new QLineEdit;
    m_window->tabs().setCurrentIndex(m_window->tabs().addTab(before, u"one"_s));
    m_window->tabs().addTab(other, u"other"_s);
    QTRY_VERIFY(before->hasFocus());
    auto &panel = this->panel();
    QAction &toggle = m_window->actions().showDownloads;
    toggle.trigger();
    QTRY_VERIFY(panel.isAncestorOf(QApplication::focusWidget()));
    toggle.trigger();
    QVERIFY(before->hasFocus());
    toggle.trigger();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(before->hasFocus());
    QVERIFY(panel.isVisible()); // it stays to be looked at
    toggle.trigger();
    QVERIFY(!panel.isVisible());
    QVERIFY(before->hasFocus());
    // Where the focus came from is gone: the page in front gets it.
    toggle.trigger();
    m_window->tabs().setCurrentWidget(other);
    panel.setFocus();
    toggle.trigger();
    QVERIFY(other->hasFocus());
}

void TestMainWindow::eachTabHasItsKey()
{
    for (int tab = m_window->tabs().count(); tab < 9; ++tab)
        m_window->tabs().addTab(new QLineEdit, u"session %1"_s.arg(tab));
    for (int tab = 0; tab < 9; ++tab) {
        QTest::keyClick(m_window->windowHandle(), Qt::Key(Qt::Key_1 + tab), Qt::ControlModifier);
        const bool isForOthers = !m_window->tabs().isTabEnabled(tab); // nobody is signed in
        QCOMPARE(m_window->tabs().currentIndex(), isForOthers ? tab - 1 : tab);
    }
    QTest::keyClick(m_window->windowHandle(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_window->tabs().count(), 9); // deletes a word, in command lines
}

void TestMainWindow::areasAreGoneRound()
{
    addDownload();
    m_window->tabs().showLibrary();
    m_window->activateWindow();
    m_window->actions().showDownloads.trigger();
    auto &panel = this->panel();
    QTRY_VERIFY(panel.isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(m_window->windowHandle(), Qt::Key_F6);
    QTRY_VERIFY(!panel.isAncestorOf(QApplication::focusWidget()));
    for (int round = 0; round < 4 && !panel.isAncestorOf(QApplication::focusWidget()); ++round)
        QTest::keyClick(m_window->windowHandle(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(panel.isAncestorOf(QApplication::focusWidget()));
}

void TestMainWindow::notificationsTakeNoFocus()
{
    auto *strip = m_window->findChild<NotificationStrip *>();
    m_window->activateWindow();
    m_window->menuBar()->setFocus();
    QWidget *before = QApplication::focusWidget();
    int acted = 0;
    strip->post({Notification::Kind::Problem, u"<b>first</b>"_s, u"Act"_s, [&acted] { ++acted; }});
    strip->post({Notification::Kind::Done, u"second"_s, {}, {}});
    QCOMPARE(strip->currentText(), u"<b>first</b>"_s);
    QCOMPARE(QApplication::focusWidget(), before);
    QTest::mouseClick(strip->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(acted, 1);
    QCOMPARE(strip->currentText(), u"second"_s);
    QVERIFY(strip->isVisible());
}

/// Who has had the time to read of a problem and goes on has read it.
void TestMainWindow::notificationsDoNotFollowToOtherPages()
{
    auto *strip = m_window->findChild<NotificationStrip *>();
    m_window->tabs().showDevices();
    strip->post({Notification::Kind::Problem, u"first"_s, {}, {}});
    m_window->tabs().showLibrary();
    QCOMPARE(strip->currentText(), u"first"_s); // it came just now
    strip->setTimeToRead(std::chrono::milliseconds(0));
    strip->post({Notification::Kind::Problem, u"second"_s, {}, {}});
    strip->findChild<QToolButton *>()->click();
    QCOMPARE(strip->currentText(), u"second"_s);
    QTRY_VERIFY((m_window->tabs().showRemediations(), m_window->tabs().showDevices(), strip->currentText().isEmpty()));
}

/// What was told while the window was behind another one is seen by whoever comes back to it.
void TestMainWindow::notificationsOfWhatIsInFrontGo()
{
    SessionRecord session;
    session.id = SessionId(5);
    m_window->tabs().openSession(session);
    QVERIFY(m_window->tabs().currentPage());
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    const auto *strip = m_window->findChild<NotificationStrip *>();
    CommandRecord command;
    command.line = u"services"_s;
    command.state = CommandState::Completed;
    Q_EMIT m_window->tabs().finishedUnseen(session.id, command);
    QVERIFY2(strip->currentText().contains(u"services"_s), qPrintable(strip->currentText()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(strip->currentText(), QString());
}

void TestMainWindow::notificationsCoverNothingByHalf()
{
    auto *strip = m_window->findChild<NotificationStrip *>();
    strip->post({Notification::Kind::Problem, u"first"_s, {}, {}});
    const QLabel *user = m_window->statusBar()->findChildren<QLabel *>(Qt::FindDirectChildrenOnly).last();
    QTRY_COMPARE(strip->geometry().right() + 1, user->x());
    addDownload(); // its button needs more room now
    QTRY_COMPARE(strip->geometry().right() + 1, user->x());
}

/// The panel makes do with the room there is.
void TestMainWindow::downloadsLeaveTheWindowItsSize()
{
    auto *session = new QWidget;
    session->setMinimumHeight(440); // about as high as a session's page would like to be
    m_window->tabs().setCurrentIndex(m_window->tabs().addTab(session, u"session"_s));
    m_window->resize(900, 600);
    QTRY_COMPARE(m_window->size(), QSize(900, 600));
    m_window->actions().showDownloads.trigger();
    QTRY_VERIFY(panel().isVisible());
    QTRY_COMPARE(m_window->size(), QSize(900, 600));
    QTRY_COMPARE_GE(panel().height(), panel().minimumSizeHint().height());
    QCOMPARE_GE(session->height(), 300); // where neither the input line nor the log is cut
}

/// What is there is there whole; the clock goes before how the connection is.
void TestMainWindow::aNarrowBottomLineKeepsTheConnection()
{
    const auto labels = m_window->statusBar()->findChildren<QLabel *>(Qt::FindDirectChildrenOnly);
    const QLabel *connection = labels.first();
    const auto cut = [&labels] {
        QStringList texts;
        for (const QLabel *label : labels) {
            if (label->isVisible() && label->width() < label->sizeHint().width())
                texts += label->text();
        }
        return texts.join(u'|');
    };
    const auto clock =
        std::ranges::find_if(labels, [](const QLabel *label) { return label->text().startsWith(u"Times:"_s); });
    QVERIFY(clock != labels.end());
    QTRY_VERIFY((*clock)->isVisible());
    QTRY_COMPARE(cut(), QString());
    auto *other = new QWidget;
    int room = 711 + (*clock)->sizeHint().width() / 2; // enough without the clock only
    for (const QWidget *part : m_window->statusBar()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        const bool stands = part->isVisible() && !qobject_cast<const NotificationStrip *>(part);
        room -= stands ? part->sizeHint().width() + 6 : 0;
    }
    other->setFixedWidth(room);
    m_window->statusBar()->addPermanentWidget(other);
    m_window->resize(711, 533);
    QTRY_COMPARE(m_window->width(), 711);
    QTRY_VERIFY(!(*clock)->isVisible());
    QTRY_COMPARE(cut(), QString());
    QVERIFY(connection->isVisible());
}

void TestMainWindow::helpNeedsNoDisplay()
{
    for (const QString &option : {u"--help"_s, u"--version"_s, u"-h"_s}) {
        QProcess sonde;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.remove(u"DISPLAY"_s);
        sonde.setProcessEnvironment(environment);
        sonde.start(QStringLiteral(SONDE_BIN_DIR "/sonde"), {option});
        QVERIFY2(sonde.waitForFinished(), qUtf8Printable(sonde.errorString()));
        QCOMPARE(sonde.exitStatus(), QProcess::NormalExit);
        QCOMPARE(sonde.exitCode(), 0);
        QVERIFY(sonde.readAllStandardOutput().contains("sonde"));
    }
}

/// There is a password in its memory.
void TestMainWindow::itLeavesNoCore()
{
#ifndef Q_OS_LINUX
    QSKIP("limits are told otherwise here");
#else
    QProcess sonde;
    sonde.start(QStringLiteral(SONDE_BIN_DIR "/sonde"),
        {u"--data"_s, m_folder->filePath(u"limits"_s), u"--tenant"_s, u"https://127.0.0.1:9"_s, u"--announce"_s});
    QVERIFY2(sonde.waitForReadyRead(), qUtf8Printable(sonde.errorString()));
    QFile limits(u"/proc/%1/limits"_s.arg(sonde.processId()));
    QVERIFY(limits.open(QFile::ReadOnly));
    QVERIFY(limits.readAll().simplified().contains("Max core file size 1 1 bytes"));
    sonde.kill();
    QVERIFY(sonde.waitForFinished());
#endif
}

/// The program's windows with their own service and agent, as an analyst gets them.
void TestMainWindow::tourShowsARealSession()
{
    QDir pictures(m_folder->filePath(u"tour"_s));
    QProcess sonde;
    sonde.setProcessChannelMode(QProcess::MergedChannels);
    sonde.start(QStringLiteral(SONDE_BIN_DIR "/sonde-tour"),
        {pictures.path(), u"--language"_s, u"fr"_s, u"--theme"_s, u"dark"_s});
    QVERIFY2(sonde.waitForStarted(), qUtf8Printable(sonde.errorString()));
    QVERIFY2(sonde.waitForFinished(240'000), sonde.readAll().constData());
    QVERIFY2(sonde.exitCode() == 0, sonde.readAll().constData());
    const QStringList files = pictures.entryList({u"*.png"_s});
    QCOMPARE_GT(files.size(), 15);
    for (const QString &file : files)
        QVERIFY2(!QImage(pictures.filePath(file)).isNull(), qUtf8Printable(file));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
