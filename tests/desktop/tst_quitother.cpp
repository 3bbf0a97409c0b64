// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/keyboard.h"
#include "tests/desktop/screenreader.h"
#include "tests/desktop/signin.h"
#include "tests/desktop/testdesktop.h"
#include "tests/desktop/testwindow.h"
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

namespace {

using PartRole = ScreenPart::Role;

constexpr int MostStops = 60;
constexpr auto Password = "words that sam knows"_L1;

} // namespace

/// The workstation is left while it shows the session of somebody else: it ends well, their session goes on, and they read that nobody is
/// with them any more.
class TestQuitOther final : public QObject
{
    Q_OBJECT

public:
    enum Part { Watching, Acting };
    Q_ENUM(Part)
    enum Way { Keys, Signal };
    Q_ENUM(Way)

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void theirSessionGoesOn_data();
    void theirSessionGoesOn();

private:
    [[nodiscard]] bool openTheirSession();
    [[nodiscard]] bool act();
    void leave(Way way);
    /// Tab goes there, step by step.
    [[nodiscard]] bool reach(const std::function<bool(const ScreenPart &)> &is) const;
    [[nodiscard]] bool reachButton(const QString &name) const
    {
        return reach([&name](const ScreenPart &part) { return part.role == PartRole::Button && part.name == name; });
    }
    [[nodiscard]] bool shows(PartRole role, const QString &name) const
    {
        return m_reader->find(role, name).has_value();
    }
    [[nodiscard]] std::optional<ScreenPart> focused() const
    {
        m_keyboard->focusTopmost();
        return m_reader->focused();
    }

    std::unique_ptr<TestDesktop> m_desktop;
    std::unique_ptr<ScreenReader> m_reader;
    std::unique_ptr<Keyboard> m_keyboard;
    std::unique_ptr<TestTenant> m_tenant;
    std::unique_ptr<TestWorkstation> m_owner;
    std::unique_ptr<SessionController> m_session;
    std::unique_ptr<TestWindow> m_window;
};

void TestQuitOther::initTestCase()
{
    m_desktop = std::make_unique<TestDesktop>();
    if (!m_desktop->start())
        QSKIP(qUtf8Printable(m_desktop->whatIsMissing()));
    m_reader = std::make_unique<ScreenReader>(m_desktop->readersBus());
    m_keyboard = std::make_unique<Keyboard>(*m_desktop);
    m_tenant = std::make_unique<TestTenant>();
    QVERIFY2(m_tenant->start(), qPrintable(m_tenant->whatFailed()));
    const auto added = m_tenant->cli({u"users"_s, u"add"_s, u"sam"_s, u"--role"_s, u"global-administrator"_s},
        QByteArray(Password.data(), Password.size()) + '\n');
    QVERIFY2(added.status == 0, added.errors.constData());
    m_owner = std::make_unique<TestWorkstation>(m_tenant->credentials());
    m_session = m_owner->openSession();
    QVERIFY(m_session);
}

void TestQuitOther::cleanup()
{
    if (QTest::currentTestFailed() && m_window)
        qInfo("%ls", qUtf16Printable(m_reader->outline() + m_window->complaints()));
    m_window.reset();
}

bool TestQuitOther::reach(const std::function<bool(const ScreenPart &)> &is) const
{
    for (int stop = 0; stop < MostStops; ++stop) {
        const auto at = focused();
        if (at && is(*at))
            return true;
        m_keyboard->press("Tab"_L1);
        const auto hasMoved = [&] {
            const auto next = focused();
            return next && (!at || next->path != at->path);
        };
        if (!soon(hasMoved))
            return false;
    }
    return false;
}

/// By the button of its device that says that it goes on.
bool TestQuitOther::openTheirSession()
{
    const auto isTheirs = [](const ScreenPart &part) {
        return part.role == PartRole::Button && part.name.contains(u" · admin · "_s) && part.name.endsWith(u"live"_s);
    };
    const auto isListed = [&] { return std::ranges::any_of(m_reader->everything(), isTheirs); };
    if (!soon(isListed) || !reach(isTheirs))
        return false;
    m_keyboard->press("Space"_L1);
    return soon([this] { return shows(PartRole::Button, u"Act in the session of admin…"_s); });
}

bool TestQuitOther::act()
{
    if (!reachButton(u"Act in the session of admin…"_s))
        return false;
    m_keyboard->press("Space"_L1);
    if (!soon([this] { return shows(PartRole::Button, u"Act in it"_s); }) || !reachButton(u"Act in it"_s))
        return false;
    m_keyboard->press("Space"_L1);
    if (!soon([this] { return shows(PartRole::Button, u"Only watch"_s); }))
        return false;
    if (!reach([](const ScreenPart &part) { return part.name == u"Command input"_s; }))
        return false;
    m_keyboard->type(u"cd /tmp"_s);
    m_keyboard->press("Return"_L1);
    return soon([this] { return m_session->othersActing() == QStringList{u"sam"_s}; });
}

void TestQuitOther::leave(Way way)
{
    if (way == Keys)
        m_keyboard->press("Ctrl+Q"_L1);
    else
        m_window->askToEnd();
}

void TestQuitOther::theirSessionGoesOn_data()
{
    QTest::addColumn<Part>("part");
    QTest::addColumn<Way>("way");
    const auto parts = QMetaEnum::fromType<Part>();
    const auto ways = QMetaEnum::fromType<Way>();
    for (const Part part : {Watching, Acting}) {
        for (const Way way : {Keys, Signal})
            QTest::addRow("%s, %s", parts.valueToKey(part), ways.valueToKey(way)) << part << way;
    }
}

void TestQuitOther::theirSessionGoesOn()
{
    QFETCH(const Part, part);
    QFETCH(const Way, way);
    m_window = std::make_unique<TestWindow>(*m_desktop, u"en"_s,
        QStringList{u"--tenant"_s, m_tenant->credentials().service.toString(), u"--user"_s, u"sam"_s});
    QVERIFY(signIn(*m_window, *m_reader, *m_keyboard, Password, m_tenant->credentials().fingerprint));
    QVERIFY(openTheirSession());
    QVERIFY(soon([this] { return m_session->otherWatchers() == QStringList{u"sam"_s}; }));
    if (part == Acting) {
        QVERIFY(act());
        QVERIFY(soon([this] { return m_session->running().isEmpty(); }));
    }

    leave(way); // nobody is asked: nothing of this is sam's to end
    QVERIFY(soon([this] { return !m_window->ending().isEmpty(); }));
    QCOMPARE(m_window->ending(), u"exit 0"_s);
    QVERIFY(soon([this] { return m_session->otherWatchers().isEmpty(); }));
    QVERIFY(m_session->othersActing().isEmpty());
    QCOMPARE(m_session->session().state, SessionState::Connected);
    const CommandId next = TestWorkstation::submit(*m_session, u"cd /"_s);
    QVERIFY(soon([&] { return m_session->command(next)->state == CommandState::Completed; }));

    // The journal says when they came and went.
    const auto journal =
        m_tenant->cli({u"--output"_s, u"json"_s, u"journal"_s, u"--session"_s, m_session->id().toString()});
    QVERIFY2(journal.status == 0, journal.errors.constData());
    QCOMPARE(journal.output.count("stepped-in"), journal.output.count("stepped-back"));
    QCOMPARE(journal.output.contains("stepped-in"), part == Acting);
}

QTEST_GUILESS_MAIN(TestQuitOther)
#include "tst_quitother.moc"
