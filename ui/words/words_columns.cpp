// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/doingcolumns.h"
#include "ui/words/phrase.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// By "verb/column", or by "column" alone what holds for every verb that has it.
constexpr Phrase columnPurposes[]{
    // ---- what several verbs say
    {"isDirectory", QT_TRANSLATE_NOOP("Sonde::Client::Words", "whether it is a directory; a link to one is not")},
    {"owner",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the account that owns the file; its number when the device knows no name for it")},
    {"created",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "when the file was made; empty where the file system does not keep that")},
    {"modified",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "when the content was last written; a program can set it to any time")},
    {"accessed",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "when the content was last read, as far as the file system keeps count; looking at it here does not change "
            "it")},
    {"mode", QT_TRANSLATE_NOOP("Sonde::Client::Words", "type and permissions as “ls -l” writes them")},
    {"sha256", QT_TRANSLATE_NOOP("Sonde::Client::Words", "SHA-256 of the content")},
    {"since_baseline",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "new, gone or changed since the baseline; only with “-baseline”, which shows nothing else")},
    {"was_in_baseline",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what its changed columns were in the baseline, by their names")},
    {"command_id",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the number of the command, as “status” and “fg” take it")},
    {"started", QT_TRANSLATE_NOOP("Sonde::Client::Words", "when the service accepted the command")},
    {"background", QT_TRANSLATE_NOOP("Sonde::Client::Words", "whether it runs in the background")},
    {"state",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "how far the command is: pending, running, downloading, completed…")},
    // ---- connect
    {"connect/device", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the name the device has for itself")},
    {"connect/os", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the operating system with its version")},
    {"connect/architecture", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the kind of processor")},
    {"connect/user_name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the account the agent runs as")},
    {"connect/privileged",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "whether that account may see everything; without it, commands miss what belongs to others")},
    {"connect/agent_version", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the version of the agent")},
    {"connect/working_directory",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "where the session begins; “cd” changes it")},
    {"connect/encoding", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the encoding in which scripts write their text")},
    {"connect/device_time",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the device’s own clock; compare it with yours before you order events")},
    {"connect/boot_time", QT_TRANSLATE_NOOP("Sonde::Client::Words", "when the device was started")},
    // ---- analyze, scan
    {"analyze/verdict",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "malicious, suspicious, not-scanned, unknown or clean: on all of it in the row of the verdict, else what "
            "that finding alone says; empty for what is only worth knowing")},
    {"scan/verdict",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "malicious, suspicious, not-scanned, unknown or clean: on all of it in the row of the verdict, else what "
            "that finding alone says; empty for what is only worth knowing")},
    {"analyze/kind",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what the row is: the verdict, a finding, or an engine that did not look at all of it")},
    {"scan/kind",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what the row is: the verdict, a finding, or an engine that did not look at all of it")},
    {"analyze/engine",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "who says so: clamav, yara, archive, known-bad, known-good, package, signature, heuristics")},
    {"scan/engine",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "who says so: clamav, yara, archive, known-bad, known-good, package, signature, heuristics")},
    {"analyze/finding",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the name of the rule, the signature or the observation; of an engine how far it came: partly, failed or "
            "missing")},
    {"scan/finding",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the name of the rule, the signature or the observation; of an engine how far it came: partly, failed or "
            "missing")},
    {"analyze/evidence",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "what that rests on: the value that was seen, or why an engine did not look")},
    {"scan/evidence",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "what that rests on: the value that was seen, or why an engine did not look")},
    {"analyze/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file that this is about")},
    {"scan/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file that this is about")},
    {"analyze/pid", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the process that this is about")},
    {"scan/pid", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the process that this is about")},
    {"analyze/part",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what of it: the file; of a process its image, a file that it runs code from, or the process itself with "
            "its memory")},
    {"scan/part",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what of it: the file; of a process its image, a file that it runs code from, or the process itself with "
            "its memory")},
    {"analyze/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the length of the file’s content")},
    {"scan/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the length of the file’s content")},
    {"analyze/confidence", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how sure the verdict is: low, medium or high")},
    {"scan/confidence", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how sure the verdict is: low, medium or high")},
    {"analyze/author", QT_TRANSLATE_NOOP("Sonde::Client::Words", "who wrote the rule, by its own word")},
    {"scan/author", QT_TRANSLATE_NOOP("Sonde::Client::Words", "who wrote the rule, by its own word")},
    {"analyze/license",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "under which licence the rule is given away, by its own word")},
    {"scan/license",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "under which licence the rule is given away, by its own word")},
    {"analyze/source", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the library’s file that the rule or the hash is in")},
    {"scan/source", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the library’s file that the rule or the hash is in")},
    {"analyze/details",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "more of it: a rule’s description and score; of a verdict how much was looked at, and with what")},
    {"scan/details",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "more of it: a rule’s description and score; of a verdict how much was looked at, and with what")},
    // ---- dir
    {"dir/path",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the name in the directory; with -full_path the whole path")},
    {"dir/type",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "what the entry is: file, directory, link, pipe, socket or device node")},
    {"dir/size",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the length of the content; what it takes on the disk can differ")},
    {"dir/hidden",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "whether listings leave it out as a rule; on Linux and macOS by the dot its name begins with")},
    {"dir/readOnly",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "whether nobody may write it: no write permission at all, or made immutable")},
    {"dir/isCompressed", QT_TRANSLATE_NOOP("Sonde::Client::Words", "whether the file system keeps it compressed")},
    {"dir/target", QT_TRANSLATE_NOOP("Sonde::Client::Words", "where a link leads, as it is written in it")},
    // ---- processes
    {"processes/name",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the name of the process, from its program file; a process can choose another")},
    {"processes/pid",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the process ID; after the process has ended the device gives it to another")},
    {"processes/parent_id",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the process that started it, or that took it over when that one ended")},
    {"processes/user_name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the account whose rights it has now (the effective user)")},
    {"processes/status",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it does: running, sleeping, stopped, zombie…")},
    {"processes/creation_time",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "when it was started; with the process ID it names one process for good")},
    {"processes/command_line",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the program and its arguments, quoted where they hold blanks; the process can overwrite them, a kernel "
            "thread has none")},
    {"processes/image_path",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the program file; empty for a kernel thread, and without the right to see it")},
    {"processes/cpu_time",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "time spent on a processor so far, user and system together")},
    {"processes/memory_usage.working_set",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it has in memory now, shared parts included")},
    {"processes/memory_usage.private_bytes",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "memory that is its own alone; on Linux anonymous pages in memory and in swap")},
    {"processes/session_id",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the sign-in or terminal it belongs to; on Linux and macOS the POSIX session, not a live response one")},
    {"processes/image_deleted",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "whether its program file has been deleted or replaced since it was started; updates do that, and so does "
            "malware")},
    {"processes/working_directory",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the directory it works in; empty without the right to see it")},
    {"processes/threads", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how many threads it has")},
    {"processes/service_name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the service that started it; on Linux by its control group")},
    {"processes/container",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the container it runs in; empty on the device itself")},
    {"processes/namespaces",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Linux: the namespaces it does not share with the first process, by kind and number; what lives apart sees "
            "other files, networks or processes")},
    // ---- connections
    {"connections/name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the name of the process that holds the connection")},
    {"connections/pid",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the process that holds it, a line for each when there are several; empty when none does any more, or "
            "without the right to see it")},
    {"connections/protocol",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "tcp, udp, raw, sctp…, with a 6 for IPv6; packet, netlink, vsock, or the kind of Unix socket")},
    {"connections/status_display",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "where the connection stands: LISTEN waits for others, ESTABLISHED is open both ways…")},
    {"connections/local_ip",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the device’s end; 0.0.0.0 or :: takes what comes to any of its addresses")},
    {"connections/local_port",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the port on the device; a Unix socket has none")},
    {"connections/remote_ip",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the other end; 0.0.0.0 or :: while there is none")},
    {"connections/remote_port",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the port of the other end; 0 while there is none")},
    {"connections/path",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "where a Unix socket is; one that is not in the file system begins with @")},
    {"connections/user_name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the account the process runs as")},
    {"connections/process_creation_time",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "when that process was started; with its ID it says for good which one it is")},
    {"connections/network_namespace",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Linux: the network namespace it is in, when that is not the agent’s own, as in a container")},
    {"connections/details",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what families without addresses have instead: the network interface and protocol a socket listens to, the "
            "ends of a virtual machine’s socket…")},
    // ---- services
    {"services/service_name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the name under which the system knows the service")},
    {"services/display_name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its title or description, for people")},
    {"services/current_state",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "whether it runs, in the system’s own word; on Linux active, inactive, activating…")},
    {"services/sub_state",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the same in more detail: running, exited, dead…")},
    {"services/start_type",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "whether it starts with the device: enabled, disabled, static (only when others need it), masked "
            "(never)…")},
    {"services/service_type",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "how the system follows it: simple, oneshot, forking…; sysv and openrc are scripts, and upstart, runit, s6 "
            "and "
            "dinit other programs that start services")},
    {"services/service_start_name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the account it runs as")},
    {"services/binary_path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the program file it starts")},
    {"services/command_line",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the program with its arguments, as the service’s file has them")},
    {"services/process_id", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its main process; empty when none runs")},
    {"services/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file that defines it")},
    {"services/dependencies", QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it needs or wants started with it")},
    // ---- drivers
    {"drivers/driver_name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the name of the driver; on Linux of the kernel module")},
    {"drivers/service_name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Windows: the service under which the driver is registered")},
    {"drivers/service_state",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it does: live, loading, unloading, built-in or not loaded")},
    {"drivers/service_type",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what kind of driver it is; on Linux a kernel module, one that hides itself from the list of modules "
            "(hidden), or built into the kernel")},
    {"drivers/driver_loaded", QT_TRANSLATE_NOOP("Sonde::Client::Words", "whether it is part of the running kernel")},
    {"drivers/path",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "its file; empty when it is built in, or when it is loaded although no file is installed for it — look at "
            "such a one")},
    {"drivers/description", QT_TRANSLATE_NOOP("Sonde::Client::Words", "what its author says it is for")},
    {"drivers/version", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the version its author gave it")},
    {"drivers/author", QT_TRANSLATE_NOOP("Sonde::Client::Words", "who wrote it, by its own word")},
    {"drivers/license", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its licence, by its own word")},
    {"drivers/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it takes in memory")},
    {"drivers/used_by", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the drivers that need it")},
    {"drivers/signature",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "who signed its file, or “none”; empty when the file was not looked at")},
    {"drivers/taints",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "why the kernel counts itself as tainted by it: out-of-tree, proprietary, unsigned…")},
    // ---- scheduledtasks
    {"scheduledtasks/id",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the name of the task; for a line of a table, the table’s file and a hash of the line")},
    {"scheduledtasks/kind",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what starts it: systemd timer, cron, run-parts, anacron or at")},
    {"scheduledtasks/is_enabled",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "whether it will be started when its time comes")},
    {"scheduledtasks/task.registrationInfo.author",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "who made it, where that is recorded; on Linux who owns its file")},
    {"scheduledtasks/task.registrationInfo.uri", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file that defines it")},
    {"scheduledtasks/task.principals.principal.userId",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the account it runs as")},
    {"scheduledtasks/task.principals.principal.id",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "whose list it is in, when that is a user’s own")},
    {"scheduledtasks/task.triggers",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "when it starts: the kind of each trigger, and its schedule as it is written there")},
    {"scheduledtasks/task.actions.exec",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what it starts: command and arguments of each action, and what cron writes to its standard input")},
    {"scheduledtasks/next_run",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "when it starts next, worked out from its schedule; empty when that cannot be foreseen")},
    {"scheduledtasks/last_run", QT_TRANSLATE_NOOP("Sonde::Client::Words", "when it last ran, where that is recorded")},
    {"scheduledtasks/environment",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the variables that are set for it where it is written; SHELL, BASH_ENV and the like decide what runs")},
    {"scheduledtasks/time_zone",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the time zone that is written for its schedule; Debian’s cron does not know it and goes by the device’s")},
    // ---- startupfolders
    {"startupfolders/filePath", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file in the startup folder")},
    {"startupfolders/executablePath",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the program it starts; empty when it names none")},
    {"startupfolders/category",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "whose folder it is in: “all users”, or one user’s name")},
    {"startupfolders/name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the name it gives itself")},
    {"startupfolders/commandLine",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the program with its arguments, as the file has them")},
    {"startupfolders/isEnabled", QT_TRANSLATE_NOOP("Sonde::Client::Words", "whether it starts when somebody signs in")},
    {"startupfolders/details",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "why it is not enabled, and on which desktops it starts")},
    // ---- persistence
    {"persistence/method",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the mechanism that starts it: services, scheduled_tasks, shell_profiles, ssh_keys…")},
    {"persistence/name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what the entry calls itself, or the name of its file")},
    {"persistence/is_enabled",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "whether it will take effect; empty where nobody can tell")},
    {"persistence/command",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what it starts; empty when that is the file itself, or when a shell reads the file")},
    {"persistence/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file it is written in")},
    {"persistence/id",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what “remediate persistence” calls it: the file, or the one line of it that says this")},
    {"persistence/details",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "what only this mechanism knows: user, unit, options, fingerprint of a key…")},
    {"persistence/package",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the package that owns the file; empty when none does")},
    {"persistence/explained",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "whether packages account for it: the file and what it starts are theirs and unchanged; empty where the "
            "device has no database of packages")},
    {"persistence/attack",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the number of the technique in MITRE ATT&CK, if somebody put it there on purpose")},
    {"persistence/starts",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the files it starts or loads with their packages; of those that none accounts for, the SHA-256 and the "
            "first "
            "lines")},
    // ---- registry
    {"registry/key", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the registry key")},
    {"registry/name",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the name of the value; empty for the key’s default value")},
    {"registry/type",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the type of the value: REG_SZ, REG_DWORD, REG_BINARY…")},
    {"registry/data", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the value; binary data as hexadecimal digits")},
    {"registry/last_write_time",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "when anything in the key was last changed")},
    // ---- fileinfo
    {"fileinfo/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the path that was asked for")},
    {"fileinfo/type",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what the content is, by its first bytes and not by its name")},
    {"fileinfo/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the length of the content")},
    {"fileinfo/changed",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "when content or metadata last changed, by the file system itself; harder to forge than the time of "
            "modification")},
    {"fileinfo/group",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the group that owns the file; its number when the device knows no name for it")},
    {"fileinfo/acl",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the access control list; empty where there is nothing beyond the mode")},
    {"fileinfo/md5",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "MD5 of the content, for lists that have no other; it can be forged")},
    {"fileinfo/sha1",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "SHA-1 of the content, for lists that have no other; it can be forged")},
    {"fileinfo/target",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "what the path leads to when it is a link; all else here is said of that file")},
    {"fileinfo/inode",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the number of the file in its file system; files made one after the other often have close ones")},
    {"fileinfo/links", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how many names the file has in its file system")},
    {"fileinfo/package",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the installed package that owns it, from the package manager’s own records")},
    {"fileinfo/signature",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what the signature inside it is worth against the publishers the device trusts; empty when it has none")},
    {"fileinfo/capabilities",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "Linux: what the program may do beyond its user, as “getcap” writes it")},
    {"fileinfo/file_flags",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "what the file system does with it beyond the mode: immutable, append-only…")},
    {"fileinfo/extended_attributes",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "names and values that the file system keeps beside the content, such as where a download came from")},
    {"fileinfo/details",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what the format tells: imports, sections, signer, version; and whether the content is still as its "
            "package delivered it")},
    // ---- findfile
    {"findfile/path",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the whole path of a file or directory whose name fits")},
    {"findfile/type",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "what the entry is: file, directory, link, pipe, socket or device node")},
    {"findfile/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the length of the content")},
};

} // namespace

QString Words::columnPurpose(const QString &verb, const QString &column)
{
    const QString key = verb + u'/' + column;
    for (const auto &table : {std::span<const Phrase>(columnPurposes), doingColumnPurposes()}) {
        if (const QString own = phrase(table, key); !own.isEmpty())
            return own;
    }
    return phrase(columnPurposes, column);
}

QString Words::unitText(Unit unit)
{
    switch (unit) {
    case Unit::None: return {};
    case Unit::Bytes: return tr("bytes");
    case Unit::Seconds: return tr("seconds");
    case Unit::Utc: return tr("UTC");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Sonde::Client
