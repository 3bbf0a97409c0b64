// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/controllers/scriptedsession.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Output that a line, or who has seen it, sends to a file of this workstation.
class OutputFilesTest final : public QObject, private ScriptedSession
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void writesOutputToAFile_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("table") << u""_s;
        QTest::newRow("json") << u"-output json "_s;
    }

    void writesOutputToAFile()
    {
        QFETCH(QString, type);
        const QTemporaryDir folder;
        const auto session = open();
        session->setDownloadFolder(folder.path());
        QSignalSpy taken(session.get(), &SessionController::taken);
        QSignalSpy written(session.get(), &SessionController::fileWritten);
        session->submit(u"processes %1> sub/list.txt"_s.arg(type));
        QTRY_COMPARE(taken.size(), 1);
        const auto command = taken.at(0).at(1).value<CommandId>();
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 2), 2);
        m_tenant->finish(command);
        QTRY_COMPARE(written.size(), 1);
        const QString path = folder.filePath(u"sub/list.txt"_s);
        QCOMPARE(written.at(0).at(1).toString(), path);
        QCOMPARE(session->console().block(command)->savedTo, path);
        if (type.isEmpty()) {
            const QString first = QString::fromUtf8(content(path)).section(u'\n', 0, 0);
            QVERIFY(first.startsWith(u"name"));
            QVERIFY(first.contains(u"pid"));
            QCOMPARE(content(path).count('\n'), 3);
        } else {
            QCOMPARE(QJsonDocument::fromJson(content(path)).array().size(), 2);
            QVERIFY(content(path).startsWith("[\n    {"));
        }
        QCOMPARE(QDir(folder.filePath(u"sub"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"list.txt"_s});
    }

    void whatDidNotCompleteWritesNoFile_data()
    {
        QTest::addColumn<CommandState>("state");
        for (const auto state : {CommandState::Failed, CommandState::Cancelled, CommandState::Expired,
                 CommandState::Interrupted, CommandState::Rejected})
            QTest::addRow("%s", QMetaEnum::fromType<CommandState>().valueToKey(int(state))) << state;
    }

    /// An empty file would be read as "nothing was found".
    void whatDidNotCompleteWritesNoFile()
    {
        QFETCH(const CommandState, state);
        const QTemporaryDir folder;
        const auto session = open();
        session->setDownloadFolder(folder.path());
        QSignalSpy taken(session.get(), &SessionController::taken);
        QSignalSpy failed(session.get(), &SessionController::fileFailed);
        session->submit(u"processes -output json > list.json"_s);
        QTRY_COMPARE(taken.size(), 1);
        const auto command = taken.at(0).at(1).value<CommandId>();
        if (state == CommandState::Rejected)
            m_tenant->append(m_id, command, Event::CommandRejected{{}, {ErrorCode::RoleTooLow, {}, {}, {}}});
        else
            m_tenant->finish(command, state, {{ErrorCode::NotFound, u"/no/such"_s, {}, {}}});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(1).value<Error>().code, ErrorCode::NotSaved);
        QVERIFY(session->console().block(command)->savedTo.isEmpty());
        QCOMPARE(session->console().block(command)->saveError->code, ErrorCode::NotSaved);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());

        // Who has seen what it is may keep it.
        if (state != CommandState::Rejected) {
            session->save(command, u"seen.json"_s);
            QTRY_VERIFY(QFile::exists(folder.filePath(u"seen.json"_s)));
        }
    }

    void theNameOfAPartialResultSaysSo()
    {
        const QTemporaryDir folder;
        const auto session = open();
        session->setDownloadFolder(folder.path());
        QSignalSpy written(session.get(), &SessionController::fileWritten);
        session->submit(u"processes > list.txt"_s);
        QTRY_COMPARE(session->commands().size(), 1);
        const CommandId command = session->commands().firstKey();
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 2), 2);
        m_tenant->finish(command, CommandState::Completed, {{ErrorCode::AccessDenied, u"/proc/1"_s, {}, {}}});
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(session->console().block(command)->savedTo, folder.filePath(u"list.partial.txt"_s));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"list.partial.txt"_s});
        QVERIFY(isPartial(*session->command(command)));
        QCOMPARE(partialName(u"list"_s), u"list.partial"_s);
    }

    /// Who agreed to replace list.txt was not asked about list.partial.txt.
    void aPartialResultReplacesNoOther()
    {
        const QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath(u"list.txt"_s), "old", Overwrite::No));
        QVERIFY(writeFile(folder.filePath(u"list.partial.txt"_s), "mine", Overwrite::No));
        const auto session = open();
        session->setDownloadFolder(folder.path());
        QSignalSpy written(session.get(), &SessionController::fileWritten);
        session->submit(u"processes > list.txt"_s, Overwrite::Yes);
        QTRY_COMPARE(session->commands().size(), 1);
        const CommandId command = session->commands().firstKey();
        m_tenant->addOutput(command, ChunkFormat::Rows, processChunk(0, 2), 2);
        m_tenant->finish(command, CommandState::Completed, {{ErrorCode::AccessDenied, u"/proc/1"_s, {}, {}}});
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(content(folder.filePath(u"list.partial.txt"_s)), "mine");
        QCOMPARE(content(folder.filePath(u"list.txt"_s)), "old");
        QCOMPARE(session->console().block(command)->savedTo, folder.filePath(u"list.partial-2.txt"_s));
    }

    void neverOverwritesSilently()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"list.txt"_s);
        QVERIFY(writeFile(path, "mine", Overwrite::No));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others)); // what a device says is nobody else's business
        const auto session = open();
        session->setDownloadFolder(folder.path());
        QSignalSpy asked(session.get(), &SessionController::overwriteNeeded);
        QSignalSpy written(session.get(), &SessionController::fileWritten);
        QSignalSpy failed(session.get(), &SessionController::fileFailed);
        QSignalSpy taken(session.get(), &SessionController::taken);
        QVERIFY(session->submit(u"processes > list.txt"_s).isEmpty());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(1).toString(), path);
        QVERIFY(m_tenant->askedFor<Message::SubmitLine>().empty());

        session->submit(u"processes > list.txt"_s, Overwrite::Yes);
        QTRY_COMPARE(taken.size(), 1);
        m_tenant->addOutput(taken.at(0).at(1).value<CommandId>(), ChunkFormat::Rows, processChunk(0, 2), 2);
        m_tenant->finish(taken.at(0).at(1).value<CommandId>());
        QTRY_COMPARE(written.size(), 1);
        QVERIFY(content(path).startsWith("name"));

        // A file that came into being while the command ran is not replaced either; the output can go elsewhere.
        session->submit(u"processes > late.txt"_s);
        QTRY_COMPARE(taken.size(), 2);
        QVERIFY(writeFile(folder.filePath(u"late.txt"_s), "theirs", Overwrite::No));
        const auto late = taken.at(1).at(1).value<CommandId>();
        m_tenant->addOutput(late, ChunkFormat::Rows, processChunk(0, 2), 2);
        m_tenant->finish(late);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(1).value<Error>().code, ErrorCode::FileExists);
        QCOMPARE(content(folder.filePath(u"late.txt"_s)), "theirs");
        session->save(late, u"other.txt"_s);
        QTRY_COMPARE(written.size(), 2);
        QVERIFY(content(folder.filePath(u"other.txt"_s)).startsWith("name"));

        // A path that was mistyped is no wish for a folder.
        session->save(late, folder.filePath(u"x/other.txt"_s));
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(failed.at(1).at(1).value<Error>().code, ErrorCode::NotFound);
        QVERIFY(!QFileInfo::exists(folder.filePath(u"x"_s)));
    }

    void filesStayInTheDownloadFolder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("path");

        QTest::newRow("plain") << u"a.txt"_s << u"/d/a.txt"_s;
        QTest::newRow("below") << u"x/a.txt"_s << u"/d/x/a.txt"_s;
        QTest::newRow("absolute") << u"/tmp/a.txt"_s << u"/tmp/a.txt"_s;
        QTest::newRow("out of it") << u"../a.txt"_s << QString();
        QTest::newRow("out and in") << u"x/../../d/a.txt"_s << u"/d/a.txt"_s;
        QTest::newRow("the folder itself") << u"."_s << QString();
    }

    void filesStayInTheDownloadFolder()
    {
        QFETCH(QString, name);
        QTEST(savePath(name, u"/d"_s).value_or(QString()), "path");
    }

    void anUnwritableFileIsSaid()
    {
        const QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath(u"file"_s), "x", Overwrite::No));
        const auto written = writeFile(folder.filePath(u"file/below"_s), "x", Overwrite::No);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::CannotWrite);
    }
};

QTEST_GUILESS_MAIN(OutputFilesTest)
#include "tst_outputfiles.moc"
