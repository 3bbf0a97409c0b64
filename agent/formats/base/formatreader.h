// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/bytesource.h"
#include "agent/formats/base/contentpass.h"
#include "protocol/signing/signedmessage.h"

#include <QCborMap>
#include <memory>

namespace Sonde::Agent {

/// What a file's format tells of it.
///
/// `details` has a stable shape: names in snake_case, "format" first. Numbers are integers, addresses and checksums are text in hexadecimal
/// ("0x1000"), times ISO-8601 UTC, digests and identifiers lower-case hexadecimal, names that are not UTF-8 text in the `bytes:` form of
/// DevicePath, entropy is bits per byte (0 to 8). What a file does not have is left out. Lists stop at MostListed, beside a count of all.
///
/// ELF           class, byte_order, machine, type, os_abi, entry_point, interpreter, libraries[], soname, run_paths[], build_id, compiler,
///               linkage (dynamic, static), stripped, hardening{pie, relro (none, partial, full), nx, canary, fortify}, section_count,
///               sections[{name, offset, size, flags ("wax"), entropy}], module{…} of a kernel module, overlay{offset, size, entropy}, hints[]
/// PE            class (PE32, PE32+), machine, type (executable, library, driver), subsystem, timestamp or reproducible_build, entry_point,
///               image_base, linker_version, checksum, checksum_matches, pdb_path, pdb_id, hardening{aslr, high_entropy_aslr, nx,
///               control_flow_guard, no_seh, force_integrity, app_container}, sections[{name, offset, size, virtual_size, flags ("rwx"),
///               entropy}], imports[{library, functions[], function_count}], import_count, imphash, exports{name, functions[],
///               function_count}, version{CompanyName, FileVersion…}, dotnet{runtime_version, il_only, requires_32_bit,
///               strong_name_signed}, overlay{offset, size, entropy}, signature{…, digest_algorithm, digest, signature_count,
///               others[{…, nested}], not_judged[]}, hints[]
/// Mach-O        universal, architectures[{machine, type, flags[], libraries[], run_paths[], soname, interpreter, uuid, platform,
///               minimum_version, sdk_version, entry_point, encrypted, hardening{pie, nx_heap, nx_stack, canary}, sections[{name, offset,
///               size, entropy}], code_signature{identifier, team_id, flags[], digest_algorithm, cd_hash, ad_hoc, entitlements{…},
///               signature{…}}, hints[]}]
/// signature{}   state (as the column `signature`), signer, claimed_time, certificates[{subject, issuer, serial, sha1, not_before, not_after}]
/// incomplete    true of a property list or task listing of which values are left out
/// hints[]       upx, packed_code, writable_code, entry_point_outside_code, no_section_table
/// script        language, interpreter, arguments, encoding, lines, longest_line, line_ends (LF, CRLF, mixed, none), signature{…} of PowerShell
/// property list encoding (XML, binary), content where it is small; of launchd's label, program, arguments[], run_at_load, keep_alive,
///               start_interval, start_calendar_interval, watch_paths[], user, disabled…; of bundles bundle_identifier…
/// task          author, description, uri, source, date, hidden, enabled, principal{user, group, logon_type, run_level}, triggers[{type,
///               enabled, start_boundary, repetition_interval…}], actions[{type, command, arguments, working_directory, class_id…}]
/// task listing  tasks[{name, …as task}]
/// registry export  version, encoding, keys[{path, deleted, values[{name, type, data, deleted}]}], key_count, value_count
/// shortcut      target, item_list ("My Computer > C: > …"), item_target where the items lead elsewhere, environment_target, arguments,
///               working_directory, relative_path, description, icon, as_written{…} of these five where Windows reads less than their
///               lengths say, machine, show, runs_as_administrator, target_size, target_created, target_modified, target_accessed,
///               hints[two_targets, longer_than_windows_reads]
struct FormatReport {
    QCborMap details;
    SignatureVerdict signature; ///< None: the format has none, or has none that is read here
};

/// Reads one format. What stands in headers is read when it is made; what depends on all bytes — entropies, the digests that a signature is
/// over — while the content goes by.
class FormatReader
{
    Q_DISABLE_COPY_MOVE(FormatReader)

public:
    FormatReader() = default;
    virtual ~FormatReader() = default;

    /// After all content went by.
    [[nodiscard]] virtual FormatReport report() = 0;
};

/// What signatures are measured against.
struct SignatureTerms {
    TrustedRoots roots;
    QDateTime at;
};

} // namespace Sonde::Agent
