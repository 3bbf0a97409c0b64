#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run-test.sh PROGRAM ARGUMENT…: runs a test under Wine. What it prints goes through a file: without a console it would be lost.

report=$(mktemp)
trap 'rm -f -- "$report"' EXIT
wine "$@" -o "Z:$report,txt" 2>/dev/null
status=$?
cat -- "$report"
exit "$status"
