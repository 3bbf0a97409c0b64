// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/capabilityparser.h"

#include "protocol/base/reason.h"

#include <QMap>
#include <QStringList>
#include <QtEndian>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr std::array<const char *, 41> names{"chown", "dac_override", "dac_read_search", "fowner", "fsetid", "kill",
    "setgid", "setuid", "setpcap", "linux_immutable", "net_bind_service", "net_broadcast", "net_admin", "net_raw",
    "ipc_lock", "ipc_owner", "sys_module", "sys_rawio", "sys_chroot", "sys_ptrace", "sys_pacct", "sys_admin",
    "sys_boot", "sys_nice", "sys_resource", "sys_time", "sys_tty_config", "mknod", "lease", "audit_write",
    "audit_control", "setfcap", "mac_override", "mac_admin", "syslog", "wake_alarm", "block_suspend", "audit_read",
    "perfmon", "bpf", "checkpoint_restore"};

constexpr quint32 RevisionMask = 0xff000000;
constexpr quint32 Effective = 1;

QString nameOf(int capability)
{
    return capability < int(names.size()) ? u"cap_"_s + QLatin1StringView(names[size_t(capability)])
                                          : u"cap_%1"_s.arg(capability);
}

} // namespace

Result<QString> parseCapabilities(QByteArrayView bytes)
{
    const auto number = [bytes](qsizetype at) { return qFromLittleEndian<quint32>(bytes.data() + at); };
    const quint32 head = bytes.size() >= 4 ? number(0) : 0;
    const quint32 revision = (head & RevisionMask) >> 24;
    static constexpr std::array<qsizetype, 4> sizes{0, 12, 20, 24};
    if (revision < 1 || revision > 3 || bytes.size() != sizes[revision])
        return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);

    QMap<QString, QStringList> byFlags;
    const int words = revision == 1 ? 1 : 2;
    for (int capability = 0; capability < words * 32; ++capability) {
        const qsizetype word = 4 + capability / 32 * 8;
        const quint32 bit = 1U << capability % 32;
        const bool permitted = number(word) & bit;
        const bool inheritable = number(word + 4) & bit;
        if (permitted || inheritable) {
            const QString flags = QString((head & Effective ? u"e"_s : QString()) + (inheritable ? u"i"_s : QString())
                + (permitted ? u"p"_s : QString()));
            byFlags[flags].append(nameOf(capability));
        }
    }
    QStringList groups;
    for (const auto &[flags, list] : byFlags.asKeyValueRange())
        groups.append(QString(list.join(u',') + u'=' + flags));
    QString text = groups.join(u' ');
    if (revision == 3 && number(20) != 0)
        text += u" [rootid=%1]"_s.arg(number(20));
    return text;
}

QString mightyCapabilities(quint64 set)
{
    // dac_override, setuid, sys_module, sys_rawio, sys_ptrace, sys_admin, bpf
    static constexpr std::array mighty{1, 7, 16, 17, 19, 21, 39};
    QStringList found;
    for (const int capability : mighty) {
        if (set >> capability & 1)
            found.append(nameOf(capability));
    }
    return found.join(u',');
}

} // namespace Sonde::Agent::Linux
