// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/devicemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

const QStringList systems{u"Windows 11 Pro"_s, u"Windows Server 2022"_s, u"Debian GNU/Linux 13"_s, u"macOS 15.1"_s};
const QStringList groups{u"servers"_s, u"head office"_s, u"Büro"_s, u"lab"_s};
const QStringList words{u"mail"_s, u"web"_s, u"db"_s, u"print"_s, u"app"_s, u"ÉTÉ"_s, u"東京"_s};

DeviceRecord randomDevice(int number, QRandomGenerator &random)
{
    DeviceRecord device;
    device.id = DeviceId(QString::number(number, 16).rightJustified(32, u'0'));
    device.facts.name = u"%1-%2"_s.arg(words.at(random.bounded(words.size()))).arg(random.bounded(100'000));
    const int system = int(random.bounded(systems.size()));
    device.facts.osName = systems.at(system);
    device.facts.platform = system < 2 ? Platform::Windows : system == 2 ? Platform::Linux : Platform::MacOS;
    device.facts.agentVersion = u"0.%1.0"_s.arg(random.bounded(3));
    device.facts.addresses = {
        u"10.%1.%2.%3"_s.arg(random.bounded(4)).arg(random.bounded(256)).arg(random.bounded(256))};
    device.group = groups.at(random.bounded(groups.size()));
    device.automationLevel = random.bounded(2) ? u"full"_s : u"semi"_s;
    if (random.bounded(3) == 0)
        device.tags = {u"critical"_s, u"pci"_s};
    device.online = random.bounded(2);
    device.lastSeen = QDateTime::fromMSecsSinceEpoch(qint64(random.bounded(1'000'000'000)) * 1000, QTimeZone::UTC);
    if (random.bounded(50) == 0) {
        device.session = SessionId(random.bounded(1000u) + 1);
        device.holder = u"aiko"_s;
    }
    return device;
}

std::vector<DeviceRecord> randomDevices(int count, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    std::vector<DeviceRecord> devices;
    devices.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        devices.push_back(randomDevice(i + 1, random));
    return devices;
}

QStringList shownIds(const DeviceModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.device(row)->id.value());
    return ids;
}

/// The ids a filter accepts, one device at a time.
QSet<QString> naive(const std::vector<DeviceRecord> &devices, const QString &text)
{
    const DeviceFilter filter = DeviceFilter::parse(text);
    QSet<QString> ids;
    for (const DeviceRecord &device : devices) {
        if (filter.matches(device))
            ids.insert(device.id.value());
    }
    return ids;
}

/// The same, with every device's text folded beforehand, so that many filters of many devices take seconds.
class NaiveFilter final
{
public:
    explicit NaiveFilter(const std::vector<DeviceRecord> &devices)
        : m_devices(devices)
    {
        for (const DeviceRecord &device : devices) {
            auto &texts = m_texts.emplace_back();
            for (int field = 0; field < DeviceFilter::FieldCount; ++field)
                texts[size_t(field)] = DeviceFilter::folded(device, DeviceFilter::Field(field));
        }
    }

    [[nodiscard]] QSet<QString> accepted(const QString &text) const
    {
        const DeviceFilter filter = DeviceFilter::parse(text);
        QSet<QString> ids;
        for (size_t i = 0; i < m_devices.size(); ++i) {
            const bool all = std::ranges::all_of(filter.terms(), [&](const DeviceFilter::Term &term) {
                const bool found = term.text.isEmpty() ? DeviceFilter::flag(m_devices[i], term.field)
                                                       : m_texts[i][size_t(term.field)].contains(term.text);
                return found != term.negated;
            });
            if (all)
                ids.insert(m_devices[i].id.value());
        }
        return ids;
    }

private:
    const std::vector<DeviceRecord> &m_devices;
    std::vector<std::array<QByteArray, DeviceFilter::FieldCount>> m_texts;
};

QSet<QString> asSet(const QStringList &list)
{
    return {list.begin(), list.end()};
}

} // namespace

class DeviceModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsFilters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("matches");

        QTest::newRow("empty") << u""_s << true;
        QTest::newRow("blank") << u"  "_s << true;
        QTest::newRow("part of the name, any case") << u"MAIL"_s << true;
        QTest::newRow("every word must occur") << u"mail nowhere"_s << false;
        QTest::newRow("words in any order") << u"debian mail"_s << true;
        QTest::newRow("address") << u"10.1.2"_s << true;
        QTest::newRow("os name") << u"os:debian"_s << true;
        QTest::newRow("platform") << u"os:linux"_s << true;
        QTest::newRow("other platform") << u"os:windows"_s << false;
        QTest::newRow("not that platform") << u"-os:windows"_s << true;
        QTest::newRow("quoted group") << uR"(group:"head office")"_s << true;
        QTest::newRow("quoted words stay together") << uR"("office head")"_s << false;
        QTest::newRow("quoted term is a word") << uR"("os:linux")"_s << false;
        QTest::newRow("field names in any case") << u"GROUP:head"_s << true;
        QTest::newRow("online") << u"online:yes"_s << true;
        QTest::newRow("online, begun") << u"online:y"_s << true;
        QTest::newRow("not online") << u"online:no"_s << false;
        QTest::newRow("negated online") << u"-online:yes"_s << false;
        QTest::newRow("isolated") << u"isolated:yes"_s << true;
        QTest::newRow("not isolated") << u"isolated:no"_s << false;
        QTest::newRow("tag") << u"tag:crit"_s << true;
        QTest::newRow("tags do not run together") << u"tag:\"critical pci\""_s << false;
        QTest::newRow("negated tag") << u"-tag:pci"_s << false;
        QTest::newRow("automation") << u"automation:full"_s << true;
        QTest::newRow("held") << u"session:yes"_s << true;
        QTest::newRow("not held") << u"session:no"_s << false;
        QTest::newRow("by whom") << u"session:aiko"_s << true;
        QTest::newRow("agent") << u"agent:0.1"_s << true;
        QTest::newRow("being typed") << u"mail os:"_s << true;
        QTest::newRow("an IPv6 address is a word") << u"fe80::1"_s << true;
        QTest::newRow("name only") << u"name:debian"_s << false;
        QTest::newRow("a dash alone") << u"-"_s << true;
        QTest::newRow("what means nothing is left out") << u"colour:red mail"_s << true;
    }

    void understandsFilters()
    {
        QFETCH(QString, filter);
        DeviceRecord device;
        device.id = DeviceId(u"00112233445566778899aabbccddeeff"_s);
        device.facts.name = u"mail-01"_s;
        device.facts.osName = u"Debian GNU/Linux 13"_s;
        device.facts.agentVersion = u"0.1.0"_s;
        device.facts.addresses = {u"10.1.2.3"_s, u"fe80::1"_s};
        device.group = u"Head Office"_s;
        device.automationLevel = u"full"_s;
        device.tags = {u"critical"_s, u"pci"_s};
        device.online = true;
        device.session = SessionId(4);
        device.holder = u"aiko"_s;
        device.facts.isolation = IsolationFacts{.state = IsolationState::Partly};
        QTEST(DeviceFilter::parse(filter).matches(device), "matches");
    }

    void namesWhatMeansNothing()
    {
        const DeviceFilter filter = DeviceFilter::parse(u"mail colour:red online:maybe");
        QVERIFY(filter.error());
        QCOMPARE(filter.error()->code, ErrorCode::BadValue);
        QCOMPARE(filter.error()->subject, u"colour:red"_s);
        QCOMPARE(filter.error()->facts.value(Fact::Position).toInteger(), 5);
        QVERIFY(DeviceFilter::parse(u"online:maybe").error());
        QVERIFY(DeviceFilter::parse(u"isolated:maybe").error());
        QVERIFY(!DeviceFilter::parse(u"online: os:linux").error());
    }

    void agreesWithANaiveFilter()
    {
        const auto devices = randomDevices(100'000);
        const NaiveFilter reference(devices);
        DeviceModel model;
        model.update(devices);
        QCOMPARE(model.rowCount(), 100'000);

        // As it is typed, narrowing; taken back, widening; and jumping about.
        const QStringList steps{u"m"_s, u"ma"_s, u"mail"_s, u"mail 1"_s, u"mail 1 os:w"_s, u"mail 1 os:windows"_s,
            u"mail 1 os:windows online:yes"_s, u"mail os:windows"_s, u"mail"_s, u"été"_s, u"東"_s, u"-mail"_s,
            u"-mai"_s, u"-ma -web"_s, u"group:büro tag:pci"_s, u"session:yes"_s, u"session:aiko -online:yes"_s,
            u"agent:0.2 10.3."_s, u"zzz"_s, u"zz"_s, QString()};
        for (const QString &step : steps) {
            const std::clock_t before = std::clock();
            model.setFilter(step);
            qInfo("%6.1f ms of processor time for \"%s\"", double(std::clock() - before) * 1000 / CLOCKS_PER_SEC,
                qPrintable(step));
            QCOMPARE(asSet(shownIds(model)), reference.accepted(step));
        }
    }

    void filterAndSortHoldWhileDevicesChange()
    {
        auto devices = randomDevices(2000);
        DeviceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(u"-os:mac online:yes"_s);
        model.sort(DeviceModel::Group, Qt::DescendingOrder);
        // In batches, as a listing comes, then random changes one or many at a time.
        for (size_t at = 0; at < devices.size(); at += 300)
            model.update(
                {devices.begin() + qsizetype(at), devices.begin() + qsizetype(std::min(at + 300, devices.size()))});
        QRandomGenerator random(3);
        for (int round = 0; round < 100; ++round) {
            std::vector<DeviceRecord> changed;
            for (int i = round % 7 == 0 ? 200 : 1; i > 0; --i) {
                const int number = random.bounded(int(devices.size()));
                devices[size_t(number)] = randomDevice(number + 1, random);
                changed.push_back(devices[size_t(number)]);
            }
            model.update(changed);
        }
        QCOMPARE(asSet(shownIds(model)), naive(devices, u"-os:mac online:yes"_s));
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(foldedUtf8(model.device(row - 1)->group) >= foldedUtf8(model.device(row)->group));
        QCOMPARE(model.onlineCount(), int(std::ranges::count_if(devices, &DeviceRecord::online)));
        QCOMPARE(model.totalCount(), 2000);
    }

    void aSelectionStaysWithItsDevice()
    {
        auto devices = randomDevices(500);
        DeviceModel model;
        model.update(devices);
        model.sort(DeviceModel::Name, Qt::AscendingOrder);
        const DeviceId chosen = model.device(250)->id;
        const QPersistentModelIndex selected = model.index(250, 0);

        model.sort(DeviceModel::LastSeen, Qt::DescendingOrder);
        QCOMPARE(selected.data(DeviceModel::DeviceIdRole).toString(), chosen.value());
        auto more = randomDevices(1000, 9);
        more.erase(more.begin(), more.begin() + 500);
        model.update(more);
        QCOMPARE(selected.data(DeviceModel::DeviceIdRole).toString(), chosen.value());
        QCOMPARE(model.rowOf(chosen), selected.row());

        // Its own change moves it, and it is still the one selected.
        DeviceRecord touched = *model.device(chosen);
        touched.lastSeen = QDateTime::currentDateTimeUtc();
        model.update({touched});
        QCOMPARE(selected.row(), 0);
        QCOMPARE(selected.data(DeviceModel::DeviceIdRole).toString(), chosen.value());
    }

    void agentVersionsSortAsNumbers()
    {
        const QStringList ascending{u"dev"_s, u"0.9-rc1"_s, u"0.9"_s, u"0.9.1"_s, u"0.10"_s, u"1.2.0"_s, u"1.10.0"_s};
        auto devices = randomDevices(int(ascending.size()));
        for (size_t i = 0; i < devices.size(); ++i)
            devices[i].facts.agentVersion = ascending.at(qsizetype(i * 3 % devices.size()));
        DeviceModel model;
        model.update(devices);
        const auto shown = [&model] {
            QStringList versions;
            for (int row = 0; row < model.rowCount(); ++row)
                versions << model.index(row, DeviceModel::AgentVersion).data().toString();
            return versions;
        };
        model.sort(DeviceModel::AgentVersion, Qt::AscendingOrder);
        QCOMPARE(shown(), ascending);
        model.sort(DeviceModel::AgentVersion, Qt::DescendingOrder);
        QCOMPARE(shown(), QStringList(ascending.rbegin(), ascending.rend()));
    }

    void aTimeIsTheSameInEveryLanguage()
    {
        DeviceRecord device = randomDevices(1).front();
        device.lastSeen = QDateTime(QDate(2026, 11, 21), QTime(4, 51, 9), QTimeZone::UTC);
        DeviceModel model;
        model.update({device});
        for (const char *language : {"en", "fr", "ja"}) {
            QLocale::setDefault(QLocale(QLatin1StringView(language)));
            QCOMPARE(model.index(0, DeviceModel::LastSeen).data().toString(), u"2026-11-21T04:51:09.000Z"_s);
        }
        QLocale::setDefault(QLocale::c());
    }

    void anUnchangedDeviceTellsNothing()
    {
        const auto devices = randomDevices(10);
        DeviceModel model;
        model.update(devices);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.update(devices);
        QCOMPARE(changed.size(), 0);
        DeviceRecord one = devices.front();
        one.online = !one.online;
        model.update({one});
        QCOMPARE(changed.size(), 1);
    }

    /// Whoever holds a device makes it of another kind, and who held it before is found no more.
    void holdersComeAndGo()
    {
        auto devices = randomDevices(50);
        DeviceModel model;
        model.update(devices);
        for (int round = 0; round < 5000; ++round) {
            DeviceRecord &device = devices[size_t(round) % devices.size()];
            device.holder = u"holder%1"_s.arg(round);
            model.update({device});
        }
        for (const QString &text : {u"session:holder4999"_s, u"session:holder12"_s, u"holder49"_s, u"-holder4950"_s}) {
            model.setFilter(text);
            QCOMPARE(asSet(shownIds(model)), naive(devices, text));
        }
    }

    void theFoldedColumnSurvivesManyChanges()
    {
        FoldedColumn column;
        QRandomGenerator random(5);
        std::vector<QByteArray> texts(3000);
        for (int round = 0; round < 40'000; ++round) {
            const int row = round < 3000 ? round : int(random.bounded(3000));
            texts[size_t(row)] =
                QByteArray(int(random.bounded(80u)), char('a' + random.bounded(26))) + QByteArray::number(round);
            column.set(row, texts[size_t(row)]);
        }
        for (const QByteArray &needle : {QByteArray("aa"), QByteArray("zzz9"), QByteArray("1"), QByteArray("39999")}) {
            std::vector<char> found(texts.size());
            column.findAll(needle, found);
            for (size_t row = 0; row < texts.size(); ++row) {
                QCOMPARE(found[row] != 0, texts[row].contains(needle));
                QCOMPARE(column.contains(int(row), needle), texts[row].contains(needle));
            }
        }
    }
};

QTEST_GUILESS_MAIN(DeviceModelTest)
#include "tst_devicemodel.moc"
