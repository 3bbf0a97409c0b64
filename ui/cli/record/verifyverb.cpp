// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "protocol/proof/proofkey.h"
#include "transport/threads/guarded.h"
#include "ui/cli/record/recordverbs.h"
#include "ui/report/casefindings.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QJsonObject objectOf(const CaseFinding &finding)
{
    QJsonObject object{{u"fault"_s, Codec::wireName(finding.fault)}};
    if (!finding.member.isEmpty())
        object.insert("member"_L1, finding.member);
    if (finding.entry > 0)
        object.insert("entry"_L1, qint64(finding.entry));
    if (finding.session.isValid())
        object.insert("session"_L1, qint64(finding.session.value()));
    return object;
}

QJsonObject objectOf(const CaseRemoval &removal)
{
    return {{u"what"_s, Codec::wireName(removal.isOutput ? ContentKind::Output : ContentKind::Evidence)},
        {u"session"_s, qint64(removal.session.value())}, {u"entry"_s, qint64(removal.entry)}};
}

class VerifyVerb final : public CliVerb
{
public:
    VerifyVerb()
        : CliVerb({.name = u"verify"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Checks a case file, without the tenant."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "Prints what is wrong and where, and the keys that signed. Compare these with what you were told by "
                  "another way: anybody can make keys. What the journal itself says that retention removed may be "
                  "missing; "
                  "the exit status is 1 when anything else is."),
              .forms = {{u"FILE"_s, nullptr}},
              .options = {},
              .needs = VerbNeeds::Nothing,
              .examples = {u"verify case.zip"_s, u"--output json verify case.zip"_s}})
    {
    }

protected:
    void start() override
    {
        runGuarded(
            this, [path = argument(0)] { return verifyCase(path); },
            [this](const Result<CaseVerdict> &verdict) {
                if (!verdict)
                    return fail(verdict.error());
                show(*verdict);
                finish(verdict->isWhole() ? ExitStatus::Completed : ExitStatus::Failed);
            });
    }

private:
    void show(const CaseVerdict &verdict)
    {
        const auto nameOf = [](const QByteArray &key) { return key.isEmpty() ? QString() : proofFingerprint(key); };
        const QString journalKey = nameOf(verdict.index.journalKey);
        const QString sealKey = nameOf(verdict.sealKey);
        if (options().json) {
            QJsonArray findings;
            for (const CaseFinding &finding : verdict.findings)
                findings.append(objectOf(finding));
            QJsonArray removals;
            for (const CaseRemoval &removal : verdict.removals)
                removals.append(objectOf(removal));
            printer().object({{u"whole"_s, verdict.isWhole()}, {u"entries"_s, qint64(verdict.entries)},
                {u"members"_s, qint64(verdict.members)}, {u"journal_key"_s, journalKey}, {u"seal_key"_s, sealKey},
                {u"countersignatures"_s, qint64(verdict.index.countersignatures.size())}, {u"findings"_s, findings},
                {u"removals"_s, removals}});
            return;
        }
        for (const CaseFinding &finding : verdict.findings)
            Printer::line(findingText(finding));
        for (const CaseRemoval &removal : verdict.removals)
            Printer::line(removalText(removal));
        if (verdict.isWhole())
            Printer::line(QCoreApplication::translate(
                "Sonde::Client::Cli", "The case file is whole: %n entries checked.", nullptr, int(verdict.entries)));
        if (!journalKey.isEmpty())
            Printer::line(QCoreApplication::translate("Sonde::Client::Cli", "Key of the journal: %1").arg(journalKey));
        if (!sealKey.isEmpty())
            Printer::line(QCoreApplication::translate("Sonde::Client::Cli", "Sealed with key: %1").arg(sealKey));
    }
};

} // namespace

std::unique_ptr<CliVerb> verifyVerb()
{
    return std::make_unique<VerifyVerb>();
}

} // namespace Sonde::Client
