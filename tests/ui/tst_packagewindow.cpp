// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/announcements.h"
#include "tests/ui/brackets.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/package/packagewindow.h"
#include "ui/toolkit/codeview.h"
#include "ui/toolkit/syntax.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTableView>
#include <QTest>
#include <QThreadPool>
#include <limits>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;

class PackageWindowTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    Syntax m_syntax;
    QTemporaryDir m_folder;
    QString m_package;

    static void write(const QString &path, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(content) == content.size());
    }
    [[nodiscard]] int rows(PackageWindow &window) const { return window.table().model()->rowCount(); }
    /// Of a package whose search would take minutes.
    [[nodiscard]] std::unique_ptr<PackageWindow> endless() const
    {
        const QString path = m_folder.filePath(u"long.tar.gz"_s);
        QFile hole(m_folder.filePath(u"hole"_s));
        const bool made = hole.open(QFile::WriteOnly) && hole.seek(1LL << 40) && hole.putChar('.');
        hole.close();
        if (!made
            || QProcess::execute(u"tar"_s, {u"czf"_s, path, u"--sparse"_s, u"-C"_s, m_folder.path(), u"hole"_s}) != 0)
            qFatal("no package");
        auto window = std::make_unique<PackageWindow>(
            path, m_syntax, m_look->theme, PackageCaps{.alwaysUnpacked = std::numeric_limits<qint64>::max()});
        window->show();
        [&] { QTRY_COMPARE(rows(*window), 1); }();
        return window;
    }
    /// The line edit of that name.
    [[nodiscard]] QLineEdit *field(PackageWindow &window, const QString &name) const
    {
        for (auto *edit : window.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_look = std::make_unique<Look>();
        m_look->theme.applyToApplication();
        write(m_folder.filePath(u"in/summary.json"_s), "{\"whole\": true}\n");
        write(m_folder.filePath(u"in/[root]/etc/hosts"_s), "127.0.0.1 localhost\n");
        write(m_folder.filePath(u"in/[root]/var/log/auth.log"_s), "Accepted password for eve\n");
        m_package = m_folder.filePath(u"sonde-desk-1.tar.gz"_s);
        QCOMPARE(QProcess::execute(u"tar"_s,
                     {u"czf"_s, m_package, u"-C"_s, m_folder.filePath(u"in"_s), u"summary.json"_s, u"[root]"_s}),
            0);
    }

    void showsListAndContent()
    {
        PackageWindow window(m_package, m_syntax, m_look->theme);
        window.show();
        QTRY_VERIFY(rows(window) >= 3);
        QVERIFY2(window.state().contains(u"3 file(s)"_s), qPrintable(window.state()));
        field(window, u"Filter by name"_s)->setText(u"hosts"_s);
        QCOMPARE(rows(window), 1);
        window.table().setCurrentIndex(window.table().model()->index(0, 0));
        QTRY_COMPARE(window.findChild<CodeView *>()->editor()->toPlainText().trimmed(), u"127.0.0.1 localhost"_s);
        field(window, u"Filter by name"_s)->clear();
        QVERIFY(rows(window) >= 3);
        if (qEnvironmentVariableIsSet("SONDE_GRAB"))
            window.grab().save(qEnvironmentVariable("SONDE_GRAB"));
    }

    void searchesAndShowsAllAgain()
    {
        PackageWindow window(m_package, m_syntax, m_look->theme);
        window.show();
        QTRY_VERIFY(rows(window) >= 3);
        const int all = rows(window);
        auto *text = field(window, u"Search in all files"_s);
        text->setText(u"PASSWORD"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(rows(window), 1);
        QVERIFY2(window.state().contains(u"1 file(s) of 3"_s), qPrintable(window.state()));
        text->setText(u"nobody wrote this"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(rows(window), 0);
        text->clear();
        QCOMPARE(rows(window), all);
    }

    /// What stands beside the list is the file that is chosen in it.
    void theContentGoesWithItsRow()
    {
        PackageWindow window(m_package, m_syntax, m_look->theme);
        window.show();
        QTRY_VERIFY(rows(window) >= 3);
        auto *editor = window.findChild<CodeView *>()->editor();
        auto *name = field(window, u"Filter by name"_s);
        name->setText(u"hosts"_s);
        window.table().setCurrentIndex(window.table().model()->index(0, 0));
        QTRY_COMPARE(editor->toPlainText().trimmed(), u"127.0.0.1 localhost"_s);
        name->setText(u"host"_s); // it is still there
        QVERIFY(window.table().currentIndex().isValid());
        QCOMPARE(editor->toPlainText().trimmed(), u"127.0.0.1 localhost"_s);
        name->clear();
        QCOMPARE(window.table().currentIndex().data().toString(), u"[root]/etc/hosts"_s);
        auto *text = field(window, u"Search in all files"_s);
        text->setText(u"password"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(rows(window), 1); // another one
        QVERIFY(!window.table().currentIndex().isValid());
        QCOMPARE(editor->toPlainText(), QString());
    }

    /// An empty field searches for nothing, also while the first search is under way.
    void clearingTheFieldStopsTheSearch()
    {
        auto window = endless();
        auto *text = field(*window, u"Search in all files"_s);
        text->setText(u"anything"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY(QThreadPool::globalInstance()->activeThreadCount() > 0);
        text->clear();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
        QVERIFY2(window->state().contains(u"1 file(s), "_s), qPrintable(window->state()));
    }

    void everythingIsSaidInTheNewLanguage()
    {
        PackageWindow window(m_package, m_syntax, m_look->theme);
        window.show();
        QTRY_VERIFY(window.state().contains(u"3 file(s)"_s));
        const auto rowOf = [&window](const QString &path) {
            const auto *model = window.table().model();
            return model->match(model->index(0, 0), Qt::DisplayRole, path, 1, Qt::MatchExactly).value(0);
        };
        window.table().setCurrentIndex(
            rowOf(u"[root]/etc/"_s).isValid() ? rowOf(u"[root]/etc/"_s) : rowOf(u"[root]/etc"_s));
        const auto note = [&window] {
            for (const auto *label : window.findChild<CodeView *>()->findChildren<QLabel *>()) {
                if (label->isVisible())
                    return label->text();
            }
            return QString();
        };
        QCOMPARE(note(), u"A folder."_s);
        Brackets other;
        QCoreApplication::installTranslator(&other);
        const auto back = qScopeGuard([&other] { QCoreApplication::removeTranslator(&other); });
        QTRY_COMPARE(note(), u"«A folder.»"_s);
    }

    /// What took a while is said when it is over.
    void endsAreAnnounced()
    {
        const Announcements heard;
        PackageWindow window(m_package, m_syntax, m_look->theme);
        window.show();
        QTRY_VERIFY(rows(window) >= 3);
        QCOMPARE(heard.texts(), QStringList{window.state()});
        auto *text = field(window, u"Search in all files"_s);
        text->setText(u"password"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(rows(window), 1);
        QCOMPARE(heard.texts().last(), window.state());
        QCOMPARE(heard.politeness(), QAccessible::AnnouncementPoliteness::Polite);
    }

    /// Enter in a field does what the field is for; it does not close the window.
    void enterDoesNotClose()
    {
        PackageWindow window(m_package, m_syntax, m_look->theme);
        window.show();
        QTRY_VERIFY(rows(window) >= 3);
        QTest::keyClick(field(window, u"Filter by name"_s), Qt::Key_Return);
        QVERIFY(window.isVisible());
    }

    void saysWhatIsNoPackage()
    {
        const QString path = m_folder.filePath(u"broken.tar.gz"_s);
        write(path, "this is no package");
        PackageWindow window(path, m_syntax, m_look->theme);
        window.show();
        QTRY_VERIFY2(window.state().contains(u"no package"_s), qPrintable(window.state()));
        {
            Brackets other;
            QCoreApplication::installTranslator(&other);
            const auto back = qScopeGuard([&other] { QCoreApplication::removeTranslator(&other); });
            QTRY_VERIFY2(window.state().startsWith(u'«'), qPrintable(window.state()));
        }
        QCOMPARE(rows(window), 0);
        QVERIFY(PackageWindow::isPackage(u"a.TAR.GZ"_s) && !PackageWindow::isPackage(u"a.tar.gz.cms"_s));
    }

    /// What is searched has to be listed first.
    void cannotSearchBeforeItIsListed()
    {
        PackageWindow window(m_package, m_syntax, m_look->theme);
        QVERIFY(!field(window, u"Search in all files"_s)->isEnabled());
        QTRY_VERIFY(rows(window) >= 3);
        QVERIFY(field(window, u"Search in all files"_s)->isEnabled());
    }

    /// Closed while it searches something that would take minutes.
    void closingEndsWhatIsUnderWay()
    {
        auto window = endless();
        auto *text = field(*window, u"Search in all files"_s);
        text->setText(u"anything"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY(QThreadPool::globalInstance()->activeThreadCount() > 0);
        window.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
    }

    void isAccessible()
    {
        PackageWindow window(m_package, m_syntax, m_look->theme);
        window.show();
        QTRY_VERIFY(rows(window) >= 3);
        QCOMPARE(WidgetAudit::nameless(window), QStringList());
        QCOMPARE(WidgetAudit::guessing(window), QStringList());
        QCOMPARE(WidgetAudit::unexplained(window), QStringList());
    }
};

QTEST_MAIN(PackageWindowTest)
#include "tst_packagewindow.moc"
