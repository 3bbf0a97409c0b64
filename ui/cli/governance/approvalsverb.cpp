// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/rows.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/governance/governanceverbs.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

class ApprovalsVerb final : public CliVerb
{
public:
    ApprovalsVerb()
        : CliVerb({.name = u"approvals"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Lists the commands that wait for a second person, approves and denies them."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "What needs approval the settings say (approval-verbs) and the device groups. Nobody decides about "
                  "their own. Approved, a command runs as it is shown, if it still may; nobody's answer denies it when "
                  "its time is over."),
              .forms = {{u"list"_s,
                            QT_TRANSLATE_NOOP(
                                "Sonde::Client::Cli", "Lists those one may decide about, and one's own.")},
                  {u"show ID"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Shows what the device said that it would do.")},
                  {u"approve ID"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Has the command run.")},
                  {u"deny ID"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Refuses it; needs a reason.")}},
              .options = {{u"reason"_s, u"TEXT"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Why.")}},
              .examples = {u"--tenant https://soc.example:8443 --user sam --password-file pw approvals list"_s,
                  u"--tenant https://soc.example:8443 --user sam --password-file pw approvals approve 1234 "
                  u"--reason \"case 7\""_s}})
    {
    }

protected:
    void start() override
    {
        const QString what = argument(0);
        if (what == u"list")
            return list();
        const CommandId command(argument(1).toULongLong());
        if (what == u"show")
            return show(command);
        tenant().client.request<Message::Done>(
            Message::DecideApproval{.command = command, .approved = what == u"approve", .reason = options().reason},
            this, [this](const Result<Message::Done> &done) { finishWith(done); });
    }

private:
    void list()
    {
        tenant().client.request<Message::Approvals>(
            Message::FetchApprovals{}, this, [this](const Result<Message::Approvals> &all) {
                if (!all)
                    return fail(all.error());
                std::vector<QJsonObject> rows;
                for (const ApprovalRecord &record : all->approvals) {
                    const DeviceRecord *device = tenant().inventory.devices().device(record.device);
                    rows.push_back({{u"command_id"_s, qint64(record.command.value())},
                        {u"device"_s, device ? device->facts.name : record.device.value()}, {u"user"_s, record.analyst},
                        {u"line"_s, record.line}, {u"reason"_s, record.reason}, {u"asked"_s, jsonTime(record.asked)},
                        {u"expires"_s, jsonTime(record.expires)}, {u"has_plan"_s, record.hasPlan}});
                }
                printer().list({u"command_id"_s, u"device"_s, u"user"_s, u"line"_s, u"reason"_s, u"asked"_s,
                                   u"expires"_s, u"has_plan"_s},
                    rows);
                finish();
            });
    }

    void show(CommandId command)
    {
        tenant().client.request<Message::ApprovalPlan>(
            Message::FetchApprovalPlan{.command = command}, this, [this](const Result<Message::ApprovalPlan> &plan) {
                if (!plan)
                    return fail(plan.error());
                print(*plan);
                finish();
            });
    }

    void print(const Message::ApprovalPlan &plan)
    {
        const CommandSpec *spec = Catalogue::instance().find(plan.verb);
        if (!spec)
            return;
        std::vector<QJsonObject> steps;
        for (const QByteArray &chunk : plan.rows) {
            for (const QCborArray &row : readRows(chunk).value_or(std::vector<QCborArray>()))
                steps.push_back(rowToJson(*spec, row));
        }
        printer().list({u"type"_s, u"id"_s, u"action"_s, u"subject"_s, u"state"_s}, steps);
    }
};

} // namespace

std::unique_ptr<CliVerb> approvalsVerb()
{
    return std::make_unique<ApprovalsVerb>();
}

} // namespace Sonde::Client
