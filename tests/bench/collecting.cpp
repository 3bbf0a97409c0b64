// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"
#include "tests/measuring/processmeter.h"
#include "tests/system/testtenant.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

/// The rows of a package that was just made; empty when it was not.
QJsonArray collect(const TestTenant &tenant, const QString &folder)
{
    const auto run = tenant.cli({u"--output"_s, u"json"_s, u"--plain"_s, u"--download-dir"_s, folder, u"exec"_s,
        QSysInfo::machineHostName(), u"collect -time 30m"_s});
    const QByteArray last = run.output.trimmed().split('\n').constLast();
    return QJsonDocument::fromJson(last).object().value(u"output"_s).toArray();
}

struct Spent {
    QString package; ///< its name
    double all = 0;  ///< seconds
    double files = 0;
    double bodyfile = 0;
};

Spent spentOn(const QJsonArray &rows)
{
    Spent spent;
    for (const QJsonValue &row : rows) {
        const QString area = row[u"area"].toString();
        const double seconds = row[u"duration"].toDouble();
        if (area == u"files")
            spent.files += seconds;
        if (area == u"bodyfile")
            spent.bodyfile += seconds;
        if (area == u"package") {
            spent.all = seconds;
            spent.package = row[u"data_point"].toString();
        }
    }
    return spent;
}

/// The paths of the device's files in a package, a line each, for tar.
QString filesOf(const QString &package, const QString &list)
{
    QProcess tar;
    tar.start(u"tar"_s, {u"tzf"_s, package});
    QFile file(list);
    if (!tar.waitForFinished(120'000) || !file.open(QFile::WriteOnly))
        return {};
    constexpr QByteArrayView root("[root]/");
    for (const QByteArray &line : tar.readAllStandardOutput().split('\n')) {
        if (line.startsWith(root) && !line.startsWith("[root]/proc/") && !line.startsWith("[root]/sys/"))
            file.write(line.sliced(root.size()) + '\n');
    }
    return list;
}

} // namespace

Result<Measurements> collecting()
{
    const QTemporaryDir folder;
    TestTenant tenant;
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    std::ignore = collect(tenant, folder.filePath(u"warm"_s)); // so that both find everything in memory
    const Spent spent = spentOn(collect(tenant, folder.filePath(u"measured"_s)));
    if (spent.package.isEmpty())
        return fail(ErrorCode::CannotStart, u"collect"_s);
    const double memory = peakMemoryOf(tenant.agentPid());
    const QString list = filesOf(folder.filePath(u"measured/"_s + spent.package), folder.filePath(u"list"_s));
    const auto tar = secondsOf({u"tar"_s, u"czf"_s, folder.filePath(u"tar.tar.gz"_s), u"--ignore-failed-read"_s,
        u"--no-recursion"_s, u"-C"_s, u"/"_s, u"-T"_s, list});
    const auto find = secondsOf({u"find"_s, u"/"_s, u"-xdev"_s, u"-printf"_s, u"%p %i %m %U %G %s %A@ %T@ %C@\n"_s});
    const auto milliseconds = [](const std::optional<double> &seconds) {
        return seconds ? std::optional(*seconds * 1000) : std::nullopt;
    };
    return Measurements{
        {u"collecting.package"_s, spent.all * 1000, u"ms"_s, {}, {}, {}},
        {u"collecting.files"_s, spent.files * 1000, u"ms"_s, {.mostRatio = 1.0}, u"tar czf of the same files"_s,
            milliseconds(tar)},
        {u"collecting.bodyfile"_s, spent.bodyfile * 1000, u"ms"_s, {}, u"find / -xdev -printf"_s, milliseconds(find)},
        {u"collecting.memory"_s, memory, u"MiB"_s, {.most = 100}, {}, {}},
    };
}

} // namespace Sonde::Client::Bench
