// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/processentity.h"

#include "agent/acts/files/filesteps.h"
#include "agent/acts/processes/killprocesses.h"
#include "agent/system/packages/packages.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCborArray>
#include <QDateTime>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// A plan travels in one message. Of more, those that descend from these are found when these have been stopped.
constexpr int MostNamed = 2000;

/// What is ended together.
struct Doomed {
    QSet<qint64> pids;
    std::vector<ProcessFacts> processes; ///< who is named
    std::vector<QByteArray> images;      ///< of these, each once, whose files are there
};

/// The package that owns a file; of a file of the system the device's own, where nobody keeps a list of packages: others need it.
std::optional<QString> ownerOf(const QByteArray &image, const std::stop_token &stop)
{
    if (const auto package = packageOf(image, "/", stop))
        return package->package;
    if (isSystems(image, stop))
        return u"?"_s;
    return {};
}

/// What another of them has started just now: it may be gone when the plan is approved, and is found with its parent if it is not.
bool isPassing(const ProcessFacts &facts, const QSet<qint64> &pids)
{
    constexpr qint64 lately = 2'000'000'000; // nanoseconds
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    return pids.contains(facts.parent) && now - facts.created < lately;
}

Doomed doomedBy(const ProcessFacts &first, const ProcessView &view, const PlanTerms &terms)
{
    QSet<qint64> pids{first.pid};
    if (terms.tree) {
        // Who runs the same file that came with no package is the same thing: it may be what starts this one again.
        if (!ownerOf(first.image, terms.stop))
            pids += view.withImage(first.image);
        pids = view.withDescendants(pids);
    }
    Doomed doomed{pids, {}, {}};
    for (const ProcessFacts &facts : view.all()) {
        if (!pids.contains(facts.pid))
            continue;
        const bool passes = facts.pid != first.pid && isPassing(facts, pids);
        if (!passes)
            doomed.processes.push_back(facts);
        const bool isNew =
            !facts.image.isEmpty() && !facts.imageDeleted && !std::ranges::contains(doomed.images, facts.image);
        // Of tools of the system that run for a moment there is nothing to say.
        if (isNew && !(passes && ownerOf(facts.image, terms.stop)))
            doomed.images.push_back(facts.image);
    }
    return doomed;
}

QCborArray typedTexts(const std::vector<ProcessFacts> &processes, QByteArray ProcessFacts::*text)
{
    QCborArray texts;
    for (const ProcessFacts &facts : processes) {
        const QCborValue typed(DevicePath(facts.*text).typed());
        if (!(facts.*text).isEmpty() && !texts.contains(typed))
            texts.append(typed);
    }
    return texts;
}

/// Who may bring it back, and what cannot be taken back.
std::vector<ActNote> notesOn(const Doomed &doomed, const ProcessView &view)
{
    std::vector<ActNote> notes;
    for (const ProcessFacts &facts : doomed.processes) {
        const QString subject = QString::number(facts.pid);
        if (!facts.service.isEmpty())
            notes.push_back({NoteKind::BroughtBackBy, subject, {{u"service"_s, QString::fromUtf8(facts.service)}}});
        if (!facts.container.isEmpty())
            notes.push_back({NoteKind::Container, subject, {{u"container"_s, QString::fromUtf8(facts.container)}}});
    }
    QCborArray partners;
    for (const QByteArray &image : doomed.images) {
        for (const qint64 pid : view.withImage(image)) {
            if (!doomed.pids.contains(pid))
                partners.append(shownProcess(pid));
        }
    }
    if (!partners.isEmpty())
        notes.push_back(
            {NoteKind::BroughtBackBy, QString::number(doomed.processes.front().pid), {{u"same_image"_s, partners}}});
    notes.push_back(
        {NoteKind::CannotUndo, QString::number(doomed.processes.front().pid), {{u"facts"_s, QCborArray{u"memory"_s}}}});
    return notes;
}

/// Its step, or why it stays.
void addImage(ActPlan &plan, const QByteArray &image, const PlanTerms &terms)
{
    const QString shown = DevicePath(image).typed();
    if (const auto package = ownerOf(image, terms.stop)) {
        plan.notes.push_back({NoteKind::DependedOnBy, shown, {{u"package"_s, *package}}});
        return;
    }
    const auto path = canonicalPath(image);
    const auto step = path ? moveFileStepAt(*path, {.stop = terms.stop}) : std::unexpected(path.error());
    if (!step || !step->identity.contains(u"sha256"_s)) { // a link leads to the file of somebody else
        plan.notes.push_back({NoteKind::CannotUndo, shown, {{u"facts"_s, QCborArray{u"image"_s}}}});
        return;
    }
    plan.steps.push_back(*step);
    std::ranges::move(notesOnFile(*path, terms.stop), std::back_inserter(plan.notes));
}

/// Looks for who runs one of the files that go, or anything by the same words. An image that stays says nothing: others run it, too.
ActStep lookAgainStep(const QString &subject, const ActPlan &plan, const Doomed &doomed, const ProcessView &view)
{
    QCborArray images;
    for (const ActStep &step : plan.steps) {
        if (step.kind == StepKind::MoveFile)
            images.append(step.subject);
    }
    const QCborArray lines = typedTexts(doomed.processes, &ProcessFacts::commandLine);
    QCborArray known;
    for (const ProcessFacts &facts : view.all()) {
        const bool isLike = images.contains(QCborValue(DevicePath(facts.image).typed()))
            || (!facts.commandLine.isEmpty() && lines.contains(QCborValue(DevicePath(facts.commandLine).typed())));
        if (isLike && known.size() < MostNamed && !doomed.pids.contains(facts.pid))
            known.append(factsOf(facts));
    }
    return {StepKind::LookAgain, subject, {{u"images"_s, images}, {u"command_lines"_s, lines}, {u"known"_s, known}}};
}

} // namespace

QCborMap factsOf(const ProcessFacts &facts)
{
    return ProcessIdentity::of(facts).toCbor();
}

Result<QString> ProcessEntity::nameOf(const QString &id, const QByteArray &) const
{
    // "sshd (812)" is how lists of acts name it.
    static const QRegularExpression named(u"^.+ \\((\\d+)\\)$"_s, QRegularExpression::DotMatchesEverythingOption);
    const auto match = named.match(id);
    bool isNumber = false;
    const qint64 pid = (match.hasMatch() ? match.captured(1) : id).toLongLong(&isNumber);
    if (!isNumber || pid <= 0)
        return fail(ErrorCode::BadValue, id, Reason::NotAProcessId).with(Fact::Parameter, u"id"_s);
    return QString::number(pid);
}

Result<Look> ProcessEntity::look(const QString &id, const LookTerms &terms) const
{
    const auto name = nameOf(id, terms.workingDirectory);
    if (!name)
        return std::unexpected(name.error());
    const qint64 pid = name->toLongLong();
    const ProcessTable table;
    const auto facts = table.facts(pid);
    if (!facts)
        return std::unexpected(facts.error());
    const auto view = ProcessView::take(table);
    if (view && view->isProtected(pid))
        return fail(ErrorCode::Protected, shownProcess(pid));
    return Look{*name, factsOf(*facts)};
}

QString ProcessEntity::lookLine(const QString &name) const
{
    return u"processes "_s + name;
}

Result<ActPlan> ProcessEntity::plan(const Look &look, const PlanTerms &terms) const
{
    const ProcessTable table;
    const auto view = ProcessView::take(table);
    if (!view)
        return std::unexpected(view.error());
    const ProcessIdentity identity = ProcessIdentity::fromCbor(look.facts);
    const ProcessFacts *first = view->find(identity.pid);
    if (!first || first->start != identity.start)
        return fail(ErrorCode::NoSuchProcess, look.id);
    const Doomed doomed = doomedBy(*first, *view, terms);
    std::vector<ProcessFacts> named;
    std::ranges::copy(doomed.processes | std::views::take(MostNamed), std::back_inserter(named));
    ActPlan plan{.kind = ActKind::Remediate,
        .type = EntityType::Process,
        .id = look.id,
        .undoes = {},
        .steps = {killProcessesStep(named, terms.tree)},
        .notes = notesOn(doomed, *view)};
    for (const QByteArray &image : doomed.images)
        addImage(plan, image, terms);
    plan.steps.push_back(lookAgainStep(look.id, plan, doomed, *view));
    return plan;
}

} // namespace Sonde::Agent
