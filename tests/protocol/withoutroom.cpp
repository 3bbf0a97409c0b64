// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Compiled by nobody who names a room of protocol/, so this line must not find its file (the test `layers_compile`).
#include "protocol/command/grammar.h"
