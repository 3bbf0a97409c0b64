// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/librarycommand.h"
#include "tests/service/libraryfixture.h"
#include "tests/service/testtenantbench.h"
#include "transport/bulk/bulktransfer.h"
#include "transport/tls/tlsclient.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>
#include <future>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MiB = 1024 * 1024;

QByteArray manyBytes(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char(i * 31 + i / 251);
    return bytes;
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    for (QDirIterator found(folder, QDir::Files, QDirIterator::Subdirectories); found.hasNext();)
        files << found.next();
    return files;
}

/// So many words that are all to be found.
QByteArray manyRules(int count, const QByteArray &modifier)
{
    QByteArray rules = "rule many { strings:\n";
    for (int i = 0; i < count; ++i)
        rules += " $s" + QByteArray::number(i) + " = \""
            + QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha1).toHex() + "\" " + modifier
            + '\n';
    return rules + " condition: any of them }\n";
}

/// 350 KiB that libyara turns over for minutes: each word in 255 ways.
QByteArray endlessRules()
{
    return manyRules(10'000, "xor");
}

} // namespace

/// The library as analysts meet it: what is refused before a byte moves, in memory; uploads, cuts and restarts, over the real port.
class TestLibrary final : public QObject, private LibraryFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void whatMayNotComeInIsRefusedAtOnce_data();
    void whatMayNotComeInIsRefusedAtOnce();
    void onlyWhoManagesSecurityChangesIt();
    void aThousandFilesComeInPages();
    void theConsoleListsAndDeletes();

    void anUploadBecomesAVersion();
    void aCutUploadGoesOnWhereItWas();
    void aForgottenUploadIsCleanedUp();
    void theNewerConnectionTakesOver();
    void otherContentThanWasSaidIsThrownAway();
    void aNameIsTakenUntilOverwritten();
    void theSameAgainIsNoNewVersion();
    void contentThatIsThereIsNotSentAgain();
    void olderVersionsStay();
    void deletingDropsWhatNobodyElseHas();
    void rulesAndListsAreCheckedFirst();
    void rulesThatTakeForEverAreGivenUp();
    void rulesThatTakeAllMemoryTakeTheirOwn();
    void whatKillsTheCheckerKillsNothingElse();
    void theServiceEndsWhileItChecks();
    void aRestartForgetsNothing();

private:
    [[nodiscard]] QString blobs() const { return m_directory->filePath(u"data/library"_s); }
};

// ---- before a byte moves

void TestLibrary::whatMayNotComeInIsRefusedAtOnce_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("hashBytes");
    QTest::addColumn<int>("words");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *what, const QString &name, qint64 size, int hashBytes, int words, ErrorCode code) {
        QTest::newRow(what) << name << size << hashBytes << words << code;
    };
    row("path", u"../../etc/passwd"_s, 10, 32, 0, ErrorCode::BadName);
    row("separator of Windows", u"a\\b.ps1"_s, 10, 32, 0, ErrorCode::BadName);
    row("stream of NTFS", u"a:b"_s, 10, 32, 0, ErrorCode::BadName);
    row("device of Windows", u"CON.txt"_s, 10, 32, 0, ErrorCode::BadName);
    row("dot at the end", u"a."_s, 10, 32, 0, ErrorCode::BadName);
    row("no name", QString(), 10, 32, 0, ErrorCode::BadName);
    row("255 bytes and one", QString(127, u'é') + u"aa"_s, 10, 32, 0, ErrorCode::BadName);
    row("empty", u"a.sh"_s, 0, 32, 0, ErrorCode::EmptyFile);
    row("250 MiB and one byte", u"a.sh"_s, 250 * MiB + 1, 32, 0, ErrorCode::TooLarge);
    row("no hash", u"a.sh"_s, 10, 0, 0, ErrorCode::ProtocolViolation);
    row("half a hash", u"a.sh"_s, 10, 16, 0, ErrorCode::ProtocolViolation);
    row("a novel", u"a.sh"_s, 10, 32, 1001, ErrorCode::BadValue);
}

void TestLibrary::whatMayNotComeInIsRefusedAtOnce()
{
    QFETCH(const QString, name);
    QFETCH(const qint64, size);
    QFETCH(const int, hashBytes);
    QFETCH(const int, words);
    TenantBench bench;
    QVERIFY(bench.tenant().libraryBlobs.prepare());
    const auto analyst = bench.connectAnalyst(u"ada"_s, {Role::SecurityAdministrator});
    Message::OpenUpload upload;
    upload.request = 1;
    upload.name = name;
    upload.size = size;
    upload.sha256 = QByteArray(hashBytes, 'h');
    upload.description = QString(words, u'w');
    analyst->send(upload);
    QTRY_VERIFY(analyst->reply<Message::Refused>(1));
    const Error error = analyst->reply<Message::Refused>(1)->error;
    QTEST(error.code, "code");
    if (error.code == ErrorCode::TooLarge) {
        QCOMPARE(error.facts.value(Fact::Limit).toInteger(), 250 * MiB);
        QCOMPARE(error.facts.value(Fact::Actual).toInteger(), size);
    }
}

void TestLibrary::onlyWhoManagesSecurityChangesIt()
{
    TenantBench bench;
    QVERIFY(bench.tenant().libraryBlobs.prepare());
    for (const QString &role : {Role::Analyst, Role::Responder}) {
        const auto analyst = bench.connectAnalyst(u"eve"_s, {role});
        auto upload = uploadOf(u"a.sh"_s, "echo"_ba);
        upload.request = 1;
        analyst->send(upload);
        analyst->send(Message::DeleteLibraryFile{2, u"a.sh"_s});
        analyst->send(Message::FetchLibrary{3, {}, 0});
        QTRY_VERIFY(analyst->reply<Message::Library>(3));
        for (const quint32 request : {1U, 2U}) {
            QVERIFY(analyst->reply<Message::Refused>(request));
            const Error error = analyst->reply<Message::Refused>(request)->error;
            QCOMPARE(error.code, ErrorCode::NotPermitted);
            QCOMPARE(error.facts.value(Fact::Role).toString(), Role::SecurityAdministrator);
        }
    }
    const auto manager = bench.connectAnalyst(u"ada"_s, {Role::SecurityAdministrator});
    auto upload = uploadOf(u"a.sh"_s, "echo"_ba);
    upload.request = 1;
    manager->send(upload);
    QTRY_VERIFY(manager->reply<Message::Ticket>(1));
}

void TestLibrary::aThousandFilesComeInPages()
{
    TenantBench bench;
    for (int i = 0; i < 1000; ++i) {
        LibraryFile file;
        file.name = u"script-%1.sh"_s.arg(i, 4, 10, QChar(u'0'));
        file.sha256 = QByteArray(32, 'h');
        file.parametersDescription = QString(2000, u'é');
        bench.tenant().store.saveLibraryFile(file);
    }
    bench.tenant().turn.finish();
    bench.crash();
    const auto analyst = bench.connectAnalyst();
    QStringList names;
    quint32 request = 0;
    do {
        analyst->send(Message::FetchLibrary{++request, {}, quint32(names.size())});
        QTRY_VERIFY(analyst->reply<Message::Library>(request));
        const auto page = *analyst->reply<Message::Library>(request);
        QCOMPARE(page.total, 1000U);
        QVERIFY(!page.files.empty());
        QCOMPARE_LT(encode(page).size(), MaxMessageBytes);
        for (const LibraryFile &file : page.files)
            names << file.name;
    } while (names.size() < 1000);
    QCOMPARE_GT(request, 1U);
    QCOMPARE(names.size(), 1000);
    QVERIFY(std::ranges::is_sorted(names));
    names.removeDuplicates();
    QCOMPARE(names.size(), 1000);
}

void TestLibrary::theConsoleListsAndDeletes()
{
    QVERIFY(upload(u"triage.sh"_s, "echo one\n"_ba));
    QVERIFY(upload(u"old.ps1"_s, "Write-Host 1\n"_ba));
    LibraryService &library = m_service->tenant().library;
    const auto run = [&](const QString &line, const QStringList &roles) {
        return answerLibrary(library, Analyst{UserName(u"ada"_s), roles}, parseLine(line).value());
    };
    auto answer = run(u"library"_s, {Role::Responder});
    QCOMPARE(answer.rowCount, 2U);
    const CommandSpec &command = *Catalogue::instance().find(u"library");
    const auto first = rowToJson(command, readRows(answer.rows).value().front());
    QCOMPARE(first.value("fileName"_L1).toString(), u"old.ps1"_s);
    QCOMPARE(first.value("signature"_L1).toString(), u"unsigned"_s);
    QCOMPARE(first.value("size"_L1).toInteger(), 13);
    QCOMPARE(first.value("description"_L1).toString(), u"for tests"_s);

    answer = run(u"library delete old.ps1"_s, {Role::Responder});
    QCOMPARE(answer.state, CommandState::Failed);
    QCOMPARE(answer.errors.at(0).code, ErrorCode::NotPermitted);
    answer = run(u"library delete old.ps1"_s, {Role::GlobalAdministrator});
    QCOMPARE(answer.state, CommandState::Completed);
    QCOMPARE(run(u"library"_s, {Role::Responder}).rowCount, 1U);
    answer = run(u"library delete old.ps1"_s, {Role::GlobalAdministrator});
    QCOMPARE(answer.errors.at(0).code, ErrorCode::LibraryFileUnknown);
}

// ---- over the wire

void TestLibrary::anUploadBecomesAVersion()
{
    const QByteArray script = "echo hello\n";
    auto request = uploadOf(u"triage.sh"_s, script);
    request.hasParameters = true;
    request.parametersDescription = u"-all: everything"_s;
    BytesSource source(script);
    QVERIFY(send(openUpload(request), source));
    QTRY_COMPARE(m_analyst->count<Message::LibraryChanged>(), 1);
    const auto files = listed();
    QCOMPARE(files.size(), 1U);
    QCOMPARE(files[0].name, u"triage.sh"_s);
    QCOMPARE(files[0].version, 1U);
    QCOMPARE(files[0].sha256, hashOf(script));
    QCOMPARE(files[0].size, script.size());
    QCOMPARE(files[0].parametersDescription, u"-all: everything"_s);
    QCOMPARE(files[0].signature, SignatureState::None);
    QVERIFY(!files[0].createdBy.isEmpty());
    const auto stored = entries<Event::LibraryFileStored>();
    QCOMPARE(stored.size(), 1U);
    QCOMPARE(stored[0].actor, files[0].createdBy);
    QCOMPARE(std::get<Event::LibraryFileStored>(stored[0].event).file, files[0]);
    QCOMPARE(download(u"triage.sh"_s).value(), script);
    QCOMPARE(filesBelow(blobs()).size(), 1);
}

void TestLibrary::aCutUploadGoesOnWhereItWas()
{
    const QByteArray bytes = manyBytes(20 * MiB);
    const auto request = uploadOf(u"tool.bin"_s, bytes);
    BytesSource first(bytes, 12 * MiB);
    const auto cut = send(openUpload(request), first);
    QVERIFY(!cut);
    QVERIFY(isPassing(cut.error()));
    QVERIFY(listed().empty());
    QCOMPARE(filesBelow(blobs() + u"/partial"_s).size(), 1);
    startService(); // what is half there outlives the service too
    BytesSource second(bytes);
    QVERIFY(send(openUpload(request), second));
    QCOMPARE_GE(second.skipped, 4 * MiB);
    QCOMPARE(download(u"tool.bin"_s).value(), bytes);
    QVERIFY(filesBelow(blobs() + u"/partial"_s).isEmpty());
}

void TestLibrary::aForgottenUploadIsCleanedUp()
{
    const QString folder = blobs() + u"/partial/"_s;
    for (const auto &[name, days] : {std::pair{u"upload-old"_s, -8}, std::pair{u"upload-new"_s, -6}}) {
        QFile file(folder + name);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("half") == 4 && file.flush());
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(days), QFile::FileModificationTime));
    }
    // And one whose service died between keeping the content and writing down whose it is.
    QVERIFY(upload(u"kept.sh"_s, "echo"_ba));
    const QStringList kept = filesBelow(blobs() + u"/blobs"_s);
    QVERIFY(QDir().mkpath(blobs() + u"/blobs/ab"_s));
    QFile orphan(blobs() + u"/blobs/ab/"_s + u"ab"_s.repeated(32));
    QVERIFY(orphan.open(QFile::WriteOnly) && orphan.write("content") == 7);
    orphan.close();
    startService();
    QCOMPARE(filesBelow(folder), QStringList{folder + u"upload-new"_s});
    QCOMPARE(filesBelow(blobs() + u"/blobs"_s), kept);
}

void TestLibrary::theNewerConnectionTakesOver()
{
    const QByteArray bytes = manyBytes(4 * MiB);
    const auto request = uploadOf(u"tool.bin"_s, bytes);
    const QString oldTicket = openUpload(request);
    const QString newTicket = openUpload(request);
    // The older one has what it needs to go on, and says nothing any more.
    std::unique_ptr<BulkStream> silent;
    auto opened = std::async(std::launch::async, [&] { return BulkStream::connect(m_bulk, oldTicket, {}); });
    QTRY_COMPARE(opened.wait_for(std::chrono::seconds(0)), std::future_status::ready);
    silent = opened.get().value();
    BytesSource source(bytes);
    QVERIFY(send(newTicket, source));
    QCOMPARE(download(u"tool.bin"_s).value(), bytes);
}

void TestLibrary::otherContentThanWasSaidIsThrownAway()
{
    const QByteArray said = manyBytes(MiB);
    QByteArray sent = said;
    sent[4711] = char(sent[4711] ^ 1);
    BytesSource liar(sent);
    const auto refused = send(openUpload(uploadOf(u"tool.bin"_s, said)), liar);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::HashMismatch);
    QVERIFY(listed().empty());
    QVERIFY(filesBelow(blobs()).isEmpty());
    QVERIFY(upload(u"tool.bin"_s, said));
}

void TestLibrary::aNameIsTakenUntilOverwritten()
{
    QVERIFY(upload(u"Triage.ps1"_s, "one"_ba));
    auto request = uploadOf(u"tRIAGE.PS1"_s, "two"_ba); // the same file on Windows
    request.request = ++m_request;
    m_analyst->send(request);
    QTRY_VERIFY(m_analyst->reply<Message::Refused>(m_request));
    const Error error = m_analyst->reply<Message::Refused>(m_request)->error;
    QCOMPARE(error.code, ErrorCode::LibraryFileExists);
    QCOMPARE(error.subject, u"Triage.ps1"_s);
    QVERIFY(upload(u"tRIAGE.PS1"_s, "two"_ba, true));
    QCOMPARE(listed().size(), 1U);
    QCOMPARE(listed()[0].name, u"Triage.ps1"_s);
    QCOMPARE(listed()[0].version, 2U);
}

void TestLibrary::theSameAgainIsNoNewVersion()
{
    QVERIFY(upload(u"a.sh"_s, "echo"_ba));
    QVERIFY(upload(u"a.sh"_s, "echo"_ba)); // the first time may have gone unheard
    QCOMPARE(listed()[0].version, 1U);
    auto request = uploadOf(u"a.sh"_s, "echo"_ba, true);
    request.description = u"better words"_s;
    BytesSource source("echo"_ba);
    QVERIFY(send(openUpload(request), source));
    QCOMPARE(listed()[0].version, 2U);
    QCOMPARE(listed()[0].description, u"better words"_s);
    QCOMPARE(entries<Event::LibraryFileStored>().size(), 2U);
}

void TestLibrary::contentThatIsThereIsNotSentAgain()
{
    const QByteArray bytes = manyBytes(2 * MiB);
    QVERIFY(upload(u"a.bin"_s, bytes));
    BytesSource source(bytes);
    QVERIFY(send(openUpload(uploadOf(u"b.bin"_s, bytes)), source));
    QCOMPARE(source.skipped, bytes.size());
    QCOMPARE(listed().size(), 2U);
    QCOMPARE(filesBelow(blobs()).size(), 1);
    // Who only knows the hash does not get it in.
    BytesSource guesser("something else"_ba);
    QVERIFY(!send(openUpload(uploadOf(u"c.bin"_s, bytes)), guesser));
    QCOMPARE(listed().size(), 2U);
}

void TestLibrary::olderVersionsStay()
{
    QVERIFY(upload(u"a.sh"_s, "one"_ba));
    QVERIFY(upload(u"a.sh"_s, "two"_ba, true));
    QVERIFY(upload(u"a.sh"_s, "three"_ba, true));
    const auto versions = listed(u"a.sh"_s);
    QCOMPARE(versions.size(), 3U);
    QCOMPARE(versions[0].version, 3U);
    QCOMPARE(versions[2].version, 1U);
    QCOMPARE(versions[2].created, versions[0].created);
    QCOMPARE(download(u"a.sh"_s).value(), "three"_ba);
    QCOMPARE(download(u"a.sh"_s, 1).value(), "one"_ba);
    m_analyst->send(Message::OpenLibraryFile{++m_request, u"a.sh"_s, 4});
    QTRY_VERIFY(m_analyst->reply<Message::Refused>(m_request));
    QCOMPARE(m_analyst->reply<Message::Refused>(m_request)->error.code, ErrorCode::LibraryFileUnknown);
}

void TestLibrary::deletingDropsWhatNobodyElseHas()
{
    QVERIFY(upload(u"a.sh"_s, "shared"_ba));
    QVERIFY(upload(u"b.sh"_s, "shared"_ba));
    QVERIFY(upload(u"b.sh"_s, "own"_ba, true));
    QCOMPARE(filesBelow(blobs()).size(), 2);
    m_analyst->send(Message::DeleteLibraryFile{++m_request, u"B.SH"_s});
    QTRY_VERIFY(m_analyst->reply<Message::Done>(m_request));
    QCOMPARE(listed().size(), 1U);
    QTRY_COMPARE(filesBelow(blobs()).size(), 1);
    QCOMPARE(download(u"a.sh"_s).value(), "shared"_ba);
    QCOMPARE(entries<Event::LibraryFileDeleted>().size(), 1U);
}

void TestLibrary::rulesAndListsAreCheckedFirst()
{
    const auto refused = upload(u"mine.yar"_s, "rule a {\n condition:\n  all things\n}\n");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RulesMalformed);
    QCOMPARE(refused.error().facts.number(Fact::Line), 3);
    QCOMPARE(upload(u"case.bad.hashes"_s, "what?\n").error().code, ErrorCode::HashesMalformed);
    QVERIFY(listed().empty());
    QTRY_VERIFY(filesBelow(blobs()).isEmpty());

    QVERIFY(upload(u"mine.yar"_s, "rule a { condition: true }"));
    QVERIFY(upload(u"case.bad.hashes"_s, QByteArray(64, 'a') + "\n"));
    // A version that is refused leaves the one before as it was.
    QVERIFY(!upload(u"mine.yar"_s, "rule a { condition: }", true));
    QCOMPARE(listed(u"mine.yar"_s).size(), 1);
    QVERIFY(download(u"mine.yar"_s));

    m_analyst->send(uploadOf(u"some.hashes"_s, QByteArray(64, 'a'))); // of the bad, or of the good?
    QTRY_COMPARE(m_analyst->count<Message::Refused>(), 1);
    QCOMPARE(m_analyst->last<Message::Refused>().error.code, ErrorCode::BadName);
}

void TestLibrary::rulesThatTakeForEverAreGivenUp()
{
    FileCheck::Limits limits;
    limits.time = std::chrono::seconds(1);
    m_service->tenant().library.setFileCheck(FileCheck(serviceProgram(), limits));
    const auto refused = upload(u"endless.yar"_s, endlessRules());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RulesMalformed);
    QCOMPARE(refused.error().facts.value(Fact::Why).toString(), u"cost"_s);
    QVERIFY(listed().empty());
    QTRY_VERIFY(filesBelow(blobs()).isEmpty());
}

void TestLibrary::rulesThatTakeAllMemoryTakeTheirOwn()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer's memory cannot be limited");
#endif
    FileCheck::Limits limits;
    limits.memory = 4 * MiB;
    m_service->tenant().library.setFileCheck(FileCheck(serviceProgram(), limits));
    const auto refused = upload(u"large.yar"_s, manyRules(20'000, ""));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RulesMalformed);
    QCOMPARE(refused.error().facts.value(Fact::Why).toString(), u"cost"_s);
    QVERIFY(listed().empty());
}

void TestLibrary::whatKillsTheCheckerKillsNothingElse()
{
    QFile breaker(m_directory->filePath(u"breaker"_s));
    QVERIFY(breaker.open(QFile::WriteOnly));
    breaker.write("#!/bin/sh\nkill -SEGV $$\n");
    breaker.close();
    QVERIFY(breaker.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    m_service->tenant().library.setFileCheck(FileCheck(breaker.fileName()));
    const auto refused = upload(u"deadly.yar"_s, "rule a { condition: true }");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RulesMalformed);
    QCOMPARE(refused.error().facts.value(Fact::Why).toString(), u"cost"_s);
    QTRY_VERIFY(filesBelow(blobs()).isEmpty());
    const auto unchecked = upload(u"a.sh"_s, "echo"_ba); // nothing in it is
    QVERIFY2(unchecked, unchecked ? "" : qPrintable(debugText(unchecked.error())));
}

void TestLibrary::theServiceEndsWhileItChecks()
{
    const QString ticket = openUpload(uploadOf(u"endless.yar"_s, endlessRules()));
    auto sent = std::async(std::launch::async, [&]() -> Result<void> {
        BytesSource source(endlessRules());
        const auto stream = BulkStream::connect(m_bulk, ticket, {});
        return stream ? sendContent(**stream, source) : Result<void>(std::unexpected(stream.error()));
    });
    QTRY_VERIFY(!filesBelow(blobs()).isEmpty()); // it is there, and being checked
    m_analyst.reset();
    QElapsedTimer clock;
    clock.start();
    m_service.reset();
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!sent.get());
}

void TestLibrary::aRestartForgetsNothing()
{
    QVERIFY(upload(u"a.sh"_s, "one"_ba));
    QVERIFY(upload(u"a.sh"_s, "two"_ba, true));
    Invocation used;
    used.verb = u"run"_s;
    used.values.insert(u"name"_s, u"A.sh"_s);
    Tenant &tenant = m_service->tenant();
    tenant.journal.append(u"ada"_s, {{}, SessionId(1), CommandId(1)}, Event::CommandAccepted{u"run A.sh"_s, used});
    tenant.journal.append(u"ada"_s, {{}, SessionId(1), CommandId(1)}, Event::CommandFinished{});
    QCOMPARE(listed()[0].uses, 1U);
    const auto before = listed(u"a.sh"_s);
    startService();
    QCOMPARE(listed(u"a.sh"_s), before);
    QCOMPARE(download(u"a.sh"_s, 1).value(), "one"_ba);
}

QTEST_MAIN(TestLibrary)
#include "tst_library.moc"
