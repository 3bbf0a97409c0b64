// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

/// An act through every layer, as a script would have it: real service, agent and sonde-cli.
class TestRemediation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foundRemediatedBroughtHomeAndUndone();
    void refusalsSayWhatToType();
    void theJournalTellsIt();

private:
    [[nodiscard]] TestTenant::Run cli(const QStringList &verb) const
    {
        return TestTenant::run(TestTenant::program(u"sonde-cli"_s),
            QStringList{u"--embedded"_s, u"--data"_s, m_directory.filePath(u"tenant"_s), u"--language"_s, u"en"_s,
                u"--download-dir"_s, m_directory.filePath(u"home"_s), u"--plain"_s}
                + verb);
    }
    [[nodiscard]] QString plant(const QByteArray &content) const
    {
        QFile file(m_directory.filePath(u"evil"_s));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }

    QTemporaryDir m_directory;
};

void TestRemediation::foundRemediatedBroughtHomeAndUndone()
{
    QVERIFY(QDir().mkpath(m_directory.filePath(u"home"_s)));
    const QString path = plant("malice\n");
    const auto remediated = cli({u"exec"_s, u"this"_s, u"fileinfo "_s + path,
        u"remediate file %1 -reason 'case 7'"_s.arg(path), u"getfile -quarantine 1"_s, u"remediate list"_s});
    QVERIFY2(remediated.status == 0, remediated.errors.constData());
    QVERIFY(!QFile::exists(path));
    QFile sample(m_directory.filePath(u"home/evil"_s));
    QVERIFY2(sample.open(QFile::ReadOnly), remediated.output.constData());
    QCOMPARE(sample.readAll(), "malice\n");
    // Another session of another run: the device knows.
    const auto undone = cli({u"--output"_s, u"json"_s, u"exec"_s, u"this"_s, u"undo file "_s + path});
    QVERIFY2(undone.status == 0, undone.errors.constData());
    QFile back(path);
    QVERIFY(back.open(QFile::ReadOnly));
    QCOMPARE(back.readAll(), "malice\n");
}

void TestRemediation::refusalsSayWhatToType()
{
    const QString path = plant("malice\n");
    const auto refused = cli({u"exec"_s, u"this"_s, u"remediate file "_s + path});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.errors.contains(QByteArray("fileinfo " + QFile::encodeName(path))), refused.errors.constData());
    QVERIFY(QFile::exists(path));
    QCOMPARE(cli({u"exec"_s, u"this"_s, u"undo file /nobody/was/here"_s}).status, 1);
    QCOMPARE(cli({u"exec"_s, u"this"_s, u"remediate file"_s}).status, 2);
}

void TestRemediation::theJournalTellsIt()
{
    const auto journal = cli({u"journal"_s});
    QVERIFY2(journal.status == 0, journal.errors.constData());
    QStringList kinds;
    for (const QByteArray &line : journal.output.split('\n')) {
        for (const char *kind : {"act-planned", "act-stepped", "act-ended"}) {
            if (line.contains(kind))
                kinds += QString::fromLatin1(kind);
        }
    }
    QCOMPARE(kinds,
        (QStringList{
            u"act-planned"_s, u"act-stepped"_s, u"act-ended"_s, u"act-planned"_s, u"act-stepped"_s, u"act-ended"_s}));
    QVERIFY(journal.output.contains("case 7"));
    QCOMPARE(cli({u"journal"_s, u"--verify"_s}).status, 0);
}

QTEST_GUILESS_MAIN(TestRemediation)
#include "tst_remediation.moc"
