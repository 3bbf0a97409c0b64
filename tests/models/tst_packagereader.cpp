// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/package/packagereader.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// A package of what is in a folder, made by tar itself.
class Package final
{
public:
    void write(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(m_folder.filePath(name)).path());
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(content) == content.size());
    }
    void hole(const QString &name, qint64 size) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QFile::WriteOnly) && file.seek(size) && file.putChar('.'));
    }
    void link(const QString &name, const QString &target) const { QFile::link(target, m_folder.filePath(name)); }
    [[nodiscard]] QString pack() const
    {
        const QString path = m_out.filePath(u"x.tar.gz"_s);
        QProcess tar;
        tar.start(u"tar"_s, {u"czf"_s, path, u"--sparse"_s, u"--sort=name"_s, u"-C"_s, m_folder.path(), u"."_s});
        return tar.waitForFinished(60'000) && tar.exitCode() == 0 ? path : QString();
    }
    void cutTo(const QString &path, double part) const
    {
        QVERIFY(QFile::resize(path, qint64(double(QFileInfo(path).size()) * part)));
    }

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_out;
};

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = char(std::rand());
    return bytes;
}

qsizetype placeOf(const PackageList &list, const QString &path)
{
    const auto found = std::ranges::find(list.members, path, &PackageMember::path);
    return found == list.members.end() ? -1 : std::distance(list.members.begin(), found);
}

PackageList listed(const QString &path, const PackageCaps &caps = {})
{
    auto list = listPackage(path, caps, {}, {});
    return list ? *list : PackageList{{}, list.error()};
}

} // namespace

class PackageReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAndReads()
    {
        const Package package;
        package.write(u"[root]/etc/hosts"_s, "127.0.0.1 localhost\n");
        package.write(u"summary.json"_s, "{}");
        package.link(u"[root]/etc/link"_s, u"hosts"_s);
        const QString path = package.pack();
        const PackageList list = listed(path);
        QVERIFY(!list.cut);
        const qsizetype hosts = placeOf(list, u"./[root]/etc/hosts"_s);
        QVERIFY(hosts >= 0);
        QCOMPARE(list.members.at(size_t(hosts)).size, 20);
        QCOMPARE(list.members.at(size_t(hosts)).kind, PackageMember::Kind::File);
        QVERIFY(list.members.at(size_t(hosts)).modified.isValid());
        const qsizetype link = placeOf(list, u"./[root]/etc/link"_s);
        QCOMPARE(list.members.at(size_t(link)).kind, PackageMember::Kind::Link);
        QVERIFY(list.members.at(size_t(link)).target.endsWith(u"hosts"));
        QCOMPARE(readMember(path, hosts, 1000, {}, {}).value(), QByteArray("127.0.0.1 localhost\n"));
        QCOMPARE(readMember(path, hosts, 9, {}, {}).value(), QByteArray("127.0.0.1"));
        QCOMPARE(readMember(path, 1000, 9, {}, {}).error().code, ErrorCode::NotFound);
    }

    /// Also where a piece ends in the midst of it.
    void searchesInAllFiles()
    {
        const Package package;
        QByteArray large = noise(300'000).replace('n', 'm').replace('N', 'm');
        large.replace(64 * 1024 - 3, 6, "Needle");
        large += "needleneedle";
        package.write(u"a"_s, large);
        package.write(u"b"_s, "nothing\n");
        package.write(u"c/d"_s, "NEEDLE at the end: needl");
        const QString path = package.pack();
        const PackageList list = listed(path);
        const auto found = searchPackage(path, u"needle"_s, {}, {}, {});
        QVERIFY(found && !found->cut);
        QCOMPARE(found->files, 3);
        QCOMPARE(found->members,
            (std::vector<std::pair<qsizetype, qint64>>{{placeOf(list, u"./a"_s), 3}, {placeOf(list, u"./c/d"_s), 1}}));
        QVERIFY(searchPackage(path, u"not there"_s, {}, {}, {})->members.empty());
        QCOMPARE(searchPackage(path, {}, {}, {}, {}).error().code, ErrorCode::BadValue);
    }

    /// Little that claims to be much: it is given up early, and what was seen is there.
    void aBombIsGivenUp()
    {
        const Package package;
        package.write(u"a"_s, "first\n");
        package.write(u"bomb"_s, QByteArray(64 * 1024 * 1024, '\0'));
        package.write(u"c"_s, "last\n");
        const QString path = package.pack();
        const PackageCaps caps{.mostTimesPacked = 20, .alwaysUnpacked = 1024 * 1024};
        const PackageList list = listed(path, caps);
        QVERIFY(list.cut);
        QCOMPARE(list.cut->code, ErrorCode::TooLarge);
        QVERIFY(placeOf(list, u"./a"_s) >= 0);
        QVERIFY(placeOf(list, u"./c"_s) < 0);
        const auto found = searchPackage(path, u"last"_s, caps, {}, {});
        QVERIFY(found && found->cut && found->members.empty());
        QVERIFY(!readMember(path, placeOf(listed(path), u"./c"_s), 10, caps, {}));
        QVERIFY(!listed(path).cut); // within the usual caps
    }

    /// The holes of a sparse file take no room in the package, and are as long as it says they are.
    void holesAreCountedToo()
    {
        const Package package;
        package.write(u"a"_s, "first\n");
        package.hole(u"hole"_s, 64LL * 1024 * 1024);
        package.write(u"z"_s, "last\n");
        const QString path = package.pack();
        const PackageCaps caps{.mostTimesPacked = 20, .alwaysUnpacked = 1024 * 1024};
        QCOMPARE(listed(path, caps).members.size(), 4); // nothing of it has to be read for that
        const auto found = searchPackage(path, u"last"_s, caps, {}, {});
        QVERIFY(found && found->cut && found->members.empty());
        QCOMPARE(found->cut->code, ErrorCode::TooLarge);
        const auto whole = searchPackage(path, u"last"_s, {}, {}, {}); // within the usual caps
        QVERIFY(whole && !whole->cut);
        QCOMPARE(whole->members.size(), 1U);
    }

    void namesAreCountedTogether()
    {
        const Package package;
        for (int i = 0; i < 20; ++i)
            package.write(QString(200, u'n') + QString::number(i), "x");
        const PackageList list = listed(package.pack(), {.allNames = 1000});
        QVERIFY(list.cut);
        QCOMPARE(list.cut->code, ErrorCode::TooLarge);
        QCOMPARE_LT(list.members.size(), 6U);
    }

    void membersAreCounted()
    {
        const Package package;
        for (int i = 0; i < 50; ++i)
            package.write(QString::number(i), "x");
        const PackageList list = listed(package.pack(), {.members = 20});
        QVERIFY(list.cut);
        QCOMPARE(list.cut->code, ErrorCode::TooLarge);
        QCOMPARE(list.members.size(), 20U);
    }

    void whatIsDamagedIsSaid()
    {
        const Package package;
        package.write(u"a"_s, noise(200'000));
        package.write(u"b"_s, noise(200'000));
        const QString path = package.pack();
        package.cutTo(path, 0.7);
        const PackageList list = listed(path);
        QVERIFY(list.cut);
        QCOMPARE(list.cut->code, ErrorCode::ReadFailed);
        QVERIFY(placeOf(list, u"./a"_s) >= 0);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("no package at all"));
        file.close();
        QVERIFY(!listPackage(path, {}, {}, {}));
        QVERIFY(!listPackage(u"/nowhere.tar.gz"_s, {}, {}, {}));
    }

    void stopsWhenItIsAsked()
    {
        const Package package;
        package.write(u"a"_s, noise(4'000'000));
        package.write(u"b"_s, "x");
        const QString path = package.pack();
        std::stop_source stop;
        const auto list = listPackage(path, {}, [&stop](qint64, qint64) { stop.request_stop(); }, stop.get_token());
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(PackageReaderTest)
#include "tst_packagereader.moc"
