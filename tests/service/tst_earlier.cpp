// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqlitestore.h"
#include "tests/service/testtenantbench.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// A tenant as an earlier version left it: made by its programs, with users of the roles there were then, and devices in groups.
class TestEarlier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void rolesAreCalledOtherwise();
    void devicesStayInTheirGroups();
    void settingsStay();
    void itIsBroughtUpToDateOnce();
    void theJournalIsWhole();

private:
    void open();
    void close();
    QStringList rolesOf(const QString &user) { return m_store->user(UserName(user))->roles; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SigningKey> m_key;
    std::unique_ptr<SqliteStore> m_store;
    std::unique_ptr<Tenant> m_tenant;
};

void TestEarlier::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const QString &name : {u"sonde.db"_s, u"journal.key"_s}) {
        const QString copy = m_folder->filePath(name);
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/earlier/") + name, copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
    }
    m_key = std::make_unique<SigningKey>(std::move(loadOrMakeKey(m_folder->filePath(u"journal.key"_s)).value()));
    open();
}

void TestEarlier::open()
{
    const QString path = m_folder->filePath(u"sonde.db"_s);
    m_store = std::move(SqliteStore::open(path).value());
    m_tenant = std::make_unique<Tenant>(*m_store, *m_key, path);
    m_tenant->begin();
    m_tenant->turn.finish();
}

void TestEarlier::close()
{
    m_tenant->finish();
    m_tenant.reset();
    m_store.reset();
}

void TestEarlier::cleanup()
{
    close();
}

void TestEarlier::rolesAreCalledOtherwise()
{
    QCOMPARE(rolesOf(u"ben"_s), QStringList{Role::Analyst});
    QCOMPARE(rolesOf(u"ada"_s), QStringList{Role::Responder});
    QCOMPARE(rolesOf(u"sec"_s), QStringList{Role::SecurityAdministrator});
    QCOMPARE(rolesOf(u"root"_s), QStringList{Role::GlobalAdministrator});
    const Grants ada = m_tenant->roles.grantsOf(rolesOf(u"ada"_s));
    QVERIFY(ada.onTenant().contains({Permission::AdvancedLiveResponse, Permission::Response, Permission::LibraryUse}));
    QVERIFY(!ada.anywhere().contains(Permission::CoreSecuritySettings));
}

void TestEarlier::devicesStayInTheirGroups()
{
    QStringList groups;
    for (const DeviceId &id : m_tenant->inventory.ids())
        groups << m_tenant->inventory.record(id).group;
    groups.sort();
    QCOMPARE(groups, (QStringList{u"servers"_s, UngroupedDevices}));
    QCOMPARE(m_tenant->groups().front().group.rule.tags, QStringList{u"servers"_s});
}

void TestEarlier::settingsStay()
{
    QCOMPARE(m_tenant->settings.number(TenantSetting::UserSessionLimit), 7);
    // “semi” has got variants since; what it was is the first of them.
    QVERIFY(m_tenant->groups().back().group.level == RemediationLevel::SemiAllFolders);
}

void TestEarlier::itIsBroughtUpToDateOnce()
{
    const auto group = m_tenant->groups().front().group;
    const Analyst root(UserName(u"root"_s), {Role::GlobalAdministrator});
    QVERIFY(m_tenant->removeGroup(root, group.name));
    close();
    open();
    QCOMPARE(m_tenant->groups().size(), size_t(1));
}

void TestEarlier::theJournalIsWhole()
{
    std::optional<Message::JournalVerdict> verdict;
    m_tenant->turn.finish();
    m_tenant->check.run(this, [&verdict](const Message::JournalVerdict &said) { verdict = said; });
    QTRY_VERIFY(verdict);
    QVERIFY2(verdict->whole, qPrintable(verdict->reason));
}

QTEST_GUILESS_MAIN(TestEarlier)
#include "tst_earlier.moc"
