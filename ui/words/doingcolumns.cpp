// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/doingcolumns.h"

namespace Sonde::Client {

namespace {

constexpr Phrase doingPurposes[]{
    // ---- collect
    {"collect/area",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the part of the package: results of Sonde’s own commands, live_response, bodyfile, files, and the package "
            "itself")},
    {"collect/data_point",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "what was collected: a command, or a definition of artefacts by its name")},
    {"collect/state",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "complete; partial, when something of it failed; failed; skipped, when the size or the time was used up")},
    {"collect/files", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how many files of the package it became")},
    {"collect/size",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the length of their content; of the package what was downloaded, compressed")},
    {"collect/duration", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how long it took")},
    {"collect/problems",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "how many things went wrong; each stands in errors.jsonl of the package, with its reason")},
    {"collect/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "where in the package it lies")},
    {"collect/sha256",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "SHA-256 of the package, the same on the device, in the service and on your machine")},
    {"collect/details",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "of the package: profile, limits, which definitions it was made by; else the first things that went "
            "wrong")},
    // ---- getfile
    {"getfile/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file, directory or pattern on the device")},
    {"getfile/type",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“file”, or “archive” when a directory or a pattern came as one")},
    {"getfile/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "what was downloaded; of an archive its own length")},
    {"getfile/sha256",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "SHA-256 of what was downloaded, the same on the device, in the service and on your machine")},
    {"getfile/files",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "how many files are in the archive; empty when one file came as it is")},
    // ---- library
    {"baseline/name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "what the baseline is called")},
    {"baseline/verb", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the command whose answer it holds")},
    {"baseline/device", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the device that answered")},
    {"baseline/taken", QT_TRANSLATE_NOOP("Sonde::Client::Words", "when the device had answered")},
    {"baseline/rows", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how many rows it holds")},
    {"baseline/savedBy", QT_TRANSLATE_NOOP("Sonde::Client::Words", "who saved it")},
    {"baseline/command_id", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the number of the command that was answered")},
    {"baseline/fileName", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file of the library that it is")},
    {"library/fileName",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the name of the file in the library, as “run” and “putfile” take it")},
    {"library/description",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what the file is for, as who uploaded it wrote")},
    {"library/hasParameters", QT_TRANSLATE_NOOP("Sonde::Client::Words", "whether the script takes parameters")},
    {"library/parametersDescription",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "an example of its parameters, and what they mean")},
    {"library/signature",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what the signature of a PowerShell script is worth against the tenant’s publishers; none for other "
            "files")},
    {"library/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the length of the file")},
    {"library/version",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "counts the contents uploaded under this name, from 1")},
    {"library/createdBy", QT_TRANSLATE_NOOP("Sonde::Client::Words", "who uploaded the first version")},
    {"library/creationTime", QT_TRANSLATE_NOOP("Sonde::Client::Words", "when the first version was uploaded")},
    {"library/lastUpdatedTime", QT_TRANSLATE_NOOP("Sonde::Client::Words", "when this version was uploaded")},
    {"library/uses", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how many “run” and “putfile” commands have named it")},
    // ---- putfile
    {"putfile/path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "where the file is on the device")},
    {"putfile/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the length of the file")},
    {"putfile/sha256", QT_TRANSLATE_NOOP("Sonde::Client::Words", "SHA-256 of the file, checked on the device")},
    {"putfile/kept", QT_TRANSLATE_NOOP("Sonde::Client::Words", "whether it stays when the device restarts")},
    // ---- remediate, undo
    {"remediate/act",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the number of the act on this device, for “undo” and “getfile -quarantine”")},
    {"remediate/type", QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it was done to: a file, a process, a service…")},
    {"remediate/id", QT_TRANSLATE_NOOP("Sonde::Client::Words", "which one, as it can be typed")},
    {"remediate/action",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what is done, step by step; what has to be known besides; of a list, whether it was a remediation or an "
            "undo")},
    {"remediate/subject",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "the file, process or unit that this step is about; of a list, what was touched besides")},
    {"remediate/state",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what came of it: done, refused, not-confirmed…; “planned” as long as nothing was touched")},
    {"remediate/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how much of it is kept in quarantine")},
    {"remediate/time", QT_TRANSLATE_NOOP("Sonde::Client::Words", "when it was done")},
    {"remediate/user_name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "who did it")},
    {"remediate/reason", QT_TRANSLATE_NOOP("Sonde::Client::Words", "why it was done, as it was typed")},
    {"remediate/expires", QT_TRANSLATE_NOOP("Sonde::Client::Words", "until when it can be undone")},
    {"remediate/plan",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "SHA-256 of the plan: what was done is what was planned")},
    {"remediate/details",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the facts that the step is bound to, and what came of it")},
    {"undo/act",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the number of the act on this device, for “undo” and “getfile -quarantine”")},
    {"undo/type", QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it was done to: a file, a process, a service…")},
    {"undo/id", QT_TRANSLATE_NOOP("Sonde::Client::Words", "which one, as it can be typed")},
    {"undo/action",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what is done, step by step; what has to be known besides; of a list, whether it was a remediation or an "
            "undo")},
    {"undo/subject", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file, process or unit that this step is about")},
    {"undo/state",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what came of it: done, refused, not-confirmed…; “planned” as long as nothing was touched")},
    {"undo/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how much of it is kept in quarantine")},
    {"undo/time", QT_TRANSLATE_NOOP("Sonde::Client::Words", "when it was done")},
    {"undo/user_name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "who did it")},
    {"undo/reason", QT_TRANSLATE_NOOP("Sonde::Client::Words", "why it was done, as it was typed")},
    {"undo/expires", QT_TRANSLATE_NOOP("Sonde::Client::Words", "until when it can be undone")},
    {"undo/plan", QT_TRANSLATE_NOOP("Sonde::Client::Words", "SHA-256 of the plan: what was done is what was planned")},
    {"undo/details",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the facts that the step is bound to, and what came of it")},
    // ---- isolate, release
    {"isolate/act",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the number of the act on this device, for “undo” and “getfile -quarantine”")},
    {"isolate/type", QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it was done to: a file, a process, a service…")},
    {"isolate/id", QT_TRANSLATE_NOOP("Sonde::Client::Words", "which one, as it can be typed")},
    {"isolate/action",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what is done, step by step; what has to be known besides; of a list, whether it was a remediation or an "
            "undo")},
    {"isolate/subject", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file, process or unit that this step is about")},
    {"isolate/state",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what came of it: done, refused, not-confirmed…; “planned” as long as nothing was touched")},
    {"isolate/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how much of it is kept in quarantine")},
    {"isolate/time", QT_TRANSLATE_NOOP("Sonde::Client::Words", "when it was done")},
    {"isolate/user_name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "who did it")},
    {"isolate/reason", QT_TRANSLATE_NOOP("Sonde::Client::Words", "why it was done, as it was typed")},
    {"isolate/expires", QT_TRANSLATE_NOOP("Sonde::Client::Words", "until when it can be undone")},
    {"isolate/plan",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "SHA-256 of the plan: what was done is what was planned")},
    {"isolate/details",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the facts that the step is bound to, and what came of it")},
    {"release/act",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "the number of the act on this device, for “undo” and “getfile -quarantine”")},
    {"release/type", QT_TRANSLATE_NOOP("Sonde::Client::Words", "what it was done to: a file, a process, a service…")},
    {"release/id", QT_TRANSLATE_NOOP("Sonde::Client::Words", "which one, as it can be typed")},
    {"release/action",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what is done, step by step; what has to be known besides; of a list, whether it was a remediation or an "
            "undo")},
    {"release/subject", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file, process or unit that this step is about")},
    {"release/state",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "what came of it: done, refused, not-confirmed…; “planned” as long as nothing was touched")},
    {"release/size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how much of it is kept in quarantine")},
    {"release/time", QT_TRANSLATE_NOOP("Sonde::Client::Words", "when it was done")},
    {"release/user_name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "who did it")},
    {"release/reason", QT_TRANSLATE_NOOP("Sonde::Client::Words", "why it was done, as it was typed")},
    {"release/expires", QT_TRANSLATE_NOOP("Sonde::Client::Words", "until when it can be undone")},
    {"release/plan",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "SHA-256 of the plan: what was done is what was planned")},
    {"release/details",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the facts that the step is bound to, and what came of it")},
    // ---- jobs, status
    {"jobs/command_line", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the command as it was typed")},
    {"jobs/progress",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "how far it has come, in per cent or as a count; empty while the command cannot know")},
    {"status/command_line", QT_TRANSLATE_NOOP("Sonde::Client::Words", "the command as it was typed")},
    {"status/duration_seconds",
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "how long it took on the device; while it is not over, how long ago it was accepted")},
    {"status/errors",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what went wrong: code, subject and reason of each error")},
    {"status/output", QT_TRANSLATE_NOOP("Sonde::Client::Words", "how much it has brought: chunks, rows and bytes")},
};

} // namespace

std::span<const Phrase> doingColumnPurposes()
{
    return doingPurposes;
}

} // namespace Sonde::Client
