// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/lines/removeline.h"

#include "agent/acts/base/identity.h"
#include "agent/acts/files/movefile.h"
#include "agent/acts/files/replacecontent.h"
#include "agent/acts/files/unnamedfile.h"
#include "agent/acts/lines/textlines.h"
#include "agent/system/files/filetree.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// A plan travels in one message.
constexpr qsizetype ShownBytes = 4096;

QString sha256Of(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

QByteArray pathOfStep(const ActStep &step)
{
    return DevicePath::fromTyped(step.subject).bytes();
}

/// What was kept: the file as it was before the line was removed.
QByteArray contentKept(const StepOrder &order)
{
    return order.kept.value(u"content"_s).toByteArray();
}

/// The number from 0.
qsizetype numberOf(const ActStep &step)
{
    return step.identity.value(u"line_number"_s).toInteger() - 1;
}

/// Without its line.
QByteArray without(const QByteArray &content, qsizetype number)
{
    TextLines lines(content);
    lines.remove(number);
    return lines.text();
}

/// With the line again where it belongs in a file that others have changed: behind what it stood behind, else at the end.
QByteArray inserted(const QByteArray &now, const QByteArray &before, qsizetype number)
{
    const TextLines old(before);
    TextLines lines(now);
    const qsizetype anchor = number > 0 ? lines.lines().lastIndexOf(old.lines().at(number - 1)) : -1;
    const bool isFirst = number == 0 && !lines.lines().isEmpty();
    lines.insert(isFirst ? 0 : anchor < 0 ? lines.lines().size() : anchor + 1, old.lines().at(number));
    return lines.text();
}

FileImage changedNow(FileImage image)
{
    image.modified = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    return image;
}

StepResult cutOff(const ActStep &step)
{
    return StepResult::refused(errorBecause(Reason::NothingChanged, ErrorCode::Interrupted, step.subject));
}

} // namespace

ActStep removeLineStep(const PinnedFile &file, const QByteArray &content, qsizetype number)
{
    const TextLines lines(content);
    QCborMap identity = file.identity();
    identity.insert(u"sha256"_s, sha256Of(content));
    identity.insert(u"line_number"_s, qint64(number + 1));
    identity.insert(
        u"line"_s, DevicePath(lines.content(number).first(std::min(lines.content(number).size(), ShownBytes))).typed());
    return {StepKind::RemoveLine, DevicePath(file.path()).typed(), identity};
}

Result<std::vector<PlannedLine>> linesInTurn(const std::vector<ActStep> &steps)
{
    const auto file = PinnedFile::open(pathOfStep(steps.front()));
    const auto image = file ? takeImage(*file) : std::unexpected(file.error());
    auto content = image ? readContent(*file, RemoveLineWorker::MostBytes) : std::unexpected(image.error());
    if (!content)
        return std::unexpected(content.error());
    if (sha256Of(*content) != steps.front().identity.value(u"sha256"_s).toString())
        return std::unexpected(factsChanged(steps.front().subject, {u"sha256"_s}));
    std::vector<PlannedLine> lines;
    for (const ActStep &step : steps) {
        PlannedLine line{step, keptImage(*image)};
        line.kept.insert(u"content"_s, *content);
        if (!lines.empty()) // by then it is another file, of which only the content is known
            line.step.identity = {{u"sha256"_s, sha256Of(*content)},
                {u"line_number"_s, step.identity.value(u"line_number"_s)}, {u"line"_s, step.identity.value(u"line"_s)}};
        *content = without(*content, numberOf(step));
        lines.push_back(line);
    }
    return lines;
}

Result<QCborMap> RemoveLineWorker::prepare(const ActStep &step)
{
    const auto file = PinnedFile::open(pathOfStep(step));
    auto image = file ? takeImage(*file) : std::unexpected(file.error());
    const auto content = image ? readContent(*file, MostBytes) : std::unexpected(image.error());
    if (!content)
        return std::unexpected(content.error());
    if (sha256Of(*content) != step.identity.value(u"sha256"_s).toString())
        return std::unexpected(factsChanged(step.subject, {u"sha256"_s}));
    QCborMap kept = keptImage(*image);
    kept.insert(u"content"_s, *content);
    return kept;
}

StepResult RemoveLineWorker::apply(const StepOrder &order)
{
    return order.step.kind == StepKind::RemoveLine ? remove(order) : restore(order);
}

StepResult RemoveLineWorker::remove(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    const auto file = PinnedFile::open(pathOfStep(order.step));
    if (!file || !image)
        return StepResult::refused(file ? image.error() : file.error());
    if (const QStringList changed = changedFacts(order.step.identity, file->identity()); !changed.isEmpty())
        return StepResult::refused(factsChanged(order.step.subject, changed));
    const auto content = readContent(*file, MostBytes);
    if (!content || *content != contentKept(order))
        return StepResult::refused(factsChanged(order.step.subject, {u"sha256"_s}));
    const QByteArray rest = without(*content, numberOf(order.step));
    StepResult result = replaceContent(*file, rest, changedNow(*image), order.item);
    result.facts.insert(u"sha256"_s, sha256Of(rest));
    return result;
}

StepResult RemoveLineWorker::restore(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    const auto file = PinnedFile::open(pathOfStep(order.step));
    const QString how = order.step.identity.value(u"how"_s).toString();
    if (!image)
        return StepResult::failed(image.error());
    if (!file)
        return file.error().code == ErrorCode::NotFound ? makeFile(contentKept(order), *image, order.item)
                                                        : StepResult::refused(file.error());
    const auto now = readContent(*file, MostBytes);
    if (!now)
        return StepResult::refused(now.error());
    if (sha256Of(*now) == order.step.identity.value(u"sha256"_s).toString())
        return replaceContent(*file, contentKept(order), *image, order.item);
    if (how != u"beside")
        return StepResult::refused({ErrorCode::UndoConflict, order.step.subject, {}, {}});
    const auto imageNow = takeImage(*file);
    const QByteArray with = inserted(*now, contentKept(order), numberOf(order.step));
    return imageNow ? replaceContent(*file, with, changedNow(*imageNow), order.item)
                    : StepResult::refused(imageNow.error());
}

StepResult RemoveLineWorker::recover(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    const QByteArray path = pathOfStep(order.step);
    if (!image)
        return StepResult::failed(image.error());
    const bool removes = order.step.kind == StepKind::RemoveLine;
    if (removes)
        tidyReplacement(path, *image, order.item);
    const auto file = PinnedFile::open(path);
    const auto now = file ? readContent(*file, MostBytes) : std::unexpected(file.error());
    const auto folder = file ? fail(ErrorCode::FileExists) : openFolderWithoutLinks(Linux::folderOf(path));
    if (folder)
        UnnamedFile::tidy(folder->number(), order.item);
    if (!now)
        return cutOff(order.step);
    const QByteArray before = contentKept(order);
    const qsizetype number = numberOf(order.step);
    // Others may have changed the file since: then it is asked for the line alone.
    const bool hasLine = *now == before
        || (*now != without(before, number) && TextLines(*now).lines().contains(TextLines(before).lines().at(number)));
    if (removes)
        return hasLine ? cutOff(order.step) : StepResult::done({{u"sha256"_s, sha256Of(*now)}});
    // Beside lies the file with the line or without it, whichever has not the name.
    if (const auto imageNow = takeImage(*file))
        tidyReplacement(path, *imageNow, order.item);
    return hasLine ? StepResult::done() : cutOff(order.step);
}

Reversal RemoveLineWorker::reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms)
{
    Reversal reversal;
    if (order.step.kind != StepKind::RemoveLine)
        return reversal;
    const QString expected = outcome.facts.value(u"sha256"_s).toString();
    QCborMap identity{{u"sha256"_s, expected}, {u"line_number"_s, order.step.identity.value(u"line_number"_s)},
        {u"line"_s, order.step.identity.value(u"line"_s)},
        {u"how"_s, terms.conflict == Conflict::Beside ? u"beside"_s : u"exact"_s}};
    const auto file = PinnedFile::open(pathOfStep(order.step));
    const auto now = file ? readContent(*file, MostBytes) : std::unexpected(file.error());
    const bool isRestoredBefore = std::ranges::any_of(terms.before, [&order](const ActStep &step) {
        return step.kind == StepKind::RestoreLine && step.subject == order.step.subject;
    });
    // Of several lines that went only this one comes back: it goes where it belongs.
    const bool isChanged = now && !isRestoredBefore && sha256Of(*now) != expected;
    if (isChanged && terms.isPart)
        identity.insert(u"how"_s, u"beside"_s);
    if (isChanged) {
        const ActStep aside = moveFileStep(*file, QByteArray::fromHex(sha256Of(*now).toLatin1()));
        reversal.notes.push_back({NoteKind::InTheWay, aside.subject, aside.identity});
        if (const auto image = terms.conflict == Conflict::Replace ? takeImage(*file) : fail(ErrorCode::NotFound)) {
            reversal.steps.push_back(aside);
            reversal.kept.push_back(keptImage(*image));
        }
    }
    reversal.steps.push_back({StepKind::RestoreLine, order.step.subject, identity});
    reversal.kept.push_back(order.kept);
    return reversal;
}

} // namespace Sonde::Agent
