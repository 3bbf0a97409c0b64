// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/samples.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;

/// Everything that travels arrives as it was sent, and nothing else is taken for it.
class TestCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindsAreUnique();
    void everyMessageTravels_data();
    void everyMessageTravels();
    void everyEventIsKept_data();
    void everyEventIsKept();
    void defaultsTravel_data() { everyMessageTravels_data(); }
    void defaultsTravel();
    void unknownFieldsAreSkipped_data() { everyMessageTravels_data(); }
    void unknownFieldsAreSkipped();
    void missingFieldsAreRefused_data() { everyMessageTravels_data(); }
    void missingFieldsAreRefused();
    void wrongTypesAreRefused_data() { everyMessageTravels_data(); }
    void wrongTypesAreRefused();
    void everyBeginningIsRefused_data() { everyMessageTravels_data(); }
    void everyBeginningIsRefused();
    void optionalFieldsMayBeMissing();
    void refuses_data();
    void refuses();
    void refusesWithinTheDepthOfTheStack_data();
    void refusesWithinTheDepthOfTheStack();
    void moreThanAPeerMaySayIsRefused_data();
    void moreThanAPeerMaySayIsRefused();
    void whatTheServiceKeepsHasNoLimits();
    void whoKeepsToTheLimitsIsLetIn();
    void manyLongErrorsFitIntoAMessage();
    void longFactsFitIntoAMessage();
    void isReadableAsJson();
    void factsAreNamedAsEver();
    void unknownFactsAreKept();

private:
    const std::vector<AnyMessage> m_messages = Samples::messages();
};

namespace {

QByteArray bytesOf(const QCborValue &value)
{
    return value.toCbor();
}

/// `message` with its fields changed.
QByteArray withFields(const QByteArray &message, const std::function<void(QCborMap &)> &change)
{
    QCborArray array = QCborValue::fromCbor(message).toArray();
    QCborMap fields = array.at(1).toMap();
    change(fields);
    array[1] = fields;
    return bytesOf(array);
}

QStringList fieldsOf(const QByteArray &message)
{
    QStringList names;
    for (const auto &field : QCborValue::fromCbor(message).toArray().at(1).toMap())
        names += field.first.toString();
    return names;
}

/// The reason for refusing `bytes`; empty when they are taken.
QString reasonFor(const QByteArray &bytes)
{
    const auto message = decode(bytes);
    if (message)
        return {};
    return message.error().code == ErrorCode::ProtocolViolation ? message.error().reason
                                                                : u"another error: "_s + debugText(message.error());
}

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

} // namespace

void TestCodec::kindsAreUnique()
{
    QSet<QString> kinds;
    for (const auto &message : m_messages)
        kinds += QCborValue::fromCbor(encode(message)).toArray().at(0).toString();
    QCOMPARE(size_t(kinds.size()), m_messages.size());
    QSet<QString> events;
    for (const auto &event : Samples::events())
        events += eventName(event);
    QCOMPARE(size_t(events.size()), std::variant_size_v<JournalEvent::variant>);
}

void TestCodec::everyMessageTravels_data()
{
    QTest::addColumn<size_t>("index");
    for (size_t i = 0; i < m_messages.size(); ++i) {
        const QString kind = QCborValue::fromCbor(encode(m_messages.at(i))).toArray().at(0).toString();
        QTest::newRow(qPrintable(kind)) << i;
    }
}

void TestCodec::everyMessageTravels()
{
    QFETCH(size_t, index);
    const QByteArray bytes = encode(m_messages.at(index));
    const auto decoded = decode(bytes);
    QVERIFY2(decoded, qPrintable(reasonFor(bytes)));
    QCOMPARE(decoded->index(), index);
    // Each field of the sample has a value of its own, so equal bytes mean that each came back.
    QCOMPARE(encode(*decoded), bytes);
}

void TestCodec::everyEventIsKept_data()
{
    QTest::addColumn<size_t>("index");
    const auto events = Samples::events();
    for (size_t i = 0; i < events.size(); ++i)
        QTest::newRow(qPrintable(eventName(events.at(i)))) << i;
}

void TestCodec::everyEventIsKept()
{
    QFETCH(size_t, index);
    const auto event = Samples::events().at(index);
    const QByteArray bytes = eventToBytes(event);
    const auto kept = eventFromBytes(bytes);
    QVERIFY(kept);
    QCOMPARE(kept->index(), index);
    QCOMPARE(eventToBytes(*kept), bytes);
    QVERIFY(!eventFromBytes(bytes + '\0'));
    QVERIFY(!eventFromBytes(bytes.chopped(1)));
}

void TestCodec::defaultsTravel()
{
    QFETCH(size_t, index);
    const auto empty = std::visit([]<typename T>(const T &) { return AnyMessage(T{}); }, m_messages.at(index));
    const QByteArray bytes = encode(empty);
    const auto decoded = decode(bytes);
    QVERIFY2(decoded, qPrintable(reasonFor(bytes)));
    QCOMPARE(encode(*decoded), bytes);
}

void TestCodec::unknownFieldsAreSkipped()
{
    QFETCH(size_t, index);
    const QByteArray bytes = encode(m_messages.at(index));
    const QByteArray later = withFields(bytes, [](QCborMap &fields) {
        fields.insert(
            u"of a later version"_s, QCborArray{1, QCborMap{{u"a"_s, QCborArray{2.5, nullptr}}}, QByteArray("\xff")});
    });
    QVERIFY(later != bytes);
    const auto decoded = decode(later);
    QVERIFY2(decoded, qPrintable(reasonFor(later)));
    QCOMPARE(encode(*decoded), bytes);
}

void TestCodec::missingFieldsAreRefused()
{
    QFETCH(size_t, index);
    const QByteArray bytes = encode(m_messages.at(index));
    const QStringList optional{u"exitStatus"_s, u"blob"_s, u"encoding"_s, u"unit"_s, u"analyst"_s, u"journalOnly"_s,
        u"journalNumber"_s, u"journalHash"_s, u"journalSignature"_s};
    const QStringList optionalHere{u"command-progress/bytes"_s, u"run-command/examinedBy"_s, u"want-blob/sha256"_s,
        u"welcome/countsFrom"_s, u"preview-group/rank"_s, u"add-group/rank"_s, u"change-group/rank"_s,
        u"revert-setting/entry"_s, u"settings/changes"_s, u"welcome/grants"_s, u"change-user/disabled"_s,
        u"change-user/roles"_s, u"change-user/password"_s, u"journal-head/root"_s, u"journal-head/rootSignature"_s,
        u"journal-head/key"_s, u"change-user/eligible"_s, u"elevate-role/user"_s, u"end-elevation/user"_s,
        u"break-glass/until"_s, u"break-glass/address"_s, u"fetch-activity/firstLine"_s, u"activity-page/firstLine"_s,
        u"journal-verdict/removed"_s, u"watch-session/acts"_s, u"elevations/gives"_s};
    for (const auto &name : fieldsOf(bytes)) {
        if (optional.contains(name) || optionalHere.contains(QLatin1StringView(QTest::currentDataTag()) + u'/' + name))
            continue;
        const QString reason = reasonFor(withFields(bytes, [&](QCborMap &fields) { fields.remove(name); }));
        QCOMPARE(reason, u"missing field \"%1\""_s.arg(name));
    }
}

void TestCodec::wrongTypesAreRefused()
{
    QFETCH(size_t, index);
    const QByteArray bytes = encode(m_messages.at(index));
    for (const auto &name : fieldsOf(bytes)) {
        const QString reason =
            reasonFor(withFields(bytes, [&](QCborMap &fields) { fields.insert(name, QCborSimpleType(32)); }));
        QVERIFY2(reason.contains(name) && reason.contains("expected"_L1), qPrintable(name + u": "_s + reason));
    }
}

void TestCodec::everyBeginningIsRefused()
{
    QFETCH(size_t, index);
    const QByteArray bytes = encode(m_messages.at(index));
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY2(!reasonFor(bytes.first(length)).isEmpty(), qPrintable(u"the first %1 bytes"_s.arg(length)));
}

void TestCodec::optionalFieldsMayBeMissing()
{
    // How a later version adds a field that an earlier one does not send.
    QCborMap record = QCborValue::fromCbor(Codec::toBytes(Samples::Filler().filled<SessionRecord>())).toMap();
    QVERIFY(record.contains(u"endReason"_s));
    record.remove(u"endReason"_s);
    const auto read = Codec::fromBytes<SessionRecord>(bytesOf(record));
    QVERIFY(read);
    QVERIFY(!read->endReason);
    record.remove(u"endDetail"_s);
    QVERIFY(!Codec::fromBytes<SessionRecord>(bytesOf(record)));
}

void TestCodec::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason"); // part of it
    const auto row = [](const char *name, const QByteArray &bytes, const QString &reason) {
        QTest::newRow(name) << bytes << reason;
    };
    const auto fields = [](const AnyMessage &message, const QString &name, const QCborValue &value) {
        return withFields(encode(message), [&](QCborMap &map) { map.insert(name, value); });
    };
    const QByteArray done = encode(Message::Done{7});
    const Message::WatchSession watch{.request = 1, .session = SessionId(2), .after = 3};

    row("nothing", {}, u"end of input"_s);
    row("another format", "{\"done\":{\"request\":1}}", u"expected"_s);
    row("no array", bytesOf(QCborMap{{u"done"_s, 1}}), u"expected [kind, fields]"_s);
    row("no kind", bytesOf(QCborArray{1, 2}), u"expected a text string"_s);
    row("no fields", bytesOf(QCborArray{u"done"_s}), u"expected a map"_s);
    row("an unknown kind", bytesOf(QCborArray{u"format-disk"_s, QCborMap()}), u"unknown kind \"format-disk\""_s);
    row("one element more", bytesOf(QCborArray{u"done"_s, QCborMap{{u"request"_s, 7}}, 0}), u"expected the end"_s);
    row("bytes after the end", done + done, u"bytes after the end"_s);
    row("a key that is no text", bytesOf(QCborArray{u"done"_s, QCborMap{{1, 7}}}), u"expected a text string"_s);
    row("text that is not UTF-8", hex("82 62 c3 28 a0"), u"UTF-8"_s);

    row("a number too large", fields(Message::Done{}, u"request"_s, qint64(1) << 32),
        u"expected an integer in range"_s);
    row("a number below zero", fields(Message::Done{}, u"request"_s, -1), u"expected an integer in range"_s);
    row("an id below zero", fields(watch, u"session"_s, -1), u"expected an unsigned integer"_s);
    row("a fraction", fields(Message::Done{}, u"request"_s, 7.5), u"expected an integer"_s);
    row("an unknown enumerator", fields(Message::CancelAnswer{}, u"result"_s, u"perhaps"_s),
        u"expected a known enumerator"_s);
    row("another spelling", fields(Message::CancelAnswer{}, u"result"_s, u"Stopped"_s),
        u"expected a known enumerator"_s);

    // 2 GiB and more are announced, nothing follows.
    row("a huge kind", hex("82 7a 80000000"), u"expected"_s);
    row("the hugest kind", hex("82 7b 7fffffffffffffff"), u"expected"_s);
    row("a huge byte string", hex("82 64 646f6e65 a1 61 78 5a 80000000"), u"expected"_s);
    row("a huge array of fields", hex("9b 7fffffffffffffff 64 646f6e65"), u"expected"_s);
    row("a huge map of fields", hex("82 64 646f6e65 bb 7fffffffffffffff"), u"expected"_s);
    row("a huge map announced twice over", hex("82 64 646f6e65 bb ffffffffffffffff"), u"expected"_s);
}

void TestCodec::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString given = reasonFor(bytes);
    QVERIFY(!given.isEmpty());
    QVERIFY2(given.contains(reason) || (reason == "expected"_L1 && !given.startsWith("another error"_L1)),
        qPrintable(given));
}

void TestCodec::refusesWithinTheDepthOfTheStack_data()
{
    QTest::addColumn<QByteArray>("before"); // the nest stands where a value is
    QTest::newRow("as the message") << QByteArray();
    QTest::newRow("as the fields") << hex("82 64 646f6e65");
    QTest::newRow("as an unknown field") << hex("82 64 646f6e65 a1 61 78");
    QTest::newRow("as facts") << hex("82 6e 70726f746f636f6c2d6572726f72 a1 65 6572726f72 a1 65 6661637473 a1 61 78");
}

void TestCodec::refusesWithinTheDepthOfTheStack()
{
    QFETCH(QByteArray, before);
    for (const char opens : {'\x81', '\x9f', '\xc6'}) // an array of one, an open array, a tag
        QVERIFY(!reasonFor(before + QByteArray(1'000'000, opens)).isEmpty());
    const QByteArray maps = QByteArray("\xa1\x61\x78").repeated(300'000);
    QVERIFY(!reasonFor(before + maps).isEmpty());
}

void TestCodec::isReadableAsJson()
{
    const auto json =
        toJson(AnyMessage(Message::CancelAnswer{.command = CommandId(12), .result = CancelResult::TooLate}));
    const QJsonObject expected{{u"cancel-answer"_s, QJsonObject{{u"command"_s, 12}, {u"result"_s, u"too-late"_s}}}};
    QCOMPARE(json, expected);
}

void TestCodec::moreThanAPeerMaySayIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const AnyMessage &message) { QTest::newRow(name) << encode(message); };
    const QString much(60'000, u'x');
    row("a reason", Message::StartSession{1, DeviceId(u"d"_s), much, false});
    row("a device's name", Message::StartSession{1, DeviceId(much), {}, false});
    row("a password", Message::AddUser{1, UserName(u"a"_s), much, {}});
    row("roles", Message::AddUser{1, UserName(u"a"_s), u"p"_s, QStringList(100, u"role"_s)});
    Message::AgentState state;
    state.facts.osName = much;
    row("a name of a system", state);
    state.facts = {};
    state.facts.addresses = QStringList{much};
    row("an address", state);
    state.facts.addresses = QStringList(1000, u"192.0.2.1"_s);
    row("addresses", state);
    row("what is held", Message::AgentState{{}, u"i"_s, std::vector<CommandId>(20'000, CommandId(1))});
    row("what is done", Message::CommandProgress{CommandId(1), 0, -1, much});
    Message::CommandEnded ended;
    ended.errors = {Error{ErrorCode::NotFound, much, {}, {}}};
    row("the subject of an error", ended);
    ended.errors = {Error{ErrorCode::NotFound, {}, {}, {}}.with(Fact::Found, QString(70'000, u'x'))};
    row("the facts of an error", ended);
    Message::OfferEvidence offer;
    offer.file.path = much.toUtf8();
    row("a path", offer);
    row("a number of SQLite's negative ones", Message::FetchJournal{1, quint64(1) << 63, 0, {}});
    row("the largest number", Message::FetchJournal{1, std::numeric_limits<quint64>::max(), 0, {}});
    row("a number that percentages overflow with",
        Message::CommandProgress{CommandId(1), std::numeric_limits<qint64>::max(), 1, {}});
    row("a time after all times", Message::CommandStarted{CommandId(1), QDateTime::fromMSecsSinceEpoch(1LL << 52)});
}

void TestCodec::moreThanAPeerMaySayIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto message = decode(bytes);
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::ProtocolViolation);
    QVERIFY(!message.error().reason.isEmpty());
}

void TestCodec::whatTheServiceKeepsHasNoLimits()
{
    // An earlier version let it in: it is shown all the same.
    SessionRecord session;
    session.reason = QString(60'000, u'x');
    QVERIFY(decode(encode(Message::Sessions{{session}, true})));
    QVERIFY(Codec::fromBytes<SessionRecord>(Codec::toBytes(session)));
}

void TestCodec::whoKeepsToTheLimitsIsLetIn()
{
    const QString much(60'000, u'x');
    DeviceFacts facts;
    facts.name = facts.osName = much;
    facts.addresses = QStringList(1000, much);
    facts.timeZone = much;
    facts.isolation = IsolationFacts();
    facts.isolation->passages = QStringList(2000, much);
    const AnyMessage state =
        withinLimits(Message::AgentState{facts, u"i"_s, std::vector<CommandId>(20'000, CommandId(1))});
    QVERIFY(decode(encode(state)));
    const auto &kept = std::get<Message::AgentState>(state).facts;
    QCOMPARE(kept.addresses.size(), 256);
    QVERIFY(kept.osName.endsWith(QChar(0x2026)) && kept.osName.size() == 255);
    // What is within them stays as it is.
    const AnyMessage small = Message::CommandProgress{CommandId(1), 1, 2, u"/etc"_s};
    QCOMPARE(encode(withinLimits(small)), encode(small));
}

void TestCodec::longFactsFitIntoAMessage()
{
    Error error{ErrorCode::AccessDenied, u"/srv"_s, {}, {}};
    QStringList many;
    for (int i = 0; i < 20'000; ++i)
        many.append(u"/srv/data/%1"_s.arg(i));
    error.facts.set(Fact::Choices, QCborArray::fromStringList(many));
    error.facts.set(Fact::Usage, QString(100'000, u'u'));
    error.facts.set(Fact::Signature, QByteArray(100'000, 's'));
    error.facts.set(Fact::Limit, 7);
    Message::CommandEnded said;
    said.errors = {error};
    const AnyMessage ended = withinLimits(said);
    QVERIFY(decode(encode(ended)));
    const Facts &kept = std::get<Message::CommandEnded>(ended).errors.front().facts;
    QCOMPARE(kept.number(Fact::Limit), 7);
    QCOMPARE(kept.list(Fact::Choices).first(), u"/srv/data/0"_s);
    QVERIFY(kept.text(Fact::Usage).endsWith(QChar(0x2026)));
    QVERIFY(!kept.contains(Fact::Signature));
}

void TestCodec::manyLongErrorsFitIntoAMessage()
{
    std::vector<Error> errors(65, Error{ErrorCode::AccessDenied, QString(4096, u'p'), {}, {}});
    errors.back().facts.set(Fact::More, 10);
    Message::CommandEnded said;
    said.errors = errors;
    const AnyMessage ended = withinLimits(said);
    QVERIFY(encode(ended).size() <= MaxControlBytes);
    QVERIFY(decode(encode(ended)));
    const auto &kept = std::get<Message::CommandEnded>(ended).errors;
    QVERIFY(!kept.empty());
    // None of them is forgotten.
    QCOMPARE(kept.back().facts.number(Fact::More), qint64(65) - qint64(kept.size()) + 10);
}

void TestCodec::factsAreNamedAsEver()
{
    const Error error = Error{ErrorCode::TooLarge, u"/core"_s, {}, {}}
                            .with(Fact::Limit, 10)
                            .with(Fact::RetryAfter, 3)
                            .with(Fact::Nearest, QCborArray{u"dir"_s});
    const QCborMap facts{{u"limit"_s, 10}, {u"retry_after"_s, 3}, {u"nearest"_s, QCborArray{u"dir"_s}}};
    const QCborMap whole{
        {u"code"_s, u"too-large"_s}, {u"subject"_s, u"/core"_s}, {u"reason"_s, QString()}, {u"facts"_s, facts}};
    QCOMPARE(QCborValue::fromCbor(Codec::toBytes(error)).toMap(), whole);
    QSet<QLatin1StringView> names;
    for (int fact = 0; fact <= int(Fact::Eligible); ++fact)
        names.insert(factName(Fact(fact)));
    QCOMPARE(names.size(), int(Fact::Eligible) + 1);
}

void TestCodec::unknownFactsAreKept()
{
    const QCborMap facts{{u"limit"_s, 10}, {u"of_a_later_version"_s, u"x"_s}};
    const QByteArray bytes = bytesOf(QCborMap{
        {u"code"_s, u"too-large"_s}, {u"subject"_s, u"/core"_s}, {u"reason"_s, QString()}, {u"facts"_s, facts}});
    const auto read = Codec::fromBytes<Error>(bytes);
    QVERIFY(read);
    QCOMPARE(read->facts.number(Fact::Limit), 10);
    QCOMPARE(read->facts.number(Fact::Actual, -1), -1);
    QCOMPARE(QCborValue::fromCbor(Codec::toBytes(*read)), QCborValue::fromCbor(bytes));
}

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
