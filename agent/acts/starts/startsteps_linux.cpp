// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/starts/startsteps.h"

#include "agent/acts/files/replacecontent.h"
#include "agent/acts/lines/removeline.h"
#include "agent/acts/lines/textlines.h"
#include "protocol/base/reason.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

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
