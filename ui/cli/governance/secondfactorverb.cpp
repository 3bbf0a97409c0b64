// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/governance/secondfactorcontroller.h"
#include "protocol/base/codec.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/secrets.h"
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/governance/governanceverbs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class SecondFactorVerb final : public CliVerb
{
public:
    SecondFactorVerb()
        : CliVerb({.name = u"second-factor"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Sets up one's own second factor."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "An authenticator app makes codes from a secret (TOTP, RFC 6238). Some roles give what goes beyond "
                  "looking only after one; --code-file shows it, with any verb. A code is good once. Whoever has a "
                  "second factor needs a code of it to set up another one."),
              .forms = {{u"enrol"_s,
                            QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                                "Makes a secret and prints it, this once. It counts after “confirm”.")},
                  {u"confirm"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Confirms the secret by a code of it, the first line of standard input.")},
                  {u"status"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Says whether there is one that counts.")}},
              .options = {},
              .examples = {u"--tenant https://soc.example:8443 --user aya --password-file pw second-factor enrol"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw second-factor confirm"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw --code-file code users list"_s}})
    {
    }

protected:
    void start() override
    {
        if (argument(0) == u"enrol")
            enrol();
        else if (argument(0) == u"confirm")
            confirm();
        else
            status();
    }

private:
    void enrol()
    {
        tenant().client.request<Message::SecondFactorSecret>(
            Message::MakeSecondFactor{}, this, [this](const Result<Message::SecondFactorSecret> &made) {
                if (!made)
                    return fail(made.error());
                const SecondFactorSecret secret = secretFrom(made->secret, tenant().client);
                if (options().json) {
                    printer().object({{u"secret"_s, secret.text}, {u"uri"_s, secret.uri}});
                } else {
                    Printer::line(secret.text);
                    Printer::line(secret.uri);
                }
                Printer::note(QCoreApplication::translate("Sonde::Client::Cli",
                    "Type the letters into an authenticator app, or give it the address. It is said only this once, "
                    "and "
                    "counts after “second-factor confirm”."));
                finish();
            });
    }

    void confirm()
    {
        const auto code = readSecret(Secret::Code);
        if (!code)
            return fail(code.error());
        tenant().client.request<Message::Done>(Message::ShowSecondFactor{.code = *code}, this,
            [this](const Result<Message::Done> &done) { finishWith(done); });
    }

    void status()
    {
        tenant().client.request<Message::SecondFactor>(
            Message::FetchSecondFactor{}, this, [this](const Result<Message::SecondFactor> &known) {
                if (!known)
                    return fail(known.error());
                printer().list({u"state"_s, u"shown"_s},
                    {{{u"state"_s, Codec::wireName(known->state)}, {u"shown"_s, known->shown}}});
                finish();
            });
    }
};

} // namespace

std::unique_ptr<CliVerb> secondFactorVerb()
{
    return std::make_unique<SecondFactorVerb>();
}

} // namespace Sonde::Client
