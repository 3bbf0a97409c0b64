// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/windows/registrysteps_windows.h"

#include "agent/acts/windows/registryimage_windows.h"
#include "agent/acts/windows/servicesteps_windows.h"
#include "agent/system/windows/devicetext.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCborArray>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Windows::RegistryView;

const QString viewKey = u"view"_s;
const QString entryKey = u"entry"_s;
const QString sha256Key = u"sha256"_s;
constexpr qint64 Bits32 = 32;

RegistryView viewOf(const ActStep &step)
{
    return step.identity.value(viewKey).toInteger() == Bits32 ? RegistryView::Bits32 : RegistryView::Native;
}

QString hashOfEntry(const QByteArray &entry)
{
    return QString::fromLatin1(QCryptographicHash::hash(entry, QCryptographicHash::Sha256).toHex());
}

/// As bytes, all that is there.
Result<QByteArray> entryAt(const RegistryName &name, RegistryView view)
{
    if (!name.value)
        return Windows::readTree(name.key, view, RegistryWorker::MostBytes).transform(&RegistryImage::ofTree);
    return Windows::RegistryKeyHandle::open(name.key, view)
        .and_then([&name](const auto &key) { return key.value(*name.value); })
        .transform(&RegistryImage::ofValue);
}

Result<QByteArray> entryOf(const ActStep &step)
{
    return RegistryName::parse(step.subject).and_then([&step](const RegistryName &name) {
        return entryAt(name, viewOf(step));
    });
}

StepResult cutOffEntry(const ActStep &step)
{
    return StepResult::refused(errorBecause(Reason::NothingChanged, ErrorCode::Interrupted, step.subject));
}

Result<void> removeEntry(const RegistryName &name, RegistryView view)
{
    return name.value ? Windows::deleteValue(name.key, view, *name.value) : Windows::deleteTree(name.key, view);
}

Result<void> restoreEntry(const RegistryName &name, RegistryView view, const QByteArray &entry)
{
    if (name.value) {
        const auto value = RegistryImage::value(entry);
        return value ? Windows::setValue(name.key, view, *value) : Result<void>(std::unexpected(value.error()));
    }
    const auto tree = RegistryImage::tree(entry);
    return tree ? Windows::makeTree(name.key, view, *tree) : Result<void>(std::unexpected(tree.error()));
}

/// What is missing of a key comes back.
Result<void> fillKey(const RegistryName &name, RegistryView view, const QByteArray &entry)
{
    const auto tree = RegistryImage::tree(entry);
    return tree ? RegistryImage::fillGaps(name.key, view, *tree) : Result<void>(std::unexpected(tree.error()));
}

/// What is there is not known, or only a part of it: that can be undone.
StepResult notConfirmed(const Error &why)
{
    return {StepState::NotConfirmed, why, {}};
}

StepResult remove(const StepOrder &order, const RegistryName &name)
{
    const RegistryView view = viewOf(order.step);
    const auto now = entryAt(name, view);
    if (!now)
        return StepResult::refused(now.error());
    if (hashOfEntry(*now) != order.step.identity.value(sha256Key).toString())
        return StepResult::refused(
            Error{ErrorCode::FactsChanged, order.step.subject, {}, {}}.with(Fact::Changed, QCborArray{sha256Key}));
    const auto removed = removeEntry(name, view);
    if (removed)
        return StepResult::done();
    // Of a key a part may be gone: all of it comes back.
    const QByteArray entry = order.kept.value(entryKey).toByteArray();
    if (!name.value && entryAt(name, view).value_or(QByteArray()) != *now) {
        if (const auto back = fillKey(name, view, entry); !back)
            return notConfirmed(back.error());
    }
    return StepResult::failed(removed.error());
}

StepResult restore(const StepOrder &order, const RegistryName &name)
{
    const RegistryView view = viewOf(order.step);
    const auto there = entryAt(name, view);
    if (there)
        return StepResult::refused({ErrorCode::UndoConflict, order.step.subject, {}, {}});
    if (there.error().code != ErrorCode::NotFound)
        return StepResult::failed(there.error());
    const auto restored = restoreEntry(name, view, order.kept.value(entryKey).toByteArray());
    return restored ? StepResult::done() : StepResult::failed(restored.error());
}

} // namespace

Result<RegistryName> RegistryName::parse(const QString &typed)
{
    const auto text = Windows::deviceText(DevicePath::fromTyped(typed).bytes());
    const qsizetype between = text ? text->indexOf(uR"(\\)"_s) : -1;
    RegistryName name;
    if (text)
        name.key = Windows::wholeKeyPath(between < 0 ? *text : text->first(between));
    if (name.key.isEmpty())
        return fail(ErrorCode::BadValue, typed).with(Fact::Parameter, u"id"_s);
    if (between >= 0)
        name.value = text->sliced(between + 2);
    return name;
}

QString RegistryName::typed() const
{
    const QString text = value ? key + uR"(\\)"_s + *value : key;
    return DevicePath(Windows::deviceBytes(text)).typed();
}

Result<QCborMap> registryFacts(const RegistryName &name, RegistryView view)
{
    return entryAt(name, view).transform([](const QByteArray &entry) {
        return QCborMap{{sha256Key, hashOfEntry(entry)}};
    });
}

QCborMap factsOf(const Windows::StoredValue &value)
{
    return {{sha256Key, hashOfEntry(RegistryImage::ofValue(value))}};
}

bool isNeeded(const RegistryName &name)
{
    // Below the roots: the hives, and what everything else is sorted into.
    static constexpr std::array folders{R"(software\microsoft)", R"(software\classes)", R"(software\policies)",
        R"(software\wow6432node)", R"(software\wow6432node\microsoft)", R"(software\microsoft\windows)",
        R"(software\microsoft\windows nt)", R"(software\microsoft\windows\currentversion)",
        R"(software\microsoft\windows\currentversion\run)", R"(software\microsoft\windows nt\currentversion)",
        R"(software\microsoft\windows nt\currentversion\winlogon)", R"(system\currentcontrolset)",
        R"(system\currentcontrolset\control)", R"(system\currentcontrolset\services)",
        R"(system\currentcontrolset\enum)", R"(system\currentcontrolset\control\lsa)",
        R"(system\currentcontrolset\control\session manager)", R"(system\currentcontrolset\control\class)",
        R"(system\currentcontrolset\control\safeboot)", R"(system\setup)", R"(sam\sam)", R"(security\policy)"};
    static constexpr std::array values{R"(software\microsoft\windows nt\currentversion\winlogon\\shell)",
        R"(software\microsoft\windows nt\currentversion\winlogon\\userinit)",
        R"(system\currentcontrolset\control\lsa\\authentication packages)",
        R"(system\currentcontrolset\control\lsa\\security packages)",
        R"(system\currentcontrolset\control\session manager\\bootexecute)"};
    const QStringList names = name.key.split(u'\\', Qt::SkipEmptyParts);
    const bool isUsers = names.first() == u"HKEY_USERS";
    const qsizetype hive = isUsers ? 2 : 1; // an account's own
    QString below = names.mid(hive).join(u'\\').toLower();
    static const QRegularExpression set(u"^system\\\\controlset\\d{3}"_s);
    below.replace(set, uR"(system\currentcontrolset)"_s);
    const QString services = uR"(system\currentcontrolset\services\)"_s;
    const QString service = below.startsWith(services) ? below.sliced(services.size()) : QString();
    if (service.section(u'\\', 0, 0) == u"sonde-agent" || (!name.value && isVitalService(service)))
        return true;
    if (name.value) // an account's own would only take the place of these
        return names.first() == u"HKEY_LOCAL_MACHINE"
            && std::ranges::any_of(values, [text = below + uR"(\\)"_s + name.value->toLower()](const char *one) {
                   return text == QLatin1StringView(one);
               });
    return names.size() <= hive + 1
        || std::ranges::any_of(folders, [&below](const char *one) { return below == QLatin1StringView(one); });
}

namespace {

/// By another way: keys can stand for others.
bool isNeededAs(const QString &kernels, const std::optional<QString> &value)
{
    const QString machine = uR"(\REGISTRY\MACHINE\)"_s;
    return kernels.startsWith(machine, Qt::CaseInsensitive)
        && isNeeded({uR"(HKEY_LOCAL_MACHINE\)"_s + kernels.sliced(machine.size()), value});
}

} // namespace

Result<void> addRegistryEnd(ActPlan &plan, const RegistryName &name)
{
    if (isNeeded(name))
        return fail(ErrorCode::Protected, name.typed());
    QStringList keys;
    std::optional<Error> why;
    for (const RegistryView view : {RegistryView::Native, RegistryView::Bits32}) {
        const auto kernels = Windows::kernelPath(name.key, view);
        const auto facts = kernels ? registryFacts(name, view) : std::unexpected(kernels.error());
        if (!facts) {
            if (!why || why->code == ErrorCode::NotFound)
                why = facts.error();
            continue;
        }
        if (isNeededAs(*kernels, name.value))
            return fail(ErrorCode::Protected, name.typed());
        if (keys.contains(*kernels, Qt::CaseInsensitive)) // both views are one here
            continue;
        keys += *kernels;
        QCborMap identity = *facts;
        if (view == RegistryView::Bits32)
            identity.insert(viewKey, Bits32);
        plan.steps.push_back({StepKind::RemoveRegistry, name.typed(), identity});
    }
    if (keys.isEmpty())
        return std::unexpected(*why);
    if (!name.value)
        plan.notes.push_back({NoteKind::NotRestored, name.typed(), {{u"facts"_s, QCborArray{u"last_write_time"_s}}}});
    return {};
}

Result<QCborMap> RegistryWorker::prepare(const ActStep &step)
{
    if (step.kind == StepKind::RestoreRegistry)
        return QCborMap();
    return entryOf(step).transform([](const QByteArray &entry) { return QCborMap{{entryKey, entry}}; });
}

StepResult RegistryWorker::apply(const StepOrder &order)
{
    const auto name = RegistryName::parse(order.step.subject);
    if (!name)
        return StepResult::refused(name.error());
    return order.step.kind == StepKind::RemoveRegistry ? remove(order, *name) : restore(order, *name);
}

/// A key goes subkey by subkey: what a crash has left of it is seen to.
StepResult RegistryWorker::recover(const StepOrder &order)
{
    const auto name = RegistryName::parse(order.step.subject);
    const auto now = entryOf(order.step);
    if (!name)
        return StepResult::failed(name.error());
    const QByteArray before = order.kept.value(entryKey).toByteArray();
    const bool removes = order.step.kind == StepKind::RemoveRegistry;
    if (!now && now.error().code != ErrorCode::NotFound)
        return notConfirmed(now.error());
    if (!now)
        return removes ? StepResult::done() : cutOffEntry(order.step);
    if (*now == before)
        return removes ? cutOffEntry(order.step) : StepResult::done();
    const auto filled = name->value ? Result<void>() : fillKey(*name, viewOf(order.step), before);
    if (!filled)
        return notConfirmed(filled.error());
    return removes ? cutOffEntry(order.step) : StepResult::done();
}

Reversal RegistryWorker::reverse(const StepOrder &order, const StepOutcome &, const UndoTerms &terms)
{
    if (order.step.kind != StepKind::RemoveRegistry)
        return {};
    Reversal reversal{.steps = {{StepKind::RestoreRegistry, order.step.subject, order.step.identity}},
        .kept = {order.kept},
        .notes = {}};
    const auto now = entryOf(order.step);
    if (!now)
        return reversal;
    reversal.notes.push_back({NoteKind::InTheWay, order.step.subject, {}});
    if (terms.conflict == Conflict::Replace) {
        QCborMap identity = order.step.identity;
        identity.insert(sha256Key, hashOfEntry(*now));
        reversal.steps.insert(reversal.steps.begin(), {StepKind::RemoveRegistry, order.step.subject, identity});
        reversal.kept.insert(reversal.kept.begin(), QCborMap{{entryKey, *now}});
    }
    return reversal;
}

} // namespace Sonde::Agent
