// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/blobcache.h"
#include "agent/evidence/workingfolder.h"
#include "tests/agent/commandprobe.h"
#include "tests/controllers/evidenceserver.h"

#include <QRandomGenerator>
#include <QTest>
#include <future>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using namespace Sonde::Client;
using namespace Sonde::Service;
using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 30s;
constexpr qint64 CacheBytes = 2'500'000;

QByteArray noise(qsizetype size)
{
    QByteArray bytes((size + 3) / 4 * 4, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes.first(size);
}

} // namespace

/// Library files as they come to a device: over real connections, from a service that has them.
class BlobCacheTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<EvidenceServer>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::make_shared<BlobCache>(m_folder->filePath(u"blobs"_s), CacheBytes);
        m_working = std::make_shared<WorkingFolder>(m_folder->path());
        QVERIFY(m_cache->prepare());
        QVERIFY(m_working->prepare(u"boot 1"_s));
    }

    void whatIsHereIsNotFetchedAgain()
    {
        const LibraryBlob tool = offer(u"tool"_s, noise(1'000'000));
        QVERIFY(put(tool));
        QVERIFY(put(tool));
        QCOMPARE(m_server->opened, 1);
    }

    void theLeastRecentlyUsedGoes()
    {
        const LibraryBlob first = offer(u"first"_s, noise(1'000'000));
        const LibraryBlob second = offer(u"second"_s, noise(1'000'000));
        QVERIFY(put(first));
        QVERIFY(put(second));
        makeOlder(first, 2h);
        makeOlder(second, 1h);
        QVERIFY(put(first));
        const LibraryBlob third = offer(u"third"_s, noise(1'000'000));
        QVERIFY(put(third));
        QVERIFY(QFile::exists(pathOf(first)));
        QVERIFY(!QFile::exists(pathOf(second)));
        QVERIFY(QFile::exists(pathOf(third)));
    }

    void whatACrashLeftIsGoneOnWith()
    {
        const QByteArray content = noise(2'000'000);
        const LibraryBlob tool = offer(u"tool"_s, content);
        QFile part(pathOf(tool) + u".partial"_s);
        QVERIFY(part.open(QFile::WriteOnly) && part.write(content.first(700'000)) == 700'000);
        part.close();
        QVERIFY(put(tool));
        QCOMPARE(m_server->lastOffset, 700'000);
        QCOMPARE(m_server->sent, 1'300'000);
        QVERIFY(!part.exists());
    }

    void aPartOfSomethingElseIsNot()
    {
        const LibraryBlob tool = offer(u"tool"_s, noise(2'000'000));
        QFile part(pathOf(tool) + u".partial"_s);
        QVERIFY(part.open(QFile::WriteOnly) && part.write(noise(700'000)) == 700'000);
        part.close();
        QVERIFY(put(tool));
        QCOMPARE(m_server->sent, 2'000'000);
    }

    void twoAtOnceFetchItOnce()
    {
        const LibraryBlob tool = offer(u"tool"_s, noise(2'000'000));
        m_server->holds = true;
        auto first = putLater(tool, u"one"_s);
        auto second = putLater(tool, u"two"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->moving, 1, Patience);
        m_server->holds = false;
        QVERIFY(wait(first));
        QVERIFY(wait(second));
        QCOMPARE(m_server->opened, 1);
    }

    /// How far a file has come is not how far the command is that wants it: nothing is known of that when the file is here.
    void theProgressOfAFileEndsWithIt()
    {
        const LibraryBlob tool = offer(u"tool"_s, noise(2'000'000));
        auto done = putLater(tool, tool.name);
        QVERIFY(wait(done));
        QVERIFY(m_told.size() >= 2);
        QVERIFY(m_told.front().total == tool.size);
        QVERIFY(m_told.back().total <= 0 && m_told.back().done == 0);
    }

private:
    /// The service has it from now on.
    LibraryBlob offer(const QString &name, const QByteArray &content)
    {
        const CommandId key(++m_offered);
        m_server->add(key, content);
        m_keys.insert(name, key);
        return {name, m_server->sha256(key), content.size()};
    }
    [[nodiscard]] QString pathOf(const LibraryBlob &blob) const
    {
        return m_folder->filePath(u"blobs/"_s + QString::fromLatin1(blob.sha256.toHex()));
    }
    void makeOlder(const LibraryBlob &blob, std::chrono::seconds by) const
    {
        QFile file(pathOf(blob));
        QVERIFY(file.open(QFile::ReadWrite | QFile::ExistingOnly));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDuration(-by), QFile::FileModificationTime));
    }

    /// Whether a putfile of it, as `name`, leaves just that.
    [[nodiscard]] std::future<bool> putLater(const LibraryBlob &blob, const QString &name)
    {
        const CommandId key = m_keys.value(blob.name);
        return std::async(std::launch::async, [this, blob, name, key] {
            CommandProbe probe;
            probe.order.blob = LibraryBlob{name, blob.sha256, blob.size};
            probe.around = {m_server->endpoint(), m_folder->path(), m_cache, m_working};
            probe.ticket = [this, key] {
                return m_server->open(key).transform([](const auto &ticket) { return ticket.ticket; });
            };
            const Outcome outcome = probe.run(u"putfile %1 -overwrite"_s.arg(name));
            if (name == "tool"_L1)
                m_told = probe.progress;
            return !outcome.failure && probe.rows.size() == 1
                && probe.rows.front().value("sha256"_L1).toString().toLatin1() == blob.sha256.toHex();
        });
    }
    [[nodiscard]] bool wait(std::future<bool> &done) const
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done.wait_for(0s) == std::future_status::ready, Patience); }();
        return done.get();
    }
    [[nodiscard]] bool put(const LibraryBlob &blob)
    {
        auto done = putLater(blob, blob.name);
        return wait(done);
    }

    std::unique_ptr<EvidenceServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<BlobCache> m_cache;
    std::shared_ptr<WorkingFolder> m_working;
    QHash<QString, CommandId> m_keys;
    quint64 m_offered = 0;
    std::vector<Progress> m_told; ///< of the last `tool`
};

QTEST_GUILESS_MAIN(BlobCacheTest)
#include "tst_blobcache.moc"
