// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/filecheck.h"
#include "service/loop/eventloop.h"
#include "service/serviceprogram.h"
#include "transport/base/endsignals.h"
#include "transport/base/inputend.h"
#include "transport/base/processlimits.h"
#include "transport/tls/tlsclient.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <cstdio>

using namespace Sonde;
using namespace Sonde::Service;

namespace {

constexpr int Usage = 2;
constexpr int CannotRun = 4;

int complain(const Error &error, int status)
{
    std::fprintf(stderr, "sonde-service: %s\n", qPrintable(debugText(error)));
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    // Before anything else is set up: such a process needs little, and does not live long.
    if (argc > 1 && std::string_view(argv[1]) == FileCheckOption)
        return runFileCheck(std::span(argv + 2, size_t(argc - 2)));
    if (auto dispatcher = makeEventDispatcher())
        QCoreApplication::setEventDispatcher(dispatcher.release());
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sonde-service"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SONDE_VERSION));

    keepMemoryPrivate();
    std::ignore = mostDescriptors();
    const auto options = parseOptions(QCoreApplication::arguments());
    if (!options)
        return complain(options.error(), Usage);
    startTls();
    const auto service = ServiceProgram::start(*options);
    if (!service)
        return complain(service.error(), CannotRun);

    const EndSignals signals;
    QObject::connect(&signals, &EndSignals::asked, &application, &QCoreApplication::quit);
    std::optional<InputEnd> input;
    if (options->embedded)
        QObject::connect(&input.emplace(), &InputEnd::reached, &application, &QCoreApplication::quit);
    QObject::connect(service->get(), &ServiceProgram::failed, &application,
        [](const Error &error) { QCoreApplication::exit(complain(error, CannotRun)); });
    std::printf("%s\n", QJsonDocument((*service)->readyFacts()).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    const int status = QCoreApplication::exec();
    (*service)->stop();
    return status;
}
