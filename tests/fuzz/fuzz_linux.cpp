// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/memory/memorylayout.h"
#include "agent/system/drivers/moduleparser.h"
#include "agent/system/files/capabilityparser.h"
#include "agent/system/hooks/accountparser.h"
#include "agent/system/hooks/gitconfig.h"
#include "agent/system/hooks/hookparser.h"
#include "agent/system/hooks/namedlines.h"
#include "agent/system/hooks/pamparser.h"
#include "agent/system/hooks/sshparser.h"
#include "agent/system/isolation/nftlisting.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/linux/decompress.h"
#include "agent/system/linux/keyfile.h"
#include "agent/system/linux/passwdparser.h"
#include "agent/system/network/socketparser.h"
#include "agent/system/processes/cgroupparser.h"
#include "agent/system/processes/mapsparser.h"
#include "agent/system/processes/procparser.h"
#include "agent/system/processes/procview.h"
#include "agent/system/services/initscript.h"
#include "agent/system/services/otherinits.h"
#include "agent/system/startup/desktopentry.h"
#include "agent/system/startup/sessionparser.h"
#include "agent/system/storage/mountparser.h"
#include "agent/system/systemd/unitname.h"
#include "agent/system/tasks/cronparser.h"

#include <QTimeZone>
#include <array>

using namespace Sonde;
using namespace Sonde::Agent;
using namespace Sonde::Agent::Linux;

namespace {

constexpr qint64 MostUnpacked = 1024 * 1024;

void readUnit(QByteArrayView bytes)
{
    const KeyFile unit = KeyFile::parse(bytes, KeyFile::Lines::Continued);
    for (const QByteArray &line : unit.values("Service", "ExecStart"))
        (void)unitCommands(withSpecifiers(line, "a@b.service"));
}

void readCron(QByteArrayView bytes)
{
    const QDateTime now(QDate(2026, 3, 29), QTime(1, 0), QTimeZone::UTC);
    for (const CronLine &line : parseCrontab(bytes, CronUsers::Named)) {
        const auto schedule = CronSchedule::parse(line.schedule);
        const auto next = schedule ? schedule->next(now) : std::nullopt;
        if (next && *next <= now)
            qFatal("the next run is past");
        (void)splitShellCommand(line.command);
    }
}

void readModule(QByteArrayView bytes)
{
    if (const auto section = elfSection(bytes, ".modinfo"))
        (void)parseModuleInfo(*section);
    (void)moduleSignature(bytes);
    (void)decompressed(bytes.toByteArray(), MostUnpacked);
}

void readHooks(QByteArrayView bytes)
{
    for (const auto parse : {&parseUdevRules, &parseModprobe, &parseAptHooks, &parseDpkgHooks, &parseLogrotate,
             &parseIncrontab, &parseInterfaces, &parseBinfmtRules, &parseInittab, &parseSysctl, &parseLoaderVariables})
        (void)parse(bytes);
}

void readAccess(QByteArrayView bytes)
{
    (void)parseAuthorizedKeys(bytes);
    (void)parseSshdConfig(bytes);
    (void)parsePasswd(bytes);
    (void)parseShadow(bytes);
    (void)parseGroups(bytes);
    (void)parseSudoersLine(bytes);
    (void)parsePamLine(bytes, PamFile::OfAll);
    (void)parseGitConfig(bytes);
    for (const NamedHook &one : namedHooks("/x", bytes, &parseGitConfig))
        (void)one;
    (void)parseCapabilities(bytes);
    (void)Nft::parseListing(bytes.toByteArray());
}

void readProcesses(QByteArrayView bytes)
{
    (void)parseProcStat(bytes);
    (void)parseProcStatus(bytes);
    (void)commandLine(bytes);
    (void)parseCgroup(bytes);
    (void)coveredProcesses(bytes);
    if (const auto region = parseMapsLine(bytes); region && region->end < region->start)
        qFatal("a region ends before it begins");
    (void)loopingMounts(parseMountInfo(bytes));
}

void readSockets(QByteArrayView bytes)
{
    (void)parseDiagMessages(bytes, Transport::Tcp);
    (void)parseUnixDiagMessages(bytes);
    (void)parsePacketDiagMessages(bytes);
    (void)parseNetlinkDiagMessages(bytes);
    (void)parseVsockDiagMessages(bytes);
    (void)parseXdpDiagMessages(bytes);
    (void)parseTipcDiagMessages(bytes);
    (void)parsePacketTable(bytes);
    (void)parseNetlinkTable(bytes);
    (void)parseProtocols(bytes);
    (void)parseNetTable(bytes, Transport::Udp);
    (void)parseUnixTable(bytes);
}

void readStarters(QByteArrayView bytes)
{
    (void)parseDesktopEntry(bytes);
    (void)parseInitScript(bytes);
    (void)parseAnacrontab(bytes);
    (void)parseUpstartJob(bytes);
    (void)parseUpstartJob({}, bytes);
    (void)parseDinitService(bytes);
    (void)atJobCommands(bytes);
    for (const SessionFile &file : sessionFiles())
        (void)parseSessionFile(bytes, file.kind);
}

void readMemory(QByteArrayView bytes)
{
    const auto ram = systemRam(bytes);
    const auto segments = coreSegments(bytes);
    const MemoryLayout layout = layoutOf(ram.value_or(std::vector<MemoryRange>{{0x1000, 0xffffff, 0}}),
        segments.value_or(std::vector<CoreSegment>{{0, 0x1000, 0x4000}}));
    for (const MemoryRange &range : layout.ranges) {
        if (range.last < range.first)
            qFatal("a range ends before it begins");
    }
}

constexpr std::array Readers{
    readUnit, readCron, readModule, readHooks, readAccess, readProcesses, readSockets, readStarters, readMemory};

} // namespace

/// What a Linux system says of itself may be anything: no reader of it may fall over. The first byte says which reads the rest.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    Readers.at(data[0] % Readers.size())(
        QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)).sliced(1));
    return 0;
}
