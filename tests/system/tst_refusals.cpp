// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/totp.h"
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/theme/theme.h"

#include <QDeadlineTimer>
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

/// What an app does with the letters that somebody has typed into it.
QByteArray fromBase32(const QString &text)
{
    const QString alphabet = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s;
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const QChar letter : text) {
        bits = bits << 5U | quint32(alphabet.indexOf(letter));
        count += 5;
        if (count >= 8)
            bytes += char(bits >> quint32(count -= 8));
    }
    return bytes;
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

    /// What a role gives only after a second factor: before Enter, by the service, and by sonde-cli, which shows a code.
    void bySecondFactor()
    {
        endDesk();
        QCOMPARE(m_tenant
                     .cli({u"roles"_s, u"add"_s, u"hunter"_s, u"--permissions"_s,
                         u"security-data-read,advanced-live-response,response"_s, u"--second-factor"_s, u"yes"_s})
                     .status,
            0);
        const auto added = m_tenant.cli({u"users"_s, u"add"_s, u"hal"_s, u"--role"_s, u"hunter"_s}, "a word of hal\n");
        QVERIFY2(added.status == 0, added.errors.constData());
        Credentials hal = m_tenant.credentials();
        hal.user = UserName(u"hal"_s);
        hal.password = u"a word of hal"_s;
        const auto line = u"isolate -plan"_s;
        const auto refused = cliAs(hal, {u"exec"_s, u"--output"_s, u"json"_s, ownName(), line});
        QCOMPARE(refused.status, 3);
        QVERIFY2(refused.errors.contains("only after a second factor"), refused.errors.constData());

        QByteArray secret;
        {
            Desk desk(hal, Role::Analyst);
            TenantClient &client = desk.workstation.client;
            desk.sources.access.grants = client.grants();
            desk.checkRefused(line, ErrorCode::SecondFactorNeeded);
            QVERIFY(desk.isSentAtOnce(u"processes"_s));
            client.request<Message::SecondFactorSecret>(
                Message::MakeSecondFactor{}, &client, [&secret](const Result<Message::SecondFactorSecret> &made) {
                    secret = made ? fromBase32(made->secret) : QByteArray();
                });
            QTRY_COMPARE_WITH_TIMEOUT(secret.size(), 20, TestWorkstation::Patience);
            client.request<Message::Done>(Message::ShowSecondFactor{.code = codeNow(secret, -1)}, &client,
                [](const Result<Message::Done> &done) { QVERIFY(done); });
            QTRY_VERIFY_WITH_TIMEOUT(!client.grants().isLocked(), TestWorkstation::Patience);
            desk.sources.access.grants = client.grants();
            QVERIFY(desk.isSentAtOnce(line));
            desk.session->disconnectSession();
            QTRY_VERIFY_WITH_TIMEOUT(desk.session->isEnded(), TestWorkstation::Patience);
        }
        // Another sign-in shows another code, once.
        const QStringList withCode{u"--code-file"_s, privateFile(u"code"_s, codeNow(secret).toLatin1())};
        const auto done = cliAs(hal, withCode + QStringList{u"exec"_s, ownName(), line});
        QVERIFY2(!done.errors.contains("second factor"), done.errors.constData());
        QVERIFY2(done.status != 3, done.errors.constData());
        const auto again = cliAs(hal, withCode + QStringList{u"exec"_s, ownName(), line});
        QVERIFY2(again.errors.contains("used already"), again.errors.constData());
        QCOMPARE(again.status, 3);
        QVERIFY(cliAs(hal, {u"second-factor"_s, u"status"_s}).output.contains("confirmed"));
        // Lost, and set up anew by sonde-cli alone.
        QCOMPARE(m_tenant.cli({u"users"_s, u"remove-second-factor"_s, u"hal"_s}).status, 0);
        const auto made = cliAs(hal, {u"second-factor"_s, u"enrol"_s});
        QVERIFY2(made.status == 0, made.errors.constData());
        const QList<QByteArray> lines = made.output.split('\n');
        QVERIFY(lines.at(1).startsWith("otpauth://totp/Sonde%20127.0.0.1:hal?secret="));
        secret = fromBase32(QString::fromLatin1(lines.first()).remove(u' '));
        QCOMPARE(cliAs(hal, {u"second-factor"_s, u"confirm"_s}, "000000\n").status, 3);
        QCOMPARE(cliAs(hal, {u"second-factor"_s, u"confirm"_s}, codeNow(secret).toLatin1() + '\n').status, 0);
        QVERIFY(cliAs(hal, {u"second-factor"_s, u"status"_s}).output.contains("confirmed"));
        const auto verify = m_tenant.cli({u"journal"_s, u"--verify"_s});
        QVERIFY2(verify.status == 0, verify.errors.constData());
    }

private:
    static QString codeNow(const QByteArray &secret, qint64 steps = 0)
    {
        return Service::Totp::codeOf(secret, Service::Totp::stepAt(QDateTime::currentDateTimeUtc()) + steps);
    }
    /// Its name in the inventory.
    static QString ownName() { return QSysInfo::machineHostName(); }
    QString privateFile(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        const bool isThere = file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return isThere ? file.fileName() : QString();
    }
    TestTenant::Run cliAs(const Credentials &who, const QStringList &verb, const QByteArray &input = {}) const
    {
        const QStringList arguments{u"--tenant"_s, who.service.toString(), u"--fingerprint"_s, who.fingerprint,
            u"--user"_s, who.user.value(), u"--password-file"_s, privateFile(u"word"_s, who.password.toUtf8()),
            u"--language"_s, u"en"_s};
        const QDeadlineTimer patience(TestWorkstation::Patience);
        TestTenant::Run done;
        do
            done = TestTenant::run(TestTenant::program(u"sonde-cli"_s), arguments + verb, input);
        while (done.errors.contains("too much in a short time") && !patience.hasExpired());
        return done;
    }
    void endDesk()
    {
        if (!m_desk)
            return;
        m_desk->session->disconnectSession();
        [this] { QTRY_VERIFY_WITH_TIMEOUT(m_desk->session->isEnded(), TestWorkstation::Patience); }();
        m_desk.reset();
    }

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
        endDesk();
        Credentials analyst = m_tenant.credentials();
        if (role == Role::Analyst) {
            analyst.user = UserName(u"eve"_s);
            analyst.password = QLatin1StringView(Password);
        }
        m_desk = std::make_unique<Desk>(analyst, role);
        return *m_desk;
    }

    TestTenant m_tenant;
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(RefusalsTest)

#include "tst_refusals.moc"
