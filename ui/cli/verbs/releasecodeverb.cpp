// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/time/timetext.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/verbs/cliverbs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

class ReleaseCodeVerb final : public CliVerb
{
public:
    ReleaseCodeVerb()
        : CliVerb({.name = u"release-code"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Makes a code that ends the isolation of a device which has lost its service."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "The code is printed, and until when it is good; who is at the device gives it to its agent: "
                  "“sonde-agent --data DIR --release -” reads it from standard input. It is good for that device "
                  "alone, and the journal knows who made it."),
              .forms = {{u"DEVICE"_s, nullptr}},
              .options = {{u"hours"_s, u"N"_s,
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli", "How long it is good; at most 168, a week."), u"24"_s}},
              .examples = {u"--tenant https://soc.example:8443 --user aya --password-file pw release-code mail-3"_s}})
    {
    }

protected:
    void start() override
    {
        const auto device = findDevice(argument(0));
        if (!device)
            return fail(device.error());
        Message::MakeReleaseCode request;
        request.device = *device;
        constexpr quint64 many = 1000; // the service says how many are too many
        request.valid = std::chrono::hours(std::min(options().hours, many));
        tenant().client.request<Message::ReleaseCode>(request, this, [this](const Result<Message::ReleaseCode> &made) {
            if (!made)
                return fail(made.error());
            if (options().json) {
                printer().object({{u"code"_s, made->code}, {u"expires"_s, jsonTime(made->expires)}});
            } else {
                Printer::line(made->code);
                //: %1 a date and time
                Printer::note(QCoreApplication::translate("Sonde::Client::Cli", "Good until %1.")
                        .arg(TimeText().withZone(made->expires)));
            }
            finish();
        });
    }
};

} // namespace

std::unique_ptr<CliVerb> releaseCodeVerb()
{
    return std::make_unique<ReleaseCodeVerb>();
}

} // namespace Sonde::Client
