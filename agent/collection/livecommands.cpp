// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/livecommands.h"

#include "agent/system/scripts/scriptprocess.h"
#include "protocol/base/devicepath.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

constexpr auto ReadPatience = 50ms;
/// More is no answer to a question any more.
constexpr qint64 MostOutput = 32LL * 1024 * 1024;

/// Empty: there is none.
QByteArray programPath(const QByteArray &name)
{
    if (name.startsWith('/'))
        return QFile::exists(QFile::decodeName(name)) ? name : QByteArray();
    for (const QString &folder : programFolders()) {
        const QFileInfo file(folder + u'/' + QFile::decodeName(name));
        if (file.isFile() && file.isExecutable())
            return QFile::encodeName(file.filePath());
    }
    return {};
}

/// True: it was cut.
bool keep(const QByteArray &text, Spool &in)
{
    const auto room = qsizetype(std::min<qint64>(MostOutput - in.size(), text.size()));
    in.append(QByteArrayView(text).first(room));
    return room < text.size();
}

} // namespace

std::vector<LiveCommand> liveCommands()
{
    // clang-format off
    return {
        {"process", "ps_auxwwwf.txt", {"ps", "auxwwwf"}},
        {"process", "lsof_-nPl.txt", {"lsof", "-nPl"}, 30s},
        {"network", "ss_-anpeimo.txt", {"ss", "-anpeimo"}},
        {"network", "ip_addr.txt", {"ip", "-details", "addr"}},
        {"network", "ip_route.txt", {"ip", "route", "show", "table", "all"}},
        {"network", "ip_rule.txt", {"ip", "rule"}},
        {"network", "ip_neigh.txt", {"ip", "neigh"}},
        {"network", "ip_netns.txt", {"ip", "netns", "list"}},
        {"network", "nft_list_ruleset.txt", {"nft", "-a", "list", "ruleset"}},
        {"network", "iptables-save.txt", {"iptables-save", "-c"}},
        {"network", "ip6tables-save.txt", {"ip6tables-save", "-c"}},
        {"network", "resolvectl_status.txt", {"resolvectl", "--no-pager", "status"}},
        {"network", "nmcli_device.txt", {"nmcli", "--terse", "device", "show"}},
        {"system", "who_-a.txt", {"who", "-a"}},
        {"system", "w.txt", {"w"}},
        {"system", "loginctl.txt", {"loginctl", "--no-pager", "list-sessions"}},
        {"system", "last_-a_-F.txt", {"last", "-a", "-F"}},
        {"system", "lastb_-a_-F.txt", {"lastb", "-a", "-F"}},
        {"system", "lastlog.txt", {"lastlog"}},
        {"system", "dmesg.txt", {"dmesg", "--time-format", "iso"}},
        {"system", "journalctl_warnings.txt", {"journalctl", "--no-pager", "--utc", "-o", "short-iso", "-p", "warning", "-n", "20000"}, 30s},
        {"system", "systemctl_list-units.txt", {"systemctl", "--no-pager", "--all", "--full", "list-units"}},
        {"system", "systemctl_list-timers.txt", {"systemctl", "--no-pager", "--all", "--full", "list-timers"}},
        {"system", "systemctl_failed.txt", {"systemctl", "--no-pager", "--failed", "--full", "list-units"}},
        {"system", "timedatectl.txt", {"timedatectl", "--no-pager", "status"}},
        {"system", "uname_-a.txt", {"uname", "-a"}},
        {"system", "uptime.txt", {"uptime"}},
        {"system", "date.txt", {"date", "-u", "--iso-8601=ns"}},
        {"system", "hostnamectl.txt", {"hostnamectl", "status"}},
        {"system", "sysctl_-a.txt", {"sysctl", "-a"}},
        {"hardware", "lscpu.txt", {"lscpu"}},
        {"hardware", "lspci_-v.txt", {"lspci", "-v"}},
        {"hardware", "lsusb.txt", {"lsusb"}},
        {"storage", "df_-a.txt", {"df", "-a"}},
        {"storage", "lsblk.txt", {"lsblk", "-a", "-f"}},
        {"storage", "findmnt.txt", {"findmnt", "--all"}},
        {"packages", "dpkg-query.txt", {"dpkg-query", "-W"}},
        {"packages", "rpm_-qa.txt", {"rpm", "-qa", "--last"}, 30s},
        {"packages", "snap_list.txt", {"snap", "list"}},
        {"packages", "flatpak_list.txt", {"flatpak", "list"}},
        {"containers", "docker_ps.txt", {"docker", "ps", "--all", "--no-trunc"}},
        {"containers", "docker_images.txt", {"docker", "images", "--all", "--no-trunc"}},
        {"containers", "podman_ps.txt", {"podman", "ps", "--all", "--no-trunc"}},
        {"containers", "machinectl.txt", {"machinectl", "--no-pager", "list"}},
    };
    // clang-format on
}

std::vector<LiveFile> liveFiles()
{
    return {{"process", "/proc/locks"}, {"network", "/proc/net/arp"}, {"network", "/proc/net/route"},
        {"network", "/proc/net/tcp"}, {"network", "/proc/net/tcp6"}, {"network", "/proc/net/udp"},
        {"network", "/proc/net/udp6"}, {"network", "/proc/net/raw"}, {"network", "/proc/net/packet"},
        {"network", "/proc/net/unix"}, {"network", "/proc/net/dev"}, {"system", "/proc/modules"},
        {"system", "/proc/cmdline"}, {"system", "/proc/version"}, {"system", "/proc/uptime"},
        {"system", "/proc/loadavg"}, {"system", "/proc/meminfo"}, {"system", "/proc/swaps"},
        {"system", "/proc/sys/kernel/tainted"}, {"system", "/proc/sys/kernel/random/boot_id"},
        {"hardware", "/proc/cpuinfo"}, {"hardware", "/proc/interrupts"}, {"hardware", "/proc/iomem"},
        {"storage", "/proc/self/mountinfo"}, {"storage", "/proc/partitions"}};
}

Result<ProgramResult> runProgram(const QByteArrayList &arguments, std::chrono::milliseconds limit, CommandId command,
    const std::stop_token &stop, Spool &output, Spool &errors)
{
    const QByteArray path = programPath(arguments.first());
    const QString name = DevicePath(arguments.first()).typed();
    if (path.isEmpty())
        return fail(ErrorCode::NotFound, name);
    QByteArrayList all = arguments;
    all.first() = path;
    const auto process = ScriptProcess::start({all, "/", scriptEnvironment(command)});
    if (!process)
        return std::unexpected(process.error());
    ProgramResult result;
    for (const QDeadlineTimer until(limit); !(*process)->isOver();) {
        const auto printed = (*process)->read(ReadPatience);
        const bool cutOutput = keep(printed.text, output);
        const bool cutErrors = keep(printed.errors, errors);
        result.cut = result.cut || cutOutput || cutErrors;
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (until.hasExpired()) {
            std::ignore = (*process)->endAll();
            return fail(ErrorCode::TimedOut, name).with(Fact::Limit, qint64(limit.count()));
        }
    }
    result.exitStatus = (*process)->exitStatus();
    return result;
}

} // namespace Sonde::Agent
