// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/pendingmoves_windows.h"
#include "agent/base/devicefolder.h"
#include "tests/agent/actdevice.h"
#include "tests/windows/plantedfile_windows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// Files of Windows are taken away, and come back as they were.
class TestWindowsActsFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comesBackAsItWas();
    void keepsStreams();
    void outlivesARestart();
    void hasToBeLookedAt();
    void isAnotherByNow();
    void somethingIsInTheWay();
    void goesAtTheNextRestart();
    void leavesTheAgentAlone();

private:
    [[nodiscard]] QString line(const QString &verb, const QString &more = {}) const
    {
        return verb + u' ' + quoted(QString::fromUtf8(m_path)) + more;
    }
    /// Looked at, and then taken away.
    [[nodiscard]] QString remediate()
    {
        const QString looked = m_device->failure(line(u"fileinfo"_s));
        return looked.isEmpty() ? m_device->failure(line(u"remediate file"_s)) : looked;
    }
    [[nodiscard]] qsizetype kept() const { return QDir(m_device->quarantine()).entryList(QDir::Files).size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ActDevice> m_device;
    QByteArray m_path;
};

void TestWindowsActsFiles::init()
{
    m_device = std::make_unique<ActDevice>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = resolveLinks(nativeBytes(m_folder->path())).value_or(nativeBytes(m_folder->path())) + R"(\evil.exe)";
    QVERIFY(plant(m_path, "MZ evil"));
}

void TestWindowsActsFiles::comesBackAsItWas()
{
    {
        const Windows::Handle file(::CreateFileW(
            nativeName(m_path).c_str(), FILE_WRITE_ATTRIBUTES, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr));
        FILE_BASIC_INFO info{};
        info.CreationTime.QuadPart = 130'000'000'000'000'000;
        info.LastWriteTime.QuadPart = 130'000'001'000'000'000;
        info.FileAttributes = FILE_ATTRIBUTE_READONLY | FILE_ATTRIBUTE_ARCHIVE;
        QVERIFY(::SetFileInformationByHandle(file.get(), FileBasicInfo, &info, sizeof(info)));
    }
    const FileSystem files;
    // Wine lets everybody write again as soon as somebody keeps the time of the last access.
    QCOMPARE(m_device->failure(line(u"fileinfo"_s)), QString());
    const auto before = files.facts(m_path, Links::Keep);
    const auto rights = files.accessControl(m_path);
    QVERIFY(before && rights);
    QCOMPARE(remediate(), QString());
    QVERIFY(!isThere(m_path));
    QCOMPARE(kept(), 1);
    QVERIFY(!contentAt(
        nativeBytes(m_device->quarantine() + u'/' + QDir(m_device->quarantine()).entryList(QDir::Files).value(0)))
            .contains("evil"));
    QCOMPARE(m_device->failure(line(u"undo file"_s)), QString());
    const auto after = files.facts(m_path, Links::Keep);
    QVERIFY(after);
    QCOMPARE(contentAt(m_path), "MZ evil");
    QCOMPARE(after->modified, before->modified);
    if (!isWine()) // nor does it keep when a file was made
        QCOMPARE(after->created, before->created);
    QVERIFY(after->readOnly || isWine());
    QCOMPARE(after->owner, before->owner);
    QCOMPARE(files.accessControl(m_path).value_or(QString()), *rights);
    QVERIFY(::SetFileAttributesW(nativeName(m_path).c_str(), FILE_ATTRIBUTE_NORMAL));
}

void TestWindowsActsFiles::keepsStreams()
{
    if (!plant(m_path + ":Zone.Identifier", "[ZoneTransfer]\r\nZoneId=3\r\n") || contentAt(m_path) != "MZ evil"
        || FileSystem().extendedAttributes(m_path).value_or(QList<std::pair<QByteArray, QByteArray>>()).isEmpty())
        QSKIP("this file system has no streams");
    QCOMPARE(remediate(), QString());
    QCOMPARE(kept(), 2);
    QCOMPARE(m_device->failure(line(u"undo file"_s)), QString());
    QCOMPARE(contentAt(m_path), "MZ evil");
    QCOMPARE(contentAt(m_path + ":Zone.Identifier"), "[ZoneTransfer]\r\nZoneId=3\r\n");
}

void TestWindowsActsFiles::outlivesARestart()
{
    QCOMPARE(remediate(), QString());
    m_device->restart();
    QCOMPARE(m_device->failure(u"remediate list"_s), QString());
    QCOMPARE(m_device->probe->rows.size(), 1U);
    QCOMPARE(m_device->failure(line(u"undo file"_s)), QString());
    QCOMPARE(contentAt(m_path), "MZ evil");
    m_device->restart();
    QCOMPARE(m_device->run(line(u"undo file"_s)).failure.value_or(Error()).code, ErrorCode::NothingToUndo);
}

void TestWindowsActsFiles::hasToBeLookedAt()
{
    QCOMPARE(m_device->run(line(u"remediate file"_s)).failure.value_or(Error()).code, ErrorCode::NotLookedAt);
    QVERIFY(isThere(m_path));
    QCOMPARE(m_device->failure(line(u"remediate file"_s, u" -auto"_s)), QString());
    QVERIFY(!isThere(m_path));
}

void TestWindowsActsFiles::isAnotherByNow()
{
    QCOMPARE(m_device->failure(line(u"fileinfo"_s)), QString());
    QVERIFY(plant(m_path, "MZ another"));
    QCOMPARE(m_device->run(line(u"remediate file"_s)).failure.value_or(Error()).code, ErrorCode::FactsChanged);
    QCOMPARE(contentAt(m_path), "MZ another");
}

void TestWindowsActsFiles::somethingIsInTheWay()
{
    QCOMPARE(remediate(), QString());
    QVERIFY(plant(m_path, "new"));
    QCOMPARE(m_device->run(line(u"undo file"_s)).failure.value_or(Error()).code, ErrorCode::UndoConflict);
    QCOMPARE(contentAt(m_path), "new");
    QCOMPARE(m_device->failure(line(u"undo file"_s, u" -beside"_s)), QString());
    QCOMPARE(contentAt(m_path), "new");
    QCOMPARE(contentAt(m_path + ".restored"), "MZ evil");
}

void TestWindowsActsFiles::goesAtTheNextRestart()
{
    const Windows::Handle open(
        ::CreateFileW(nativeName(m_path).c_str(), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr));
    QVERIFY(open.isOpen());
    QCOMPARE(m_device->failure(line(u"remediate file"_s, u" -auto -plan"_s)), QString());
    QVERIFY(column(*m_device->probe, u"action"_s).contains(u"at-restart"_s));
    QVERIFY(!PendingMoves::has(m_path));
    QCOMPARE(m_device->failure(line(u"remediate file"_s, u" -auto"_s)), QString());
    const QJsonObject step = rowWhere(*m_device->probe, u"action"_s, u"move-file"_s);
    QCOMPARE(step.value(u"state"_s).toString(), u"not-confirmed"_s);
    QVERIFY(isThere(m_path) && PendingMoves::has(m_path));
    QCOMPARE(m_device->failure(line(u"undo file"_s)), QString());
    QVERIFY(isThere(m_path) && !PendingMoves::has(m_path));
}

void TestWindowsActsFiles::leavesTheAgentAlone()
{
    const QByteArray own = nativeBytes(m_device->folder() + u"/acts.log"_s);
    const auto codeOf = [this](const QByteArray &path) {
        return m_device->run(u"remediate file "_s + quoted(QString::fromUtf8(path)) + u" -auto"_s)
            .failure.value_or(Error())
            .code;
    };
    QVERIFY(isThere(own) || plant(own, "x"));
    QCOMPARE(codeOf(own), ErrorCode::Protected);
    QCOMPARE(codeOf(nativeBytes(QCoreApplication::applicationFilePath())), ErrorCode::Protected);
    QVERIFY(isThere(own));
}

QTEST_GUILESS_MAIN(TestWindowsActsFiles)

#include "tst_windowsactsfiles.moc"
