// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/starts/startsteps.h"

#include "agent/acts/files/fileentity.h"
#include "agent/acts/files/filehash.h"
#include "agent/acts/files/movefile.h"
#include "agent/acts/files/replacecontent.h"
#include "agent/acts/lines/removeline.h"
#include "agent/acts/lines/textlines.h"
#include "protocol/base/reason.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

Result<QByteArray> placeOf(const QByteArray &root, const QByteArray &path)
{
    return canonicalPath((root == "/" ? QByteArray() : root) + path);
}

Result<void> addMoveFile(ActPlan &plan, const QByteArray &place, const LookTerms &terms)
{
    const auto file = PinnedFile::open(place);
    if (!file)
        return std::unexpected(file.error());
    const auto sha256 = file->isLink() ? QByteArray() : hashOf(*file, terms);
    if (!sha256)
        return std::unexpected(sha256.error());
    plan.steps.push_back(moveFileStep(*file, *sha256));
    std::ranges::move(notesOnFile(place, terms.stop), std::back_inserter(plan.notes));
    return {};
}

Result<void> addRemoveLine(ActPlan &plan, const QByteArray &place, const QByteArray &name, const QString &subject)
{
    const auto file = PinnedFile::open(place);
    const auto content = file ? readContent(*file, RemoveLineWorker::MostBytes) : std::unexpected(file.error());
    if (!content)
        return std::unexpected(content.error());
    const auto number = TextLines(*content).find(name);
    if (!number)
        return fail(ErrorCode::NotFound, subject, Reason::NoSuchLine);
    plan.steps.push_back(removeLineStep(*file, *content, *number));
    plan.notes.push_back({NoteKind::NotRestored, plan.steps.back().subject,
        {{u"facts"_s, QCborArray::fromStringList({u"inode"_s, u"created"_s, u"changed"_s})}}});
    return {};
}

} // namespace Sonde::Agent
