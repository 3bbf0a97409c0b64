// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casefile/casearchive.h"
#include "models/session/commandhistory.h"
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/session/sessionpage.h"

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

/// "Export case file…" of a session's page over a real tenant: from the menu to a file that others can check.
class CaseExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void theFileProvesWhatWasDone();
    void anEndedSessionHasOneToo();
    void whatIsNotWrittenIsSaid();
    void whoGivesUpLeavesNothing();

private:
    /// Chooses the menu's entry; the dialog that asks where to.
    [[nodiscard]] QFileDialog *ask() const;
    void save(const QString &path) const;
    [[nodiscard]] QMessageBox *told() const { return m_page->findChild<QMessageBox *>(); }
    [[nodiscard]] QString inFolder(const QString &name) const { return m_directory.filePath(name); }

    QTemporaryDir m_directory;
    TestTenant m_tenant;
    std::unique_ptr<ConsoleFixture::Look> m_look;
    std::unique_ptr<TestWorkstation> m_workstation;
    std::unique_ptr<SessionController> m_session;
    CommandHistory m_history;
    std::unique_ptr<SessionPage> m_page;
};

void CaseExportTest::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_directory.path().toLocal8Bit()); // where the workstation keeps its key
    QVERIFY2(m_tenant.start(), qPrintable(m_tenant.whatFailed()));
    m_workstation = std::make_unique<TestWorkstation>(m_tenant.credentials());
    m_session = m_workstation->openSession();
    QVERIFY(m_session);
    const CommandId command = TestWorkstation::submit(*m_session, u"processes"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->command(command)->state, CommandState::Completed, TestWorkstation::Patience);
    m_look = std::make_unique<ConsoleFixture::Look>();
    m_look->theme.applyToApplication();
    m_page = std::make_unique<SessionPage>(
        *m_session, m_workstation->client, m_workstation->devices, m_history, m_look->theme, m_look->settings);
    m_page->resize(1200, 800);
    m_page->show();
}

void CaseExportTest::cleanupTestCase()
{
    m_page.reset();
    m_look.reset();
}

void CaseExportTest::cleanup()
{
    if (QMessageBox *box = told())
        box->close();
    QTRY_VERIFY(!told());
}

QFileDialog *CaseExportTest::ask() const
{
    for (QAction *action : m_page->actions()) {
        if (action->text() == u"Export case file…"_s)
            action->trigger();
    }
    return m_page->findChild<QFileDialog *>();
}

void CaseExportTest::save(const QString &path) const
{
    auto *dialog = ask();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->windowTitle(), u"Export case file"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QCOMPARE(name->text(), u"case-session-%1.zip"_s.arg(m_session->id().toString()));
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!m_page->findChild<QFileDialog *>());
}

void CaseExportTest::theFileProvesWhatWasDone()
{
    const QString path = inFolder(u"case.zip"_s);
    save(path);
    QTRY_VERIFY_WITH_TIMEOUT(told(), TestWorkstation::Patience);
    QCOMPARE(told()->windowTitle(), u"Case file exported"_s);
    QVERIFY2(
        told()->text().contains(path) && told()->text().contains(u"sonde-cli verify"_s), qPrintable(told()->text()));
    QCOMPARE(WidgetAudit::nameless(*told()).join(u'\n'), QString());
    QCOMPARE(WidgetAudit::guessing(*told()).join(u'\n'), QString());
    const auto verified = TestTenant::run(TestTenant::program(u"sonde-cli"_s), {u"verify"_s, path});
    QVERIFY2(verified.status == 0, QByteArray(verified.output + verified.errors).constData());
    // The journal of the session, what it printed, and a report for people in both forms.
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray archive = file.readAll();
    for (const char *member : {CaseNames::Journal, CaseNames::HtmlReport, CaseNames::PdfReport})
        QVERIFY2(archive.contains(member), member);
}

void CaseExportTest::anEndedSessionHasOneToo()
{
    m_session->disconnectSession();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isEnded(), TestWorkstation::Patience);
    const QString path = inFolder(u"ended.zip"_s);
    save(path);
    QTRY_VERIFY_WITH_TIMEOUT(told(), TestWorkstation::Patience);
    QCOMPARE(told()->windowTitle(), u"Case file exported"_s);
    const auto verified = TestTenant::run(TestTenant::program(u"sonde-cli"_s), {u"verify"_s, path});
    QVERIFY2(verified.status == 0, QByteArray(verified.output + verified.errors).constData());
}

void CaseExportTest::whatIsNotWrittenIsSaid()
{
    QFile file(inFolder(u"a file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    auto *dialog = ask();
    QVERIFY(dialog);
    // A folder that goes while it is chosen; the dialog lets nobody choose one that is not there.
    Q_EMIT dialog->fileSelected(file.fileName() + u"/case.zip"_s);
    dialog->reject();
    QTRY_VERIFY_WITH_TIMEOUT(told(), TestWorkstation::Patience);
    QCOMPARE(told()->windowTitle(), u"Not done"_s);
    QVERIFY2(told()->text().contains(file.fileName()), qPrintable(told()->text()));
}

void CaseExportTest::whoGivesUpLeavesNothing()
{
    const auto before = QDir(m_directory.path()).entryList(QDir::Files);
    auto *dialog = ask();
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_page->findChild<QFileDialog *>());
    QVERIFY(!told());
    QCOMPARE(QDir(m_directory.path()).entryList(QDir::Files), before);
}

QTEST_MAIN(CaseExportTest)

#include "tst_caseexport.moc"
