// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/filedrag.h"
#include "tests/desktop/keyboard.h"
#include "tests/desktop/screenreader.h"
#include "tests/desktop/testdesktop.h"
#include "tests/desktop/testwindow.h"

#include <QFile>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

namespace {

using Role = ScreenPart::Role;

constexpr QSize OwnSize(1100, 720); ///< neither the one it starts with nor the one it was started with

} // namespace

/// The workstation is left, wherever one is in it and by whichever way: it ends well, and the next time its window is as it was.
class TestQuit final : public QObject
{
    Q_OBJECT

public:
    enum Place { Starting, Devices, Library, Remediations, Session, TwoSessions, Downloads, Command };
    Q_ENUM(Place)
    enum Way { Keys, Frame, Signal };
    Q_ENUM(Way)

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void endsWellAndComesBack_data();
    void endsWellAndComesBack();
    void cancelStays();
    void disconnectAllEndsWhatRuns();

private:
    [[nodiscard]] bool arriveAt(Place place);
    [[nodiscard]] bool startSession();
    [[nodiscard]] bool endSession();
    [[nodiscard]] bool openDownloads();
    /// Of a script that takes longer than the test.
    [[nodiscard]] bool startCommand();
    void submit(const QString &line);
    void leave(Way way);
    /// The one question of the way out.
    [[nodiscard]] bool isAsked()
    {
        return soon([this] { return shows(Role::Dialog, u"Close Sonde"_s); });
    }
    void answer(const QString &button);
    [[nodiscard]] QString ending() const;

    [[nodiscard]] bool shows(Role role, const QString &name) const { return m_reader->find(role, name).has_value(); }
    [[nodiscard]] bool hasFocus(const QString &name) const;
    /// Of the window, on the screen.
    [[nodiscard]] QRect place() const;

    std::unique_ptr<TestDesktop> m_desktop;
    std::unique_ptr<ScreenReader> m_reader;
    std::unique_ptr<Keyboard> m_keyboard;
    std::unique_ptr<WindowFrame> m_frame;
    std::unique_ptr<FileDrag> m_drag;
    std::unique_ptr<TestWindow> m_window;
    QTemporaryDir m_files;
};

void TestQuit::initTestCase()
{
    m_desktop = std::make_unique<TestDesktop>();
    if (!m_desktop->start())
        QSKIP(qUtf8Printable(m_desktop->whatIsMissing()));
    m_reader = std::make_unique<ScreenReader>(m_desktop->readersBus());
    m_keyboard = std::make_unique<Keyboard>(*m_desktop);
    m_frame = std::make_unique<WindowFrame>(*m_desktop);
    m_drag = std::make_unique<FileDrag>(m_desktop->display());
}

void TestQuit::cleanup()
{
    if (QTest::currentTestFailed() && m_window)
        qInfo("%ls", qUtf16Printable(m_reader->outline() + m_window->complaints()));
    m_window.reset();
}

bool TestQuit::hasFocus(const QString &name) const
{
    m_keyboard->focusTopmost();
    const auto part = m_reader->focused();
    return part && part->name == name;
}

QRect TestQuit::place() const
{
    for (const ScreenPart &part : m_reader->everything()) {
        if (part.role == Role::Frame)
            return m_reader->place(part);
    }
    return {};
}

// ---- where one may be

bool TestQuit::arriveAt(Place place)
{
    if (place == Starting)
        return true;
    if (!soon([this] { return m_window->isReady(); }))
        return false;
    switch (place) {
    case Starting:
    case Devices: return true;
    case Library: m_keyboard->press("Ctrl+2"_L1); return soon([this] { return hasFocus(u"Filter the library"_s); });
    case Remediations:
        m_keyboard->press("Ctrl+3"_L1);
        return soon([this] { return hasFocus(u"Filter the remediations"_s); });
    case Session: return startSession();
    case TwoSessions: return startSession() && endSession() && startSession();
    case Downloads: return startSession() && openDownloads();
    case Command: return startCommand();
    }
    Q_UNREACHABLE_RETURN(false);
}

bool TestQuit::startSession()
{
    const QString start = u"Start live response session"_s;
    const auto mayStart = [this, start] {
        const auto button = m_reader->find(Role::Button, start);
        return button && button->is(ScreenPart::State::Enabled);
    };
    if (!soon([this] { return hasFocus(u"Filter devices"_s); }) || !soon(mayStart))
        return false;
    m_keyboard->press("Ctrl+N"_L1);
    // Among ten windows, this one says whose it is.
    const auto namesDevice = [this] {
        const auto parts = m_reader->everything();
        return std::ranges::any_of(parts, [](const ScreenPart &part) {
            return part.role == Role::Frame && part.name == QSysInfo::machineHostName() + u" — Sonde"_s;
        });
    };
    return soon([this] { return hasFocus(u"Command input"_s); }) && soon(namesDevice);
}

bool TestQuit::endSession()
{
    submit(u"exit"_s);
    if (!soon([this] { return hasFocus(u"Confirm"_s); }))
        return false;
    m_keyboard->press("Return"_L1);
    if (!soon([this] { return shows(Role::Button, u"Start a new session"_s); }))
        return false;
    m_keyboard->press("Ctrl+1"_L1);
    return true;
}

bool TestQuit::openDownloads()
{
    m_keyboard->press("Ctrl+J"_L1);
    return soon([this] { return shows(Role::Button, u"Close the downloads"_s); });
}

bool TestQuit::startCommand()
{
    QFile script(m_files.filePath(u"wait.sh"_s));
    if (!script.open(QFile::WriteOnly) || script.write("#!/bin/sh\nsleep 60\n") < 0 || !script.flush())
        return false;
    if (m_drag->drop({QUrl::fromLocalFile(script.fileName())}, place().center()) != FileDrag::Outcome::Taken)
        return false;
    const auto mayConfirm = [this] {
        const auto button = m_reader->find(Role::Button, u"Confirm"_s);
        return button && button->is(ScreenPart::State::Enabled);
    };
    if (!soon(mayConfirm))
        return false;
    m_keyboard->press("Return"_L1);
    if (!soon([this] { return !shows(Role::Dialog, u"Upload file to library"_s); }) || !startSession())
        return false;
    submit(u"run wait.sh"_s);
    return soon([this] { return shows(Role::Label, u"paused"_s); });
}

void TestQuit::submit(const QString &line)
{
    m_keyboard->type(line);
    m_keyboard->press("Return"_L1);
}

// ---- how one may leave

void TestQuit::leave(Way way)
{
    switch (way) {
    case Keys: m_keyboard->press("Ctrl+Q"_L1); break;
    case Frame: m_frame->close(); break;
    case Signal: m_window->askToEnd(); break;
    }
}

/// By the keys that lead to it: Tab goes round through the buttons.
void TestQuit::answer(const QString &button)
{
    for (int step = 0; step < 4 && !hasFocus(button); ++step)
        m_keyboard->press("Tab"_L1);
    m_keyboard->press("Space"_L1);
}

QString TestQuit::ending() const
{
    return soon([this] { return !m_window->ending().isEmpty(); }) ? m_window->ending() : u"still there"_s;
}

void TestQuit::endsWellAndComesBack_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<Way>("way");
    const auto places = QMetaEnum::fromType<Place>();
    const auto ways = QMetaEnum::fromType<Way>();
    for (int place = 0; place < places.keyCount(); ++place) {
        for (const Way way : {Keys, Frame})
            QTest::addRow("%s, %s", places.key(place), ways.valueToKey(way)) << Place(places.value(place)) << way;
    }
    QTest::addRow("Session, Signal") << Session << Signal;
}

void TestQuit::endsWellAndComesBack()
{
    QFETCH(const Place, place);
    QFETCH(const Way, way);
    m_window = std::make_unique<TestWindow>(*m_desktop, u"en"_s);
    QVERIFY(soon([this] { return m_window->isPainted(); }));
    m_frame->resize(OwnSize);
    const auto hasOwnSize = [this] { return this->place().size() == OwnSize; };
    QVERIFY(soon(hasOwnSize));
    QVERIFY(arriveAt(place));
    leave(way);
    // Nobody is asked when nothing is held, nor when somebody else ends the program.
    const bool holds = place == Session || place == TwoSessions || place == Downloads || place == Command;
    if (holds && way != Signal) {
        QVERIFY(isAsked());
        answer(u"Close all the same"_s);
    }
    QCOMPARE(ending(), u"exit 0"_s);

    m_window->startAgain();
    QVERIFY(soon([this] { return m_window->isPainted(); }));
    QVERIFY(soon([this] { return !this->place().isEmpty(); }));
    QCOMPARE(this->place().size(), OwnSize);
    QCOMPARE(shows(Role::Button, u"Close the downloads"_s), place == Downloads);
    leave(Signal);
    QCOMPARE(ending(), u"exit 0"_s);
}

/// The question says what runs, and "Cancel" means that nothing happened.
void TestQuit::cancelStays()
{
    m_window = std::make_unique<TestWindow>(*m_desktop, u"en"_s);
    QVERIFY(arriveAt(Command));
    leave(Frame);
    QVERIFY(isAsked());
    for (const QString &line : {u"1 command running"_s, u"1 session held"_s})
        QVERIFY2(shows(Role::Label, line), qPrintable(line));
    leave(Keys); // asked once, however often
    answer(u"Cancel"_s);
    QVERIFY(soon([this] { return !shows(Role::Dialog, u"Close Sonde"_s); }));
    QVERIFY(shows(Role::Label, u"connected"_s));
    QVERIFY(m_window->ending().isEmpty());
    leave(Signal);
    QCOMPARE(ending(), u"exit 0"_s);
}

void TestQuit::disconnectAllEndsWhatRuns()
{
    m_window = std::make_unique<TestWindow>(*m_desktop, u"en"_s);
    QVERIFY(arriveAt(Command));
    leave(Frame);
    QVERIFY(isAsked());
    answer(u"Disconnect all"_s);
    QCOMPARE(ending(), u"exit 0"_s);

    m_window->startAgain();
    QVERIFY(soon([this] { return m_window->isReady(); }));
    QVERIFY(soon([this] { return shows(Role::Button, u"Start live response session"_s); })); // nothing is held
    leave(Frame);
    QCOMPARE(ending(), u"exit 0"_s);
}

QTEST_GUILESS_MAIN(TestQuit)
#include "tst_quit.moc"
