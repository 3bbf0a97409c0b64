// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/acts/shownact.h"

#include "protocol/base/codec.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// The cells of one row, by the ids of their columns.
class ActCells final
{
public:
    ActCells(const CommandSpec &command, const QCborArray &row)
        : m_command(command)
        , m_row(row)
    {
    }

    [[nodiscard]] QCborValue cell(QStringView id) const
    {
        const qsizetype column = m_command.columnIndex(id);
        return column < 0 ? QCborValue() : m_row.at(column);
    }
    [[nodiscard]] QString text(QStringView id) const { return cell(id).toString(); }
    [[nodiscard]] QCborMap details() const { return cell(u"details").toMap(); }

private:
    const CommandSpec &m_command;
    const QCborArray &m_row;
};

std::optional<Error> errorIn(const QCborMap &details)
{
    if (const QCborValue problem = details.value(u"problem"_s); problem.isMap()) {
        if (auto error = Codec::fromBytes<Error>(problem.toCbor()))
            return *std::move(error);
    }
    // A device of an earlier version tells only the code.
    const auto code = Codec::fromWireName<ErrorCode>(details.value(u"error"_s).toString());
    return code ? std::optional(Error{*code, {}, {}, {}}) : std::nullopt;
}

ShownStep stepFrom(const ActCells &cells)
{
    const QCborMap details = cells.details();
    return {.action = cells.text(u"action"),
        .kind = Codec::fromWireName<StepKind>(cells.text(u"action")),
        .subject = cells.text(u"subject"),
        .identity = details.value(u"identity"_s).toMap(),
        .state = Codec::fromWireName<StepState>(cells.text(u"state")),
        .error = errorIn(details),
        .outcome = details.value(u"outcome"_s).toMap()};
}

} // namespace

bool ShownAct::isInTheWay() const
{
    return std::ranges::contains(notes, NoteKind::InTheWay, &ActNote::kind);
}

int ShownAct::count(std::initializer_list<StepState> states) const
{
    return int(std::ranges::count_if(
        steps, [states](const ShownStep &step) { return step.state && std::ranges::contains(states, *step.state); }));
}

/// What was ended stays ended, whatever is undone.
bool ShownAct::canBeUndone() const
{
    const auto isLasting = [](const ShownStep &step) {
        constexpr std::array lasting{StepKind::StopProcesses, StepKind::KillProcesses, StepKind::LookAgain};
        return step.kind && std::ranges::contains(lasting, *step.kind);
    };
    return number && kind == ActKind::Remediate && std::ranges::any_of(steps, [&](const ShownStep &step) {
        return (step.state == StepState::Done || step.state == StepState::NotConfirmed) && !isLasting(step);
    });
}

/// A list has a row for each act, and calls it what it was.
bool tellsAct(const ResultSnapshot &rows)
{
    return rows.rowCount() > 0 && !Codec::fromWireName<ActKind>(ActCells(rows.command(), rows.row(0)).text(u"action"));
}

std::optional<ShownAct> actFrom(const ResultSnapshot &rows)
{
    if (!tellsAct(rows))
        return {};
    ShownAct act;
    act.kind = Codec::fromWireName<ActKind>(rows.command().verb).value_or(ActKind::Remediate);
    for (int i = 0; i < rows.rowCount(); ++i) {
        const ActCells cells(rows.command(), rows.row(i));
        if (i > 0 && cells.text(u"plan") != act.hash)
            return {};
        if (i == 0) {
            act.type = Codec::fromWireName<EntityType>(cells.text(u"type")).value_or(EntityType::File);
            act.id = cells.text(u"id");
            act.hash = cells.text(u"plan");
            act.expires = QDateTime::fromString(cells.text(u"expires"), Qt::ISODateWithMs);
            if (const QCborValue number = cells.cell(u"act"); number.isInteger())
                act.number = quint64(number.toInteger());
        }
        // A note has no state; what has one is a step, also one of a kind that is not known here.
        if (const auto note = Codec::fromWireName<NoteKind>(cells.text(u"action"));
            note && cells.text(u"state").isEmpty())
            act.notes.push_back({*note, cells.text(u"subject"), cells.details()});
        else
            act.steps.push_back(stepFrom(cells));
    }
    return act;
}

} // namespace Sonde::Client
