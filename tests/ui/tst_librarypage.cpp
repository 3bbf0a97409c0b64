// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgetaudit.h"
#include "ui/library/filepane.h"
#include "ui/library/librarypage.h"
#include "ui/library/uploaddialog.h"
#include "ui/library/uploadentry.h"
#include "ui/library/uploadrow.h"
#include "ui/library/versionhistory.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/codeview.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

namespace {

QList<UploadRow *> rowsOf(const UploadDialog &dialog)
{
    return dialog.findChildren<UploadRow *>();
}

QPushButton *confirmOf(const UploadDialog &dialog)
{
    return dialog.findChild<QPushButton *>(u"confirm"_s);
}

LibraryFile libraryFile(const QString &name, const QString &description, quint32 version = 1)
{
    LibraryFile file;
    file.name = name;
    file.version = version;
    file.sha256 = QByteArray(32, char('a' + name.size() % 20));
    file.size = 1234;
    file.description = description;
    file.updatedBy = file.createdBy = u"k.sato"_s;
    file.updated = file.created = QDateTime::currentDateTimeUtc();
    return file;
}

/// A tenant that has a library and remembers what it was asked; file bytes do not travel here.
class LibraryLink final : public TenantLink
{
    Q_OBJECT

public:
    QStringList roles{u"security-administrator"_s};
    std::vector<LibraryFile> files;
    std::vector<AnyMessage> asked;

    void open(const Credentials &) override
    {
        later([this] { Q_EMIT opened(); });
    }
    void close() override
    {
        later([this] { Q_EMIT closed({ErrorCode::Interrupted, {}, {}, {}}); });
    }
    void forget() override {}
    void send(const AnyMessage &message) override
    {
        asked.push_back(message);
        std::visit(
            [this]<typename T>(const T &request) {
                if constexpr (requires { answer(request); })
                    answer(request);
            },
            static_cast<const AnyMessage::variant &>(message));
    }

    template<typename T>
    [[nodiscard]] std::vector<T> askedFor() const
    {
        std::vector<T> found;
        for (const AnyMessage &message : asked) {
            if (const auto *wanted = std::get_if<T>(&message))
                found.push_back(*wanted);
        }
        return found;
    }
    void tell(const AnyMessage &message)
    {
        later([this, message] { Q_EMIT received(message); });
    }
    void publishLimit(qint64 bytes) { publish(TenantSetting::LibraryFileBytes, QString::number(bytes)); }
    void publish(TenantSetting setting, const QString &value)
    {
        m_settings.insert(settingKey(setting), value);
        tell(Message::Settings{0, m_settings});
    }

private:
    QMap<QString, QString> m_settings;
    void later(std::function<void()> action)
    {
        QMetaObject::invokeMethod(this, std::move(action), Qt::QueuedConnection);
    }
    void answer(const Message::Hello &)
    {
        Message::Welcome welcome;
        welcome.user = UserName(u"ada"_s);
        welcome.roles = roles;
        tell(welcome);
        publishLimit(1024 * 1024);
    }
    void answer(const Message::FetchLibrary &request)
    {
        std::vector<LibraryFile> found;
        for (const LibraryFile &file : files) {
            if (request.name.isEmpty() || file.name == request.name)
                found.push_back(file);
        }
        tell(Message::Library{request.request, found, quint32(found.size())});
    }
    void answer(const Message::DeleteLibraryFile &request) { tell(Message::Done{request.request}); }
    void answer(const Message::OpenUpload &request)
    {
        tell(Message::Refused{request.request,
            Error{ErrorCode::NoSpace, request.name, {}, {}}.with(Fact::Limit, 1).with(Fact::Actual, 2)});
    }
};

} // namespace

class TestLibraryPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theTableSaysWhatThereIs();
    void theFilterNarrowsWhileTyping();
    void anEmptyLibrarySaysWhatItIsFor();
    void deletingShowsTheUseAndAsks();
    void whoMayNotManageSeesWhy();
    void aDialogByKeyboardAlone();
    void obstaclesAreSaidBeforeAnythingMoves();
    void theLimitOfTheTenantIsFollowed();
    void anotherNameIsAnotherFile();
    void aScriptThatWillNotRunIsToldBefore();
    void theSameContentIsNamed();
    void aRefusalStaysInItsRow();
    void filesDroppedOnAChildOpenTheDialog();
    void textDroppedIsNotOurs();
    void hostileTextIsShownNotObeyed();
    void everythingIsNamed();
    void theModelsAreModels();

private:
    void connectAs(const QStringList &roles);
    [[nodiscard]] QString makeFile(const QString &name, const QByteArray &bytes);
    [[nodiscard]] UploadDialog &openDialog(const QStringList &paths);
    [[nodiscard]] bool drop(QWidget &target, const QStringList &paths);

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TenantClient> m_client;
    LibraryLink *m_link = nullptr;
    std::unique_ptr<LibraryModel> m_files;
    std::unique_ptr<LibraryController> m_library;
    std::unique_ptr<QWidget> m_window;
    UploadEntry *m_entry = nullptr;
    LibraryPage *m_page = nullptr;
};

void TestLibraryPage::init()
{
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_s));
    m_theme = std::make_unique<Theme>(*m_settings);
    auto link = std::make_unique<LibraryLink>();
    m_link = link.get();
    m_link->files = {libraryFile(u"collect.ps1"_s, u"Collects event logs"_s, 3),
        libraryFile(u"triage.sh"_s, u"First look"_s), libraryFile(u"tool.exe"_s, {})};
    m_link->files[0].signature = SignatureState::Tampered;
    m_link->files[0].uses = 7;
    m_link->files[1].hasParameters = true;
    m_link->files[1].parametersDescription = u"-all: everything"_s;
    m_client = std::make_unique<TenantClient>(std::move(link));
    m_files = std::make_unique<LibraryModel>();
    m_library = std::make_unique<LibraryController>(*m_client, *m_files);
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_entry = new UploadEntry(*m_library, *m_theme, *m_window);
    m_page = new LibraryPage(*m_library, m_entry->action(), *m_theme, *m_settings);
    layout->addWidget(m_page);
    m_window->resize(1200, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    connectAs({u"security-administrator"_s});
}

void TestLibraryPage::connectAs(const QStringList &roles)
{
    m_client->signOut();
    m_link->roles = roles;
    QTRY_COMPARE(m_client->state(), TenantClient::State::SignedOut);
    QSignalSpy listed(m_library.get(), &LibraryController::listed);
    m_client->signIn({});
    QTRY_VERIFY(!listed.isEmpty());
    QTRY_COMPARE(m_library->sizeLimit(), 1024 * 1024);
}

void TestLibraryPage::cleanup()
{
    m_window.reset();
    m_library.reset();
    m_client.reset();
    m_files.reset();
    m_theme.reset();
    m_settings.reset();
}

QString TestLibraryPage::makeFile(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

UploadDialog &TestLibraryPage::openDialog(const QStringList &paths)
{
    m_entry->open(paths);
    return *m_entry->dialog();
}

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

void TestLibraryPage::anEmptyLibrarySaysWhatItIsFor()
{
    m_link->files.clear();
    m_link->tell(Message::LibraryChanged{});
    QTRY_VERIFY(m_page->findChild<EmptyState *>()->isVisible());
    QVERIFY(!m_page->pane()->isVisible());
    QTest::mouseClick(m_page->findChild<EmptyState *>()->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(m_entry->dialog());
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
    connectAs({u"live-response-advanced"_s});
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

// ---- the upload dialog

void TestLibraryPage::aDialogByKeyboardAlone()
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

void TestLibraryPage::theLimitOfTheTenantIsFollowed()
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

void TestLibraryPage::obstaclesAreSaidBeforeAnythingMoves()
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

void TestLibraryPage::anotherNameIsAnotherFile()
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

void TestLibraryPage::aScriptThatWillNotRunIsToldBefore()
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

void TestLibraryPage::theSameContentIsNamed()
{
    m_link->files[2].sha256 = QCryptographicHash::hash("twin", QCryptographicHash::Sha256);
    m_link->tell(Message::LibraryChanged{});
    const QString twin = makeFile(u"twin.sh"_s, "twin"_ba);
    QTRY_VERIFY(m_files->file(u"tool.exe"_s)->sha256 == m_link->files[2].sha256);
    UploadDialog &dialog = openDialog({twin});
    QTRY_VERIFY(rowsOf(dialog).first()->findChild<QLabel *>(u"note"_s)->text().contains(u"tool.exe"_s));
    QVERIFY(confirmOf(dialog)->isEnabled());
}

void TestLibraryPage::aRefusalStaysInItsRow()
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
}

void TestLibraryPage::everythingIsNamed()
{
    QCOMPARE(WidgetAudit::nameless(*m_page).join(u'\n'), QString());
    UploadDialog &dialog = openDialog({makeFile(u"new.sh"_s, "echo\n"_ba)});
    rowsOf(dialog).first()->findChild<QCheckBox *>(u"hasParameters"_s)->click();
    QTRY_VERIFY(rowsOf(dialog).first()->isReady());
    QCOMPARE(WidgetAudit::nameless(dialog).join(u'\n'), QString());
    QCOMPARE(WidgetAudit::guessing(dialog).join(u'\n'), QString());
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
