// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"
#include "agent/commands/examining/scanrecord.h"
#include "agent/evidence/filesearch.h"
#include "agent/evidence/filesource.h"
#include "agent/examination/heuristics/fileheuristics.h"
#include "agent/examination/heuristics/openfolders.h"
#include "agent/examination/heuristics/processheuristics.h"
#include "agent/examination/sweep.h"
#include "agent/examination/yara/yaraworker.h"
#include "agent/formats/fileformat.h"
#include "agent/formats/type/filetype.h"
#include "agent/system/processes/mapsparser.h"
#include "protocol/base/reason.h"
#include "protocol/examination/examinationfile.h"
#include "protocol/examination/hashlist.h"
#include "protocol/rules/compiledrules.h"
#include "tests/agent/examineddevice.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>
#include <archive.h>
#include <archive_entry.h>
#include <csignal>
#include <fcntl.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

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
    seen.inOpenFolder = liesInOpenFolder(found.path, factsFrom(files));
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

/// What makes a verdict, engine by engine, and what `analyze` and `scan` say about files.
class ExaminationTest final : public QObject
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
    /// What was examined was read, and its hash was shown: it needs no other look before it is remediated.
    void whatWasExaminedWasLookedAt()
    {
        const QTemporaryDir agent;
        const auto acts = std::make_shared<Acts>(agent.path());
        QVERIFY(acts->prepare());
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        device.probe.around.acts = acts;
        const QString analyzed = device.write(u"analyzed"_s, "harmless");
        const QString scanned = device.write(u"scanned"_s, Marker);
        const auto plan = [&acts](
                              const QString &path) { return acts->planRemedy({.session = SessionId(1), .id = path}); };
        QCOMPARE(plan(analyzed).error().code, ErrorCode::NotLookedAt);
        QCOMPARE(device.run(u"analyze file "_s + analyzed), QString());
        QVERIFY(plan(analyzed));
        QCOMPARE(plan(scanned).error().code, ErrorCode::NotLookedAt);
        QCOMPARE(device.run(u"scan "_s + scanned), QString());
        QVERIFY(!device.finding(u"marker"_s).isEmpty());
        QCOMPARE(plan(scanned).error().code, ErrorCode::NotLookedAt); // without lists nobody makes its hash
        device.bring(u"case.bad.hashes"_s, QByteArray(64, 'a') + '\n');
        device.probe.around.acts = acts;
        QCOMPARE(device.run(u"scan "_s + scanned), QString());
        QVERIFY(plan(scanned));
        device.write(u"analyzed"_s, "another"); // not what was examined
        QCOMPARE(plan(analyzed).error().code, ErrorCode::FactsChanged);
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
    /// The agent ends, and is started again: what was sent is sent again word for word, and what was examined is not examined again.
    void aScanGoesOnAfterARestart()
    {
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        for (int i = 0; i < 600; ++i)
            device.write(u"file%1"_s.arg(i), i % 10 == 0 ? Marker : QByteArray("harmless"));
        const QString line = u"scan "_s + device.files.path();
        device.probe.shuttingDown = true;
        device.probe.onNews = [&] {
            if (device.probe.rows.size() >= 5)
                device.probe.stop.request_stop();
        };
        QVERIFY(!device.run(line).isEmpty());
        const auto before = device.probe.chunks;
        QVERIFY(!before.empty() && device.probe.rows.size() < 60);
        const QDir records(device.library.folder.filePath(u"scans"_s));
        QCOMPARE(records.entryList(QDir::Files), QStringList{u"1"_s});

        device.probe.chunks.clear();
        device.probe.errors.clear();
        device.probe.stop = {};
        device.probe.shuttingDown = false;
        device.probe.onNews = [] {};
        device.probe.order.again = true;
        device.write(u"file0"_s, "harmless now"); // another file than the one that was examined, if it was
        QCOMPARE(device.run(line), QString());
        QVERIFY(device.probe.chunks.size() > before.size());
        QVERIFY(std::ranges::equal(before, std::span(device.probe.chunks).first(before.size())));
        const QJsonObject counts = device.verdict().value(u"details"_s).toObject();
        const qint64 first = counts.value(u"files_before_restart"_s).toInteger();
        QVERIFY2(first >= 5 && first < 600, qPrintable(QString::number(first)));
        const qint64 files = counts.value(u"files"_s).toInteger();
        QVERIFY2(files == 600 || files == 601, qPrintable(QString::number(files)));
        const auto found = std::ranges::count_if(
            device.probe.rows, [](const QJsonObject &row) { return row.value(u"finding"_s) == u"marker"_s; });
        QCOMPARE(counts.value(u"suspicious"_s).toInteger(), found);
        QVERIFY(found == 59 || found == 60);
        QVERIFY(records.isEmpty());
    }
    /// The agent ends in the midst of a file's rows: none of them comes twice.
    void aFileIsToldOnceAfterARestart()
    {
        ExaminedDevice device;
        constexpr int rules = 100; // more rows than are waited for at first
        QByteArray text;
        for (int i = 0; i < rules; ++i)
            text += QByteArray(markerRule()).replace("rule marker", QByteArray("rule marker" + QByteArray::number(i)))
                + '\n';
        device.bring(u"mine.yar"_s, text);
        for (int i = 0; i < 3; ++i)
            device.write(u"file%1"_s.arg(i), Marker);
        const QString line = u"scan "_s + device.files.path();
        device.probe.shuttingDown = true;
        device.probe.onNews = [&] {
            if (!device.probe.rows.empty())
                device.probe.stop.request_stop();
        };
        QVERIFY(!device.run(line).isEmpty());
        const auto before = device.probe.chunks;
        QVERIFY(!before.empty());

        device.probe.chunks.clear();
        device.probe.errors.clear();
        device.probe.stop = {};
        device.probe.shuttingDown = false;
        device.probe.onNews = [] {};
        device.probe.order.again = true;
        QCOMPARE(device.run(line), QString());
        QVERIFY(std::ranges::equal(before, std::span(device.probe.chunks).first(before.size())));
        QMap<QString, int> findings;
        for (const QJsonObject &row : device.probe.rows) {
            if (row.value(u"kind"_s) == "finding"_L1)
                ++findings[row.value(u"path"_s).toString()];
        }
        QCOMPARE(findings.values(), QList<int>(3, rules));
    }
    /// Without its record it does not know what was sent: it ends as interrupted, and says so.
    void aScanWithoutRecordStaysInterrupted_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("given up") << QByteArray("x");
    }
    void aScanWithoutRecordStaysInterrupted()
    {
        QFETCH(const QByteArray, record);
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        device.write(u"file"_s, Marker);
        QDir(device.library.folder.path()).mkpath(u"scans"_s);
        QFile file(device.library.folder.filePath(u"scans/1"_s));
        QVERIFY(record.isEmpty() || (file.open(QFile::WriteOnly) && file.write(record) == record.size()));
        file.close();
        device.probe.order.again = true;
        const QString line = u"scan "_s + device.files.path();
        QVERIFY2(device.run(line).contains(u"interrupted", Qt::CaseInsensitive), "it does not say so");
        QVERIFY(device.probe.rows.empty());
    }
    /// What a crash cut off at the end of the record was not sent; who cancels a scan has no use for its record.
    void aScansRecordIsWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"7"_s);
        PartExamination part{.path = "/x", .size = 5, .judgement = {.verdict = Verdict::Suspicious}};
        {
            ScanRecord record(path);
            QVERIFY(record.begin());
            record.add(part, QByteArray(SweepKeyBytes, 'a'));
            record.write(part.judgement, {1, "row"});
            record.add(part, QByteArray(SweepKeyBytes, 'b'));
            record.write(part.judgement, {});
            record.add(part, QByteArray(SweepKeyBytes, 'c'));
            record.write(part.judgement, {1, "cut off"});
        }
        QVERIFY(QFile::resize(path, QFileInfo(path).size() - 3));
        for (int i = 0; i < 2; ++i) { // what was left behind stays so
            ScanRecord record(path);
            const auto read = record.resume();
            QVERIFY(read);
            QCOMPARE(read->sum.files, 2);
            QCOMPARE(read->sum.bytes, 10);
            QCOMPARE(read->sum.verdicts.value(Verdict::Suspicious), 2);
            QCOMPARE(read->sum.worst.verdict, Verdict::Suspicious);
            QCOMPARE(read->sent.size(), 1);
            QCOMPARE(read->sent.front().bytes, "row");
        }

        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        device.write(u"file"_s, Marker);
        device.probe.onNews = [&] { device.probe.stop.request_stop(); };
        QVERIFY(!device.run(u"scan "_s + device.files.path()).isEmpty());
        QVERIFY(QDir(device.library.folder.filePath(u"scans"_s)).isEmpty());
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
        auto worker = YaraWorker::start(examinerProgram());
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
    /// By their rights: what is called like /tmp may be closed, and what is called otherwise open.
    void openFoldersAreTold_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("open");
        QTest::newRow("/tmp itself") << "/tmp/evil"_ba << true;
        QTest::newRow("what root made there") << "/tmp/roots/evil"_ba << false;
        QTest::newRow("below that") << "/tmp/roots/more/evil"_ba << false;
        QTest::newRow("what somebody made there") << "/tmp/bens/evil"_ba << true;
        QTest::newRow("what root made in that")
            << "/tmp/bens/roots/evil"_ba << true; // ben may put another in its place
        QTest::newRow("what is gone") << "/tmp/gone/evil"_ba << true;
        QTest::newRow("open, and not sticky") << "/srv/open/evil"_ba << true;
        QTest::newRow("what root made in one that is not sticky") << "/srv/open/roots/evil"_ba << true;
        QTest::newRow("somebody's own") << "/home/ben/evil"_ba << false;
        QTest::newRow("the system's") << "/usr/bin/evil"_ba << false;
    }
    void openFoldersAreTold()
    {
        QFETCH(QByteArray, path);
        const auto folder = [](const QString &owner, const QString &mode) {
            FileFacts facts;
            facts.owner = owner;
            facts.mode = mode;
            return facts;
        };
        const FileFacts roots = folder(u"root"_s, u"drwxr-xr-x"_s);
        const FileFacts bens = folder(u"ben"_s, u"drwxr-xr-x"_s);
        const QMap<QByteArray, FileFacts> folders{{"/", roots}, {"/tmp", folder(u"root"_s, u"drwxrwxrwt"_s)},
            {"/tmp/roots", roots}, {"/tmp/roots/more", roots}, {"/tmp/bens", bens}, {"/tmp/bens/roots", roots},
            {"/srv", roots}, {"/srv/open", folder(u"root"_s, u"drwxrwxrwx"_s)}, {"/srv/open/roots", roots},
            {"/home", roots}, {"/home/ben", bens}, {"/usr", roots}, {"/usr/bin", roots}};
        const auto factsOf = [&folders](const QByteArray &asked) {
            return folders.contains(asked) ? std::optional(folders.value(asked)) : std::nullopt;
        };
        QTEST(liesInOpenFolder(path, factsOf), "open");
    }
    void oddFilesAreNoticed()
    {
        FileObservation file{.path = "/tmp/.x/sshd", .type = u"ELF 64-bit executable"_s};
        file.facts.kind = FileKind::Regular;
        file.facts.mode = u"-rwsr-xr-x"_s;
        file.packaged = false;
        file.inOpenFolder = true;
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
        process.worksInOpenFolder = true;
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
};

QTEST_GUILESS_MAIN(ExaminationTest)
#include "tst_examination.moc"
