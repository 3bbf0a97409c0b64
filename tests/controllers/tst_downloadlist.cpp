// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/controllers/downloadbench.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;
using namespace Sonde::Service;

/// What the analyst decides: order, pauses, answers, limits.
class DownloadListTest final : public DownloadBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void pausesAndResumes()
    {
        const QByteArray content = noise(32 * 1024 * 1024); // more than may be under way, which is kept when it pauses
        m_options.limits.deviceRate = 2 * 1024 * 1024;
        m_manager->setOptions(m_options);
        const CommandId command = getfile("/big", content);
        QTRY_VERIFY(m_model->find(command) && m_model->find(command)->done > 0);
        m_manager->pause(command);
        QTRY_COMPARE(m_server->moving, 0);
        QCOMPARE(stateOf(command), State::Paused);
        const qint64 there = QFileInfo(downloads(u"big.part"_s)).size();
        QVERIFY(there > 0 && there < content.size());
        startManager();
        QCOMPARE(stateOf(command), State::Paused);
        m_options.limits.deviceRate = 0;
        m_manager->setOptions(m_options);
        m_manager->resume(command);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QVERIFY(readAll(downloads(u"big"_s)) == content);
    }

    void cancelsAndBringsItAnyway()
    {
        m_server->holds = true;
        const CommandId command = getfile("/big", noise(500'000));
        QTRY_COMPARE(m_server->moving, 1);
        m_manager->cancel(command);
        QCOMPARE(stateOf(command), State::Cancelled);
        QTRY_COMPARE(files(), QStringList());
        m_server->holds = false;
        m_manager->retry(command);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(files(), QStringList{u"big"_s});
    }

    void forgetsWhatWasCancelledAndCleared()
    {
        m_server->holds = true;
        const CommandId command = getfile("/big", noise(500'000));
        QTRY_COMPARE(stateOf(command), State::Receiving);
        m_manager->clear(command);
        QCOMPARE(m_model->rowCount(), 1); // not while it moves
        m_manager->cancel(command);
        m_manager->clear(command);
        QCOMPARE(m_model->rowCount(), 0);
        startManager();
        m_manager->follow(*m_session);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void asksBeforeItOverwrites()
    {
        QDir().mkpath(downloads());
        writeAll(downloads(u"hosts"_s), "mine");
        const QSignalSpy asking(m_manager.get(), &DownloadManager::asking);
        const CommandId command = getfile("/etc/hosts", "theirs");
        QTRY_COMPARE(stateOf(command), State::Asking);
        QCOMPARE(asking.size(), 1);
        QCOMPARE(m_model->find(command)->problem->code, ErrorCode::FileExists);
        const CommandId other = getfile("/etc/passwd", "root");
        QTRY_COMPARE(stateOf(other), State::Finished); // nobody waits for the answer
        startManager();
        QCOMPARE(stateOf(command), State::Asking); // not even a restart forgets it
        m_manager->answer(command, DownloadAnswer::Overwrite);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(readAll(downloads(u"hosts"_s)), QByteArray("theirs"));
    }

    /// The zip that is there may be of another command and hold the same: it says so, so that nobody has to look.
    void saysThatTheSameContentIsThere()
    {
        m_options.plain = false;
        startManager();
        const CommandId first = getfile("/etc/hosts", "the same");
        QTRY_COMPARE(stateOf(first), State::Finished);
        const CommandId again = getfile("/etc/hosts", "the same");
        QTRY_COMPARE(stateOf(again), State::Asking);
        QCOMPARE(m_model->find(again)->problem->code, ErrorCode::FileExists);
        QVERIFY(m_model->find(again)->problem->facts.value(Fact::SameContent).toBool());
        m_manager->cancel(again); // or the next one would keep out of its way
        const CommandId other = getfile("/etc/hosts", "another");
        QTRY_COMPARE(stateOf(other), State::Asking);
        QVERIFY(!m_model->find(other)->problem->facts.value(Fact::SameContent).toBool());
    }

    void keepsBoth()
    {
        QDir().mkpath(downloads());
        writeAll(downloads(u"hosts.txt"_s), "mine");
        const CommandId command = getfile("/etc/hosts.txt", "theirs");
        QTRY_COMPARE(stateOf(command), State::Asking);
        m_manager->answer(command, DownloadAnswer::KeepBoth);
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(files(), (QStringList{u"hosts (2).txt"_s, u"hosts.txt"_s}));
        QCOMPARE(readAll(downloads(u"hosts.txt"_s)), QByteArray("mine"));
    }

    void skips()
    {
        QDir().mkpath(downloads());
        writeAll(downloads(u"hosts"_s), "mine");
        const CommandId command = getfile("/etc/hosts", "theirs");
        QTRY_COMPARE(stateOf(command), State::Asking);
        m_manager->answer(command, DownloadAnswer::Skip);
        QCOMPARE(stateOf(command), State::Cancelled);
        QCOMPARE(readAll(downloads(u"hosts"_s)), QByteArray("mine"));
    }

    void twoOfTheSameNameDoNotMeet()
    {
        m_server->holds = true;
        const CommandId one = getfile("/a/log", "one");
        const CommandId two = getfile("/b/log", "two");
        QTRY_COMPARE(m_model->rowCount(), 2);
        m_server->holds = false;
        QTRY_COMPARE(stateOf(one), State::Finished);
        QTRY_COMPARE(stateOf(two), State::Finished);
        QCOMPARE(readAll(downloads(u"log"_s)), QByteArray("one"));
        QCOMPARE(readAll(downloads(u"log (2)"_s)), QByteArray("two"));
    }

    void asksWhenTheDiskIsFull()
    {
        auto free = std::make_shared<std::atomic<qint64>>(1'000'000);
        m_options.limits.freeSpace = [free](const QString &) { return free->load(); };
        m_manager->setOptions(m_options);
        const CommandId command = getfile("/big", noise(2'000'000));
        QTRY_COMPARE(stateOf(command), State::Asking);
        const Error problem = *m_model->find(command)->problem;
        QCOMPARE(problem.code, ErrorCode::NoSpace);
        QCOMPARE(problem.facts.value(Fact::Limit).toInteger(), 1'000'000);
        QVERIFY(problem.facts.value(Fact::Actual).toInteger() > 2'000'000);
        QCOMPARE(m_server->sent, 0); // before the first byte
        *free = 1'000'000'000;
        m_manager->answer(command, DownloadAnswer::TryAgain);
        QTRY_COMPARE(stateOf(command), State::Finished);
    }

    void asksWhenTheFolderCannotBeWritten()
    {
        writeAll(m_folder->filePath(u"downloads"_s), "a file where the folder should be");
        const CommandId command = getfile("/big", "content");
        QTRY_COMPARE(stateOf(command), State::Asking);
        QCOMPARE(m_model->find(command)->problem->code, ErrorCode::CannotWrite);
        QFile::remove(m_folder->filePath(u"downloads"_s));
        m_manager->answer(command, DownloadAnswer::TryAgain);
        QTRY_COMPARE(stateOf(command), State::Finished);
    }

    void soManyAtOnceInTheirOrder()
    {
        m_options.limits.atOnce = 2;
        m_manager->setOptions(m_options);
        m_server->holds = true;
        qsizetype most = 0;
        connect(m_model.get(), &QAbstractItemModel::dataChanged, this, [this, &most] {
            most =
                std::max<qsizetype>(most, std::ranges::count(m_model->downloads(), State::Receiving, &Download::state));
        });
        QList<CommandId> commands;
        for (int i = 0; i < 5; ++i)
            commands << getfile("/f" + QByteArray::number(i), "content");
        QTRY_COMPARE(m_server->moving, 2);
        QTRY_COMPARE(m_model->rowCount(), 5);
        m_manager->move(commands.last(), -2);
        QCOMPARE(m_model->at(2)->command, commands.last());
        m_manager->pause(commands.first());
        QTRY_COMPARE(stateOf(commands.last()), State::Receiving); // overtook two
        QCOMPARE(stateOf(commands.at(2)), State::Queued);
        m_server->holds = false;
        m_manager->resume(commands.first());
        for (const CommandId command : std::as_const(commands))
            QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(most, 2);
        m_model->disconnect(this);
    }

    void keepsToTheRate()
    {
        m_options.limits.totalRate = 2'000'000;
        m_manager->setOptions(m_options);
        QElapsedTimer time;
        time.start();
        const CommandId command = getfile("/big", noise(3'000'000));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(command), State::Finished, 20'000);
        QVERIFY2(time.elapsed() > 1200, qPrintable(QString::number(time.elapsed())));
    }

    void showsHowFarItIs()
    {
        m_options.limits.totalRate = 1'000'000;
        m_manager->setOptions(m_options);
        const CommandId command = getfile("/big", noise(3'000'000));
        QTRY_VERIFY(m_model->find(command) && m_model->find(command)->speed > 0);
        QTRY_VERIFY(m_model->find(command)->timeLeft().has_value());
        QCOMPARE(m_model->totals().pending, 1);
        QVERIFY(m_model->totals().speed > 0);
        m_options.limits.totalRate = 0;
        m_manager->setOptions(m_options); // who waits goes on
        QTRY_COMPARE(stateOf(command), State::Finished);
        QCOMPARE(m_model->totals().pending, 0);
        QCOMPARE(m_model->totals().finished, 1);
    }
};

QTEST_GUILESS_MAIN(DownloadListTest)
#include "tst_downloadlist.moc"
