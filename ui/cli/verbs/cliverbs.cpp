// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/verbs/cliverbs.h"

#include "protocol/time/timetext.h"
#include "ui/cli/governance/governanceverbs.h"
#include "ui/cli/record/recordverbs.h"

namespace Sonde::Client {

void addVerbs(VerbTable &verbs)
{
    verbs.add(devicesVerb());
    verbs.add(execVerb());
    verbs.add(sessionVerb());
    verbs.add(sessionsVerb());
    verbs.add(libraryVerb());
    verbs.add(downloadsVerb());
    verbs.add(journalVerb());
    verbs.add(activityVerb());
    verbs.add(caseVerb());
    verbs.add(verifyVerb());
    verbs.add(settingsVerb());
    verbs.add(rolesVerb());
    verbs.add(groupsVerb());
    verbs.add(tagsVerb());
    verbs.add(publishersVerb());
    verbs.add(usersVerb());
    verbs.add(elevateVerb());
    verbs.add(elevationsVerb());
    verbs.add(approvalsVerb());
    verbs.add(secondFactorVerb());
    verbs.add(enrolVerb());
    verbs.add(releaseCodeVerb());
    verbs.add(setupVerb());
    verbs.add(helpVerb(verbs));
}

} // namespace Sonde::Client
