// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/library/librarycontroller.h"
#include "protocol/base/devicepath.h"
#include "protocol/command/tokenizer.h"
#include "tests/system/fastfolder.h"
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// More than the reserve that the service leaves free of its disk.
constexpr qint64 RoomNeeded = 1024LL * 1024 * 1024;

/// The strings of the Big List of Naughty Strings.
QStringList naughtyStrings()
{
    QFile file(QStringLiteral(SONDE_SOURCE_DIR "/tests/controllers/data/blns.json"));
    QStringList strings;
    if (file.open(QFile::ReadOnly)) {
        for (const auto &value : QJsonDocument::fromJson(file.readAll()).array())
            strings << value.toString();
    }
    return strings;
}

/// What Linux takes as a file's name.
bool isFileName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= 255 && !name.contains('/') && !name.contains('\0') && name != "."
        && name != "..";
}

} // namespace

/// Text nobody should type goes through every layer, with real processes, and comes back as it was.
class HostileTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(naughtyStrings().size() > 400);
        QVERIFY2(m_tenant.start(), qUtf8Printable(m_tenant.whatFailed()));
        m_workstation = std::make_unique<TestWorkstation>(m_tenant.credentials());
        m_library = std::make_unique<LibraryController>(m_workstation->client, m_files);
        m_session = m_workstation->openSession();
        QVERIFY(m_session);
    }

    void cleanupTestCase()
    {
        m_session.reset();
        m_library.reset();
        m_workstation.reset();
    }

    void asFileNames()
    {
        QSet<QByteArray> names{"new\nline", "-rf", "caf\xE9", "\xFF\xFE", QByteArray(255, 'x'),
            "photo\xE2\x80\xAEgpj.exe", " ", "a\\b", "*", "\x1B[31m"};
        for (const QString &text : naughtyStrings()) {
            if (const QByteArray name = text.toUtf8(); isFileName(name))
                names.insert(name);
        }
        QCOMPARE_GE(names.size(), 300); // the others have a slash in them, or are too long
        const QTemporaryDir folder;
        for (const QByteArray &name : std::as_const(names))
            QVERIFY2(makeFile(folder.path().toUtf8() + '/' + name), name.constData());

        const auto listed = rows(u"dir "_s + quoted(folder.path()));
        QSet<QByteArray> seen;
        for (const QCborArray &row : listed)
            seen.insert(DevicePath::fromCbor(row.at(0)).bytes());
        QCOMPARE(seen, names);
        // As dir showed it, it can be typed.
        for (const QCborArray &row : listed) {
            const DevicePath path(folder.path().toUtf8() + '/' + DevicePath::fromCbor(row.at(0)).bytes());
            const auto facts = rows(u"fileinfo "_s + quoted(path.typed()));
            QVERIFY2(facts.size() == 1, qUtf8Printable(path.typed()));
            QCOMPARE(DevicePath::fromCbor(facts.front().at(0)).bytes(), path.bytes());
            QCOMPARE(std::remove(path.bytes().constData()), 0);
        }
    }

    void asArguments()
    {
        waitFor({upload(u"arguments.sh"_s, "for argument; do printf '%s\\0' \"$argument\"; done\n", {})});
        QStringList some;
        for (const QString &text : naughtyStrings()) {
            some << text;
            if (some.size() == 40)
                checkArguments(std::exchange(some, {}));
        }
        checkArguments(some);
    }

    void asDescriptions()
    {
        const QStringList strings = naughtyStrings();
        QList<quint32> uploads;
        for (qsizetype i = 0; i < strings.size(); ++i)
            uploads << upload(u"file %1"_s.arg(i), "the same content", strings[i]);
        waitFor(uploads);
        QTRY_VERIFY_WITH_TIMEOUT(m_files.rowCount() > strings.size(), TestWorkstation::Patience);
        for (qsizetype i = 0; i < strings.size(); ++i) {
            const LibraryFile *file = m_files.file(u"file %1"_s.arg(i));
            QVERIFY(file);
            QCOMPARE(file->description, strings[i]);
        }
    }

private:
    /// Qt's files have names that are Unicode.
    static bool makeFile(const QByteArray &path)
    {
        std::FILE *file = std::fopen(path.constData(), "w");
        return file && std::fclose(file) == 0;
    }

    CommandOutput *finished(const QString &line)
    {
        const CommandId command = TestWorkstation::submit(*m_session, line);
        CommandOutput *output = m_session->output(command);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(
                isFinal(m_session->command(command)->state) && output->whole(), TestWorkstation::Patience);
        }();
        return output;
    }

    ResultRows rows(const QString &line)
    {
        const CommandOutput *output = finished(line);
        return output->table() ? output->table()->rows() : ResultRows();
    }

    void checkArguments(const QStringList &arguments)
    {
        // One word for the line, which the script's own words are in.
        QStringList words;
        for (const QString &argument : arguments)
            words << quoted(argument);
        const QString line = u"run arguments.sh -parameters "_s + quoted(words.join(u' '));
        const auto invocation = parseLine(line);
        QVERIFY2(invocation, invocation ? "" : qPrintable(debugText(invocation.error())));
        QCOMPARE(splitArguments(invocation->value(u"parameters"_s)).value_or(QStringList()), arguments);
        const CommandOutput *output = finished(line);
        const auto script = output->script();
        QVERIFY(script);
        QByteArray expected;
        for (const QString &argument : arguments)
            expected += argument.toUtf8() + '\0';
        QCOMPARE(script->output, expected);
    }

    quint32 upload(const QString &name, const QByteArray &bytes, const QString &description)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QFile::WriteOnly))
            file.write(bytes);
        file.close();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_library->isListed(), TestWorkstation::Patience); }();
        const auto content = readFile(file.fileName(), m_library->sizeLimit(), {});
        return content ? m_library->uploads().add({*content, name, description, false, {}, false}) : 0;
    }

    void waitFor(const QList<quint32> &uploads)
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::all_of(uploads,
                [this](quint32 id) { return m_library->uploads().upload(id)->state == LibraryUpload::State::Stored; }),
            TestWorkstation::Patience);
    }

    TestTenant m_tenant{fastFolder(RoomNeeded)};
    QTemporaryDir m_folder;
    std::unique_ptr<TestWorkstation> m_workstation;
    std::unique_ptr<SessionController> m_session;
    LibraryModel m_files;
    std::unique_ptr<LibraryController> m_library;
};

QTEST_GUILESS_MAIN(HostileTextTest)

#include "tst_hostiletext.moc"
