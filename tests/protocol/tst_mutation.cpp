// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/grammar.h"
#include "protocol/command/rows.h"
#include "tests/protocol/samples.h"

#include <QTest>
#include <random>

using namespace Qt::StringLiterals;
using namespace Sonde;

/// Damaged input, the same in each run: whatever arrives is refused with a reason or means what it says.
class TestMutation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frames();
    void rows();
    void lines();
    void cursors();
};

namespace {

constexpr int Rounds = 10'000;

/// Changes a sequence of T a little: flips, replaces, inserts, removes, doubles, cuts, or splices in some of another.
template<typename Sequence>
class Mutator final
{
public:
    Mutator(quint32 seed, std::vector<Sequence> originals)
        : m_random(seed)
        , m_originals(std::move(originals))
    {
    }

    Sequence next()
    {
        Sequence sequence = original();
        for (qsizetype changes = 1 + below(4); changes > 0; --changes)
            change(sequence);
        return sequence;
    }
    /// 0 ≤ result < limit; 0 when limit is 0.
    qsizetype below(qsizetype limit) { return limit > 0 ? qsizetype(m_random() % quint32(limit)) : 0; }

private:
    const Sequence &original() { return m_originals.at(size_t(below(qsizetype(m_originals.size())))); }

    void change(Sequence &sequence)
    {
        const qsizetype at = below(sequence.size());
        const qsizetype length = below(sequence.size() - at + 1);
        switch (below(7)) {
        case 0:
            if (!sequence.isEmpty())
                sequence[at] = flipped(sequence.at(at));
            break;
        case 1:
            if (!sequence.isEmpty())
                sequence[at] = any();
            break;
        case 2: sequence.insert(at, any()); break;
        case 3: sequence.remove(at, length); break;
        case 4: sequence.insert(at, Sequence(sequence.sliced(at, length))); break;
        case 5: sequence.truncate(at); break;
        case 6: {
            const Sequence other = original();
            sequence.insert(at, other.sliced(below(other.size())));
            break;
        }
        }
    }

    char flipped(char byte) { return char(byte ^ (1 << below(8))); }
    QChar flipped(QChar character) { return QChar(character.unicode() ^ (1 << below(16))); }
    typename Sequence::value_type any()
    {
        if constexpr (std::same_as<Sequence, QString>) {
            static const QString telling = u" \t\u3000\"'\\->&json0"_s;
            return telling.at(below(telling.size()));
        } else {
            return char(below(256));
        }
    }

    std::mt19937 m_random;
    std::vector<Sequence> m_originals;
};

std::vector<QByteArray> validFrames()
{
    std::vector<QByteArray> frames;
    for (const auto &message : Samples::messages())
        frames.push_back(encode(message));
    return frames;
}

std::vector<QString> validLines()
{
    std::vector<QString> lines{
        u"findfile -max 10 -path '/v a' -name *.log > \"my file.txt\" &"_s, u"dir - full_path C:\\a\\ -output json"_s};
    for (const auto &command : Catalogue::instance().commands()) {
        for (const auto &example : command.examples)
            lines.push_back(example);
    }
    return lines;
}

} // namespace

void TestMutation::frames()
{
    Mutator<QByteArray> mutator(20'260'101, validFrames());
    int taken = 0;
    for (int i = 0; i < Rounds; ++i) {
        const QByteArray frame = mutator.next();
        const auto message = decode(frame);
        if (!message) {
            QVERIFY2(message.error().code == ErrorCode::ProtocolViolation && !message.error().reason.isEmpty(),
                frame.toHex().constData());
            continue;
        }
        const QByteArray encoded = encode(*message);
        const auto again = decode(encoded);
        QVERIFY2(again, frame.toHex().constData());
        QVERIFY2(encode(*again) == encoded, frame.toHex().constData());
        ++taken;
    }
    QVERIFY2(taken > 0 && taken < Rounds / 2, qPrintable(QString::number(taken)));
}

void TestMutation::rows()
{
    RowWriter writer;
    for (int i = 0; i < 20; ++i)
        writer.addRow(
            {i, u"name %1"_s.arg(i), true, nullptr, 1.5, QByteArray("\xff"), QCborArray{1, 2}, QCborMap{{u"a"_s, 1}}});
    Mutator<QByteArray> mutator(20'260'102, {writer.take()});
    int taken = 0;
    for (int i = 0; i < Rounds; ++i) {
        const QByteArray chunk = mutator.next();
        const auto read = readRows(chunk);
        if (!read) {
            QVERIFY2(read.error().code == ErrorCode::ProtocolViolation && !read.error().reason.isEmpty(),
                chunk.toHex().constData());
            continue;
        }
        RowWriter copy;
        for (const auto &row : *read)
            copy.addRow(row);
        const auto again = readRows(copy.take());
        QVERIFY2(again && again->size() == read->size(), chunk.toHex().constData());
        ++taken;
    }
    QVERIFY2(taken > 0 && taken < Rounds, qPrintable(QString::number(taken)));
}

void TestMutation::lines()
{
    Mutator<QString> mutator(20'260'103, validLines());
    int taken = 0;
    for (int i = 0; i < Rounds; ++i) {
        const QString line = mutator.next();
        const auto parsed = parseLine(line);
        if (!parsed) {
            const auto position = parsed.error().facts.value(Fact::Position).toInteger(-1);
            QVERIFY2(position >= 0 && position <= line.size(), qPrintable(line));
            continue;
        }
        const auto again = parseLine(toLine(*parsed));
        QVERIFY2(again, qPrintable(line + u" → "_s + toLine(*parsed)));
        QVERIFY2(*again == *parsed, qPrintable(line + u" → "_s + toLine(*parsed)));
        QVERIFY2(validate(*parsed), qPrintable(line));
        ++taken;
    }
    QVERIFY2(taken > Rounds / 20 && taken < Rounds, qPrintable(QString::number(taken)));
}

void TestMutation::cursors()
{
    Mutator<QString> mutator(20'260'104, validLines());
    for (int i = 0; i < Rounds; ++i) {
        const QString line = mutator.next();
        const qsizetype cursor = mutator.below(line.size() + 1);
        const auto context = contextAt(line, cursor);
        QVERIFY2(context.start >= 0 && context.start <= cursor && context.start + context.length <= line.size(),
            qPrintable(line));
        QVERIFY2(context.start + context.length >= cursor, qPrintable(line));
        QVERIFY2((context.place == CursorPlace::Parameter) == (context.parameter != nullptr), qPrintable(line));
    }
}

QTEST_GUILESS_MAIN(TestMutation)
#include "tst_mutation.moc"
