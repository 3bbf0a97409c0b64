// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/verbs/cliverbs.h"
#include "ui/cli/verbs/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class TagsVerb final : public CliVerb
{
public:
    TagsVerb()
        : CliVerb({.name = u"tags"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Gives devices tags, or takes them away."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "TAGS are separated by commas. Tags can decide which group a device is in. It is done for all of the "
                  "devices or for none."),
              .forms = {{u"add TAGS DEVICE…"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Gives devices these tags.")},
                  {u"remove TAGS DEVICE…"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Takes these tags away from devices.")}},
              .options = {},
              .examples = {u"--embedded tags add server,berlin desk-7 desk-8"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw tags remove server desk-7"_s}})
    {
    }

protected:
    void start() override
    {
        Message::ChangeTags request;
        for (const QString &name : options().arguments.sliced(2)) {
            const auto device = findDevice(name);
            if (!device)
                return fail(device.error());
            request.devices.push_back(*device);
        }
        (argument(0) == u"add" ? request.add : request.remove) = wordsOf(argument(1));
        tenant().client.request<Message::Done>(
            request, this, [this](const Result<Message::Done> &done) { finishWith(done); });
    }
};

} // namespace

std::unique_ptr<CliVerb> tagsVerb()
{
    return std::make_unique<TagsVerb>();
}

} // namespace Sonde::Client
