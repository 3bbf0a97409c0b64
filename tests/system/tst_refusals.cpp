// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

constexpr auto Password = "basic words of eve";

/// One word that no value of the type is; empty where every word is one.
QString badValue(const ParameterSpec &parameter)
{
    if (!parameter.choices.isEmpty())
        return u"neither"_s;
    return parameter.type == ValueType::Integer || parameter.type == ValueType::Size ? u"many"_s : QString();
}

/// Lines of this command that no analyst can run anywhere.
QStringList wrongLines(const CommandSpec &command)
{
    QStringList lines{command.verb + u" -nosuchflag"_s, command.verb + u" -output xml"_s,
        command.verb + u" one two three four five six seven"_s, command.verb + u" >"_s, command.verb + u" & more"_s};
    for (const ParameterSpec &parameter : command.parameters) {
        if (parameter.required)
            lines << command.verb;
        if (const QString value = badValue(parameter); !value.isEmpty())
            lines << u"%1 -%2 %3"_s.arg(command.verb, parameter.name, value);
        lines << u"%1 -%2"_s.arg(command.verb, parameter.name);
    }
    lines.removeDuplicates();
    return lines;
}

} // namespace

/// What must not run is refused with its reason twice: in the workstation before the line is sent, and in the service when it was sent all
/// the same, by whatever program. Real service, real agent (of this computer, so its platform is Linux), analysts of both levels.
class RefusalsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_tenant.start(), qUtf8Printable(m_tenant.whatFailed()));
        QCOMPARE(m_tenant.cli({u"users"_s, u"add"_s, u"eve"_s}, QByteArray(Password) + '\n').status, 0);
    }
    void cleanupTestCase() { m_desk.reset(); }

    void byPlatformAndRole_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("verb");
        for (const QString &role : {Role::Analyst, Role::GlobalAdministrator}) {
            for (const CommandSpec &command : Catalogue::instance().commands())
                QTest::addRow("%s, %s", qUtf8Printable(role), qUtf8Printable(command.verb)) << role << command.verb;
        }
    }
    void byPlatformAndRole()
    {
        QFETCH(QString, role);
        QFETCH(QString, verb);
        const CommandSpec &command = *Catalogue::instance().find(verb);
        Desk &desk = deskOf(role);
        QVERIFY(desk.session);
        for (const QString &line : command.examples) {
            if (!command.platforms.testFlag(Platform::Linux))
                desk.checkRefused(line, ErrorCode::PlatformNotOffered);
            else if (!builtInGrants({role}).onTenant().contains(command.needs.permissions()))
                desk.checkRefused(line, ErrorCode::RoleTooLow);
            else
                QVERIFY2(desk.isSentAtOnce(line), qUtf8Printable(line));
        }
    }

    void byGrammar_data()
    {
        QTest::addColumn<QString>("verb");
        for (const CommandSpec &command : Catalogue::instance().commands())
            QTest::addRow("%s", qUtf8Printable(command.verb)) << command.verb;
    }
    void byGrammar()
    {
        QFETCH(QString, verb);
        int refused = 0;
        for (const QString &line : wrongLines(*Catalogue::instance().find(verb))) {
            const auto parsed = parseLine(line);
            if (parsed) // some commands take every word
                continue;
            deskOf(Role::GlobalAdministrator).checkRefused(line, parsed.error().code);
            ++refused;
        }
        QVERIFY(refused > 1);
    }

    void bySize()
    {
        deskOf(Role::GlobalAdministrator).checkRefused(u"dir "_s + QString(MaxLineBytes, u'x'), ErrorCode::LineTooLong);
    }

private:
    /// An analyst: a session, and the line they type in.
    struct Desk {
        Desk(const Credentials &credentials, const QString &role)
            : workstation(credentials)
            , session(workstation.openSession())
            , sources(session->watch()->records())
            , input(theme, history, sources)
        {
            sources.access = {builtInGrants({role}), {}, {}};
            sources.platform = Platform::Linux;
            QObject::connect(
                &input, &InputLine::submitted, &input, [this](const TypedLine &line) { sent << line.text; });
        }

        [[nodiscard]] QString hint() const
        {
            for (const QLabel *label : input.findChildren<QLabel *>()) {
                if (label->accessibleName() == u"Hint"_s)
                    return label->text();
            }
            return {};
        }
        void enter(const QString &line)
        {
            sent.clear();
            input.compose(line);
            QTest::keyClick(input.editor(), Qt::Key_Return);
        }
        bool isSentAtOnce(const QString &line)
        {
            enter(line);
            return sent == QStringList{line} && hint().startsWith(u"Type a command"_s);
        }
        void checkRefused(const QString &line, ErrorCode code)
        {
            enter(line);
            QVERIFY2(sent.isEmpty(), qUtf8Printable(line));
            QVERIFY2(hint().contains(u"Enter again"_s), qUtf8Printable(line));
            const CommandId command = TestWorkstation::submit(*session, line);
            QVERIFY2(command.isValid(), qUtf8Printable(line));
            const CommandRecord *record = session->command(command);
            QCOMPARE(record->state, CommandState::Rejected);
            QCOMPARE(record->errors.size(), size_t(1));
            QCOMPARE(record->errors.front().code, code);
        }

        TestWorkstation workstation;
        std::unique_ptr<SessionController> session;
        QTemporaryDir folder;
        Settings settings{folder.filePath(u"settings.ini"_s)};
        Theme theme{settings};
        CommandHistory history;
        CompletionSources sources;
        InputLine input;
        QStringList sent;
    };

    /// One at a time: a device has one session.
    Desk &deskOf(const QString &role)
    {
        if (m_desk && m_desk->sources.access.grants == builtInGrants({role}))
            return *m_desk;
        if (m_desk) {
            m_desk->session->disconnectSession();
            [this] { QTRY_VERIFY_WITH_TIMEOUT(m_desk->session->isEnded(), TestWorkstation::Patience); }();
        }
        Credentials analyst = m_tenant.credentials();
        if (role == Role::Analyst) {
            analyst.user = UserName(u"eve"_s);
            analyst.password = QLatin1StringView(Password);
        }
        m_desk = std::make_unique<Desk>(analyst, role);
        return *m_desk;
    }

    TestTenant m_tenant;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(RefusalsTest)

#include "tst_refusals.moc"
