// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"
#include "tests/bench/painting.h"
#include "tests/measuring/samples.h"
#include "ui/devices/devicespage.h"
#include "ui/devices/devicetable.h"

#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr int ReferenceDevices = 20'000;

DeviceRecord device(int number)
{
    static const QStringList groups{u"finance"_s, u"servers"_s, u"design"_s, u"head office"_s, u"laboratory"_s};
    static const QStringList systems{u"Debian GNU/Linux 13 (trixie)"_s, u"Ubuntu 24.04.1 LTS"_s, u"Windows 11 23H2"_s,
        u"Windows Server 2022"_s, u"macOS 15.1"_s};
    DeviceRecord record;
    record.id = DeviceId(QString::number(number, 16).rightJustified(32, u'0'));
    // Spread, so that neither names nor groups come in order.
    const quint32 mixed = quint32(number) * 2654435761U;
    record.facts = {u"ws-%1-%2"_s.arg(groups.at(mixed % 5).left(3)).arg(mixed % 1'000'000, 6, 10, '0'_L1),
        Platform(1 << (mixed % 3)), systems.at((mixed >> 8) % 5), u"13"_s, mixed % 7 == 0, u"x86_64"_s,
        u"1.%1.0"_s.arg(mixed % 4), {u"10.20.1.8"_s}, true};
    record.group = groups.at(mixed % 5);
    record.automationLevel = u"semi"_s;
    record.online = mixed % 3 != 0;
    record.firstSeen = QDateTime(QDate(2026, 8, 2), QTime(9, 30), QTimeZone::UTC);
    record.lastSeen = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + qint64(mixed), QTimeZone::UTC);
    if (mixed % 11 == 0)
        record.tags = {u"tier-0"_s};
    return record;
}

std::vector<DeviceRecord> devices(int count)
{
    std::vector<DeviceRecord> all;
    all.reserve(size_t(count));
    for (int i = 1; i <= count; ++i)
        all.push_back(device(i));
    return all;
}

/// What an analyst types, key by key, and takes back.
Samples typeFilters(QLineEdit &filter)
{
    Samples keys;
    // The line is painted with each key, and the table in the same turn when the key changed what it shows.
    const auto press = [&](const std::function<void()> &edit) { keys.add(millisecondsToPaint(filter, edit)); };
    for (const QString &text :
        {u"ws-ser-0421"_s, u"ubuntu"_s, u"os:windows group:fin online:yes"_s, u"-tag:tier"_s, u"name:99"_s}) {
        for (const QChar letter : text)
            press([&] { filter.insert(letter); });
        for (int i = 0; i < 4; ++i)
            press([&] { filter.backspace(); });
        filter.clear();
    }
    return keys;
}

/// A key with Qt's own filter model, sorted by a column as an inventory is; bounded, because it is quadratic.
double referenceKey()
{
    QStandardItemModel model(ReferenceDevices, 4);
    for (int row = 0; row < ReferenceDevices; ++row) {
        const DeviceRecord record = device(row + 1);
        const QStringList cells{record.facts.name, record.facts.osName, record.group, record.facts.agentVersion};
        for (int column = 0; column < cells.size(); ++column)
            model.setItem(row, column, new QStandardItem(cells.at(column)));
    }
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setFilterKeyColumn(-1);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy.sort(0);
    QTableView view;
    view.setModel(&proxy);
    showWindow(view);
    Samples keys;
    for (const QString &text : {u"u"_s, u"ub"_s, u"ubu"_s, u"ub"_s, u"u"_s})
        keys.add(millisecondsToPaint(*view.viewport(), [&] { proxy.setFilterFixedString(text); }));
    return keys.percentile(0.95);
}

void measure(int count, const Budget &budget, std::optional<double> reference, Measurements &measurements)
{
    Look look;
    DeviceModel model;
    const auto records = devices(count);
    const Stopwatch listing;
    model.update(records);
    const double listed = listing.milliseconds();

    DevicesPage page(model, look.theme, look.settings);
    page.resize(1400, 900);
    auto *table = page.findChild<DeviceTable *>();
    const double painted = millisecondsToPaint(*table->viewport(), [&page] {
        page.showInventory();
        page.show();
    });
    const Samples keys = typeFilters(*page.findChild<QLineEdit *>());
    const QString name = u"inventory.%1"_s.arg(count);
    const QString words = u"QSortFilterProxyModel with %1 devices"_s.arg(ReferenceDevices);
    measurements.push_back(
        {name + u".key.p95"_s, keys.percentile(0.95), u"ms"_s, budget, reference ? words : QString(), reference});
    measurements.push_back({name + u".key.p50"_s, keys.median(), u"ms"_s, {}, {}, {}});
    measurements.push_back({name + u".first_paint"_s, painted, u"ms"_s, {}, {}, {}});
    measurements.push_back({name + u".listed"_s, listed, u"ms"_s, {}, {}, {}});
}

} // namespace

Result<Measurements> inventory()
{
    Measurements measurements;
    measure(100'000, {.most = 16}, referenceKey(), measurements);
    measure(1'000'000, {.most = 50}, {}, measurements);
    return measurements;
}

} // namespace Sonde::Client::Bench
