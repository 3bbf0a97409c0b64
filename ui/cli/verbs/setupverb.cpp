// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/tenantsetup.h"
#include "ui/cli/verbs/cliverbs.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class SetupVerb final : public CliVerb
{
public:
    SetupVerb()
        : CliVerb({.name = u"setup"_s,
              .purpose =
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Makes --user the first administrator of a new tenant."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "The set-up token, as the service prints it at its first start, is the first line of standard input; "
                  "the new password comes from --password-file. --fingerprint is needed."),
              .forms = {{QString(), nullptr}},
              .options = {},
              .needs = VerbNeeds::Address,
              .examples = {u"--tenant https://soc.example:8443 --fingerprint F --user aya --password-file pw setup < "
                           u"setup-token"_s}})
    {
    }

protected:
    void start() override
    {
        m_setup = std::make_unique<TenantSetup>(options());
        connect(m_setup.get(), &TenantSetup::finished, this, &CliVerb::finished);
        m_setup->run();
    }

private:
    std::unique_ptr<TenantSetup> m_setup;
};

} // namespace

std::unique_ptr<CliVerb> setupVerb()
{
    return std::make_unique<SetupVerb>();
}

} // namespace Sonde::Client
