// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/filehash.h"
#include "agent/acts/files/filesteps.h"
#include "agent/acts/files/movefile.h"
#include "agent/acts/files/restorefile.h"
#include "protocol/digest/digest.h"
#include "tests/agent/filestate.h"

#include <QSet>
#include <QTest>
#include <atomic>
#include <random>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// Files are moved into quarantine while an attacker, who owns their folder, puts others in their place as fast as it can: another file, a
/// link, a folder, a twin, something mounted there. What was looked at goes, or nothing; and nothing is lost.
///
/// SONDE_SWAPS=1000000 for a run that lasts until the attacker has changed places so often (./dev chaos acts).
class SwapsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatWasLookedAtGoes_data();
    void onlyWhatWasLookedAtGoes();
};

namespace {

using Bytes = QSet<QByteArray>;

/// The folder of the attacker: what is in it changes places, and is never deleted.
class Attacker final
{
    Q_DISABLE_COPY_MOVE(Attacker)

public:
    Attacker(const PlantedFolder &folder, const QString &prey, unsigned seed)
        : m_prey(QFile::encodeName(prey))
        , m_link(QFile::encodeName(folder.path(u"link"_s)))
        , m_directory(QFile::encodeName(folder.path(u"directory"_s)))
        , m_good(QFile::encodeName(folder.path(u"good"_s)))
        , m_twin(QFile::encodeName(folder.path(u"twin"_s)))
        , m_random(seed)
    {
        ::symlink(m_good.constData(), m_link.constData());
        ::mkdir(m_directory.constData(), 0700);
        ::link(m_good.constData(), m_twin.constData());
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
    }

    [[nodiscard]] quint64 swaps() const { return m_swaps; }

private:
    void work(const std::stop_token &stop)
    {
        const QByteArray *others[]{&m_good, &m_link, &m_directory, &m_twin};
        while (!stop.stop_requested()) {
            const QByteArray &other = *others[m_random() % std::size(others)];
            // There and back again, so that the prey is often where it is looked for.
            if (::renameat2(AT_FDCWD, m_prey.constData(), AT_FDCWD, other.constData(), RENAME_EXCHANGE) == 0) {
                pause();
                ::renameat2(AT_FDCWD, m_prey.constData(), AT_FDCWD, other.constData(), RENAME_EXCHANGE);
                ++m_swaps;
            }
            if (m_random() % 1000 == 0
                && ::mount(m_good.constData(), m_prey.constData(), nullptr, MS_BIND, nullptr) == 0) {
                pause();
                ::umount2(m_prey.constData(), MNT_DETACH);
            }
            pause();
        }
    }
    void pause()
    {
        // Often at once, and often long enough for somebody else to come to the very last moment.
        for (unsigned i = m_random() % (m_random() % 4 ? 200'000 : 500); i > 0; --i)
            std::atomic_signal_fence(std::memory_order_seq_cst);
    }

    const QByteArray m_prey, m_link, m_directory, m_good, m_twin;
    std::minstd_rand m_random;
    std::atomic<quint64> m_swaps = 0;
    std::jthread m_thread;
};

QByteArray contentOf(const Quarantine &quarantine, const QString &item)
{
    const Linux::Descriptor file(::memfd_create("copy", MFD_CLOEXEC));
    if (!quarantine.copyOut(item, file.number()))
        return "not there";
    ::lseek(file.number(), 0, SEEK_SET);
    return Linux::readRest(file).value_or("not read");
}

/// Contents of all files of a folder, by whatever name.
Bytes contentsIn(const PlantedFolder &folder)
{
    Bytes found;
    for (const QString &name : folder.names()) {
        const auto file = PinnedFile::open(QFile::encodeName(folder.path(name)));
        if (file && !file->isLink())
            found += Linux::readRest(file->openForReading().value()).value_or("not read");
    }
    return found;
}

} // namespace

void SwapsTest::onlyWhatWasLookedAtGoes_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("agentFolder");
    QTest::newRow("the same file system") << u"/dev/shm"_s << u"/dev/shm"_s;
    QTest::newRow("another one") << u"/dev/shm"_s << QDir::tempPath();
}

void SwapsTest::onlyWhatWasLookedAtGoes()
{
    QFETCH(QString, folder);
    QFETCH(QString, agentFolder);
    const int asked = qEnvironmentVariableIntValue("SONDE_SWAPS");
    // Elsewhere each try waits for a disk.
    const bool isNear = folder == agentFolder;
    const quint64 leastSwaps = quint64(isNear ? asked : asked / 20);
    const int leastTries = isNear ? 5000 : 300;
    const unsigned seed = std::random_device()();
    const QTemporaryDir agent(agentFolder + u"/sonde-agent-XXXXXX"_s);
    PlantedFolder planted(folder);
    const QString prey = planted.plant(u"prey"_s, "prey");
    planted.plant(u"good"_s, "good");
    const QByteArray path = QFile::encodeName(prey);
    Quarantine quarantine(agent.path());
    QVERIFY(quarantine.prepare());
    MoveFileWorker mover(quarantine);
    RestoreFileWorker restorer(quarantine);
    std::map<StepState, int> states;
    {
        Attacker attacker(planted, prey, seed);
        int i = 0;
        for (; i < leastTries || attacker.swaps() < leastSwaps; ++i) {
            const auto file = PinnedFile::open(path);
            const auto sha256 = file && !file->isLink() ? hashOf(*file) : fail(ErrorCode::NotFound);
            if (!sha256)
                continue;
            StepOrder order{moveFileStep(*file, *sha256), QString::number(i), {}, {}};
            const auto kept = mover.prepare(order.step);
            if (!kept)
                continue;
            order.kept = *kept;
            const StepResult result = mover.apply(order);
            ++states[result.state];
            QVERIFY2(result.state != StepState::Failed, result.error ? qPrintable(debugText(*result.error)) : "");
            if (result.state != StepState::Done)
                continue;
            const QByteArray content = contentOf(quarantine, order.item);
            Sha256 hash;
            hash.add(content);
            QVERIFY2(hash.result() == *sha256, content.constData()); // what went is what was looked at
            // Back, under a name of its own, and into its place as soon as that is free.
            Reversal back = restoreFileSteps(order, {Conflict::Beside, {}});
            StepOrder restore{back.steps.back(), u"back"_s, back.kept.back(), {}};
            const auto isBack = [&] {
                if (restorer.apply(restore).state == StepState::Done)
                    return true;
                back = restoreFileSteps(order, {Conflict::Beside, {}});
                restore.step = back.steps.back();
                return false;
            };
            QTRY_VERIFY(isBack());
            quarantine.remove(order.item);
            ::renameat2(AT_FDCWD, QFile::encodeName(restore.step.subject).constData(), AT_FDCWD, path.constData(),
                RENAME_NOREPLACE);
        }
        qInfo("seed %u: %d tries against %llu swaps, %d went, %d were refused", seed, i, attacker.swaps(),
            states[StepState::Done], states[StepState::Refused]);
    }
    const Bytes all = contentsIn(planted);
    QVERIFY(all.contains("prey") && all.contains("good"));
    // By whatever name: an exchange that failed half-way leaves them in each other's place.
    const QStringList names = planted.names();
    const auto isKept = [&](bool (QFileInfo::*is)() const) {
        return std::ranges::any_of(names, [&](const QString &name) { return (QFileInfo(planted.path(name)).*is)(); });
    };
    QVERIFY2(isKept(&QFileInfo::isDir), qPrintable(names.join(u' ')));
    QVERIFY2(isKept(&QFileInfo::isSymLink), qPrintable(names.join(u' ')));
}

QTEST_GUILESS_MAIN(SwapsTest)
#include "tst_swaps.moc"
