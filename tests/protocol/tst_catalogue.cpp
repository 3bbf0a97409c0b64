// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/grammar.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;

/// What holds for every command, so that a new entry is checked by being there.
class TestCatalogue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreUnique();
    void isSorted();
    void wellFormed_data();
    void wellFormed();
    void examplesParse_data() { wellFormed_data(); }
    void examplesParse();
    void keepsTheFieldsOfTheReference_data();
    void keepsTheFieldsOfTheReference();
    void timeLimitsOfTheReference();
    void columnsHaveTheUnitOfTheirType();
    void whatCompletesIsThere();
    void suggestsNearestVerbs_data();
    void suggestsNearestVerbs();
};

namespace {

bool isUnique(const QStringList &names)
{
    return QSet<QString>(names.begin(), names.end()).size() == names.size();
}

template<typename Specs>
QStringList namesOf(const Specs &specs)
{
    QStringList names;
    for (const auto &spec : specs)
        names += spec.name;
    return names;
}

QStringList idsOf(const QList<ColumnSpec> &columns)
{
    QStringList ids;
    for (const auto &column : columns)
        ids += column.id;
    return ids;
}

const CommandSpec &fetchCommand()
{
    return *Catalogue::instance().find(QString::fromUtf8(QTest::currentDataTag()));
}

} // namespace

void TestCatalogue::namesAreUnique()
{
    QStringList names;
    for (const auto &command : Catalogue::instance().commands()) {
        names += command.verb;
        names += command.aliases;
    }
    QVERIFY2(isUnique(names), qPrintable(names.join(u' ')));
    for (const auto &name : std::as_const(names)) {
        QVERIFY2(Catalogue::instance().find(name), qPrintable(name));
        QVERIFY2(Catalogue::instance().find(name.toUpper()) == Catalogue::instance().find(name), qPrintable(name));
    }
    QVERIFY(!Catalogue::instance().find(u"nonsense"));
    QVERIFY(!Catalogue::instance().find(u""));
}

void TestCatalogue::isSorted()
{
    QVERIFY(std::ranges::is_sorted(Catalogue::instance().commands(), {}, &CommandSpec::verb));
}

void TestCatalogue::wellFormed_data()
{
    QTest::addColumn<int>("unused");
    for (const auto &command : Catalogue::instance().commands())
        QTest::newRow(qPrintable(command.verb)) << 0;
}

void TestCatalogue::wellFormed()
{
    const auto &command = fetchCommand();
    QCOMPARE(command.verb, command.verb.toLower());
    QVERIFY(command.platforms != Platforms());
    QVERIFY(command.timeLimit > std::chrono::milliseconds::zero());

    const QStringList typed = namesOf(command.parameters) + namesOf(command.flags);
    QVERIFY2(isUnique(typed + QStringList{u"output"_s}), qPrintable(typed.join(u' ')));
    bool optionalSeen = false;
    for (const auto &parameter : command.parameters) {
        QVERIFY2(!(parameter.required && optionalSeen), "a required parameter cannot follow an optional one");
        optionalSeen = optionalSeen || !parameter.required;
        QCOMPARE(command.parameter(parameter.name.toUpper()), &parameter);
    }

    const QStringList columns = idsOf(command.columns);
    QVERIFY2(isUnique(columns), qPrintable(columns.join(u' ')));
    for (qsizetype i = 0; i < columns.size(); ++i)
        QCOMPARE(command.columnIndex(columns.at(i)), i);
    QCOMPARE(command.columnIndex(u"nonsense"), -1);
    const bool showsSomething = std::ranges::any_of(command.columns, &ColumnSpec::main);
    QCOMPARE(showsSomething, command.output != OutputType::Text);
    QVERIFY(!command.singleRow || showsSomething);
}

void TestCatalogue::examplesParse()
{
    const auto &command = fetchCommand();
    QVERIFY(!command.examples.isEmpty());
    for (const auto &example : command.examples) {
        const auto parsed = parseLine(example);
        QVERIFY2(parsed, qPrintable(example));
        QCOMPARE(parsed->verb, command.verb);
    }
}

void TestCatalogue::keepsTheFieldsOfTheReference_data()
{
    QTest::addColumn<QString>("fields");
    QTest::newRow("processes")
        << u"name, pid, parent_id, user_name, status, creation_time, command_line, image_path, cpu_time, "
           "memory_usage.working_set, memory_usage.private_bytes, session_id"_s;
    QTest::newRow("connections")
        << u"name, pid, protocol, status_display, local_ip, local_port, remote_ip, remote_port"_s;
    QTest::newRow("dir")
        << u"path, isDirectory, size, created, modified, hidden, readOnly, isCompressed, owner, mode"_s;
    QTest::newRow("fileinfo") << u"path, type, size, created, modified, accessed, owner, mode, md5, sha1, sha256"_s;
    QTest::newRow("jobs") << u"command_id, command_line, state, progress"_s;
    QTest::newRow("status") << u"command_id, command_line, state, output"_s;
}

void TestCatalogue::keepsTheFieldsOfTheReference()
{
    QFETCH(QString, fields);
    QStringList kept = idsOf(fetchCommand().columns);
    const QStringList expected = fields.split(u", "_s);
    kept.removeIf([&](const QString &id) { return !expected.contains(id); });
    QCOMPARE(kept, expected);
}

void TestCatalogue::timeLimitsOfTheReference()
{
    using namespace std::chrono_literals;
    const QStringList longer{u"findfile"_s, u"getfile"_s, u"run"_s};
    for (const auto &command : Catalogue::instance().commands())
        QVERIFY2(command.verb == Verbs::Scan.name
                || command.verb == Verbs::Collect.name // they have limits of their own
                || command.timeLimit == (longer.contains(command.verb) ? 30min : 10min),
            qPrintable(command.verb));
}

void TestCatalogue::columnsHaveTheUnitOfTheirType()
{
    const CommandSpec &status = Catalogue::instance().of(Verbs::Status);
    QCOMPARE(status.columns.at(status.columnIndex(u"started")).unit, Unit::Utc);
    QCOMPARE(status.columns.at(status.columnIndex(u"duration_seconds")).unit, Unit::Seconds);
    QCOMPARE(status.columns.at(status.columnIndex(u"state")).unit, Unit::None);
    const CommandSpec &dir = Catalogue::instance().of(Verbs::Dir);
    QCOMPARE(dir.columns.at(dir.columnIndex(u"size")).unit, Unit::Bytes);
}

void TestCatalogue::whatCompletesIsThere()
{
    for (const auto &command : Catalogue::instance().commands()) {
        if (!command.completes)
            continue;
        QVERIFY2(command.columnIndex(command.completes->value) >= 0, qPrintable(command.verb));
        const QString detail = command.completes->detail;
        QVERIFY2(detail.isEmpty() || command.columnIndex(detail) >= 0, qPrintable(command.verb));
        QCOMPARE(Catalogue::instance().completing(*command.completedType()), &command);
    }
    // Where the command line asks for what is on the device.
    for (const ValueType type :
        {ValueType::Path, ValueType::Pid, ValueType::RegistryKey, ValueType::ServiceName, ValueType::TaskName})
        QVERIFY(Catalogue::instance().completing(type));
    QVERIFY(!Catalogue::instance().completing(ValueType::Text));
}

void TestCatalogue::suggestsNearestVerbs_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("verbs");
    const auto row = [](const QString &typed, const QStringList &verbs) {
        QTest::newRow(qPrintable(typed)) << typed << verbs;
    };
    row(u"proceses"_s, {u"processes"_s});
    row(u"PROCESES"_s, {u"processes"_s});
    row(u"proc"_s, {u"processes"_s});
    row(u"filinfo"_s, {u"fileinfo"_s});
    row(u"sl"_s, {u"dir"_s});
    row(u"dri"_s, {u"dir"_s, u"drivers"_s});
    row(u"con"_s, {u"connect"_s, u"connections"_s});
    row(u"connection"_s, {u"connections"_s, u"connect"_s});
    row(u"disconect"_s, {u"disconnect"_s});
    row(u"zzzzzz"_s, {});
    row(u""_s, {});
    row(QString(10'000, u'c'), {});
}

void TestCatalogue::suggestsNearestVerbs()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, verbs);
    QCOMPARE(Catalogue::instance().nearestVerbs(typed), verbs);
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
