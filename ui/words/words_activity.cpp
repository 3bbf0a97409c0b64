// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

struct KindPhrase {
    QLatin1StringView kind;
    const char *text;
};

// clang-format off: a table
constexpr KindPhrase kindPhrases[]{
    {"service-started"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Service started")},
    {"service-stopped"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Service stopped")},
    {"user-added"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "User added")},
    {"user-changed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "User changed")},
    {"user-signed-out"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "User signed out by an administrator")},
    {"signed-in"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Signed in")},
    {"sign-in-refused"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Sign-in refused")},
    {"signed-out"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Signed out")},
    {"enrolment-token-made"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Enrolment token made")},
    {"enrolment-token-withdrawn"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Enrolment token withdrawn")},
    {"device-enrolled"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Device enrolled")},
    {"device-removed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Device removed")},
    {"device-online"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Device online")},
    {"device-offline"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Device offline")},
    {"device-replaced"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Another connection took over")},
    {"certificate-renewed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Certificate renewed")},
    {"peer-refused"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Connection refused")},
    {"setting-changed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Setting changed")},
    {"session-created"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Session started")},
    {"session-disconnected"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Session ended")},
    {"stepped-in"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Acts in another’s session")},
    {"stepped-back"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Acts in another’s session no more")},
    {"command-accepted"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Command")},
    {"command-rejected"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Line refused")},
    {"cancel-asked"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Command cancelled")},
    {"transfer-started"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "File found")},
    {"evidence-stored"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Evidence stored")},
    {"evidence-delivered"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Evidence downloaded")},
    {"library-file-stored"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Library file stored")},
    {"library-file-deleted"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Library file deleted")},
    {"act-planned"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Change of the device begun")},
    {"act-ended"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Change of the device ended")},
    {"isolation-changed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Isolation changed")},
    {"release-code-made"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Release code made")},
    {"clock-set-back"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Clock set back")},
    {"role-changed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Role changed")},
    {"group-changed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Device group changed")},
    {"tags-changed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Tags changed")},
    {"server-excepted"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Live response for this server changed")},
    {"publisher-changed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Trusted publisher changed")},
    {"role-elevated"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Role taken for a time")},
    {"elevation-ended"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Role for a time ended")},
    {"approval-requested"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Approval asked for")},
    {"approval-decided"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Approval decided")},
    {"break-glass-armed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Break-glass account armed")},
    {"break-glass-used"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Break-glass account used")},
    {"break-glass-ended"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Break-glass account ended")},
    {"second-factor-made"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Second factor made")},
    {"second-factor-confirmed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Second factor confirmed")},
    {"second-factor-removed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Second factor removed")},
    {"second-factor-shown"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Second factor shown")},
    {"second-factor-refused"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Second factor refused")},
    {"content-removed"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "Content removed by retention")},
    {"journal-differs"_L1, QT_TRANSLATE_NOOP("Sonde::Client::Words", "The journal is not what it was")},
};
// clang-format on

} // namespace

QString Words::activityText(const QString &kind)
{
    const auto *found = std::ranges::find(kindPhrases, kind, &KindPhrase::kind);
    return found == std::end(kindPhrases) ? kind : tr(found->text);
}

QString Words::activityText(const ActivityRecord &record)
{
    if (record.kind != "approval-decided"_L1)
        return activityText(record.kind);
    //: what was done: a second person did not let somebody's line run
    return record.outcome == ActivityOutcome::Refused ? tr("Line denied")
                                                      //: what was done: a second person let somebody's line run
                                                      : tr("Line approved");
}

QString Words::outcomeText(ActivityOutcome outcome)
{
    switch (outcome) {
    //: outcome of something that was done
    case ActivityOutcome::Underway: return tr("underway");
    //: outcome of something that was done
    case ActivityOutcome::Done: return tr("completed");
    //: outcome of a command that ran to its end, and could not do or see all that was asked for
    case ActivityOutcome::Partly: return tr("completed in part");
    //: outcome of something that was done
    case ActivityOutcome::Failed: return tr("failed");
    //: outcome of something that was done: it never ran, or touched nothing
    case ActivityOutcome::Refused: return tr("refused");
    //: outcome of something that was done
    case ActivityOutcome::Cancelled: return tr("cancelled");
    //: outcome of a command that changes devices: it only made a plan
    case ActivityOutcome::Planned: return tr("planned only");
    //: outcome of a command: the agent restarted while it ran
    case ActivityOutcome::Interrupted: return tr("interrupted");
    //: outcome of a command: its time limit was reached
    case ActivityOutcome::Expired: return tr("expired");
    //: outcome of a getfile: the service has the file, this computer has not
    case ActivityOutcome::NotDownloaded: return tr("not downloaded");
    case ActivityOutcome::Happened: return u"—"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Sonde::Client
