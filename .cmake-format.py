# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# How CMake files look. `./dev check cmake` runs cmake-lint with it; nothing rewrites them.
with section("format"):
    line_width = 140
    tab_size = 4
