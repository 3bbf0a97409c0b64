// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/headwitness.h"
#include "tests/controllers/scriptedtenant.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

/// What a user saw of a tenant's journal, and whether it is still so.
class HeadWitnessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_tenant = std::make_unique<ScriptedTenant>();
        m_tenant->hashes = {"one", "two", "three"};
    }

    void aJournalThatGrewIsTheSame()
    {
        QVERIFY(!differenceNow());
        m_tenant->hashes += "four";
        QVERIFY(!differenceNow());
        QVERIFY(!differenceNow());
    }

    void aJournalThatWasCutIsNot()
    {
        QVERIFY(!differenceNow());
        m_tenant->hashes.removeLast();
        const auto error = differenceNow();
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::JournalBroken);
        QCOMPARE(error->subject, u"3"_s);
        // It stays so, however long it grows again.
        m_tenant->hashes += {"another", "four", "five"};
        QVERIFY(differenceNow());
    }

    void aJournalThatWasRewrittenIsNot()
    {
        QVERIFY(!differenceNow());
        m_tenant->hashes = {"one", "two", "another", "four"};
        QCOMPARE(differenceNow().value_or(Error{}).code, ErrorCode::JournalBroken);
    }

    void tenantsAreToldApart()
    {
        QVERIFY(!differenceNow(u"aa"_s));
        m_tenant->hashes = {"of", "another"};
        QVERIFY(!differenceNow(u"bb"_s));
    }

    void aFileThatIsNoneIsNoWitness()
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly) && file.write("nonsense") > 0);
        file.close();
        QVERIFY(!differenceNow());
        m_tenant->hashes.removeLast();
        QVERIFY(differenceNow());
    }

    void whatItRemembersIsCountersigned()
    {
        m_tenant->journalKey = ProofKey::make().value();
        QVERIFY(!differenceNow());
        m_tenant->hashes += "four";
        QVERIFY(!differenceNow());
        const auto countersigned = HeadWitness::countersignatures(u"aa"_s, path());
        QCOMPARE(countersigned.size(), 2U);
        const auto &last = countersigned.back();
        QCOMPARE(last.at, (JournalPoint{4, "four", "root of four"}));
        QVERIFY(proofVerify(last.key, countersignText(m_tenant->journalKey->point(), last.at), last.signature));
        QCOMPARE(last.key, countersigned.front().key);
        // The first one of all and the latest are worth most.
        for (int i = 5; i < 12; ++i) {
            m_tenant->hashes += QByteArray::number(i);
            QVERIFY(!differenceNow());
        }
        const auto kept = HeadWitness::countersignatures(u"aa"_s, path());
        QCOMPARE(kept.size(), 2U);
        QCOMPARE(kept.front().at.size, 3U);
        QCOMPARE(kept.back().at.size, 11U);
        QVERIFY(HeadWitness::countersignatures(u"bb"_s, path()).empty());
        QVERIFY(!(QFile::permissions(keyPath()) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void whatTheServiceDidNotSignIsNotCountersigned()
    {
        m_tenant->journalKey = ProofKey::make().value();
        m_tenant->bendsRoot = true;
        QVERIFY(!differenceNow());
        QVERIFY(HeadWitness::countersignatures(u"aa"_s, path()).empty());
    }

private:
    [[nodiscard]] QString keyPath() const { return m_folder->filePath(u"key.pem"_s); }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"known-journals.json"_s); }

    /// Connects once, as a program does when it starts.
    std::optional<Error> differenceNow(const QString &fingerprint = u"aa"_s)
    {
        TenantClient client(std::make_unique<LoopbackLink>(*m_tenant));
        HeadWitness witness(client, path(), keyPath());
        QSignalSpy told(&witness, &HeadWitness::differs);
        bool answered = false;
        Credentials credentials;
        credentials.fingerprint = fingerprint;
        client.signIn(credentials);
        // Behind what the witness asks.
        client.request<Message::JournalHead>(Message::FetchHead{}, this, [&](const auto &) { answered = true; });
        if (!QTest::qWaitFor([&] { return answered; }))
            return Error{ErrorCode::TimedOut, {}, {}, {}};
        return told.isEmpty() ? std::nullopt : std::optional(told.first().first().value<Error>());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedTenant> m_tenant;
};

QTEST_GUILESS_MAIN(HeadWitnessTest)
#include "tst_headwitness.moc"
