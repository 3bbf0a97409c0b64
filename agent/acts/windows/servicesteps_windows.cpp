// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/windows/servicesteps_windows.h"

#include "agent/acts/files/filesteps.h"
#include "agent/acts/processes/heldprocess.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/systemerror_windows.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCborArray>
#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

#include <windows.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

using ServiceHandle = Windows::Owned<SC_HANDLE, &::CloseServiceHandle>;

constexpr auto Patience = 15s;
constexpr auto Pause = 100ms;
constexpr DWORD LookRights = SERVICE_QUERY_STATUS | SERVICE_QUERY_CONFIG;

const QString commandLineKey = u"command_line"_s;
const QString startTypeKey = u"start_type"_s;
const QString delayedKey = u"delayed"_s;
const QString runsKey = u"runs"_s;

/// A service of the manager's, open.
class HeldService final
{
public:
    static Result<HeldService> open(const QString &name, DWORD rights)
    {
        HeldService one;
        one.m_manager = ServiceHandle(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
        if (one.m_manager.isOpen())
            one.m_service = ServiceHandle(
                ::OpenServiceW(one.m_manager.get(), reinterpret_cast<const wchar_t *>(name.utf16()), rights));
        if (one.m_service.isOpen())
            return one;
        const DWORD failure = ::GetLastError();
        if (failure == ERROR_SERVICE_DOES_NOT_EXIST)
            return fail(ErrorCode::NotFound, name);
        return std::unexpected(Windows::errorOf(failure, name));
    }

    [[nodiscard]] SC_HANDLE get() const { return m_service.get(); }

    [[nodiscard]] SERVICE_STATUS_PROCESS status() const
    {
        SERVICE_STATUS_PROCESS status{};
        DWORD needed = 0;
        ::QueryServiceStatusEx(
            get(), SC_STATUS_PROCESS_INFO, reinterpret_cast<BYTE *>(&status), sizeof(status), &needed);
        return status;
    }

    /// How it starts, and what: as steps keep it.
    [[nodiscard]] QCborMap configuration() const
    {
        DWORD needed = 0;
        ::QueryServiceConfigW(get(), nullptr, 0, &needed);
        QByteArray buffer(qsizetype(needed), '\0');
        auto *config = reinterpret_cast<QUERY_SERVICE_CONFIGW *>(buffer.data());
        if (needed == 0 || !::QueryServiceConfigW(get(), config, needed, &needed))
            return {};
        SERVICE_DELAYED_AUTO_START_INFO delayed{};
        ::QueryServiceConfig2W(get(), SERVICE_CONFIG_DELAYED_AUTO_START_INFO, reinterpret_cast<BYTE *>(&delayed),
            sizeof(delayed), &needed);
        return {{commandLineKey, QString::fromWCharArray(config->lpBinaryPathName)},
            {startTypeKey, qint64(config->dwStartType)}, {delayedKey, delayed.fDelayedAutostart != FALSE},
            {u"account"_s, QString::fromWCharArray(config->lpServiceStartName)},
            {u"service_type"_s, qint64(config->dwServiceType)}, {u"error_control"_s, qint64(config->dwErrorControl)}};
    }

    [[nodiscard]] bool setStartType(DWORD type, bool delayed) const
    {
        if (!::ChangeServiceConfigW(get(), SERVICE_NO_CHANGE, type, SERVICE_NO_CHANGE, nullptr, nullptr, nullptr,
                nullptr, nullptr, nullptr, nullptr))
            return false;
        SERVICE_DELAYED_AUTO_START_INFO info{};
        info.fDelayedAutostart = delayed;
        if (type == SERVICE_AUTO_START)
            ::ChangeServiceConfig2W(get(), SERVICE_CONFIG_DELAYED_AUTO_START_INFO, &info);
        return true;
    }

    [[nodiscard]] bool waitFor(DWORD state) const
    {
        const auto end = std::chrono::steady_clock::now() + Patience;
        while (status().dwCurrentState != state) {
            if (std::chrono::steady_clock::now() > end)
                return false;
            std::this_thread::sleep_for(Pause);
        }
        return true;
    }

private:
    HeldService() = default;

    ServiceHandle m_manager;
    ServiceHandle m_service;
};

StepResult cutOff(const ActStep &step)
{
    return StepResult::refused(errorBecause(Reason::NothingChanged, ErrorCode::Interrupted, step.subject));
}

Error systemError(const ActStep &step)
{
    return Windows::errorOf(::GetLastError(), step.subject);
}

/// Those that run and cannot without it stop first.
QStringList stopDependents(const HeldService &service)
{
    DWORD needed = 0;
    DWORD count = 0;
    ::EnumDependentServicesW(service.get(), SERVICE_ACTIVE, nullptr, 0, &needed, &count);
    QByteArray buffer(qsizetype(needed), '\0');
    auto *found = reinterpret_cast<ENUM_SERVICE_STATUSW *>(buffer.data());
    if (needed == 0 || !::EnumDependentServicesW(service.get(), SERVICE_ACTIVE, found, needed, &needed, &count))
        return {};
    QStringList stopped;
    for (DWORD i = 0; i < count; ++i) {
        const QString name = QString::fromWCharArray(found[i].lpServiceName);
        const auto dependent = HeldService::open(name, SERVICE_STOP | LookRights);
        SERVICE_STATUS status{};
        if (dependent && ::ControlService(dependent->get(), SERVICE_CONTROL_STOP, &status)
            && dependent->waitFor(SERVICE_STOPPED))
            stopped += name;
    }
    return stopped;
}

/// Its process, when no other service is in it. What the manager would start again then may not be started any more.
bool endProcess(const HeldService &service)
{
    const SERVICE_STATUS_PROCESS status = service.status();
    const ProcessTable table;
    const auto facts = table.facts(status.dwProcessId);
    if (!(status.dwServiceType & SERVICE_WIN32_OWN_PROCESS) || status.dwProcessId == 0 || !facts
        || isSystemsOwn(*facts))
        return false;
    std::ignore = service.setStartType(SERVICE_DISABLED, false);
    const auto process = HeldProcess::open(ProcessIdentity::of(*facts), table);
    return process && process->kill() && process->waitForEnd(Patience);
}

StepResult stop(const StepOrder &order)
{
    const auto service = HeldService::open(
        order.step.subject, SERVICE_STOP | SERVICE_CHANGE_CONFIG | SERVICE_ENUMERATE_DEPENDENTS | LookRights);
    if (!service)
        return StepResult::refused(service.error());
    if (service->status().dwCurrentState == SERVICE_STOPPED)
        return {StepState::AlreadySo, {}, {}};
    const QStringList dependents = stopDependents(*service);
    SERVICE_STATUS status{};
    const bool asked =
        ::ControlService(service->get(), SERVICE_CONTROL_STOP, &status) || ::GetLastError() == ERROR_SERVICE_NOT_ACTIVE;
    const bool stopped = (asked && service->waitFor(SERVICE_STOPPED)) || endProcess(*service);
    const QCborMap facts{{u"dependents"_s, QCborArray::fromStringList(dependents)}};
    if (stopped)
        return StepResult::done(facts);
    return {StepState::NotConfirmed,
        Error{ErrorCode::StillThere, order.step.subject, {}, {}}.with(Fact::Processes, QCborArray{order.step.subject}),
        facts};
}

StepResult start(const StepOrder &order)
{
    const auto service = HeldService::open(order.step.subject, SERVICE_START | LookRights);
    if (!service)
        return StepResult::failed(service.error());
    const bool runs = service->status().dwCurrentState == SERVICE_RUNNING;
    if (!runs && !::StartServiceW(service->get(), 0, nullptr) && ::GetLastError() != ERROR_SERVICE_ALREADY_RUNNING)
        return StepResult::failed(systemError(order.step));
    if (!service->waitFor(SERVICE_RUNNING))
        return {StepState::NotConfirmed, {}, {}};
    for (const QCborValue one : order.step.identity.value(u"dependents"_s).toArray()) {
        if (const auto dependent = HeldService::open(one.toString(), SERVICE_START))
            ::StartServiceW(dependent->get(), 0, nullptr);
    }
    return runs ? StepResult{StepState::AlreadySo, {}, {}} : StepResult::done();
}

StepResult disable(const StepOrder &order)
{
    if (order.kept.value(startTypeKey).toInteger() == SERVICE_DISABLED)
        return {StepState::AlreadySo, {}, {}};
    const auto service = HeldService::open(order.step.subject, SERVICE_CHANGE_CONFIG | LookRights);
    if (!service)
        return StepResult::refused(service.error());
    return service->setStartType(SERVICE_DISABLED, false) ? StepResult::done()
                                                          : StepResult::failed(systemError(order.step));
}

StepResult enable(const StepOrder &order)
{
    const auto service = HeldService::open(order.step.subject, SERVICE_CHANGE_CONFIG | LookRights);
    if (!service)
        return StepResult::failed(service.error());
    const auto type = DWORD(order.kept.value(startTypeKey).toInteger());
    return service->setStartType(type, order.kept.value(delayedKey).toBool())
        ? StepResult::done()
        : StepResult::failed(systemError(order.step));
}

/// It is the service that was looked at.
Result<void> checkIsSame(const ActStep &step)
{
    const auto service = HeldService::open(step.subject, LookRights);
    if (!service)
        return std::unexpected(service.error());
    const QCborValue wanted = step.identity.value(commandLineKey);
    if (wanted.isString() && service->configuration().value(commandLineKey) != wanted)
        return fail(ErrorCode::FactsChanged, step.subject).with(Fact::Changed, QCborArray{commandLineKey});
    return {};
}

} // namespace

Result<QCborMap> ServiceWorker::prepare(const ActStep &step)
{
    const auto service = HeldService::open(step.subject, LookRights);
    if (!service)
        return std::unexpected(service.error());
    QCborMap kept = service->configuration();
    kept.insert(runsKey, service->status().dwCurrentState == SERVICE_RUNNING);
    return kept;
}

StepResult ServiceWorker::apply(const StepOrder &order)
{
    if (const auto same = checkIsSame(order.step); !same)
        return StepResult::refused(same.error());
    switch (order.step.kind) {
    case StepKind::StopService: return stop(order);
    case StepKind::StartService: return start(order);
    case StepKind::DisableService: return disable(order);
    default: return enable(order);
    }
}

StepResult ServiceWorker::recover(const StepOrder &order)
{
    const auto service = HeldService::open(order.step.subject, LookRights);
    if (!service)
        return cutOff(order.step);
    const DWORD state = service->status().dwCurrentState;
    const qint64 type = service->configuration().value(startTypeKey).toInteger();
    const qint64 before = order.kept.value(startTypeKey).toInteger();
    bool isDone = false;
    switch (order.step.kind) {
    case StepKind::StopService: isDone = state == SERVICE_STOPPED; break;
    case StepKind::StartService: isDone = state == SERVICE_RUNNING; break;
    case StepKind::DisableService: isDone = type == SERVICE_DISABLED && before != SERVICE_DISABLED; break;
    default: isDone = type == before; break;
    }
    return isDone ? StepResult::done() : cutOff(order.step);
}

Reversal ServiceWorker::reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &)
{
    const bool stopped = order.step.kind == StepKind::StopService;
    if ((stopped && !order.kept.value(runsKey).toBool()) || (!stopped && order.step.kind != StepKind::DisableService))
        return {};
    QCborMap identity{{commandLineKey, order.step.identity.value(commandLineKey)}};
    if (stopped)
        identity.insert(u"dependents"_s, outcome.facts.value(u"dependents"_s));
    return {.steps = {{stopped ? StepKind::StartService : StepKind::EnableService, order.step.subject, identity}},
        .kept = {order.kept},
        .notes = {}};
}

// ---- the plan

namespace {

/// Other services that run the same file, or cannot do without this one.
void addNotesOn(ActPlan &plan, const Service &service, const ServiceList &all, bool &isShared)
{
    QCborArray same;
    QCborArray dependents;
    for (const Service &other : all.services) {
        if (other.name == service.name)
            continue;
        if (!service.binary.isEmpty() && other.binary.compare(service.binary, Qt::CaseInsensitive) == 0)
            same.append(DevicePath(other.name).typed());
        const bool depends = std::ranges::any_of(other.dependencies,
            [&service](const QByteArray &one) { return one.compare(service.name, Qt::CaseInsensitive) == 0; });
        if (depends)
            dependents.append(DevicePath(other.name).typed());
    }
    isShared = !same.isEmpty();
    if (isShared)
        plan.notes.push_back({NoteKind::DependedOnBy, DevicePath(service.binary).typed(), {{u"units"_s, same}}});
    if (!dependents.isEmpty())
        plan.notes.push_back({NoteKind::DependedOnBy, plan.id, {{u"units"_s, dependents}}});
}

void addProgram(ActPlan &plan, const Service &service, const PlanTerms &terms)
{
    const auto place = canonicalPath(service.binary);
    if (!place || !isTaken(*place))
        return;
    const QString shown = DevicePath(*place).typed();
    if (isSystems(*place, terms.stop))
        plan.notes.push_back({NoteKind::DependedOnBy, shown, {{u"package"_s, u"?"_s}}});
    else if (!addMoveFile(plan, *place, {.stop = terms.stop}))
        plan.notes.push_back({NoteKind::CannotUndo, shown, {{u"facts"_s, QCborArray{u"image"_s}}}});
}

} // namespace

bool isVitalService(const QString &name)
{
    static constexpr std::array vital{"rpcss"_L1, "rpceptmapper"_L1, "dcomlaunch"_L1, "plugplay"_L1, "power"_L1,
        "samss"_L1, "lsm"_L1, "eventlog"_L1, "brokerinfrastructure"_L1, "systemeventsbroker"_L1, "profsvc"_L1,
        "gpsvc"_L1, "dhcp"_L1, "nsi"_L1, "netprofm"_L1, "schedule"_L1, "bfe"_L1, "dnscache"_L1, "netlogon"_L1,
        "wlansvc"_L1, "sonde-agent"_L1};
    return std::ranges::any_of(
        vital, [&name](QLatin1StringView one) { return name.compare(one, Qt::CaseInsensitive) == 0; });
}

Result<void> addServiceEnd(ActPlan &plan, const Service &service, const PlanTerms &terms)
{
    const QString name = DevicePath(service.name).typed();
    if (isVitalService(name))
        return fail(ErrorCode::Protected, plan.id);
    const auto all = listServices("/", terms.stop);
    if (!all)
        return std::unexpected(all.error());
    const QCborMap identity{{commandLineKey, QString::fromUtf8(service.commandLine)}};
    if (service.state != u"stopped" && !service.state.isEmpty())
        plan.steps.push_back({StepKind::StopService, name, identity});
    plan.steps.push_back({StepKind::DisableService, name, identity});
    bool isShared = false;
    addNotesOn(plan, service, *all, isShared);
    if (!isShared && !service.binary.isEmpty())
        addProgram(plan, service, terms);
    QCborArray images;
    for (const ActStep &step : plan.steps) {
        if (step.kind == StepKind::MoveFile)
            images.append(step.subject);
    }
    if (!images.isEmpty())
        plan.steps.push_back({StepKind::LookAgain, name, {{u"images"_s, images}}});
    return {};
}

} // namespace Sonde::Agent
