// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/evidencesource.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// The file that is sent is the one whose facts were told.
class EvidenceSourceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"a"_s, "content");
        write(u"b"_s, "another");
    }

    void theSameFileIsRead()
    {
        EvidenceSource source(path(u"a"_s), facts(u"a"_s), {});
        QVERIFY(source.skip(0, {}));
        QByteArray buffer(100, '\0');
        const auto got = source.read(std::span(buffer.data(), size_t(buffer.size())));
        QVERIFY(got && *got);
        QCOMPARE(buffer.first(**got), QByteArray("content"));
    }

    void anotherThatHasItsNameIsNot()
    {
        const FileFacts before = facts(u"a"_s);
        QVERIFY(
            QFile::rename(filePath(u"a"_s), filePath(u"aside"_s)) && QFile::rename(filePath(u"b"_s), filePath(u"a"_s)));
        EvidenceSource source(path(u"a"_s), before, {});
        const auto skipped = source.skip(0, {});
        QVERIFY(!skipped);
        QCOMPARE(skipped.error().code, ErrorCode::FileChanged);
        // Nor is anything else looked at of it.
        QCOMPARE(openFileOf(path(u"a"_s), before).error().code, ErrorCode::FileChanged);
        QVERIFY(openFileOf(path(u"a"_s), facts(u"a"_s)));
        QVERIFY(openFileOf(path(u"aside"_s), before));
    }

private:
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray path(const QString &name) const { return QFile::encodeName(filePath(name)); }
    [[nodiscard]] FileFacts facts(const QString &name) const
    {
        return FileSystem().facts(path(name), Links::Keep).value();
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(filePath(name));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(content) == content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(EvidenceSourceTest)
#include "tst_evidencesource.moc"
