// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/bodyfile.h"
#include "agent/collection/memory/memoryimage.h"
#include "agent/collection/package.h"
#include "agent/collection/packageseal.h"
#include "agent/collection/packagestream.h"
#include "protocol/artifacts/artifacts.h"
#include "service/artifacts/artifactbook.h"
#include "service/artifacts/ownartifacts.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/librarydevice.h"
#include "tests/service/evidencereceiver.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QStandardPaths>
#include <cstring>
#include <elf.h>
#include <future>
#include <openssl/bio.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using namespace Sonde::Service;
using namespace std::chrono_literals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// A definition of the same name for each of these patterns.
ArtifactSet setOf(const QByteArrayList &patterns)
{
    return {{{u"Wanted"_s, {{patterns, false}}, {}}}, {u"Wanted"_s}, {u"test"_s}};
}

/// A /proc/kcore with these segments: where they lie in memory, and what they hold.
QByteArray coreOf(const std::vector<std::pair<quint64, QByteArray>> &segments)
{
    const quint64 headers = sizeof(Elf64_Ehdr) + segments.size() * sizeof(Elf64_Phdr);
    Elf64_Ehdr header{};
    std::memcpy(header.e_ident, ELFMAG, SELFMAG);
    header.e_ident[EI_CLASS] = ELFCLASS64;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_phoff = sizeof header;
    header.e_phentsize = sizeof(Elf64_Phdr);
    header.e_phnum = Elf64_Half(segments.size());
    QByteArray core(reinterpret_cast<const char *>(&header), sizeof header);
    quint64 offset = headers;
    for (const auto &[address, content] : segments) {
        Elf64_Phdr segment{};
        segment.p_type = PT_LOAD;
        segment.p_offset = offset;
        segment.p_paddr = address;
        segment.p_filesz = segment.p_memsz = Elf64_Xword(content.size());
        core.append(reinterpret_cast<const char *>(&segment), sizeof segment);
        offset += quint64(content.size());
    }
    for (const auto &[address, content] : segments)
        core += content;
    return core;
}

/// A device that is collected from, the service that takes the package, and what is in it.
class Collection final
{
    Q_DISABLE_COPY_MOVE(Collection)

public:
    Collection() { QVERIFY(tree.write(u"/etc/passwd"_s, "root:x:0:0:root:/root:/bin/sh\n")); }

    DeviceTree tree;
    QByteArray certificate; ///< of the case
    EvidenceReceiver receiver;
    LibraryDevice device;
    CommandProbe probe;
    Outcome outcome;

    /// Runs until the command ends.
    void run(const ArtifactSet &set, const QString &line = u"collect"_s)
    {
        device.bringExamination(probe, ArtifactSetName, toBytes(set));
        if (!certificate.isEmpty())
            device.bring(probe, u"case.pem"_s, certificate);
        probe.around.bulk = receiver.endpoint();
        probe.around.root = tree.root();
        probe.ticket = [this] { return receiver.ticket(); };
        receiver.clock.start();
        auto ended = std::async(std::launch::async, [&] { return probe.run(line); });
        QVERIFY(QTest::qWaitFor([&] { return ended.wait_for(0s) == std::future_status::ready; }, 120'000));
        outcome = ended.get();
    }
    [[nodiscard]] QString place(const QString &path) const { return tree.place(path); }
    [[nodiscard]] QByteArray failure() const
    {
        return outcome.failure ? debugText(*outcome.failure).toUtf8() : QByteArray();
    }

    /// Unpacked by tar itself.
    [[nodiscard]] QString unpacked()
    {
        if (m_unpacked)
            return m_unpacked->path();
        m_unpacked.emplace();
        QProcess tar;
        tar.start(u"tar"_s, {u"xzf"_s, receiver.path(), u"-C"_s, m_unpacked->path()});
        if (!tar.waitForFinished(60'000) || tar.exitCode() != 0)
            QTest::qFail(tar.readAllStandardError().constData(), __FILE__, __LINE__);
        return m_unpacked->path();
    }
    [[nodiscard]] QByteArray member(const QString &name) { return contentOf(unpacked() + u'/' + name); }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const QByteArray &line : linesOf(u"tar"_s, {u"tzf"_s, receiver.path()}))
            names.append(QString::fromUtf8(line));
        return names;
    }
    [[nodiscard]] QJsonObject summary() { return QJsonDocument::fromJson(member(u"summary.json"_s)).object(); }
    [[nodiscard]] QJsonObject point(const QString &name)
    {
        for (const QJsonValue &one : summary().value(u"data_points"_s).toArray()) {
            if (one[u"data_point"_s] == name)
                return one.toObject();
        }
        return {};
    }
    /// How many problems the command itself speaks of; 0: the package is whole.
    [[nodiscard]] qint64 notWhole() const
    {
        const auto found = std::ranges::find(probe.errors, ErrorCode::PackageNotWhole, &Error::code);
        return found == probe.errors.end() ? 0 : found->facts.number(Fact::Count);
    }
    /// Lines of errors.jsonl by what they are about.
    [[nodiscard]] QMap<QString, QString> problems()
    {
        QMap<QString, QString> codes;
        for (const QByteArray &line : member(u"errors.jsonl"_s).split('\n')) {
            const QJsonObject error = QJsonDocument::fromJson(line).object();
            if (!error.isEmpty())
                codes.insert(error.value(u"subject"_s).toString(), error.value(u"code"_s).toString());
        }
        return codes;
    }

private:
    std::optional<QTemporaryDir> m_unpacked;
};

} // namespace

class CollectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packageIsWhole()
    {
        Collection collection;
        QVERIFY(collection.tree.write(u"/etc/hosts"_s, "127.0.0.1 localhost\n"));
        QVERIFY(collection.tree.write(u"/var/log/deep/er/a.log"_s, "line\n"));
        collection.run(setOf({"/etc/*", "/var/log/**/*.log"}));
        QCOMPARE(collection.failure(), QByteArray());
        const QStringList names = collection.names();
        QCOMPARE(names.first(), u"collection.json"_s);
        for (const char *name : {"[root]/etc/passwd", "[root]/etc/hosts", "[root]/var/log/deep/er/a.log",
                 "results/processes.jsonl", "results/persistence.jsonl", "bodyfile/bodyfile.txt", "timeline.jsonl",
                 "errors.jsonl", "summary.json", "uac.log", "manifest.json"})
            QVERIFY2(names.contains(QLatin1StringView(name)), name);
        QCOMPARE(names.last(), u"manifest.json"_s);
        QCOMPARE(collection.member(u"[root]/etc/hosts"_s), QByteArray("127.0.0.1 localhost\n"));
        QCOMPARE(collection.point(u"Wanted"_s).value(u"files"_s).toInteger(), 3);
        QCOMPARE(collection.point(u"Wanted"_s).value(u"state"_s).toString(), u"complete"_s);
        const QJsonObject package = collection.probe.rows.back();
        QCOMPARE(package.value(u"area"_s).toString(), u"package"_s);
        QCOMPARE(package.value(u"sha256"_s).toString().toLatin1(),
            Digest::of(contentOf(collection.receiver.path()), *EVP_sha256()).toHex());
        QCOMPARE(package.value(u"files"_s).toInteger(), names.size());
        QCOMPARE(package.value(u"state"_s).toString(),
            package.value(u"problems"_s).toInteger() == 0 ? u"complete"_s : u"partial"_s);
        QCOMPARE(package.value(u"problems"_s).toInteger() == 0, collection.notWhole() == 0);
    }

    /// The summary, a line for each data point, for who reads lines.
    void summaryIsThereInLines()
    {
        Collection collection;
        collection.run(setOf({"/etc/*"}));
        QCOMPARE(collection.failure(), QByteArray());
        QByteArrayList lines = collection.member(u"summary.jsonl"_s).split('\n');
        lines.removeAll(QByteArray());
        QCOMPARE(lines.size(), collection.summary().value(u"data_points"_s).toArray().size());
        QVERIFY(std::ranges::all_of(lines, [](const QByteArray &line) {
            return !QJsonDocument::fromJson(line).object().value(u"data_point"_s).toString().isEmpty();
        }));
    }

    /// How far it is, is told in parts; it never says that it is done while it is not.
    void progressIsHonest()
    {
        Collection collection;
        for (int i = 0; i < 2000; ++i)
            QVERIFY(collection.tree.write(u"/data/%1"_s.arg(i), "x"));
        collection.run(setOf({"/etc/*", "/data/*"}));
        QCOMPARE(collection.failure(), QByteArray());
        std::vector<Progress> told = collection.probe.progress;
        std::erase_if(told, [](const Progress &one) { return one.unit != u"parts"; });
        QVERIFY(!told.empty());
        qint64 before = 0;
        for (const Progress &one : told) {
            QVERIFY(one.total > 0 && one.done < one.total && one.done >= before);
            QCOMPARE(one.total, told.front().total);
            before = one.done;
        }
    }

    void manifestKnowsEachMember()
    {
        Collection collection;
        collection.run(setOf({"/etc/*"}));
        QCOMPARE(collection.failure(), QByteArray());
        QMap<QString, QString> known;
        const auto manifest = QJsonDocument::fromJson(collection.member(u"manifest.json"_s)).object();
        for (const QJsonValue &member : manifest.value(u"members"_s).toArray())
            known.insert(member[u"path"_s].toString(), member[u"sha256"_s].toString());
        const QDir folder(collection.unpacked());
        int checked = 0;
        for (QDirIterator it(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
            const QString path = it.next();
            const QString name = folder.relativeFilePath(path);
            if (name == u"manifest.json")
                continue;
            QCOMPARE(known.value(name).toLatin1(), Digest::of(contentOf(path), *EVP_sha256()).toHex());
            ++checked;
        }
        QVERIFY(checked > 8);
        QCOMPARE(checked, known.size());
    }

    /// Each line of each .jsonl is JSON to another reader, too.
    void pythonReadsTheLines()
    {
        Collection collection;
        collection.run(setOf({"/etc/*"}));
        QCOMPARE(collection.failure(), QByteArray());
        const QString program =
            u"import glob, json, sys\n"
            "count = 0\n"
            "for name in glob.glob(sys.argv[1] + '/**/*.jsonl', recursive=True):\n"
            "    for line in open(name, encoding='utf-8'):\n"
            "        json.loads(line); count += 1\n"
            "json.load(open(sys.argv[1] + '/summary.json')); json.load(open(sys.argv[1] + '/manifest.json'))\n"
            "print(count)"_s;
        const auto lines = linesOf(u"python3"_s, {u"-c"_s, program, collection.unpacked()});
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.first().toInt() > 10);
    }

    void mactimeReadsTheBodyfile()
    {
        if (QStandardPaths::findExecutable(u"mactime"_s).isEmpty())
            QSKIP("the package sleuthkit is not installed here");
        Collection collection;
        QVERIFY(collection.tree.write(u"/srv/100% odd|name\nof two lines"_s, "x"));
        QVERIFY(collection.tree.link(u"/srv/link"_s, "odd"));
        collection.run(setOf({"/etc/*"}));
        QCOMPARE(collection.failure(), QByteArray());
        const QByteArray body = collection.member(u"bodyfile/bodyfile.txt"_s);
        for (const QByteArray &line : body.split('\n'))
            QVERIFY2(line.isEmpty() || line.count('|') == 10, line.constData());
        const auto lines = linesOf(
            u"mactime"_s, {u"-d"_s, u"-z"_s, u"UTC"_s, u"-b"_s, collection.unpacked() + u"/bodyfile/bodyfile.txt"_s});
        const auto isThere = [&](const QByteArray &text) {
            return std::ranges::any_of(lines, [&](const QByteArray &line) { return line.contains(text); });
        };
        QVERIFY(isThere("/etc/passwd"));
        QVERIFY(isThere("/srv/link -> odd"));
        QVERIFY(isThere("/srv/100% odd%7Cname%0Aof two lines"));
    }

    /// The files of a package are a source to it as they are.
    void plasoReadsTheFiles()
    {
        QString tool = QStandardPaths::findExecutable(u"plaso-log2timeline"_s);
        QString sorter = QStandardPaths::findExecutable(u"plaso-psort"_s);
        if (tool.isEmpty() || sorter.isEmpty())
            QSKIP("the package plaso is not installed here");
        Collection collection;
        QVERIFY(collection.tree.write(u"/etc/passwd"_s, "eve:x:1:1::/home/eve:/bin/sh\n"));
        QVERIFY(collection.tree.write(u"/home/eve/.bash_history"_s, "#1700000000\nplanted-for-plaso\n"));
        collection.run(setOf({"%%users.homedir%%/.*_history"}));
        QCOMPARE(collection.failure(), QByteArray());
        const QTemporaryDir out;
        const auto run = [&out](const QString &program, const QStringList &arguments) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"HOME"_s, out.path());
            process.setProcessEnvironment(environment);
            process.setWorkingDirectory(out.path());
            process.start(program, QStringList{u"-q"_s, u"-u"_s, u"--status_view"_s, u"none"_s} + arguments);
            return process.waitForFinished(120'000) && process.exitCode() == 0;
        };
        QVERIFY(run(tool,
            {u"--single_process"_s, u"--parsers"_s, u"text/bash_history"_s, u"--storage_file"_s, u"all.plaso"_s,
                collection.unpacked() + u"/[root]"_s}));
        QVERIFY(run(sorter, {u"-o"_s, u"json_line"_s, u"-w"_s, u"all.jsonl"_s, u"all.plaso"_s}));
        const QByteArray lines = contentOf(out.filePath(u"all.jsonl"_s));
        QVERIFY2(lines.contains("planted-for-plaso") && lines.contains("1700000000"), lines.constData());
    }

    /// As another reader of the format sees it: each range with its addresses, and the memory that was there.
    void memoryIsAnImage()
    {
        Collection collection;
        const QByteArray low(0x2000, 'l');
        const QByteArray high(0x3000, 'h');
        // What is no memory of the machine has no address; what is mapped twice comes once.
        QVERIFY(collection.tree.write(u"/proc/kcore"_s,
            coreOf({{~0ULL, "vmalloc"}, {0x1000, low}, {0x100000, high}, {0x101000, high.first(0x1000)}})));
        QVERIFY(collection.tree.write(u"/proc/iomem"_s,
            "00000000-00000fff : Reserved\n00001000-00002fff : System RAM\n00100000-00103fff : System RAM\n"
            "  00100000-00100fff : Kernel code\nf0000000-f0000fff : PCI Bus 0000:00\n"));
        QVERIFY(collection.tree.write(u"/proc/sys/kernel/osrelease"_s, "6.12.1\n"));
        QVERIFY(collection.tree.write(u"/boot/System.map-6.12.1"_s, "ffffffff81000000 T _text\n"));
        collection.run(setOf({"/etc/*"}), u"collect -memory"_s);
        QCOMPARE(collection.failure(), QByteArray());
        const QString program =
            u"import struct, sys\n"
            "image = open(sys.argv[1], 'rb').read()\n"
            "while image:\n"
            "    magic, version, first, last = struct.unpack('<IIQQ8x', image[:32])\n"
            "    memory = image[32:32 + last - first + 1]\n"
            "    print(hex(magic), version, hex(first), hex(last), len(memory), memory[:1], len(set(memory)))\n"
            "    image = image[32 + len(memory):]\n"_s;
        const auto lines = linesOf(u"python3"_s, {u"-c"_s, program, collection.unpacked() + u"/memory/memory.lime"_s});
        QCOMPARE(lines,
            (QList<QByteArray>{
                "0x4c694d45 1 0x1000 0x2fff 8192 b'l' 1", "0x4c694d45 1 0x100000 0x102fff 12288 b'h' 1"}));
        const QJsonObject point = collection.point(u"memory"_s);
        QCOMPARE(point.value(u"details"_s)[u"not_in_kcore_bytes"].toInteger(), 0x1000); // said, not made up
        QCOMPARE(point.value(u"state"_s).toString(), u"partial"_s);
        QVERIFY(collection.names().contains(u"memory/boot/System.map-6.12.1"_s));
        const QStringList names = collection.names();
        QVERIFY(
            names.indexOf(u"memory/memory.lime"_s) < names.indexOf(u"results/processes.jsonl"_s)); // the most volatile
    }
    void memoryThatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QByteArray>("core");
        QTest::addColumn<QByteArray>("iomem");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("code");
        const QByteArray core = coreOf({{0x1000, QByteArray(0x1000, 'x')}});
        QTest::newRow("no kcore") << QByteArray() << QByteArray("00001000-00001fff : System RAM\n") << u"/proc/kcore"_s
                                  << u"NotSupported"_s;
        QTest::newRow("no ELF") << QByteArray("what?") << QByteArray("00001000-00001fff : System RAM\n")
                                << u"/proc/kcore"_s << u"BadValue"_s;
        QTest::newRow("addresses hidden")
            << core << QByteArray("00000000-00000000 : System RAM\n") << u"/proc/iomem"_s << u"AccessDenied"_s;
        // Taken at its word, such a kernel's other memory would be taken for what lies at the beginning of the machine's.
        QTest::newRow("no addresses") << coreOf({{0, QByteArray(0x3000, 'v')}, {0, QByteArray(0x1000, 'x')}})
                                      << QByteArray("00000000-00001fff : System RAM\n") << u"/proc/kcore"_s
                                      << u"NotSupported"_s;
        QTest::newRow("nothing in it") << core << QByteArray("00100000-00100fff : System RAM\n") << u"/proc/kcore"_s
                                       << u"ReadFailed"_s;
    }
    void memoryThatCannotBeReadIsSaid()
    {
        QFETCH(const QByteArray, core);
        QFETCH(const QByteArray, iomem);
        Collection collection;
        QVERIFY(core.isEmpty() || collection.tree.write(u"/proc/kcore"_s, core));
        QVERIFY(collection.tree.write(u"/proc/iomem"_s, iomem));
        collection.run(setOf({"/etc/*"}), u"collect -memory"_s);
        QCOMPARE(collection.failure(), QByteArray());
        QCOMPARE(collection.point(u"memory"_s).value(u"state"_s).toString(), u"failed"_s);
        QFETCH(const QString, subject);
        QFETCH(const QString, code);
        QCOMPARE(collection.problems().value(subject), code);
        QVERIFY(collection.names().contains(u"[root]/etc/passwd"_s)); // the rest is collected all the same
    }
    /// It is not begun when there is no room for it, and what it would need is said.
    void memoryHasToFit()
    {
        Collection collection;
        QVERIFY(collection.tree.write(u"/proc/kcore"_s, coreOf({{0x1000, QByteArray(2 * 1024 * 1024, 'x')}})));
        QVERIFY(collection.tree.write(u"/proc/iomem"_s, "00001000-00200fff : System RAM\n"));
        collection.run(setOf({"/etc/*"}), u"collect -memory -size 2M"_s);
        QCOMPARE(collection.failure(), QByteArray());
        QCOMPARE(collection.point(u"memory"_s).value(u"state"_s).toString(), u"skipped"_s);
        QCOMPARE(collection.point(u"memory"_s).value(u"details"_s)[u"image_bytes"].toInteger(), 2 * 1024 * 1024 + 32);
        QVERIFY(!collection.names().contains(u"memory/memory.lime"_s));
    }
    void lockdownModes()
    {
        QCOMPARE(lockdownOf("none [integrity] confidentiality\n"), "integrity");
        QCOMPARE(lockdownOf("none integrity [confidentiality]\n"), "confidentiality");
        QCOMPARE(lockdownOf("[none] integrity confidentiality\n"), "");
        QCOMPARE(lockdownOf("]x[\n"), "");
    }

    void bodyfileLines()
    {
        WalkedFacts facts{.kind = FileKind::Regular,
            .inode = 7,
            .mode = S_IFREG | 04755,
            .user = 1,
            .group = 2,
            .size = 3,
            .accessed = 10'000'000'001,
            .modified = 20'000'000'000,
            .changed = 30'000'000'000,
            .created = {}};
        QByteArray text;
        addBodyfileLine(text, "/usr/bin/su", facts, {});
        QCOMPARE(text, QByteArray("0|/usr/bin/su|7|-rwsr-xr-x|1|2|3|10|20|30|0\n"));
        facts.mode = S_IFDIR | 01777;
        facts.created = 40'000'000'000;
        addBodyfileLine(text, "/tmp", facts, {});
        QVERIFY(text.endsWith("\n0|/tmp|7|drwxrwxrwt|1|2|3|10|20|30|40\n"));
        text.clear();
        facts.mode = S_IFLNK | 0777;
        addBodyfileLine(text, "/a|b", facts, "to 100%");
        QCOMPARE(text, QByteArray("0|/a%257Cb -> to 100%25|7|lrwxrwxrwx|1|2|3|10|20|30|40\n"));
    }

    /// Each of them ends as it should, and is listed.
    void plantedTraps()
    {
        Collection collection;
        const DeviceTree &tree = collection.tree;
        QVERIFY(tree.write(u"/home/eve/.bash_history"_s, "whoami\n"));
        QVERIFY(tree.write(u"/etc/passwd"_s, "root:x:0:0::/root:/bin/sh\neve:x:1:1::/home/eve:/bin/sh\n"));
        // Loops, and ways out.
        QVERIFY(tree.link(u"/data/loop/again"_s, "../loop"));
        QVERIFY(tree.link(u"/data/loop/self"_s, "self"));
        QVERIFY(tree.link(u"/data/out"_s, "../../../../../../../../etc"));
        QVERIFY(tree.write(u"/data/loop/file.log"_s, "once\n"));
        // What must not be opened, and what is larger than it should be.
        QVERIFY(::mkfifo(QFile::encodeName(tree.place(u"/data/pipe.log"_s)).constData(), 0600) == 0);
        QVERIFY(tree.write(u"/data/huge.log"_s));
        QVERIFY(QFile::resize(tree.place(u"/data/huge.log"_s), 10LL * 1024 * 1024 * 1024));
        QVERIFY(tree.write(u"/data/secret.log"_s, "secret\n"));
        QFile::setPermissions(tree.place(u"/data/secret.log"_s), {});
        QVERIFY(tree.write(u"/data/1/2/3/4/deep.log"_s, "too deep\n"));
        QVERIFY(tree.write(u"/data/1/2/3/reached.log"_s, "reached\n"));
        collection.run(setOf({"%%users.homedir%%/.*_history", "/data/**/*.log", "/data/*"}));
        QCOMPARE(collection.failure(), QByteArray());
        const QStringList names = collection.names();
        QVERIFY(names.contains(u"[root]/home/eve/.bash_history"_s));
        QVERIFY(names.contains(u"[root]/data/1/2/3/reached.log"_s));
        QVERIFY(!names.contains(u"[root]/data/1/2/3/4/deep.log"_s));
        QCOMPARE(names.count(u"[root]/data/loop/file.log"_s), 1);
        QVERIFY(!names.contains(u"[root]/data/huge.log"_s));
        QVERIFY(names.contains(u"[root]/data/out"_s)); // the link itself
        QVERIFY(std::ranges::none_of(names, [](const QString &name) { return name.contains(u"again/"); }));
        QVERIFY(std::ranges::none_of(names, [](const QString &name) { return name.startsWith(u"[root]/data/out/"); }));
        const auto problems = collection.problems();
        QCOMPARE(problems.value(u"/data/pipe.log"_s), u"NotARegularFile"_s);
        QCOMPARE(problems.value(u"/data/huge.log"_s), u"TooLarge"_s);
        if (::geteuid() != 0)
            QCOMPARE(problems.value(u"/data/secret.log"_s), u"AccessDenied"_s);
        QCOMPARE(collection.point(u"Wanted"_s).value(u"state"_s).toString(), u"partial"_s);
    }

    /// Each of the distribution's definitions, and of our own, comes to an end on a device, and says how.
    void allDefinitionsRun()
    {
        const QString folder = u"/usr/share/artifacts"_s;
        if (!QDir(folder).exists())
            QSKIP("the package forensic-artifacts is not installed here");
        ArtifactBook book;
        std::vector<Error> problems;
        addFolder(book, folder, problems);
        QVERIFY(problems.empty());
        book.add(u"own"_s, readArtifacts(u"own"_s, ownArtifacts(), Strictness::Refuse).value());
        const ArtifactSet set = book.setFor(u"Linux"_s);
        Collection collection;
        const DeviceTree &tree = collection.tree;
        QVERIFY(tree.write(u"/etc/passwd"_s, "root:x:0:0::/root:/bin/sh\neve:x:1:1::/home/eve:/bin/sh\n"));
        for (const QString &path : {u"/home/eve/.bash_history"_s, u"/home/eve/work/.git/hooks/pre-commit"_s,
                 u"/var/log/auth.log"_s, u"/usr/share/polkit-1/rules.d/50.rules"_s, u"/tmp/.x/payload"_s,
                 u"/opt/app/deep/app.log"_s, u"/usr/lib/systemd/network/a.link"_s, u"/root/.gitconfig"_s})
            QVERIFY(tree.write(path, "planted\n"));
        collection.run(set, u"collect -profile full"_s);
        QCOMPARE(collection.failure(), QByteArray());
        QSet<QString> told;
        for (const QJsonValue &one : collection.summary().value(u"data_points"_s).toArray()) {
            told.insert(one[u"data_point"].toString());
            if (one[u"area"].toString() == u"files")
                QVERIFY2(one[u"state"].toString() == u"complete" || one[u"state"].toString() == u"absent",
                    qPrintable(one[u"data_point"].toString()));
        }
        for (const Artifact &artifact : set.artifacts)
            QVERIFY2(artifact.files.empty() || told.contains(artifact.name), qPrintable(artifact.name));
        const QStringList names = collection.names();
        for (const char *name : {"home/eve/.bash_history", "home/eve/work/.git/hooks/pre-commit", "var/log/auth.log",
                 "usr/share/polkit-1/rules.d/50.rules", "tmp/.x/payload", "opt/app/deep/app.log",
                 "usr/lib/systemd/network/a.link", "root/.gitconfig"})
            QVERIFY2(names.contains(u"[root]/"_s + QLatin1StringView(name)), name);
    }

    /// What /var/run is on every system: a link of root's is followed, and the file is found where it really is. Nobody else's is.
    void linksOfRootAreFollowed()
    {
        if (::geteuid() != 0)
            QSKIP("only root has links of root");
        Collection collection;
        QVERIFY(collection.tree.write(u"/run/utmp"_s, "who\n"));
        QVERIFY(collection.tree.link(u"/var/run"_s, "/run"));
        QVERIFY(collection.tree.link(u"/var/theirs"_s, "/run"));
        QVERIFY(::lchown(QFile::encodeName(collection.place(u"/var/theirs"_s)).constData(), 1234, 1234) == 0);
        QVERIFY(collection.tree.write(u"/usr/lib/os-release"_s, "NAME=x\n"));
        QVERIFY(collection.tree.link(u"/etc/os-release"_s, "../usr/lib/os-release"));
        collection.run(setOf({"/var/run/utmp", "/var/theirs/utmp", "/etc/os-release"}));
        QCOMPARE(collection.failure(), QByteArray());
        const QStringList names = collection.names();
        QVERIFY(names.contains(u"[root]/run/utmp"_s));
        QVERIFY(names.contains(u"[root]/etc/os-release"_s));
        QVERIFY(names.contains(u"[root]/usr/lib/os-release"_s));
        QCOMPARE(collection.problems().value(u"/var/theirs"_s), u"AccessDenied"_s);
    }

    void onlyWhatIsNewEnough()
    {
        Collection collection;
        QVERIFY(collection.tree.write(u"/var/log/new.log"_s, "new\n"));
        collection.run(setOf({"/var/log/*"}), u"collect -since 2100-01-01"_s);
        QCOMPARE(collection.failure(), QByteArray());
        QVERIFY(!collection.names().contains(u"[root]/var/log/new.log"_s));
        QCOMPARE(collection.point(u"Wanted"_s).value(u"details"_s)[u"older"_s].toInteger(), 1);
        Collection other;
        QVERIFY(other.tree.write(u"/var/log/new.log"_s, "new\n"));
        other.run(setOf({"/var/log/*"}), u"collect -since 1h"_s);
        QVERIFY(other.names().contains(u"[root]/var/log/new.log"_s));
    }

    /// It ends with what it has, and says so.
    void sizeIsKept()
    {
        Collection collection;
        for (int i = 0; i < 40; ++i) {
            QByteArray noise(100 * 1024, '\0');
            for (char &byte : noise)
                byte = char(std::rand());
            QVERIFY(collection.tree.write(u"/data/%1"_s.arg(i, 2, 10, QChar(u'0')), noise));
        }
        collection.run(setOf({"/data/*"}), u"collect -size 1M"_s);
        QCOMPARE(collection.failure(), QByteArray());
        QVERIFY(QFileInfo(collection.receiver.path()).size() <= 1024 * 1024);
        const qint64 files = collection.point(u"Wanted"_s).value(u"files"_s).toInteger();
        QVERIFY2(files > 2 && files < 12, qPrintable(QString::number(files)));
        QCOMPARE(collection.problems().value(u"/data/39"_s), u"BudgetReached"_s);
        QCOMPARE(collection.point(u"Wanted"_s).value(u"state"_s).toString(), u"partial"_s);
        QVERIFY(std::ranges::contains(collection.probe.errors, ErrorCode::BudgetReached, &Error::code));
        const QJsonObject package = collection.probe.rows.back();
        QCOMPARE(package.value(u"state"_s).toString(), u"partial"_s);
        QVERIFY(package.value(u"problems"_s).toInteger() > 20);
        QCOMPARE(collection.notWhole(), package.value(u"problems"_s).toInteger());
        QCOMPARE(collection.summary().value(u"whole"_s).toBool(true), false);
    }

    /// What went wrong with one file is enough: whoever has the package knows that it is not all.
    void oneProblemIsSaid()
    {
        Collection collection;
        QVERIFY(::mkfifo(QFile::encodeName(collection.tree.place(u"/etc/pipe"_s)).constData(), 0600) == 0);
        collection.run(setOf({"/etc/*"}));
        QCOMPARE(collection.failure(), QByteArray());
        QVERIFY(collection.notWhole() >= 1);
        QCOMPARE(collection.probe.rows.back().value(u"state"_s).toString(), u"partial"_s);
    }

    void refusesWhatIsNoBudget_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("too small") << u"collect -size 1K"_s;
        QTest::newRow("too long") << u"collect -time 4h"_s;
    }
    void refusesWhatIsNoBudget()
    {
        QFETCH(const QString, line);
        Collection collection;
        collection.run(setOf({"/etc/*"}), line);
        QVERIFY(collection.outcome.failure);
        QCOMPARE(collection.outcome.failure->code, ErrorCode::BadValue);
    }

    /// Only the case's private key opens it, by the program that everybody has.
    void isEncryptedToACase_data()
    {
        QTest::addColumn<QStringList>("key");
        QTest::newRow("RSA") << QStringList{u"rsa:2048"_s};
        QTest::newRow("EC") << QStringList{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
    }
    void isEncryptedToACase()
    {
        QFETCH(const QStringList, key);
        const QTemporaryDir folder;
        const auto openssl = [](const QStringList &arguments) {
            QProcess process;
            process.start(u"openssl"_s, arguments);
            return process.waitForFinished(60'000) && process.exitCode() == 0;
        };
        QVERIFY(openssl(QStringList{u"req"_s, u"-x509"_s, u"-newkey"_s} + key
            + QStringList{u"-nodes"_s, u"-subj"_s, u"/CN=case 7"_s, u"-keyout"_s, folder.filePath(u"key.pem"_s),
                u"-out"_s, folder.filePath(u"case.pem"_s)}));
        Collection collection;
        collection.certificate = contentOf(folder.filePath(u"case.pem"_s));
        QVERIFY(collection.tree.write(u"/etc/hosts"_s, "127.0.0.1 localhost\n"));
        for (int i = 0; i < 5; ++i)
            QVERIFY(collection.tree.write(u"/etc/large%1"_s.arg(i), QByteArray(1'000'000, char('a' + i))));
        collection.run(setOf({"/etc/*"}), u"collect -encrypt case.pem"_s);
        QCOMPARE(collection.failure(), QByteArray());
        const QJsonObject package = collection.probe.rows.back();
        QVERIFY(package.value(u"data_point"_s).toString().endsWith(u".tar.gz.cms"));
        QCOMPARE(package.value(u"details"_s)[u"encrypted_to"][u"subject"].toString(), u"CN=case 7"_s);
        QVERIFY(!contentOf(collection.receiver.path()).startsWith("\x1f\x8b"));
        QVERIFY(openssl(
            {u"cms"_s, u"-decrypt"_s, u"-inform"_s, u"DER"_s, u"-binary"_s, u"-in"_s, collection.receiver.path(),
                u"-inkey"_s, folder.filePath(u"key.pem"_s), u"-out"_s, folder.filePath(u"opened.tar.gz"_s)}));
        const auto names = linesOf(u"tar"_s, {u"tzf"_s, folder.filePath(u"opened.tar.gz"_s)});
        QVERIFY(names.contains("[root]/etc/hosts") && names.contains("manifest.json"));
    }

    /// OpenSSL has some hundred numbers for kinds of streams, and takes none back.
    void sealsShareOneKindOfStream()
    {
        const auto makeOne = [] {
            return !PackageSeal::make(u"x"_s, "no certificate", [](std::span<const char>) { return Result<void>(); });
        };
        QVERIFY(makeOne());
        const int before = BIO_get_new_index();
        for (int i = 0; i < 5; ++i)
            QVERIFY(makeOne());
        QCOMPARE(BIO_get_new_index(), before + 1);
    }

    void whatIsNoCertificateIsRefused()
    {
        Collection collection;
        collection.certificate = "no certificate";
        collection.run(setOf({"/etc/*"}), u"collect -encrypt case.pem"_s);
        QVERIFY(collection.outcome.failure);
        QCOMPARE(collection.outcome.failure->code, ErrorCode::BadValue);
        QVERIFY(!QFile::exists(collection.receiver.path()));
    }

    void firstByteComesAtOnce()
    {
        Collection collection;
        collection.run(setOf({"/etc/*"}));
        QCOMPARE(collection.failure(), QByteArray());
        qInfo("first byte after %lld ms", qlonglong(collection.receiver.firstByteAfter));
        QVERIFY(collection.receiver.firstByteAfter >= 0);
    }

    /// The connection breaks, again and again: it goes on where it was, and the package is one and whole.
    void goesOnAfterABreak()
    {
        Collection collection;
        for (int i = 0; i < 30; ++i) {
            QByteArray noise(1024 * 1024, '\0');
            for (char &byte : noise)
                byte = char(std::rand());
            QVERIFY(collection.tree.write(u"/data/%1"_s.arg(i), noise));
        }
        collection.receiver.breaks = 4;
        collection.receiver.breakAfter = 3'000'000;
        collection.run(setOf({"/data/*"}));
        QCOMPARE(collection.failure(), QByteArray());
        QCOMPARE(collection.receiver.breaks.load(), 0);
        QVERIFY(collection.receiver.connections > 1);
        QVERIFY(collection.names().contains(u"manifest.json"_s));
        QCOMPARE(collection.point(u"Wanted"_s).value(u"files"_s).toInteger(), 30);
    }

    void endsWhenNobodyTakesIt()
    {
        Collection collection;
        collection.receiver.mostBytes = 0;
        collection.run(setOf({"/etc/*"}));
        QVERIFY(collection.outcome.failure);
        QCOMPARE(collection.outcome.failure->code, ErrorCode::NoSpace);
    }

    void cancelEndsIt()
    {
        Collection collection;
        collection.probe.onNews = [&] { collection.probe.stop.request_stop(); };
        collection.run(setOf({"/etc/*"}));
        QVERIFY(collection.outcome.failure);
        QCOMPARE(collection.outcome.failure->code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(collection.receiver.path()));
    }

    void saysThatDefinitionsAreMissing()
    {
        Collection collection;
        collection.probe.order.examinedBy.reset();
        collection.probe.around.bulk = collection.receiver.endpoint();
        collection.probe.around.root = collection.tree.root();
        collection.probe.ticket = [&] { return collection.receiver.ticket(); };
        auto ended = std::async(std::launch::async, [&] { return collection.probe.run(u"collect"_s); });
        QVERIFY(QTest::qWaitFor([&] { return ended.wait_for(0s) == std::future_status::ready; }, 60'000));
        QVERIFY(!ended.get().failure);
        QVERIFY(std::ranges::contains(collection.probe.errors, ErrorCode::NoDefinitions, &Error::code));
        QCOMPARE(collection.point(u"definitions"_s).value(u"state"_s).toString(), u"failed"_s);
    }

    /// A file that becomes shorter while it is read keeps its length in the package, and says so.
    void becomesShorter()
    {
        const DeviceTree tree;
        QVERIFY(tree.write(u"/file"_s, QByteArray(1'000'000, 'a')));
        const Walk walk(tree.root());
        const auto file = walk.open("/file");
        QVERIFY(file);
        QVERIFY(QFile::resize(tree.place(u"/file"_s), 1000));
        QByteArray packed;
        Package package([&packed](std::span<const char> bytes) {
            packed.append(bytes.data(), qsizetype(bytes.size()));
            return Result<void>();
        });
        const auto taken = package.addFile("[root]/file", **file);
        QVERIFY(taken);
        QCOMPARE(taken->bytes, 1000);
        QVERIFY(taken->problem);
        QCOMPARE(taken->problem->code, ErrorCode::FileChanged);
        QVERIFY(package.finish({}));
        QVERIFY(!packed.isEmpty());
    }

    void streamRefusesAnotherBeginning()
    {
        PackageStream stream({});
        const QByteArray bytes(1000, 'x');
        QVERIFY(stream.put(std::span(bytes.constData(), size_t(bytes.size()))));
        QVERIFY(stream.skip(0, {}).value() == 0);
        QVERIFY(stream.skip(500, Digest::of(QByteArray(500, 'x'), *EVP_sha256())).value() == 500);
        QCOMPARE(
            stream.skip(500, Digest::of(QByteArray(500, 'y'), *EVP_sha256())).error().code, ErrorCode::HashMismatch);
        QVERIFY(!stream.skip(1001, {}));
        std::array<char, 2000> buffer{};
        QVERIFY(stream.skip(900, Digest::of(QByteArray(900, 'x'), *EVP_sha256())));
        QCOMPARE(stream.read(buffer).value(), 100);
        stream.end();
        QVERIFY(!stream.read(buffer).value());
        QCOMPARE(stream.sha256(), Digest::of(bytes, *EVP_sha256()));
    }
};

QTEST_GUILESS_MAIN(CollectTest)
#include "tst_collect.moc"
