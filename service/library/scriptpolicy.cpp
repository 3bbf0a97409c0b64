// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/scriptpolicy.h"

#include "protocol/base/codec.h"
#include "protocol/base/editdistance.h"
#include "protocol/base/reason.h"
#include "protocol/baseline/baseline.h"
#include "protocol/command/scripttype.h"
#include "protocol/command/tokenizer.h"
#include "protocol/examination/examinationfile.h"

#include <QCborArray>
#include <QFile>
#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

QCborArray nearest(const QString &typed, const std::vector<LibraryFile> &files)
{
    QStringList names;
    for (const LibraryFile &file : files)
        names << file.name;
    return QCborArray::fromStringList(nearestNames(typed, names));
}

} // namespace

Result<std::optional<LibraryBlob>> ScriptPolicy::admit(const Invocation &invocation) const
{
    if (const QString baseline = invocation.value(u"baseline"_s); !baseline.isEmpty())
        return admitBaseline(invocation.verb, baseline);
    const bool encrypts = invocation.has(Trait::Collects) && !invocation.value(u"encrypt"_s).isEmpty();
    if (!encrypts && !invocation.has(Trait::NeedsLibraryFile))
        return std::nullopt;
    const auto file = find(invocation.value(encrypts ? u"encrypt"_s : u"name"_s));
    if (!file)
        return std::unexpected(file.error());
    if (invocation.has(Trait::RunsScript)) {
        if (const auto arguments = splitArguments(invocation.value(u"parameters"_s)); !arguments)
            return std::unexpected(arguments.error());
        if (const auto allowed = mayRun(*file); !allowed)
            return std::unexpected(allowed.error());
    }
    return LibraryBlob{file->name, file->sha256, file->size};
}

/// The baseline of that name for the rows of a verb.
Result<std::optional<LibraryBlob>> ScriptPolicy::admitBaseline(const QString &verb, const QString &name) const
{
    const auto file = find(baselineFileName({name, verb}));
    if (file)
        return LibraryBlob{file->name, file->sha256, file->size};
    if (file.error().code != ErrorCode::LibraryFileUnknown)
        return std::unexpected(file.error());
    QStringList names; // that have rows of the verb
    QStringList verbs; // whose rows are in the one that was typed
    for (const LibraryFile &one : m_library.list()) {
        const auto known = baselineName(one.name);
        if (known && known->verb == verb)
            names << known->name;
        if (known && known->name == name)
            verbs << known->verb;
    }
    Failure unknown = fail(ErrorCode::BaselineUnknown, name).with(Fact::Verb, verb);
    if (!verbs.isEmpty())
        unknown.error().facts.set(Fact::Accepted, QCborArray::fromStringList(verbs));
    else if (!names.isEmpty())
        unknown.error().facts.set(Fact::Choices, QCborArray::fromStringList(names));
    return unknown;
}

std::optional<std::vector<LibraryBlob>> ScriptPolicy::examinedBy(const Invocation &invocation) const
{
    if (!invocation.has(Trait::Examines))
        return std::nullopt;
    std::vector<LibraryBlob> files;
    for (const LibraryFile &file : m_library.list()) {
        if (examines(file.name) && std::ssize(files) < MostExaminationFiles)
            files.push_back({file.name, file.sha256, file.size});
    }
    return files;
}

Result<LibraryFile> ScriptPolicy::find(const QString &name) const
{
    const LibraryFile *file = m_library.find(name);
    if (!file)
        return fail(ErrorCode::LibraryFileUnknown, name).with(Fact::Nearest, nearest(name, m_library.list()));
    if (!m_library.blobs().contains(file->sha256))
        return fail(ErrorCode::Vanished, name, Reason::ContentGone);
    return *file;
}

Result<void> ScriptPolicy::mayRun(const LibraryFile &file) const
{
    QFile content(m_library.blobs().path(file.sha256));
    if (!content.open(QFile::ReadOnly))
        return fail(ErrorCode::ReadFailed, file.name, content.errorString());
    const auto type = scriptType(file.name, content.read(ScriptHeadBytes));
    if (!type)
        return std::unexpected(type.error());
    if (type->language == ScriptLanguage::Python && !m_settings.isOn(TenantSetting::AllowPythonScripts))
        return fail(ErrorCode::NotPermitted, file.name)
            .with(Fact::Setting, settingKey(TenantSetting::AllowPythonScripts));
    // A batch file cannot be signed, and can do whatever PowerShell can.
    const bool needsSignature = type->language == ScriptLanguage::PowerShell || type->language == ScriptLanguage::Batch;
    if (!needsSignature || m_settings.isOn(TenantSetting::AllowUnsignedScripts))
        return {};
    const auto verdict = m_library.signatureNow(file);
    if (verdict.state == SignatureState::Valid)
        return {};
    return fail(ErrorCode::ScriptUnsigned, file.name)
        .with(Fact::Signature, Codec::wireName(verdict.state))
        .with(Fact::Signer, verdict.signer);
}

} // namespace Sonde::Service
