// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"

#include "controllers/downloads/evidencezip.h"
#include "controllers/downloads/localname.h"
#include "protocol/digest/digest.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

QList<QJsonObject> jsonLines(const QByteArray &output)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : output.split('\n')) {
        if (!line.isEmpty())
            objects << QJsonDocument::fromJson(line).object();
    }
    return objects;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QByteArray hexSha256(const QByteArray &bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.result().toHex();
}

/// A path with every byte spelled out, so that no character of it means anything to the command line.
QString spelled(const QByteArray &path)
{
    QString text = u"bytes:"_s;
    for (const char byte : path)
        text += u"\\x"_s + QString::number(uchar(byte), 16).rightJustified(2, u'0');
    return text;
}

} // namespace

/// What getfile brings arrives on the analyst's machine: real service, agent and sonde-cli.
class DeliveryTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    QString m_here = m_directory.filePath(u"here"_s);

    [[nodiscard]] QStringList arguments(const QStringList &verb) const
    {
        return QStringList{u"--embedded"_s, u"--data"_s, m_directory.filePath(u"tenant"_s), u"--language"_s, u"en"_s,
                   u"--output"_s, u"json"_s, u"--download-dir"_s, m_here}
        + verb;
    }
    [[nodiscard]] TestTenant::Run cli(const QStringList &verb) const
    {
        return TestTenant::run(TestTenant::program(u"sonde-cli"_s), arguments(verb));
    }
    QString make(const QString &name, const QByteArray &content)
    {
        QFile file(m_directory.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    [[nodiscard]] QStringList here() const { return QDir(m_here).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

private Q_SLOTS:
    void cleanup() { QDir(m_here).removeRecursively(); }

    void comesAsAZip()
    {
        const QString source = make(u"evil.exe"_s, "MZ and so on");
        const auto run = cli({u"exec"_s, u"this"_s, u"getfile "_s + source});
        QVERIFY2(run.status == 0, run.errors.constData());
        const QString saved = jsonLines(run.output).value(0).value("saved_as"_L1).toString();
        QCOMPARE(saved, QDir(m_here).filePath(u"evil.exe.zip"_s));
        QCOMPARE(here(), QStringList{u"evil.exe.zip"_s});
        QCOMPARE(peekEvidence(saved, 1000).value_or("unreadable"), QByteArray("MZ and so on"));
        const auto manifest = readManifest(saved);
        QVERIFY(manifest);
        QCOMPARE(manifest->value("path"_L1).toString(), source);
        QCOMPARE(manifest->value("sha256"_L1).toString().toLatin1(), hexSha256("MZ and so on"));
        QCOMPARE(manifest->value("command_line"_L1).toString(), QString(u"getfile "_s + source));
    }

    void comesPlainWhenAskedFor()
    {
        const QByteArray content = QByteArray("0123456789abcdef").repeated(200'000);
        const QString source = make(u"log"_s, content);
        const auto run =
            cli({u"--plain"_s, u"exec"_s, u"this"_s, u"getfile "_s + source, u"getfile %1 &"_s.arg(source)});
        QVERIFY2(run.status == 0, run.errors.constData());
        // The name was taken by the first one: nothing is overwritten, and both are here before the program ends.
        QCOMPARE(here(), (QStringList{u"log"_s, u"log (2)"_s}));
        QVERIFY(readAll(QDir(m_here).filePath(u"log"_s)) == content);
        QVERIFY(readAll(QDir(m_here).filePath(u"log (2)"_s)) == content);
    }

    void aRefusalSavesNothing()
    {
        const auto run = cli({u"exec"_s, u"this"_s, u"getfile /does/not/exist"_s});
        QCOMPARE(run.status, 1);
        QVERIFY(!jsonLines(run.output).value(0).contains("saved_as"_L1));
        QCOMPARE(here(), QStringList());
    }

    void evidenceIsListedAndBroughtAgain()
    {
        const QString source = make(u"again"_s, "once more");
        QVERIFY(cli({u"exec"_s, u"this"_s, u"getfile "_s + source}).status == 0);
        const auto listed = cli({u"downloads"_s});
        QVERIFY2(listed.status == 0, listed.errors.constData());
        const QJsonObject row = jsonLines(listed.output).last();
        QCOMPARE(row.value("path"_L1).toString(), source);
        QCOMPARE(row.value("sha256"_L1).toString().toLatin1(), hexSha256("once more"));
        QVERIFY(!row.value("delivered_to"_L1).toArray().isEmpty());
        const auto got =
            cli({u"--plain"_s, u"downloads"_s, u"get"_s, QString::number(row.value("command_id"_L1).toInteger())});
        QVERIFY2(got.status == 0, got.errors.constData());
        QCOMPARE(readAll(jsonLines(got.output).value(0).value("saved_as"_L1).toString()), QByteArray("once more"));
        QCOMPARE(cli({u"downloads"_s, u"get"_s, u"999999"_s}).status, 3);
        QCOMPARE(cli({u"downloads"_s, u"get"_s, u"x"_s}).status, 2);
    }

    void aPartialFileIsGoneOnWith()
    {
        const QByteArray content = QByteArray("whatever it is").repeated(300'000);
        const QString source = make(u"large"_s, content);
        QDir().mkpath(m_here);
        QFile partial(QDir(m_here).filePath(u"large.part"_s));
        QVERIFY(partial.open(QFile::WriteOnly));
        QCOMPARE(partial.write(content.first(2'000'000)), 2'000'000);
        partial.close();
        const auto run = cli({u"--plain"_s, u"exec"_s, u"this"_s, u"getfile "_s + source});
        QVERIFY2(run.status == 0, run.errors.constData());
        QVERIFY(readAll(QDir(m_here).filePath(u"large"_s)) == content);
        QCOMPARE(here(), QStringList{u"large"_s});
    }

    /// Every name a Linux device can have.
    void naughtyNamesArrive()
    {
        QFile list(QStringLiteral(SONDE_SOURCE_DIR "/tests/controllers/data/blns.json"));
        QVERIFY(list.open(QFile::ReadOnly));
        QList<QByteArray> names{"CON", "a:b", "trailing...", QByteArray(255, 'n'), "caf\xe9", "photo\u202egpj.exe",
            "cafe\u0301", "caf\u00e9", "a\nb"};
        for (const auto &string : QJsonDocument::fromJson(list.readAll()).array()) {
            const QByteArray name = string.toString().toUtf8().replace('/', '_').first(
                std::min<qsizetype>(255, string.toString().toUtf8().size()));
            if (!name.isEmpty() && name != "." && name != ".." && !name.contains('\0') && !names.contains(name))
                names << name;
        }
        const QByteArray folder = m_directory.filePath(u"names/"_s).toUtf8();
        QVERIFY(QDir().mkpath(QString::fromUtf8(folder)));
        QStringList lines{u"exec"_s, u"this"_s};
        for (const QByteArray &name : std::as_const(names)) {
            const QByteArray path = folder + name;
            std::unique_ptr<FILE, int (*)(FILE *)> file(std::fopen(path.constData(), "wb"), &std::fclose);
            QVERIFY2(file, name.constData());
            std::fwrite(name.constData(), 1, size_t(name.size()), file.get());
            lines << u"getfile \"%1\""_s.arg(spelled(path));
        }
        const auto run = cli(lines);
        QVERIFY2(run.status == 0, run.errors.constData());
        const auto answers = jsonLines(run.output);
        QCOMPARE(answers.size(), names.size());
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QString saved = answers.at(i).value("saved_as"_L1).toString();
            QVERIFY2(QFileInfo(saved).absolutePath() == m_here, qPrintable(saved));
            QCOMPARE(peekEvidence(saved, 1000).value_or("unreadable"), names.at(i));
            const auto manifest = readManifest(saved);
            QVERIFY(manifest);
            const QByteArray path = manifest->contains("path_raw"_L1)
                ? QByteArray::fromBase64(manifest->value("path_raw"_L1).toString().toLatin1())
                : manifest->value("path"_L1).toString().toUtf8();
            QCOMPARE(path, folder + names.at(i));
        }
        QCOMPARE(here().size(), names.size());
    }
};

QTEST_GUILESS_MAIN(DeliveryTest)
#include "tst_delivery.moc"
