// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/filesearch.h"
#include "agent/system/linux/descriptor.h"
#include "agent/system/storage/volumes.h"
#include "protocol/base/devicepath.h"
#include "tests/agent/commandprobe.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <fcntl.h>
#include <filesystem>
#include <sys/fanotify.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(content), content.size());
}

/// Stops a command as soon as it shows that it is at work; how long it took from there until it returned.
std::chrono::nanoseconds timeToStop(CommandProbe &probe, const QString &line, Outcome &outcome)
{
    QElapsedTimer sinceStop;
    probe.onNews = [&] {
        if (probe.stop.request_stop())
            sinceStop.start();
    };
    outcome = probe.run(line);
    return sinceStop.isValid() ? sinceStop.durationElapsed() : std::chrono::nanoseconds::max();
}

} // namespace

class FileCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    // QTemporaryDir cannot remove names that are not UTF-8.
    void cleanup() { std::filesystem::remove_all(QFile::encodeName(m_folder->path()).toStdString()); }

    // ---- cd

    void cdAnswersTheNewFolder_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("to");
        QTest::newRow("absolute") << u"/"_s << u"cd /usr/lib"_s << u"/usr/lib"_s;
        QTest::newRow("relative") << u"/usr"_s << u"cd lib"_s << u"/usr/lib"_s;
        QTest::newRow("up") << u"/usr/lib"_s << u"cd .."_s << u"/usr"_s;
        QTest::newRow("here") << u"/usr/lib"_s << u"cd ."_s << u"/usr/lib"_s;
        QTest::newRow("beyond the root") << u"/usr"_s << u"cd ../../.."_s << u"/"_s;
    }
    void cdAnswersTheNewFolder()
    {
        QFETCH(QString, from);
        QFETCH(QString, line);
        QFETCH(QString, to);
        CommandProbe probe;
        probe.order.workingDirectory = from;
        const Outcome outcome = probe.run(line);
        QVERIFY(!outcome.failure);
        QCOMPARE(outcome.workingDirectory, to);
    }

    void cdGoesIntoAnyName()
    {
        const QByteArray name = QFile::encodeName(m_folder->path()) + "/caf\xe9\nline";
        QCOMPARE(::mkdir(name.constData(), 0700), 0);
        CommandProbe probe;
        const Outcome outcome = probe.run(u"cd "_s + quoted(DevicePath(name).typed()));
        QVERIFY(!outcome.failure);
        QCOMPARE(DevicePath::fromTyped(outcome.workingDirectory).bytes(), name);
    }

    void cdSaysWhyNot_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("missing") << u"/no such folder"_s << ErrorCode::NotFound;
        QTest::newRow("a file") << u"/etc/passwd"_s << ErrorCode::NotADirectory;
        QTest::newRow("tilde is a name") << u"~"_s << ErrorCode::NotFound;
        QTest::newRow("NUL") << u"bytes:/etc\\x00/passwd"_s << ErrorCode::BadValue;
    }
    void cdSaysWhyNot()
    {
        QFETCH(QString, path);
        CommandProbe probe;
        const Outcome outcome = probe.run(u"cd "_s + quoted(path));
        QVERIFY(outcome.failure);
        QTEST(outcome.failure->code, "code");
        QVERIFY(outcome.workingDirectory.isEmpty());
    }

    // ---- dir

    void dirAgreesWithLs()
    {
        CommandProbe probe;
        QVERIFY(!probe.run(u"dir /etc"_s).failure);
        QSet<QString> names;
        for (const QByteArray &line : linesOf(u"ls"_s, {u"-A"_s, u"/etc"_s}))
            names.insert(QString::fromUtf8(line));
        QCOMPARE(column(probe, u"path"_s), names);
        const auto isFile = [](const QJsonObject &row) { return !row[u"isDirectory"].toBool(); };
        QVERIFY(std::ranges::is_sorted(probe.rows, {}, isFile)); // directories first

        for (const QByteArray &line : linesOf(u"stat"_s, {u"-c"_s, u"%A %U %s %Y"_s, u"/etc/passwd"_s})) {
            const QJsonObject row = rowWhere(probe, u"path"_s, u"passwd"_s);
            const auto modified = QDateTime::fromString(row[u"modified"].toString(), Qt::ISODateWithMs);
            QCOMPARE(u"%1 %2 %3 %4"_s.arg(row[u"mode"].toString(), row[u"owner"].toString())
                         .arg(row[u"size"].toInteger())
                         .arg(modified.toSecsSinceEpoch())
                         .toUtf8(),
                line);
            QCOMPARE(row[u"isDirectory"].toBool(), false);
        }
    }

    void dirKnowsKindsAndLinks()
    {
        write(path(u"plain"_s), "x");
        write(path(u".hidden"_s), "x");
        QCOMPARE(::chmod(encoded(u"plain"_s).constData(), 04444), 0);
        QVERIFY(QFile::link(u"nowhere"_s, path(u"dangling"_s)));
        QCOMPARE(::mkfifo(encoded(u"pipe"_s).constData(), 0600), 0);
        QCOMPARE(::mkdir(encoded(u"folder"_s).constData(), 01777), 0);
        QCOMPARE(::chmod(encoded(u"folder"_s).constData(), 01777), 0);
        CommandProbe probe;
        QVERIFY(!probe.run(u"dir "_s + quoted(m_folder->path())).failure);
        QCOMPARE(probe.rows.size(), 5U);
        const auto is = [&probe](const QString &name, const QString &column) {
            return rowWhere(probe, u"path"_s, name).value(column);
        };
        QCOMPARE(is(u"plain"_s, u"mode"_s), u"-r-Sr--r--"_s);
        QCOMPARE(is(u"plain"_s, u"readOnly"_s), true);
        QCOMPARE(is(u".hidden"_s, u"hidden"_s), true);
        QCOMPARE(is(u".hidden"_s, u"readOnly"_s), false);
        QCOMPARE(is(u"dangling"_s, u"type"_s), u"link"_s);
        QCOMPARE(is(u"dangling"_s, u"target"_s), u"nowhere"_s);
        QCOMPARE(is(u"pipe"_s, u"type"_s), u"named pipe"_s);
        QCOMPARE(is(u"folder"_s, u"isDirectory"_s), true);
        QCOMPARE(is(u"folder"_s, u"mode"_s), u"drwxrwxrwt"_s);
    }

    void dirCarriesAnyNameLossless()
    {
        const QByteArray rightToLeft = "\xe2\x80\xae";
        const QList<QByteArray> names{
            "caf\xe9", "two\nlines", " blank ", "\x1b[31mred", rightToLeft + "gpj.exe", "bytes:x", "-rf"};
        for (const QByteArray &name : names) {
            const int file = ::open(
                QByteArray(QFile::encodeName(m_folder->path()) + '/' + name).constData(), O_CREAT | O_WRONLY, 0600);
            QVERIFY(file >= 0);
            ::close(file);
        }
        CommandProbe probe;
        QVERIFY(!probe.run(u"dir "_s + quoted(m_folder->path())).failure);
        QList<QByteArray> seen;
        for (const QJsonObject &row : probe.rows) {
            const QJsonValue raw = row.value(u"path_raw"_s);
            seen += raw.isString() ? QByteArray::fromBase64(raw.toString().toLatin1())
                                   : row.value(u"path"_s).toString().toUtf8();
        }
        QCOMPARE(QSet<QByteArray>(seen.begin(), seen.end()), QSet<QByteArray>(names.begin(), names.end()));

        // …and what was shown can be typed again.
        CommandProbe again;
        QVERIFY(
            !again.run(u"fileinfo "_s + quoted(DevicePath(QFile::encodeName(m_folder->path()) + "/caf\xe9").typed()))
                .failure);
        QCOMPARE(again.rows.front()[u"type"].toString(), u"empty"_s);
    }

    void dirOfAFileAndFullPaths()
    {
        CommandProbe file;
        QVERIFY(!file.run(u"dir /etc/passwd"_s).failure);
        QCOMPARE(column(file, u"path"_s), QSet{u"passwd"_s});
        CommandProbe full;
        QVERIFY(!full.run(u"dir /etc/passwd -full_path"_s).failure);
        QCOMPARE(column(full, u"path"_s), QSet{u"/etc/passwd"_s});
        CommandProbe missing;
        QCOMPARE(missing.run(u"dir /etc/no-such-file"_s).failure->code, ErrorCode::NotFound);
        CommandProbe below;
        QCOMPARE(below.run(u"dir /etc/passwd/x"_s).failure->code, ErrorCode::NotADirectory);
    }

    void firstRowsComeEarly()
    {
        for (int i = 0; i < 1000; ++i)
            write(path(u"f%1"_s.arg(i)), {});
        CommandProbe probe;
        QVERIFY(!probe.run(u"dir "_s + quoted(m_folder->path())).failure);
        QCOMPARE(probe.rows.size(), 1000U);
        QVERIFY(probe.chunkRows.front() <= 64);
    }

    // ---- fileinfo

    void fileinfoAgreesWithTheTools()
    {
        const QString file = u"/usr/bin/env"_s;
        CommandProbe probe;
        QVERIFY(!probe.run(u"fileinfo "_s + file).failure);
        const QJsonObject row = probe.rows.front();
        for (const auto &[tool, id] :
            {std::pair{u"md5sum"_s, u"md5"_s}, {u"sha1sum"_s, u"sha1"_s}, {u"sha256sum"_s, u"sha256"_s}})
            QCOMPARE(row[id].toString().toLatin1(), linesOf(tool, {file}).constFirst().split(' ').constFirst());
        const auto stat = linesOf(u"stat"_s, {u"-L"_s, u"-c"_s, u"%s %U %G %A %i %h"_s, file}).constFirst();
        QCOMPARE(u"%1 %2 %3 %4 %5 %6"_s.arg(row[u"size"].toInteger())
                     .arg(row[u"owner"].toString(), row[u"group"].toString(), row[u"mode"].toString())
                     .arg(row[u"inode"].toInteger())
                     .arg(row[u"links"].toInteger())
                     .toUtf8(),
            stat);
        QVERIFY(row[u"type"].toString().startsWith(u"ELF "));
        QVERIFY(probe.errors.empty());
    }

    void fileinfoLooksBehindALink()
    {
        write(path(u"real"_s), "#!/bin/sh\n");
        QVERIFY(QFile::link(u"real"_s, path(u"link"_s)));
        CommandProbe probe;
        QVERIFY(!probe.run(u"fileinfo "_s + quoted(path(u"link"_s))).failure);
        QCOMPARE(probe.rows.front()[u"target"].toString(), QFileInfo(path(u"real"_s)).canonicalFilePath());
        QCOMPARE(probe.rows.front()[u"type"].toString(), u"script for /bin/sh"_s);

        QVERIFY(QFile::link(u"nowhere"_s, path(u"dangling"_s)));
        CommandProbe dangling;
        QVERIFY(!dangling.run(u"fileinfo "_s + quoted(path(u"dangling"_s))).failure);
        QCOMPARE(dangling.rows.front()[u"type"].toString(), u"link"_s);
        QCOMPARE(dangling.errors.front().code, ErrorCode::NotFound);
        QCOMPARE(dangling.errors.front().facts.text(Fact::Target), u"nowhere"_s);
    }

    void aLinkThatLeadsNowhereIsNamed_data()
    {
        QTest::addColumn<QString>("verb");
        for (const QString &verb : {u"getfile"_s, u"dir"_s, u"cd"_s})
            QTest::addRow("%ls", qUtf16Printable(verb)) << verb;
    }
    void aLinkThatLeadsNowhereIsNamed()
    {
        QFETCH(QString, verb);
        QVERIFY(QFile::link(u"nowhere"_s, path(u"dangling"_s)));
        CommandProbe probe;
        const Outcome outcome = probe.run(verb + u' ' + quoted(path(u"dangling"_s)));
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::NotFound);
        QCOMPARE(outcome.failure->subject, path(u"dangling"_s));
        QCOMPARE(outcome.failure->facts.text(Fact::Target), u"nowhere"_s);
        CommandProbe missing;
        const Outcome nothing = missing.run(verb + u' ' + quoted(path(u"missing"_s)));
        QVERIFY(nothing.failure && !nothing.failure->facts.contains(Fact::Target));
        // Of links that lead to links, what is missing is named, and from where it was looked for.
        QVERIFY(QDir(m_folder->path()).mkpath(u"links"_s));
        QVERIFY(QFile::link(u"links/second"_s, path(u"first"_s)));
        QVERIFY(QFile::link(u"third"_s, path(u"links/second"_s)));
        QVERIFY(QFile::link(u"gone"_s, path(u"links/third"_s)));
        CommandProbe chain;
        const Outcome lost = chain.run(verb + u' ' + quoted(path(u"first"_s)));
        QVERIFY(lost.failure);
        QCOMPARE(lost.failure->facts.text(Fact::Target), path(u"links/gone"_s));
    }

    /// Nobody is sent to check a path that was meant as a pattern.
    void whatWasMeantAsAPatternIsNoPath_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("why");
        QTest::newRow("dir") << u"dir"_s << u"no-pattern"_s;
        QTest::newRow("fileinfo") << u"fileinfo"_s << u"no-pattern"_s;
        QTest::newRow("getfile") << u"getfile"_s << u"no-match"_s;
    }
    void whatWasMeantAsAPatternIsNoPath()
    {
        QFETCH(QString, verb);
        QFETCH(QString, why);
        for (const auto &[name, expected] : {std::pair(u"nosuch*"_s, why), std::pair(u"nosuch"_s, QString())}) {
            CommandProbe probe;
            const Outcome outcome = probe.run(verb + u' ' + quoted(path(name)));
            QVERIFY(outcome.failure);
            QCOMPARE(outcome.failure->code, ErrorCode::NotFound);
            QCOMPARE(outcome.failure->facts.text(Fact::Why), expected);
        }
    }

    void fileinfoNeverOpensWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("folder") << u"/etc"_s << u"directory"_s << ErrorCode::IsADirectory;
        QTest::newRow("device") << u"/dev/zero"_s << u"character device"_s << ErrorCode::NotARegularFile;
        QTest::newRow("pipe") << u"pipe"_s << u"named pipe"_s << ErrorCode::NotARegularFile;
    }
    void fileinfoNeverOpensWhatIsNoFile()
    {
        QFETCH(QString, name);
        QFETCH(QString, type);
        QFETCH(ErrorCode, code);
        QCOMPARE(::mkfifo(encoded(u"pipe"_s).constData(), 0600), 0);
        CommandProbe probe;
        probe.order.workingDirectory = m_folder->path();
        QVERIFY(!probe.run(u"fileinfo "_s + name).failure);
        QCOMPARE(probe.rows.front()[u"type"].toString(), type);
        QVERIFY(probe.rows.front()[u"sha256"].isNull());
        QCOMPARE(probe.errors.front().code, code);
    }

    void fileinfoRefusesWhatIsTooLargeBeforeReading()
    {
        QFile sparse(path(u"large"_s));
        QVERIFY(sparse.open(QIODevice::WriteOnly));
        QVERIFY(sparse.resize(qint64(20) * 1024 * 1024 * 1024));
        CommandProbe probe;
        probe.order.limits[settingKey(TenantSetting::FileinfoBytes)] = qint64(10) * 1024 * 1024 * 1024;
        const Outcome outcome = probe.run(u"fileinfo "_s + quoted(sparse.fileName()));
        QCOMPARE(outcome.failure->code, ErrorCode::TooLarge);
        QCOMPARE(outcome.failure->facts.value(Fact::Limit).toInteger(), qint64(10) * 1024 * 1024 * 1024);
        QCOMPARE(outcome.failure->facts.value(Fact::Actual).toInteger(), qint64(20) * 1024 * 1024 * 1024);
        QCOMPARE(probe.progressTold, 0);
    }

    void fileinfoStopsWithin200ms()
    {
        QFile sparse(path(u"large"_s));
        QVERIFY(sparse.open(QIODevice::WriteOnly));
        QVERIFY(sparse.resize(qint64(64) * 1024 * 1024 * 1024));
        CommandProbe probe;
        Outcome outcome;
        const auto late = timeToStop(probe, u"fileinfo "_s + quoted(sparse.fileName()), outcome);
        QCOMPARE(outcome.failure->code, ErrorCode::Cancelled);
        QVERIFY2(late < 200ms, qPrintable(QString::number(late.count())));
    }

    void fileinfoShowsAnAcl()
    {
        write(path(u"listed"_s), "x");
        const QByteArray attribute = QByteArray::fromHex("0200000001000600ffffffff0200040039300000"
                                                         "04000400ffffffff10000600ffffffff20000000ffffffff");
        if (::setxattr(encoded(u"listed"_s).constData(), "system.posix_acl_access", attribute.constData(),
                size_t(attribute.size()), 0)
            != 0)
            QSKIP("this file system keeps no access control lists");
        CommandProbe probe;
        QVERIFY(!probe.run(u"fileinfo "_s + quoted(path(u"listed"_s))).failure);
        QCOMPARE(probe.rows.front()[u"acl"].toString(), u"user::rw-,user:12345:r--,group::r--,mask::rw-,other::---"_s);
    }

    // ---- findfile

    void findfileAgreesWithFind_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("one name") << u"passwd"_s;
        QTest::newRow("suffix") << u"*.conf"_s;
        QTest::newRow("one character") << u"?"_s;
        QTest::newRow("all") << u"*"_s;
    }
    void findfileAgreesWithFind()
    {
        QFETCH(QString, pattern);
        CommandProbe probe;
        QVERIFY(!probe.run(u"findfile %1 -path /etc"_s.arg(quoted(pattern))).failure);
        QSet<QString> expected;
        for (const QByteArray &line : linesOf(u"find"_s, {u"/etc"_s, u"-mindepth"_s, u"1"_s, u"-name"_s, pattern}))
            expected.insert(QString::fromUtf8(line));
        QCOMPARE(column(probe, u"path"_s), expected);
        QCOMPARE(qsizetype(probe.rows.size()), expected.size()); // and none twice
    }

    void findfileHasNoLoopsAndKeepsOut()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"a/b"_s));
        QVERIFY(QFile::link(u".."_s, path(u"a/b/up"_s)));
        write(path(u"a/b/needle"_s), "x");
        CommandProbe probe;
        QVERIFY(!probe.run(u"findfile needle -path "_s + quoted(m_folder->path())).failure);
        QCOMPARE(column(probe, u"path"_s), QSet{path(u"a/b/needle"_s)});

        QVERIFY(listVolumes().foreign.contains("/proc"));
        QVERIFY(QDir(m_folder->path()).mkpath(u"foreign"_s));
        write(path(u"foreign/needle"_s), "x");
        FileSearch search({{encoded(u"a"_s), encoded(u""_s)}, {encoded(u"foreign"_s)}, Wildcard("needle")});
        size_t found = 0;
        for (bool finished = false; !finished;) {
            const auto news = search.take(1s);
            found += news.found.size();
            finished = news.finished;
        }
        QCOMPARE(found, 2U); // from each start one, and none in the excluded folder

        CommandProbe asked;
        QVERIFY(!asked.run(u"findfile version -path /proc -max 1000"_s).failure);
        QVERIFY(column(asked, u"path"_s).contains(u"/proc/version"_s));
    }

    /// A folder that cannot be opened for as long as nobody answers, as one of a server that is gone: all others are searched meanwhile.
    void aFolderThatHangsHidesNoOther()
    {
        Linux::Descriptor opened(::fanotify_init(FAN_CLASS_CONTENT | FAN_CLOEXEC | FAN_NONBLOCK, O_RDONLY));
        if (!opened.isOpen())
            QSKIP("it takes the right to keep others from opening files");
        constexpr size_t count = 200;
        for (size_t i = 0; i < count; ++i) {
            QVERIFY(QDir(m_folder->path()).mkpath(u"many/%1"_s.arg(i)));
            write(path(u"many/%1/needle"_s.arg(i)), "x");
        }
        const quint64 events = FAN_OPEN_PERM | FAN_ONDIR | FAN_EVENT_ON_CHILD;
        if (::fanotify_mark(opened.number(), FAN_MARK_ADD, events, AT_FDCWD, encoded(u"many"_s).constData()) != 0)
            QSKIP("this kernel lets nobody keep others from opening files");

        FileSearch search({{encoded(u""_s)}, {}, Wildcard("needle")});
        const auto letAllIn = qScopeGuard([&] { opened = Linux::Descriptor(-1); }); // also where it failed
        Linux::Descriptor held(-1);
        size_t found = 0;
        for (QDeadlineTimer patience(10s); found < count - 1 && !patience.hasExpired();) {
            std::array<fanotify_event_metadata, 64> metadata{};
            const ssize_t bytes = ::read(opened.number(), metadata.data(), sizeof(metadata));
            for (ssize_t i = 0; i * ssize_t(sizeof(metadata[0])) < bytes; ++i) {
                Linux::Descriptor folder(metadata.at(size_t(i)).fd);
                const auto name = Linux::readLink("/proc/self/fd/" + QByteArray::number(folder.number()));
                const fanotify_response answer{folder.number(), FAN_ALLOW};
                if (!held.isOpen() && name && *name != encoded(u"many"_s))
                    held = std::move(folder);
                else
                    QCOMPARE(::write(opened.number(), &answer, sizeof(answer)), ssize_t(sizeof(answer)));
            }
            found += search.take(5ms).found.size();
        }
        QVERIFY(held.isOpen());
        QCOMPARE(found, count - 1);
        opened = Linux::Descriptor(-1); // which lets it in
        for (bool finished = false; !finished;) {
            const auto news = search.take(1s);
            found += news.found.size();
            finished = news.finished;
        }
        QCOMPARE(found, count);
    }

    void findfileEntersEverythingWhenAsked()
    {
        const QString terminal = u"/dev/pts/ptmx"_s;
        if (!listVolumes().foreign.contains("/dev/pts") || !QFile::exists(terminal))
            QSKIP("no pseudo file system below /dev");
        CommandProbe careful;
        QVERIFY(!careful.run(u"findfile ptmx -path /dev"_s).failure);
        QVERIFY(!column(careful, u"path"_s).contains(terminal));
        CommandProbe everywhere;
        QVERIFY(!everywhere.run(u"findfile ptmx -path /dev -everywhere"_s).failure);
        QVERIFY(column(everywhere, u"path"_s).contains(terminal));
    }

    void findfileStopsAtItsMost()
    {
        for (int i = 0; i < 10; ++i)
            write(path(u"n%1"_s.arg(i)), {});
        CommandProbe probe;
        QVERIFY(!probe.run(u"findfile n* -max 3 -path "_s + quoted(m_folder->path())).failure);
        QCOMPARE(probe.rows.size(), 3U);
        QCOMPARE(probe.errors.front().code, ErrorCode::LimitReached);
        CommandProbe exact;
        QVERIFY(!exact.run(u"findfile n* -max 10 -path "_s + quoted(m_folder->path())).failure);
        QCOMPARE(exact.rows.size(), 10U);
        QVERIFY(exact.errors.empty());
    }

    void findfileReportsWhatItCouldNotRead()
    {
        if (::geteuid() == 0)
            QSKIP("root may read every folder");
        QVERIFY(QDir(m_folder->path()).mkdir(u"closed"_s));
        QCOMPARE(::chmod(encoded(u"closed"_s).constData(), 0), 0);
        CommandProbe probe;
        QVERIFY(!probe.run(u"findfile x -path "_s + quoted(m_folder->path())).failure);
        QCOMPARE(probe.errors.front().code, ErrorCode::AccessDenied);
        ::chmod(encoded(u"closed"_s).constData(), 0700);
    }

    void findfileStopsWithin200ms()
    {
        CommandProbe probe;
        Outcome outcome;
        const auto late = timeToStop(probe, u"findfile * -path /"_s, outcome);
        QCOMPARE(outcome.failure->code, ErrorCode::Cancelled);
        QVERIFY2(late < 200ms, qPrintable(QString::number(late.count())));
    }

    void findfileSaysWhyNot()
    {
        CommandProbe missing;
        QCOMPARE(missing.run(u"findfile x -path /no-such-folder"_s).failure->code, ErrorCode::NotFound);
        CommandProbe path;
        QCOMPARE(path.run(u"findfile etc/passwd"_s).failure->code, ErrorCode::BadValue);
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray encoded(const QString &name) const { return QFile::encodeName(path(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(FileCommandsTest)
#include "tst_filecommands.moc"
