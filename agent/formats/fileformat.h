// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytesource.h"
#include "contentpass.h"
#include "signedmessage.h"

#include <QCborMap>
#include <memory>

namespace Sonde {

/// What a file's format tells of it.
///
/// `details` has a stable shape: names in snake_case, "format" first. Numbers are integers, addresses and checksums are text in hexadecimal
/// ("0x1000"), times ISO-8601 UTC, digests and identifiers lower-case hexadecimal, names that are not UTF-8 text in the `bytes:` form of
/// DevicePath, entropy is bits per byte (0 to 8). What a file does not have is left out. Lists stop at MostListed, beside a count of all.
///
/// ELF           class, byte_order, machine, type, os_abi, entry_point, interpreter, libraries[], soname, run_paths[], build_id, compiler,
///               stripped, linkage (dynamic, static), hardening{pie, relro (none, partial, full), nx, canary, fortify},
///               sections[{name, offset, size, flags ("wax"), entropy}], section_count, module{…} of a kernel module, overlay, hints[]
/// PE            class (PE32, PE32+), machine, type (executable, library, driver), subsystem, timestamp, entry_point, image_base,
///               linker_version, checksum, checksum_matches, hardening{aslr, high_entropy_aslr, nx, control_flow_guard, safe_seh…},
///               sections[{name, offset, size, virtual_size, flags ("rwx"), entropy}], imports[{library, functions[], function_count}],
///               import_count, imphash, exports{name, functions[], function_count}, version{CompanyName, FileVersion…}, pdb_path, pdb_id,
///               dotnet{runtime_version, version, il_only, strong_name_signed}, overlay{offset, size, entropy}, signature{…}, hints[]
/// Mach-O        universal, architectures[{machine, type, flags[], libraries[], run_paths[], soname, uuid, platform, minimum_version,
///               sdk_version, interpreter, entry_point, encrypted, hardening{pie, nx_heap, canary}, sections[{name, offset, size, entropy}],
///               code_signature{identifier, team_id, flags[], digest_algorithm, cd_hash, ad_hoc, entitlements{…}, signature{…}}}]
/// signature{}   of PE, Mach-O and PowerShell: state (as the column `signature`), signer, digest_algorithm, claimed_time,
///               certificates[{subject, issuer, serial, not_before, not_after}]
/// script        interpreter, arguments, language, encoding, longest_line, lines, line_ends; signature{…} of PowerShell
/// property list encoding (XML, binary), and of a launchd job label, program, arguments[], run_at_load, keep_alive, start_interval,
///               user, watch_paths[], disabled…; the whole list in `content` where it is small
/// task          author, description, uri, date, hidden, enabled, principal{user, group, run_level, logon_type},
///               triggers[{type, enabled, start, repetition, …}], actions[{type, command, arguments, working_directory, class_id, data}]
/// registry export  encoding, version, keys[{path, deleted, values[{name, type, data, deleted}]}], key_count, value_count
/// shortcut      target, relative_path, arguments, working_directory, description, icon, show, machine, created, modified, accessed, size
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

/// The reader of a file's format, which has asked `pass` for what it needs to see; none: there is no more to tell of it. `source`
/// and `terms` have to outlive it. `name`: the file's own, which says of some scripts what they are.
[[nodiscard]] std::unique_ptr<FormatReader> formatReader(
    const ByteSource &source, const QString &name, ContentPass &pass, const SignatureTerms &terms);

} // namespace Sonde
