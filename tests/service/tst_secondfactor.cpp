// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/totp.h"
#include "tests/service/tenantfixture.h"

#include <QDirIterator>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto Hunter = u"hunter"_s;

/// What an app does with what the person has typed into it.
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

/// A second factor: who needs one, what counts as one, and what becomes of somebody who has lost it.
class TestSecondFactor final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_root.reset();
        tearDown();
    }

    void withoutOneTheRoleLooks();
    void aCodeUnlocksTheSignIn();
    void anotherSignInStaysLocked();
    void aRestartKeepsIt();
    void itHoldsForATime();
    void itCountsOnceConfirmed();
    void aCodeIsGoodOnce();
    void clocksDifferByOneStep();
    void wrongOnesAreLimitedForOneUser();
    void anotherOneNeedsTheOneBefore();
    void anAdministratorRemovesIt();
    void aRoleThatDemandsItLater();
    void theLastAdministratorMayNeedOne();
    void whoGrantsRolesShowsIt();
    void whatWaitsForApprovalIsSeenWithoutOne();
    void aCopiedDatabaseHoldsNoSecret();
    void theTablesAreProved();
    void nothingOfItIsInTheJournal();

private:
    template<typename Request>
    ErrorCode refusal(TestPeer &peer, Request request)
    {
        const auto refused = Service::refusal(peer, std::move(request));
        return refused ? refused->code : ErrorCode::Internal;
    }
    /// Somebody who has signed in, as SignInService does it.
    QByteArray signIn(const QString &user)
    {
        Tenant &tenant = m_bench->tenant();
        const QByteArray token = secretHash(tenant.tokens.makeAccess(UserName(user), {}).secret);
        tenant.journal.append(user, {}, Event::SignedIn{{}, token});
        return token;
    }
    std::unique_ptr<TestPeer> connectHunter(const QByteArray &token)
    {
        return m_bench->connectAnalyst(u"ada"_s, {Hunter}, token);
    }
    static QString codeNow(const QByteArray &secret, qint64 steps = 0)
    {
        return Totp::codeOf(secret, Totp::stepAt(QDateTime::currentDateTimeUtc()) + steps);
    }
    QByteArray makeSecret(TestPeer &peer)
    {
        const auto made = ask<Message::SecondFactorSecret>(peer, Message::MakeSecondFactor{});
        return made ? fromBase32(made->secret) : QByteArray();
    }
    bool show(TestPeer &peer, const QString &code) { return done(peer, Message::ShowSecondFactor{.code = code}); }
    ErrorCode notShown(TestPeer &peer, const QString &code)
    {
        return refusal(peer, Message::ShowSecondFactor{.code = code});
    }
    /// By the code of the step before, so that there are two more that are good at once.
    QByteArray setUpFactor()
    {
        const QByteArray secret = makeSecret(*m_analyst);
        return show(*m_analyst, codeNow(secret, -1)) ? secret : QByteArray();
    }
    bool mayRespond(TestPeer &peer)
    {
        const auto given = peer.count<Message::GrantsChanged>() > 0 ? peer.last<Message::GrantsChanged>().grants
                                                                    : *peer.last<Message::Welcome>().grants;
        return Grants(given).onTenant().contains(Permission::Response);
    }
    std::optional<Error> rejection(CommandId command)
    {
        for (const JournalEntry &entry : m_bench->journal()) {
            const auto *rejected = std::get_if<Event::CommandRejected>(&entry.event);
            if (rejected && entry.command == command)
                return rejected->error;
        }
        return {};
    }
    Message::JournalVerdict verdict() { return *ask<Message::JournalVerdict>(*m_root, Message::VerifyJournal{}); }

    QByteArray m_token;
    std::unique_ptr<TestPeer> m_root;
};

void TestSecondFactor::init()
{
    m_bench = std::make_unique<TenantBench>();
    m_device = m_bench->addDevice();
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"root"_s), {}, {Role::GlobalAdministrator}));
    m_root = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator}, signIn(u"root"_s));
    using enum Permission;
    RoleDefinition hunter{Hunter, {}, {SecurityDataRead, AdvancedLiveResponse, Response, FileCollection}, {}};
    hunter.secondFactor = true;
    QVERIFY(done(*m_root, Message::AddRole{.role = hunter}));
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"ada"_s), {}, {Hunter}));
    m_token = signIn(u"ada"_s);
    m_analyst = connectHunter(m_token);
    QTRY_COMPARE(m_analyst->count<Message::SecondFactor>(), 1);
}

void TestSecondFactor::withoutOneTheRoleLooks()
{
    QVERIFY(Grants(*m_analyst->last<Message::Welcome>().grants).isLocked());
    QVERIFY(openSession().isValid());
    QVERIFY(sent(u"processes"_s).isValid());
    const auto refused = rejection(submit(u"isolate -plan"_s));
    QVERIFY(refused);
    QCOMPARE(refused->code, ErrorCode::SecondFactorNeeded);
    QCOMPARE(refused->facts.text(Fact::Permission), u"response"_s);
    QCOMPARE(refused->facts.text(Fact::Role), Hunter);
    QCOMPARE(refusal(*m_analyst, Message::MakeReleaseCode{.device = m_device}), ErrorCode::SecondFactorNeeded);
    // What the role does not give at all is told as before.
    QCOMPARE(refusal(*m_analyst, Message::FetchUsers{}), ErrorCode::NotPermitted);
}

void TestSecondFactor::aCodeUnlocksTheSignIn()
{
    const QByteArray secret = makeSecret(*m_analyst);
    QCOMPARE(secret.size(), 20);
    QVERIFY(!mayRespond(*m_analyst));
    const auto other = connectHunter(m_token);
    QTRY_COMPARE(other->count<Message::Welcome>(), 1);
    QVERIFY(show(*m_analyst, codeNow(secret)));
    // It is there before the answer, and wherever else one came in by the same sign-in.
    QVERIFY(mayRespond(*m_analyst));
    QTRY_VERIFY(mayRespond(*other));
    QVERIFY(m_analyst->last<Message::SecondFactor>().shown);
    QCOMPARE(m_analyst->last<Message::SecondFactor>().state, SecondFactorState::Confirmed);
    QVERIFY(openSession().isValid());
    QVERIFY(sent(u"isolate -plan"_s).isValid());
    const auto again = connectHunter(m_token);
    QTRY_COMPARE(again->count<Message::Welcome>(), 1);
    QVERIFY(mayRespond(*again));
    QCOMPARE(inJournal<Event::SecondFactorConfirmed>(), 1);
    const auto shown = events<Event::SecondFactorShown>();
    QCOMPARE(shown.size(), size_t(1));
    QCOMPARE(shown.front().token, m_token);
    QCOMPARE(ask<Message::Users>(*m_root, Message::FetchUsers{})->users.front().secondFactor, std::optional(true));
}

void TestSecondFactor::anotherSignInStaysLocked()
{
    const QByteArray secret = setUpFactor();
    QVERIFY(!secret.isEmpty());
    const auto other = connectHunter(signIn(u"ada"_s));
    QTRY_COMPARE(other->count<Message::Welcome>(), 1);
    QVERIFY(!mayRespond(*other));
    QCOMPARE(refusal(*other, Message::MakeReleaseCode{.device = m_device}), ErrorCode::SecondFactorNeeded);
    QVERIFY(show(*other, codeNow(secret)));
    QVERIFY(mayRespond(*other));
}

void TestSecondFactor::aRestartKeepsIt()
{
    const QByteArray secret = setUpFactor();
    m_root.reset();
    m_bench->crash();
    m_analyst = connectHunter(m_token);
    QTRY_COMPARE(m_analyst->count<Message::Welcome>(), 1);
    QVERIFY(mayRespond(*m_analyst));
    // So is what was shown: it is good only once.
    QCOMPARE(notShown(*m_analyst, codeNow(secret, -1)), ErrorCode::SecondFactorWrong);
    QVERIFY(show(*m_analyst, codeNow(secret)));
}

void TestSecondFactor::itHoldsForATime()
{
    setUpFactor();
    Store &store = m_bench->tenant().store;
    QVERIFY(m_bench->tenant().tokens.secondFactorLeft(m_token) > 11h);
    auto token = *store.token(SecretKind::Access, m_token);
    // Nor does a clock that was set back lengthen it.
    token.secondFactor = QDateTime::currentDateTimeUtc().addDuration(48h);
    store.saveToken(SecretKind::Access, token);
    QVERIFY(m_bench->tenant().tokens.secondFactorLeft(m_token) <= 12h);
    token.secondFactor = QDateTime::currentDateTimeUtc().addDuration(1s);
    store.saveToken(SecretKind::Access, token);
    const auto late = connectHunter(m_token);
    QTRY_COMPARE(late->count<Message::Welcome>(), 1);
    QVERIFY(mayRespond(*late));
    QTRY_VERIFY(!mayRespond(*late));
    QVERIFY(!late->last<Message::SecondFactor>().shown);
}

void TestSecondFactor::itCountsOnceConfirmed()
{
    QCOMPARE(notShown(*m_analyst, u"123456"_s), ErrorCode::SecondFactorMissing);
    const QByteArray first = makeSecret(*m_analyst);
    QTRY_COMPARE(m_analyst->last<Message::SecondFactor>().state, SecondFactorState::Unconfirmed);
    QVERIFY(!mayRespond(*m_analyst));
    QVERIFY(!ask<Message::Users>(*m_root, Message::FetchUsers{})->users.front().secondFactor.value_or(false));
    // Whoever did not get it into their app makes another one.
    const QByteArray second = makeSecret(*m_analyst);
    QVERIFY(first != second);
    QCOMPARE(notShown(*m_analyst, codeNow(first)), ErrorCode::SecondFactorWrong);
    QVERIFY(show(*m_analyst, codeNow(second)));
}

void TestSecondFactor::aCodeIsGoodOnce()
{
    const QByteArray secret = makeSecret(*m_analyst);
    const QString code = codeNow(secret);
    QVERIFY(show(*m_analyst, code));
    QCOMPARE(notShown(*m_analyst, code), ErrorCode::SecondFactorWrong);
    // Nor is one from before that nobody has shown.
    QCOMPARE(notShown(*m_analyst, codeNow(secret, -1)), ErrorCode::SecondFactorWrong);
    QCOMPARE(inJournal<Event::SecondFactorRefused>(), 2);
    QVERIFY(show(*m_analyst, codeNow(secret, 1)));
}

void TestSecondFactor::clocksDifferByOneStep()
{
    SecondFactors &factors = m_bench->tenant().secondFactors;
    const UserName ada(u"ada"_s);
    const auto now = QDateTime::fromSecsSinceEpoch(1'800'000'010);
    for (const auto &[steps, good] :
        std::initializer_list<std::pair<int, bool>>{{-2, false}, {-1, true}, {0, true}, {1, true}, {2, false}}) {
        factors.remove(ada);
        const QByteArray secret = fromBase32(factors.make(ada).secret);
        const QString code = Totp::codeOf(secret, Totp::stepAt(now) + steps);
        QCOMPARE(factors.show(ada, code, now).has_value(), good);
    }
}

void TestSecondFactor::wrongOnesAreLimitedForOneUser()
{
    const QByteArray secret = setUpFactor();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(notShown(*m_analyst, u"abcdef"_s), ErrorCode::SecondFactorWrong);
    QCOMPARE(notShown(*m_analyst, codeNow(secret)), ErrorCode::RateLimited);
    // Not by another sign-in, either; other people are not concerned.
    const auto other = connectHunter(signIn(u"ada"_s));
    QCOMPARE(notShown(*other, codeNow(secret)), ErrorCode::RateLimited);
    const QByteArray rootSecret = makeSecret(*m_root);
    QVERIFY(show(*m_root, codeNow(rootSecret)));
    QCOMPARE(inJournal<Event::SecondFactorRefused>(), 5);
}

void TestSecondFactor::anotherOneNeedsTheOneBefore()
{
    const QByteArray secret = setUpFactor();
    const auto thief = connectHunter(signIn(u"ada"_s));
    QCOMPARE(refusal(*thief, Message::MakeSecondFactor{}), ErrorCode::SecondFactorNeeded);
    const QByteArray next = makeSecret(*m_analyst);
    QVERIFY(!next.isEmpty());
    // The one before counts until the new one is confirmed.
    QVERIFY(show(*thief, codeNow(secret)));
    QVERIFY(show(*m_analyst, codeNow(next)));
    QCOMPARE(notShown(*m_analyst, codeNow(secret, 1)), ErrorCode::SecondFactorWrong);
    QVERIFY(show(*m_analyst, codeNow(next, 1)));
}

void TestSecondFactor::anAdministratorRemovesIt()
{
    const Message::RemoveSecondFactor remove{.user = UserName(u"Ada"_s)};
    QCOMPARE(refusal(*m_root, remove), ErrorCode::SecondFactorMissing);
    QCOMPARE(refusal(*m_root, Message::RemoveSecondFactor{.user = UserName(u"nobody"_s)}), ErrorCode::UserUnknown);
    setUpFactor();
    QCOMPARE(refusal(*m_analyst, remove), ErrorCode::NotPermitted);
    bool isRevoked = false;
    QObject::connect(&m_bench->tenant(), &Tenant::userRevoked, this,
        [&](const UserName &user) { isRevoked = user == UserName(u"ada"_s); });
    QVERIFY(done(*m_root, remove));
    QVERIFY(isRevoked);
    QVERIFY(!m_bench->tenant().store.token(SecretKind::Access, m_token));
    QCOMPARE(events<Event::SecondFactorRemoved>().front().user, UserName(u"ada"_s));
    const auto again = connectHunter(signIn(u"ada"_s));
    QTRY_COMPARE(again->count<Message::SecondFactor>(), 1);
    QCOMPARE(again->last<Message::SecondFactor>().state, SecondFactorState::None);
    QVERIFY(!mayRespond(*again));
    const auto whole = verdict();
    QVERIFY2(whole.whole, qPrintable(whole.reason));
}

void TestSecondFactor::aRoleThatDemandsItLater()
{
    RoleDefinition hunter = m_bench->tenant().roles.all().back().role;
    QCOMPARE(hunter.secondFactor, std::optional(true));
    hunter.secondFactor = false;
    QVERIFY(done(*m_root, Message::ChangeRole{.role = hunter}));
    QTRY_VERIFY(mayRespond(*m_analyst));
    QVERIFY(openSession().isValid());
    const CommandId command = sent(u"isolate -plan"_s);
    QVERIFY(command.isValid());
    hunter.secondFactor = true;
    QVERIFY(done(*m_root, Message::ChangeRole{.role = hunter}));
    QTRY_VERIFY(!mayRespond(*m_analyst));
    // What is under way goes on.
    QVERIFY(m_bench->tenant().sessions.isLive(m_session));
    QCOMPARE(m_agent->count<Message::CancelCommand>(), 0);
    QCOMPARE(rejection(submit(u"isolate -plan"_s))->code, ErrorCode::SecondFactorNeeded);
}

void TestSecondFactor::theLastAdministratorMayNeedOne()
{
    RoleDefinition keeper{u"keeper"_s, {}, {Permission::SecurityDataRead, Permission::Authorization}, {}};
    keeper.secondFactor = true;
    QVERIFY(done(*m_root, Message::AddRole{.role = keeper}));
    QVERIFY(m_bench->tenant().changeUser({UserName(u"root"_s), {Role::GlobalAdministrator}},
        Message::ChangeUser{.user = UserName(u"root"_s), .roles = QStringList{u"keeper"_s}}, {}));
    m_root = m_bench->connectAnalyst(u"root"_s, {u"keeper"_s}, signIn(u"root"_s));
    QCOMPARE(refusal(*m_root, Message::FetchUsers{}), ErrorCode::SecondFactorNeeded);
    const QByteArray secret = makeSecret(*m_root);
    QVERIFY(show(*m_root, codeNow(secret)));
    QVERIFY(ask<Message::Users>(*m_root, Message::FetchUsers{}));
}

void TestSecondFactor::whoGrantsRolesShowsIt()
{
    RoleDefinition keeper{u"keeper"_s, {}, {Permission::Authorization}, {}};
    keeper.secondFactor = true;
    QVERIFY(done(*m_root, Message::AddRole{.role = keeper}));
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"kim"_s), {}, {u"keeper"_s}));
    const auto kim = m_bench->connectAnalyst(u"kim"_s, {u"keeper"_s}, signIn(u"kim"_s));
    Message::ElevateRole grant{.user = UserName(u"ada"_s), .role = Role::Analyst, .valid = 10min, .reason = u"x"_s};
    QCOMPARE(refusal(*kim, grant), ErrorCode::SecondFactorNeeded);
    const QByteArray secret = makeSecret(*kim);
    QVERIFY(show(*kim, codeNow(secret)));
    QVERIFY(done(*kim, grant));
}

void TestSecondFactor::whatWaitsForApprovalIsSeenWithoutOne()
{
    RoleDefinition second{u"second"_s, {}, {Permission::SecurityDataRead, Permission::ApproveCommands}, {}};
    second.secondFactor = true;
    QVERIFY(done(*m_root, Message::AddRole{.role = second}));
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"sam"_s), {}, {u"second"_s}));
    QVERIFY(done(*m_root, Message::ChangeSetting{.key = u"approval-verbs"_s, .value = u"getfile"_s}));
    QVERIFY(openSession().isValid());
    const CommandId held = submit(u"getfile /etc/hosts"_s);
    QVERIFY(held.isValid());
    const auto sam = m_bench->connectAnalyst(u"sam"_s, {u"second"_s}, signIn(u"sam"_s));
    QTRY_COMPARE(sam->last<Message::Approvals>().approvals.size(), size_t(1));
    const Message::DecideApproval decision{.command = held, .approved = true, .reason = u"seen"_s};
    QCOMPARE(refusal(*sam, decision), ErrorCode::SecondFactorNeeded);
    const QByteArray secret = makeSecret(*sam);
    QVERIFY(show(*sam, codeNow(secret)));
    QVERIFY(done(*sam, decision));
}

void TestSecondFactor::aCopiedDatabaseHoldsNoSecret()
{
    const QByteArray secret = setUpFactor();
    m_bench->tenant().turn.finish();
    QDirIterator files(QFileInfo(m_bench->databasePath()).path(), {u"sonde.db*"_s}, QDir::Files);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(!content.contains(secret));
        QVERIFY(!content.contains(Totp::toBase32(secret).toLatin1()));
        ++count;
    }
    QVERIFY(count > 0);
    // With another key than the journal's, or in another's row, it is good for nothing.
    Store &store = m_bench->tenant().store;
    const UserName ada(u"ada"_s);
    const auto now = QDateTime::currentDateTimeUtc();
    const SigningKey other(std::move(makeKey().value()));
    QCOMPARE(SecondFactors(store, other).show(ada, codeNow(secret), now).error().code, ErrorCode::SecondFactorWrong);
    const UserName eve(u"eve"_s);
    store.saveSecondFactor(eve, *store.secondFactor(ada));
    SecondFactors &factors = m_bench->tenant().secondFactors;
    QCOMPARE(factors.show(eve, codeNow(secret), now).error().code, ErrorCode::SecondFactorWrong);
    QVERIFY(factors.show(ada, codeNow(secret), now));
}

void TestSecondFactor::theTablesAreProved()
{
    setUpFactor();
    const auto whole = verdict();
    QVERIFY2(whole.whole, qPrintable(whole.reason));
    Store &store = m_bench->tenant().store;
    const UserName ada(u"ada"_s);
    const auto factor = *store.secondFactor(ada);
    const auto changed = [&](auto &&change) {
        change();
        m_bench->tenant().turn.finish();
        return verdict().reason;
    };
    QVERIFY(changed([&] { store.dropSecondFactor(ada); }).contains(u"ada"));
    QVERIFY(changed([&] { store.saveSecondFactor(ada, {factor.secret + 'x', {}, 0}); }).contains(u"second factor"));
    QCOMPARE(changed([&] { store.saveSecondFactor(ada, factor); }), QString());
    // Whoever wants to have shown one.
    auto token = *store.token(SecretKind::Access, signIn(u"ada"_s));
    token.secondFactor = QDateTime::currentDateTimeUtc().addDuration(1h);
    QVERIFY(changed([&] { store.saveToken(SecretKind::Access, token); }).contains(u"second factor"));
}

void TestSecondFactor::nothingOfItIsInTheJournal()
{
    const QByteArray secret = setUpFactor();
    const QString code = codeNow(secret);
    QVERIFY(show(*m_analyst, code));
    for (const JournalEntry &entry : m_bench->journal()) {
        const QByteArray kept = eventToBytes(entry.event);
        QVERIFY(!kept.contains(secret));
        QVERIFY(!kept.contains(Totp::toBase32(secret).toLatin1()));
        QVERIFY(!kept.contains(code.toLatin1()));
    }
    QCOMPARE(inJournal<Event::SecondFactorMade>(), 1);
}

QTEST_GUILESS_MAIN(TestSecondFactor)
#include "tst_secondfactor.moc"
