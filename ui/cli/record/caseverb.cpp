// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/casefile/caseexport.h"
#include "controllers/tenant/headwitness.h"
#include "models/casefile/casearchive.h"
#include "ui/cli/record/recordverbs.h"
#include "ui/report/casereport.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class CaseVerb final : public CliVerb
{
public:
    CaseVerb()
        : CliVerb({.name = u"case"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Makes a case file: what was done in sessions, with its proof."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "An archive with the journal’s entries, the outputs, the list of evidence, what was done to the "
                  "device, and a report. Whoever has it can check it without the tenant: “sonde-cli verify FILE”."),
              .forms = {{u"ID…"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Of these sessions.")},
                  {u"all"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Of the whole journal.")}},
              .options = {{u"o"_s, u"FILE"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Where it goes.")}},
              .examples = {u"--embedded case 3 -o session-3.zip"_s, u"--embedded case 3 4 5 -o case.zip"_s,
                  u"--embedded case all -o journal.zip"_s}})
    {
    }

protected:
    void start() override
    {
        if (options().file.isEmpty())
            return fail(usageError(ErrorCode::MissingParameter, u"-o"_s, usageOf(spec()) + u" -o FILE"_s));
        if (QFileInfo::exists(options().file) && !options().overwrite)
            return fail({ErrorCode::FileExists, options().file, {}, {}});
        m_export = std::make_unique<CaseExport>(tenant().client);
        connect(m_export.get(), &CaseExport::finished, this, [this](const Result<void> &made) { finishWith(made); });
        m_export->start(order());
    }

private:
    CaseExport::Order order()
    {
        CaseExport::Order order{.path = options().file,
            .countersignatures = HeadWitness::countersignatures(tenant().client.fingerprint()),
            .keyFile = defaultWorkstationKeyFile(),
            .reports = [](const CaseContents &contents) {
                return std::vector{
                    std::pair<QByteArray, QByteArray>(CaseNames::HtmlReport, caseReport(contents).toUtf8())};
            }};
        for (const QString &id : options().arguments) {
            if (id != "all"_L1)
                order.sessions.emplace_back(id.toULongLong());
        }
        const DeviceModel &devices = tenant().inventory.devices();
        for (int row = 0; row < devices.rowCount(); ++row) {
            const DeviceRecord *device = devices.device(row);
            order.devices.emplace(device->id, device->facts);
        }
        return order;
    }

    std::unique_ptr<CaseExport> m_export;
};

} // namespace

std::unique_ptr<CliVerb> caseVerb()
{
    return std::make_unique<CaseVerb>();
}

} // namespace Sonde::Client
