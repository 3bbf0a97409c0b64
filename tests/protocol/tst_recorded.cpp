// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/samples.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;

/// What was sent and kept once is read by every later version, and written in the same bytes: journals are verified by their hashes, and
/// programs of two versions talk to each other.
///
/// data/recorded.txt holds a line for each message, event and stored record: what it is, its kind, its bytes in hexadecimal. A line is
/// never changed; a new kind gets a line of its own, which everyKindIsRecorded() writes for you when it fails.
class TestRecorded final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isWrittenAsItWas_data();
    void isWrittenAsItWas();
    void everyKindIsRecorded();

private:
    struct Line {
        QString what;
        QString kind;
        QByteArray bytes;
    };
    QList<Line> m_lines;
};

namespace {

/// The bytes again after they were read; empty, with a reason, when they cannot be read.
template<typename T>
QByteArray again(const QByteArray &bytes)
{
    const auto value = Codec::fromBytes<T>(bytes);
    if (!value)
        qWarning() << debugText(value.error());
    return value ? Codec::toBytes(*value) : QByteArray();
}

/// As `again`, and the hash of the entry is what it was.
QByteArray entryAgain(const QByteArray &bytes)
{
    const auto entry = Codec::fromBytes<JournalEntry>(bytes);
    return entry && entryHash(*entry) == entry->hash ? Codec::toBytes(*entry) : QByteArray();
}

const QMap<QString, std::function<QByteArray(const QByteArray &)>> &readers()
{
    static const QMap<QString, std::function<QByteArray(const QByteArray &)>> all{
        {u"message"_s, again<AnyMessage>},
        {u"event"_s, again<JournalEvent>},
        {u"entry"_s, entryAgain},
        {u"device-facts"_s, again<DeviceFacts>},
        {u"library-file"_s, again<LibraryFile>},
        {u"command"_s, again<CommandRecord>},
        {u"session"_s, again<SessionRecord>},
    };
    return all;
}

QString kindOf(const QByteArray &bytes)
{
    return QCborValue::fromCbor(bytes).toArray().at(0).toString();
}

QString lineOf(const QString &what, const QString &kind, const QByteArray &bytes)
{
    return u"%1 %2 %3"_s.arg(what, kind, QString::fromLatin1(bytes.toHex()));
}

/// A line for each alternative of a variant, filled and with its default values.
template<typename Any, typename... Ts>
QStringList linesOf(const QString &what, const std::variant<Ts...> *)
{
    QStringList lines;
    const auto add = [&](const Any &any) {
        const QByteArray bytes = Codec::toBytes(any);
        lines += lineOf(what, kindOf(bytes), bytes);
    };
    ((add(Samples::Filler().filled<Ts>()), add(Ts{})), ...);
    return lines;
}

JournalEntry sealedEntry()
{
    JournalEntry entry = Samples::entry(Samples::Filler().filled<Event::CommandAccepted>());
    entry.hash = entryHash(entry);
    return entry;
}

/// A line for everything there is today.
QStringList linesOfToday()
{
    Samples::Filler filler;
    return linesOf<AnyMessage>(u"message"_s, static_cast<const AnyMessage::variant *>(nullptr))
        + linesOf<JournalEvent>(u"event"_s, static_cast<const JournalEvent::variant *>(nullptr))
        + QStringList{
            lineOf(u"entry"_s, u"command-accepted"_s, Codec::toBytes(sealedEntry())),
            lineOf(u"device-facts"_s, u"-"_s, Codec::toBytes(filler.filled<DeviceFacts>())),
            lineOf(u"library-file"_s, u"-"_s, Codec::toBytes(filler.filled<LibraryFile>())),
            lineOf(u"command"_s, u"-"_s, Codec::toBytes(filler.filled<CommandRecord>())),
            lineOf(u"session"_s, u"-"_s, Codec::toBytes(filler.filled<SessionRecord>())),
        };
}

} // namespace

void TestRecorded::initTestCase()
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/recorded.txt"));
    QVERIFY(file.open(QFile::ReadOnly));
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine().trimmed());
        const QStringList parts = line.split(u' ');
        if (parts.size() == 3 && !line.startsWith(u'#'))
            m_lines.append({parts.at(0), parts.at(1), QByteArray::fromHex(parts.at(2).toLatin1())});
    }
}

void TestRecorded::isWrittenAsItWas_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("bytes");
    for (const auto &line : m_lines) {
        // Of each kind there are two: filled, and with its default values.
        QTest::addRow("%s %s, %d bytes", qPrintable(line.what), qPrintable(line.kind), int(line.bytes.size()))
            << line.what << line.bytes;
    }
}

void TestRecorded::isWrittenAsItWas()
{
    QFETCH(QString, what);
    QFETCH(QByteArray, bytes);
    QVERIFY(readers().contains(what));
    QCOMPARE(readers()[what](bytes).toHex(), bytes.toHex());
}

void TestRecorded::everyKindIsRecorded()
{
    QSet<QString> recorded;
    for (const auto &line : m_lines)
        recorded += line.what + u' ' + line.kind;
    bool all = true;
    for (const QString &line : linesOfToday()) {
        if (!recorded.contains(line.section(u' ', 0, 1))) {
            qInfo().noquote() << line;
            all = false;
        }
    }
    QVERIFY2(all, "the lines above are not in data/recorded.txt");
}

QTEST_GUILESS_MAIN(TestRecorded)
#include "tst_recorded.moc"
