// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/devicerecord.h"
#include "protocol/command/catalogue.h"
#include "protocol/journal/projection.h"
#include "protocol/settings/settingtable.h"
#include "protocol/time/timetext.h"

#include <QCoreApplication>

namespace Sonde::Client {

/// Words for people, made from codes, states and the catalogue: the workstation and sonde-cli say the same thing. Plain text, in the
/// language of the installed translators. Text that came from a device is passed through as it is: who shows it marks what is hostile.
class Words final
{
    Q_DECLARE_TR_FUNCTIONS(Sonde::Client::Words)

public:
    /// One or two sentences: what happened, to what, why, and what to do.
    [[nodiscard]] static QString errorText(const Error &error);
    /// Under which condition a session can start, met or not.
    [[nodiscard]] static QString conditionText(const Condition &condition);

    /// "completed", "in background", "stopped on the device"…
    [[nodiscard]] static QString commandStateText(
        CommandState state, bool background = false, bool cancelAsked = false, std::optional<CancelResult> cancel = {});
    /// The same of one command; of a script that ended, with its exit status.
    [[nodiscard]] static QString commandStateText(const CommandRecord &command);
    [[nodiscard]] static QString sessionStateText(SessionState state);
    [[nodiscard]] static QString endReasonText(EndReason reason);
    [[nodiscard]] static QString roleText(const QString &role);
    [[nodiscard]] static QString levelText(Level level);

    /// What a command is for, in a sentence.
    [[nodiscard]] static QString commandPurpose(const QString &verb);
    [[nodiscard]] static QString parameterPurpose(const QString &verb, const QString &parameter);
    [[nodiscard]] static QString flagPurpose(const QString &verb, const QString &flag);
    /// What a column of its rows says, in a sentence.
    [[nodiscard]] static QString columnPurpose(const QString &verb, const QString &column);
    /// "bytes"; empty for what has no unit.
    [[nodiscard]] static QString unitText(Unit unit);
    /// `help`: a line for each command; `help <command>`: its page.
    [[nodiscard]] static QString helpOverview(Level level);
    [[nodiscard]] static QString helpPage(const CommandSpec &command, Level level);
    /// The same without its examples.
    [[nodiscard]] static QString helpFacts(const CommandSpec &command, Level level);
    /// The answer to a `help` line; an unknown verb is an error with the nearest ones.
    [[nodiscard]] static Result<QString> help(const Invocation &invocation, Level level);

    /// What a setting of the tenant is for, in a sentence.
    [[nodiscard]] static QString settingPurpose(TenantSetting setting);
    /// The values it may have: "1 to 10,000", "none, semi, full".
    [[nodiscard]] static QString settingRange(const SettingSpec &setting);
    /// What an integer counts; empty for others.
    [[nodiscard]] static QString unitText(SettingUnit unit);

    /// What a PowerShell script's signature is worth.
    [[nodiscard]] static QString signatureText(SignatureState state, const QString &signer);
    [[nodiscard]] static QString platformsText(Platforms platforms);
    /// "5 minutes", "2 h 3 min" are for sentences; seconds below a minute keep two decimals.
    [[nodiscard]] static QString durationText(std::chrono::microseconds duration);
    /// "3 min ago", "in 2 days"; empty for no time.
    [[nodiscard]] static QString ageText(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTimeUtc());
    /// What a column of times is called: "Started (UTC)".
    [[nodiscard]] static QString timeTitle(const QString &title, const TimeText &times);
    /// For a tool tip: a time with its milliseconds, in each zone that a reader may want, a line each, and how long ago it is.
    [[nodiscard]] static QString timeDetails(
        const QDateTime &time, const TimeText &times, const QDateTime &now = QDateTime::currentDateTimeUtc());
    /// "56,144 bytes (54.8 KiB)": a size as evidence.
    [[nodiscard]] static QString sizeText(qint64 bytes);

private:
    [[nodiscard]] static QString helpParameters(const CommandSpec &command);
    [[nodiscard]] static QString helpTerms(const CommandSpec &command, Level level);
    [[nodiscard]] static QString helpColumns(const CommandSpec &command);
};

} // namespace Sonde::Client
