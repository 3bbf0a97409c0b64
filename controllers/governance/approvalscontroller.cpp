// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/governance/approvalscontroller.h"

#include <QPointer>

namespace Sonde::Client {

ApprovalsController::ApprovalsController(TenantClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &TenantClient::pushed, this, [this](const AnyMessage &message) {
        const auto *approvals = std::get_if<Message::Approvals>(&message);
        if (approvals && approvals->request == 0)
            follow(approvals->approvals);
    });
    // On a new connection the service says what waits, if anything does.
    connect(&client, &TenantClient::stateChanged, this, [this] {
        if (!m_client.isOnline())
            follow({});
    });
}

const ApprovalsController::Waiting *ApprovalsController::find(CommandId command) const
{
    const auto found =
        std::ranges::find_if(m_waiting, [command](const Waiting &one) { return one.record.command == command; });
    return found == m_waiting.end() ? nullptr : &*found;
}

std::vector<ApprovalsController::Waiting> ApprovalsController::forMe() const
{
    std::vector<Waiting> others;
    std::ranges::copy_if(m_waiting, std::back_inserter(others),
        [this](const Waiting &one) { return one.record.analyst != m_client.welcome().user.value(); });
    return others;
}

void ApprovalsController::follow(const std::vector<ApprovalRecord> &records)
{
    if (records.empty() && m_waiting.empty())
        return;
    m_waiting.clear();
    const auto now = std::chrono::steady_clock::now();
    for (const ApprovalRecord &record : records)
        m_waiting.push_back({record, now + record.left});
    std::ranges::sort(m_waiting, {}, [](const Waiting &one) { return one.record.command; });
    Q_EMIT changed();
    for (const Waiting &one : forMe()) {
        if (!m_known.contains(one.record.command)) {
            m_known.insert(one.record.command);
            Q_EMIT asked(one.record);
        }
    }
}

void ApprovalsController::decide(CommandId command, bool approved, const QString &reason, QObject *context,
    std::function<void(const Result<void> &)> done)
{
    m_client.request<Message::Done>(Message::DecideApproval{.command = command, .approved = approved, .reason = reason},
        this, [this, context = QPointer(context), done = std::move(done)](const Result<Message::Done> &answer) {
            if (context)
                done(answer.transform([](const Message::Done &) {}));
            else if (!answer)
                Q_EMIT refused(answer.error());
        });
}

void ApprovalsController::fetchPlan(
    CommandId command, QObject *context, std::function<void(const Result<Message::ApprovalPlan> &)> done)
{
    m_client.request<Message::ApprovalPlan>(Message::FetchApprovalPlan{.command = command}, context, std::move(done));
}

} // namespace Sonde::Client

#include "moc_approvalscontroller.cpp"
