// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <future>

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
    for (const auto &row : answer.value(u"output"_s).toArray()) {
        if (row[column].toString() == value)
            return row.toObject();
    }
    return {};
}

} // namespace

/// From a rule in the library to a verdict on a real device, and what the journal says of it.
class ExaminingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_tenant.start(), qPrintable(m_tenant.whatFailed())); }

    void aRuleOfTheLibraryIsFoundOnTheDevice()
    {
        const QByteArray rule = "rule planted { meta: author = \"ada\" license = \"MIT\" score = 80 "
                                "strings: $a = \"planted-for-a-test\" condition: $a }";
        QCOMPARE(upload(u"mine.yar"_s, rule).status, 0);
        const QString path = write(u"evil"_s, "x planted-for-a-test x");
        write(u"good"_s, "nothing here");

        const QJsonObject analyzed = answerOf(exec(u"analyze file "_s + path));
        QCOMPARE(analyzed["status"_L1].toString(), u"completed"_s);
        QCOMPARE(rowOf(analyzed, u"kind"_s, u"verdict"_s)["verdict"_L1].toString(), u"malicious"_s);
        const QJsonObject finding = rowOf(analyzed, u"finding"_s, u"planted"_s);
        QCOMPARE(finding["author"_L1].toString(), u"ada"_s);
        QCOMPARE(finding["source"_L1].toString(), u"mine.yar"_s);

        const QJsonObject scanned = answerOf(exec(u"scan "_s + m_files.path()));
        QCOMPARE(scanned["status"_L1].toString(), u"completed"_s);
        QCOMPARE(rowOf(scanned, u"finding"_s, u"planted"_s)["path"_L1].toString(), path);
        const QJsonObject counts = rowOf(scanned, u"kind"_s, u"verdict"_s)["details"_L1].toObject();
        QCOMPARE(counts["files"_L1].toInt(), 2);
        QCOMPARE(counts["malicious"_L1].toInt(), 1);

        // Which rules these were is in the journal.
        const QByteArray hash = QCryptographicHash::hash(rule, QCryptographicHash::Sha256)
                                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        bool isKept = false;
        for (const QByteArray &line : m_tenant.cli({u"journal"_s}).output.split('\n'))
            isKept =
                isKept || (line.contains("command-accepted") && line.contains("analyze file") && line.contains(hash));
        QVERIFY(isKept);
    }

    void aRuleThatDoesNotCompileIsRefusedWithItsLine()
    {
        const auto refused = upload(u"broken.yar"_s, "rule a {\n condition:\n  all things\n}\n");
        QVERIFY(refused.status != 0);
        QVERIFY2(refused.errors.contains("broken.yar") && refused.errors.contains("3"), refused.errors.constData());
    }

    void whatOneWordMeansIsAsked()
    {
        const auto asked = exec(u"analyse /etc/passwd"_s);
        QCOMPARE(answerOf(asked)["errors"_L1][0]["code"_L1].toString(), u"ambiguous-verb"_s);
        QVERIFY(asked.errors.contains("analyze") && asked.errors.contains("scan"));
    }

    /// Killed in the middle, the agent goes on where it was, and what comes of it is one whole answer.
    void aScanSurvivesTheAgent()
    {
        const QByteArray rule = "rule survives { strings: $a = \"found-by-the-\" condition: $a }";
        QCOMPARE(upload(u"survives.yar"_s, rule).status, 0);
        const QTemporaryDir folder;
        constexpr int files = 6'000;
        for (int i = 0; i < files; ++i) {
            QFile file(folder.filePath(QString::number(i)));
            QVERIFY(file.open(QFile::WriteOnly));
            QVERIFY(file.write(i % 20 == 0 ? "found-by-the-scan" : "nothing") > 0);
        }
        auto scanned = std::async(std::launch::async, [&] { return exec(u"scan "_s + folder.path()); });
        const QDir records(m_tenant.dataDirectory() + u"/agent/scans"_s);
        const auto isUnderWay = [&records] {
            const auto found = records.entryInfoList(QDir::Files);
            return !found.isEmpty() && found.first().size() > 2'000;
        };
        QVERIFY(QTest::qWaitFor(isUnderWay, 60'000));
        m_tenant.killAgent();
        QVERIFY2(m_tenant.startAgent(), qPrintable(m_tenant.whatFailed()));
        const QJsonObject answer = answerOf(scanned.get());
        QCOMPARE(answer["status"_L1].toString(), u"completed"_s);
        const QJsonObject counts = rowOf(answer, u"kind"_s, u"verdict"_s)["details"_L1].toObject();
        QCOMPARE(counts["files"_L1].toInt(), files);
        QCOMPARE(counts["suspicious"_L1].toInt(), files / 20);
        QVERIFY(counts["files_before_restart"_L1].toInt() > 0);
        QSet<QString> paths;
        for (const auto &row : answer["output"_L1].toArray()) {
            if (row["finding"_L1].toString() == u"survives")
                paths.insert(row["path"_L1].toString());
        }
        QCOMPARE(paths.size(), files / 20);
        QVERIFY(records.isEmpty());
    }

    void withoutRightNobodyExamines()
    {
        // Of a process that is not there.
        const QJsonObject gone = answerOf(exec(u"analyze process 4194303"_s));
        QCOMPARE(gone["errors"_L1][0]["code"_L1].toString(), u"no-such-process"_s);
    }

private:
    TestTenant::Run upload(const QString &name, const QByteArray &content)
    {
        return m_tenant.cli({u"library"_s, u"upload"_s, write(name, content)});
    }
    TestTenant::Run exec(const QString &line)
    {
        return m_tenant.cli({u"--output"_s, u"json"_s, u"exec"_s, QSysInfo::machineHostName(), line});
    }
    QString write(const QString &name, const QByteArray &content)
    {
        QTemporaryDir &folder = name.contains(u'.') ? m_uploads : m_files;
        QFile file(folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return file.fileName();
    }

    TestTenant m_tenant;
    QTemporaryDir m_files;
    QTemporaryDir m_uploads;
};

QTEST_GUILESS_MAIN(ExaminingTest)
#include "tst_examining.moc"
