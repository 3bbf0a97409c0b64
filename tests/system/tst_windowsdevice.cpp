// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/catalogue.h"
#include "tests/system/fastfolder.h"
#include "tests/system/testtenant.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

constexpr qint64 MiB = 1024 * 1024;

/// What a line prints under Wine, without its line ends.
QStringList linesOf(const QStringList &command)
{
    const auto run = TestTenant::run(u"wine"_s, command);
    QStringList lines;
    for (const QString &line : QString::fromUtf8(run.output).split(u'\n'))
        lines += line.trimmed();
    lines.removeAll(QString());
    return lines;
}

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QFile::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

/// Fills a file with bytes that no compression makes fewer.
bool fill(const QString &path, qint64 bytes)
{
    QFile file(path);
    QList<quint32> block(MiB / qsizetype(sizeof(quint32)));
    QRandomGenerator generator(7);
    if (!file.open(QFile::WriteOnly))
        return false;
    for (qint64 done = 0; done < bytes; done += MiB) {
        generator.fillRange(block.data(), block.size());
        if (file.write(reinterpret_cast<const char *>(block.constData()), MiB) != MiB)
            return false;
    }
    return true;
}

/// A file of this system as Windows programs see it.
QString windowsPath(const QString &path)
{
    return u"Z:"_s + QString(path).replace(u'/', u'\\');
}

} // namespace

/// A device that runs Windows, as far as Wine does: sonde-agent.exe at a service of this system, asked each of its verbs, and what it says
/// compared with what Wine's own programs say.
class TestWindowsDevice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theDeviceIsOfWindows();
    void everyVerbIsAnswered_data();
    void everyVerbIsAnswered();
    void processesAreThoseOfTasklist();
    void servicesAreThoseOfSc();
    void theRegistryIsThatOfReg();
    void foldersAreWhatLiesThere();
    void filesAreWhatTheyAre();
    void largeFilesComeWhole();
    void filesArePutWhole();
    void batchFilesRun();
    void batchFilesOfAnotherCodePage();
    void refusals_data();
    void refusals();
    void comesBack();
    void theJournalVerifies();

private:
    [[nodiscard]] TestTenant::Run cli(const QStringList &verb, const QByteArray &input = {}) const
    {
        return m_tenant.cli(
            QStringList{u"--output"_s, u"json"_s, u"--download-dir"_s, m_downloads.path()} + verb, input);
    }
    /// What a line of a session is answered.
    [[nodiscard]] QJsonObject exec(const QString &line) const
    {
        const auto run = cli({u"exec"_s, m_device, line});
        const QByteArrayList lines = run.output.trimmed().split('\n');
        const QJsonObject answer = QJsonDocument::fromJson(lines.constLast()).object();
        if (answer.isEmpty())
            qWarning().noquote() << line << run.errors;
        return answer;
    }
    [[nodiscard]] QJsonArray rows(const QString &line) const
    {
        const QJsonObject answer = exec(line);
        if (answer[u"status"] != u"completed"_s)
            qWarning() << line << answer[u"errors"];
        return answer[u"output"].toArray();
    }

    [[nodiscard]] bool upload(const QString &name, const QByteArray &content) const
    {
        QFile file(m_downloads.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            return false;
        file.close();
        return cli({u"library"_s, u"upload"_s, file.fileName()}).status == 0;
    }

    TestTenant m_tenant{fastFolder(256 * MiB)};
    const QTemporaryDir m_downloads{fastFolder(256 * MiB) + u"/sonde-XXXXXX"_s};
    QString m_device;
    QString m_drive; ///< where Windows' C: is here
};

void TestWindowsDevice::initTestCase()
{
    const QString agent = qEnvironmentVariable("SONDE_WINDOWS_AGENT");
    m_drive = qEnvironmentVariable("WINEPREFIX") + u"/drive_c"_s;
    if (!QFileInfo::exists(agent))
        QSKIP("no agent for Windows is named in SONDE_WINDOWS_AGENT, as ./dev windows test does");
    if (QStandardPaths::findExecutable(u"wine"_s).isEmpty() || !QFileInfo::exists(m_drive))
        QSKIP("there is no Wine, or no folder of its own in WINEPREFIX");
    m_tenant.useAgent({u"wine"_s, agent}, u"Z:"_s);
    QVERIFY2(m_tenant.start(), qPrintable(m_tenant.whatFailed()));
    const QJsonObject device = QJsonDocument::fromJson(cli({u"devices"_s}).output.split('\n').constFirst()).object();
    m_device = device[u"name"].toString();
    QVERIFY(!m_device.isEmpty());
    QVERIFY(upload(u"hello.cmd"_s, "@echo hello\r\n"));
    QCOMPARE(cli({u"settings"_s, u"allow-unsigned-scripts"_s, u"true"_s}).status, 0);
}

void TestWindowsDevice::theDeviceIsOfWindows()
{
    const QJsonObject facts = exec(u"connect"_s)[u"output"].toObject();
    QVERIFY2(facts[u"os"].toString().startsWith(u"Windows"_s), qPrintable(facts[u"os"].toString()));
    QVERIFY2(facts[u"working_directory"].toString().startsWith(uR"(C:\)"_s),
        qPrintable(facts[u"working_directory"].toString()));
    QVERIFY(!facts[u"user_name"].toString().isEmpty());
    QVERIFY(!facts[u"boot_time"].toString().isEmpty());
}

void TestWindowsDevice::everyVerbIsAnswered_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("hasRows");
    const QHash<QString, std::pair<QString, bool>> lines{
        {u"cd"_s, {uR"(cd C:\windows)"_s, false}},
        {u"connect"_s, {u"connect"_s, true}},
        {u"connections"_s, {u"connections"_s, true}},
        {u"dir"_s, {uR"(dir C:\windows)"_s, true}},
        {u"drivers"_s, {u"drivers"_s, true}},
        {u"fileinfo"_s, {uR"(fileinfo C:\windows\notepad.exe)"_s, true}},
        {u"findfile"_s, {uR"(findfile notepad.exe -path C:\windows)"_s, true}},
        {u"getfile"_s, {uR"(getfile C:\windows\win.ini)"_s, true}},
        {u"persistence"_s, {u"persistence"_s, true}},
        {u"processes"_s, {u"processes"_s, true}},
        {u"putfile"_s, {u"putfile hello.cmd"_s, true}},
        {u"registry"_s, {u"registry HKEY_LOCAL_MACHINE"_s, true}},
        {u"remediate"_s, {u"remediate list"_s, false}},
        {u"run"_s, {u"run hello.cmd"_s, true}},
        {u"scheduledtasks"_s, {u"scheduledtasks"_s, false}},
        {u"services"_s, {u"services"_s, true}},
        {u"startupfolders"_s, {u"startupfolders"_s, false}},
    };
    for (const CommandSpec &spec : Catalogue::instance().commands()) {
        const bool needsAnAct = spec.verb == u"undo"; // comesBack() has one
        if (spec.runs == Runs::Device && spec.platforms.testFlag(Platform::Windows) && !needsAnAct)
            QTest::newRow(qPrintable(spec.verb)) << lines[spec.verb].first << lines[spec.verb].second;
    }
}

void TestWindowsDevice::everyVerbIsAnswered()
{
    QFETCH(const QString, line);
    QFETCH(const bool, hasRows);
    QVERIFY2(!line.isEmpty(), "a verb without a line in this test");
    const QJsonObject answer = exec(line);
    QVERIFY2(answer[u"status"] == u"completed"_s, QJsonDocument(answer).toJson().constData());
    for (const auto &error : answer[u"errors"].toArray()) // Wine's scheduler does not list its tasks
        QCOMPARE(error[u"subject"].toString(), u"Task Scheduler"_s);
    const QJsonValue output = answer[u"output"];
    QVERIFY(!hasRows || !output.toArray().isEmpty() || !output.toObject().isEmpty());
}

void TestWindowsDevice::processesAreThoseOfTasklist()
{
    const auto running = [] {
        QSet<QString> names; // of one with its number
        for (const QString &line : linesOf({u"tasklist"_s, u"/fo"_s, u"csv"_s, u"/nh"_s})) {
            const QStringList fields = line.split(u"\",\""_s);
            names += QString(fields.value(0)).remove(u'"') + u' ' + fields.value(1);
        }
        return names;
    };
    const QSet<QString> before = running();
    QSet<QString> shown;
    for (const auto &row : rows(u"processes"_s))
        shown += row[u"name"].toString() + u' ' + QString::number(row[u"pid"].toInteger());
    const QSet<QString> throughout = QSet(before).intersect(running());
    QVERIFY(throughout.size() > 3);
    QCOMPARE(QSet(throughout).subtract(shown), QSet<QString>());
    QVERIFY(std::ranges::any_of(shown, [](const QString &one) { return one.startsWith(u"sonde-agent.exe "_s); }));
}

void TestWindowsDevice::servicesAreThoseOfSc()
{
    // Wine's sc does not list them: the keys are those that it made them from.
    QSet<QString> keys;
    const QString path = uR"(HKEY_LOCAL_MACHINE\System\CurrentControlSet\Services)"_s;
    for (const QString &line : linesOf({u"reg"_s, u"query"_s, path}))
        keys += line.section(u'\\', -1).toLower();
    QVERIFY(keys.size() > 5);
    QSet<QString> shown;
    for (const auto &verb : {u"services"_s, u"drivers"_s}) {
        for (const auto &row : rows(verb))
            shown += row[verb == u"services" ? u"service_name" : u"driver_name"].toString().toLower();
    }
    // What Wine runs drivers in is known to its service manager alone.
    shown.removeIf([](const QString &name) { return name.startsWith(u"winedevice"); });
    QCOMPARE(QSet(shown).subtract(keys), QSet<QString>());
    QVERIFY(shown.size() > 5);
}

void TestWindowsDevice::theRegistryIsThatOfReg()
{
    const QString path = uR"(HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion)"_s;
    QSet<QString> expected;
    for (const QString &line : linesOf({u"reg"_s, u"query"_s, path})) {
        if (line.startsWith(path, Qt::CaseInsensitive))
            expected += line.sliced(path.size());
        else
            expected += line.section(u"    "_s, 0, 0);
    }
    expected.remove(QString()); // the key itself
    QSet<QString> shown;
    for (const auto &row : rows(u"registry \""_s + path + u'"'))
        shown += row[u"type"].isString() ? row[u"name"].toString() : row[u"key"].toString().sliced(path.size());
    QVERIFY(expected.size() > 10);
    QCOMPARE(shown, expected);
}

void TestWindowsDevice::foldersAreWhatLiesThere()
{
    QSet<QString> shown;
    for (const auto &row : rows(uR"(dir C:\windows\system32)"_s))
        shown += row[u"path"].toString();
    const QStringList there = QDir(m_drive + u"/windows/system32"_s)
                                  .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    QVERIFY(there.size() > 100);
    QCOMPARE(shown, QSet(there.begin(), there.end()));
}

void TestWindowsDevice::filesAreWhatTheyAre()
{
    const QString path = m_drive + u"/windows/notepad.exe"_s;
    const QJsonObject facts = exec(uR"(fileinfo C:\windows\notepad.exe)"_s)[u"output"].toObject();
    QCOMPARE(facts[u"sha256"].toString().toLatin1(), hashOf(path));
    QCOMPARE(facts[u"size"].toInteger(), QFileInfo(path).size());
}

void TestWindowsDevice::largeFilesComeWhole()
{
    bool isSaid = false;
    const qint64 megabytes = qEnvironmentVariableIntValue("SONDE_LARGE_MEGABYTES", &isSaid);
    const qint64 size = (isSaid ? megabytes : 64) * MiB;
    const QString path = m_downloads.filePath(u"large.bin"_s);
    QVERIFY(fill(path, size));
    const QJsonObject answer = exec(uR"(getfile ")"_s + windowsPath(path) + u'"');
    const QJsonObject row = answer[u"output"].toObject();
    QVERIFY2(answer[u"status"] == u"completed"_s, QJsonDocument(answer).toJson().constData());
    QCOMPARE(row[u"size"].toInteger(), size);
    QCOMPARE(row[u"sha256"].toString().toLatin1(), hashOf(path));
}

void TestWindowsDevice::filesArePutWhole()
{
    const QString path = m_downloads.filePath(u"tool.bin"_s);
    QVERIFY(fill(path, 4 * MiB));
    QCOMPARE(cli({u"library"_s, u"upload"_s, path}).status, 0);
    const QJsonObject row = exec(u"putfile tool.bin"_s)[u"output"].toObject();
    const QString put = row[u"path"].toString();
    QVERIFY2(put.startsWith(u"Z:"_s) || put.startsWith(u"C:"_s), qPrintable(put));
    const QString here = QString(put).replace(u'\\', u'/');
    QCOMPARE(hashOf(here.startsWith(u'Z') ? here.sliced(2) : m_drive + here.sliced(2)), hashOf(path));
    QCOMPARE(exec(u"putfile tool.bin"_s)[u"errors"][0][u"code"].toString(), u"file-exists"_s);
}

void TestWindowsDevice::batchFilesRun()
{
    QVERIFY(upload(u"say.cmd"_s, "@echo off\r\necho [%1][%2]\r\necho wrong 1>&2\r\nexit 3\r\n"));
    const QJsonObject answer = exec(uR"(run say.cmd -parameters '"a & b" c')"_s);
    const QJsonObject output = answer[u"output"].toObject();
    QCOMPARE(output[u"script_output"].toString().trimmed(), uR"(["a & b"][c])"_s);
    QCOMPARE(output[u"script_errors"].toString().trimmed(), u"wrong"_s);
    QCOMPARE(output[u"exit_code"].toInt(), 3);
}

void TestWindowsDevice::batchFilesOfAnotherCodePage()
{
    const QByteArray said = "caf\x82"; // in IBM437
    QVERIFY(upload(u"french.cmd"_s, "@echo off\r\necho " + said + "\r\n"));
    const QJsonObject output = exec(u"run french.cmd"_s)[u"output"].toObject();
    // Declared is what the device writes in, and the bytes are there as they came.
    QVERIFY2(!output[u"encoding"].toString().isEmpty(), QJsonDocument(output).toJson().constData());
    const auto raw = QByteArray::fromBase64(output[u"script_output_raw"].toString().toLatin1());
    QCOMPARE(raw.trimmed().toHex(), said.toHex());
}

void TestWindowsDevice::refusals_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("code");
    QTest::newRow("a file that is not there") << uR"(fileinfo C:\nowhere.txt)"_s << u"not-found"_s;
    QTest::newRow("a folder that is not there") << uR"(dir C:\nowhere)"_s << u"not-found"_s;
    QTest::newRow("a key that is not there") << uR"(registry HKLM\Software\Nowhere)"_s << u"not-found"_s;
    QTest::newRow("a hive that is none") << u"registry Nowhere"_s << u"bad-value"_s;
    QTest::newRow("not written for it") << u"scan"_s << u"platform-not-offered"_s;
    QTest::newRow("nothing was done") << u"undo several 4711"_s << u"nothing-to-undo"_s;
    QTest::newRow("what the interpreter would change") << u"run hello.cmd -parameters 100%"_s << u"bad-value"_s;
}

void TestWindowsDevice::refusals()
{
    QFETCH(const QString, line);
    QFETCH(const QString, code);
    QCOMPARE(exec(line)[u"errors"][0][u"code"].toString(), code);
}

/// Taken away, and brought back.
void TestWindowsDevice::comesBack()
{
    const QString path = m_drive + u"/evil.txt"_s;
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly) && file.write("evil") == 4);
    file.close();
    const QJsonObject done = exec(uR"(remediate file C:\evil.txt -auto -reason "case 7")"_s);
    QVERIFY2(done[u"status"] == u"completed"_s, QJsonDocument(done).toJson().constData());
    QVERIFY(!QFile::exists(path));
    const QJsonObject undone = exec(uR"(undo file C:\evil.txt)"_s);
    QVERIFY2(undone[u"status"] == u"completed"_s, QJsonDocument(undone).toJson().constData());
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), "evil");
}

void TestWindowsDevice::theJournalVerifies()
{
    const auto verified = m_tenant.cli({u"journal"_s, u"--verify"_s});
    QVERIFY2(verified.status == 0, verified.errors.constData());
}

QTEST_GUILESS_MAIN(TestWindowsDevice)

#include "tst_windowsdevice.moc"
