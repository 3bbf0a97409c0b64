// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"
#include "agent/acts/windows/registrysteps_windows.h"
#include "agent/commands/deviceverb.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/registrykey_windows.h"
#include "agent/system/windows/registryvalue.h"
#include "protocol/base/devicepath.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

using Windows::deviceBytes;
using Windows::RegistryKeyHandle;
using Windows::RegistryView;
using Windows::StoredValue;

/// "KEY" means all of a key, "KEY\\NAME" one of its values, "KEY\\" the one without a name.
struct Wanted {
    QString key;
    std::optional<QString> value;
};

Result<Wanted> wantedBy(const CommandContext &context)
{
    const QString typed = context.invocation().value(u"key"_s);
    const auto text = Windows::deviceText(DevicePath::fromTyped(typed).bytes());
    const qsizetype between = text ? text->indexOf(uR"(\\)"_s) : -1;
    Wanted wanted;
    if (text)
        wanted.key = Windows::wholeKeyPath(between < 0 ? *text : text->first(between));
    if (wanted.key.isEmpty())
        return fail(ErrorCode::BadValue, typed).with(Fact::Parameter, u"key"_s);
    if (between >= 0)
        wanted.value = text->sliced(between + 2);
    return wanted;
}

/// Remembers what a row says, so that it can be acted on as it was shown.
void remember(CommandContext &context, const RegistryName &name, const QCborMap &facts)
{
    if (context.surroundings().acts)
        context.surroundings().acts->remember(context.session(), EntityType::Registry, name.typed(), facts);
}

bool addValue(CommandContext &context, const QString &key, const StoredValue &value, qint64 written)
{
    remember(context, {key, value.name}, factsOf(value));
    return context.addRow<Verbs::Registry>(cell<"key">(bytesCell(deviceBytes(key))),
        cell<"name">(bytesCell(deviceBytes(value.name))), cell<"type">(Windows::registryTypeName(value.type)),
        cell<"data">(bytesCell(Windows::registryText(value.type, value.data))),
        cell<"last_write_time">(timeCell(written)));
}

/// A row for each key below: it can be asked for in turn.
bool addSubkey(CommandContext &context, const QString &path)
{
    const auto facts =
        RegistryKeyHandle::open(path, RegistryView::Native).and_then([](const auto &key) { return key.facts(); });
    if (!facts)
        context.addError(facts.error());
    remember(context, {path, {}}, {});
    return context.addRow<Verbs::Registry>(cell<"key">(bytesCell(deviceBytes(path))), cell<"name">(nullptr),
        cell<"type">(nullptr), cell<"data">(nullptr),
        cell<"last_write_time">(facts ? timeCell(facts->lastWritten) : QCborValue(nullptr)));
}

Outcome registry(CommandContext &context)
{
    const auto wanted = wantedBy(context);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto key = RegistryKeyHandle::open(wanted->key, RegistryView::Native);
    if (!key)
        return std::unexpected(key.error());
    const auto facts = key->facts();
    if (!facts)
        return std::unexpected(facts.error());
    if (wanted->value) {
        const auto value = key->value(*wanted->value);
        if (!value)
            return std::unexpected(value.error());
        return addValue(context, wanted->key, *value, facts->lastWritten) ? Outcome()
                                                                          : Outcome(fail(ErrorCode::Cancelled));
    }
    remember(context, {wanted->key, {}}, {});
    bool goOn = true;
    const auto read = key->values(
        [&](const StoredValue &value) { return goOn = addValue(context, wanted->key, value, facts->lastWritten); });
    if (!read)
        context.addError(read.error());
    const auto below = key->subkeys();
    if (!below)
        context.addError(below.error());
    for (const QString &name : below.value_or(QStringList()))
        goOn = goOn && addSubkey(context, wanted->key + u'\\' + name);
    return goOn ? Outcome() : Outcome(fail(ErrorCode::Cancelled));
}

} // namespace

constinit const DeviceVerb Registry{Verbs::Registry, &registry};

} // namespace Sonde::Agent::Commands
