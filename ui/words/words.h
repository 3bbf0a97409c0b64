// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/needs.h"
#include "protocol/acts/act.h"
#include "protocol/base/devicerecord.h"
#include "protocol/command/catalogue.h"
#include "protocol/journal/activity.h"
#include "protocol/journal/projection.h"
#include "protocol/settings/settingvalues.h"
#include "protocol/time/timetext.h"

#include <QCoreApplication>

namespace Sonde::Client {

/// Who reads help: what they may do, where, and in which tenant; what is not known limits nothing.
struct HelpReader {
    DeviceAccess access = fullAccess();
    std::optional<Platform> platform = {};
    std::optional<SettingValues> settings = {};

    bool operator==(const HelpReader &) const = default;
};

/// A part of a help page: lines of a name and what it means. Without a name the line is a sentence.
struct HelpSection {
    QString title; ///< may be empty
    QList<std::pair<QString, QString>> lines;
};

/// Words for people, made from codes, states and the catalogue: the workstation and sonde-cli say the same thing. Plain text, in the
/// language of the installed translators. Text that came from a device is passed through as it is: who shows it marks what is hostile.
class Words final
{
    Q_DECLARE_TR_FUNCTIONS(Sonde::Client::Words)

public:
    /// One or two sentences: what happened, to what, why, and what to do.
    [[nodiscard]] static QString errorText(const Error &error);
    /// Why, in the reader's language where the reason is one that has a code; else in the words of whoever said it.
    [[nodiscard]] static QString reasonText(const Error &error);
    /// Under which condition a session can start, met or not.
    [[nodiscard]] static QString conditionText(const Condition &condition);

    /// "completed", "in background", "stopped on the device"…
    [[nodiscard]] static QString commandStateText(
        CommandState state, bool background = false, bool cancelAsked = false, std::optional<CancelResult> cancel = {});
    /// The same of one command; of one that ended its outcome, and of a script its exit status.
    [[nodiscard]] static QString commandStateText(const CommandRecord &command);
    [[nodiscard]] static QString commandStateText(const CommandRecord &command, ActivityOutcome outcome);
    /// Of a line, before it is sent: that a second person has to approve it.
    [[nodiscard]] static QString approvalNote();
    /// "isolated", "partly isolated"…
    [[nodiscard]] static QString isolationStateText(IsolationState state);
    /// What an isolated device is not kept from, or what nobody sees to.
    [[nodiscard]] static QString isolationGapText(const IsolationShortfall &shortfall);
    /// How far a device is cut off, by whom and since when, and what is not covered; empty when it is not and is not to be.
    [[nodiscard]] static QString isolationText(const IsolationFacts &facts, const TimeText &times);
    /// What somebody who works on the device has to know of it, in a sentence or two; empty when it is not isolated and is not to be.
    [[nodiscard]] static QString isolationSentence(const IsolationFacts &facts);
    /// What was done, by the name of the journal's event; an unknown one as it is.
    [[nodiscard]] static QString activityText(const QString &kind);
    /// The same of a record, which says more of some kinds.
    [[nodiscard]] static QString activityText(const ActivityRecord &record);
    /// What became of something, in the one word that is used for it everywhere.
    [[nodiscard]] static QString outcomeText(ActivityOutcome outcome);
    /// What an act is about: "file", "scheduled task"…
    [[nodiscard]] static QString entityText(EntityType type);
    /// "remediation", "undo"…
    [[nodiscard]] static QString actKindText(ActKind kind);
    /// Asked before it is done, in our words alone.
    [[nodiscard]] static QString actQuestion(ActKind kind, EntityType type);
    /// "done", "undone in part"…
    [[nodiscard]] static QString actStateText(ActState state);
    /// What a step does, in a few words.
    [[nodiscard]] static QString stepText(StepKind kind);
    /// What came of a step, and the same in the words of what it does: "put back", "it is back".
    [[nodiscard]] static QString stepStateText(StepState state);
    [[nodiscard]] static QString stepStateText(StepKind kind, StepState state);
    /// What the cell of a verb that acts says: of `action`, `state`, `type`, and of the steps in `details`; empty for others.
    [[nodiscard]] static QString actCellText(QStringView column, const QCborValue &cell);
    /// A sentence or two for all steps of an act; of a plan, that it is one.
    [[nodiscard]] static QString outcomeText(ActKind kind, const std::vector<StepState> &states);
    /// What to know before one says yes, a sentence each; what is said of several things alike is said once.
    [[nodiscard]] static QList<std::pair<NoteKind, QString>> noteTexts(const std::vector<ActNote> &notes);
    /// Of one that is completed and printed no rows: what was looked for and is not there; empty for others.
    [[nodiscard]] static QString nothingFound(const CommandRecord &command);
    [[nodiscard]] static QString sessionStateText(SessionState state);
    [[nodiscard]] static QString endReasonText(EndReason reason);
    /// How a session ended, and by whom, where that was somebody else; empty while it goes on.
    [[nodiscard]] static QString endText(const SessionRecord &session);
    [[nodiscard]] static QString roleText(const QString &role);
    /// Of a device group.
    [[nodiscard]] static QString groupText(const QString &group);
    /// By their original names; one that only a later version knows is called as that calls it.
    [[nodiscard]] static QString remediationLevelText(const QString &level);
    [[nodiscard]] static QString permissionText(Permission permission);
    /// Several, as a list.
    [[nodiscard]] static QString permissionsText(PermissionSet permissions);

    /// What a command is for, in a sentence.
    [[nodiscard]] static QString commandPurpose(const QString &verb);
    [[nodiscard]] static QString parameterPurpose(const QString &verb, const QString &parameter);
    [[nodiscard]] static QString flagPurpose(const QString &verb, const QString &flag);
    /// What a column of its rows says, in a sentence.
    [[nodiscard]] static QString columnPurpose(const QString &verb, const QString &column);
    /// "bytes"; empty for what has no unit.
    [[nodiscard]] static QString unitText(Unit unit);
    /// `help`: what can be done, what not and why, and what the tenant limits; `help <command>`: its page.
    [[nodiscard]] static QString helpOverview(const HelpReader &reader);
    [[nodiscard]] static QString helpPage(const CommandSpec &command, const HelpReader &reader);
    /// The parts of a command's page, without its purpose, usage and examples.
    [[nodiscard]] static std::vector<HelpSection> helpSections(const CommandSpec &command, const HelpReader &reader);
    /// The answer to a `help` line; an unknown verb is an error with the nearest ones.
    [[nodiscard]] static Result<QString> help(const Invocation &invocation, const HelpReader &reader);

    /// What a setting of the tenant is for, in a sentence.
    [[nodiscard]] static QString settingPurpose(TenantSetting setting);
    /// The values it may have: "1 to 10,000", "none, semi, full".
    [[nodiscard]] static QString settingRange(const SettingSpec &setting);
    /// "100 MiB", "30 minutes", "off".
    [[nodiscard]] static QString settingValue(TenantSetting setting, const SettingValues &values);
    /// What an integer counts; empty for others.
    [[nodiscard]] static QString unitText(SettingUnit unit);

    /// "clean", "not scanned"…
    [[nodiscard]] static QString verdictText(Verdict verdict);
    [[nodiscard]] static QString engineText(Engine engine);
    /// Of "low", "medium" or "high"; empty for others.
    [[nodiscard]] static QString confidenceText(const QString &confidence);
    /// What a finding of that name says; empty for the names of rules and signatures, which nobody translates.
    [[nodiscard]] static QString observationText(const QString &finding);
    /// What a file or process was found to be, how sure that is, and which engines say so, or why it was not scanned.
    [[nodiscard]] static QString verdictSentence(
        Verdict verdict, const QString &confidence, const std::vector<Engine> &engines, const QString &reason);
    /// Of a scan: how many files got which verdict.
    [[nodiscard]] static QString scanSentence(const QCborMap &counts);
    [[nodiscard]] static QString findingSentence(Engine engine, const QString &name, const QString &evidence);
    /// Whose a rule is: those who give rules away ask for that.
    [[nodiscard]] static QString ruleSentence(const QString &author, const QString &license, const QString &source);
    [[nodiscard]] static QString gapSentence(Engine engine, const QString &reason);
    /// A part of a package, by its name in the rows of collect.
    [[nodiscard]] static QString packageAreaText(const QString &area);

    /// What a PowerShell script's signature is worth.
    [[nodiscard]] static QString signatureText(SignatureState state, const QString &signer);
    [[nodiscard]] static QString platformsText(Platforms platforms);
    /// The parts of a list, one after the other.
    [[nodiscard]] static QString listText(const QStringList &parts);
    /// "5 minutes", "2 h 3 min" are for sentences; seconds below a minute keep two decimals.
    [[nodiscard]] static QString durationText(std::chrono::microseconds duration);
    /// "3 min ago", "in 2 days"; empty for no time.
    [[nodiscard]] static QString ageText(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTimeUtc());
    /// "no word for 40 s": of what may be lost, but is not known to be.
    [[nodiscard]] static QString silenceText(
        const QDateTime &since, const QDateTime &now = QDateTime::currentDateTimeUtc());
    /// What a column of times is called: "Started (UTC)".
    [[nodiscard]] static QString timeTitle(const QString &title, const TimeText &times);
    /// "1 s", "3 min", "2 h", "5 days": about how long.
    [[nodiscard]] static QString spanText(std::chrono::seconds span);
    /// For a tool tip: a time with its milliseconds, in each zone that a reader may want, a line each, and how long ago it is.
    /// `digits`: how many of the milliseconds' are known.
    [[nodiscard]] static QString timeDetails(const QDateTime &time, const TimeText &times,
        const QDateTime &now = QDateTime::currentDateTimeUtc(), int digits = TimeText::AllDigits);
    /// "56,144 bytes (54.8 KiB)": a size as evidence.
    [[nodiscard]] static QString sizeText(qint64 bytes);

private:
    [[nodiscard]] static QString stepLine(const QCborMap &step);
    [[nodiscard]] static QString named(const QStringList &names);
    [[nodiscard]] static QString noteText(NoteKind kind, const QStringList &subjects, const QCborMap &facts);
    [[nodiscard]] static QString lostFactText(const QString &fact);
    [[nodiscard]] static QString broughtBackText(const QString &what, const QCborMap &facts);
    [[nodiscard]] static QString cannotUndoText(const QString &what, const QCborMap &facts);
    [[nodiscard]] static HelpSection helpParameters(const CommandSpec &command);
    [[nodiscard]] static HelpSection helpTerms(const CommandSpec &command, const HelpReader &reader);
    [[nodiscard]] static HelpSection helpColumns(const CommandSpec &command);
    [[nodiscard]] static HelpSection helpLimits(const SettingValues &settings);
    [[nodiscard]] static QString limitOf(const QString &verb, const std::optional<SettingValues> &settings);
};

} // namespace Sonde::Client
