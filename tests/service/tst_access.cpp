// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "service/identity/password.h"
#include "service/net/permissions.h"
#include "tests/service/servicefixture.h"
#include "transport/tls/tlsclient.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

namespace {

enum class Where { InScope, Elsewhere };

/// What must be held for each message, said once more: who changes one by mistake hears of it here.
struct Wanted {
    const char *message;
    Scope scope;
    std::optional<Permission> permission = {};
};
constexpr Wanted Table[]{
    {"start-session", Scope::Device, Permission::BasicLiveResponse},
    {"close-session", Scope::Session, Permission::CoreSecuritySettings},
    {"submit-line", Scope::Session, Permission::CoreSecuritySettings},
    {"ask-cancel", Scope::Command, Permission::CoreSecuritySettings},
    {"set-background", Scope::Command, Permission::CoreSecuritySettings},
    {"watch-session", Scope::Session, Permission::ActivityRead},
    {"unwatch-session", Scope::Self},
    {"watch-tenant", Scope::Listed, Permission::SecurityDataRead},
    {"fetch-output", Scope::Command, Permission::ActivityRead},
    {"fetch-journal", Scope::SessionOrTenant, Permission::ActivityRead},
    {"verify-journal", Scope::Tenant, Permission::ActivityRead},
    {"fetch-eligibility", Scope::Device, Permission::SecurityDataRead},
    {"make-enrolment-token", Scope::Tenant, Permission::CoreSecuritySettings},
    {"fetch-enrolment-tokens", Scope::Tenant, Permission::CoreSecuritySettings},
    {"withdraw-enrolment-token", Scope::Tenant, Permission::CoreSecuritySettings},
    {"make-release-code", Scope::Device, Permission::Response},
    {"add-user", Scope::Tenant, Permission::Authorization},
    {"open-evidence", Scope::Command, Permission::ActivityRead},
    {"open-upload", Scope::Tenant, Permission::LibraryManage},
    {"open-library-file", Scope::Somewhere, Permission::LibraryUse},
    {"delete-library-file", Scope::Tenant, Permission::LibraryManage},
    {"fetch-library", Scope::Somewhere, Permission::SecurityDataRead},
    {"fetch-settings", Scope::Self},
    {"change-setting", Scope::Tenant, Permission::CoreSecuritySettings},
    {"fetch-acts", Scope::Listed, Permission::SecurityDataRead},
    {"fetch-users", Scope::Tenant, Permission::Authorization},
    {"change-user", Scope::Tenant, Permission::Authorization},
    {"sign-out-user", Scope::Tenant, Permission::Authorization},
    {"remove-device", Scope::Tenant, Permission::CoreSecuritySettings},
    {"fetch-head", Scope::Self},
    {"fetch-roles", Scope::Tenant, Permission::Authorization},
    {"add-role", Scope::Tenant, Permission::Authorization},
    {"change-role", Scope::Tenant, Permission::Authorization},
    {"remove-role", Scope::Tenant, Permission::Authorization},
    {"fetch-groups", Scope::Somewhere, Permission::SecurityDataRead},
    {"preview-group", Scope::Tenant, Permission::Authorization},
    {"add-group", Scope::Tenant, Permission::Authorization},
    {"change-group", Scope::Tenant, Permission::Authorization},
    {"remove-group", Scope::Tenant, Permission::Authorization},
    {"change-tags", Scope::Devices, Permission::CoreSecuritySettings},
    {"revert-setting", Scope::Tenant, Permission::CoreSecuritySettings},
    {"except-server", Scope::Device, Permission::CoreSecuritySettings},
    {"fetch-publishers", Scope::Tenant, Permission::CoreSecuritySettings},
    {"add-publisher", Scope::Tenant, Permission::CoreSecuritySettings},
    {"remove-publisher", Scope::Tenant, Permission::CoreSecuritySettings},
    {"fetch-case-proof", Scope::SessionOrTenant, Permission::ActivityRead},
    {"fetch-activity", Scope::Tenant, Permission::ActivityRead},
    {"elevate-role", Scope::Self},
    {"end-elevation", Scope::Self},
    {"fetch-elevations", Scope::Self},
    {"fetch-approvals", Scope::Listed, Permission::ApproveCommands},
    {"fetch-approval-plan", Scope::Command, Permission::ApproveCommands},
    {"decide-approval", Scope::Command, Permission::ApproveCommands},
    {"fetch-second-factor", Scope::Self},
    {"make-second-factor", Scope::Self},
    {"show-second-factor", Scope::Self},
    {"remove-second-factor", Scope::Tenant, Permission::Authorization},
};

/// What the roles give, likewise. The last one is the tenant's own, for the devices of one group.
struct RoleGives {
    const char *role;
    PermissionSet permissions;
    bool scoped = false;
};
using enum Permission;
constexpr RoleGives Roles[]{
    {"analyst", {SecurityDataRead, BasicLiveResponse, FileCollection}},
    {"responder", {SecurityDataRead, BasicLiveResponse, AdvancedLiveResponse, Response, FileCollection, LibraryUse}},
    {"security-administrator",
        {SecurityDataRead, CoreSecuritySettings, ActivityRead, LibraryUse, LibraryManage, ApproveCommands}},
    {"global-administrator",
        {SecurityDataRead, BasicLiveResponse, AdvancedLiveResponse, Response, FileCollection, CoreSecuritySettings,
            Authorization, ActivityRead, LibraryUse, LibraryManage, ApproveCommands}},
    {"tier 1",
        {SecurityDataRead, BasicLiveResponse, Response, ActivityRead, CoreSecuritySettings, LibraryUse, LibraryManage,
            Authorization},
        true},
};

struct Target {
    DeviceId device;
    SessionId session;
    CommandId command;
};

/// A message that asks about the target, and about nothing that is there besides.
template<typename T>
AnyMessage madeOf(quint32 request, const Target &target)
{
    T message;
    message.request = request;
    constexpr Scope scope = ruleFor<T>().needs.scope();
    if constexpr (scope == Scope::Device)
        message.device = target.device;
    if constexpr (requires { message.devices; })
        message.devices = {target.device};
    if constexpr (requires { message.session; })
        message.session = target.session;
    if constexpr (requires { message.command; })
        message.command = target.command;
    return message;
}

struct Ask {
    QString name;
    Rule rule;
    AnyMessage (*make)(quint32 request, const Target &target);
};

template<typename... Ts>
std::vector<Ask> asksOf(const std::variant<Ts...> *)
{
    std::vector<Ask> asks;
    const auto add = [&asks]<typename T>(const T *) {
        if constexpr (requires { ruleFor<T>(); })
            asks.push_back({Codec::kind<T>(), ruleFor<T>(), madeOf<T>});
    };
    (add(static_cast<const Ts *>(nullptr)), ...);
    return asks;
}

/// Every message that a workstation may send.
const std::vector<Ask> &everyAsk()
{
    static const auto asks = asksOf(static_cast<const AnyMessage::variant *>(nullptr));
    return asks;
}

bool holds(const RoleGives &role, const Wanted &wanted, Where where)
{
    const bool everywhere = !role.scoped;
    const bool here = everywhere || where == Where::InScope;
    switch (wanted.scope) {
    case Scope::Self:
    case Scope::Listed: return true;
    case Scope::Tenant: return everywhere && role.permissions.contains(*wanted.permission);
    case Scope::Somewhere: return role.permissions.contains(*wanted.permission);
    case Scope::Device:
    case Scope::Devices:
    case Scope::Session:
    case Scope::Command:
    case Scope::SessionOrTenant: return here && role.permissions.contains(*wanted.permission);
    }
    return false;
}

} // namespace

/// Every message and route, with every role, on devices that are in its scope and on others, over the real port.
class TestAccess final : public QObject, private ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init();
    void cleanup();

    void theTableIsWhole();
    void exactlyTheAllowedPass_data();
    void exactlyTheAllowedPass();
    void routesToo_data();
    void routesToo();
    void devicesOutOfScopeAreNotListed();
    void aChangeReachesOpenConnections();

private:
    std::unique_ptr<TestPeer> workstationOf(const QString &role);
    QString signIn();
    DeviceId enrolled(const QString &tag);
    void prepare(Target &target);
    template<typename Reply, typename Request>
    std::optional<Reply> ask(TestPeer &peer, Request request)
    {
        const quint32 number = request.request = ++m_request;
        const auto done = [&] { return peer.reply<Reply>(number).has_value() || peer.isClosed(); };
        peer.send(request);
        return QTest::qWaitFor(done) ? peer.reply<Reply>(number) : std::nullopt;
    }

    std::unique_ptr<TestPeer> m_root;
    Target m_inScope;
    Target m_elsewhere;
    quint32 m_request = 1000;
};

void TestAccess::init()
{
    setUp();
    m_root = m_client.openWorkstation(embeddedAccess());
    QVERIFY(m_root);
    m_inScope = {enrolled(u"desk"_s), {}, {}};
    m_elsewhere = {enrolled(u"server"_s), {}, {}};
    DeviceGroup desks{.name = u"desks"_s, .description = {}, .rule = {}};
    desks.rule.tags = {u"desk"_s};
    QVERIFY(ask<Message::Done>(*m_root, Message::AddGroup{.group = desks}));
    RoleDefinition tier{
        .name = u"tier 1"_s, .description = {}, .permissions = Roles[4].permissions.list(), .groups = {u"desks"_s}};
    QVERIFY(ask<Message::Done>(*m_root, Message::AddRole{.role = tier}));
}

void TestAccess::cleanup()
{
    m_root.reset();
    tearDown();
}

DeviceId TestAccess::enrolled(const QString &tag)
{
    const auto made = m_service->tenant().makeEnrolmentToken(ServiceActor, tag, std::chrono::hours(1));
    return m_client.enrol(made.secret).id;
}

std::unique_ptr<TestPeer> TestAccess::workstationOf(const QString &role)
{
    const UserName name(u"ada"_s);
    if (!m_service->tenant().addUser(ServiceActor, name, hashPassword(u"correct horse"_s), {role}))
        return nullptr;
    return m_client.openWorkstation(signIn());
}

QString TestAccess::signIn()
{
    return m_client.post(u"/api/sign-in"_s, {{u"user"_s, u"ada"_s}, {u"password"_s, u"correct horse"_s}})
        .body.value("token"_L1)
        .toString();
}

/// A session of somebody else, with a command.
void TestAccess::prepare(Target &target)
{
    if (target.session.isValid() && m_service->tenant().sessions.isLive(target.session))
        return;
    const auto started = ask<Message::SessionStarted>(
        *m_root, Message::StartSession{.device = target.device, .reason = {}, .takeOver = true});
    QVERIFY(started);
    target.session = started->session.id;
    const auto taken = ask<Message::LineTaken>(
        *m_root, Message::SubmitLine{.session = target.session, .line = u"processes"_s, .submission = {}});
    QVERIFY(taken);
    target.command = taken->command;
}

void TestAccess::theTableIsWhole()
{
    QStringList asked;
    for (const Ask &one : everyAsk()) {
        asked << one.name;
        const auto wanted =
            std::ranges::find(Table, one.name, [](const Wanted &row) { return QString::fromLatin1(row.message); });
        QVERIFY2(wanted != std::end(Table), qPrintable(one.name));
        QVERIFY2(one.rule.needs.scope() == wanted->scope, qPrintable(one.name));
        QVERIFY2(
            one.rule.needs.permissions() == (wanted->permission ? PermissionSet{*wanted->permission} : PermissionSet()),
            qPrintable(one.name));
    }
    QCOMPARE(asked.size(), qsizetype(std::size(Table)));
    for (size_t at = 0; at < builtInRoles().size(); ++at) {
        QCOMPARE(builtInRoles().at(at).name, QString::fromLatin1(Roles[at].role));
        QVERIFY(PermissionSet(builtInRoles().at(at).permissions) == Roles[at].permissions);
    }
}

void TestAccess::exactlyTheAllowedPass_data()
{
    QTest::addColumn<int>("role");
    for (int at = 0; at < int(std::size(Roles)); ++at)
        QTest::newRow(Roles[at].role) << at;
}

void TestAccess::exactlyTheAllowedPass()
{
    QFETCH(int, role);
    const RoleGives &given = Roles[role];
    const auto peer = workstationOf(QString::fromLatin1(given.role));
    QVERIFY2(peer, qPrintable(m_client.refusal()));
    for (const Where where : {Where::InScope, Where::Elsewhere}) {
        Target &target = where == Where::InScope ? m_inScope : m_elsewhere;
        for (const Ask &one : everyAsk()) {
            prepare(target);
            const quint32 number = ++m_request;
            peer->send(one.make(number, target));
            const QByteArray what = one.name.toLatin1() + (where == Where::InScope ? " in scope" : " elsewhere");
            QVERIFY2(QTest::qWaitFor([&] { return peer->answer(number).has_value(); }), what.constData());
            const auto wanted =
                *std::ranges::find(Table, one.name, [](const Wanted &row) { return QString::fromLatin1(row.message); });
            const auto refused = peer->reply<Message::Refused>(number);
            const Error error = refused ? refused->error : Error();
            const bool byRule = error.facts.contains(Fact::Permission);
            QVERIFY2(byRule != holds(given, wanted, where), what.constData());
            if (!byRule)
                continue;
            QCOMPARE(error.facts.text(Fact::Permission), Codec::wireName(*wanted.permission));
            QCOMPARE(error.code,
                given.permissions.contains(*wanted.permission) ? ErrorCode::OutOfScope : ErrorCode::NotPermitted);
            peer->forget();
        }
    }
    QVERIFY(!peer->isClosed());
}

void TestAccess::routesToo_data()
{
    exactlyTheAllowedPass_data();
}

/// What everybody may know, and what only who reads the activity of all.
void TestAccess::routesToo()
{
    QFETCH(int, role);
    const RoleGives &given = Roles[role];
    QVERIFY(m_service->tenant().addUser(
        ServiceActor, UserName(u"ada"_s), hashPassword(u"correct horse"_s), {QString::fromLatin1(given.role)}));
    const QString token = signIn();
    QCOMPARE(m_client.get(u"/healthz"_s, token).status, 200);
    QCOMPARE(m_client.get(u"/metrics"_s).status, 401);
    const auto numbers = m_client.get(u"/metrics"_s, token);
    const bool isAllowed = !given.scoped && given.permissions.contains(ActivityRead);
    QCOMPARE(numbers.status, isAllowed ? 200 : 403);
    if (!isAllowed) {
        const QJsonObject error = numbers.body.value("error"_L1).toObject();
        QCOMPARE(error.value("facts"_L1).toObject().value("permission"_L1).toString(), u"activity-read"_s);
    }
}

void TestAccess::devicesOutOfScopeAreNotListed()
{
    const auto peer = workstationOf(u"tier 1"_s);
    QVERIFY(peer);
    peer->send(Message::WatchTenant{1});
    QTRY_VERIFY(peer->last<Message::Devices>().complete);
    std::vector<DeviceId> listed;
    for (const auto &batch : peer->all<Message::Devices>()) {
        for (const DeviceRecord &device : batch.devices)
            listed.push_back(device.id);
    }
    QCOMPARE(listed, std::vector{m_inScope.device});
    // It leaves the group: this analyst is told that it is gone, and no more.
    peer->forget();
    QVERIFY(ask<Message::Done>(
        *m_root, Message::ChangeTags{.devices = {m_inScope.device}, .add = {}, .remove = {u"desk"_s}}));
    QTRY_COMPARE(peer->count<Message::Devices>(), 1);
    const DeviceRecord gone = peer->last<Message::Devices>().devices.front();
    QCOMPARE(gone.id, m_inScope.device);
    QVERIFY(gone.removed.value_or(false));
    QVERIFY(gone.facts.name.isEmpty());
}

void TestAccess::aChangeReachesOpenConnections()
{
    const auto peer = workstationOf(u"tier 1"_s);
    QVERIFY(peer);
    const auto started =
        ask<Message::SessionStarted>(*peer, Message::StartSession{.device = m_inScope.device, .reason = {}});
    QVERIFY(started);
    RoleDefinition less{
        .name = u"tier 1"_s, .description = {}, .permissions = {SecurityDataRead}, .groups = {u"desks"_s}};
    QVERIFY(ask<Message::Done>(*m_root, Message::ChangeRole{.role = less}));
    QTRY_COMPARE(peer->count<Message::GrantsChanged>(), 1);
    QCOMPARE(peer->last<Message::GrantsChanged>().grants.front().permissions, std::vector{SecurityDataRead});
    QVERIFY(!m_service->tenant().sessions.isLive(started->session.id));
    const auto refused = ask<Message::Refused>(*peer, Message::StartSession{.device = m_inScope.device, .reason = {}});
    QVERIFY(refused);
    QCOMPARE(refused->error.code, ErrorCode::NotPermitted);
    QVERIFY(!peer->isClosed());
    const auto changes = entries<Event::RoleChanged>();
    const auto &change = std::get<Event::RoleChanged>(changes.back().event);
    QCOMPARE(change.from->permissions.size(), Roles[4].permissions.list().size());
    QCOMPARE(change.to->permissions.size(), size_t(1));
    QVERIFY(changes.back().actor != ServiceActor);
}

int main(int argc, char *argv[])
{
    return runInServiceLoop<TestAccess>(argc, argv);
}

#include "tst_access.moc"
