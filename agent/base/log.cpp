// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/log.h"

Q_LOGGING_CATEGORY(agentLog, "sonde.agent", QtInfoMsg)
