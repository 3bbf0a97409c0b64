// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/plan.h"

#include "tests/system/fastfolder.h"

#include <QCommandLineParser>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Chaos {

namespace {

constexpr qint64 MiB = 1024 * 1024;
constexpr qint64 RoomNeeded = 1024 * MiB; ///< for the files, and the reserve that the service leaves free
constexpr qint64 RoomNeededInFull = 8 * 1024 * MiB;

Plan fullPlan()
{
    return {.files = 100, .largest = 1024 * MiB, .kills = 60, .pause = 2500, .rate = 80 * MiB};
}

} // namespace

QString usage()
{
    return u"sonde-chaos [--full] [--zip] [--seed N] [--folder DIR]\n"
           "\n"
           "  --full        100 files of up to 1 GiB (takes 8 GiB in DIR) instead of 20 of up to 4 MiB\n"
           "  --zip         deliver as zips with a password, as a workstation does unless told otherwise\n"
           "  --seed N      the same files, cuts and victims as another time\n"
           "  --folder DIR  where to keep everything (default: /dev/shm where it has room, else the system's\n"
           "                temporary folder)\n"_s;
}

Result<Plan> readPlan(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption full(u"full"_s);
    const QCommandLineOption zip(u"zip"_s);
    const QCommandLineOption seed(u"seed"_s, {}, u"N"_s);
    const QCommandLineOption folder(u"folder"_s, {}, u"DIR"_s);
    parser.addOptions({full, zip, seed, folder});
    if (!parser.parse(QStringList(u"sonde-chaos"_s) + arguments) || !parser.positionalArguments().isEmpty())
        return fail(ErrorCode::BadValue, arguments.join(u' '), parser.errorText());
    Plan plan = parser.isSet(full) ? fullPlan() : Plan();
    bool isNumber = true;
    plan.seed = parser.isSet(seed) ? parser.value(seed).toUInt(&isNumber) : QRandomGenerator::system()->generate();
    if (!isNumber)
        return fail(ErrorCode::BadValue, parser.value(seed), u"--seed wants a number"_s);
    plan.zip = parser.isSet(zip);
    const qint64 room = parser.isSet(full) ? RoomNeededInFull : RoomNeeded;
    plan.folder = parser.isSet(folder) ? parser.value(folder) : fastFolder(room);
    return plan;
}

} // namespace Sonde::Client::Chaos
