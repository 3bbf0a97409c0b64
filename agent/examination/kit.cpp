// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/kit.h"

#include "agent/evidence/blobcache.h"
#include "agent/examination/clamd/clamdsession.h"
#include "agent/examination/yara/rulestore.h"
#include "protocol/examination/examinationfile.h"

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Linux::Descriptor;

Error missing(const QString &engine)
{
    return Error{ErrorCode::EngineMissing, engine, {}, {}}.with(Fact::Why, engine.toLower());
}

Result<Descriptor> bring(CommandContext &context, const LibraryBlob &blob)
{
    return context.surroundings()
        .blobs->hold(context, blob)
        .and_then([&blob](const QString &path) -> Result<Descriptor> {
            Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
            return file.isOpen() ? Result<Descriptor>(std::move(file))
                                 : std::unexpected(errorFromErrno(errno, blob.name));
        });
}

void addRules(CommandContext &context, const std::vector<LibraryBlob> &files, ExaminationKit &kit)
{
    if (files.empty()) {
        kit.whyNoRules = missing(u"YARA"_s);
        return;
    }
    const RuleStore store(context.agentFolder() + u"/rules"_s, kit.program);
    auto rules =
        store.open(files, [&context](const LibraryBlob &file) { return bring(context, file); }, context.stop());
    if (rules)
        kit.rules = std::make_shared<Descriptor>(std::move(*rules));
    else
        kit.whyNoRules = Error{ErrorCode::EngineFailed, u"YARA"_s, debugText(rules.error()), {}};
}

void addClamd(CommandContext &context, ExaminationKit &kit)
{
    kit.clamd = findClamd(kit.root);
    if (!kit.clamd) {
        kit.whyNoClamd = missing(u"ClamAV"_s);
        return;
    }
    ClamdSession session(kit.clamd->socket);
    const auto version = session.version(context.stop());
    if (version) {
        kit.clamdVersion = *version;
        return;
    }
    kit.clamd.reset();
    kit.whyNoClamd = missing(u"ClamAV"_s);
    kit.whyNoClamd->reason = version.error().reason;
}

} // namespace

Result<ExaminationKit> prepareKit(CommandContext &context)
{
    ExaminationKit kit;
    kit.program = context.surroundings().examiner;
    kit.root = context.surroundings().root;
    std::vector<LibraryBlob> rules;
    for (const LibraryBlob &file : context.examinedBy()) {
        const auto kind = examinationFile(file.name);
        if (kind == ExaminationFile::Rules)
            rules.push_back(file);
        if (kind != ExaminationFile::KnownBad && kind != ExaminationFile::KnownGood)
            continue;
        auto list = bring(context, file);
        if (!list)
            kit.whyNoList.push_back(list.error());
        else
            kit.lists.push_back({file.name, kind == ExaminationFile::KnownBad ? Engine::KnownBad : Engine::KnownGood,
                std::make_shared<Descriptor>(std::move(*list))});
    }
    addRules(context, rules, kit);
    addClamd(context, kit);
    if (context.stop().stop_requested())
        return fail(ErrorCode::Cancelled);
    return kit;
}

Descriptor reopen(const Descriptor &file)
{
    const QByteArray path = "/proc/self/fd/" + QByteArray::number(file.number());
    return Descriptor(::open(path.constData(), O_RDONLY | O_CLOEXEC));
}

} // namespace Sonde::Agent
