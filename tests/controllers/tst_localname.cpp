// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/localname.h"
#include "models/text/visibletext.h"
#include "protocol/base/tenantfiles.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// What every local name must keep, whatever the device's was.
void verifySafe(const QByteArray &name)
{
    const QString local = localName(name);
    const auto checked = checkFileName(local);
    QVERIFY2(checked, qPrintable(local + (checked ? QString() : u": "_s + debugText(checked.error()))));
    QVERIFY(local.toUtf8().size() <= MaxLocalNameBytes);
    QCOMPARE(visible(local), local);
    QCOMPARE(local.normalized(QString::NormalizationForm_C), local);
    const auto back = deviceName(local);
    if (back)
        QCOMPARE(*back, name);
    else
        QVERIFY(name.size() * 3 > MaxLocalNameBytes);
}

} // namespace

class LocalNameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapes_data()
    {
        QTest::addColumn<QByteArray>("device");
        QTest::addColumn<QString>("local");

        const auto row = [](const char *title, const QByteArray &device, const QString &local) {
            QTest::newRow(title) << device << local;
        };
        row("as it is", "report 2026 (final).tar.gz", u"report 2026 (final).tar.gz"_s);
        row("hidden", ".bashrc", u".bashrc"_s);
        row("Japanese", "\u8abf\u67fb\u30e1\u30e2.txt", u"調査メモ.txt"_s);
        row("emoji", "\U0001F50D.log", u"\U0001F50D.log"_s);
        row("parent", "..", u"%2E%2E"_s);
        row("this", ".", u"%2E"_s);
        row("separators", "x/../../y", u"x%2F..%2F..%2Fy"_s);
        row("backslash", "..\\evil", u"..%5Cevil"_s);
        row("stream", "a:b", u"a%3Ab"_s);
        row("wildcards", "a*b?c\"d<e>f|g", u"a%2Ab%3Fc%22d%3Ce%3Ef%7Cg"_s);
        row("trailing dots", "report...", u"report%2E%2E%2E"_s);
        row("trailing blank", "report ", u"report%20"_s);
        row("leading blank", " report", u"%20report"_s);
        row("ideographic blank", "\u3000x\u3000", u"%E3%80%80x%E3%80%80"_s);
        row("console", "CON", u"%43ON"_s);
        row("port with an extension", "com1.txt", u"%63om1.txt"_s);
        row("nul with two", "NUL.tar.gz", u"%4EUL.tar.gz"_s);
        row("port of a superscript", "LPT\u00b9", u"%4CPT\u00b9"_s);
        row("no device", "CONSOLE", u"CONSOLE"_s);
        row("newline", "a\nb", u"a%0Ab"_s);
        row("nul byte", QByteArray("a\0b", 3), u"a%00b"_s);
        row("escape sequence", "\x1b[31mred", u"%1B[31mred"_s);
        row("right-to-left", "photo\u202egpj.exe", u"photo%E2%80%AEgpj.exe"_s);
        row("zero width", "in\u200bvisible", u"in%E2%80%8Bvisible"_s);
        row("byte order mark", "\ufeffx", u"%EF%BB%BFx"_s);
        row("Latin-1", "caf\xe9", u"caf%E9"_s);
        row("lone surrogate of Windows", "a\xed\xa0\x80z", u"a%ED%A0%80z"_s);
        row("cut character", "a\xe3\x81", u"a%E3%81"_s);
        row("overlong", "\xc0\xaf", u"%C0%AF"_s);
        row("composed", "caf\u00e9", u"café"_s);
        row("decomposed twin", "cafe\u0301", u"cafe%CC%81"_s);
        row("mark after an escape", "\n\u0301A\u030a", u"%0A%CC%81A%CC%8A"_s);
        row("singleton", "\u212b", u"%E2%84%AB"_s);
        row("Hangul letters", "\u1112\u1161\u11ab", u"\u1112%E1%85%A1\u11ab"_s);
        row("percent", "100%", u"100%"_s);
        row("percent before letters", "100%zz", u"100%zz"_s);
        row("what looks escaped", "a%41b%2fc", u"a%2541b%252fc"_s);
        row("percent before a separator", "%/2F", u"%%2F2F"_s);
        row("what looks shortened", "a~0123456789abcdef.txt", u"a%7E0123456789abcdef.txt"_s);
        row("tilde", "backup~", u"backup~"_s);
    }
    void escapes()
    {
        QFETCH(QByteArray, device);
        QFETCH(QString, local);
        QCOMPARE(localName(device), local);
        QCOMPARE(deviceName(local), device);
        verifySafe(device);
    }

    void shortensKeepingTheExtension()
    {
        const QByteArray name = QByteArray(250, 'a') + ".docx";
        const QString local = localName(name);
        QCOMPARE(local.toUtf8().size(), MaxLocalNameBytes);
        QVERIFY(local.startsWith(u"aaaa"));
        QVERIFY(local.endsWith(u".docx"));
        QCOMPARE(deviceName(local), std::nullopt);
        verifySafe(name);
        const QByteArray twin = QByteArray(249, 'a') + "b.docx";
        QVERIFY(localName(twin) != local);
    }

    void shortensBetweenCharactersAndEscapes()
    {
        for (qsizetype lead = 0; lead < 6; ++lead) {
            verifySafe(QByteArray(lead, 'x') + QByteArray("\u8abf").repeated(85));
            verifySafe(QByteArray(lead, 'x') + QByteArray(255 - lead, '\xff'));
            verifySafe(QByteArray(lead, 'x') + QByteArray("\u0301").repeated(120));
            verifySafe(QByteArray(lead, 'x') + QByteArray("\U0001F50D").repeated(63));
        }
        const QString local = localName(QByteArray(255, '\xff'));
        QVERIFY2(!local.contains(u"%~") && !local.contains(u"%F~"), qPrintable(local));
    }

    void aLongExtensionIsNone()
    {
        const QString local = localName("a." + QByteArray(240, 'b'));
        QVERIFY2(local.first(local.size() - 16).endsWith(u'~'), qPrintable(local));
    }

    void naughtyStringsAreStored()
    {
        QFile file(QStringLiteral(TEST_DATA_DIR "/blns.json"));
        QVERIFY(file.open(QFile::ReadOnly));
        const QJsonArray strings = QJsonDocument::fromJson(file.readAll()).array();
        QCOMPARE(strings.size(), 485);
        const QTemporaryDir folder;
        QHash<QString, QByteArray> taken;
        for (const auto &value : strings) {
            const QByteArray name = value.toString().toUtf8();
            if (name.isEmpty())
                continue;
            verifySafe(name);
            if (QTest::currentTestFailed())
                return;
            const QString local = localName(name);
            QVERIFY2(taken.value(local, name) == name, qPrintable(local));
            taken.insert(local, name);
            QFile kept(folder.filePath(local));
            QVERIFY2(kept.open(QFile::WriteOnly), qPrintable(local + u": "_s + kept.errorString()));
            QVERIFY(QFileInfo(kept).absolutePath() == folder.path());
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), taken.size());
    }
};

QTEST_GUILESS_MAIN(LocalNameTest)
#include "tst_localname.moc"
