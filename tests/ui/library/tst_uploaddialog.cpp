// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/library/librarypagefixture.h"
#include "ui/keys/keymanners.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

namespace {

QPushButton *confirmOf(const UploadDialog &dialog)
{
    return dialog.findChild<QPushButton *>(u"confirm"_s);
}

} // namespace

/// The dialog that brings files into the library: what it asks, and what it says before and after.
class TestUploadDialog final : public QObject, private LibraryPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aDialogByKeyboardAlone();
    void enterOpensTheFileDialog();
    void obstaclesAreSaidBeforeAnythingMoves();
    void theLimitOfTheTenantIsFollowed();
    void anotherNameIsAnotherFile();
    void aScriptThatWillNotRunIsToldBefore();
    void theSameContentIsNamed();
    void aRefusalStaysInItsRow();
};

void TestUploadDialog::aDialogByKeyboardAlone()
{
    UploadDialog &dialog = openDialog({makeFile(u"new.sh"_s, "echo new\n"_ba)});
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    UploadRow &row = *rowsOf(dialog).first();
    QTRY_VERIFY(row.isReady());
    QTRY_VERIFY(row.findChild<QLineEdit *>(u"description"_s)->hasFocus());
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    QTest::keyClicks(QApplication::focusWidget(), u"Says new"_s);
    press(Qt::Key_Tab);
    QVERIFY(row.findChild<QCheckBox *>(u"overwrite"_s)->hasFocus());
    press(Qt::Key_Space);
    press(Qt::Key_Tab);
    QVERIFY(row.findChild<QCheckBox *>(u"hasParameters"_s)->hasFocus());
    QVERIFY(!row.findChild<QPlainTextEdit *>()->isVisible());
    press(Qt::Key_Space);
    QVERIFY(row.findChild<QPlainTextEdit *>()->isVisible());
    QVERIFY(row.findChild<QCheckBox *>(u"hasParameters"_s)->hasFocus()); // choosing moves nothing
    press(Qt::Key_Tab);
    QVERIFY(row.findChild<QPlainTextEdit *>()->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"-loud: twice"_s);
    press(Qt::Key_Tab);
    QTest::keyClick(row.findChild<QLineEdit *>(), Qt::Key_Return); // Confirm
    QTRY_COMPARE(m_link->askedFor<Message::OpenUpload>().size(), 1U);
    const auto asked = m_link->askedFor<Message::OpenUpload>()[0];
    QCOMPARE(asked.name, u"new.sh"_s);
    QCOMPARE(asked.size, 9);
    QCOMPARE(asked.description, u"Says new"_s);
    QVERIFY(asked.overwrite);
    QVERIFY(asked.hasParameters);
    QCOMPARE(asked.parametersDescription, u"-loud: twice"_s);
    QCOMPARE(asked.sha256, QCryptographicHash::hash("echo new\n", QCryptographicHash::Sha256));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_entry->dialog());
}

void TestUploadDialog::theLimitOfTheTenantIsFollowed()
{
    const QString big = makeFile(u"big.bin"_s, {});
    QVERIFY(QFile::resize(big, 1024 * 1024 + 1));
    UploadDialog &dialog = openDialog({big});
    QVERIFY(!confirmOf(dialog)->isEnabled());
    m_link->publishLimit(2 * 1024 * 1024);
    QTRY_VERIFY(confirmOf(dialog)->isEnabled());
    m_link->publishLimit(1024 * 1024);
    QTRY_VERIFY(!confirmOf(dialog)->isEnabled());
    const QString note = rowsOf(dialog).front()->findChild<QLabel *>(u"note"_s)->text();
    QVERIFY2(note.contains(u"limit"_s), qUtf8Printable(note));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_entry->dialog());
}

/// Enter on *Browse…* browses; it does not confirm.
void TestUploadDialog::enterOpensTheFileDialog()
{
    const KeyManners manners;
    UploadDialog &dialog = openDialog({});
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Browse…"_s);
    QTest::keyClick(dialog.windowHandle(), Qt::Key_Return);
    QTRY_VERIFY(dialog.findChild<QFileDialog *>());
    dialog.findChild<QFileDialog *>()->reject();
    QTRY_VERIFY(!dialog.findChild<QFileDialog *>());
    QVERIFY(dialog.isVisible());
}

void TestUploadDialog::obstaclesAreSaidBeforeAnythingMoves()
{
    const QString big = makeFile(u"big.bin"_s, {});
    QVERIFY(QFile::resize(big, 1024 * 1024 + 1));
    UploadDialog &dialog = openDialog({big, makeFile(u"empty.sh"_s, {}), m_folder.path(),
        makeFile(u"triage.sh"_s, "echo\n"_ba), makeFile(u"aux.sh"_s, "echo\n"_ba)});
    QCOMPARE(rowsOf(dialog).size(), 5);
    const auto note = [&dialog](int row) { return rowsOf(dialog).at(row)->findChild<QLabel *>(u"note"_s)->text(); };
    QVERIFY2(note(0).contains(u"limit"_s), qUtf8Printable(note(0)));
    QVERIFY2(note(1).contains(u"empty"_s), qUtf8Printable(note(1)));
    QVERIFY2(!note(2).isEmpty(), "a folder is no file");
    QTRY_VERIFY2(note(3).contains(u"Overwrite"_s), qUtf8Printable(note(3)));
    QVERIFY2(!note(4).isEmpty(), "no name for Windows");
    QVERIFY(!confirmOf(dialog)->isEnabled());
    UploadRow &known = *rowsOf(dialog).at(3);
    QCOMPARE(known.findChild<QLineEdit *>(u"description"_s)->text(),
        u"First look"_s); // what its newest version says of itself
    QVERIFY(known.findChild<QCheckBox *>(u"hasParameters"_s)->isChecked());
    known.findChild<QCheckBox *>(u"overwrite"_s)->click();
    QTRY_VERIFY(confirmOf(dialog)->isEnabled());
    QVERIFY2(known.findChild<QLabel *>(u"note"_s)->text().contains(u"2"_s),
        qUtf8Printable(known.findChild<QLabel *>(u"note"_s)->text()));
    confirmOf(dialog)->click();
    QTRY_COMPARE(m_link->askedFor<Message::OpenUpload>().size(), 1U);
    QCOMPARE(m_link->askedFor<Message::OpenUpload>()[0].name, u"triage.sh"_s);
}

void TestUploadDialog::anotherNameIsAnotherFile()
{
    UploadDialog &dialog = openDialog({makeFile(u"triage.sh"_s, "echo\n"_ba)});
    UploadRow &row = *rowsOf(dialog).first();
    auto *name = row.findChild<QLineEdit *>(u"name"_s);
    const auto note = [&row] { return row.findChild<QLabel *>(u"note"_s)->text(); };
    QCOMPARE(name->text(), u"triage.sh"_s);
    QTRY_VERIFY2(note().contains(u"Overwrite"_s), qUtf8Printable(note()));
    name->setText(u"a/b.sh"_s);
    QVERIFY(!row.isReady());
    QVERIFY2(note().contains(u"a/b.sh"_s), qUtf8Printable(note()));
    name->setText(u"triage-2.sh"_s);
    QTRY_VERIFY(row.isReady());
    confirmOf(dialog)->click();
    QTRY_COMPARE(m_link->askedFor<Message::OpenUpload>().size(), 1U);
    QCOMPARE(m_link->askedFor<Message::OpenUpload>()[0].name, u"triage-2.sh"_s);
    QVERIFY(!m_link->askedFor<Message::OpenUpload>()[0].overwrite);
}

void TestUploadDialog::aScriptThatWillNotRunIsToldBefore()
{
    const QByteArray block = "# SIG # Begin signature block\r\n# AAAA\r\n# SIG # End signature block\r\n";
    const QString utf16 = u"Get-Date\r\n"_s + QString::fromLatin1(block);
    UploadDialog &dialog =
        openDialog({makeFile(u"plain.ps1"_s, "Get-Date\r\n"_ba), makeFile(u"signed.ps1"_s, "Get-Date\r\n"_ba + block),
            makeFile(u"wide.ps1"_s,
                "\xff\xfe"_ba + QByteArray(reinterpret_cast<const char *>(utf16.utf16()), 2 * utf16.size())),
            makeFile(u"other.sh"_s, "date\n"_ba)});
    const auto warns = [&dialog](int row) {
        return rowsOf(dialog).at(row)->findChild<QLabel *>(u"note"_s)->text().contains(u"no signature"_s);
    };
    QTRY_VERIFY(rowsOf(dialog).at(0)->isReady() && rowsOf(dialog).at(1)->isReady() && rowsOf(dialog).at(2)->isReady());
    QVERIFY(warns(0) && !warns(1) && !warns(2) && !warns(3));
    QVERIFY(confirmOf(dialog)->isEnabled()); // it may be stored all the same
    m_link->publish(TenantSetting::AllowUnsignedScripts, u"true"_s);
    QTRY_VERIFY(!warns(0));
}

void TestUploadDialog::theSameContentIsNamed()
{
    m_link->files[2].sha256 = QCryptographicHash::hash("twin", QCryptographicHash::Sha256);
    m_link->tell(Message::LibraryChanged{});
    const QString twin = makeFile(u"twin.sh"_s, "twin"_ba);
    QTRY_VERIFY(m_files->file(u"tool.exe"_s)->sha256 == m_link->files[2].sha256);
    UploadDialog &dialog = openDialog({twin});
    QTRY_VERIFY(rowsOf(dialog).first()->findChild<QLabel *>(u"note"_s)->text().contains(u"tool.exe"_s));
    QVERIFY(confirmOf(dialog)->isEnabled());
}

void TestUploadDialog::aRefusalStaysInItsRow()
{
    UploadDialog &dialog = openDialog({makeFile(u"one.sh"_s, "one"_ba), makeFile(u"two.sh"_s, "two"_ba)});
    QTRY_VERIFY(rowsOf(dialog).at(0)->isReady() && rowsOf(dialog).at(1)->isReady());
    confirmOf(dialog)->click();
    QTRY_COMPARE(m_link->askedFor<Message::OpenUpload>().size(), 2U); // one does not stop the other
    for (UploadRow *row : rowsOf(dialog))
        QTRY_VERIFY2(row->findChild<QLabel *>(u"note"_s)->text().contains(u"space"_s),
            qUtf8Printable(row->findChild<QLabel *>(u"note"_s)->text()));
    QVERIFY(dialog.isVisible());
    QVERIFY(confirmOf(dialog)->isEnabled()); // to try again
    Q_EMIT rowsOf(dialog).first()->removeRequested();
    QTRY_COMPARE(rowsOf(dialog).size(), 1);
}

QTEST_MAIN(TestUploadDialog)
#include "tst_uploaddialog.moc"
