// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/verbhelp.h"
#include "ui/cli/verbs/cliverbs.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class HelpVerb final : public CliVerb
{
public:
    explicit HelpVerb(const VerbTable &verbs)
        : CliVerb({.name = u"help"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the verbs, or explains one."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "“sonde-cli VERB --help” says the same. The commands of the console are explained by “help” in a "
                  "session."),
              .forms = {{u"[VERB]"_s, nullptr}},
              .options = {},
              .needs = VerbNeeds::Nothing,
              .examples = {u"help"_s, u"help library"_s, u"--embedded exec this 'help findfile'"_s}})
        , m_verbs(verbs)
    {
    }

protected:
    void start() override
    {
        if (options().arguments.isEmpty()) {
            Printer::page(verbsOverview(m_verbs));
            return finish();
        }
        const auto verb = m_verbs.find(argument(0));
        if (!verb)
            return fail(verb.error());
        Printer::page(verbPage((*verb)->spec()));
        finish();
    }

private:
    const VerbTable &m_verbs;
};

} // namespace

std::unique_ptr<CliVerb> helpVerb(const VerbTable &verbs)
{
    return std::make_unique<HelpVerb>(verbs);
}

} // namespace Sonde::Client
