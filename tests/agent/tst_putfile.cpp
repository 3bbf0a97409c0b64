// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/librarydevice.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

class PutfileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_device = std::make_unique<LibraryDevice>();
        m_probe = std::make_unique<CommandProbe>();
    }

    void aFileIsPut()
    {
        QVERIFY(!put(u"tool.bin"_s, "content"_ba).failure);
        QCOMPARE(m_probe->rows.size(), 1);
        const QJsonObject row = m_probe->rows.front();
        QCOMPARE(row.value("path"_L1).toString(), pathOf(u"tool.bin"_s));
        QCOMPARE(row.value("size"_L1).toInteger(), 7);
        QCOMPARE(row.value("sha256"_L1).toString(), QString::fromLatin1(m_probe->order.blob->sha256.toHex()));
        QCOMPARE(row.value("kept"_L1).toBool(), false);
        QCOMPARE(read(u"tool.bin"_s), "content");
        // Its account's, and nobody else's; and a tool can be run.
        QCOMPARE(QFile::permissions(pathOf(u"tool.bin"_s)) & QFile::Permissions::fromInt(0x7077),
            QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(QDir(m_device->working->scratch()).isEmpty());
    }

    void anExistingFileStays()
    {
        QVERIFY(!put(u"a.txt"_s, "one"_ba).failure);
        const Outcome second = put(u"a.txt"_s, "two"_ba);
        QVERIFY(second.failure);
        QCOMPARE(second.failure->code, ErrorCode::FileExists);
        QCOMPARE(second.failure->subject, pathOf(u"a.txt"_s));
        QCOMPARE(read(u"a.txt"_s), "one");
        QVERIFY(!put(u"a.txt"_s, "two"_ba, u"-overwrite"_s).failure);
        QCOMPARE(read(u"a.txt"_s), "two");
    }

    void linksAreNotFollowed()
    {
        const QString elsewhere = m_device->folder.filePath(u"elsewhere"_s);
        QVERIFY(QFile::link(elsewhere, pathOf(u"a.txt"_s))); // leads nowhere, and is there all the same
        const Outcome refused = put(u"a.txt"_s, "one"_ba);
        QVERIFY(refused.failure);
        QCOMPARE(refused.failure->code, ErrorCode::FileExists);
        QVERIFY(!put(u"a.txt"_s, "one"_ba, u"-overwrite"_s).failure);
        QVERIFY(!QFileInfo(pathOf(u"a.txt"_s)).isSymLink());
        QVERIFY(!QFileInfo::exists(elsewhere));
    }

    void aFolderIsNotReplaced()
    {
        QVERIFY(QDir(m_device->working->path()).mkdir(u"a.txt"_s));
        const Outcome refused = put(u"a.txt"_s, "one"_ba, u"-overwrite"_s);
        QVERIFY(refused.failure);
        QCOMPARE(refused.failure->code, ErrorCode::IsADirectory);
    }

    void namesAreCheckedHereToo()
    {
        m_device->bring(*m_probe, u"../escape"_s, "content"_ba);
        const Outcome refused = m_probe->run(u"putfile ../escape"_s);
        QVERIFY(refused.failure);
        QCOMPARE(refused.failure->code, ErrorCode::BadName);
        QVERIFY(!QFileInfo::exists(m_device->folder.filePath(u"escape"_s)));
    }

    void rebootRemovesWhatIsNotKept()
    {
        QVERIFY(!put(u"gone.txt"_s, "gone"_ba).failure);
        QVERIFY(!put(u"kept.txt"_s, "kept"_ba, u"-keep"_s).failure);
        QVERIFY(QDir(m_device->working->path()).mkpath(u"made/by a script"_s));
        restart(u"boot 1"_s);
        QCOMPARE(names(), (QStringList{u"gone.txt"_s, u"kept.txt"_s, u"made"_s}));
        restart(u"boot 2"_s);
        QCOMPARE(names(), QStringList{u"kept.txt"_s});
        // Put again without -keep it is kept no longer.
        QVERIFY(!put(u"kept.txt"_s, "new"_ba, u"-overwrite"_s).failure);
        restart(u"boot 3"_s);
        QCOMPARE(names(), QStringList());
    }

    void aChangedCacheIsNotBelieved()
    {
        m_device->bring(*m_probe, u"a.txt"_s, "content"_ba);
        QFile blob(m_device->blobPath(*m_probe->order.blob));
        QVERIFY(blob.open(QFile::WriteOnly));
        blob.write("changed");
        blob.close();
        // It is asked for again, and here nobody answers.
        const Outcome outcome = m_probe->run(u"putfile a.txt"_s);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::Cancelled);
        QVERIFY(!QFileInfo::exists(pathOf(u"a.txt"_s)));
        QVERIFY(QDir(m_device->working->scratch()).isEmpty());
    }

private:
    [[nodiscard]] QString pathOf(const QString &name) const { return m_device->working->path() + u'/' + name; }

    Outcome put(const QString &name, const QByteArray &content, const QString &flags = {})
    {
        m_device->bring(*m_probe, name, content);
        return m_probe->run(u"putfile %1 %2"_s.arg(name, flags));
    }

    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(pathOf(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }

    [[nodiscard]] QStringList names() const
    {
        return QDir(m_device->working->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
    }

    void restart(const QString &boot)
    {
        m_device->working = std::make_shared<WorkingFolder>(m_device->folder.path());
        QVERIFY(m_device->working->prepare(boot));
    }

    std::unique_ptr<LibraryDevice> m_device;
    std::unique_ptr<CommandProbe> m_probe;
};

QTEST_GUILESS_MAIN(PutfileTest)
#include "tst_putfile.moc"
