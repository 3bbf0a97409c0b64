// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/textencoding.h"
#include "models/text/utf8text.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;
using Position = TextBuffer::Position;

namespace {

QStringList lines(const TextBuffer &buffer)
{
    QStringList all;
    for (qsizetype i = 0; i < buffer.lineCount(); ++i)
        all.append(buffer.line(i));
    return all;
}

} // namespace

class TextBufferTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsLines_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<QStringList>("expected");

        QTest::newRow("nothing") << QByteArrayList{""} << QStringList();
        QTest::newRow("one line") << QByteArrayList{"abc"} << QStringList{u"abc"_s};
        QTest::newRow("a break at the end opens no line") << QByteArrayList{"abc\n"} << QStringList{u"abc"_s};
        QTest::newRow("empty lines count") << QByteArrayList{"\n\na\n"} << QStringList{QString(), QString(), u"a"_s};
        QTest::newRow("carriage returns") << QByteArrayList{"a\r\nb\rc\r\n"} << QStringList{u"a"_s, u"b\rc"_s};
        QTest::newRow("a line in pieces")
            << QByteArrayList{"ab", "c\nd", "e", "\n", "f"} << QStringList{u"abc"_s, u"de"_s, u"f"_s};
        QTest::newRow("CR and LF in two pieces") << QByteArrayList{"a\r", "\nb"} << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("a character in two pieces") << QByteArrayList{"\xE6\x97", "\xA5\n"} << QStringList{u"日"_s};
        QTest::newRow("not UTF-8") << QByteArrayList{"a\xFF\n"} << QStringList{QString(u"a"_s + QChar(0xDCFF))};
    }

    void splitsLines()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(QStringList, expected);
        TextBuffer buffer;
        for (const QByteArray &piece : pieces)
            buffer.append(piece);
        QCOMPARE(lines(buffer), expected);
        QCOMPARE(buffer.bytes(), pieces.join());
    }

    void tellsWhatChanged()
    {
        TextBuffer buffer;
        QSignalSpy appended(&buffer, &TextBuffer::appended);
        buffer.append("a\nb");
        buffer.append("c\nd\n");
        buffer.append("e");
        QCOMPARE(appended.at(0), (QVariantList{qsizetype(0), qsizetype(1)}));
        QCOMPARE(appended.at(1), (QVariantList{qsizetype(1), qsizetype(2)}));
        QCOMPARE(appended.at(2).at(1).value<qsizetype>(), 3);
    }

    void randomPiecesAreTheSameText()
    {
        QRandomGenerator random(7);
        QByteArray text;
        for (int i = 0; i < 3000; ++i)
            text += QByteArray(int(random.bounded(40u)), char('a' + i % 26)) + '\n';
        TextBuffer buffer;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype length = std::min<qsizetype>(random.bounded(500) + 1, text.size() - at);
            buffer.append(QByteArrayView(text).sliced(at, length));
            at += length;
        }
        QCOMPARE(lines(buffer), QString::fromLatin1(text.chopped(1)).split(u'\n'));
    }

    void aLongLineIsCut()
    {
        const QByteArray text = QByteArray("\xE6\x97\xA5").repeated(20'000) + "\nend";
        TextBuffer buffer;
        for (qsizetype at = 0; at < text.size(); at += 1000)
            buffer.append(QByteArrayView(text).sliced(at, std::min<qsizetype>(1000, text.size() - at)));
        QCOMPARE(buffer.lineCount(), 5);
        QString joined;
        for (qsizetype i = 0; i < 4; ++i) {
            QCOMPARE(buffer.isContinued(i), i < 3);
            QVERIFY(buffer.line(i).toUtf8().size() <= TextBuffer::MaxPieceBytes);
            joined += buffer.line(i);
        }
        QCOMPARE(joined, u"日"_s.repeated(20'000));
        QCOMPARE(buffer.text({0, 0}, {5, 0}), QString::fromUtf8(text));
    }

    void givesTheOriginalOfASelection()
    {
        TextBuffer buffer;
        buffer.append("one\r\ntwo é\nthree");
        QCOMPARE(buffer.text({0, 1}, {1, 5}), u"ne\r\ntwo é"_s);
        QCOMPARE(buffer.text({1, 4}, {2, 2}), u"é\nth"_s);
        QCOMPARE(buffer.text({2, 0}, {99, 0}), u"three"_s);
        QCOMPARE(buffer.text({1, 0}, {1, 0}), QString());
    }

    void finds()
    {
        TextBuffer buffer;
        buffer.append("Alpha beta\ngamma ALPHA\nÉté alpha\n");
        const auto at = [](qsizetype line, qsizetype column) { return TextBuffer::Match{{line, column}, 5}; };
        QCOMPARE(buffer.find(u"alpha"_s, {0, 0}), at(0, 0));
        QCOMPARE(buffer.find(u"alpha"_s, {0, 1}), at(1, 6));
        QCOMPARE(buffer.find(u"alpha"_s, {1, 7}), at(2, 4));
        QVERIFY(!buffer.find(u"alpha"_s, {2, 5}));
        QVERIFY(!buffer.find(u"delta"_s, {0, 0}));
        QCOMPARE(buffer.find(u"ALPHA"_s, {2, 4}, TextBuffer::Direction::Backward), at(1, 6));
        QCOMPARE(buffer.find(u"alpha"_s, {1, 6}, TextBuffer::Direction::Backward), at(0, 0));
        QVERIFY(!buffer.find(u"alpha"_s, {0, 0}, TextBuffer::Direction::Backward));
        QCOMPARE(buffer.find(u"éTÉ"_s, {0, 0}), (TextBuffer::Match{{2, 0}, 3}));
    }

    void bytesThatAreNotUtf8Survive_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("Latin-1") << QByteArray("caf\xE9 cr\xE8me");
        QTest::newRow("a cut character") << QByteArray("\xE3\x81");
        QTest::newRow("overlong") << QByteArray("a\xC0\xAFz");
        QTest::newRow("an encoded surrogate") << QByteArray("\xED\xA0\x80\xED\xB3\xA9");
        QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80");
        QTest::newRow("beside what needs two units") << QByteArray("\xF0\x9F\x98\x80\xE9\xF0\x9F\x98\x80");
        QByteArray all;
        for (int byte = 255; byte >= 0; --byte)
            all += char(byte);
        QTest::newRow("every byte") << all;
    }

    void bytesThatAreNotUtf8Survive()
    {
        QFETCH(QByteArray, bytes);
        const QString text = fromUtf8Lossless(bytes);
        QCOMPARE(toUtf8Lossless(text), bytes);
        for (const QChar c : text)
            QVERIFY(c != QChar::ReplacementCharacter);
    }

    void columnsBehindWhatIsNotUtf8()
    {
        TextBuffer buffer;
        buffer.append("\xE9\xE9 needle\n");
        const auto found = buffer.find(u"needle"_s, {});
        QVERIFY(found);
        QCOMPARE(found->start, (TextBuffer::Position{0, 3}));
        QCOMPARE(buffer.text({0, 3}, {0, 9}), u"needle"_s);
    }

    void readsOtherEncodings_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("CP932") << u"windows-31j"_s << QByteArray("\x8F\x8A\x97\x4C\x8E\xD2\n\x83\x5C\n")
                               << QStringList{u"所有者"_s, u"ソ"_s};
        QTest::newRow("CP1252") << u"windows-1252"_s << QByteArray("propri\xE9taire \x80\n")
                                << QStringList{u"propriétaire €"_s};
        QTest::newRow("CP850") << u"IBM850"_s << QByteArray("propri\x82taire\r\n") << QStringList{u"propriétaire"_s};
        QTest::newRow("GB18030") << u"GB18030"_s << QByteArray("\xD6\xD0\xCE\xC4\n") << QStringList{u"中文"_s};
        QTest::newRow("Latin-1") << u"ISO-8859-1"_s << QByteArray("\xE9\n") << QStringList{u"é"_s};
        QTest::newRow("UTF-16, whose line breaks are two bytes")
            << u"UTF-16LE"_s << QByteArray("a\0\n\0\x0A\x30\n\0", 8) << QStringList{u"a"_s, u"\u300A"_s};
        QTest::newRow("nobody knows it") << u"x-nothing"_s << QByteArray("\xE9\n") << QStringList{u"é"_s};
    }

    /// In pieces that cut characters, as they come from a device.
    void readsOtherEncodings()
    {
        QFETCH(QString, encoding);
        QFETCH(QByteArray, bytes);
        TextBuffer source;
        DecodedText decoded(source, encoding);
        for (const char byte : bytes)
            source.append(QByteArrayView(&byte, 1));
        QTRY_VERIFY(decoded.isCurrent());
        QStringList lines;
        for (qsizetype i = 0; i < decoded.buffer().lineCount(); ++i)
            lines << decoded.buffer().line(i);
        QTEST(lines, "lines");
        QCOMPARE(source.bytes(), bytes); // stays as it came
    }

    void everyStreamIsReadByItself()
    {
        TextBuffer source;
        source.append("\x8F", TextStream::Output);
        source.append("\x83", TextStream::Errors);
        source.append("\x8A\n", TextStream::Output);
        source.append("\x5C\n", TextStream::Errors);
        DecodedText decoded(source, u"windows-31j"_s);
        QTRY_VERIFY(decoded.isCurrent());
        QCOMPARE(decoded.buffer().bytesOf(TextStream::Output), QByteArray("所\n"));
        QCOMPARE(decoded.buffer().bytesOf(TextStream::Errors), QByteArray("ソ\n"));
    }

    void everyOfferedEncodingCanBeRead()
    {
        const auto offered = TextEncoding::offered();
        QCOMPARE(offered.first().name, u"UTF-8"_s);
        for (const TextEncoding &encoding : offered)
            QVERIFY2(QStringDecoder(encoding.name).isValid(), qPrintable(encoding.name));
        QStringList names;
        for (const TextEncoding &encoding : offered)
            names << encoding.name;
        for (const auto &name : {u"UTF-16LE"_s, u"windows-31j"_s, u"windows-1252"_s, u"GB18030"_s, u"ISO-8859-1"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    void aMillionLinesAreCheap()
    {
        QByteArray thousand;
        for (int i = 0; i < 1000; ++i)
            thousand += "2026-11-21 entry " + QByteArray::number(i) + '\n';
        TextBuffer buffer;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 1000; ++i)
            buffer.append(thousand);
        buffer.append("needle");
        qInfo("appended in %lld ms", timer.elapsed());

        QCOMPARE(buffer.lineCount(), 1'000'001);
        QVERIFY2(buffer.memoryBytes() <= 2 * buffer.byteCount(),
            qPrintable(u"%1 bytes for %2 of text"_s.arg(buffer.memoryBytes()).arg(buffer.byteCount())));
        QCOMPARE(buffer.line(999'999), u"2026-11-21 entry 999"_s);
        QCOMPARE(buffer.line(123'456), u"2026-11-21 entry 456"_s);
        timer.restart();
        QCOMPARE(buffer.find(u"NEEDLE"_s, {0, 0}), (TextBuffer::Match{{1'000'000, 0}, 6}));
        qInfo("found in %lld ms", timer.elapsed());
    }
};

QTEST_GUILESS_MAIN(TextBufferTest)
#include "tst_textbuffer.moc"
