// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/session/sessionpagefixture.h"
#include "tests/ui/session/settling.h"
#include "ui/console/blockheader.h"
#include "ui/console/blockwidget.h"
#include "ui/console/consoleview.h"
#include "ui/input/commandedit.h"
#include "ui/result/outputbody.h"
#include "ui/session/commandlogpanel.h"
#include "ui/session/dashboardstrip.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/plaintext.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

/// What a session's page shows of itself in large and small windows, with small and large letters.
class SessionLayoutTest final : public QObject, private SessionPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    /// What tells one device from another, and what can be done, are there in a small window too.
    void theDashboardKeepsTheAddress_data()
    {
        QTest::addColumn<QString>("language");
        for (const auto &language : {u"en"_s, u"fr"_s, u"ja"_s})
            QTest::addRow("%s", qPrintable(language)) << language;
    }

    void theDashboardKeepsTheAddress()
    {
        QFETCH(QString, language);
        QTranslator words;
        QVERIFY(words.load(u":/i18n/sonde_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&words);
        QAction upload(QCoreApplication::translate("Sonde::Client::UploadEntry", "&Upload file to library"));
        upload.setIconText(QCoreApplication::translate("Sonde::Client::UploadEntry", "Upload…"));
        m_page->setUploadAction(upload);
        DeviceRecord device = workstation();
        device.id = m_session->session().device;
        device.facts.addresses = {u"2001:db8:4f0a:77:5054:ff:fe12:3456"_s};
        m_devices->update({device});
        m_page->resize(1024, 700);
        const CommandId running = m_tenant->accept(m_id, u"processes"_s); // its clock stands still
        m_tenant->append(m_id, running, Event::CommandSent{});
        QTRY_COMPARE(m_session->running().size(), 1);
        settle();
        auto *strip = m_page->findChild<DashboardStrip *>();
        QCOMPARE(strip->width(), m_page->width());
        const ElidedLabel *place = nullptr;
        for (const auto *label : strip->findChildren<ElidedLabel *>()) {
            if (label->text().contains(device.facts.addresses.first()))
                place = label;
        }
        QVERIFY(place);
        QVERIFY2(place->fontMetrics()
                     .elidedText(place->text(), Qt::ElideRight, place->contentsRect().width())
                     .contains(device.facts.addresses.first()),
            qPrintable(u"%1 of %2"_s.arg(place->width()).arg(place->sizeHint().width())));
        const auto *button = strip->findChild<ActionButton *>();
        QVERIFY(button->isVisible());
        QVERIFY2(button->width() >= button->sizeHint().width(),
            qPrintable(u"%1 of %2"_s.arg(button->width()).arg(button->sizeHint().width())));
    }

    /// Beside empty room nothing of the device is cut.
    void theDashboardSaysTheDeviceWhole()
    {
        DeviceRecord device = workstation();
        device.id = m_session->session().device;
        device.facts.osName = u"Debian GNU/Linux 12 (bookworm), of a company with a long name"_s;
        m_devices->update({device});
        m_page->resize(1920, 1000);
        settle();
        const auto *strip = m_page->findChild<DashboardStrip *>();
        const ElidedLabel *place = nullptr;
        for (const auto *label : strip->findChildren<ElidedLabel *>()) {
            if (label->text().contains(device.facts.osName))
                place = label;
        }
        QVERIFY(place);
        QTRY_COMPARE_GE(place->width(), place->textWidth());
    }

    void noSentenceIsCutInASmallWindow_data() { theDashboardKeepsTheAddress_data(); }

    void noSentenceIsCutInASmallWindow()
    {
        QFETCH(QString, language);
        QTranslator words;
        QVERIFY(words.load(u":/i18n/sonde_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&words);
        m_page->resize(720, 560);
        settle();
        for (const auto *label : m_page->findChildren<QLabel *>()) {
            if (!label->wordWrap() || !label->isVisible())
                continue;
            const int needed = label->heightForWidth(label->width());
            const int room = label->parentWidget()->height() - label->y();
            QVERIFY2(label->height() >= needed && room >= needed,
                qPrintable(u"%1: %2 of %3"_s.arg(label->text()).arg(std::min(room, label->height())).arg(needed)));
        }
    }

    /// What is typed, and clocks, are painted; nothing else is, and nothing is laid out.
    void whatStaysIsNeitherPaintedNorLaidOut()
    {
        finished(u"processes"_s, processes(5));
        QTRY_VERIFY(m_page->console().blockAt(0) && m_page->console().blockAt(0)->body()->pane());
        QTest::keyClicks(edit(), u"processes -name a"_s);
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        EventCount laidOut(*m_page, QEvent::LayoutRequest);
        EventCount console(*m_page->console().viewport(), QEvent::Paint);
        EventCount log(*named<QTableView>(u"Command log"_s)->viewport(), QEvent::Paint);
        EventCount line(*edit()->viewport(), QEvent::Paint);
        QTRY_VERIFY(isFitted(*m_page));
        settle();
        laidOut.reset(), console.reset(), log.reset(), line.reset();
        for (const char letter : {'b', 'c', 'd'}) {
            QTest::keyClick(edit(), letter);
            QTRY_VERIFY(line.count() > 0);
        }
        settle();
        QCOMPARE(laidOut.count(), 0);
        QCOMPARE(console.count(), 0);
        QCOMPARE(log.count(), 0);
        auto *strip = m_page->findChild<DashboardStrip *>();
        EventCount clock(*strip, QEvent::Paint);
        QTRY_VERIFY_WITH_TIMEOUT(clock.count() > 1, 5000);
        QCOMPARE(laidOut.count(), 0);
        QCOMPARE(console.count(), 0);
        QCOMPARE(log.count(), 0);
    }

    /// Another size of the letters, and back, leaves nothing behind; what is shown with the other size fits it.
    void anotherFontSizeLeavesNothingBehind()
    {
        finished(u"processes"_s, processes(30));
        QTRY_VERIFY(m_page->console().blockAt(0) && m_page->console().blockAt(0)->body()->pane());
        QTRY_VERIFY(isFitted(*m_page));
        settle();
        const auto places = [this] {
            QStringList all;
            for (const auto *widget : m_page->findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->window() != m_page->window())
                    continue;
                const QRect at(widget->mapTo(m_page.get(), QPoint()), widget->size());
                all += u"%1 %2: %3,%4 %5x%6"_s
                           .arg(QLatin1StringView(widget->metaObject()->className()), widget->accessibleName())
                           .arg(at.x())
                           .arg(at.y())
                           .arg(at.width())
                           .arg(at.height());
            }
            for (const auto *table : m_page->findChildren<QTableView *>()) {
                for (int column = 0; table->model() && column < table->model()->columnCount(); ++column)
                    all +=
                        u"%1 column %2: %3"_s.arg(table->accessibleName()).arg(column).arg(table->columnWidth(column));
            }
            return all;
        };
        auto *table = m_page->console().blockAt(0)->findChild<QTableView *>();
        const QStringList before = places();
        const int least = m_page->minimumSizeHint().width();
        for (const auto &size : {Settled::ConsoleFontSize, Settled::InterfaceFontSize})
            m_look->settings.set(size, 19);
        m_look->theme.applyToApplication();
        settle();
        QVERIFY(places() != before);
        QCOMPARE_GE(table->verticalHeader()->defaultSectionSize(), QFontMetrics(table->font()).height());
        const QString text = table->model()->index(0, 0).data().toString();
        QCOMPARE_GE(table->columnWidth(0), QFontMetrics(table->font()).horizontalAdvance(text));
        QCOMPARE_LE(m_page->minimumSizeHint().width(), 1280);
        for (const auto &size : {Settled::ConsoleFontSize, Settled::InterfaceFontSize})
            m_look->settings.set(size, 0);
        m_look->theme.applyToApplication();
        settle();
        QCOMPARE(m_page->minimumSizeHint().width(), least);
        QTRY_COMPARE(places(), before);
    }

    /// With letters too large for one row nothing of the dashboard is cut: its facts get a row of their own.
    void largeLettersGetTwoRows()
    {
        m_page->resize(1280, 800);
        settle();
        auto *strip = m_page->findChild<DashboardStrip *>();
        const int before = strip->height();
        const auto cut = [strip] {
            QStringList names;
            for (const auto *part : strip->findChildren<QWidget *>()) {
                const bool isText = qobject_cast<const SteadyLabel *>(part) || qobject_cast<const QPushButton *>(part);
                const QRect place(part->mapTo(strip, QPoint()), part->size());
                if (part->isVisible() && !strip->rect().contains(place))
                    names += u"outside: "_s + QLatin1StringView(part->metaObject()->className());
                if (part->isVisible() && isText && part->width() < part->sizeHint().width())
                    names += u"narrow: "_s + QLatin1StringView(part->metaObject()->className());
            }
            return names.join(u", "_s);
        };
        QCOMPARE(cut(), QString());
        for (const auto &size : {Settled::ConsoleFontSize, Settled::InterfaceFontSize})
            m_look->settings.set(size, 19);
        m_look->theme.applyToApplication();
        settle();
        m_page->resize(std::max(1024, m_page->minimumSizeHint().width()), 800);
        settle();
        QTRY_COMPARE(cut(), QString());
        QCOMPARE_GT(strip->height(), before * 3 / 2);
        QVERIFY2(std::ranges::any_of(strip->findChildren<SteadyLabel *>(),
                     [](const SteadyLabel *label) { return label->isVisible() && label->text() == u"connected"_s; }),
            "the state is there");
        for (const auto &size : {Settled::ConsoleFontSize, Settled::InterfaceFontSize})
            m_look->settings.set(size, 0);
        m_look->theme.applyToApplication();
        settle();
        QTRY_COMPARE(strip->height(), before);
    }

    /// With the downloads open below, in a window of 900 × 600: parts give way before anything is cut.
    void nothingIsCutInALowWindow_data() { theDashboardKeepsTheAddress_data(); }

    void nothingIsCutInALowWindow()
    {
        QFETCH(QString, language);
        QTranslator words;
        QVERIFY(words.load(u":/i18n/sonde_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&words);
        finished(u"processes"_s, processes(5));
        QTRY_VERIFY(m_page->console().blockAt(0));
        auto *log = m_page->findChild<CommandLogPanel *>();
        auto *details = log->findChild<QTabWidget *>();
        QVERIFY(details->isVisible());
        m_page->resize(900, 322);
        settle();
        QCOMPARE(m_page->height(), 322);
        const auto isWhole = [](const QWidget &part) {
            const QRect place(part.mapTo(part.window(), QPoint()), part.size());
            const int least = std::min(part.minimumSizeHint().height(), part.sizeHint().height());
            return part.height() >= least && part.window()->rect().contains(place);
        };
        for (QWidget *part : std::initializer_list<QWidget *>{edit(), log->findChild<QLineEdit *>(),
                 log->findChild<QPushButton *>(), log->findChild<QTableView *>()->horizontalHeader()})
            QVERIFY2(isWhole(*part), qPrintable(WidgetAudit::nameOf(*part)));
        const auto *table = log->findChild<QTableView *>();
        QVERIFY(table->viewport()->height() >= table->verticalHeader()->defaultSectionSize());
        m_page->resize(900, 700);
        settle();
        QVERIFY(details->isVisible());
    }

    /// However narrow it is, no part of a block's head stands over another, and the state is there.
    void theHeadOfABlockIsNeverCrowded()
    {
        CommandRecord going = record(28, u"getfile /var/big.bin"_s, CommandState::Downloading);
        ConsoleModel::Block block;
        block.record = std::make_shared<const CommandRecord>(going);
        block.arrival = Arrival::Coming;
        block.download.emplace();
        block.download->file.size = 1000;
        block.download->done = 820;
        block.download->speed = 2048;
        QWidget window;
        BlockHeader header(m_look->theme, &window);
        header.setBlock(block);
        header.setHasBody(true);
        header.tick(QDateTime::currentDateTimeUtc());
        window.show();
        const auto crowded = [&header] {
            const auto parts = header.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
            for (const QWidget *one : parts) {
                for (const QWidget *other : parts) {
                    if (one != other && one->isVisible() && other->isVisible()
                        && one->geometry().intersects(other->geometry()))
                        return true;
                }
            }
            return false;
        };
        const auto *progress = header.findChild<QProgressBar *>();
        for (const int width : {1200, 700, 500, 420, 360, 1200}) {
            header.resize(width, 32);
            QTRY_VERIFY2(!crowded(), qPrintable(QString::number(width)));
            QVERIFY(!header.facts().filter(u"downloading"_s).isEmpty());
        }
        QTRY_VERIFY(progress->isVisible()); // as there is room again
    }
};

QTEST_MAIN(SessionLayoutTest)
#include "tst_sessionlayout.moc"
