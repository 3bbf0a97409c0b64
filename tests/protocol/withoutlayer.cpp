// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Compiled by nobody who links sonde_protocol, so this line must not find its file (the test `layers_compile`).
#include "grammar.h"
