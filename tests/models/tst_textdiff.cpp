// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/textdiff.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

class TestTextDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatChanged_data();
    void whatChanged();
    void patchMakesTheNewerOfTheOlder();
    void tooDifferentIsReplacedAsAWhole();
};

void TestTextDiff::whatChanged_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("diff");
    QTest::newRow("nothing") << u"a\nb\n"_s << u"a\nb\n"_s << QString();
    QTest::newRow("a line more") << u"a\nc\n"_s << u"a\nb\nc\n"_s << u"@@ -1,3 +1,4 @@\n a\n+b\n c\n \n"_s;
    QTest::newRow("a line less") << u"a\nb\nc"_s << u"a\nc"_s << u"@@ -1,3 +1,2 @@\n a\n-b\n c\n"_s;
    QTest::newRow("another line") << u"a"_s << u"b"_s << u"@@ -1,1 +1,1 @@\n-a\n+b\n"_s;
    QTest::newRow("far apart") << u"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11"_s << u"x\n2\n3\n4\n5\n6\n7\n8\n9\n10\ny"_s
                               << u"@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -8,4 +8,4 @@\n 8\n 9\n 10\n-11\n+y\n"_s;
}

void TestTextDiff::whatChanged()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QTEST(unifiedDiff(before, after), "diff");
}

/// An independent program takes our differences for what they are.
void TestTextDiff::patchMakesTheNewerOfTheOlder()
{
    const QString patch = QStandardPaths::findExecutable(u"patch"_s);
    if (patch.isEmpty())
        QSKIP("patch is not installed");
    const QTemporaryDir folder;
    QRandomGenerator random(7);
    for (int round = 0; round < 40; ++round) {
        QStringList before;
        for (int i = 0; i < 60; ++i)
            before << QString::number(random.bounded(12));
        QStringList after = before;
        for (int i = 0; i < round % 15; ++i) {
            const int at = random.bounded(int(after.size()));
            if (random.bounded(2))
                after.insert(at, u"new %1"_s.arg(i));
            else
                after.removeAt(at);
        }
        const QString path = folder.filePath(u"text"_s);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(before.join(u'\n').toUtf8() + '\n') > 0);
        file.close();
        const QString diff = unifiedDiff(before.join(u'\n'), after.join(u'\n'));
        QCOMPARE(diff.isEmpty(), before == after);
        QProcess process;
        process.start(patch, {u"--silent"_s, u"--fuzz=0"_s, path});
        process.write("--- text\n+++ text\n" + diff.toUtf8());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0 || diff.isEmpty(), process.readAll().constData());
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), after.join(u'\n') + u'\n');
    }
}

void TestTextDiff::tooDifferentIsReplacedAsAWhole()
{
    QStringList before{u"same"_s};
    QStringList after{u"same"_s};
    for (int i = 0; i < 20'000; ++i) {
        before << u"old %1"_s.arg(i);
        after << u"new %1"_s.arg(i);
    }
    const QString diff = unifiedDiff(before.join(u'\n'), after.join(u'\n'));
    QCOMPARE(diff.count(u"\n-old"_s), 20'000);
    QCOMPARE(diff.count(u"\n+new"_s), 20'000);
}

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
