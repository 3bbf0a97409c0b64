// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/filedrag.h"
#include "tests/desktop/keyboard.h"
#include "tests/desktop/screenreader.h"
#include "tests/desktop/signin.h"
#include "tests/desktop/testdesktop.h"
#include "tests/desktop/testwindow.h"
#include "tests/system/testtenant.h"
#include "ui/words/words.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

namespace {

using PartRole = ScreenPart::Role;
using State = ScreenPart::State;

QString words(const char *context, const char *source)
{
    return QCoreApplication::translate(context, source);
}

QString uploadTitle()
{
    return words("Sonde::Client::UploadDialog", "Upload file to library");
}

/// As it stands on a button: without the letter for Alt.
QString uploadButton()
{
    static const QRegularExpression mnemonic(u"\\(&.\\)|&"_s);
    return words("Sonde::Client::UploadEntry", "&Upload file to library").remove(mnemonic);
}

} // namespace

/// The workstation in a real window: files dropped on it from another program, everything by keyboard, everything by screen reader.
class TestDesktopDrive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void droppedFilesAreUploaded_data() { inEachLanguage(); }
    void droppedFilesAreUploaded();
    void whoMayNotUploadIsToldWhy_data() { inEachLanguage(); }
    void whoMayNotUploadIsToldWhy();
    void keysReachEverything();

private:
    static void inEachLanguage();
    void speak(const QString &language);
    /// A tenant with a user who may not manage security settings, made when it is first needed.
    [[nodiscard]] bool haveTenant();
    [[nodiscard]] bool signIn(const QString &user, const QString &password, const QString &language);
    /// What Tab leads to until it is back where it began.
    [[nodiscard]] QSet<QString> tabThrough() const;
    /// What of a window somebody could work with, and Tab does not lead to, or has no name.
    [[nodiscard]] QString unreachable(const ScreenPart &window) const;
    [[nodiscard]] bool hasFocus(const QString &name) const;
    [[nodiscard]] QUrl makeFile(const QString &name, const QByteArray &content) const;
    [[nodiscard]] bool shows(PartRole role, const QString &name) const
    {
        return m_reader->find(role, name).has_value();
    }
    [[nodiscard]] bool isUsable(PartRole role, const QString &name) const;
    [[nodiscard]] bool libraryShows(const QStringList &names) const;
    [[nodiscard]] QPoint middle() const;

    std::unique_ptr<TestDesktop> m_desktop;
    std::unique_ptr<ScreenReader> m_reader;
    std::unique_ptr<Keyboard> m_keyboard;
    std::unique_ptr<FileDrag> m_drag;
    std::unique_ptr<TestTenant> m_tenant;
    std::unique_ptr<TestWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_files;
    QTranslator m_words;
};

void TestDesktopDrive::initTestCase()
{
    m_desktop = std::make_unique<TestDesktop>();
    if (!m_desktop->start())
        QSKIP(qUtf8Printable(m_desktop->whatIsMissing()));
    m_reader = std::make_unique<ScreenReader>(m_desktop->readersBus());
    m_keyboard = std::make_unique<Keyboard>(*m_desktop);
    m_drag = std::make_unique<FileDrag>(m_desktop->display());
}

void TestDesktopDrive::init()
{
    m_files = std::make_unique<QTemporaryDir>();
}

void TestDesktopDrive::cleanup()
{
    if (QTest::currentTestFailed())
        qInfo("%ls", qUtf16Printable(m_reader->outline() + m_window->complaints()));
    m_window.reset();
}

void TestDesktopDrive::inEachLanguage()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "ja", "fr"})
        QTest::addRow("%s", language) << QString::fromLatin1(language);
}

void TestDesktopDrive::speak(const QString &language)
{
    QCoreApplication::removeTranslator(&m_words);
    if (m_words.load(u":/i18n/sonde_%1.qm"_s.arg(language)))
        QCoreApplication::installTranslator(&m_words);
}

QUrl TestDesktopDrive::makeFile(const QString &name, const QByteArray &content) const
{
    QFile file(m_files->filePath(name));
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qWarning("%ls: %ls", qUtf16Printable(file.fileName()), qUtf16Printable(file.errorString()));
    return QUrl::fromLocalFile(file.fileName());
}

bool TestDesktopDrive::isUsable(PartRole role, const QString &name) const
{
    const auto part = m_reader->find(role, name);
    return part && part->is(State::Enabled);
}

bool TestDesktopDrive::libraryShows(const QStringList &names) const
{
    QStringList cells;
    for (const ScreenPart &part : m_reader->everything()) {
        if (part.role == PartRole::TableCell)
            cells << part.name;
    }
    return std::ranges::all_of(names, [&cells](const QString &name) { return cells.contains(name); });
}

QPoint TestDesktopDrive::middle() const
{
    for (const ScreenPart &part : m_reader->everything()) {
        if (part.role == PartRole::Frame)
            return m_reader->place(part).center();
    }
    return {};
}

void TestDesktopDrive::droppedFilesAreUploaded()
{
    QFETCH(const QString, language);
    speak(language);
    m_window = std::make_unique<TestWindow>(*m_desktop, language);
    QVERIFY(soon([&] { return m_window->isReady(); }));

    // Two at once, onto the inventory: one dialog, a row for each.
    const QList<QUrl> two{makeFile(u"triage.sh"_s, "#!/bin/sh\nps\n"), makeFile(u"調査 & メモ.txt"_s, "memo\n")};
    QCOMPARE(m_drag->drop(two, middle()), FileDrag::Outcome::Taken);
    QVERIFY(soon([&] { return shows(PartRole::Dialog, uploadTitle()); }));
    for (const QUrl &file : two)
        QVERIFY(soon([&] {
            return shows(PartRole::Text, words("Sonde::Client::UploadRow", "Description of %1").arg(file.fileName()));
        }));
    const QString confirm = words("Sonde::Client::UploadDialog", "Confirm");
    QVERIFY(soon([&] { return isUsable(PartRole::Button, confirm); }));
    m_desktop->takePicture(u"drop-two-"_s + language);
    m_keyboard->press("Return"_L1);
    QVERIFY(soon([&] { return !shows(PartRole::Dialog, uploadTitle()); }));
    m_keyboard->press("Ctrl+2"_L1);
    QVERIFY(soon([&] { return libraryShows({two[0].fileName(), two[1].fileName()}); }));
    m_desktop->takePicture(u"drop-library-"_s + language);

    // One onto a session.
    m_keyboard->press("Ctrl+1"_L1);
    m_keyboard->press("Ctrl+N"_L1);
    QVERIFY(soon([&] { return shows(PartRole::Button, uploadButton()); }));
    const QUrl third = makeFile(u"report.txt"_s, "found nothing\n");
    QCOMPARE(m_drag->drop({third}, middle()), FileDrag::Outcome::Taken);
    QVERIFY(soon([&] { return isUsable(PartRole::Button, confirm); }));
    m_desktop->takePicture(u"drop-session-"_s + language);
    m_keyboard->press("Return"_L1);
    QVERIFY(soon([&] { return !shows(PartRole::Dialog, uploadTitle()); }));
    m_keyboard->press("Ctrl+2"_L1);
    QVERIFY(soon([&] { return libraryShows({two[0].fileName(), two[1].fileName(), third.fileName()}); }));
}

bool TestDesktopDrive::haveTenant()
{
    if (m_tenant)
        return true;
    m_tenant = std::make_unique<TestTenant>();
    return m_tenant->start() && m_tenant->cli({u"users"_s, u"add"_s, u"eve"_s}, "basic words of eve\n").status == 0;
}

bool TestDesktopDrive::signIn(const QString &user, const QString &password, const QString &language)
{
    m_window = std::make_unique<TestWindow>(*m_desktop, language,
        QStringList{u"--tenant"_s, m_tenant->credentials().service.toString(), u"--user"_s, user});
    const SignInFields fields{words("Sonde::Client::SignInDialog", "Password"),
        words("Sonde::Client::FingerprintQuestion", "Fingerprint of the tenant")};
    return Client::signIn(*m_window, *m_reader, *m_keyboard, password, m_tenant->credentials().fingerprint, fields);
}

void TestDesktopDrive::whoMayNotUploadIsToldWhy()
{
    QFETCH(const QString, language);
    QVERIFY(haveTenant());
    speak(language);
    QVERIFY(signIn(u"eve"_s, u"basic words of eve"_s, language));

    const QString reason = Words::errorText(
        notGranted(ErrorCode::NotPermitted, {}, Permission::LibraryManage, builtInGrants({Role::Analyst}), {}));
    m_keyboard->press("Ctrl+2"_L1);
    QVERIFY(soon([&] { return shows(PartRole::Button, uploadButton()); }));
    const auto button = m_reader->find(PartRole::Button, uploadButton());
    QVERIFY(!button->is(State::Enabled));
    QCOMPARE(button->description, reason);

    QCOMPARE(m_drag->drop({makeFile(u"triage.sh"_s, "ps\n")}, middle()), FileDrag::Outcome::Taken);
    QVERIFY(soon([&] { return shows(PartRole::Label, reason); }));
    QVERIFY(!shows(PartRole::Dialog, uploadTitle()));
    m_desktop->takePicture(u"drop-refused-"_s + language);
}

QSet<QString> TestDesktopDrive::tabThrough() const
{
    constexpr int most = 60;
    QSet<QString> stops;
    for (int i = 0; i < most; ++i) {
        const auto at = m_reader->focused();
        if (!at || stops.contains(at->path))
            break;
        stops << at->path;
        m_keyboard->press("Tab"_L1);
        if (!soon([&] {
                const auto next = m_reader->focused();
                return next && next->path != at->path;
            }))
            break;
    }
    return stops;
}

QString TestDesktopDrive::unreachable(const ScreenPart &window) const
{
    constexpr PartRole working[] = {
        PartRole::CheckBox, PartRole::PageTabList, PartRole::Button, PartRole::Table, PartRole::Text, PartRole::Tree};
    const QSet<QString> stops = tabThrough();
    QStringList found;
    for (const ScreenPart &part : m_reader->within(window)) {
        if (!std::ranges::contains(working, part.role) || !part.is(State::Focusable) || !part.is(State::Enabled))
            continue;
        const auto isStop = [&stops](const ScreenPart &inside) { return stops.contains(inside.path); };
        if (part.name.isEmpty() || !std::ranges::any_of(m_reader->within(part), isStop))
            found << u"%1 “%2”"_s.arg(quint32(part.role)).arg(part.name);
    }
    return found.join(u", "_s);
}

bool TestDesktopDrive::hasFocus(const QString &name) const
{
    m_keyboard->focusTopmost();
    const auto part = m_reader->focused();
    return part && part->name == name;
}

void TestDesktopDrive::keysReachEverything()
{
    speak(u"en"_s);
    m_window = std::make_unique<TestWindow>(*m_desktop, u"en"_s);
    QVERIFY(soon([&] { return m_window->isReady(); }));

    // The upload dialog: a file by its path, what it takes, and up it goes.
    m_keyboard->press("Ctrl+Shift+U"_L1);
    QVERIFY(soon([&] { return hasFocus(u"Browse…"_s); }));
    m_keyboard->press("Space"_L1);
    QVERIFY(soon(
        [&] { return shows(PartRole::Dialog, u"Choose files"_s) && m_reader->focused()->role == PartRole::Text; }));
    m_keyboard->type(makeFile(u"triage.sh"_s, "#!/bin/sh\nps\n").toLocalFile());
    m_keyboard->press("Return"_L1);
    QVERIFY(soon([&] { return hasFocus(u"Description of triage.sh"_s); }));
    QCOMPARE(unreachable(*m_reader->find(PartRole::Dialog, uploadTitle())), QString());
    m_keyboard->press("Return"_L1);
    QVERIFY(soon([&] { return !shows(PartRole::Dialog, uploadTitle()); }));

    // The library, with the file beside its table.
    m_keyboard->press("Ctrl+2"_L1);
    QVERIFY(soon([&] { return libraryShows({u"triage.sh"_s}); }));
    QCOMPARE(unreachable(*m_reader->find(PartRole::Frame, u"Library — Sonde"_s)), QString());

    // A download, and its panel.
    m_keyboard->press("Ctrl+1"_L1);
    m_keyboard->press("Ctrl+N"_L1);
    QVERIFY(soon([&] { return hasFocus(u"Command input"_s); }));
    m_keyboard->type(u"getfile /etc/passwd"_s);
    m_keyboard->press("Return"_L1);
    m_keyboard->press("Ctrl+2"_L1);
    m_keyboard->press("Ctrl+J"_L1);
    QVERIFY(soon([&] { return shows(PartRole::TableCell, u"verified"_s); }));
    QCOMPARE(unreachable(*m_reader->find(PartRole::Frame, u"Library — Sonde"_s)), QString());
    m_desktop->takePicture(u"keys-downloads"_s);
}

QTEST_GUILESS_MAIN(TestDesktopDrive)
#include "tst_desktop.moc"
