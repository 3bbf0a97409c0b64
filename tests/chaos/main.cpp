// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// sonde-chaos: whether files come home whatever happens. A real workstation with its embedded tenant, service and agent, brings files of
// many sizes while each of the three is killed (kill -9) again and again, and every connection is cut somewhere. In the end every file
// must be there and whole, none of them begun anew, nothing half-finished left anywhere, and the journal tell the story. The seed is
// printed first; usage() lists the options.
//
// Exit status: 0 all as it must be, 1 it is not, or it could not be tried (stderr says what), 2 usage.

#include "tests/chaos/trial.h"
#include "transport/tls/tlsclient.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

using namespace Sonde;
using namespace Sonde::Client;

namespace {
enum ExitStatus { Good = 0, Bad = 1, Usage = 2 };
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sonde-chaos"));
    const auto plan = Chaos::readPlan(QCoreApplication::arguments().sliced(1));
    if (!plan) {
        std::fprintf(stderr, "sonde-chaos: %s\n%s", qPrintable(debugText(plan.error())), qPrintable(Chaos::usage()));
        return Usage;
    }
    std::printf("seed %u\n", plan->seed);
    startTls();
    Chaos::Trial trial(*plan);
    const auto held = trial.hold();
    if (!held)
        std::fprintf(stderr, "sonde-chaos: %s\n", qPrintable(debugText(held.error())));
    for (const QString &finding : trial.findings())
        std::fprintf(stderr, "sonde-chaos: %s\n", qPrintable(finding));
    std::puts(QJsonDocument(trial.figures()).toJson(QJsonDocument::Compact).constData());
    return held && trial.findings().isEmpty() ? Good : Bad;
}
