// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/announcer.h"

#include <cstdio>

namespace Sonde::Client {

namespace {

void announce(const char *event)
{
    std::printf("{\"event\":\"%s\"}\n", event);
    std::fflush(stdout);
}

} // namespace

Announcer::Announcer(const FirstPaint &firstPaint, const Workstation &workstation)
{
    connect(&firstPaint, &FirstPaint::done, this, [] { announce("painted"); });
    connect(&workstation, &Workstation::phaseChanged, this, [](Workstation::Phase phase) {
        if (phase == Workstation::Phase::Ready)
            announce("ready");
    });
}

} // namespace Sonde::Client

#include "moc_announcer.cpp"
