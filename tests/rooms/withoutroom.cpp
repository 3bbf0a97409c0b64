// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names the room protocol/base and not protocol/command, so this line must not find its file (the test `rooms_compile`).
#include "protocol/command/grammar.h"
