// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/visibletext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

class VisibleTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("shown");

        QTest::newRow("plain") << u"notepad.exe"_s << u"notepad.exe"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("japanese and accents stay") << u"日本語 été"_s << u"日本語 été"_s;
        QTest::newRow("combining accent stays") << u"e\u0301"_s << u"e\u0301"_s;
        QTest::newRow("emoji stays") << u"\U0001F600"_s << u"\U0001F600"_s;
        QTest::newRow("right-to-left override") << u"cod\u202Efdp.exe"_s << u"cod[U+202E]fdp.exe"_s;
        QTest::newRow("isolates") << u"a\u2066b\u2069"_s << u"a[U+2066]b[U+2069]"_s;
        QTest::newRow("terminal escape") << u"\u001b[31mred"_s << u"[U+001B][31mred"_s;
        QTest::newRow("C1 control sequence introducer") << u"\u009b31m"_s << u"[U+009B]31m"_s;
        QTest::newRow("null") << QString(QChar(u'\0')) << u"[U+0000]"_s;
        QTest::newRow("line breaks") << u"a\r\nb"_s << u"a[U+000D][U+000A]b"_s;
        QTest::newRow("zero width") << u"a\u200Bb\uFEFF"_s << u"a[U+200B]b[U+FEFF]"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s << u"a[U+2028]b"_s;
        QTest::newRow("soft hyphen") << u"a\u00ADb"_s << u"a[U+00AD]b"_s;
        QTest::newRow("tag beyond the BMP") << u"x\U000E0041"_s << u"x[U+E0041]"_s;
        QTest::newRow("variation selector") << u"x\uFE0F"_s << u"x[U+FE0F]"_s;
        QTest::newRow("Hangul filler") << u"\u3164"_s << u"[U+3164]"_s;
        QTest::newRow("lone surrogate") << (u"a"_s + QChar(0xD800) + u"b"_s) << u"a[U+D800]b"_s;
    }

    void shows()
    {
        QFETCH(QString, original);
        QFETCH(QString, shown);
        QCOMPARE(visible(original), shown);
    }

    void keepsWhatIsAskedFor() { QCOMPARE(VisibleText::of(u"a\tb\u001b", u"\t").text, u"a\tb[U+001B]"_s); }

    void leadsBackToTheOriginal()
    {
        const QString original = u"a\u202Eb\U000E0041c"_s;
        const VisibleText shown = VisibleText::of(original);
        QCOMPARE(shown.text, u"a[U+202E]b[U+E0041]c"_s);
        QCOMPARE(shown.marks.size(), 2);
        QCOMPARE(shown.marks.at(1), (VisibleText::Mark{10, 9, 3, 2}));
        // A selection that touches a mark copies the character it stands for.
        QCOMPARE(shown.toOriginal(0), 0);
        QCOMPARE(shown.toOriginal(1), 1);
        QCOMPARE(shown.toOriginal(5), 1);
        QCOMPARE(shown.toOriginal(9), 2);
        QCOMPARE(shown.toOriginal(19), 5);
        QCOMPARE(shown.toOriginal(shown.text.size()), original.size());
        for (const qsizetype position : {0, 1, 2, 3, 5, 6})
            QCOMPARE(shown.toOriginal(shown.fromOriginal(position)), position);
    }
};

QTEST_GUILESS_MAIN(VisibleTextTest)
#include "tst_visibletext.moc"
