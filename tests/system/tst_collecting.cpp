// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

QJsonObject answerOf(const TestTenant::Run &run)
{
    return QJsonDocument::fromJson(run.output.trimmed().split('\n').constLast()).object();
}

QJsonObject rowOf(const QJsonObject &answer, const QString &column, const QString &value)
{
    for (const QJsonValue &row : answer.value(u"output"_s).toArray()) {
        if (row[column].toString() == value)
            return row.toObject();
    }
    return {};
}

/// The most memory that a process had, in KiB.
qint64 mostMemoryOf(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QFile::ReadOnly))
        return -1;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').first().toLongLong();
    }
    return -1;
}

} // namespace

/// From a definition in the library to a package on the analyst's disk.
class CollectingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_tenant.start(), qPrintable(m_tenant.whatFailed())); }

    void whatTheLibraryNamesIsInThePackage()
    {
        const QByteArray definitions = "---\nname: Planted\ndoc: Planted.\nsources:\n- type: FILE\n  attributes:\n    "
                                       "paths: ['"
            + QFile::encodeName(m_files.path()) + "/*.log']\nsupported_os: [Linux]\n";
        const auto uploaded = upload(u"case.artifacts.yaml"_s, definitions);
        QVERIFY2(uploaded.status == 0, uploaded.errors.constData());
        write(m_files.filePath(u"planted.log"_s), "planted for a test\n");

        QElapsedTimer clock;
        clock.start();
        const auto run = exec(u"collect case-7 -since 1h -time 50s"_s);
        const QJsonObject answer = answerOf(run);
        QVERIFY2(answer["status"_L1].toString() == u"completed",
            QByteArray(run.output.right(2000) + run.errors.right(2000)).constData());
        const QJsonObject package = rowOf(answer, u"area"_s, u"package"_s);
        const QString path = m_downloads.filePath(u"case-7/"_s + package["data_point"_L1].toString());
        QVERIFY2(QFile::exists(path), qPrintable(path));
        QCOMPARE(QFileInfo(path).size(), package["size"_L1].toInteger());
        QCOMPARE(rowOf(answer, u"data_point"_s, u"Planted"_s)["files"_L1].toInt(), 1);
        const QString member = u"[root]"_s + m_files.filePath(u"planted.log"_s);
        QCOMPARE(TestTenant::run(u"tar"_s, {u"xzOf"_s, path, member}).output, QByteArray("planted for a test\n"));
        qInfo("%lld ms, %lld bytes, %lld members, agent had at most %lld KiB", qlonglong(clock.elapsed()),
            package["size"_L1].toInteger(), package["files"_L1].toInteger(),
            qlonglong(mostMemoryOf(m_tenant.agentPid())));
        QVERIFY(mostMemoryOf(m_tenant.agentPid()) < 100 * 1024);

        // By which definitions it was made is in the journal.
        bool isKept = false;
        for (const QByteArray &line : m_tenant.cli({u"journal"_s}).output.split('\n'))
            isKept = isKept || (line.contains("command-accepted") && line.contains("case.artifacts.yaml"));
        QVERIFY(isKept);
    }

    void aDefinitionThatIsNoneIsRefusedWithItsLine()
    {
        const auto refused =
            upload(u"broken.artifacts.yaml"_s, "---\nname: X\nsources:\n- type: WMI\n  attributes: {query: x}\n");
        QVERIFY(refused.status != 0);
        QVERIFY2(refused.errors.contains("broken.artifacts.yaml") && refused.errors.contains("4")
                && refused.errors.contains("WMI"),
            refused.errors.constData());
    }

    void budgetsAreChecked()
    {
        const QJsonObject refused = answerOf(exec(u"collect -since yesterday"_s));
        QCOMPARE(refused["errors"_L1][0]["code"_L1].toString(), u"bad-value"_s);
    }

private:
    TestTenant::Run upload(const QString &name, const QByteArray &content)
    {
        write(m_uploads.filePath(name), content);
        return m_tenant.cli({u"library"_s, u"upload"_s, m_uploads.filePath(name)});
    }
    TestTenant::Run exec(const QString &line)
    {
        return m_tenant.cli({u"--output"_s, u"json"_s, u"--plain"_s, u"--download-dir"_s, m_downloads.path(), u"exec"_s,
            QSysInfo::machineHostName(), line});
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
    }

    TestTenant m_tenant;
    QTemporaryDir m_files;
    QTemporaryDir m_uploads;
    QTemporaryDir m_downloads;
};

QTEST_GUILESS_MAIN(CollectingTest)
#include "tst_collecting.moc"
