// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/base/windowspath.h"
#include "agent/system/files/files.h"
#include "agent/system/windows/devicetext.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include <windows.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

std::wstring native(const QByteArray &path)
{
    return Windows::deviceText(Windows::verbatimPath(path)).value_or(QString()).toStdWString();
}

bool write(const QByteArray &path, const QByteArray &content)
{
    const HANDLE file =
        ::CreateFileW(native(path).c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    DWORD written = 0;
    const bool done = file != INVALID_HANDLE_VALUE
        && ::WriteFile(file, content.constData(), DWORD(content.size()), &written, nullptr);
    ::CloseHandle(file);
    return done;
}

QByteArray contentOf(const QByteArray &path)
{
    const auto file = openRegularFile(path);
    if (!file)
        return "not opened: " + debugText(file.error()).toUtf8();
    QByteArray bytes((*file)->size() + 1, '\0');
    bytes.truncate((*file)->read(bytes).value_or(0));
    return bytes;
}

/// Whose files are those of another system.
bool isWine()
{
    return ::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
}

QByteArrayList namesIn(const QByteArray &folder)
{
    QByteArrayList names;
    const auto read = readDirectory(folder, [&](const DirectoryEntry &entry) {
        names += entry.name.toByteArray();
        return true;
    });
    if (!read)
        names += "failed: " + debugText(read.error()).toUtf8();
    std::ranges::sort(names);
    return names;
}

} // namespace

/// Files of Windows with all that their names and their file system allow.
class TestWindowsFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void facts();
    void attributes();
    void anyName_data();
    void anyName();
    void longPaths();
    void rights();
    void streams();
    void whatIsNoFile();
    void emptyFolders();
    void readsAnywhere();
    void keepsTheAccessTime();
    void resolves();

private:
    [[nodiscard]] QByteArray path(const QByteArray &name) const { return joinedPath(m_root, name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_root;
    FileSystem m_files;
};

void TestWindowsFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_root = QDir::toNativeSeparators(m_folder->path()).toUtf8();
}

void TestWindowsFiles::facts()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch() * 1'000'000 - 2'000'000'000;
    QVERIFY(write(path("a.txt"), "12345"));
    const auto facts = m_files.facts(path("a.txt"), Links::Keep);
    QVERIFY(facts);
    QCOMPARE(facts->kind, FileKind::Regular);
    QCOMPARE(facts->size, 5);
    QVERIFY(facts->modified > before && facts->created.value_or(0) > before);
    QVERIFY(!facts->owner.isEmpty());
    QCOMPARE(facts->links, 1);
    QVERIFY(!facts->hidden && !facts->readOnly);
    QCOMPARE(m_files.facts(m_root, Links::Keep).value_or(FileFacts()).kind, FileKind::Directory);
    const auto missing = m_files.facts(path("b"), Links::Keep);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

void TestWindowsFiles::attributes()
{
    QVERIFY(write(path("a.txt"), "x"));
    QVERIFY(::SetFileAttributesW(native(path("a.txt")).c_str(), FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_READONLY));
    const auto facts = m_files.facts(path("a.txt"), Links::Keep);
    QVERIFY(facts && facts->readOnly);
    QCOMPARE(facts->mode.at(0), u'-');
    QCOMPARE(facts->mode.at(2), u'r');
    QVERIFY(m_files.flags(path("a.txt")).value_or(QStringList()).contains(u"read-only"_s));
    if (!isWine())
        QVERIFY(facts->hidden && facts->mode.at(3) == u'h');
    QCOMPARE(contentOf(path("a.txt")), "x");
    QVERIFY(::SetFileAttributesW(native(path("a.txt")).c_str(), FILE_ATTRIBUTE_NORMAL));
}

void TestWindowsFiles::anyName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("plain") << "a.txt"_ba;
    QTest::newRow("Japanese") << u"日本.txt"_s.toUtf8();
    QTest::newRow("beyond the first plane") << "\xf0\x9f\x98\x80"_ba;
    QTest::newRow("half of a pair") << "x\xed\xa0\xbdy"_ba;
    QTest::newRow("a dot at the end") << "x."_ba;
    QTest::newRow("a blank at the end") << "x "_ba;
    QTest::newRow("a device's") << "nul"_ba;
}

void TestWindowsFiles::anyName()
{
    QFETCH(const QByteArray, name);
    if (!write(path(name), name))
        QSKIP("this file system does not take such a name");
    QCOMPARE(namesIn(m_root), QByteArrayList{name});
    const QByteArray found = path(namesIn(m_root).value(0));
    QCOMPARE(m_files.facts(found, Links::Keep).value_or(FileFacts()).size, name.size());
    QCOMPARE(contentOf(found), name);
    QVERIFY(::DeleteFileW(native(found).c_str()));
}

void TestWindowsFiles::longPaths()
{
    QByteArray folder = m_root;
    while (folder.size() < 400) {
        folder = joinedPath(folder, QByteArray(60, 'x'));
        QVERIFY(::CreateDirectoryW(native(folder).c_str(), nullptr));
    }
    QVERIFY(write(joinedPath(folder, "a.txt"), "far down"));
    QCOMPARE(namesIn(folder), QByteArrayList{"a.txt"});
    QCOMPARE(contentOf(joinedPath(folder, "a.txt")), "far down");
    QVERIFY(checkFolder(folder));
}

void TestWindowsFiles::rights()
{
    QVERIFY(write(path("a.txt"), "x"));
    const auto sddl = m_files.accessControl(path("a.txt"));
    QVERIFY(sddl);
    QVERIFY2(sddl->startsWith(u"O:") && sddl->contains(u"D:"), qPrintable(*sddl));
}

void TestWindowsFiles::streams()
{
    QVERIFY(write(path("a.txt"), "content"));
    if (!write(path("a.txt:Zone.Identifier"), "[ZoneTransfer]\r\nZoneId=3\r\n")
        || contentOf(path("a.txt")) != "content")
        QSKIP("this file system has no streams");
    const auto streams = m_files.extendedAttributes(path("a.txt"));
    QVERIFY(streams);
    if (streams->isEmpty())
        QSKIP("this file system does not list streams");
    QCOMPARE(streams->size(), 1);
    QCOMPARE(streams->first().first, "Zone.Identifier");
    QCOMPARE(streams->first().second, "[ZoneTransfer]\r\nZoneId=3\r\n");
    QCOMPARE(contentOf(path("a.txt:Zone.Identifier")), "[ZoneTransfer]\r\nZoneId=3\r\n");
}

void TestWindowsFiles::whatIsNoFile()
{
    const auto codeOf = [](const QByteArray &path) {
        const auto file = openRegularFile(path);
        return file ? ErrorCode::Internal : file.error().code;
    };
    QCOMPARE(codeOf(m_root), ErrorCode::IsADirectory);
    QCOMPARE(codeOf(path("missing")), ErrorCode::NotFound);
    QCOMPARE(codeOf(R"(\\.\pipe\x)"), ErrorCode::NotARegularFile);
    QCOMPARE(codeOf(R"(\\.\PhysicalDrive0)"), ErrorCode::NotARegularFile);
    QCOMPARE(codeOf(path("caf\xe9")), ErrorCode::NotFound);
    QVERIFY(write(path("a.txt"), "x"));
    QCOMPARE(checkFolder(path("a.txt")).error().code, ErrorCode::NotADirectory);
    QCOMPARE(checkFolder(path("missing")).error().code, ErrorCode::NotFound);
}

void TestWindowsFiles::emptyFolders()
{
    QCOMPARE(namesIn(m_root), QByteArrayList());
    QVERIFY(!readDirectory(path("missing"), [](const DirectoryEntry &) { return true; }));
}

void TestWindowsFiles::readsAnywhere()
{
    QVERIFY(write(path("a.txt"), "0123456789"));
    const auto file = openRegularFile(path("a.txt"));
    QVERIFY(file);
    std::array<char, 4> piece{};
    QCOMPARE((*file)->read(piece), 4);
    QCOMPARE(QByteArrayView(piece.data(), 4), "0123");
    QCOMPARE((*file)->readAt(8, piece), 2);
    QCOMPARE(QByteArrayView(piece.data(), 2), "89");
    QCOMPARE((*file)->read(piece), 4); // goes on where it was
    QCOMPARE(QByteArrayView(piece.data(), 4), "4567");
    QCOMPARE((*file)->size(), 10);
    QVERIFY((*file)->isFileOf(m_files.facts(path("a.txt"), Links::Keep).value_or(FileFacts())));
    QVERIFY(!(*file)->isSparse(10));
}

void TestWindowsFiles::keepsTheAccessTime()
{
    if (isWine())
        QSKIP("Wine does not know how to leave the time of the last access alone");
    QVERIFY(write(path("a.txt"), "x"));
    const auto before = m_files.facts(path("a.txt"), Links::Keep);
    QCOMPARE(contentOf(path("a.txt")), "x");
    const auto after = m_files.facts(path("a.txt"), Links::Keep);
    QVERIFY(before && after);
    QCOMPARE(after->accessed, before->accessed);
    QCOMPARE(after->modified, before->modified);
}

void TestWindowsFiles::resolves()
{
    QVERIFY(write(path("a.txt"), "x"));
    const auto resolved = resolveLinks(path(R"(.\a.txt)").replace(R"(\.\)", R"(\)"));
    QVERIFY(resolved);
    QCOMPARE(resolved->toLower(), path("a.txt").toLower());
}

QTEST_GUILESS_MAIN(TestWindowsFiles)

#include "tst_windowsfiles.moc"
