// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/library/librarypagefixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/library/filepane.h"
#include "ui/library/uploaddialog.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/emptystate.h"
#include "ui/toolkit/codeview.h"
#include "ui/toolkit/hashfield.h"
#include "ui/toolkit/syntax.h"
#include "ui/words/words.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

class TestLibraryPage final : public QObject, private LibraryPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void theTableSaysWhatThereIs();
    void theUploadDialogGivesTheFocusBack();
    void theFilterNarrowsWhileTyping();
    void theFilterKeepsItsRoom();
    void anEmptyLibrarySaysWhatItIsFor();
    void whatCannotBeListedSaysWhy();
    void theHashIsThatOfTheVersionShown();
    void deletingShowsTheUseAndAsks();
    void whoMayNotManageSeesWhy();
    void filesDroppedOnAChildOpenTheDialog();
    void textDroppedIsNotOurs();
    void hostileTextIsShownNotObeyed();
    void everythingIsNamed();
    void theModelsAreModels();

private:
    [[nodiscard]] bool drop(QWidget &target, const QStringList &paths);
};

// ---- the page

void TestLibraryPage::theTableSaysWhatThereIs()
{
    QTableView *table = m_page->table();
    QCOMPARE(table->model()->rowCount(), 3);
    const auto cell = [table](int row, LibraryModel::Column column) {
        return table->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, LibraryModel::Name), u"collect.ps1"_s);
    QCOMPARE(cell(0, LibraryModel::Kind), u"PowerShell script"_s);
    QCOMPARE(cell(0, LibraryModel::Signature), u"invalid: changed after signing"_s);
    QCOMPARE(cell(0, LibraryModel::By), u"k.sato"_s);
    QCOMPARE(cell(2, LibraryModel::Parameters), u"yes"_s);
    QCOMPARE(cell(2, LibraryModel::Signature), u"—"_s);
    m_page->selectFile(u"triage.sh"_s);
    QCOMPARE(m_page->pane()->file().name, u"triage.sh"_s);
    m_link->files.pop_back();
    m_link->tell(Message::LibraryChanged{});
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(m_page->pane()->file().name, u"triage.sh"_s);
}

void TestLibraryPage::theFilterNarrowsWhileTyping()
{
    auto *filter = m_page->findChild<QLineEdit *>();
    QTest::keyClicks(filter, u"event LOGS"_s);
    QCOMPARE(m_page->table()->model()->rowCount(), 1);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(m_page->table()->model()->rowCount(), 3);
    QTest::keyClicks(filter, u"powershell"_s);
    QCOMPARE(m_page->table()->model()->rowCount(), 1);
    QTest::keyClicks(filter, u" nothing"_s);
    QVERIFY(m_page->findChild<EmptyState *>()->isVisible());
}

/// Beside the file that is shown the list is narrow: what is typed above it stays readable, and what the button says too.
void TestLibraryPage::theFilterKeepsItsRoom()
{
    QTranslator words;
    QVERIFY(words.load(u":/i18n/sonde_fr.qm"_s));
    QCoreApplication::installTranslator(&words);
    m_page->selectFile(u"triage.sh"_s);
    const auto *filter = m_page->findChild<QLineEdit *>();
    const auto *button = m_page->findChild<ActionButton *>();
    const int least = 20 * filter->fontMetrics().horizontalAdvance(u'n');
    for (const int width : {720, 1024, 1600}) {
        m_window->resize(width, 560);
        QTRY_VERIFY2(filter->width() >= least, qPrintable(u"%1 at %2"_s.arg(filter->width()).arg(width)));
        QTRY_VERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }
    QTRY_COMPARE(button->width(), button->wholeWidth()); // with all its words again
}

void TestLibraryPage::anEmptyLibrarySaysWhatItIsFor()
{
    m_link->files.clear();
    m_link->tell(Message::LibraryChanged{});
    QTRY_VERIFY(m_page->findChild<EmptyState *>()->isVisible());
    QVERIFY(!m_page->pane()->isVisible());
    QTest::mouseClick(m_page->findChild<EmptyState *>()->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(m_entry->dialog());
}

/// A refusal is not a list that never comes, and there is a way to ask again.
void TestLibraryPage::whatCannotBeListedSaysWhy()
{
    const auto files = std::exchange(m_link->files, {});
    m_link->tell(Message::LibraryChanged{});
    auto *empty = m_page->findChild<EmptyState *>();
    QTRY_VERIFY(empty->isVisible());
    m_link->listRefusal = Error{ErrorCode::RateLimited, {}, {}, {}};
    m_link->tell(Message::LibraryChanged{});
    const auto says = [empty](QStringView text) {
        return std::ranges::any_of(empty->findChildren<QLabel *>(),
            [text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    };
    QTRY_VERIFY(says(u"cannot be listed"));
    QVERIFY(says(Words::errorText(*m_link->listRefusal)));
    m_link->listRefusal.reset();
    m_link->files = files;
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(m_page->table()->model()->rowCount(), int(files.size()));
}

/// Who looks at an older version copies that one's hash.
void TestLibraryPage::theHashIsThatOfTheVersionShown()
{
    m_link->files[1].version = 2;
    LibraryFile older = m_link->files[1];
    older.version = 1;
    older.sha256 = QByteArray(32, 'o');
    m_link->files.insert(m_link->files.begin() + 2, older);
    const Syntax syntax;
    FilePane pane(*m_library, syntax, *m_theme);
    pane.resize(700, 700);
    pane.show();
    pane.setFile(m_link->files[1]);
    auto *versions = pane.findChild<QTreeWidget *>();
    QTRY_COMPARE(versions->topLevelItemCount(), 2);
    const auto hash = [&pane] { return pane.findChild<HashField *>()->hash(); };
    const auto hashOf = [](const LibraryFile &file) { return QString::fromLatin1(file.sha256.toHex()); };
    QTRY_COMPARE(hash(), hashOf(m_link->files[1]));
    versions->setCurrentItem(versions->topLevelItem(1));
    QTRY_COMPARE(hash(), hashOf(older));
    const auto titles = pane.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(titles, [](const QLabel *one) { return one->text() == u"SHA-256 of version 1"_s; }));
    versions->setCurrentItem(versions->topLevelItem(0));
    QTRY_COMPARE(hash(), hashOf(m_link->files[1]));
}

void TestLibraryPage::deletingShowsTheUseAndAsks()
{
    m_page->selectFile(u"collect.ps1"_s);
    m_page->pane()->deleteButton()->click();
    QTRY_VERIFY(m_page->findChild<QMessageBox *>());
    auto *box = m_page->findChild<QMessageBox *>();
    QVERIFY(box->informativeText().contains(u"7"_s));
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QTest::keyClick(box, Qt::Key_Return); // Cancel is what Enter means
    QTRY_VERIFY(!m_page->findChild<QMessageBox *>());
    QVERIFY(m_link->askedFor<Message::DeleteLibraryFile>().empty());
    m_page->pane()->deleteButton()->click();
    QTRY_VERIFY(m_page->findChild<QMessageBox *>());
    const auto buttons = m_page->findChild<QMessageBox *>()->buttons();
    (*std::ranges::find(buttons, u"Delete"_s, &QAbstractButton::text))->click();
    QTRY_COMPARE(m_link->askedFor<Message::DeleteLibraryFile>().size(), 1U);
    QCOMPARE(m_link->askedFor<Message::DeleteLibraryFile>()[0].name, u"collect.ps1"_s);
}

void TestLibraryPage::whoMayNotManageSeesWhy()
{
    connectAs({u"responder"_s});
    auto *button = m_page->findChild<ActionButton *>();
    QCOMPARE(button->text(), u"Upload file to library"_s);
    for (const QPushButton *greyed : {static_cast<QPushButton *>(button), m_page->pane()->deleteButton()}) {
        QVERIFY(!greyed->isEnabled());
        QVERIFY(greyed->accessibleDescription().contains(u"security administrator"_s, Qt::CaseInsensitive));
        QVERIFY(greyed->toolTip().contains(u"security administrator"_s, Qt::CaseInsensitive));
    }
    QVERIFY(m_page->pane()->downloadButton()->isEnabled());
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(makeFile(u"a.sh"_s, "echo"_ba))});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_page->table(), &enter);
    auto *sign = m_window->findChild<QLabel *>(u"dropSign"_s);
    QVERIFY(sign && sign->isVisible());
    QVERIFY(sign->text().contains(u"security administrator"_s, Qt::CaseInsensitive));
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_page->table(), &leave);
    QTRY_VERIFY(!sign->isVisible());
    QSignalSpy refused(m_entry, &UploadEntry::refused);
    QVERIFY(drop(*m_page->table(), {makeFile(u"a.sh"_s, "echo"_ba)}));
    QCOMPARE(refused.size(), 1);
    QVERIFY(!m_entry->dialog());
    connectAs({u"global-administrator"_s});
    QVERIFY(button->isEnabled());
    QVERIFY(button->toolTip().isEmpty());
}

void TestLibraryPage::theUploadDialogGivesTheFocusBack()
{
    m_page->table()->setFocus();
    QCOMPARE(m_window->focusWidget(), m_page->table());
    m_entry->open({});
    QVERIFY(m_entry->dialog());
    m_page->pane()->downloadButton()->setFocus(); // whoever takes it meanwhile
    m_entry->dialog()->reject();
    QTRY_COMPARE(m_window->focusWidget(), m_page->table());
    QTRY_VERIFY(!m_entry->dialog());
    // What had it is gone: then it is the page in front that gets it.
    QSignalSpy left(m_entry, &UploadEntry::left);
    m_entry->open({});
    m_page->table()->setEnabled(false);
    m_entry->dialog()->reject();
    QCOMPARE(left.size(), 1);
    m_page->table()->setEnabled(true);
}

// ---- drops

bool TestLibraryPage::drop(QWidget &target, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    data.setText(paths.join(u'\n'));
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&target, &enter);
    QDropEvent dropped(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&target, &dropped);
    return enter.isAccepted() && dropped.isAccepted();
}

void TestLibraryPage::filesDroppedOnAChildOpenTheDialog()
{
    const QStringList paths{makeFile(u"one.sh"_s, "one"_ba), makeFile(u"two.sh"_s, "two"_ba)};
    QVERIFY(drop(*m_page->findChild<QLineEdit *>(), paths)); // which takes text, but not this
    QVERIFY(m_entry->dialog());
    QCOMPARE(rowsOf(*m_entry->dialog()).size(), 2);
    QVERIFY(m_page->findChild<QLineEdit *>()->text().isEmpty());
    QVERIFY(drop(*m_window, {makeFile(u"three.sh"_s, "three"_ba), paths.first()}));
    QCOMPARE(rowsOf(*m_entry->dialog()).size(), 3); // added to those there, none twice
}

void TestLibraryPage::textDroppedIsNotOurs()
{
    QMimeData data;
    data.setText(u"text"_s);
    auto *filter = m_page->findChild<QLineEdit *>();
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(filter, &enter);
    QDropEvent dropped(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(filter, &dropped);
    QVERIFY(!m_entry->dialog());
    QCOMPARE(filter->text(), u"text"_s);
}

// ---- what is remote

void TestLibraryPage::hostileTextIsShownNotObeyed()
{
    CodeView &preview = *m_page->pane()->findChild<CodeView *>();
    preview.setContent(u"a.sh"_s, QByteArray("#!/bin/sh\r\necho \xE2\x80\xAEgpj <b>bold</b>\x1b[31m\r\n"));
    const QString shown = preview.editor()->toPlainText();
    QVERIFY(!shown.contains(QChar(0x202e)));
    QVERIFY(shown.contains(u"[U+202E]"_s));
    QVERIFY(shown.contains(u"<b>bold</b>[U+001B][31m"_s));
    QVERIFY2(preview.findChild<QLabel *>()->text().contains(u"CR LF"_s),
        qUtf8Printable(preview.findChild<QLabel *>()->text()));
    QVERIFY(preview.editor()->isReadOnly());
    preview.editor()->selectAll();
    preview.editor()->copy();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QChar(0x202e))); // what is copied is what there is
    preview.setContent(u"a.bin"_s, QByteArray("MZ\0\0\x90", 5));
    QVERIFY(preview.editor()->toPlainText().contains(u"4d 5a 00 00 90"_s, Qt::CaseInsensitive));

    m_link->files[1].description = u"<img src='file:///x'>\u202e"_s;
    m_link->tell(Message::LibraryChanged{});
    QTRY_VERIFY(m_files->file(u"triage.sh"_s)->description.startsWith(u"<img"_s));
    const QModelIndex cell = m_page->table()->model()->index(2, LibraryModel::Description);
    QVERIFY(!cell.data().toString().contains(QChar(0x202e)));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"&lt;img"_s));
    QCOMPARE(WidgetAudit::guessing(*m_page).join(u'\n'), QString());
    QCOMPARE(WidgetAudit::unexplained(*m_page).join(u'\n'), QString());
}

void TestLibraryPage::everythingIsNamed()
{
    QCOMPARE(WidgetAudit::nameless(*m_page).join(u'\n'), QString());
    UploadDialog &dialog = openDialog({makeFile(u"new.sh"_s, "echo\n"_ba)});
    rowsOf(dialog).first()->findChild<QCheckBox *>(u"hasParameters"_s)->click();
    QTRY_VERIFY(rowsOf(dialog).first()->isReady());
    QCOMPARE(WidgetAudit::nameless(dialog).join(u'\n'), QString());
    QCOMPARE(WidgetAudit::guessing(dialog).join(u'\n'), QString());
    QCOMPARE(WidgetAudit::unexplained(dialog).join(u'\n'), QString());
}

void TestLibraryPage::theModelsAreModels()
{
    LibraryModel files;
    LibraryTextModel text(files);
    const QAbstractItemModelTester one(&files, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester two(&text, QAbstractItemModelTester::FailureReportingMode::QtTest);
    text.sort(LibraryModel::Size, Qt::DescendingOrder);
    files.setFiles({libraryFile(u"c"_s, {}), libraryFile(u"a"_s, {}), libraryFile(u"b"_s, {})});
    QCOMPARE(files.rowCount(), 3);
    files.setFiles({libraryFile(u"d"_s, {}), libraryFile(u"b"_s, u"changed"_s)});
    QCOMPARE(files.file(0)->description, u"changed"_s);
    text.setFilterText(u"changed"_s);
    QCOMPARE(text.rowCount(), 1);
    files.setFiles({});
    QCOMPARE(text.rowCount(), 0);
}

QTEST_MAIN(TestLibraryPage)
#include "tst_librarypage.moc"
