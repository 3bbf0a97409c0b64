// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/commandhistory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

class CommandHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesARestart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"deep/history"_s);
        const QStringList typed{u"dir /etc"_s, u"fileinfo \"C:\\new folder\\x\""_s, u"two\nlines\\n"_s, u"日本 é"_s};
        {
            CommandHistory history(file);
            for (const QString &line : typed)
                QVERIFY(history.add(line));
        }
        QCOMPARE(CommandHistory(file).lines(), typed);
        // What an analyst looked for is nobody else's business.
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void takesNoBlanksAndNoRepeats()
    {
        CommandHistory history;
        for (const QString &line : {u"jobs"_s, u"jobs"_s, u"  "_s, QString(), u"dir"_s, u"jobs"_s})
            QVERIFY(history.add(line));
        QCOMPARE(history.lines(), (QStringList{u"jobs"_s, u"dir"_s, u"jobs"_s}));
    }

    void twoWorkstationsAddToOneFile()
    {
        const QTemporaryDir folder;
        CommandHistory one(folder.filePath(u"history"_s));
        CommandHistory two(folder.filePath(u"history"_s));
        QVERIFY(one.add(u"first"_s));
        QVERIFY(two.add(u"second"_s));
        QCOMPARE(CommandHistory(folder.filePath(u"history"_s)).lines(), (QStringList{u"first"_s, u"second"_s}));
    }

    void keepsTheNewest()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"history"_s);
        CommandHistory history(file);
        for (int i = 0; i < CommandHistory::MostLines * 2; ++i)
            QVERIFY(history.add(QString::number(i)));
        const CommandHistory read(file);
        QCOMPARE(read.lines().size(), CommandHistory::MostLines);
        QCOMPARE(read.lines().last(), QString::number(CommandHistory::MostLines * 2 - 1));
    }

    void saysWhenItCannotWrite()
    {
        const QTemporaryDir folder;
        CommandHistory history(folder.path()); // a folder is no file
        const auto added = history.add(u"dir"_s);
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::CannotWrite);
        QCOMPARE(history.lines().size(), 1);
    }

    void searches()
    {
        CommandHistory history;
        for (const QString &line : {u"dir /etc"_s, u"jobs"_s, u"DIR /var"_s, u"dir /etc"_s})
            QVERIFY(history.add(line));
        QCOMPARE(history.search(u"dir"), (QStringList{u"dir /etc"_s, u"DIR /var"_s}));
        QCOMPARE(history.search(u"nothing"), QStringList());
    }

    void walksOverWhatBeginsAsTyped()
    {
        CommandHistory history;
        for (const QString &line : {u"dir /etc"_s, u"jobs"_s, u"dir /var"_s, u"cd /"_s})
            QVERIFY(history.add(line));
        HistoryWalk walk(history);
        QCOMPARE(walk.previous(u"dir"_s), u"dir /var"_s);
        QCOMPARE(walk.previous(u"dir /var"_s), u"dir /etc"_s);
        QCOMPARE(walk.previous(u"dir /etc"_s), std::nullopt);
        QCOMPARE(walk.next(), u"dir /var"_s);
        QCOMPARE(walk.next(), u"dir"_s); // what was typed is back
        QCOMPARE(walk.next(), std::nullopt);

        walk.reset();
        QCOMPARE(walk.previous(QString()), u"cd /"_s);
        QCOMPARE(walk.next(), QString());
    }
};

QTEST_GUILESS_MAIN(CommandHistoryTest)
#include "tst_commandhistory.moc"
