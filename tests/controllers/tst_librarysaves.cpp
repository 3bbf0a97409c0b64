// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/library/librarycontroller.h"
#include "tests/controllers/evidenceserver.h"
#include "tests/controllers/scriptedtenant.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

/// Library files become files of the analyst's: each whole, and nobody's replaced.
class LibrarySavesTest final : public QObject
{
    Q_OBJECT

    using Outcome = std::optional<Result<void>>;

    std::unique_ptr<EvidenceServer> m_server;
    std::unique_ptr<ScriptedTenant> m_tenant;
    std::unique_ptr<TenantClient> m_client;
    LibraryModel m_files;
    std::unique_ptr<LibraryController> m_library;
    std::unique_ptr<QTemporaryDir> m_folder;

    /// The version's number is what the server knows it by.
    LibraryFile version(quint32 number, const QByteArray &content)
    {
        m_server->add(CommandId(number), content);
        LibraryFile file;
        file.name = u"triage.sh"_s;
        file.version = number;
        file.size = content.size();
        file.sha256 = m_server->sha256(CommandId(number));
        return file;
    }
    [[nodiscard]] QString here() const { return m_folder->filePath(u"triage.sh"_s); }
    void save(const LibraryFile &file, Outcome &outcome, Overwrite overwrite = Overwrite::No)
    {
        m_library->download(file, here(), overwrite, this, [&outcome](const Result<void> &saved) { outcome = saved; });
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(here());
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(here());
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void signInWith(const QStringList &roles)
    {
        m_tenant->roles = roles;
        m_client = std::make_unique<TenantClient>(std::make_unique<LoopbackLink>(*m_tenant));
        m_client->signIn({});
        QTRY_VERIFY(m_client->isOnline());
        m_library = std::make_unique<LibraryController>(*m_client, m_files);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<EvidenceServer>();
        m_tenant = std::make_unique<ScriptedTenant>();
        m_tenant->bulkEndpoint = m_server->endpoint();
        m_tenant->openLibraryFile = [this](const Message::OpenLibraryFile &request) {
            return m_server->open(CommandId(request.version));
        };
        signInWith({});
    }
    void cleanup()
    {
        m_library.reset();
        m_client.reset();
        m_tenant.reset();
        m_server.reset();
    }

    void administratorsManage_data()
    {
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<bool>("may");
        QTest::newRow("global") << QStringList{u"global-administrator"_s} << true;
        QTest::newRow("security") << QStringList{u"analyst"_s, u"security-administrator"_s} << true;
        QTest::newRow("live response") << QStringList{u"responder"_s} << false;
        QTest::newRow("none") << QStringList() << false;
    }

    void administratorsManage()
    {
        QFETCH(QStringList, roles);
        m_library.reset();
        signInWith(roles);
        QTEST(m_library->mayManage(), "may");
    }

    void savesUnderTheName()
    {
        Outcome outcome;
        save(version(1, "echo 1\n"), outcome);
        QTRY_VERIFY(outcome);
        QVERIFY(*outcome);
        QCOMPARE(content(), "echo 1\n");
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"triage.sh"_s});
    }

    void twoAtOnceAreNeverMixed_data()
    {
        QTest::addColumn<bool>("overwrite");
        QTest::newRow("the second finds the first") << false;
        QTest::newRow("the second replaces the first") << true;
    }

    void twoAtOnceAreNeverMixed()
    {
        QFETCH(bool, overwrite);
        const QByteArray one(3'000'000, '1');
        const QByteArray two(2'000'000, '2');
        Outcome first;
        Outcome second;
        m_server->holds = true;
        save(version(1, one), first);
        save(version(2, two), second, overwrite ? Overwrite::Yes : Overwrite::No);
        QTRY_VERIFY(m_server->moving > 0);
        m_server->holds = false;
        QTRY_VERIFY(first && second);
        QVERIFY(*first);
        QCOMPARE(second->has_value(), overwrite);
        if (!overwrite)
            QCOMPARE(second->error().code, ErrorCode::FileExists);
        QVERIFY(content() == (overwrite ? two : one));
    }

    void aFileThatCameMeanwhileStays()
    {
        Outcome outcome;
        m_server->holds = true;
        save(version(1, QByteArray(100'000, '1')), outcome);
        QTRY_VERIFY(m_server->moving > 0);
        write("theirs");
        m_server->holds = false;
        QTRY_VERIFY(outcome);
        QVERIFY(!*outcome);
        QCOMPARE(outcome->error().code, ErrorCode::FileExists);
        QCOMPARE(content(), "theirs");
    }

    /// A name may be taken by something that QFileInfo::exists() does not see.
    void aLinkThatLeadsNowhereStays()
    {
        QVERIFY(QFile::link(m_folder->filePath(u"nothing"_s), here()));
        Outcome outcome;
        save(version(1, "echo 1\n"), outcome);
        QTRY_VERIFY(outcome);
        QVERIFY(!*outcome);
        QCOMPARE(outcome->error().code, ErrorCode::FileExists);
        QVERIFY(QFileInfo(here()).isSymLink());
    }

    void whatIsThereIsSaidBeforeAnythingMoves()
    {
        write("mine");
        Outcome outcome;
        save(version(1, "echo 1\n"), outcome);
        QVERIFY(!outcome); // the caller goes on first
        QTRY_VERIFY(outcome);
        QCOMPARE(outcome->error().code, ErrorCode::FileExists);
        QCOMPARE(content(), "mine");
        QCOMPARE(m_server->opened.load(), 0);
    }
};

QTEST_GUILESS_MAIN(LibrarySavesTest)
#include "tst_librarysaves.moc"
