// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/filesearch.h"
#include "agent/evidence/filesource.h"
#include "agent/examination/clamd/clamdconfig.h"
#include "agent/examination/clamd/clamdsession.h"
#include "agent/examination/heuristics/fileheuristics.h"
#include "agent/examination/heuristics/processheuristics.h"
#include "agent/examination/yara/yaraworker.h"
#include "agent/formats/fileformat.h"
#include "agent/formats/type/filetype.h"
#include "agent/system/processes/mapsparser.h"
#include "protocol/base/reason.h"
#include "protocol/examination/examinationfile.h"
#include "protocol/examination/hashlist.h"
#include "protocol/rules/compiledrules.h"
#include "tests/agent/clamdaemon.h"
#include "tests/agent/librarydevice.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QLocalSocket>
#include <QTest>
#include <archive.h>
#include <archive_entry.h>
#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// In two halves, so that the rule does not find this test in memory by its own text.
const QByteArray Marker = QByteArray("sonde-examination-") + "marker-7391";

QByteArray markerRule(const QByteArray &meta = {})
{
    return "rule marker {\n meta:\n  author = \"A. Author\"\n  license = \"MIT\"\n" + meta
        + " strings:\n  $a = \"sonde-examination-\" \n condition:\n  $a\n}\n";
}

QByteArray program()
{
    return SONDE_BIN_DIR "/sonde-agent";
}

/// A process that does what it is told, says so, and waits.
bool startPython(QProcess &process, const QByteArray &script, const QStringList &arguments)
{
    process.start(u"python3"_s,
        QStringList{u"-c"_s, QString::fromUtf8(script + "\nprint('ready',flush=True)\nimport time\ntime.sleep(1000)\n")}
            + arguments);
    return process.waitForStarted() && process.waitForReadyRead(60'000);
}

/// The most memory that it has had, in KiB.
qint64 peakOf(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QFile::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

/// As analyze makes them, but for the package, which a test cannot know.
std::vector<Finding> observationsOf(const FileSystem &files, const FoundFile &found)
{
    const auto file = openRegularFile(found.path);
    if (!file)
        return {};
    FileObservation seen{.path = found.path, .facts = found.facts};
    const FileSource source(**file, found.facts.size);
    seen.type = fileType(source.read(0, FileTypeBytes)).name;
    seen.capabilities = files.capabilities(found.path).value_or(QString());
    seen.now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    if (seen.type.startsWith(u"ELF")) {
        ContentPass pass;
        const SignatureTerms terms{TrustedRoots({}, false), QDateTime::currentDateTimeUtc()};
        const auto reader = formatReader(source, QFile::decodeName(found.path), pass, terms);
        for (qint64 at = 0; at < found.facts.size; at += ByteSource::MostAtOnce)
            pass.add(source.read(at, ByteSource::MostAtOnce));
        if (reader)
            seen.details = reader->report().details;
    }
    return fileHeuristics(seen);
}

/// A device with the library's files, on which analyze and scan run.
class ExaminedDevice final
{
public:
    ExaminedDevice() { probe.around.root = QFile::encodeName(empty.path()); }

    void bring(const QString &name, const QByteArray &content)
    {
        const QByteArray root = probe.around.root;
        library.bringExamination(probe, name, content);
        probe.around.root = root;
    }
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(files.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return file.fileName();
    }
    /// What went wrong; empty: nothing.
    QString run(const QString &line)
    {
        probe.rows.clear();
        probe.around.examiner = program();
        if (probe.around.folder.isEmpty()) {
            const QByteArray root = probe.around.root;
            probe.around = {{}, library.folder.path(), library.blobs, library.working};
            probe.around.root = root;
            probe.around.examiner = program();
        }
        const Outcome outcome = probe.run(line);
        return outcome.failure ? debugText(*outcome.failure) : QString();
    }
    [[nodiscard]] QJsonObject verdict() const { return rowWhere(probe, u"kind"_s, u"verdict"_s); }
    [[nodiscard]] QString verdictWord() const { return verdict().value(u"verdict"_s).toString(); }
    [[nodiscard]] QJsonObject finding(const QString &name) const { return rowWhere(probe, u"finding"_s, name); }

    LibraryDevice library;
    QTemporaryDir files;
    QTemporaryDir empty; ///< a root in which nothing is configured
    CommandProbe probe;
};

/// An archive with one member, folder/member.
QByteArray archiveOf(const QString &format, const QByteArray &content, bool isEncrypted)
{
    QByteArray whole(content.size() + 64 * 1024, '\0');
    size_t used = 0;
    archive *writer = archive_write_new();
    archive_write_set_format_by_name(writer, format.toLatin1().constData());
    if (isEncrypted) {
        archive_write_set_options(writer, "zip:encryption=aes256");
        archive_write_set_passphrase(writer, "infected");
    }
    archive_write_open_memory(writer, whole.data(), size_t(whole.size()), &used);
    archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, "folder/member");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, content.size());
    archive_write_header(writer, entry);
    archive_write_data(writer, content.constData(), size_t(content.size()));
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    whole.truncate(qsizetype(used));
    return whole;
}

/// What was said by who looks into archives, but for the verdict.
QJsonObject archiveRow(const CommandProbe &probe)
{
    const auto found = std::ranges::find_if(probe.rows, [](const QJsonObject &row) {
        return row.value(u"engine"_s) == u"archive"_s && row.value(u"kind"_s) != u"verdict"_s;
    });
    return found == probe.rows.end() ? QJsonObject() : *found;
}

} // namespace

class TestExamination final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- what the library holds

    void namesSayWhatAFileIs()
    {
        QCOMPARE(examinationFile(u"a.yar"), ExaminationFile::Rules);
        QCOMPARE(examinationFile(u"A.YARA"), ExaminationFile::Rules);
        QCOMPARE(examinationFile(u"nsrl.good.hashes"), ExaminationFile::KnownGood);
        QCOMPARE(examinationFile(u"case7.bad.hashes"), ExaminationFile::KnownBad);
        QCOMPARE(examinationFile(u"a.txt"), ExaminationFile::None);
        QVERIFY(checkListName(u"a.txt"_s));
        QCOMPARE(checkListName(u"a.hashes"_s).error().code, ErrorCode::BadName);
    }

    void rulesThatDoNotCompileSayWhere()
    {
        QVERIFY(CompiledRules::compile({{u"good.yar"_s, markerRule()}}));
        const auto bad = CompiledRules::compile(
            {{u"good.yar"_s, markerRule()}, {u"bad.yar"_s, "rule a {\n condition:\n  all things\n}\n"}});
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, ErrorCode::RulesMalformed);
        QCOMPARE(bad.error().subject, u"bad.yar"_s);
        QCOMPARE(bad.error().facts.number(Fact::Line), 3);
        QVERIFY(!bad.error().reason.isEmpty());
        // What is elsewhere on the disk is nobody's business.
        QVERIFY(!CompiledRules::compile({{u"a.yar"_s, "include \"/etc/passwd\"\n"}}));
    }

    void hashLists_data()
    {
        QTest::addColumn<bool>("isLong");
        QTest::newRow("read at once") << false;
        QTest::newRow("looked up on disk") << true;
    }
    void hashLists()
    {
        QFETCH(bool, isLong);
        QByteArrayList lines;
        for (int i = 0; i < (isLong ? 70'000 : 100); ++i)
            lines += QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256).toHex() + "  file"
                + QByteArray::number(i);
        std::ranges::sort(lines);
        const auto buffer = std::make_shared<QBuffer>();
        buffer->setData(lines.join('\n') + '\n');
        QVERIFY(buffer->open(QBuffer::ReadOnly));
        QCOMPARE(buffer->size() > SmallListBytes, isLong);
        QVERIFY(checkHashList(*buffer, u"list"_s));
        const auto list = HashList::open(buffer, u"list"_s);
        QVERIFY(list);
        for (const QByteArray &line : {lines.first(), lines.at(50), lines.last()}) {
            const auto found = list->find(line.first(64));
            QVERIFY(found && *found);
            QCOMPARE((**found).remark, line.sliced(66));
        }
        for (const char c : {'0', '7', 'f'})
            QVERIFY(list->find(QByteArray(64, c)).value() == std::nullopt);
    }
    void listsThatAreNone()
    {
        const auto whyOf = [](const QByteArray &content) {
            QBuffer buffer;
            buffer.setData(content);
            std::ignore = buffer.open(QBuffer::ReadOnly);
            const auto checked = checkHashList(buffer, u"list"_s);
            return checked
                ? QString()
                : u"%1 %2"_s.arg(checked.error().facts.text(Fact::Why)).arg(checked.error().facts.number(Fact::Line));
        };
        const QByteArray md5(32, 'a');
        QCOMPARE(whyOf("# a remark\n\n" + md5 + "\n" + md5 + " evil.exe\n"), QString());
        QCOMPARE(whyOf(md5 + "\nnot a hash\n"), u"line 2"_s);
        QCOMPARE(whyOf(md5 + "a\n"), u"line 1"_s);
        QByteArray unsorted;
        while (unsorted.size() <= SmallListBytes)
            unsorted += md5 + " x\n";
        unsorted += QByteArray(32, '1') + "\n";
        QVERIFY(whyOf(unsorted).startsWith(u"order"));
    }

    // ---- pure readers

    void clamdReplies()
    {
        QVERIFY(!parseClamdReply("3: fd[9]: OK").answer->isInfected);
        QCOMPARE(parseClamdReply("3: fd[9]: OK").id, 3);
        QCOMPARE(parseClamdReply("1: fd[9]: Win.Test.EICAR_HDB-1 FOUND").answer->signature, u"Win.Test.EICAR_HDB-1"_s);
        for (const char *reply : {"1: fd[9]: Can't allocate memory ERROR", "COMMAND READ TIMED OUT", "",
                 "UNKNOWN COMMAND", "1: fd[9]: ", "x: fd[9]: OK", "1: FOUND"})
            QVERIFY2(!parseClamdReply(reply).answer, reply);
    }
    void clamdLimits()
    {
        const ClamdConfig config =
            parseClamdConfig("# x\nLocalSocket /run/a b\nMaxFileSize 50M\nMaxScanSize 0\nAlertExceedsMax yes\n");
        QCOMPARE(config.socket, "/run/a b");
        QCOMPARE(config.mostFileBytes, 50LL * 1024 * 1024);
        QVERIFY(config.mostScanBytes > 1LL << 60);
        QVERIFY(config.saysLimits);
        QVERIFY(!findClamd(QFile::encodeName(QTemporaryDir().path())));
    }
    void mapsLines()
    {
        const auto region =
            Linux::parseMapsLine("7f0-7f5 r-xp 00001000 fe:01 42                         /memfd:a b (deleted)");
        QVERIFY(region);
        QCOMPARE(region->start, 0x7f0U);
        QVERIFY(region->executable && !region->writable && region->deleted && region->isMemfd());
        QCOMPARE(region->path, "/memfd:a b");
        QVERIFY(!Linux::parseMapsLine("nonsense"));
        QVERIFY(!Linux::parseMapsLine(""));
        QVERIFY(
            Linux::parseMapsLine("ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0  [vsyscall]")->isKernels());
    }

    // ---- YARA

    void aRuleIsFoundWithItsAuthor()
    {
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        const QString path = device.write(u"file"_s, "before " + Marker + " after");
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        QCOMPARE(device.verdictWord(), u"suspicious"_s);
        const QJsonObject finding = device.finding(u"marker"_s);
        QCOMPARE(finding.value(u"engine"_s), u"yara"_s);
        QCOMPARE(finding.value(u"author"_s), u"A. Author"_s);
        QCOMPARE(finding.value(u"license"_s), u"MIT"_s);
        QCOMPARE(finding.value(u"source"_s), u"mine.yar"_s);
        QVERIFY(finding.value(u"evidence"_s).toString().contains(u"$a at 0x7"_s));
    }
    void aRuleSaysHowBadItIs()
    {
        ExaminedDevice device;
        const QString path = device.write(u"file"_s, Marker);
        device.bring(u"mine.yar"_s, markerRule("  score = 90\n"));
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        QCOMPARE(device.verdictWord(), u"malicious"_s);
        device.probe.order.examinedBy->clear();
        device.bring(u"mine.yar"_s, markerRule("  severity = \"low\"\n"));
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        QCOMPARE(device.verdictWord(), u"unknown"_s);
    }
    void rulesAreCompiledOnce()
    {
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        const QString path = device.write(u"file"_s, Marker);
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        const QDir folder(device.library.folder.filePath(u"rules"_s));
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        const QDateTime made = folder.entryInfoList(QDir::Files).first().birthTime();
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        QCOMPARE(folder.entryInfoList(QDir::Files).first().birthTime(), made);
        QCOMPARE(device.verdictWord(), u"suspicious"_s);
    }
    void withoutEnginesNothingIsClean()
    {
        ExaminedDevice device;
        const QString path = device.write(u"file"_s, "harmless");
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        QCOMPARE(device.verdictWord(), u"unknown"_s);
        QCOMPARE(std::ranges::count(device.probe.errors, ErrorCode::EngineMissing, &Error::code), 2);
        device.bring(u"mine.yar"_s, markerRule());
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        QCOMPARE(device.verdictWord(), u"unknown"_s); // rules that find nothing vouch for nothing
    }
    void aProcessApartThatDiesIsNoVerdict()
    {
        auto worker = YaraWorker::start(program());
        QVERIFY(worker);
        ::kill((*worker)->process(), SIGKILL);
        QTemporaryDir folder;
        const Linux::Descriptor none(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        const auto loaded = (*worker)->load(none, {});
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::EngineFailed);
        QVERIFY((*worker)->isOver());

        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        device.probe.around.folder = device.library.folder.path();
        const QString path = device.write(u"file"_s, "harmless");
        device.probe.around.examiner = "/bin/false";
        QVERIFY(!device.probe.run(u"analyze file "_s + path).failure);
        QCOMPARE(device.verdictWord(), u"not-scanned"_s);
    }

    // ---- observations

    /// Whoever takes an ordinary program for a bad one is not listened to.
    void programsOfTheSystemAreOrdinary()
    {
        const FileSystem files;
        qint64 looked = 0;
        QStringList odd;
        for (const QByteArray &folder : {QByteArray("/usr/bin"), QByteArray("/usr/sbin"), QByteArray("/usr/lib")}) {
            FileSearch search({{folder}, {}, Wildcard("*")});
            for (bool finished = false; !finished;) {
                const SearchProgress found = search.take(std::chrono::milliseconds(50));
                finished = found.finished;
                for (const FoundFile &file : found.found) {
                    if (file.facts.kind != FileKind::Regular)
                        continue;
                    ++looked;
                    for (const Finding &finding : observationsOf(files, file)) {
                        if (finding.weight >= Weight::Suspicious)
                            odd += u"%1: %2 (%3)"_s.arg(QFile::decodeName(file.path), finding.name, finding.evidence);
                    }
                }
            }
        }
        qInfo("%lld files, %lld of them odd", looked, qlonglong(odd.size()));
        for (const QString &one : odd)
            qInfo().noquote() << one;
        QVERIFY(looked > 100);
        QVERIFY(odd.size() * 1000 < looked || odd.size() <= 1);
    }
    void oddFilesAreNoticed()
    {
        FileObservation file{.path = "/tmp/.x/sshd", .type = u"ELF 64-bit executable"_s};
        file.facts.kind = FileKind::Regular;
        file.facts.mode = u"-rwsr-xr-x"_s;
        file.packaged = false;
        file.details.insert(u"hints"_s, QCborArray{u"upx"_s});
        QStringList names;
        for (const Finding &finding : fileHeuristics(file))
            names += finding.name;
        QCOMPARE(names,
            (QStringList{
                u"writable-by-all-place"_s, u"imitates-system-program"_s, u"packed"_s, u"setuid-without-package"_s}));
    }
    void oddProcessesAreNoticed()
    {
        ProcessObservation process{.pid = 7, .name = "bash", .image = "/usr/bin/bash"};
        process.commandLine = "[kworker/0:1]";
        process.parentName = "nginx";
        process.standardInput = process.standardOutput = "socket:[42]";
        process.workingDirectory = "/dev/shm/.hidden";
        process.packaged = true;
        process.preloads = {"/tmp/a.so"};
        QStringList names;
        for (const Finding &finding : processHeuristics(process))
            names += finding.name;
        QCOMPARE(names,
            (QStringList{u"imitates-kernel-thread"_s, u"hidden-working-directory"_s, u"preloaded"_s,
                u"shell-on-a-socket"_s, u"shell-of-a-server"_s}));
        process = {.pid = 7, .name = "sshd", .image = "/usr/sbin/sshd", .packaged = true, .commandLine = "sshd: ada"};
        QVERIFY(processHeuristics(process).empty());
    }

    // ---- archives

    void archives_data()
    {
        QTest::addColumn<QStringList>("how");
        QTest::newRow("zip") << QStringList{u"zip"_s};
        QTest::newRow("zip, encrypted") << QStringList{u"zip"_s, u"encrypted"_s};
        QTest::newRow("zip, cut off") << QStringList{u"zip"_s, u"cut"_s};
        QTest::newRow("tar") << QStringList{u"pax"_s};
        QTest::newRow("7-Zip") << QStringList{u"7zip"_s};
    }
    void archives()
    {
        QFETCH(QStringList, how);
        QByteArray content =
            archiveOf(how.first(), "in it: " + Marker + QByteArray(5000, 'x'), how.contains(u"encrypted"));
        if (how.contains(u"cut"))
            content.truncate(60); // within its first header
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        const QString path = device.write(u"file"_s, content);
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        const QJsonObject said = archiveRow(device.probe);
        if (how.size() == 1) {
            QCOMPARE(said.value(u"finding"_s), u"marker"_s);
            QCOMPARE(said.value(u"details"_s)[u"member"_s], u"folder/member"_s);
            QCOMPARE(device.verdictWord(), u"suspicious"_s);
        } else {
            const bool isTold = std::ranges::any_of(device.probe.rows, [](const QJsonObject &row) {
                return row.value(u"engine"_s) == u"archive"_s && row.value(u"finding"_s) == u"partly"_s;
            });
            QVERIFY(isTold);
            QCOMPARE(device.verdictWord(), u"not-scanned"_s);
        }
    }

    // ---- lists

    void listsDecide()
    {
        ExaminedDevice device;
        const QByteArray content = "harmless";
        const QString path = device.write(u"file"_s, content);
        const auto listed = [&content](QCryptographicHash::Algorithm algorithm) {
            return QCryptographicHash::hash(content, algorithm).toHex() + "  what it is\n";
        };
        device.bring(u"a.good.hashes"_s, listed(QCryptographicHash::Md5));
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        QCOMPARE(device.verdictWord(), u"unknown"_s); // an MD5 can be made to fit
        device.bring(u"b.good.hashes"_s, listed(QCryptographicHash::Sha256));
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        QCOMPARE(device.verdictWord(), u"clean"_s);
        device.bring(u"c.bad.hashes"_s, listed(QCryptographicHash::Sha1));
        QCOMPARE(device.run(u"analyze file "_s + path), QString());
        QCOMPARE(device.verdictWord(), u"malicious"_s);
        QVERIFY(device.finding(u"known-bad"_s).value(u"evidence"_s).toString().endsWith(u"what it is"));
    }

    // ---- processes

    void aMarkerThatIsOnlyInMemory()
    {
        const int memfd = ::memfd_create("kworker", 0);
        QFile sleep(u"/usr/bin/sleep"_s);
        QVERIFY(sleep.open(QFile::ReadOnly));
        const QByteArray content = sleep.readAll();
        QCOMPARE(::write(memfd, content.constData(), size_t(content.size())), content.size());
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"HIDDEN"_s, QString::fromLatin1(Marker));
        process.setProcessEnvironment(environment);
        process.start(u"/proc/%1/fd/%2"_s.arg(QCoreApplication::applicationPid()).arg(memfd), {u"1000"_s});
        QVERIFY(process.waitForStarted());
        const qint64 pid = process.processId();
        ::close(memfd);

        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        QCOMPARE(device.run(u"analyze process %1"_s.arg(pid)), QString());
        const QJsonObject finding = device.finding(u"marker"_s);
        QCOMPARE(finding.value(u"part"_s), u"process"_s);
        QCOMPARE(finding.value(u"pid"_s), pid);
        QVERIFY(!device.finding(u"memfd-image"_s).isEmpty());
        QCOMPARE(device.verdictWord(), u"suspicious"_s);
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(!device.run(u"analyze process %1"_s.arg(pid)).isEmpty());
    }

    void aFifoAtAMappedPathHoldsNobodyUp()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mapped"_s);
        QProcess process;
        QVERIFY(startPython(process,
            "import mmap,os,sys\n"
            "path=sys.argv[1]\n"
            "open(path,'wb').write(b'"
                + Marker
                + "'+bytes(8192))\n"
                  "f=os.open(path,os.O_RDONLY)\n"
                  "m=mmap.mmap(f,0,prot=mmap.PROT_READ|mmap.PROT_EXEC)\n"
                  "m[0]\n"
                  "os.close(f); os.unlink(path); os.mkfifo(path)\n",
            {path}));
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(device.run(u"analyze process %1"_s.arg(process.processId())), QString());
        QVERIFY(timer.elapsed() < 60'000);
        QVERIFY(!device.finding(u"deleted-code"_s).isEmpty());
        QCOMPARE(device.verdictWord(), u"suspicious"_s);
        process.kill();
        process.waitForFinished();
    }
    void manyRegionsAreNoTrouble()
    {
        QProcess process;
        // As many as the system lets it have, but some; neighbours have other rights, so that they stay apart.
        QVERIFY(startPython(process,
            "import mmap,sys\n"
            "most=int(open('/proc/sys/vm/max_map_count').read())-2000\n"
            "kept=[]\n"
            "for i in range(min(100000,most)):\n"
            "    m=mmap.mmap(-1,4096,flags=mmap.MAP_PRIVATE,prot=mmap.PROT_READ|(mmap.PROT_WRITE if i%2 else 0))\n"
            "    if i%2: m[0]=1\n"
            "    kept.append(m)\n"
            "kept[1].write(b'"
                + Marker + "')\n",
            {}));
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(device.run(u"analyze process %1"_s.arg(process.processId())), QString());
        QVERIFY(timer.elapsed() < 60'000);
        QVERIFY(!device.finding(u"marker"_s).isEmpty());
        process.kill();
        process.waitForFinished();
    }
    void aProcessThatEndsMeanwhileIsNotClean()
    {
        QProcess process;
        QVERIFY(
            startPython(process, "kept=bytearray(200*1024*1024)\nfor i in range(0,len(kept),4096): kept[i]=1\n", {}));
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, "rule never { strings: $a = /never[a-z]{3,9}there/ condition: $a }");
        device.probe.onNews = [&process] { process.kill(); };
        const QString failure = device.run(u"analyze process %1"_s.arg(process.processId()));
        QVERIFY(!failure.isEmpty() || device.verdictWord() != u"clean");
        process.waitForFinished();
    }
    void aLargeProcessTakesLittle()
    {
        QProcess process;
        QVERIFY(startPython(process,
            "import os\nkept=bytearray(os.urandom(1024*1024))*256\nkept[200*1024*1024:200*1024*1024+4]=b'abcd'\n", {}));
        auto worker = YaraWorker::start(program());
        QVERIFY(worker);
        const auto rules = CompiledRules::compile({{u"a.yar"_s, markerRule()}});
        const QTemporaryDir folder;
        const QByteArray path = QFile::encodeName(folder.filePath(u"rules"_s));
        QFile file(QString::fromUtf8(path));
        QVERIFY(file.open(QFile::WriteOnly));
        QVERIFY(
            rules->save([&file](const char *bytes, size_t size) { return size_t(file.write(bytes, qint64(size))); }));
        file.close();
        QVERIFY((*worker)->load(Linux::Descriptor(::open(path.constData(), O_RDONLY | O_CLOEXEC)), {}));
        const qint64 before = peakOf((*worker)->process());
        QElapsedTimer timer;
        timer.start();
        const auto answer = (*worker)->scanMemory(process.processId(), {});
        qInfo("%lld MiB in %lld ms, %lld MiB more memory", answer->bytes / 1024 / 1024, timer.elapsed(),
            (peakOf((*worker)->process()) - before) / 1024);
        QVERIFY2(answer->stopped.isEmpty(), qPrintable(answer->stopped));
        QVERIFY(answer->bytes >= 256LL * 1024 * 1024);
        QVERIFY(peakOf((*worker)->process()) - before < 40 * 1024);
        process.kill();
        process.waitForFinished();
    }

    // ---- ClamAV

    void aCorruptedDatabaseMakesNothingClean()
    {
        if (ClamDaemon::program().isEmpty())
            QSKIP("clamd is not installed");
        ClamDaemon clamd;
        QVERIFY(clamd.start());
        const QTemporaryDir folder;
        QFile bad(folder.filePath(u"bad"_s));
        QVERIFY(bad.open(QFile::ReadWrite) && bad.write(ClamDaemon::eicar()) > 0 && bad.flush());
        ClamdSession session(QFile::encodeName(clamd.socket()));
        QVERIFY(session.scan(bad.handle(), std::chrono::seconds(30), {})->isInfected);
        clamd.setSignatures("this is no signature\n");
        QLocalSocket reload;
        reload.connectToServer(clamd.socket());
        QVERIFY(reload.waitForConnected());
        reload.write("zRELOAD\0", 8);
        QVERIFY(reload.waitForReadyRead());
        // It goes on with what it had, or is gone: it never takes the file for a good one.
        for (int i = 0; i < 20; ++i) {
            const auto answer = session.scan(bad.handle(), std::chrono::seconds(30), {});
            QVERIFY(!answer || answer->isInfected);
        }
    }

    void clamavFinds()
    {
        if (ClamDaemon::program().isEmpty())
            QSKIP("clamd is not installed");
        ClamDaemon clamd;
        QVERIFY(clamd.start());
        ExaminedDevice device;
        device.probe.around.root = clamd.root();
        const QString bad = device.write(u"bad"_s, ClamDaemon::eicar());
        const QString good = device.write(u"good"_s, "harmless");
        QCOMPARE(device.run(u"analyze file "_s + bad), QString());
        QCOMPARE(device.verdictWord(), u"malicious"_s);
        QCOMPARE(device.verdict().value(u"confidence"_s), u"high"_s);
        QVERIFY(!device.finding(u"Test.Eicar.UNOFFICIAL"_s).isEmpty());
        QCOMPARE(device.run(u"analyze file "_s + good), QString());
        QCOMPARE(device.verdictWord(), u"clean"_s);
        QCOMPARE(device.verdict().value(u"engine"_s), u"clamav"_s);

        const QString large = device.write(u"large"_s, QByteArray(2 * 1024 * 1024, 'x'));
        QCOMPARE(device.run(u"analyze file "_s + large), QString());
        QCOMPARE(device.verdictWord(), u"not-scanned"_s); // clamd would say OK without having looked

        QCOMPARE(device.run(u"scan "_s + device.files.path()), QString());
        QCOMPARE(device.verdictWord(), u"malicious"_s);
        const QJsonObject counts = device.verdict().value(u"details"_s).toObject();
        QCOMPARE(counts.value(u"files"_s), 3);
        QCOMPARE(counts.value(u"malicious"_s), 1);
        QCOMPARE(counts.value(u"clean"_s), 1);
        QCOMPARE(counts.value(u"not_scanned"_s), 1);
        QCOMPARE(rowWhere(device.probe, u"path"_s, bad).value(u"finding"_s), u"Test.Eicar.UNOFFICIAL"_s);
    }
    void clamavThatGoesAwayMakesNothingClean()
    {
        if (ClamDaemon::program().isEmpty())
            QSKIP("clamd is not installed");
        ClamDaemon clamd;
        QVERIFY(clamd.start());
        ClamdSession session(QFile::encodeName(clamd.socket()));
        QVERIFY(session.version({}));
        const QTemporaryDir folder;
        const Linux::Descriptor file(::open("/usr/bin/env", O_RDONLY | O_CLOEXEC));
        QVERIFY(!session.scan(file.number(), std::chrono::seconds(30), {})->isInfected);
        clamd.stop();
        QCOMPARE(session.scan(file.number(), std::chrono::seconds(30), {}).error().code, ErrorCode::EngineFailed);
        QVERIFY(clamd.start());
        QVERIFY(session.scan(file.number(), std::chrono::seconds(30), {}));

        // While many files are scanned.
        ExaminedDevice device;
        device.probe.around.root = clamd.root();
        for (int i = 0; i < 400; ++i)
            device.write(u"file%1"_s.arg(i), QByteArray(20'000, char('a' + i % 26)));
        device.probe.onNews = [&] {
            if (device.probe.progressTold > 20 && clamd.daemon.state() == QProcess::Running)
                clamd.stop();
        };
        QCOMPARE(device.run(u"scan "_s + device.files.path()), QString());
        const QJsonObject counts = device.verdict().value(u"details"_s).toObject();
        QCOMPARE(counts.value(u"files"_s), 400);
        QCOMPARE(counts.value(u"clean"_s).toInt() + counts.value(u"not_scanned"_s).toInt(), 400);
    }
};

QTEST_GUILESS_MAIN(TestExamination)
#include "tst_examination.moc"
