// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/rows.h"
#include "service/activity/activityindex.h"
#include "service/activity/searchtext.h"
#include "tests/service/activityfixture.h"

#include <QFileInfo>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// What was done in a tenant: listed, filtered, and searched for what was typed and printed.
class TestActivity final : public QObject, private ActivityFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { tearDownActivity(); }

    void everythingIsListedNewestFirst();
    void pagesFollowEachOther();
    void filtersLimit();
    void outcomesFollow_data();
    void outcomesFollow();
    void whatWasTypedIsFound_data();
    void whatWasTypedIsFound();
    void whatWasPrintedIsFound_data();
    void whatWasPrintedIsFound();
    void aCommandIsFoundOnce();
    void aCommandIsFoundOnceOnAllPages();
    void whatIsPrintedMeanwhileHidesNothing();
    void whatIsNoWordIsRefused();
    void whatIsTooLongIsRefused();
    void nobodyKeepsOthersFromSearching();
    void onlyWhoMayReadIt();
    void aGroupIsNotTheTenant();
    void aLostIndexIsMadeAgain();
    void anIndexThatIsDeletedMeanwhileIsMadeAgain();
    void aBrokenIndexIsMadeAgain_data();
    void aBrokenIndexIsMadeAgain();
    void theJournalComesFirstOnAFullDisk();
    void anIndexOfAnotherTenantIsMadeAnew();
    void whatWasRemovedIsFoundNoMore();

private:
    std::optional<ErrorCode> refusal(TestPeer &peer, Message::FetchActivity wanted);
    [[nodiscard]] QString indexPath() const { return QFileInfo(m_bench->databasePath()).path() + u"/search.db"_s; }
    /// A command that printed a needle, and is found.
    bool printNeedle();
    /// Stops the service, does something to its files, and goes on.
    void whileStopped(const std::function<void()> &change);
    /// One more chunk of a command that runs.
    void printMore(CommandId command, const QByteArray &text);
    /// The commands on all pages, `most` on each.
    QList<quint64> foundOnPages(Message::FetchActivity wanted, const std::function<void()> &between = {});

    QHash<CommandId, quint32> m_chunks; ///< that commands have printed so far
};

void TestActivity::init()
{
    m_chunks.clear();
    setUpActivity();
}

std::optional<ErrorCode> TestActivity::refusal(TestPeer &peer, Message::FetchActivity wanted)
{
    wanted.request = ++m_request;
    peer.send(wanted);
    const quint32 number = wanted.request;
    if (!QTest::qWaitFor([&] { return peer.reply<Message::Refused>(number).has_value(); }))
        return {};
    return peer.reply<Message::Refused>(number)->error.code;
}

void TestActivity::printMore(CommandId command, const QByteArray &text)
{
    m_agent->send(Message::CommandOutput{command, m_chunks[command]++, ChunkFormat::Text, 1, text});
}

QList<quint64> TestActivity::foundOnPages(Message::FetchActivity wanted, const std::function<void()> &between)
{
    QList<quint64> found;
    for (bool complete = false; !complete;) {
        const auto told = page(wanted);
        for (const ActivityRecord &record : told.records)
            found += record.command.value();
        askForNext(wanted, told);
        complete = told.complete;
        if (between)
            between();
    }
    return found;
}

bool TestActivity::printNeedle()
{
    return openSession().isValid() && print(u"processes"_s, ChunkFormat::Text, "a needle\n").isValid()
        && pageOf(u"needle"_s).records.size() == 1;
}

void TestActivity::whileStopped(const std::function<void()> &change)
{
    m_admin.reset();
    m_bench->stop();
    change();
    m_bench->goOn();
    m_admin = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
}

void TestActivity::everythingIsListedNewestFirst()
{
    QVERIFY(openSession().isValid());
    m_bench->tenant().journal.append(u"ben"_s, {}, Event::SignInRefused{u"192.0.2.7"_s, u"ben"_s});
    QVERIFY(indexed());
    const auto told = page({});
    QVERIFY(told.complete);
    QVERIFY(told.records.size() > 3);
    QVERIFY(std::ranges::is_sorted(told.records, std::greater(), &ActivityRecord::number));
    const ActivityRecord &newest = told.records.front();
    QCOMPARE(newest.kind, u"sign-in-refused"_s);
    QCOMPARE(newest.actor, u"ben"_s);
    QCOMPARE(newest.what, u"ben 192.0.2.7"_s);
    QCOMPARE(newest.outcome, ActivityOutcome::Refused);
    QVERIFY(std::ranges::none_of(
        told.records, [](const ActivityRecord &record) { return record.kind == "session-connecting"_L1; }));
}

void TestActivity::pagesFollowEachOther()
{
    for (int i = 0; i < 25; ++i)
        m_bench->tenant().journal.append(u"ben"_s, {}, Event::SignedOut{QString::number(i)});
    QVERIFY(indexed());
    QStringList seen;
    Message::FetchActivity wanted{.filter = {.user = u"ben"_s}, .most = 10};
    for (bool complete = false; !complete;) {
        const auto told = page(wanted);
        QVERIFY(told.records.size() <= 10);
        for (const ActivityRecord &record : told.records)
            seen += record.what;
        wanted.before = told.before;
        complete = told.complete;
    }
    QCOMPARE(seen.size(), 25);
    QCOMPARE(seen.first(), u"24"_s);
    QCOMPARE(seen.last(), u"0"_s);
}

void TestActivity::filtersLimit()
{
    QVERIFY(openSession().isValid());
    QVERIFY(print(u"processes"_s, ChunkFormat::Text, "nothing\n").isValid());
    const auto kinds = [this](const ActivityFilter &filter) {
        QStringList found;
        for (const ActivityRecord &record : page({.filter = filter}).records)
            found += record.kind;
        return found;
    };
    const auto ofDevice = kinds({.device = m_device});
    QVERIFY(ofDevice.contains(u"command-accepted"_s));
    QVERIFY(!ofDevice.contains(u"service-started"_s));
    QVERIFY(kinds({.user = u"ada"_s}).contains(u"session-created"_s));
    QVERIFY(kinds({.user = u"nobody"_s}).isEmpty());
    QVERIFY(kinds({.outcome = ActivityOutcome::Refused}).isEmpty());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(kinds({.from = now.addSecs(60)}).isEmpty());
    QVERIFY(kinds({.until = now.addSecs(-60)}).isEmpty());
    QVERIFY(!kinds({.from = now.addSecs(-60), .until = now.addSecs(60)}).isEmpty());
}

void TestActivity::outcomesFollow_data()
{
    QTest::addColumn<CommandState>("state");
    QTest::addColumn<ActivityOutcome>("expected");
    QTest::newRow("completed") << CommandState::Completed << ActivityOutcome::Done;
    QTest::newRow("failed") << CommandState::Failed << ActivityOutcome::Failed;
    QTest::newRow("cancelled") << CommandState::Cancelled << ActivityOutcome::Cancelled;
    QTest::newRow("its time was over") << CommandState::Expired << ActivityOutcome::Expired;
    QTest::newRow("cut off") << CommandState::Interrupted << ActivityOutcome::Interrupted;
}

void TestActivity::outcomesFollow()
{
    QFETCH(CommandState, state);
    QFETCH(ActivityOutcome, expected);
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"processes"_s);
    const auto outcome = [&] {
        for (const ActivityRecord &record : page({}).records) {
            if (record.command == command && record.kind == "command-accepted"_L1)
                return std::optional(record.outcome);
        }
        return std::optional<ActivityOutcome>();
    };
    QVERIFY(indexed());
    QCOMPARE(outcome(), ActivityOutcome::Underway);
    m_agent->send(end(command, 0, state));
    QTRY_COMPARE(record(command).state, state);
    QVERIFY(indexed());
    QCOMPARE(outcome(), expected);
    QCOMPARE(outcome(), outcomeOf(record(command)));
}

void TestActivity::whatWasTypedIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("a word") << u"fileinfo"_s << true;
    QTest::newRow("its beginning") << u"filei"_s << true;
    QTest::newRow("capitals") << u"FILEINFO"_s << true;
    QTest::newRow("a path") << u"/etc/ld.so.pre"_s << true;
    QTest::newRow("two words") << u"preload fileinfo"_s << true;
    QTest::newRow("one of them is not there") << u"preload dir"_s << false;
    QTest::newRow("its end") << u"info"_s << false;
    QTest::newRow("an expression") << u"fileinfo OR dir"_s << false;
    QTest::newRow("a quotation mark") << u"\"fileinfo"_s << true;
    QTest::newRow("quotation marks around it") << u"\"fileinfo\""_s << true;
    QTest::newRow("a star") << u"filei*"_s << true;
    QTest::newRow("brackets") << u"(fileinfo)"_s << true;
    QTest::newRow("a column") << u"text:fileinfo"_s << false;
    QTest::newRow("a caret") << u"^fileinfo"_s << true;
    QTest::newRow("NEAR") << u"NEAR(fileinfo preload)"_s << false;
    QTest::newRow("NOT") << u"NOT fileinfo"_s << false;
    QTest::newRow("a sign that is no letter") << u"\U0001F600 fileinfo"_s << true;
    QTest::newRow("wide letters") << u"ｆｉｌｅｉｎｆｏ"_s << true;
    QTest::newRow("a wide blank") << u"preload\u3000fileinfo"_s << true;
    QTest::newRow("a zero character") << u"file"_s + QChar(0) << true;
}

void TestActivity::whatWasTypedIsFound()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    QVERIFY(openSession().isValid());
    QVERIFY(submit(u"fileinfo /etc/ld.so.preload"_s).isValid());
    QVERIFY(indexed());
    const auto told = pageOf(text);
    QCOMPARE(told.records.size(), found ? 1U : 0U);
    if (found)
        QCOMPARE(told.records.front().what, u"fileinfo /etc/ld.so.preload"_s);
}

void TestActivity::whatWasPrintedIsFound_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    RowWriter rows;
    rows.addRow({42, u"sshd"_s, u"/usr/sbin/sshd"_s});
    rows.addRow({43, u"evil"_s, QCborArray{u"/tmp/.x/evil"_s, u"beacon"_s}, QByteArray("/raw/\xffpath")});
    const QByteArray table = rows.take();
    QTest::newRow("a row") << int(ChunkFormat::Rows) << table << u"evil"_s << 1;
    QTest::newRow("a list in a cell") << int(ChunkFormat::Rows) << table << u"beacon"_s << 1;
    QTest::newRow("a number") << int(ChunkFormat::Rows) << table << u"42"_s << 0;
    QTest::newRow("bytes") << int(ChunkFormat::Rows) << table << u"raw"_s << 1;
    QTest::newRow("text") << int(ChunkFormat::Text) << QByteArray("one\ntwo\nthree beacons\n") << u"beacon three"_s
                          << 2;
    QTest::newRow("errors") << int(ChunkFormat::ErrorText) << QByteArray("permission denied\n") << u"denied"_s << 0;
    QTest::newRow("Japanese") << int(ChunkFormat::Text) << u"一行目\nこれは不正なプログラムです\n"_s.toUtf8()
                              << u"不正な"_s << 1;
    QTest::newRow("a word without blanks")
        << int(ChunkFormat::Text) << u"不正なサーバーとデータ\n"_s.toUtf8() << u"サーバー"_s << 0;
    QTest::newRow("in the midst of Latin letters")
        << int(ChunkFormat::Text) << u"サーバーweb01を停止\n"_s.toUtf8() << u"web01"_s << 0;
    QTest::newRow("narrow katakana") << int(ChunkFormat::Text) << u"ｻｰﾊﾞｰ\n"_s.toUtf8() << u"サーバー"_s << 0;
    QTest::newRow("decomposed") << int(ChunkFormat::Text) << u"サーハ\u3099ー\n"_s.toUtf8() << u"サーバー"_s << 0;
    QTest::newRow("Russian") << int(ChunkFormat::Text) << u"один\nОшибка доступа\n"_s.toUtf8() << u"ошибка"_s << 1;
    QTest::newRow("accents") << int(ChunkFormat::Text) << u"un été\n"_s.toUtf8() << u"ete"_s << 0;
}

void TestActivity::whatWasPrintedIsFound()
{
    QFETCH(int, format);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(int, line);
    QVERIFY(openSession().isValid());
    const CommandId command = print(u"processes"_s, ChunkFormat(format), bytes);
    QVERIFY(command.isValid());
    const auto told = pageOf(text);
    QVERIFY(told.complete);
    QCOMPARE(told.records.size(), 1U);
    const ActivityRecord &found = told.records.front();
    QCOMPARE(found.command, command);
    QCOMPARE(found.session, m_session);
    QVERIFY(found.hit);
    QCOMPARE(found.hit->chunk, 0U);
    QCOMPARE(int(found.hit->line), line);
    QVERIFY(!found.hit->text.isEmpty());
}

void TestActivity::aCommandIsFoundOnce()
{
    QVERIFY(openSession().isValid());
    QByteArray lines;
    for (int i = 0; i < 5000; ++i)
        lines += "needle " + QByteArray::number(i) + '\n';
    QVERIFY(print(u"processes"_s, ChunkFormat::Text, lines).isValid());
    QVERIFY(print(u"processes"_s, ChunkFormat::Text, "another needle\n").isValid());
    const auto told = pageOf(u"needle"_s);
    QCOMPARE(told.records.size(), 2U);
    QVERIFY(told.complete);
    QVERIFY(told.records.front().command > told.records.back().command);
}

/// Also where a page ends in the midst of what commands print at the same time.
void TestActivity::aCommandIsFoundOnceOnAllPages()
{
    QVERIFY(openSession().isValid());
    QList<quint64> commands;
    for (int i = 0; i < 3; ++i)
        commands.prepend(started(u"findfile needle -path /tmp/%1 &"_s.arg(i)).value());
    QVERIFY(!commands.contains(0));
    for (int i = 0; i < 4; ++i) {
        for (const quint64 command : commands)
            printMore(CommandId(command), "a beacon\nand nothing\nanother beacon\n");
    }
    for (const quint64 command : commands)
        m_agent->send(end(CommandId(command), 4));
    QTRY_VERIFY(std::ranges::all_of(
        commands, [this](quint64 command) { return record(CommandId(command)).state == CommandState::Completed; }));
    QVERIFY(indexed());
    for (const quint32 most : {1U, 2U, 3U, 200U}) {
        auto found = foundOnPages({.filter = {.what = u"beacon"_s}, .most = most});
        std::ranges::sort(found, std::greater());
        QCOMPARE(found, commands);
    }
}

/// A command that prints the words again while somebody reads page after page is not taken for one that was named before.
void TestActivity::whatIsPrintedMeanwhileHidesNothing()
{
    QVERIFY(openSession().isValid());
    const CommandId first = started(u"findfile a &"_s);
    printMore(first, "a beacon\n");
    const CommandId second = started(u"findfile b &"_s);
    printMore(second, "a beacon\n");
    QTRY_COMPARE(pageOf(u"beacon"_s).records.size(), 2U);
    const auto found = foundOnPages({.filter = {.what = u"beacon"_s}, .most = 1}, [&, done = false]() mutable {
        if (std::exchange(done, true))
            return;
        printMore(first, "once more a beacon\n");
        QTRY_COMPARE(quint64(pageOf(u"once"_s).records.size()), 1U);
    });
    QCOMPARE(found, (QList{second.value(), first.value()}));
}

void TestActivity::whatIsNoWordIsRefused()
{
    QCOMPARE(refusal(*m_admin, {.filter = {.what = u"\" * ---"_s}}), ErrorCode::BadValue);
    QCOMPARE(refusal(*m_admin, {.filter = {.what = u"\U0001F600"_s}}), ErrorCode::BadValue);
    QVERIFY(!searchExpression(u"  "_s));
}

void TestActivity::whatIsTooLongIsRefused()
{
    QVERIFY(printNeedle());
    QCOMPARE(refusal(*m_admin, {.filter = {.what = QString(LongestTyped + 1, u'a')}}), ErrorCode::LineTooLong);
    // As long as it may be, in as many words as it can have, and in as many letters without blanks.
    QVERIFY(pageOf(u"a "_s.repeated(LongestTyped / 2)).complete);
    QVERIFY(pageOf(u"不"_s.repeated(LongestTyped)).complete);
    QCOMPARE(pageOf(u"needle "_s.repeated(LongestTyped / 7)).records.size(), 1U);
}

void TestActivity::nobodyKeepsOthersFromSearching()
{
    QVERIFY(printNeedle());
    ActivitySearch &activity = m_bench->tenant().activity;
    QObject greedy;
    int answered = 0;
    std::optional<ErrorCode> refused;
    for (int i = 0; i < 10; ++i) {
        const auto begun =
            activity.read(&greedy, {.filter = {.what = u"needle"_s}}, [&answered](const auto &) { ++answered; });
        if (!begun)
            refused = begun.error().code;
    }
    QCOMPARE(refused, ErrorCode::RateLimited);
    QCOMPARE(pageOf(u"needle"_s).records.size(), 1U);
    QTRY_COMPARE(answered, 4);
    QVERIFY(activity.read(&greedy, {}, [](const auto &) {}));
}

void TestActivity::onlyWhoMayReadIt()
{
    QCOMPARE(refusal(*m_analyst, {}), ErrorCode::NotPermitted);
    QCOMPARE(refusal(*m_analyst, {.filter = {.what = u"secret"_s}}), ErrorCode::NotPermitted);
}

/// Who may read what is done to some devices may not read what is done in the tenant: not even that there is something.
void TestActivity::aGroupIsNotTheTenant()
{
    QVERIFY(printNeedle());
    const Analyst root{UserName(u"root"_s), {Role::GlobalAdministrator}};
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"root"_s), {}, {Role::GlobalAdministrator}));
    DeviceGroup desks{.name = u"desks"_s, .description = {}, .rule = {}};
    desks.rule.tags = {u"desk"_s};
    QVERIFY(m_bench->tenant().addGroup(root, desks, {}));
    const auto added = m_bench->tenant().addRole(root,
        {.name = u"reader"_s,
            .description = {},
            .permissions = {Permission::SecurityDataRead, Permission::ActivityRead},
            .groups = {u"desks"_s}});
    QVERIFY2(added, qPrintable(added ? QString() : debugText(added.error())));
    const auto reader = m_bench->connectAnalyst(u"ben"_s, {u"reader"_s});
    QCOMPARE(refusal(*reader, {.filter = {.what = u"needle"_s}}), ErrorCode::OutOfScope);
    QCOMPARE(refusal(*reader, {.filter = {.device = m_device}}), ErrorCode::OutOfScope);
}

void TestActivity::aLostIndexIsMadeAgain()
{
    QVERIFY(printNeedle());
    whileStopped([this] {
        QVERIFY(QFile::exists(indexPath()));
        removeIndex(indexPath());
    });
    QVERIFY(indexed());
    QCOMPARE(pageOf(u"needle"_s).records.size(), 1U);
    QCOMPARE(pageOf(u"processes"_s).records.size(), 1U);
}

void TestActivity::anIndexThatIsDeletedMeanwhileIsMadeAgain()
{
    QVERIFY(printNeedle());
    removeIndex(indexPath());
    QVERIFY(indexed());
    QCOMPARE(pageOf(u"needle"_s).records.size(), 1U);
    {
        auto index = openIndex(indexPath(), u"check"_s);
        QVERIFY(index && isWhole(*index));
    }
    QSqlDatabase::removeDatabase(u"check"_s);
}

void TestActivity::aBrokenIndexIsMadeAgain_data()
{
    QTest::addColumn<qint64>("from");
    QTest::newRow("no database") << 0LL;
    QTest::newRow("tables") << 4096LL;
    QTest::newRow("what is in them") << 8LL * 4096;
}

void TestActivity::aBrokenIndexIsMadeAgain()
{
    QFETCH(qint64, from);
    QVERIFY(printNeedle());
    whileStopped([this, from] {
        QFile file(indexPath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > from + 4096);
        const QByteArray rubbish(file.size() - from, '\x5a');
        QVERIFY(file.seek(from));
        QCOMPARE(file.write(rubbish), rubbish.size());
    });
    QTRY_COMPARE(pageOf(u"needle"_s).records.size(), 1U);
    QVERIFY(indexed());
    QCOMPARE(pageOf(u"processes"_s).records.size(), 1U);
}

void TestActivity::theJournalComesFirstOnAFullDisk()
{
    QVERIFY(printNeedle());
    m_bench->tenant().disk->setMeasure([] { return DiskSpace::TransferReserve - 1; });
    const qint64 size = QFileInfo(indexPath()).size() + QFileInfo(indexPath() + u"-wal"_s).size();
    m_bench->tenant().journal.append(u"ben"_s, {}, Event::SignInRefused{u"192.0.2.7"_s, u"ben"_s});
    m_bench->tenant().turn.finish();
    const auto told = page({.filter = {.what = u"needle"_s}});
    QCOMPARE(told.records.size(), 1U); // what was indexed is found
    QVERIFY(told.indexed < told.last);
    QCOMPARE(QFileInfo(indexPath()).size() + QFileInfo(indexPath() + u"-wal"_s).size(), size);
    m_bench->tenant().disk->setMeasure([] { return DiskSpace::TransferReserve * 2; });
    m_bench->tenant().journal.append(u"ben"_s, {}, Event::SignInRefused{u"192.0.2.8"_s, u"ben"_s});
    QVERIFY(indexed());
    QCOMPARE(pageOf(u"192.0.2.7"_s).records.size(), 1U);
}

void TestActivity::anIndexOfAnotherTenantIsMadeAnew()
{
    QVERIFY(printNeedle());
    whileStopped([this] {
        // The tenant begins anew, with the old index.
        for (const auto &ending : {""_L1, "-wal"_L1, "-shm"_L1})
            QFile::remove(m_bench->databasePath() + ending);
    });
    QVERIFY(indexed());
    QVERIFY(pageOf(u"needle"_s).records.empty());
    QVERIFY(QFile::exists(indexPath()));
}

void TestActivity::whatWasRemovedIsFoundNoMore()
{
    QVERIFY(printNeedle());
    QVERIFY(print(u"services"_s, ChunkFormat::Text, "another needle\n").isValid());
    QCOMPARE(pageOf(u"needle"_s).records.size(), 2U);
    Tenant &tenant = m_bench->tenant();
    const Analyst admin{UserName(u"root"_s), {Role::GlobalAdministrator}};
    QVERIFY(tenant.changeSetting(admin, u"output-days"_s, u"1"_s));
    tenant.manager.end(u"ada"_s, m_session, EndReason::User);
    tenant.turn.finish();
    tenant.retention.run(QDateTime::currentDateTimeUtc().addDays(2));
    QTRY_VERIFY_WITH_TIMEOUT(tenant.retention.isIdle(), 30'000);
    QVERIFY(indexed());
    QVERIFY(pageOf(u"needle"_s).records.empty());
    // What was typed is of the journal, and what retention did is listed.
    QCOMPARE(pageOf(u"services"_s).records.size(), 1U);
    const auto newest = page({}).records;
    QVERIFY(std::ranges::contains(newest, u"content-removed"_s, &ActivityRecord::kind));
    // The words are not left in the index.
    {
        auto index = openIndex(indexPath(), u"looked into"_s);
        QVERIFY(index);
        QSqlQuery words(*index);
        QVERIFY(words.exec(u"SELECT COUNT(*) FROM printed WHERE printed MATCH 'needle'"_s) && words.next());
        QCOMPARE(words.value(0).toInt(), 0);
        words.finish();
        QVERIFY(isWhole(*index));
    }
    QSqlDatabase::removeDatabase(u"looked into"_s);
    // Nor in one that is made anew.
    whileStopped([this] { removeIndex(indexPath()); });
    QVERIFY(indexed());
    QVERIFY(pageOf(u"needle"_s).records.empty());
    QCOMPARE(pageOf(u"services"_s).records.size(), 1U);
}

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
