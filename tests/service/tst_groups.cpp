// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "tests/service/tenantfixture.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

namespace {

DeviceGroup groupOf(const QString &name, const GroupRule &rule, RemediationLevel level = RemediationLevel::Full)
{
    return {.name = name, .description = {}, .rule = rule, .level = level};
}

GroupRule byName(const QStringList &names)
{
    GroupRule rule;
    rule.names = names;
    return rule;
}

GroupRule byTag(const QStringList &tags)
{
    GroupRule rule;
    rule.tags = tags;
    return rule;
}

} // namespace

/// Roles of the tenant's own, device groups and tags, settings and who changed them last.
class TestGroups final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_root.reset();
        tearDown();
    }

    void rulesTake_data();
    void rulesTake();
    void theFirstMatchWins();
    void theUngroupedStayLast();
    void aPreviewChangesNothing();
    void whatIsNoRuleIsRefused();
    void aNewNameIsTakenOverByRoles();
    void aGroupInUseStays();
    void tagsMoveDevicesAtOnce();
    void withoutAutomatedResponseNothingRuns();
    void rolesAreMadeAndChanged();
    void builtInRolesStay();
    void aRoleInUseStays();
    void theLastAdministratorStays();
    void commandsThatAreNotGivenAnyMoreEnd();
    void ticketsThatAreNotGivenAnyMoreEnd();
    void ticketsForDevicesOfAnotherGroupEnd();
    void settingsSayWhoChangedThem();
    void settingsAreRevertible();
    void aServerCanBeExcepted();
    void whatADeviceNeverDoesIsRefused();
    void aFullLibraryTakesNoMore();
    void allOfItIsInTheTables();

private:
    template<typename Reply, typename Request>
    std::optional<Reply> ask(Request request, TestPeer *peer = nullptr)
    {
        TestPeer &asked = peer ? *peer : *m_root;
        const quint32 number = request.request = ++m_request;
        asked.send(request);
        return QTest::qWaitFor([&] { return asked.answer(number).has_value(); }) ? asked.reply<Reply>(number)
                                                                                 : std::nullopt;
    }
    template<typename Request>
    bool done(Request request, TestPeer *peer = nullptr)
    {
        return ask<Message::Done>(std::move(request), peer).has_value();
    }
    template<typename Request>
    std::optional<Error> refusal(Request request, TestPeer *peer = nullptr)
    {
        const auto refused = ask<Message::Refused>(std::move(request), peer);
        return refused ? std::optional(refused->error) : std::nullopt;
    }
    QString groupOfDevice() { return m_bench->tenant().inventory.record(m_device).group; }

    std::unique_ptr<TestPeer> m_root;
};

void TestGroups::init()
{
    setUp({u"tier 1"_s});
    m_root = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"root"_s), {}, {Role::GlobalAdministrator}));
    QVERIFY(done(Message::AddRole{.role = {u"tier 1"_s, u"desks only"_s,
                                      {Permission::SecurityDataRead, Permission::AdvancedLiveResponse,
                                          Permission::Response, Permission::LibraryUse},
                                      {}}}));
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"ada"_s), {}, {u"tier 1"_s}));
}

void TestGroups::rulesTake_data()
{
    QTest::addColumn<QString>("property");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<bool>("taken");
    QTest::newRow("name") << u"names"_s << QStringList{u"DESK-1"_s} << true;
    QTest::newRow("begin of a name") << u"names"_s << QStringList{u"desk*"_s} << true;
    QTest::newRow("middle of a name") << u"names"_s << QStringList{u"*esk*"_s} << true;
    QTest::newRow("one of several") << u"names"_s << QStringList{u"x"_s, u"*-1"_s} << true;
    QTest::newRow("another name") << u"names"_s << QStringList{u"desk"_s, u"desk-11"_s} << false;
    QTest::newRow("domain") << u"domains"_s << QStringList{u"*.example"_s} << true;
    QTest::newRow("platform") << u"systems"_s << QStringList{u"linux"_s} << true;
    QTest::newRow("system") << u"systems"_s << QStringList{u"Debian*"_s} << true;
    QTest::newRow("another system") << u"systems"_s << QStringList{u"Windows"_s} << false;
    QTest::newRow("tag") << u"tags"_s << QStringList{u"berlin"_s} << true;
    QTest::newRow("another tag") << u"tags"_s << QStringList{u"paris"_s} << false;
    QTest::newRow("nothing") << u"tags"_s << QStringList{} << false;
    QTest::newRow("stars without end") << u"names"_s << QStringList{QString(u"*a"_s).repeated(100)} << false;
}

void TestGroups::rulesTake()
{
    QFETCH(QString, property);
    QFETCH(QStringList, values);
    GroupRule rule;
    (property == u"names"            ? rule.names
            : property == u"domains" ? rule.domains
            : property == u"systems" ? rule.systems
                                     : rule.tags) = values;
    const RuleSubject desk{u"desk-1"_s, u"soc.example"_s, Platform::Linux, u"Debian GNU/Linux 13"_s, {u"berlin"_s}};
    QTEST(takes(rule, desk), "taken");
    // And what else is said has to fit, too.
    rule.names << u"nobody"_s;
    rule.domains << u"elsewhere"_s;
    QVERIFY(!takes(rule, RuleSubject()));
}

void TestGroups::theFirstMatchWins()
{
    QVERIFY(openSession().isValid());
    QCOMPARE(groupOfDevice(), UngroupedDevices);
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"all"_s, byName({u"*"_s}))}));
    QCOMPARE(groupOfDevice(), u"all"_s);
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"desks"_s, byName({u"desk*"_s}))}));
    QCOMPARE(groupOfDevice(), u"all"_s);
    QVERIFY(
        done(Message::ChangeGroup{.name = u"desks"_s, .group = groupOf(u"desks"_s, byName({u"desk*"_s})), .rank = 1}));
    QCOMPARE(groupOfDevice(), u"desks"_s);
    QVERIFY(done(Message::RemoveGroup{.name = u"desks"_s}));
    QCOMPARE(groupOfDevice(), u"all"_s);
    const auto groups = ask<Message::Groups>(Message::FetchGroups{});
    QCOMPARE(groups->groups.size(), size_t(2));
    QCOMPARE(groups->groups.front().group.name, u"all"_s);
    QCOMPARE(groups->groups.front().devices, 1U);
    QCOMPARE(groups->groups.front().changedBy, u"root"_s);
    QCOMPARE(groups->groups.back().group.name, UngroupedDevices);
    QCOMPARE(inJournal<Event::GroupChanged>(), 4);
}

void TestGroups::theUngroupedStayLast()
{
    QCOMPARE(refusal(Message::RemoveGroup{.name = UngroupedDevices})->code, ErrorCode::NotPermitted);
    const auto ranked =
        refusal(Message::ChangeGroup{.name = UngroupedDevices, .group = groupOf(UngroupedDevices, {}), .rank = 1});
    QCOMPARE(ranked->code, ErrorCode::NotPermitted);
    QCOMPARE(
        refusal(Message::AddGroup{.group = groupOf(u"Ungrouped"_s, byName({u"*"_s}))})->code, ErrorCode::GroupExists);
    // Its level is a setting.
    QVERIFY(done(Message::ChangeGroup{
        .name = UngroupedDevices, .group = groupOf(UngroupedDevices, {}, RemediationLevel::None)}));
    QCOMPARE(m_bench->tenant().inventory.record(m_device).automationLevel, u"none"_s);
    QCOMPARE(inJournal<Event::SettingChanged>(), 1);
}

void TestGroups::aPreviewChangesNothing()
{
    for (int i = 2; i < 20; ++i)
        m_bench->tenant().inventory.setOnline(m_bench->addDevice(), linuxFacts(u"desk-%1"_s.arg(i)));
    QVERIFY(openSession().isValid());
    const auto preview = ask<Message::GroupPreview>(
        Message::PreviewGroup{.name = {}, .group = groupOf(u"new"_s, byName({u"desk-*"_s}))});
    QCOMPARE(preview->count, 19U);
    QCOMPARE(preview->devices.size(), size_t(10));
    // Behind one that takes them there is nothing left.
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"all"_s, byName({u"*"_s}))}));
    const auto behind = ask<Message::GroupPreview>(
        Message::PreviewGroup{.name = {}, .group = groupOf(u"new"_s, byName({u"desk-*"_s}))});
    QCOMPARE(behind->count, 0U);
    const auto before = ask<Message::GroupPreview>(
        Message::PreviewGroup{.name = {}, .group = groupOf(u"new"_s, byName({u"desk-*"_s})), .rank = 1});
    QCOMPARE(before->count, 19U);
    const auto instead = ask<Message::GroupPreview>(
        Message::PreviewGroup{.name = u"all"_s, .group = groupOf(u"all"_s, byName({u"desk-2"_s}))});
    QCOMPARE(instead->count, 1U);
    QCOMPARE(ask<Message::Groups>(Message::FetchGroups{})->groups.size(), size_t(2));
}

void TestGroups::whatIsNoRuleIsRefused()
{
    QStringList many;
    for (int i = 0; i < 11; ++i)
        many << u"desk-%1"_s.arg(i);
    const auto tooMany = refusal(Message::AddGroup{.group = groupOf(u"many"_s, byName(many))});
    QCOMPARE(tooMany->code, ErrorCode::BadValue);
    QCOMPARE(tooMany->facts.number(Fact::Limit), MostRuleValues);
    QCOMPARE(refusal(Message::AddGroup{.group = groupOf(u"empty"_s, {})})->code, ErrorCode::BadValue);
    QCOMPARE(refusal(Message::AddGroup{.group = groupOf(u"a*b"_s, byName({u"x"_s}))})->code, ErrorCode::BadValue);
    QCOMPARE(refusal(Message::AddGroup{.group = groupOf(QString(), byName({u"x"_s}))})->code, ErrorCode::BadValue);
    QCOMPARE(refusal(Message::ChangeGroup{.name = u"nobody"_s, .group = groupOf(u"x"_s, byName({u"x"_s}))})->code,
        ErrorCode::GroupUnknown);
    QCOMPARE(inJournal<Event::GroupChanged>(), 0);
}

void TestGroups::aNewNameIsTakenOverByRoles()
{
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"desks"_s, byName({u"desk*"_s}))}));
    RoleDefinition role{u"tier 2"_s, {}, {Permission::BasicLiveResponse}, {u"desks"_s}};
    QVERIFY(done(Message::AddRole{.role = role}));
    QVERIFY(done(Message::ChangeGroup{.name = u"desks"_s, .group = groupOf(u"seats"_s, byName({u"desk*"_s}))}));
    const auto roles = ask<Message::Roles>(Message::FetchRoles{});
    QCOMPARE(roles->roles.back().role.groups, QStringList{u"seats"_s});
    // One that is for a group that is not there would be for whoever calls one so later.
    role.name = u"tier 3"_s;
    QCOMPARE(refusal(Message::AddRole{.role = role})->code, ErrorCode::GroupUnknown);
}

void TestGroups::aGroupInUseStays()
{
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"desks"_s, byName({u"desk*"_s}))}));
    QVERIFY(done(Message::AddRole{.role = {u"tier 2"_s, {}, {Permission::BasicLiveResponse}, {u"desks"_s}}}));
    const auto refused = refusal(Message::RemoveGroup{.name = u"desks"_s});
    QCOMPARE(refused->code, ErrorCode::GroupInUse);
    QCOMPARE(refused->facts.list(Fact::Choices), QStringList{u"tier 2"_s});
    QVERIFY(done(Message::RemoveRole{.name = u"tier 2"_s}));
    QVERIFY(done(Message::RemoveGroup{.name = u"desks"_s}));
}

void TestGroups::tagsMoveDevicesAtOnce()
{
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"secret"_s, byTag({u"secret"_s}))}));
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"desks"_s, byName({u"desk*"_s}))}));
    QVERIFY(done(Message::ChangeRole{
        .role = {u"tier 1"_s, {}, {Permission::SecurityDataRead, Permission::BasicLiveResponse}, {u"desks"_s}}}));
    m_bench->tenant().inventory.setOnline(m_device, linuxFacts());
    QVERIFY(openSession().isValid());
    QVERIFY(done(Message::ChangeTags{.devices = {m_device}, .add = {u" secret "_s, u"berlin"_s}, .remove = {}}));
    QCOMPARE(groupOfDevice(), u"secret"_s);
    QVERIFY(!m_bench->tenant().sessions.isLive(m_session));
    const auto refused = refusal(Message::StartSession{.device = m_device, .reason = {}}, m_analyst.get());
    QCOMPARE(refused->code, ErrorCode::OutOfScope);
    QCOMPARE(refused->facts.text(Fact::Group), u"secret"_s);
    const auto changed = events<Event::TagsChanged>();
    QCOMPARE(changed.back().from, QStringList());
    QCOMPARE(changed.back().to, (QStringList{u"secret"_s, u"berlin"_s}));
    // On all of them or on none.
    QCOMPARE(
        refusal(Message::ChangeTags{.devices = {m_device, DeviceId(u"nobody"_s)}, .add = {}, .remove = {u"secret"_s}})
            ->code,
        ErrorCode::DeviceUnknown);
    QCOMPARE(groupOfDevice(), u"secret"_s);
    QVERIFY(done(Message::ChangeTags{.devices = {m_device}, .add = {}, .remove = {u"secret"_s}}));
    QCOMPARE(groupOfDevice(), u"desks"_s);
}

void TestGroups::withoutAutomatedResponseNothingRuns()
{
    QVERIFY(openSession().isValid());
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"desks"_s, byName({u"desk*"_s}), RemediationLevel::None)}));
    const CommandId command = submit(u"processes"_s);
    QCOMPARE(record(command).state, CommandState::Rejected);
    QCOMPARE(record(command).errors.front().code, ErrorCode::AutomationNone);
    QCOMPARE(record(command).errors.front().facts.text(Fact::Group), u"desks"_s);
    QVERIFY(done(Message::CloseSession{.session = m_session}));
    QCOMPARE(refusal(Message::StartSession{.device = m_device, .reason = {}}, m_analyst.get())->code,
        ErrorCode::AutomationNone);
    QVERIFY(done(Message::ChangeGroup{
        .name = u"desks"_s, .group = groupOf(u"desks"_s, byName({u"desk*"_s}), RemediationLevel::SemiCoreFolders)}));
    QCOMPARE(m_bench->tenant().inventory.record(m_device).automationLevel, u"semi-core-folders"_s);
    QVERIFY(ask<Message::SessionStarted>(Message::StartSession{.device = m_device, .reason = {}}, m_analyst.get()));
}

void TestGroups::rolesAreMadeAndChanged()
{
    QCOMPARE(refusal(Message::AddRole{.role = {u"Tier 1"_s, {}, {}, {}}})->code, ErrorCode::RoleExists);
    QCOMPARE(refusal(Message::AddRole{.role = {u"a,b"_s, {}, {}, {}}})->code, ErrorCode::BadValue);
    QCOMPARE(refusal(Message::ChangeRole{.role = {u"nobody"_s, {}, {}, {}}})->code, ErrorCode::RoleUnknown);
    // One that gives nothing is one, too: what comes later is in none.
    QVERIFY(done(Message::AddRole{.role = {u"none"_s, {}, {}, {}}}));
    QVERIFY(m_bench->tenant().roles.grantsOf({u"none"_s}).anywhere().isEmpty());
    const auto roles = ask<Message::Roles>(Message::FetchRoles{});
    QCOMPARE(roles->roles.size(), size_t(6));
    QVERIFY(roles->roles.front().builtIn);
    QCOMPARE(roles->roles.back().changedBy, u"root"_s);
    QVERIFY(roles->roles.back().changed.isValid());
    QCOMPARE(
        refusal(Message::AddUser{.user = UserName(u"bob"_s), .password = u"correct horse"_s, .roles = {u"nobody"_s}})
            ->code,
        ErrorCode::BadValue);
}

void TestGroups::builtInRolesStay()
{
    for (const RoleDefinition &role : builtInRoles()) {
        QCOMPARE(refusal(Message::ChangeRole{.role = role})->code, ErrorCode::NotPermitted);
        QCOMPARE(refusal(Message::AddRole{.role = role})->code, ErrorCode::RoleExists);
    }
    QCOMPARE(refusal(Message::RemoveRole{.name = Role::SecurityAdministrator})->code, ErrorCode::NotPermitted);
}

void TestGroups::aRoleInUseStays()
{
    const auto refused = refusal(Message::RemoveRole{.name = u"tier 1"_s});
    QCOMPARE(refused->code, ErrorCode::RoleInUse);
    QCOMPARE(refused->facts.list(Fact::Choices), QStringList{u"ada"_s});
}

void TestGroups::theLastAdministratorStays()
{
    QVERIFY(done(Message::AddRole{.role = {u"keeper"_s, {}, {Permission::Authorization}, {}}}));
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"kim"_s), {}, {u"keeper"_s}));
    QVERIFY(done(Message::ChangeUser{.user = UserName(u"root"_s), .roles = QStringList{Role::Analyst}}));
    m_root = m_bench->connectAnalyst(u"kim"_s, {u"keeper"_s});
    const auto refused = refusal(Message::ChangeRole{.role = {u"keeper"_s, {}, {}, {}}});
    QCOMPARE(refused->code, ErrorCode::NotPermitted);
    const auto scoped =
        refusal(Message::ChangeRole{.role = {u"keeper"_s, {}, {Permission::Authorization}, {UngroupedDevices}}});
    QCOMPARE(scoped->code, ErrorCode::NotPermitted);
    const auto changed = events<Event::UserChanged>();
    QCOMPARE(changed.back().rolesBefore.value(), QStringList{Role::GlobalAdministrator});
}

void TestGroups::commandsThatAreNotGivenAnyMoreEnd()
{
    QVERIFY(openSession().isValid());
    const CommandId reads = started(u"processes"_s);
    const CommandId writes = started(u"scan /tmp &"_s);
    QVERIFY(reads.isValid() && writes.isValid());
    QVERIFY(done(Message::ChangeRole{
        .role = {u"tier 1"_s, {}, {Permission::SecurityDataRead, Permission::BasicLiveResponse}, {}}}));
    QVERIFY(m_bench->tenant().sessions.isLive(m_session));
    QTRY_COMPARE(m_agent->count<Message::CancelCommand>(), 1);
    QCOMPARE(m_agent->last<Message::CancelCommand>().command, writes);
    const CommandId again = submit(u"scan /tmp"_s);
    QCOMPARE(record(again).errors.front().code, ErrorCode::RoleTooLow);
    QCOMPARE(record(again).errors.front().facts.text(Fact::Permission), u"advanced-live-response"_s);
}

/// A ticket outlives the question that it was given for: it is asked again whenever roles are others.
void TestGroups::ticketsThatAreNotGivenAnyMoreEnd()
{
    RoleDefinition role{u"tier 1"_s, {}, {Permission::SecurityDataRead, Permission::LibraryManage}, {}};
    QVERIFY(done(Message::ChangeRole{.role = role}));
    Message::OpenUpload upload;
    upload.name = u"tool.sh"_s;
    upload.size = 1024;
    upload.sha256 = QByteArray(32, 'x');
    const auto unused = ask<Message::Ticket>(upload, m_analyst.get());
    const auto used = ask<Message::Ticket>(upload, m_analyst.get());
    const auto others = ask<Message::Ticket>(upload);
    QVERIFY(unused && used && others);
    TransferTickets &tickets = m_bench->tenant().tickets;
    const std::stop_source underWay;
    const auto transfer = tickets.redeem(used->ticket, {}, underWay);
    QVERIFY(transfer);
    // What they still may stays.
    role.permissions.push_back(Permission::ActivityRead);
    QVERIFY(done(Message::ChangeRole{.role = role}));
    QVERIFY(!underWay.stop_requested());
    role.permissions = {Permission::SecurityDataRead, Permission::LibraryUse};
    QVERIFY(done(Message::ChangeRole{.role = role}));
    QVERIFY(underWay.stop_requested());
    QVERIFY(!tickets.redeem(unused->ticket, {}, std::stop_source(std::nostopstate)));
    QVERIFY(tickets.redeem(others->ticket, {}, std::stop_source(std::nostopstate)));
}

void TestGroups::ticketsForDevicesOfAnotherGroupEnd()
{
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"desks"_s, byTag({u"desk"_s}))}));
    QVERIFY(done(Message::ChangeTags{.devices = {m_device}, .add = {u"desk"_s}, .remove = {}}));
    QVERIFY(done(Message::AddRole{
        .role = {u"reader"_s, {}, {Permission::SecurityDataRead, Permission::ActivityRead}, {u"desks"_s}}}));
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"eve"_s), {}, {u"reader"_s}));
    RoleDefinition tier{u"tier 1"_s, {},
        {Permission::SecurityDataRead, Permission::AdvancedLiveResponse, Permission::FileCollection}, {}};
    QVERIFY(done(Message::ChangeRole{.role = tier}));
    QVERIFY(openSession().isValid());
    const CommandId command = offered();
    QVERIFY(command.isValid());
    const auto eve = m_bench->connectAnalyst(u"eve"_s, {u"reader"_s});
    const auto theirs = ask<Message::Ticket>(Message::OpenEvidence{.command = command}, eve.get());
    const auto own = ask<Message::Ticket>(Message::OpenEvidence{.command = command}, m_analyst.get());
    QVERIFY(theirs && own);
    QVERIFY(done(Message::ChangeTags{.devices = {m_device}, .add = {}, .remove = {u"desk"_s}}));
    TransferTickets &tickets = m_bench->tenant().tickets;
    QVERIFY(!tickets.redeem(theirs->ticket, {}, std::stop_source(std::nostopstate)));
    QVERIFY(tickets.redeem(own->ticket, {}, std::stop_source(std::nostopstate)));
}

void TestGroups::settingsSayWhoChangedThem()
{
    QVERIFY(ask<Message::Settings>(Message::FetchSettings{})->changes->empty());
    QVERIFY(done(Message::ChangeSetting{.key = u"user-session-limit"_s, .value = u"7"_s}));
    const auto settings = ask<Message::Settings>(Message::FetchSettings{});
    QCOMPARE(settings->changes->size(), size_t(1));
    QCOMPARE(settings->changes->front().by, u"root"_s);
    QCOMPARE(settings->changes->front().before, u"10"_s);
    QVERIFY(settings->changes->front().at.isValid());
}

void TestGroups::settingsAreRevertible()
{
    QCOMPARE(refusal(Message::RevertSetting{.key = u"user-session-limit"_s})->code, ErrorCode::BadValue);
    for (const QString &value : {u"7"_s, u"8"_s, u"9"_s})
        QVERIFY(done(Message::ChangeSetting{.key = u"user-session-limit"_s, .value = value}));
    QVERIFY(done(Message::RevertSetting{.key = u"user-session-limit"_s}));
    QCOMPARE(m_bench->tenant().settings.number(TenantSetting::UserSessionLimit), 8);
    quint64 first = 0;
    for (const JournalEntry &entry : m_bench->journal()) {
        if (!first && std::holds_alternative<Event::SettingChanged>(entry.event))
            first = entry.number;
    }
    QVERIFY(done(Message::RevertSetting{.key = u"user-session-limit"_s, .entry = first}));
    QCOMPARE(m_bench->tenant().settings.number(TenantSetting::UserSessionLimit), 10);
    QCOMPARE(refusal(Message::RevertSetting{.key = u"user-session-limit"_s, .entry = 1})->code, ErrorCode::BadValue);
    QCOMPARE(refusal(Message::RevertSetting{.key = u"user-session-limit"_s, .entry = 0})->code, ErrorCode::BadValue);
    const auto last = events<Event::SettingChanged>().back();
    QCOMPARE(last.from, u"8"_s);
    QCOMPARE(last.to, u"10"_s);
}

void TestGroups::aServerCanBeExcepted()
{
    DeviceFacts facts = linuxFacts();
    facts.server = true;
    m_bench->tenant().inventory.setOnline(m_device, facts);
    QVERIFY(done(Message::ChangeSetting{.key = u"live-response-servers"_s, .value = u"false"_s}));
    QCOMPARE(
        refusal(Message::StartSession{.device = m_device, .reason = {}}, m_analyst.get())->code, ErrorCode::ServersOff);
    QVERIFY(done(Message::ExceptServer{.device = m_device, .allowed = true}));
    QVERIFY(ask<Message::SessionStarted>(Message::StartSession{.device = m_device, .reason = {}}, m_analyst.get()));
    QCOMPARE(inJournal<Event::ServerExcepted>(), 1);
}

void TestGroups::whatADeviceNeverDoesIsRefused()
{
    QVERIFY(openSession().isValid());
    DeviceFacts facts = linuxFacts();
    facts.never = QStringList{u"run"_s, u"getfile"_s};
    m_bench->tenant().inventory.setOnline(m_device, facts);
    const auto whole = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    QVERIFY(ask<Message::Done>(Message::WatchSession{.session = m_session, .acts = true}, whole.get()));
    const auto taken = ask<Message::LineTaken>(
        Message::SubmitLine{.session = m_session, .line = u"getfile /etc/hosts"_s, .submission = {}}, whole.get());
    QVERIFY(taken);
    QCOMPARE(record(taken->command).errors.front().code, ErrorCode::DeviceForbids);
}

void TestGroups::aFullLibraryTakesNoMore()
{
    QVERIFY(done(Message::ChangeSetting{.key = u"library-bytes"_s, .value = QString::number(1024 * 1024)}));
    Message::OpenUpload upload;
    upload.name = u"tool.sh"_s;
    upload.size = 1024 * 1024 + 1;
    upload.sha256 = QByteArray(32, 'x');
    const auto refused = refusal(upload);
    QCOMPARE(refused->code, ErrorCode::QuotaReached);
    QCOMPARE(refused->facts.text(Fact::Setting), u"library-bytes"_s);
    upload.size = 1024;
    QVERIFY(ask<Message::Ticket>(upload));
}

/// What was done here is what the journal says, so that nobody changes a table unseen.
void TestGroups::allOfItIsInTheTables()
{
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"desks"_s, byName({u"desk*"_s}))}));
    QVERIFY(done(Message::AddGroup{.group = groupOf(u"others"_s, byName({u"o*"_s})), .rank = 1}));
    QVERIFY(done(Message::ChangeTags{.devices = {m_device}, .add = {u"berlin"_s}, .remove = {}}));
    QVERIFY(done(Message::ExceptServer{.device = m_device, .allowed = true}));
    QVERIFY(done(Message::ChangeSetting{.key = u"user-session-limit"_s, .value = u"7"_s}));
    const auto verdict = ask<Message::JournalVerdict>(Message::VerifyJournal{});
    QVERIFY(verdict);
    QVERIFY2(verdict->whole, qPrintable(verdict->reason));
    m_root.reset();
    m_bench->crash();
    QCOMPARE(m_bench->tenant().groups().size(), size_t(3));
    QCOMPARE(m_bench->tenant().groups().front().group.name, u"others"_s);
    QCOMPARE(m_bench->tenant().inventory.record(m_device).tags, QStringList{u"berlin"_s});
    QVERIFY(m_bench->tenant().roles.grantsOf({u"tier 1"_s}).onTenant().contains(Permission::Response));
}

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"
